package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes the items between the words that govern them into the list of what is needed, as the state
 * of the sentence says: with its level, as another version, or not at all.
 */
final class Items {
  /** What a skill can leave to the person who uses it. */
  private static final Set<Kind> SUPPORTED = Set.of(Kind.PACKAGE, Kind.SERVICE, Kind.RUNTIME);

  /** How programs and libraries are called, but no skills. */
  private static final Pattern PROGRAM =
      Pattern.compile("-(utils|tools|cli|server|client|sdk|lib|libs|dev|driver|plugin|toolkit)$");

  /** What programs are rather than things: "a recent acmectl". */
  private static final Set<String> KEPT =
      Set.of("recent", "installed", "up-to-date", "current", "newer", "working");

  private final NounReader nouns;
  private final Prose prose;
  private final ClauseState state;
  private final ItemList own;
  private final Completions completions;
  private final Fallbacks fallbacks;
  private final Hosts hosts;
  private final ItemRules rules;

  Items(Vocabulary vocabulary, NounReader nouns, Prose prose, ClauseState state, ItemList own) {
    this.nouns = nouns;
    this.prose = prose;
    this.state = state;
    this.own = own;
    this.completions = new Completions(vocabulary, prose, state, own);
    this.fallbacks = new Fallbacks(nouns, prose, state, own);
    this.hosts = new Hosts(prose, state);
    this.rules = new ItemRules(prose, state, own, completions, hosts);
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
    state.purpose &= !leavesPurpose(item);
    if (!state.insteadOf.isEmpty()) {
      fallbacks.instead(item);
      return;
    }
    boolean another =
        (state.joinedBy == Role.OR || state.joinedBy == Role.SLASH)
            && !own.isEmpty()
            && own.last().kind == Kind.SKILL;
    boolean typed = // "requires /acme-init"
        state.lenient
            && item.getFirst().is(Role.PLACE)
            && !state.purpose
            && !state.afterPreposition
            && !state.access;
    boolean made = (state.source || another || typed) && !state.negated && !state.verified;
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
      if (state.hosts) {
        reach(item);
      }
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
    boolean several = state.labelKind != null || Nouns.agents(item) || Nouns.row(item);
    if (several && Nouns.enumerates(item)) {
      item.forEach(word -> named(List.of(word))); // "Packages: left-pad chalk zod"
    } else {
      named(item);
    }
  }

  /** Whether an item behind a purpose is no part of it. */
  private boolean leavesPurpose(List<Lexeme> item) {
    if (!state.purpose) {
      return false;
    }
    boolean or = state.joinedBy == Role.OR; // "acme for Python or @acme/kit for Node"
    if (or && item.stream().anyMatch(w -> w.is(Role.SCOPED))) {
      return true;
    }
    boolean and = state.joinedBy == Role.AND;
    if (and && Clause.floor(item)) {
      return true; // "access to the API and Python 3.9": a version is no purpose.
    }
    boolean program = // "network access to fetch data and jq"
        item.size() == 1
            && item.getFirst().is(Role.TERM)
            && item.getFirst().term(Kind.TOOL) != null
            && item.getFirst().term(Kind.SERVICE) == null
            && !own.isEmpty()
            && own.last().kind == Kind.NETWORK;
    if (and && !state.condition && program) {
      return true;
    }
    // "git for cloning and internet access", "network access to the Acme API and an API key"
    return and && !state.condition && (network(item) || key(item));
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
        && !PROGRAM.matcher(word.text()).find()
        && word.text().matches("[a-z0-9]+(-[a-z0-9]+){1,4}-[a-z][a-z0-9]*"); // not "us-east-1"
  }

  /** Whether an item says nothing but that there must be a network. */
  private boolean network(List<Lexeme> item) {
    List<Mention> found = nouns.read(item, true);
    boolean access = Nouns.says(item, "access") || Nouns.says(item, "network access");
    return access && found.size() == 1 && found.getFirst().kind == Kind.NETWORK;
  }

  /** Whether an item behind what the network is needed for asks for a key of its own. */
  private boolean key(List<Lexeme> item) {
    boolean reaches = !own.isEmpty() && own.last().kind == Kind.NETWORK;
    boolean article = reaches && Nouns.article(item.getFirst()) && item.getLast().is(Role.HEAD);
    List<Mention> found = article ? nouns.read(item, true) : List.of();
    return found.size() == 1 && found.getFirst().kind == Kind.CREDENTIAL;
  }

  /** Remembers what the network is needed for. */
  private void reach(List<Lexeme> item) {
    item.stream()
        .map(word -> word.term(Kind.SERVICE))
        .filter(Objects::nonNull)
        .forEach(service -> state.reached = Nouns.mention(service));
  }

  private void named(List<Lexeme> words) {
    ItemReading item = new ItemReading(words, mentions(words));
    rules.apply(item);
    if (item.taken) {
      return;
    }
    boolean either = state.joinedBy == Role.OR || state.joinedBy == Role.SLASH;
    add(item.found, state.lastItemKnown || !either);
    remember(item);
    spread(item);
    state.endItem();
  }

