package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Settles names that mean several things by what stands beside them. */
final class Company {
  /** Languages in which a package is often called as the service that it speaks to. */
  private static final Set<String> SDKS = Set.of("python", "node");

  private Company() {}

  /**
   * @param mentions those of one part of a sentence; changed in place
   * @param before what earlier parts named
   * @param listKind what a plural noun said of the list, or null
   */
  static void apply(List<Mention> mentions, List<Mention> before, Kind listKind) {
    for (Mention mention : mentions) {
      if (mention.plainService && reading(mention, Kind.TOOL) != null && tools(mention, mentions)) {
        become(mention, reading(mention, Kind.TOOL)); // "chmod, envoy, npm and protoc"
      }
      Term command = mention.kind == Kind.AGENT ? reading(mention, Kind.TOOL) : null;
      if (command != null && mention.lower && amongPrograms(mention, mentions)) {
        become(mention, command); // "sqlc, goose, pgx"
      }
      if (mention.readings.size() < 2 || mention.unknown) {
        continue;
      }
      Term program = reading(mention, Kind.TOOL);
      if (mention.kind == Kind.PACKAGE && program != null && programsOnly(mention, mentions)) {
        become(mention, program); // "nmap, nuclei and httpx"
      }
      Term library = reading(mention, Kind.PACKAGE);
      boolean libraries = listKind == Kind.PACKAGE || librariesOnly(mention, mentions);
      if (mention.kind == Kind.TOOL && libraries && library != null) {
        become(mention, library); // "Required packages: pillow, graphviz"
      }
      boolean written = library != null && speaks(library.ecosystem(), mentions, before);
      boolean ambiguous = mention.kind == Kind.SERVICE || mention.kind == Kind.TOOL;
      if (ambiguous && written && !SDKS.contains(library.ecosystem())) {
        become(mention, library); // "Elixir and Phoenix"
      }
    }
  }

  private static Term reading(Mention mention, Kind kind) {
    return mention.readings.stream().filter(t -> t.kind() == kind).findFirst().orElse(null);
  }

  private static void become(Mention mention, Term term) {
    mention.kind = term.kind();
    mention.name = term.name();
  }

  /** Whether at least two programs are beside it, and no service. */
  private static boolean tools(Mention mention, List<Mention> all) {
    List<Mention> others = beside(mention, all);
    return others.stream().filter(m -> m.kind == Kind.TOOL).count() > 1
        && others.stream().noneMatch(m -> m.kind == Kind.SERVICE);
  }

  /** Whether others are beside it, and none of them is a product that runs skills. */
  private static boolean amongPrograms(Mention mention, List<Mention> all) {
    List<Mention> others = beside(mention, all);
    return others.size() > 1
        && others.stream().noneMatch(m -> m.kind == Kind.AGENT)
        && others.stream().anyMatch(m -> m.kind == Kind.TOOL || m.kind == Kind.PACKAGE);
  }

  /** Whether at least two others are beside it, and all of them can only be programs. */
  private static boolean programsOnly(Mention mention, List<Mention> all) {
    List<Mention> others = beside(mention, all);
    return others.size() > 1
        && others.stream().anyMatch(m -> m.kind == Kind.TOOL)
        && others.stream().allMatch(Company::program);
  }

  /** Whether a thing is only a program, or a language as one types it: "gobuster, python3". */
  private static boolean program(Mention mention) {
    boolean only = mention.kind == Kind.TOOL && reading(mention, Kind.PACKAGE) == null;
    return only || mention.written.equals("python3");
  }

  /** Whether at least two others are beside it, and all of them are libraries. */
  private static boolean librariesOnly(Mention mention, List<Mention> all) {
    List<Mention> others = beside(mention, all);
    return others.size() > 1 && others.stream().allMatch(m -> m.kind == Kind.PACKAGE);
  }

  /** What else the list of a mention names for sure. */
  private static List<Mention> beside(Mention mention, List<Mention> all) {
    return all.stream().filter(m -> m != mention && m.list == mention.list && !m.unknown).toList();
  }

  /** Whether the language that a package is written in is named, too. */
  private static boolean speaks(String language, List<Mention> mentions, List<Mention> before) {
    List<Mention> all = new ArrayList<>(before);
    all.addAll(mentions);
    return all.stream().anyMatch(m -> m.kind == Kind.RUNTIME && m.name.equals(language));
  }
}
