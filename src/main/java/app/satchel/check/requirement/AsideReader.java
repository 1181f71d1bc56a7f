package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads what stands in brackets after an item: the command's or variable's name, a version, a
 * level, a purpose. Everything else there is an aside and needs nothing.
 */
final class AsideReader {
  private static final Set<String> SPARED = Set.of("required", "mandatory", "needed", "necessary");

  private static final Set<String> ALL = Set.of("all", "every", "everything", "each");

  private static final Set<String> PARTS =
      Set.of("script", "scripts", "tests", "test", "export", "hooks", "build", "validation");

  /** One rule: what the brackets need besides, which ends the reading; or null. */
  private interface Rule {
    List<Mention> read(Aside aside);
  }

  private final Vocabulary vocabulary;
  private final SentenceReader outer;
  private final AsideNames names;
  private final List<Rule> rules;

  /**
   * @param outer the reader of the sentence around the brackets
   */
  AsideReader(Vocabulary vocabulary, SentenceReader outer) {
    this.vocabulary = vocabulary;
    this.outer = outer;
    this.names = new AsideNames(vocabulary);
    this.rules =
        List.of(
            this::keys,
            this::installed,
            AsideReader::version,
            this::ofHost,
            this::within,
            this::needs,
            aside -> AsideNames.published(aside.content(), aside.item()) ? List.of() : null,
            this::optionalList,
            this::fallback,
            this::instead,
            this::server,
            aside -> names.read(aside.content(), aside.item()),
            aside -> some(own(aside)),
            this::programs,
            this::another,
            aside -> some(recommended(aside.content())),
            this::levels);
  }

  /**
   * @param whole what stands between the brackets
   * @param items the item before them, then its alternatives; changed in place
   * @param alternatives whether "or" follows, so that "(recommended)" does not make it optional
   * @param level the level of what is needed besides
   * @return further requirements found in the brackets
   */
  List<Mention> read(List<Lexeme> whole, List<Mention> items, boolean alternatives, Level level) {
    boolean placed = whole.size() > 1 && whole.getLast().is(Role.ON_PATH); // "(acme in PATH)"
    List<Lexeme> content = placed ? whole.subList(0, whole.size() - 1) : whole;
    Aside aside = Aside.of(content, items, alternatives, level);
    for (Rule rule : rules) {
      List<Mention> besides = rule.read(aside);
      if (besides != null) {
        return besides;
      }
    }
    return List.of();
  }

  private static List<Mention> some(List<Mention> found) {
    return found.isEmpty() ? null : found;
  }

  private List<Mention> inner(Level level, List<Lexeme> content) {
    return outer.inner(level, true).read(content);
  }

  private List<Mention> keys(Aside aside) {
    return aside.has(Role.VARIABLE)
        ? AsideKeys.read(aside.content(), aside.items(), aside.level(), outer)
        : null;
  }

  private List<Mention> installed(Aside aside) {
    if (!aside.first().is(Role.INSTALL)) {
      return null;
    }
    AsideNames.installed(aside.content(), aside.item());
    boolean further = aside.item().kind == Kind.RUNTIME && !aside.first().head().equals("run");
    return further // "Python 3.9+ (pip install acme)"
        ? inner(aside.item().level, aside.content())
        : List.of();
  }

  private static List<Mention> version(Aside aside) {
    if (aside.first().is(Role.VERSION, Role.COMPARATOR, Role.AT_LEAST)) {
      return AsideVersions.read(aside.content(), aside.item());
    }
    boolean preferred = aside.first().is(Role.OPTIONALLY) && aside.longer(1);
    return preferred && aside.content().get(1).is(Role.VERSION)
        ? AsideVersions.preferred(aside.from(1), aside.item())
        : null;
  }

  /** "macOS only (uses sips and open)" */
  private List<Mention> ofHost(Aside aside) {
    boolean host = aside.item().kind == Kind.OS || aside.item().kind == Kind.AGENT;
    return host && aside.first().is(Role.USE, Role.NEED) && aside.longer(2)
        ? inner(aside.item().level, aside.content())
        : null;
  }

