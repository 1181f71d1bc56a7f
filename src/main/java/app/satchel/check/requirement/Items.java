package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes the items between the words that govern them into the list of what is needed, as the state
 * of the sentence says: with its level, as another version, or not at all.
 */
final class Items {
  /** What a skill that works with it needs; of libraries and programs that says nothing. */
  private static final Set<Kind> COMPANIONS =
      Set.of(Kind.OS, Kind.AGENT, Kind.MCP, Kind.CREDENTIAL, Kind.SKILL, Kind.NETWORK);

  /** What a skill can leave to the person who uses it. */
  private static final Set<Kind> SUPPORTED = Set.of(Kind.PACKAGE, Kind.SERVICE, Kind.RUNTIME);

  private static final Set<String> INSTALLERS =
      Set.of("brew", "npm", "npx", "uvx", "pip", "pipx", "apt", "cargo", "winget");

  private final NounReader nouns;
  private final Prose prose;
  private final ClauseState state;
  private final ItemList own;
  private final Completions completions;
  private final Fallbacks fallbacks;
  private final Hosts hosts;

  Items(Vocabulary vocabulary, NounReader nouns, Prose prose, ClauseState state, ItemList own) {
    this.nouns = nouns;
    this.prose = prose;
    this.state = state;
    this.own = own;
    this.completions = new Completions(vocabulary, prose, state, own);
    this.fallbacks = new Fallbacks(nouns, prose, state, own);
    this.hosts = new Hosts(prose, state);
  }

  /** "works without it", "falls back to the gh CLI". */
  void fallback(Lexeme words) {
    fallbacks.read(words);
  }

  /** Reads the words between two that govern. */
  void read(List<Lexeme> item) {
    if (Clause.onlyGlue(item)) {
      return;
    }
    if (state.purpose && state.joinedBy == Role.AND && Clause.floor(item)) {
      state.purpose = false; // "access to the API and Python 3.9": a version is no state.purpose.
    }
    if (state.purpose
        && state.joinedBy == Role.OR
        && item.stream().anyMatch(w -> w.is(Role.SCOPED))) {
      state.purpose = false; // "acme for Python or @acme/kit for Node"
    }
    if (state.purpose && state.joinedBy == Role.AND && !state.condition && network(item)) {
      state.purpose = false; // "git for cloning and internet access"
    }
    if (!state.insteadOf.isEmpty()) {
      fallbacks.instead(item);
      return;
    }
    boolean another =
        (state.joinedBy == Role.OR || state.joinedBy == Role.SLASH)
            && !own.isEmpty()
            && own.last().kind == Kind.SKILL;
    boolean made = (state.source || another) && !state.negated && !state.verified;
    if (made && isSkill(item)) {
      String name = item.getFirst().text().replaceFirst("^/", "");
      add(List.of(new Mention(Kind.SKILL, name)), true);
      return; // "an index made by acme-docs-indexer"
    }
    if (sibling(item) && !state.negated && !state.verified) {
      String path = item.getLast().text();
      add(List.of(new Mention(Kind.SKILL, path.substring(3))), true);
      return;
    }
    if (state.verified || state.purpose || state.idle) {
      state.lastItem = List.of();
      return;
    }
    if (state.negated) {
      excluded(item);
      return;
    }
    if (completions.read(item)) {
      return;
    }
    if (state.labelKind == Kind.MCP && item.size() == 1 && item.getFirst().is(Role.GENERIC)) {
      named(List.of(item.getFirst().as(Role.WORD))); // "MCP servers: github, filesystem"
      return;
    }
    List<List<Lexeme>> pinned = Nouns.pinned(item);
    if (pinned.size() > 1) {
      pinned.forEach(this::named); // "acme>=0.7 acme-extra>=1.0"
      return;
    }
    boolean several = state.labelKind != null || Nouns.agents(item);
    if (several && Nouns.enumerates(item)) {
      item.forEach(word -> named(List.of(word))); // "Packages: left-pad chalk zod"
    } else {
      named(item);
    }
  }

  /** "the sibling ../acme-docs": a skill by its folder. */
  private static boolean sibling(List<Lexeme> item) {
    Lexeme last = item.getLast();
    return last.is(Role.PLACE)
        && last.text().matches("\\.\\./[a-z0-9]+(-[a-z0-9]+)*")
        && item.stream().anyMatch(w -> w.text().equalsIgnoreCase("sibling"));
  }

