package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Decides what brackets in a sentence are: the level of what follows them, members of what stands
 * before them ("MCP servers (a, b)"), a list of their own, or an aside of the last item.
 */
final class Brackets {
  /** Brackets in brackets deeper than this are passed over. */
  private static final int DEEPEST = 2;

  /** Nouns whose brackets say what kinds of projects there are. */
  private static final Set<String> LANGUAGES =
      Set.of("language", "languages", "stack", "stacks", "ecosystem", "ecosystems");

  /** One rule: whether it knows what brackets are, and has read them then. */
  private interface Rule {
    boolean read(Content part);
  }

  /**
   * What stands between brackets.
   *
   * @param open where they open
   * @param next what follows them
   * @param commands whether they list programs behind a word that names none
   */
  private record Content(List<Lexeme> words, int open, int next, boolean commands) {
    boolean has(Role... roles) {
      return words.stream().anyMatch(w -> w.is(roles));
    }
  }

  private final Vocabulary vocabulary;
  private final SentenceReader outer;
  private final Clause clause;
  private final ClauseState state;
  private final ItemList own;
  private final BracketContents holds;
  private final List<Rule> rules;

  Brackets(
      Vocabulary vocabulary, SentenceReader outer, Clause clause, ClauseState state, ItemList own) {
    this.vocabulary = vocabulary;
    this.outer = outer;
    this.clause = clause;
    this.state = state;
    this.own = own;
    this.holds = new BracketContents(vocabulary, clause, state, own);
    this.rules =
        List.of(
            this::levelOfTheNext,
            this::exampleOf,
            Brackets::piped,
            this::passedOver,
            this::hosts,
            this::serversOf,
            this::commandsOf,
            this::examples,
            this::membersOf,
            this::ofSort,
            this::dependenciesOf,
            this::asideOf,
            this::inPurpose);
  }

  /**
   * @param content what stands between the brackets
   * @param open where they open
   * @param next what follows them
   */
  void read(List<Lexeme> content, int open, int next) {
    boolean levels = content.stream().anyMatch(w -> w.is(Role.OPTIONAL));
    if (!levels) {
      part(content, open, next);
      return;
    }
    int from = 0;
    for (int i = 0; i <= content.size(); i++) {
      if (i == content.size() || content.get(i).is(Role.SEMICOLON)) {
        part(content.subList(from, i), open, next); // "(PORT by default; ACME_KEY optional)"
        from = i + 1;
      }
    }
  }

  private void part(List<Lexeme> content, int open, int next) {
    if (state.verified || state.negated || content.isEmpty() || outer.depth() >= DEEPEST) {
      return;
    }
    Content part =
        new Content(content, open, next, generic() && !state.scope && Aside.commands(content));
    for (Rule rule : rules) {
      if (rule.read(part)) {
        return;
      }
    }
  }

  /** The level of what follows: "git and (recommended) fzf". */
  private boolean levelOfTheNext(Content part) {
    if (!holds.ofTheNext(part.words, part.open, part.next)) {
      return false;
    }
    state.nextLevel = part.words.getFirst().is(Role.FOR) ? Level.CONDITIONAL : Level.OPTIONAL;
    return true;
  }

  /** "a runner CLI (e.g. acme)": what sort of program it is, and no name of one. */
  private boolean exampleOf(Content part) {
    boolean examples =
        part.words.getFirst().is(Role.VERIFIED) && part.words.getFirst().text().startsWith("e.g");
    boolean noun = clause.is(part.open - 1, Role.HEAD) && clause.is(part.open - 2, Role.WORD);
    Mention last = own.isEmpty() ? null : own.last();
    boolean sort = examples && noun && last != null && last.kind == Kind.TOOL;
    if (sort && last.readings.isEmpty() && last.name.equals(clause.get(part.open - 2).text())) {
      own.all().removeLast();
    }
    return examples;
  }

  /** "the acme CLI (curl -fsSL https://acme.example/get | sh)" */
  private static boolean piped(Content part) {
    return part.words.stream().anyMatch(w -> w.text().equals("|"))
        && part.has(Role.OPTION, Role.PLACE);
  }