  /** "Windows (WSL2)", "macOS or Linux (WSL on Windows)" */
  private List<Mention> within(Aside aside) {
    Mention item = aside.item();
    if (item.kind != Kind.OS) {
      return null;
    }
    Term machine = aside.first().term(Kind.HARDWARE);
    boolean one = aside.content().stream().skip(1).allMatch(w -> says(w, "only"));
    if (machine != null && one) {
      return List.of(Nouns.mention(machine)); // "macOS (Apple Silicon)"
    }
    if (item.name.equals("windows") && linuxWithin(aside.content(), item)) {
      return List.of();
    }
    if (item.level != Level.REQUIRED || !aside.otherSystem()) {
      return null;
    }
    Mention within = new Mention(Kind.OS, "wsl");
    within.joinedBy = Role.OR;
    return List.of(within);
  }

  /** "acme (needs emca)" */
  private List<Mention> needs(Aside aside) {
    return aside.first().is(Role.NEED) && aside.longer(1) && aside.item().partial()
        ? inner(aside.item().level, aside.content())
        : null;
  }

  /** "(optional: emca)" */
  private List<Mention> optionalList(Aside aside) {
    boolean list = aside.first().is(Role.OPTIONAL) && aside.longer(2);
    return list && aside.content().get(1).is(Role.COLON)
        ? inner(Level.OPTIONAL, aside.from(2))
        : null;
  }

  /** "acme (falls back to emca)", "acme (fallback: emca)" */
  private List<Mention> fallback(Aside aside) {
    boolean back = aside.first().text().toLowerCase(Locale.ROOT).contains("back");
    boolean noun = aside.longer(2) && aside.content().get(1).is(Role.COLON);
    if (!back || !aside.longer(1) || !noun && !aside.first().is(Role.FALLBACK)) {
      return null;
    }
    List<Mention> other = alternatives(aside.from(noun ? 2 : 1), aside.level());
    return other.size() == 1 && !other.getFirst().unknown ? other : List.of();
  }

  private List<Mention> instead(Aside aside) {
    if (aside.first().is(Role.OR) && aside.item().unnamed) {
      List<Mention> instead = inner(aside.level(), aside.from(1));
      instead.forEach(mention -> mention.demote(Level.CONDITIONAL));
      instead.forEach(mention -> mention.beside = true);
      return instead; // "an API key (or a local acme server)"
    }
    if (aside.first().is(Role.OR)) {
      return alternatives(aside.from(1), aside.level());
    }
    return aside.first().is(Role.AND) ? inner(aside.level(), aside.from(1)) : null;
  }

  /** "Acme 5 (an add-on, the Acme MCP)" */
  private List<Mention> server(Aside aside) {
    boolean server =
        aside.content().stream().anyMatch(w -> w.is(Role.HEAD) && w.head().equals("mcp"));
    boolean named = aside.content().stream().anyMatch(w -> w.is(Role.TERM, Role.COMMA));
    return server && aside.item().kind == Kind.SERVICE && named && !aside.has(Role.OR)
        ? inner(aside.item().level, aside.content())
        : null;
  }

  private List<Mention> programs(Aside aside) {
    Mention item = aside.item();
    boolean ways = item.kind == Kind.RUNTIME || item.kind == Kind.PACKAGE;
    if (ways
        && aside.longer(2)
        && aside.first().term(Kind.TOOL) != null
        && aside.content().get(1).is(Role.OR)
        && aside.content().get(2).term(Kind.TOOL) != null) {
      return inner(item.level, aside.content()); // "Java 17 (Maven or Gradle)"
    }
    if (item.kind == Kind.TOOL && aside.listsCommands()) {
      List<Mention> commands = inner(item.level, aside.content());
      if (!commands.isEmpty()) {
        item.name = commands.removeFirst().name; // "Acme (acme, acmectl)"
      }
      return commands;
    }
    boolean broad = item.kind == Kind.RUNTIME || item.unknown; // "the Go toolchain (gofmt, gopls)"
    return broad && aside.has(Role.COMMA) && Aside.commands(aside.content())
        ? inner(item.level, aside.content())
        : null;
  }