  /** Whether an item is one name of several words, as skills have. */
  private static boolean isSkill(List<Lexeme> item) {
    Lexeme word = item.getFirst();
    if (item.size() == 1 && word.is(Role.PLACE)) {
      return word.text().matches("/[a-z0-9]+(-[a-z0-9]+)+"); // "set up by /acme-init"
    }
    return item.size() == 1
        && word.is(Role.WORD)
        && !Nouns.namesMcp(word)
        && word.text().matches("[a-z0-9]+(-[a-z0-9]+){1,4}-[a-z][a-z0-9]*"); // not "us-east-1"
  }

  /** Whether an item says nothing but that there must be a network. */
  private boolean network(List<Lexeme> item) {
    List<Mention> found = nouns.read(item, true);
    boolean access = Nouns.says(item, "access") || Nouns.says(item, "network access");
    return access && found.size() == 1 && found.getFirst().kind == Kind.NETWORK;
  }

  private void named(List<Lexeme> item) {
    if (Nouns.says(item, "either")) {
      state.either = own.named();
    }
    List<Mention> found = new ArrayList<>(mentions(item));
    if (state.madeFor && own.inList().isEmpty() && !state.afterPreposition) {
      found = hosts.madeFor(found, item); // "Designed for Acmeworks"
    }
    boolean through =
        state.via && found.isEmpty() && item.size() == 1 && item.getFirst().is(Role.HEAD);
    if (through && item.getFirst().head().equals("mcp") && !own.isEmpty()) {
      Plurals.become(own.lastAlternatives(), Kind.MCP); // "Jira or Linear through MCP"
    }
    if (state.joinedBy == Role.OR && found.isEmpty() && !own.isEmpty()) {
      found = new ArrayList<>(completions.otherForm(item)); // "the Acme MCP tools or CLI"
    }
    state.anyOfSort = found.isEmpty() && (Nouns.says(item, "any") || Nouns.says(item, "whatever"));
    if (state.afterBrackets && state.joinedBy == null && completions.keyOf(found)) {
      return; // "an Acme (acme.example) API key"
    }
    boolean listed =
        state.joinedBy == Role.AND || state.joinedBy == Role.OR || state.joinedBy == Role.COMMA;
    if (listed && !state.afterWith) {
      completions.keyThere(found, item);
    }
    if (state.joinedBy == Role.AND && state.afterWith) {
      completions.account(found);
      completions.session(found, item);
    }
    state.bracketKind = Plurals.kindOfHead(item, found);
    if (state.access || Nouns.says(item, "access to")) {
      found = new ArrayList<>(completions.accessTo(found, item));
    }
    boolean network = found.size() == 1 && found.getFirst().kind == Kind.NETWORK;
    boolean reaches = network && Nouns.says(item, "access to");
    if (state.hosts && found.stream().anyMatch(m -> m.kind != Kind.SERVICE && !m.product)) {
      state.hosts = false;
    }
    if (state.hosts && !state.beforeBrackets) {
      found = new ArrayList<>(); // "network access to Acme, Emca and Zorbix"
    }
    if (state.joinedBy == Role.AND && !state.afterWith) {
      completions.signedIn(found, item);
    }
    if (state.signedIn) {
      completions.signedInAt(found); // "a browser logged in to Acme"
    }
    boolean under =
        state.afterPreposition && found.size() == 1 && found.getFirst().name.equals("wsl");
    if (under && !own.isEmpty() && own.last().name.equals("windows")) {
      found.getFirst().joinedBy = own.last().joinedBy;
      own.all().removeLast(); // "Windows under WSL2"
      state.afterPreposition = false;
    }
    if (state.afterPreposition) {
      state.inProject = Nouns.says(item, "project") || Nouns.says(item, "environment");
      boolean supported = state.useVerb || state.level == Level.EXCLUDED || state.onSystem;
      found =
          found.stream()
              .filter(
                  m ->
                      (supported || m.kind == Kind.RUNTIME || m.kind == Kind.PACKAGE)
                              && hosts.host(m)
                          || hosts.held(m))
              .collect(Collectors.toList());
    }
    boolean within = state.via && found.size() == 1 && found.getFirst().name.equals("wsl");
    if (within && !own.isEmpty() && own.last().name.equals("windows")) {
      own.all().removeLast(); // "Windows via WSL": what runs is the Linux within
    }
    if (state.via && !own.isEmpty()) {
      found = found.stream().filter(m -> !INSTALLERS.contains(m.name)).collect(Collectors.toList());
    }
    boolean server = !state.lastItem.isEmpty() && state.lastItem.getLast().kind == Kind.MCP;
    if (server && state.afterWith && Nouns.says(item, "tool")) {
      found = new ArrayList<>(); // "the Acme MCP server with its find-item tool"
    }
    if (state.worksWith && !prose.before().isEmpty()) {
      // "Node 20+. Works with Express": not what it needs.
      found = found.stream().filter(m -> COMPANIONS.contains(m.kind)).collect(Collectors.toList());
    }
    if (state.purposeSeen || state.predicate || state.fallsBack) {
      boolean further = state.ownPurpose || state.commaBefore && state.joinedBy == Role.AND;
      boolean own = further && !state.predicate && !state.fallsBack;
      boolean single = Nouns.trim(item).size() == 1;
      found.removeIf(m -> m.unknown && !(own && (m.product || m.strange && single)));
    }
    if (found.isEmpty() && !state.lenient && state.joinedBy == Role.OR && describes(item)) {
      own.dropPrograms(); // "Reads existing Acme, Emca or Zorbix specs"
    }
    if (found.isEmpty() && !state.lenient && state.joinedBy == Role.AND && Clause.isClause(item)) {
      // "macOS and Windows hosts follow ...": the subject of some verb.
      own.removeUnversionedRun();
    }
    boolean either = state.joinedBy == Role.OR || state.joinedBy == Role.SLASH;
    if (found.isEmpty() && state.joinedBy == Role.SLASH && !own.isEmpty() && own.last().unknown) {
      own.all().removeLast(); // "the acme/emca image"
    }
    boolean allowed = item.getLast().text().startsWith("permission");
    if (allowed && state.joinedBy == Role.SLASH && !own.isEmpty()) {
      own.all().removeIf(m -> m == own.last() && m.kind == Kind.SERVICE); // "S3/EC2 permissions"
    }
    boolean any =
        found.isEmpty()
            && state.joinedBy == Role.OR
            && (Nouns.says(item, "any") || state.commaBefore);
    if (any && !own.isEmpty() && own.last().run == own.lastRun() - 1) {
      own.last().openChoice = true;
    }
    add(found, state.lastItemKnown || !either);
    boolean besides = // "an Acme token and email, or the Acme MCP": still the token
        found.isEmpty()
            && state.joinedBy == Role.AND
            && !(state.beforeBrackets && item.getLast().is(Role.GENERIC))
            && !state.lastItem.isEmpty()
            && state.lastItem.getLast().kind == Kind.CREDENTIAL;
    if (!besides && (!found.isEmpty() || !state.afterWith || !state.lenient)) {
      state.lastItem = found; // "the acme CLI with plugin support or ...": still the CLI
      state.lastItemKnown = !found.isEmpty();
    }
    if (found.size() == 1 && SharedNouns.speaksOfMore(item)) {
      Kind kind = found.getFirst().kind;
      found.getFirst().shares = kind == Kind.CREDENTIAL || kind == Kind.MCP;
    }
    state.hosts |= reaches; // "internet access to the Acme, Emca and Zorbix APIs"
    state.afterInstall = false;
    found.forEach(mention -> mention.afterPlural = state.pluralOver);
    Kind plural = Plurals.kindOfPlural(item, found, null);
    state.listKind = plural == null ? state.listKind : plural;
    state.pluralSaid |= plural != null && !found.isEmpty() && item.getLast().is(Role.HEAD);
    if (Nouns.onPath(item)) {
      found.forEach(Mention::asProgram); // "Blender 4 on PATH"
      own.inList().forEach(Mention::asCommand); // "claude, codex or opencode on PATH"
    }
    state.joinedBy = null;
    state.signedIn = false;
    state.afterWith = false;
    state.commaBefore = false;
    state.nextLevel = null;
  }

