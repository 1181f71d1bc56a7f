package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.List;
import java.util.Set;

/**
 * Says what an item means where it stands: after "via", after "with", in a purpose, as one of those
 * that are reached. A list of rules, each of which looks at the item in turn; their order counts.
 */
final class ItemRules {
  /** What a skill that works with it needs; of libraries and programs that says nothing. */
  private static final Set<Kind> COMPANIONS =
      Set.of(Kind.OS, Kind.AGENT, Kind.MCP, Kind.CREDENTIAL, Kind.SKILL, Kind.NETWORK);

  private static final Set<String> INSTALLERS =
      Set.of("brew", "npm", "npx", "uvx", "pip", "pipx", "apt", "cargo", "winget");

  /** One rule: changes what an item names, what was named before, or the state of the sentence. */
  private interface Rule {
    void look(ItemReading item);
  }

  private final Prose prose;
  private final ClauseState state;
  private final ItemList own;
  private final Completions completions;
  private final Hosts hosts;
  private final List<Rule> rules;

  ItemRules(Prose prose, ClauseState state, ItemList own, Completions completions, Hosts hosts) {
    this.prose = prose;
    this.state = state;
    this.own = own;
    this.completions = completions;
    this.hosts = hosts;
    this.rules =
        List.of(
            this::either,
            this::madeFor,
            this::through,
            this::otherForm,
            this::anyOfSort,
            this::programs,
            this::keyOf,
            this::keyThere,
            this::withAccount,
            item -> state.bracketKind = Plurals.kindOfHead(item.words, item.found),
            this::accessTo,
            this::reached,
            this::signedIn,
            this::under,
            this::afterPreposition,
            this::via,
            this::functions,
            this::worksWith,
            this::inPurpose,
            this::describes,
            this::partOfName,
            this::openChoice);
  }

  /** Looks at an item with all rules, up to one that takes it. */
  void apply(ItemReading item) {
    for (Rule rule : rules) {
      rule.look(item);
      if (item.taken) {
        return;
      }
    }
  }

  private void either(ItemReading item) {
    if (item.says("either")) {
      state.either = own.named();
    }
  }

  /** "Designed for Acmeworks" */
  private void madeFor(ItemReading item) {
    if (state.madeFor && own.inList().isEmpty() && !state.afterPreposition) {
      item.become(hosts.madeFor(item.found, item.words));
    }
  }

  /** "Jira or Linear through MCP" */
  private void through(ItemReading item) {
    Lexeme word = item.words.getFirst();
    boolean its = item.words.size() == 2 && word.text().equalsIgnoreCase("its");
    word = its ? item.last() : word; // "Jira through its MCP server"
    boolean head = state.via && item.found.isEmpty() && (its || item.words.size() == 1);
    if (head && word.is(Role.HEAD) && word.head().equals("mcp") && !own.isEmpty()) {
      Plurals.become(own.lastAlternatives(), Kind.MCP);
      own.lastAlternatives().stream()
          .filter(m -> m.unknown && m.product)
          .forEach(
              product -> {
                product.kind = Kind.MCP;
                product.unknown = false;
              });
    }
  }

  /** "the Acme MCP tools or CLI" */
  private void otherForm(ItemReading item) {
    if (state.joinedBy == Role.OR && item.found.isEmpty() && !own.isEmpty()) {
      item.become(completions.otherForm(item.words));
    }
  }

  /**
   * "any browser", "any HTML/JSX/Vue component": one of a sort, of which the names are examples.
   */
  private void anyOfSort(ItemReading item) {
    boolean goesOn = state.anyOfSort && state.joinedBy == Role.SLASH;
    if (goesOn) {
      item.found.removeIf(m -> m.kind == Kind.PACKAGE || m.kind == Kind.RUNTIME);
    }
    boolean any = item.says("any") || item.says("whatever");
    state.anyOfSort = item.found.isEmpty() && (any || goesOn);
  }

  /** "linear/glab CLI": two programs. */
  private void programs(ItemReading item) {
    boolean pair = state.joinedBy == Role.SLASH && item.only() != null && !own.isEmpty();
    boolean program = pair && item.only().kind == Kind.TOOL && item.last().is(Role.HEAD);
    if (program && own.last().kind == Kind.SERVICE && own.last().version == null) {
      own.last().kind = Kind.TOOL;
    }
  }

  /** "an Acme (acme.example) API key" */
  private void keyOf(ItemReading item) {
    item.taken = state.afterBrackets && state.joinedBy == null && completions.keyOf(item.found);
  }

  /** "an Acme site and an API token" */
  private void keyThere(ItemReading item) {
    boolean listed =
        state.joinedBy == Role.AND || state.joinedBy == Role.OR || state.joinedBy == Role.COMMA;
    if (listed && !state.afterWith) {
      completions.keyThere(item.found, item.words);
    }
  }