  /** Files, sources, package managers, initials and languages, which need nothing. */
  private boolean passedOver(Content part) {
    String noun = part.open > 0 ? clause.get(part.open - 1).text().toLowerCase(Locale.ROOT) : "";
    boolean made = // "a static binary (Rust)"
        noun.equals("binary") && part.words.stream().allMatch(w -> w.term(Kind.RUNTIME) != null);
    return holds.scripts(part.words, part.open)
        || holds.repository(part.words)
        || holds.managers(part.words)
        || holds.abbreviates(part.words, part.open)
        || LANGUAGES.contains(noun) // "finds out the project's language (Go, Rust)"
        || made
        // "Works with CSS (plain or Tailwind)"
        || state.worksWith && outer.others() && !holds.products(part.words);
  }

  private boolean hosts(Content part) {
    if (!holds.products(part.words)) {
      return false;
    }
    Level level = state.level == Level.OPTIONAL ? Level.OPTIONAL : Level.REQUIRED;
    List<Mention> hosts = outer.inner(level, true).read(part.words);
    hosts.removeIf(host -> host.kind != Kind.AGENT || own.all().contains(host));
    hosts.forEach(own::add);
    return true;
  }

  /** "the Acme MCP servers (acme.find-mcp-server, acme.read-mcp-server)" */
  private boolean serversOf(Content part) {
    if (!holds.servers(part.words)) {
      return false;
    }
    own.all().removeLast();
    part.words.stream()
        .filter(w -> !w.is(Role.COMMA, Role.AND))
        .forEach(w -> own.add(new Mention(Kind.MCP, w.text())));
    return true;
  }

  /** "Acme command-line tools (acme-get, acme-put)" */
  private boolean commandsOf(Content part) {
    if (!holds.commandsOf(part.words, part.open)) {
      return false;
    }
    own.all().removeLast();
    part.words.stream()
        .filter(w -> w.is(Role.WORD, Role.TERM))
        .map(w -> w.term(Kind.TOOL) == null ? w.text() : w.term(Kind.TOOL).name())
        .map(name -> new Mention(Kind.TOOL, name))
        .forEach(
            command -> {
              command.level = state.level;
              own.add(command);
            });
    return true;
  }

  private boolean examples(Content part) {
    return Aside.examples(part.words) || state.anyOfSort && !part.commands;
  }

  /** "MCP servers (a, b)", "one agent CLI (codex, claude)" */
  private boolean membersOf(Content part) {
    if (part.open > 0 && clause.get(part.open - 1).text().equalsIgnoreCase("agent cli")) {
      state.oneOf = outer.newGroup();
    }
    boolean instead = part.words.getFirst().is(Role.OR); // "an API key (or a local server)"
    boolean place = !state.purpose && !state.afterPreposition;
    if (state.bracketKind == null || instead || !place) {
      return false;
    }
    members(part.words, state.bracketKind);
    return true;
  }

  /**
   * A list of its own behind a word that only says of what sort: "any browser (Acme 3, Emca 5)".
   */
  private boolean ofSort(Content part) {
    if (!part.commands) {
      return false;
    }
    List<Mention> found = outer.inner(state.level, state.lenient).read(part.words);
    String noun = part.open > 0 ? clause.get(part.open - 1).text() : "";
    boolean either =
        noun.endsWith("manager")
            || noun.endsWith("browsers")
            || part.has(Role.OR)
            || state.anyOfSort && part.has(Role.VERSION);
    int group = either && found.size() > 1 ? outer.newGroup() : 0;
    for (Mention mention : found) {
      mention.group = group == 0 ? mention.group : group;
      own.add(mention);
    }
    return true;
  }

  private boolean dependenciesOf(Content part) {
    if (!holds.dependencies(part.words, part.open)) {
      return false;
    }
    members(part.words, Kind.PACKAGE);
    return true;
  }

  private boolean asideOf(Content part) {
    boolean needs = part.words.getFirst().is(Role.NEED);
    if (state.purpose || state.afterInstall && !needs) {
      return false;
    }
    aside(part.words, part.next);
    return true;
  }