  /** Whether a name only says of what sort the plural behind it is: "Zorbix specs". */
  private static boolean describes(List<Lexeme> item) {
    Lexeme last = item.getLast();
    return Clause.isClause(item) && last.is(Role.WORD) && last.text().endsWith("s");
  }

  private List<Mention> mentions(List<Lexeme> item) {
    String bare = NounReader.bareVersion(item);
    if (bare != null) {
      Mention last = state.lastItem.isEmpty() ? null : state.lastItem.getLast();
      boolean second = last != null && last.version != null; // "Acme 2, and 3 for the charts"
      Mention runtime = second ? last : prose.lastRuntime(own.all());
      boolean listed =
          state.joinedBy == Role.OR || state.joinedBy == Role.COMMA || state.joinedBy == Role.SLASH;
      boolean further = // "Acme 2, 3 and 4", "Supports Acme 2 and 3"
          second && state.joinedBy == Role.AND && (last.again || state.supports);
      boolean or = state.joinedBy == Role.OR; // "Acme 5.1 or 7+"
      boolean another = second && (listed || further) && (or || !isFloor(item)); // "Acme 2, 3"
      if (runtime == null || !state.lenient && !another) {
        return List.of();
      }
      Mention again = new Mention(runtime.kind, runtime.name);
      again.unknown = runtime.unknown;
      again.product = runtime.product;
      again.version = bare;
      again.again = true;
      if (state.beforeBrackets && state.joinedBy == Role.COMMA) {
        state.nextLevel = Level.CONDITIONAL; // "Acme 1.6 (tests), 1.7 (mocks)": a part each
      }
      state.joinedBy = further ? Role.OR : state.joinedBy;
      again.floor = isFloor(item);
      return List.of(again);
    }
    List<Lexeme> trimmed = Nouns.trim(item);
    boolean pinned = // "winit 0.30, glutin 0.32"
        trimmed.size() == 2
            && trimmed.getLast().is(Role.VERSION)
            && trimmed.getFirst().is(Role.WORD)
            && !Nouns.capital(trimmed.getFirst())
            && !prose.ordinary(trimmed.getFirst().text());
    boolean single = pinned || Nouns.single(trimmed); // "with acme and emca installed"
    boolean titled = state.demanded && Nouns.titled(trimmed); // "Acme Studio required"
    titled |= state.demanded && trimmed.size() == 1 && Nouns.capital(trimmed.getFirst());
    boolean unled = !state.lenient && single && !state.predicate && !titled;
    List<Mention> found = new ArrayList<>(nouns.read(item, state.lenient || unled || titled));
    boolean opens = !state.lenient && own.isEmpty() && prose.before().isEmpty();
    boolean doubtful = found.stream().allMatch(m -> m.unknown);
    Mention host = doubtful && opens ? nouns.host(item) : null;
    if (host != null) {
      found.clear();
      found.add(host); // "Acme local runtime; read-only"
    }
    if (found.isEmpty() && state.level == Level.OPTIONAL) {
      found.addAll(nouns.used(item));
    }
    if (found.isEmpty() && state.lenient) {
      found.addAll(nouns.asked(item));
    }
    if (single && found.isEmpty()) {
      NounReader.quoted(trimmed.getFirst()).ifPresent(found::add);
    }
    if (state.inBrackets && state.listKind == null) {
      found.removeIf(m -> m.unknown && m.product && m.version == null);
    }
    boolean article = item.getFirst().is(Role.GLUE);
    boolean lower = item.stream().noneMatch(Nouns::capital);
    found.forEach(mention -> mention.article = article);
    found.forEach(mention -> mention.lower = lower);
    found.forEach(mention -> mention.floor = isFloor(item));
    found.forEach(mention -> mention.bare = unled);
    found.stream().filter(mention -> unled && mention.product).forEach(Mention::onlyTitle);
    return found;
  }