  /** "AWS CLI and ... with a valid profile" */
  private void withAccount(ItemReading item) {
    if (state.joinedBy == Role.AND && state.afterWith) {
      completions.account(item.found);
      completions.session(item.found, item.words);
    }
  }

  private void accessTo(ItemReading item) {
    if (state.access || item.says("access to")) {
      item.become(completions.accessTo(item.found, item.words));
    }
  }

  /** "network access to Acme, Emca and Zorbix": of these nothing more is needed. */
  private void reached(ItemReading item) {
    Mention only = item.only();
    item.reaches = only != null && only.kind == Kind.NETWORK && item.says("access to");
    if (state.hosts && item.found.stream().anyMatch(m -> m.kind != Kind.SERVICE && !m.product)) {
      state.hosts = false;
    }
    if (state.hosts && !state.beforeBrackets) {
      item.found.clear();
    }
  }

  private void signedIn(ItemReading item) {
    if (state.joinedBy == Role.AND && !state.afterWith) {
      completions.signedIn(item.found, item.words);
    }
    if (state.signedIn) {
      completions.signedInAt(item.found); // "a browser logged in to Acme"
    }
  }

  /** "Windows under WSL2" */
  private void under(ItemReading item) {
    if (state.afterPreposition && withinWindows(item)) {
      item.only().joinedBy = own.last().joinedBy;
      own.all().removeLast();
      state.afterPreposition = false;
    }
  }

  private boolean withinWindows(ItemReading item) {
    boolean within = item.only() != null && item.only().name.equals("wsl");
    return within && !own.isEmpty() && own.last().name.equals("windows");
  }

  /** "in Claude Code", "on Java 17": only what something runs on is needed there. */
  private void afterPreposition(ItemReading item) {
    if (!state.afterPreposition) {
      return;
    }
    state.inProject = item.says("project") || item.says("environment");
    boolean supported = state.useVerb || state.level == Level.EXCLUDED || state.onSystem;
    item.found.removeIf(
        m -> {
          boolean runs = supported || m.partial();
          return !(runs && hosts.host(m)) && !hosts.held(m);
        });
  }

  private void via(ItemReading item) {
    if (state.via && withinWindows(item)) {
      own.all().removeLast(); // "Windows via WSL": what runs is the Linux within
    }
    if (state.via && !own.isEmpty()) {
      item.found.removeIf(m -> INSTALLERS.contains(m.name));
    }
  }

  /** "the Acme MCP server with its find-item tool" */
  private void functions(ItemReading item) {
    boolean server = !state.lastItem.isEmpty() && state.lastItem.getLast().kind == Kind.MCP;
    if (server && state.afterWith && item.says("tool")) {
      item.found.clear();
    }
  }

  /** "Node 20+. Works with Express": not what it needs. */
  private void worksWith(ItemReading item) {
    if (state.worksWith && !prose.before().isEmpty()) {
      item.found.removeIf(m -> !COMPANIONS.contains(m.kind));
    }
  }

  /** In a purpose, and in what is said of a subject, a word that nobody knows is no name. */
  private void inPurpose(ItemReading item) {
    if (!state.purposeSeen && !state.predicate && !state.fallsBack) {
      return;
    }
    boolean further = state.ownPurpose || state.commaBefore && state.joinedBy == Role.AND;
    boolean named = further && !state.predicate && !state.fallsBack;
    boolean single = Nouns.trim(item.words).size() == 1;
    item.found.removeIf(m -> m.unknown && !(named && (m.product || m.strange && single)));
  }

  private void describes(ItemReading item) {
    if (!item.found.isEmpty() || state.lenient) {
      return;
    }
    boolean clause = Clause.isClause(item.words);
    boolean plural =
        clause && item.last().is(Role.WORD, Role.GENERIC) && item.last().text().endsWith("s");
    if (state.joinedBy == Role.OR && plural) {
      own.dropPrograms(); // "Reads existing Acme, Emca or Zorbix specs"
    }
    if (state.joinedBy == Role.AND && clause && !state.afterWith) {
      own.removeUnversionedRun(); // "macOS and Windows hosts follow ...": the subject of a verb
    }
  }

  /** What a slash joins to the first half of something else. */
  private void partOfName(ItemReading item) {
    if (state.joinedBy != Role.SLASH || own.isEmpty()) {
      return;
    }
    if (item.found.isEmpty() && own.last().unknown) {
      own.all().removeLast(); // "the acme/emca image"
    }
    if (!own.isEmpty() && item.last().text().startsWith("permission")) {
      own.all().removeIf(m -> m == own.last() && m.kind == Kind.SERVICE); // "S3/EC2 permissions"
    }
  }

  /** "Acme, Emca, or any other" */
  private void openChoice(ItemReading item) {
    boolean any =
        item.found.isEmpty()
            && state.joinedBy == Role.OR
            && (item.says("any") || state.commaBefore);
    if (any && !own.isEmpty() && own.last().run == own.lastRun() - 1) {
      own.last().openChoice = true;
    }
  }
}