  /** "macOS with sips (swift for the masks)" */
  private List<Mention> another(Aside aside) {
    Lexeme first = aside.first();
    boolean other =
        aside.longer(2)
            && aside.content().get(1).is(Role.FOR)
            && first.is(Role.TERM)
            && !Nouns.capital(first)
            && (first.term(Kind.TOOL) != null
                || first.term(Kind.RUNTIME) != null
                || first.term(Kind.PACKAGE) != null)
            && first.terms().stream().noneMatch(t -> t.name().equals(aside.item().name));
    if (!other || !aside.item().partial() || aside.choice()) {
      return null;
    }
    List<Mention> part = inner(Level.CONDITIONAL, aside.content());
    part.forEach(mention -> mention.demote(Level.CONDITIONAL));
    return part;
  }

  /** "(optional)", "(only for tests)": how much the item is needed; and what has a floor there. */
  private List<Mention> levels(Aside aside) {
    Mention item = aside.item();
    List<Lexeme> content = aside.content();
    if (content.getLast().is(Role.OPTIONAL) && aside.has(Role.HEAD)) {
      return List.of(); // "Acme (a paid plan is recommended)"
    }
    boolean spared = // "acme (not required)"
        content.size() == 1
            && content.getFirst().is(Role.NOT)
            && SPARED.stream()
                .anyMatch(content.getFirst().text().toLowerCase(Locale.ROOT)::endsWith);
    boolean optional =
        content.stream().anyMatch(w -> w.is(Role.OPTIONAL) && !isDefault(w))
            || spared
            || aside.has(Role.IF_AVAILABLE);
    if (optional && content.size() == 1) {
      item.spokenOf(); // "acme (optional)"
    }
    if (optional && !aside.alternatives() && item.joinedBy != Role.OR && item.group == 0) {
      aside.items().forEach(each -> each.demote(Level.OPTIONAL));
    }
    boolean only = content.size() > 1 && content.size() < 4 && says(content.getLast(), "only");
    if (only && content.stream().anyMatch(w -> PARTS.contains(w.text().toLowerCase(Locale.ROOT)))) {
      item.demote(Level.CONDITIONAL); // "python (script only)"
    }
    boolean explains =
        content.size() > 1
            && item.version != null
            && (content.get(1).code()
                || content.get(1).text().toLowerCase(Locale.ROOT).startsWith(item.name));
    if (explains) {
      return List.of(); // "git 2.38+ (for `git merge-tree`)": says why this version
    }
    boolean needed = aside.first().text().toLowerCase(Locale.ROOT).startsWith("only required");
    if (needed && aside.first().is(Role.ONLY_FOR)) {
      item.level = Level.CONDITIONAL; // "Docker is optional (only required when ...)"
    }
    if (forAPart(aside)) {
      item.demote(Level.CONDITIONAL);
    }
    return optional ? List.of() : besides(aside);
  }

  private boolean forAPart(Aside aside) {
    Lexeme first = aside.first();
    boolean spared = // "ACME_KEY (not needed with a local server)"
        first.is(Role.NOT)
            && aside.longer(2)
            && first.text().toLowerCase(Locale.ROOT).endsWith("needed");
    boolean part =
        aside.content().stream().anyMatch(w -> vocabulary.part(w.text().toLowerCase(Locale.ROOT)))
            || aside.has(Role.PLACE)
            // "ffmpeg (for video files), git": each for what it is for; of two ways the whole
            // needs one
            || !aside.choice() && aside.item().partial() && aside.item().group == 0;
    boolean all = // "acme (required for all commands)"
        aside.longer(1) && ALL.contains(aside.content().get(1).text().toLowerCase(Locale.ROOT));
    boolean runner = // "Node.js (for npx)": a program that only this runs
        aside.item().kind == Kind.RUNTIME
            && aside.content().size() == 2
            && aside.content().get(1).term(Kind.TOOL) != null;
    if ((all || runner) && first.is(Role.ONLY_FOR, Role.FOR)) {
      return false;
    }
    return spared || first.is(Role.ONLY_FOR, Role.CONDITION) || first.is(Role.FOR) && part;
  }

  private List<Mention> besides(Aside aside) {
    List<Mention> besides = floors(aside.content(), aside.item(), aside.level());
    if (aside.alternatives()) {
      // "npx (Node 18+) or Docker": what runs one of two ways belongs to that way
      besides.removeIf(m -> m.kind != Kind.RUNTIME || aside.item().kind != Kind.TOOL);
      besides.forEach(m -> m.demote(Level.CONDITIONAL));
      besides.forEach(m -> m.beside = true);
    }
    return besides;
  }