  /** Keeps the item for what may speak of it. */
  private void remember(ItemReading item) {
    boolean besides = // "an Acme token and email, or the Acme MCP": still the token
        item.found.isEmpty()
            && state.joinedBy == Role.AND
            && !(state.beforeBrackets && item.last().is(Role.GENERIC))
            && !state.lastItem.isEmpty()
            && state.lastItem.getLast().kind == Kind.CREDENTIAL;
    if (!besides && (!item.found.isEmpty() || !state.afterWith || !state.lenient)) {
      state.lastItem = item.found; // "the acme CLI with plugin support or ...": still the CLI
      state.lastItemKnown = !item.found.isEmpty();
    }
    state.hosts |= item.reaches; // "internet access to the Acme, Emca and Zorbix APIs"
  }

  /** What an item says of others in its list: that they are of its kind, or on the PATH. */
  private void spread(ItemReading item) {
    Mention only = item.only();
    if (only != null && SharedNouns.speaksOfMore(item.words)) {
      only.shares = only.kind == Kind.CREDENTIAL || only.kind == Kind.MCP;
    }
    item.found.forEach(mention -> mention.afterPlural = state.pluralOver);
    Kind plural = Plurals.kindOfPlural(item.words, item.found, null);
    state.listKind = plural == null ? state.listKind : plural;
    state.pluralSaid |= plural != null && !item.found.isEmpty() && item.last().is(Role.HEAD);
    if (Nouns.onPath(item.words)) {
      item.found.forEach(Mention::asProgram); // "Blender 4 on PATH"
      own.inList().forEach(Mention::asCommand); // "claude, codex or opencode on PATH"
    }
  }

  private List<Mention> mentions(List<Lexeme> item) {
    String bare = NounReader.bareVersion(item);
    if (bare != null) {
      return again(item, bare);
    }
    List<Lexeme> trimmed = Nouns.trim(item);
    boolean single = pinned(trimmed) || Nouns.single(trimmed); // "with acme and emca installed"
    boolean titled = state.demanded && Nouns.titled(trimmed); // "Acme Studio required"
    titled |= state.demanded && trimmed.size() == 1 && Nouns.capital(trimmed.getFirst());
    boolean unled = !state.lenient && single && !state.predicate && !titled;
    List<Mention> found = lookUp(item, state.lenient || unled || titled);
    if (single && found.isEmpty()) {
      NounReader.quoted(trimmed.getFirst()).ifPresent(found::add);
    }
    if (state.inBrackets && state.listKind == null) {
      found.removeIf(m -> m.unknown && m.product && m.version == null);
    }
    boolean some = Set.of("a", "an").contains(item.getFirst().text().toLowerCase(Locale.ROOT));
    boolean kept = item.stream().anyMatch(w -> KEPT.contains(w.text()));
    found.removeIf(m -> some && isThing(m) && !(kept && m.strange));
    boolean article = item.getFirst().is(Role.GLUE);
    boolean lower = item.stream().noneMatch(Nouns::capital);
    for (Mention mention : found) {
      mention.article = article;
      mention.lower = lower;
      mention.floor = isFloor(item);
      mention.bare = unled;
      if (unled && mention.product) {
        mention.onlyTitle();
      }
    }
    return found;
  }

  /** "winit 0.30, glutin 0.32" */
  private boolean pinned(List<Lexeme> words) {
    return words.size() == 2
        && words.getLast().is(Role.VERSION)
        && words.getFirst().is(Role.WORD)
        && !Nouns.capital(words.getFirst())
        && !prose.ordinary(words.getFirst().text());
  }

  /** What an item names, by the means that its place allows. */
  private List<Mention> lookUp(List<Lexeme> item, boolean lenient) {
    List<Mention> found = new ArrayList<>(nouns.read(item, lenient));
    boolean opens = !state.lenient && own.isEmpty() && prose.before().isEmpty();
    boolean doubtful = found.stream().allMatch(m -> m.unknown);
    Mention host = doubtful && opens ? nouns.host(item, state.equipped) : null;
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
    return found;
  }

  /** "Works from a syllabus": a thing rather than a program. */
  private boolean isThing(Mention mention) {
    return mention.unknown
        && !mention.code
        && !mention.product
        && (mention.name.chars().allMatch(Character::isLetter) || prose.ordinary(mention.name));
  }

  /** A version alone: another one of what was named before. */
  private List<Mention> again(List<Lexeme> item, String version) {
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
    again.version = version;
    again.again = true;
    again.floor = isFloor(item);
    if (state.beforeBrackets && state.joinedBy == Role.COMMA) {
      state.nextLevel = Level.CONDITIONAL; // "Acme 1.6 (tests), 1.7 (mocks)": a part each
    }
    state.joinedBy = further ? Role.OR : state.joinedBy;
    return List.of(again);
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
          .filter(m -> m.unknown && m.product && state.labelKind == Kind.CREDENTIAL)
          .forEach(m -> m.kind = Kind.CREDENTIAL); // "API keys for Acme and Emca"
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