  /** Whether a version is written as a floor rather than as one of several that do. */
  private static boolean isFloor(List<Lexeme> item) {
    return item.stream()
        .anyMatch(
            w ->
                w.is(Role.COMPARATOR, Role.OR_LATER, Role.AT_LEAST)
                    || w.is(Role.VERSION) && w.text().endsWith("+"));
  }

  private void excluded(List<Lexeme> item) {
    state.lastItem = List.of();
    if (!state.excludes) {
      return;
    }
    List<Mention> found = nouns.read(item, true).stream().filter(m -> m.kind == Kind.OS).toList();
    found.forEach(mention -> mention.level = Level.EXCLUDED);
    found.forEach(own::add);
  }

  private void add(List<Mention> found, boolean joins) {
    if (state.labelKind == Kind.MCP || state.labelKind == Kind.CREDENTIAL) {
      Plurals.become(found, state.labelKind); // "MCP servers: slack, postgres"
      found.stream()
          .filter(m -> m.unknown && m.kind == state.labelKind)
          .forEach(m -> m.unknown = false);
    }
    if (state.labelKind == Kind.TOOL) {
      found.stream().filter(m -> m.kind == Kind.PACKAGE).forEach(m -> m.kind = Kind.TOOL);
    }
    for (int i = 0; i < found.size(); i++) {
      Mention mention = found.get(i);
      Level level = state.nextLevel == null ? state.level : state.nextLevel;
      mention.level = hosts.supported(mention) ? Level.REQUIRED : level;
      if (state.oneWay) {
        mention.demote(Level.CONDITIONAL);
      }
      mention.via = state.via;
      mention.either = state.either >= 0;
      mention.inBrackets = state.inBrackets || state.afterColon;
      mention.supported =
          state.supports
              && (SUPPORTED.contains(mention.kind) || prose.packageManager(mention.name));
      mention.joinedBy = i > 0 ? Role.AND : joins ? state.joinedBy : null;
      mention.commaBefore = state.commaBefore;
      mention.group = state.oneOf;
      own.add(mention);
    }
  }
}