  private static boolean says(Lexeme word, String text) {
    return word.text().equals(text);
  }

  /** "(indexing; the flag defaults to true)": of a setting, not of what stands before. */
  private static boolean isDefault(Lexeme word) {
    return word.text().toLowerCase(Locale.ROOT).startsWith("default");
  }

  /** {@code Windows (WSL2)}: what runs is the Linux within. */
  private boolean linuxWithin(List<Lexeme> content, Mention windows) {
    boolean only =
        content.stream().allMatch(w -> w.is(Role.TERM, Role.VERSION, Role.WITH, Role.GLUE));
    List<Mention> found = only ? outer.inner(windows.level, true).read(content) : List.of();
    boolean within = found.size() == 1 && found.getFirst().name.equals("wsl");
    if (within) {
      windows.name = "wsl";
      windows.version = found.getFirst().version;
    }
    return within;
  }

  /** {@code Docker (or Podman)} */
  private List<Mention> alternatives(List<Lexeme> content, Level level) {
    List<Mention> found = outer.inner(level, true).read(content);
    found.forEach(mention -> mention.joinedBy = Role.OR);
    return found;
  }

  /** {@code R (tidyverse recommended)}: what is recommended there is something else. */
  private List<Mention> recommended(List<Lexeme> content) {
    boolean last = content.getLast().is(Role.OPTIONAL) && content.size() > 1;
    List<Mention> found = last ? outer.inner(Level.OPTIONAL, true).read(content) : List.of();
    found.forEach(mention -> mention.level = Level.OPTIONAL);
    return found;
  }

  /** What brackets name besides the item: packages of a runtime, systems, something optional. */
  private List<Mention> own(Aside aside) {
    List<Lexeme> content = aside.content();
    Mention item = aside.item();
    boolean runtime = item.kind == Kind.RUNTIME;
    if (runtime && aside.library()) {
      Mention named = new Mention(Kind.PACKAGE, content.getFirst().text());
      named.level =
          aside.choice() ? Level.CONDITIONAL : item.level; // "Python 3.10+ (acme-kit 1.x)"
      return List.of(Nouns.versioned(named, content, 1));
    }
    boolean packages = runtime && (aside.only(Kind.PACKAGE) || aside.libraries());
    packages |= aside.contained();
    boolean systems =
        aside.only(Kind.OS)
            && content.size() > 1
            && !aside.choice()
            && item.level == Level.REQUIRED; // else the systems are those of one of several ways
    boolean other =
        aside.has(Role.OPTIONAL)
            && content.getFirst().is(Role.TERM)
            && content.getFirst().terms().stream().noneMatch(t -> t.name().equals(item.name));
    if (!packages && !systems && !other) {
      return List.of();
    }
    List<Mention> found = outer.inner(systems ? Level.REQUIRED : aside.level(), true).read(content);
    found.removeIf(m -> other && m.level == Level.REQUIRED);
    return found;
  }

  /** Names with a version of their own: {@code WordPress 6.9+ (PHP 7.2.24+)}. */
  private List<Mention> floors(List<Lexeme> content, Mention item, Level level) {
    List<Mention> found = new ArrayList<>();
    for (Mention mention : outer.inner(level, false).read(content)) {
      boolean other = !mention.name.equals(item.name) && mention.kind != Kind.OS;
      other &= !mention.name.equals("build"); // "Windows 11 (build 22000+)"
      other &= !AsideNames.registry(mention.name); // "(PyPI 2.8 caps at <3.12)"
      if (mention.name.equals(item.name) && item.version == null) {
        item.version = mention.version; // "acme for the versions (acme >= 2)"
      }
      boolean network = mention.kind == Kind.NETWORK; // "ACME_KEY (network access to its API)"
      if ((mention.version != null || network) && other && mention.kind != Kind.AGENT) {
        mention.demote(item.level); // "a GPU is recommended (CUDA 12+)"
        found.add(mention);
      }
    }
    return found;
  }
}
