package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads an item by the noun that says what its neighbours name: {@code the ax CLI}, {@code a Stripe
 * API key}, {@code QuickBooks MCP}, {@code the requests library}.
 */
final class HeadNouns {
  private final Vocabulary vocabulary;
  private final PackageNouns packages;
  private final CredentialNouns credentials;
  private final ComposedNames composed;
  private final ServerNouns servers;
  private final SkillNouns skills;
  private final ProgramNouns programs;

  HeadNouns(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.packages = new PackageNouns(vocabulary);
    this.composed = new ComposedNames(vocabulary);
    this.credentials = new CredentialNouns(vocabulary, composed);
    this.servers = new ServerNouns(vocabulary, composed);
    this.skills = new SkillNouns(vocabulary);
    this.programs = new ProgramNouns(vocabulary, composed);
  }

  /** The last noun that says what its neighbours name; -1 when there is none. */
  static int head(List<Lexeme> words) {
    int found = -1;
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).is(Role.HEAD)) {
        boolean mcp =
            found >= 0 && words.get(found).head().equals("mcp") && !words.get(found).code();
        if (!mcp || words.get(i).head().equals("package") && library(words, found)) {
          found = i;
        }
      }
    }
    return found;
  }

  /** "the mcp package": a library of that name. */
  private static boolean library(List<Lexeme> words, int at) {
    boolean named = at > 0 && words.get(at - 1).is(Role.WORD, Role.TERM);
    return words.get(at).text().equals("mcp") && !named;
  }

  /** What a head noun's neighbours name; null when the head says nothing here. */
  List<Mention> typed(List<Lexeme> words, int head, boolean lenient) {
    boolean program = Set.of("tool", "mcp", "service").contains(words.get(head).head());
    boolean named = head + 1 < words.size() && words.get(head + 1).text().endsWith("ed");
    if (head > 0 && article(words.get(head - 1)) && program && !named) {
      return List.of(); // "the CLI": one that was named before.
    }
    List<Lexeme> before = Nouns.trim(words.subList(0, head));
    List<Lexeme> after = Nouns.trim(words.subList(head + 1, words.size()));
    return switch (words.get(head).head()) {
      case "mcp" -> servers.read(words.subList(0, head), before, after, words.get(head));
      case "credential" ->
          goesOn(after) ? List.of() : credentials.read(words.subList(0, head), words.get(head));
      case "skill" -> skills.read(before, after, words.get(head), lenient);
      case "package" -> packages.read(before, after, words.get(head));
      case "tool" -> programs.read(before, after, words.get(head));
      case "service" ->
          words.get(head).text().toLowerCase(Locale.ROOT).startsWith("integration")
                  && (before.isEmpty() || before.getLast().term(Kind.SERVICE) == null)
              ? integration(before)
              : service(words.subList(0, head), after, words.get(head));
      default -> null;
    };
  }

  /** "the Acme login node": the noun only describes another. */
  private boolean goesOn(List<Lexeme> after) {
    Lexeme next = after.isEmpty() ? null : after.getFirst();
    return next != null
        && next.is(Role.WORD)
        && !Nouns.capital(next)
        && !next.text().endsWith("ed")
        && vocabulary.ordinary(next.text());
  }

  /** "nmap integration": the program; null where nothing known is integrated. */
  private static List<Mention> integration(List<Lexeme> before) {
    Term tool = before.isEmpty() ? null : before.getLast().term(Kind.TOOL);
    return tool == null ? null : List.of(Nouns.mention(tool));
  }

  private static boolean article(Lexeme word) {
    return Set.of("the", "a", "an", "this", "that", "any")
        .contains(word.text().toLowerCase(Locale.ROOT));
  }

  static List<Lexeme> words(List<Lexeme> first, List<Lexeme> second) {
    List<Lexeme> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  List<Mention> service(List<Lexeme> all, List<Lexeme> after, Lexeme head) {
    List<Lexeme> before = Nouns.trim(all);
    if (before.isEmpty() && !all.isEmpty()) {
      String name = ComposedNames.titled(all);
      return name.isEmpty() ? null : List.of(new Mention(Kind.SERVICE, name));
    }
    while (before.size() > 1
        && before.getLast().is(Role.HEAD)
        && Set.of("instance", "connection", "running").contains(head.text())) {
      before = before.subList(0, before.size() - 1); // "an acme-mcp server instance"
    }
    if (before.isEmpty()) {
      return null;
    }
    List<Lexeme> unversioned =
        before.stream()
            .filter(w -> !w.is(Role.VERSION, Role.OR_LATER, Role.AT_LEAST, Role.GLUE))
            .toList();
    if (unversioned.isEmpty()) {
      return null;
    }
    Lexeme last = unversioned.getLast();
    boolean what = last.is(Role.WORD) && !Nouns.capital(last) && vocabulary.ordinary(last.text());
    Lexeme sort = unversioned.size() > 1 ? unversioned.get(unversioned.size() - 2) : null;
    boolean strange = // "the acme-island widget running"
        sort != null
            && head.text().equals("running")
            && sort.is(Role.WORD)
            && !vocabulary.ordinary(sort.text());
    Lexeme slug = unversioned.getFirst();
    boolean described = // "the acme-ai document processing backend"
        unversioned.size() > 2
            && slug.is(Role.WORD)
            && slug.text().indexOf('-') > 0
            && !Nouns.capital(slug)
            && !vocabulary.adjective(slug.text())
            && !vocabulary.ordinary(slug.text())
            && unversioned.stream().skip(1).allMatch(this::plain);
    if (described) {
      unversioned = List.of(slug);
      last = slug;
    } else if (what && sort != null && (sort.term() != null || strange)) {
      unversioned = unversioned.subList(0, unversioned.size() - 1); // "the Acme tracking server"
      last = unversioned.getLast();
    }
    Term term = last.term();
    boolean plain = vocabulary.adjective(last.text());
    plain |= unversioned.size() == 1 && vocabulary.initials(last.text());
    if (term == null && !last.code() && plain) {
      return List.of(); // "an external Node-based server", "a CRM connection"
    }
    boolean endpoint = head.text().toLowerCase(Locale.ROOT).contains("endpoint");
    boolean remote = endpoint && last.text().equals("RPC") && unversioned.size() == 2;
    if (remote && Nouns.capital(unversioned.getFirst())) {
      String node = unversioned.getFirst().text().toLowerCase(Locale.ROOT) + "-rpc";
      return List.of(new Mention(Kind.SERVICE, node)); // "an Acme RPC endpoint"
    }
    if (endpoint && last.term(Kind.SERVICE) == null) {
      return List.of(); // "a render endpoint"; but "a Foundry project endpoint"
    }
    boolean server = head.text().equalsIgnoreCase("server") && last.text().contains("-mcp-");
    if (Nouns.namesMcp(last) || server && last.is(Role.WORD)) {
      return List.of(
          new Mention(Kind.MCP, last.text().toLowerCase(Locale.ROOT))); // "the mcp-files server"
    }
    boolean goesOn = !after.isEmpty() && after.getFirst().is(Role.GENERIC, Role.WORD);
    if (term == null && head.text().equalsIgnoreCase("workspace")) {
      return List.of(); // a place of work, not something that runs
    }
    if (goesOn && (term == null || term.kind() == Kind.TOOL)) {
      return null; // "an Acme Workspace project", "facts of the Acme engine"
    }
    if (term != null) {
      Term service = last.term(Kind.SERVICE);
      Mention mention = Nouns.mention(service == null ? term : service);
      if (mention.kind == Kind.OS) {
        return List.of(mention); // "Ubuntu 22.04 database hosts": no Linux 22.04
      }
      if (mention.kind == Kind.PACKAGE && head.text().toLowerCase(Locale.ROOT).endsWith("server")) {
        mention.kind = Kind.SERVICE; // "an MLflow server"
      }
      return List.of(Nouns.versioned(mention, words(from(before, last), after), 0));
    }
    boolean word = last.is(Role.WORD) && Nouns.isSlug(last.text());
    boolean named = word && (last.code() || !vocabulary.ordinary(last.text()));
    if (word && !Nouns.capital(last) && named && !vocabulary.adjective(last.text())) {
      return List.of(Nouns.versioned(new Mention(Kind.SERVICE, last.text()), after, 0));
    }
    boolean everyday = head.text().endsWith("enabled") && vocabulary.ordinary(last.text());
    String name = // "Remote Control API enabled"
        last.is(Role.WORD) && Nouns.capital(last) && !everyday
            ? composed.joined(before, true)
            : ComposedNames.titled(all);
    return name.isEmpty()
        ? List.of()
        : List.of(
            Nouns.versioned(new Mention(Kind.SERVICE, name), words(from(before, last), after), 0));
  }

  private boolean plain(Lexeme word) {
    boolean everyday = word.is(Role.WORD) && vocabulary.ordinary(word.text());
    return word.is(Role.GENERIC) || everyday && !Nouns.capital(word) && !word.code();
  }

  static List<Lexeme> from(List<Lexeme> words, Lexeme first) {
    return words.subList(words.indexOf(first), words.size());
  }
}