  /** What brackets in a purpose still need: keys for it, what it needs itself, its level. */
  private boolean inPurpose(Content part) {
    List<Lexeme> words = part.words;
    if (!state.purpose) {
      return false;
    }
    boolean services =
        words.size() > 2 && words.stream().allMatch(w -> w.term(Kind.SERVICE) != null || joins(w));
    boolean keys = services || words.getFirst().is(Role.VARIABLE);
    if (keys && !own.isEmpty() && own.last().unnamed) {
      members(words, Kind.CREDENTIAL); // "keys for the chosen provider (ACME_KEY or EMCA_KEY)"
    } else if (words.getFirst().is(Role.NEED) && words.size() > 1) {
      outer.inner(Level.CONDITIONAL, true).read(words).forEach(own::add);
    } else if (words.stream().allMatch(w -> w.is(Role.OPTIONAL))) {
      ItemList.level(own.lastAlternatives(), Level.OPTIONAL); // "acme for the search (optional)"
    }
    return true;
  }

  private static boolean joins(Lexeme word) {
    return word.is(Role.COMMA, Role.AND, Role.OR, Role.SLASH);
  }

  /** "MCP servers (a, b)", "an API key (Acme or Emca)": the brackets name what they are. */
  private void members(List<Lexeme> content, Kind kind) {
    boolean either = content.stream().anyMatch(w -> w.is(Role.OR, Role.SLASH));
    boolean all = content.stream().anyMatch(w -> w.is(Role.AND));
    Mention unnamed = own.isEmpty() ? null : own.last();
    List<Mention> found =
        outer.inner(state.level, kind, either && !all || state.oneOf != 0).read(content).stream()
            .toList();
    Plurals.become(found, kind);
    boolean named = found.stream().anyMatch(m -> m.kind == kind);
    if (named && unnamed != null && unnamed.unnamed) {
      own.all().remove(unnamed);
    }
    found.forEach(own::add);
  }

  /** Whether what stands before brackets is no program that they could only describe. */
  private boolean generic() {
    return state.lastItem.isEmpty()
        || state.lastItem.stream().allMatch(m -> m.kind == Kind.NETWORK || m.kind == Kind.OS);
  }

  /** The key before something without a name, if brackets hold the variables of both; or null. */
  private Mention keyBefore(List<Lexeme> content) {
    boolean variables = content.stream().filter(w -> w.is(Role.VARIABLE)).count() > 1;
    boolean named = state.lastItem.stream().anyMatch(m -> !m.unknown || m.strange);
    List<Mention> known = own.inRun().stream().filter(m -> !m.unknown).toList();
    Mention key = known.isEmpty() ? null : known.getLast();
    boolean meant =
        key != null && key.kind == Kind.CREDENTIAL && !VersionWords.isVariable(key.name);
    return variables && !named && meant ? key : null;
  }

  private void aside(List<Lexeme> content, int next) {
    Mention key = keyBefore(content);
    if (key != null) {
      new AsideReader(vocabulary, outer)
          .read(content, List.of(key), false, state.level)
          .forEach(own::add);
      return; // "a bot token and chat id (ACME_TOKEN, ACME_CHAT)"
    }
    if (state.lastItem.isEmpty() || !own.all().contains(state.lastItem.getLast())) {
      outer.inner(state.level, state.lenient).read(content).forEach(own::add);
      return;
    }
    boolean word = state.lastItem.stream().allMatch(m -> m.unknown && !m.strange && !m.product);
    boolean choice =
        content.size() > 2 && content.stream().anyMatch(w -> w.is(Role.OR, Role.SLASH));
    if (word && choice && content.getFirst().is(Role.TERM)) {
      outer.inner(state.level, true).read(content).forEach(own::add);
      return; // "a warehouse (Acme or Emca)": the word only says what sort of thing they are
    }
    if (state.lastItem.stream().allMatch(m -> m.level == Level.EXCLUDED)) {
      outer.inner(Level.CONDITIONAL, true).conditional().read(content).forEach(own::add);
      return; // "Windows is not supported (use WSL2)"
    }
    boolean alternatives = clause.is(next, Role.OR, Role.SLASH);
    new AsideReader(vocabulary, outer)
        .read(content, own.lastAlternatives(), alternatives, state.level)
        .forEach(own::add);
  }
}
