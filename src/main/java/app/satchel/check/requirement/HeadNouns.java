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
  /** Last words of adjectives that also say what a skill does. */
  private static final Set<String> TASKS =
      Set.of("generation", "debugging", "editing", "making", "reading", "writing", "quality");

  private final Vocabulary vocabulary;
  private final PackageNouns packages;
  private final CredentialNouns credentials;
  private final ComposedNames composed;

  HeadNouns(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.packages = new PackageNouns(vocabulary);
    this.composed = new ComposedNames(vocabulary);
    this.credentials = new CredentialNouns(vocabulary, composed);
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
    if (head > 0 && article(words.get(head - 1)) && program) {
      return List.of(); // "the CLI": one that was named before.
    }
    List<Lexeme> before = Nouns.trim(words.subList(0, head));
    List<Lexeme> after = Nouns.trim(words.subList(head + 1, words.size()));
    return switch (words.get(head).head()) {
      case "mcp" ->
          before.isEmpty() && after.size() == 1
              ? server(after.getFirst(), words.get(head))
              : numbered(mcp(words.subList(0, head), words.get(head)), after);
      case "credential" ->
          goesOn(after) ? List.of() : credentials.read(words.subList(0, head), words.get(head));
      case "skill" -> skill(before, after, words.get(head), lenient);
      case "package" -> packages.read(before, after, words.get(head));
      case "tool" -> tool(before, after, words.get(head));
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

  /** "Acme MCP server v2+" */
  private static List<Mention> numbered(List<Mention> servers, List<Lexeme> after) {
    boolean version =
        !after.isEmpty()
            && after.stream().allMatch(w -> w.is(Role.VERSION, Role.COMPARATOR, Role.OR_LATER));
    if (version && servers.size() == 1) {
      Nouns.versioned(servers.getFirst(), after, 0);
    }
    return servers;
  }

  private List<Mention> mcp(List<Lexeme> whole, Lexeme head) {
    List<Lexeme> before = whole;
    while (before.size() > 1
        && describes(before.getLast())
        && names(before.get(before.size() - 2))) {
      before = before.subList(0, before.size() - 1); // "the acme-cloud managed MCP server"
    }
    Lexeme last = before.isEmpty() ? null : before.getLast();
    boolean slug =
        last != null
            && last.is(Role.WORD)
            && last.text().indexOf('-') > 0
            && last.text().equals(last.text().toLowerCase(Locale.ROOT))
            && !vocabulary.adjective(last.text());
    // "the Acme-hosted file-keeper MCP": such a name is whole.
    slug |= last != null && last.code() && Nouns.isSlug(last.text());
    boolean plain = last != null && last.is(Role.WORD) && !last.code() && !Nouns.capital(last);
    boolean function = plain && last.text().indexOf('_') > 0;
    if (function && head.text().equalsIgnoreCase("MCP tool")) {
      return List.of(); // "the read_page MCP tool": a function of a server without a name
    }
    boolean sentence =
        before.stream().allMatch(w -> w.is(Role.WORD) && vocabulary.ordinary(w.text()));
    boolean any = sentence && head.text().toLowerCase(Locale.ROOT).endsWith("tools");
    boolean common = plain && last.text().indexOf('-') < 0 && vocabulary.ordinary(last.text());
    boolean sort = before.size() > 1 && before.get(before.size() - 2).is(Role.GENERIC);
    if (common && (any || sort && !vocabulary.mcpServer(last.text()))) {
      return List.of(); // "can call MCP tools", "a project management MCP"
    }
    String name = slug && Nouns.isSlug(last.text()) ? last.text() : composed.joined(before, true);
    if (name.isEmpty()) {
      name = ComposedNames.common(before);
    }
    boolean runtime = before.stream().allMatch(w -> w.term(Kind.RUNTIME) != null);
    return name.isEmpty() || runtime ? List.of() : List.of(new Mention(Kind.MCP, name));
  }

  /** "the MCP server github": a name that follows. */
  private List<Mention> server(Lexeme word, Lexeme head) {
    boolean named = word.is(Role.TERM, Role.WORD) && Nouns.isSlug(word.text());
    boolean known = word.term() != null || word.code() || !vocabulary.ordinary(word.text());
    boolean noun = head.text().toLowerCase(Locale.ROOT).matches("mcp servers?");
    return noun && named && known
        ? List.of(new Mention(Kind.MCP, word.text().toLowerCase(Locale.ROOT)))
        : List.of();
  }

  private boolean describes(Lexeme word) {
    boolean plain = word.is(Role.WORD) && !word.code() && !Nouns.capital(word);
    return plain && word.text().indexOf('-') < 0 && vocabulary.ordinary(word.text());
  }

  private static boolean names(Lexeme word) {
    return word.is(Role.TERM) || word.code() || Nouns.capital(word) || word.text().indexOf('-') > 0;
  }

  private List<Mention> skill(
      List<Lexeme> before, List<Lexeme> after, Lexeme head, boolean lenient) {
    List<Lexeme> side = before.isEmpty() ? after : before;
    if (side.isEmpty()) {
      return null;
    }
    boolean quoted = !after.isEmpty() && after.getFirst().code(); // "the migration skill `acme-up`"
    Lexeme word = before.isEmpty() || quoted ? after.getFirst() : side.getLast();
    if (word.term(Kind.AGENT) != null && !after.isEmpty() && slugged(after.getFirst())) {
      return List.of(new Mention(Kind.SKILL, after.getFirst().text())); // "Codex skills acme-a, b"
    }
    if (word.term(Kind.AGENT) != null && !word.code()) {
      return null; // "Claude Code skills"
    }
    if (word.is(Role.PLACE)
        && word.text().startsWith("/")
        && Nouns.isSlug(word.text().substring(1))) {
      boolean own = before.stream().anyMatch(w -> vocabulary.bundled(w.text()));
      String name = word.text().substring(1); // "the /acme-review skill"
      return own ? List.of() : List.of(new Mention(Kind.SKILL, name));
    }
    if (word.text().equalsIgnoreCase("so")) {
      return List.of(); // "so the skill works without it"
    }
    boolean plain = word.is(Role.WORD) && !word.code() && word.text().indexOf('-') < 0;
    if (before.size() > 1 && plain && vocabulary.ordinary(word.text())) {
      return List.of(); // "a product that loads skills"
    }
    boolean agent = head.text().toLowerCase(Locale.ROOT).startsWith("subagent");
    boolean composed = word.text().indexOf('-') > 0 || word.text().indexOf('_') > 0;
    if (agent && !word.code() && !composed) {
      return List.of(); // "parallel subagents"; but "the fact-checker subagent"
    }
    boolean one = lenient && !head.text().endsWith("s");
    boolean slug =
        Nouns.isSlug(word.text())
            && word.text().indexOf('.') < 0
            && (word.code()
                || (!vocabulary.adjective(word.text()) || one && task(word.text()))
                    && word.is(Role.WORD, Role.TERM)
                    && word.text().equals(word.text().toLowerCase(Locale.ROOT))
                    && (lenient && !before.isEmpty() || composed));
    return slug ? List.of(new Mention(Kind.SKILL, word.text())) : List.of();
  }

  /** "the report-writing skill": what it does, rather than an adjective. */
  private static boolean task(String word) {
    return TASKS.contains(word.substring(word.lastIndexOf('-') + 1));
  }

  private static boolean slugged(Lexeme word) {
    return word.is(Role.WORD) && word.text().indexOf('-') > 0 && Nouns.isSlug(word.text());
  }

  static List<Lexeme> words(List<Lexeme> first, List<Lexeme> second) {
    List<Lexeme> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private List<Mention> tool(List<Lexeme> before, List<Lexeme> after, Lexeme head) {
    List<Lexeme> named = before;
    while (named.size() > 1
        && named.getLast().is(Role.HEAD)
        && named.getLast().head().equals("tool")) {
      named = named.subList(0, named.size() - 1); // "the `acme` CLI binary"
    }
    int end = named.size();
    while (end > 1 && named.get(end - 1).is(Role.VERSION, Role.COMPARATOR)) {
      end--;
    }
    if (end < named.size() && named.get(end - 1).term(Kind.RUNTIME) != null) {
      Mention runtime = Nouns.mention(named.get(end - 1).term(Kind.RUNTIME));
      return List.of(Nouns.versioned(runtime, named, end)); // "Python 3.10+ CLIs"
    }
    boolean place = !named.isEmpty() && named.getLast().is(Role.PLACE); // "Codex /goal command"
    return named.isEmpty() || place ? null : program(named, after, head);
  }

  private List<Mention> program(List<Lexeme> before, List<Lexeme> after, Lexeme head) {
    Lexeme last = before.getLast();
    if (last.is(Role.SCOPED)) {
      return List.of(new Mention(Kind.PACKAGE, last.text()));
    }
    // "Codex CLI" is the agent, "GitHub CLI" the tool: the vocabulary knows the phrase or the name.
    Term term =
        last.term(Kind.TOOL) != null
            ? last.term(Kind.TOOL)
            : last.term(Kind.AGENT) != null ? last.term(Kind.AGENT) : last.term(Kind.RUNTIME);
    boolean file =
        Set.of("binary", "binaries", "executable").contains(head.text().toLowerCase(Locale.ROOT));
    boolean made = term != null && term.kind() == Kind.RUNTIME || last.term(Kind.OS) != null;
    boolean run = head.text().equalsIgnoreCase("executable"); // "the Rscript executable"
    if (file && made && !run || last.term(Kind.OS) != null) {
      return List.of(); // "Go binary", "macOS executable": what it is made of or for
    }
    boolean plain = file && term == null && !last.code() && vocabulary.ordinary(last.text());
    boolean everyday = // "the native fork command"
        head.text().equalsIgnoreCase("command")
            && term == null
            && last.is(Role.WORD)
            && !last.code()
            && !Nouns.capital(last)
            && last.text().indexOf('-') < 0
            && vocabulary.ordinary(last.text());
    if (everyday) {
      return List.of();
    }
    boolean letters = last.text().length() < 3 && last.is(Role.WORD); // "the rk binary"
    if (plain && !letters && last.text().indexOf('-') < 0) {
      return List.of(); // "reviewed native binaries"
    }
    if (term != null && term.kind() == Kind.AGENT && !Nouns.capital(last)) {
      return List.of(new Mention(Kind.TOOL, last.text())); // "the codex CLI" is a command.
    }
    boolean given = last.code() && term != null && term.kind() == Kind.TOOL;
    given &= Nouns.isSlug(last.text()) && !Nouns.capital(last); // "the `acme-client` CLI"
    String name = term == null ? commandName(before, head) : given ? last.text() : term.name();
    if (name.isEmpty()) {
      return List.of();
    }
    Mention mention = new Mention(term == null ? Kind.TOOL : term.kind(), name);
    return List.of(Nouns.versioned(mention, words(before, after), 0));
  }

  /** The command of an unknown CLI: the last word when it looks like a command, else all joined. */
  private String commandName(List<Lexeme> before, Lexeme head) {
    Lexeme last = before.getLast();
    String like = last.text().toLowerCase(Locale.ROOT).replaceFirst("-compatible$", "");
    if (like.length() < last.text().length() && !vocabulary.terms(like).isEmpty()) {
      return vocabulary.terms(like).getFirst().name(); // "a Docker-compatible CLI"
    }
    if (!last.code() && vocabulary.adjective(last.text())) {
      return ""; // "read-only platform CLIs"
    }
    if (last.term(Kind.HARDWARE) != null) {
      return ""; // "local disk utilities"
    }
    boolean several = head.text().toLowerCase(Locale.ROOT).endsWith("s");
    boolean plain = last.is(Role.WORD) && !last.code() && !Nouns.capital(last);
    Lexeme sort = before.size() > 1 ? before.get(before.size() - 2) : last;
    boolean sorted = // "an issue tracker CLI"
        sort != last && sort.is(Role.GENERIC, Role.WORD) && vocabulary.ordinary(sort.text());
    if ((several || sorted && !Nouns.capital(sort)) && plain && vocabulary.ordinary(last.text())) {
      return ""; // "the helper CLIs"
    }
    if (plain && last.text().endsWith("ed") && vocabulary.ordinary(last.text())) {
      return ""; // "that tool's documented CLI"
    }
    boolean command = last.code() || (!Nouns.capital(last) && Nouns.isSlug(last.text()));
    if (command && last.is(Role.WORD, Role.TERM)) {
      return last.text();
    }
    boolean described = last.is(Role.GENERIC) && before.stream().noneMatch(Lexeme::capitalised);
    String name = described ? "" : composed.joined(before, true); // "a runnable test command"
    boolean cli = head.text().equalsIgnoreCase("CLI");
    return name.isEmpty() && cli ? ComposedNames.common(before) : name;
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
    if (what && sort != null && (sort.term() != null || strange)) {
      unversioned = unversioned.subList(0, unversioned.size() - 1); // "the Acme tracking server"
      last = unversioned.getLast();
    }
    Term term = last.term();
    if (term == null && !last.code() && vocabulary.adjective(last.text())) {
      return List.of(); // "an external Node-based server"
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

  static List<Lexeme> from(List<Lexeme> words, Lexeme first) {
    return words.subList(words.indexOf(first), words.size());
  }
}
