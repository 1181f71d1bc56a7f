package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads what things are needed for, and when: nothing in a purpose or condition is itself needed,
 * but it may say that what stands before it is only needed for a part.
 */
final class Purposes {
  private final Vocabulary vocabulary;
  private final Clause clause;
  private final ClauseState state;
  private final ItemList own;

  Purposes(Vocabulary vocabulary, Clause clause, ClauseState state, ItemList own) {
    this.vocabulary = vocabulary;
    this.clause = clause;
    this.state = state;
    this.own = own;
  }

  /** Whether a name in a purpose has a purpose of its own, and so is an item of the list. */
  boolean follows(int from, int to) {
    Lexeme word = clause.get(from);
    boolean name = // "acme for letters and zorbix for slides"
        to == from + 1 && word.is(Role.WORD) && !vocabulary.ordinary(word.text());
    boolean service = // "the Acme API for pages and the Emca API for films"
        word.capitalised() && clause.get(to - 1).text().equals("API") && to > from + 1;
    boolean named = name || service || clause.any(from, to, Role.TERM);
    return !state.condition && (clause.is(to, Role.FOR) && named || apart(from, to));
  }

  /** "git for cloning and jq", "git for cloning and the acme CLI": no part of such a purpose. */
  private boolean apart(int from, int to) {
    boolean purpose = clause.is(from - 2, Role.WORD, Role.GENERIC) && !clause.get(from - 2).code();
    boolean ends = to == clause.size() || clause.is(to, Role.COMMA, Role.SEMICOLON, Role.STOP);
    if (!purpose || !ends || !state.lenient || state.scope) {
      return false;
    }
    Lexeme word = clause.get(from);
    Lexeme last = clause.get(to - 1);
    boolean program = to == from + 1 && word.term(Kind.TOOL) != null && word.terms().size() == 1;
    boolean noun = last.is(Role.HEAD) && Set.of("tool", "credential").contains(last.head());
    boolean name =
        clause.lexemes().subList(from, to).stream()
            .anyMatch(w -> w.is(Role.TERM) || w.is(Role.WORD) && !vocabulary.ordinary(w.text()));
    return program || noun && Clause.article(word) && name;
  }

  /** "to fetch the feed": a purpose that a verb begins. */
  void beginInfinitive(int at) {
    boolean connection = // "an MCP connection to a running Acme"
        isServer(at - 1) && clause.get(at - 1).text().endsWith("connection");
    if (clause.is(at + 1, Role.COPULA) && !own.isEmpty()) {
      return; // "the Acme server to be connected": still what is needed
    }
    if (connection && state.positiveVerb && !state.negated && own.inRun().isEmpty()) {
      state.labelKind = Kind.MCP;
      return;
    }
    state.purpose = true;
    state.purposeSeen = true;
    boolean all = own.all().stream().anyMatch(m -> !m.partial() && m.kind != Kind.CREDENTIAL);
    boolean whole = clause.says("use", at + 1, Math.min(at + 2, clause.size())); // "to use Acme"
    if (clause.is(at - 1, Role.REQUIRED) && !all && !whole && !state.lenient) {
      ItemList.level(
          own.lastAlternatives(), Level.CONDITIONAL); // "jq is required to run the tests"
    }
    boolean named =
        clause.is(at - 1, Role.TERM, Role.VERSION)
            || clause.is(at - 1, Role.HEAD) && !clause.get(at - 1).text().endsWith("access");
    if (state.hosts && at + 1 < clause.size() && clause.get(at + 1).capitalised()) {
      return; // "Network access to Acme Chain": no purpose, but where to
    }
    boolean alone =
        clause.is(at + 1, Role.WORD, Role.GENERIC) && at + 2 == clause.size(); // "to build"
    if (bare() && named && !alone && !clause.is(at + 1, Role.GLUE, Role.PLACE, Role.TERM)) {
      ItemList.level(
          own.inRun().stream().filter(m -> m.kind != Kind.NETWORK).toList(), Level.CONDITIONAL);
    }
  }

  /** "for" and its like; also "for Claude Code", which says what is supported. */
  void begin(int at) {
    boolean host = own.known() == 0 && isFor(at) && clause.names(at + 1, Kind.AGENT);
    if (host && !clause.is(clause.commaAfter(at) + 1, Role.NEED, Role.NEED_PART, Role.USE)) {
      state.beginVerb(true, at); // "For Claude Code", "Instructions for Claude Code and Codex"
      own.beginList();
      return;
    }
    if (own.known() == 0 && isFor(at) && madeFor(at)) {
      state.beginVerb(true, at); // "For Acme 3+ with its renderer", "For Acme projects"
      own.beginList();
      return;
    }
    if (opens(at)) {
      return;
    }
    boolean keys = !own.isEmpty() && own.last().unnamed && clause.is(at + 1, Role.ONE_OF);
    if (keys && isFor(at)) {
      state.labelKind = Kind.CREDENTIAL; // "an API key for one of: Acme, Emca"
      return;
    }
    boolean variables = clause.is(at - 1, Role.ENVIRONMENT) && clause.is(at + 1, Role.VARIABLE);
    if (isFor(at) && (variables || keyFor(at) || serverFor(at))) {
      return;
    }
    state.purpose = true;
    state.purposeSeen = true;
    state.scope = own.isEmpty() && bare() && isFor(at) && state.subjectStart < at;
    if (clause.is(at - 1, Role.VARIABLE) && clause.names(at + 1, Kind.SERVICE)) {
      return; // "ACME_KEY for Acme": whose key it is
    }
    boolean other = state.lastItem.isEmpty() && state.subjectStart < at && !state.afterBrackets;
    if (other && own.inRun().isEmpty() && !own.isEmpty()) {
      return; // "the acme binary, and a server for the search": the purpose of what has no name
    }
    if (ofOneOfSeveral(at) && !clause.wholeUntilComma(at + 1) && !bundled(at + 1)) {
      ItemList.level(own.lastAlternatives(), Level.CONDITIONAL);
    }
    boolean extra = // "acme as an optional dependency"
        clause.get(at).text().equalsIgnoreCase("as")
            && clause.any(at, clause.commaAfter(at), Role.OPTIONAL);
    if (extra && !own.inRun().isEmpty()) {
      ItemList.level(own.lastAlternatives(), Level.OPTIONAL);
    } else if (purposeOfAPart(at + 1)) {
      // "network access for downloads": a skill that has the network has it for all.
      ItemList.level(
          own.lastAlternatives().stream().filter(m -> m.kind != Kind.NETWORK).toList(),
          Level.CONDITIONAL);
    } else if (bare() && isFor(at) && !clause.wholeUntilComma(at + 1) && !bundled(at + 1)) {
      int with = at;
      while (with > state.subjectStart && !clause.is(with, Role.WITH)) {
        with--;
      }
      boolean besides = // "Python with acme and emca for plots"
          clause.is(with, Role.WITH) && clause.any(with, at, Role.AND);
      List<Mention> meant = besides ? own.lastAlternatives() : own.inRun();
      ItemList.level(
          meant.stream().filter(m -> m.kind != Kind.NETWORK).toList(), Level.CONDITIONAL);
    }
  }

  /** "helmfile when a chart needs it", "jq if it is installed". */
  void beginCondition(int at) {
    if (opens(at)) {
      return;
    }
    if (state.fellBack) {
      state.purpose = true; // "falls back to acme if the server is not there"
      return;
    }
    boolean within = state.purpose; // "for the search when it runs": says more of the purpose
    state.purpose = true;
    state.purposeSeen = true;
    state.condition |= !own.isEmpty();
    if (within) {
      return;
    }
    boolean relative =
        clause.get(at).text().equalsIgnoreCase("where")
            && clause.is(at - 1, Role.WORD, Role.GENERIC, Role.HEAD, Role.PREPOSITION);
    if (relative && state.positiveVerb) {
      return; // "an instance where the add-on is there": says more of it
    }
    if (state.lastItem.isEmpty() && clause.lastOfList(at)) {
      return; // "jq and a font if slides use emoji": of what has no name
    }
    boolean there = clause.onlyAvailable(at + 1);
    ItemList.level(own.lastAlternatives(), there ? Level.OPTIONAL : Level.CONDITIONAL);
  }

  private boolean isServer(int at) {
    return clause.is(at, Role.HEAD) && clause.get(at).head().equals("mcp");
  }

  /** Whether all that a part says is what sort of project it is for. */
  private boolean madeFor(int at) {
    int next = clause.is(at + 1, Role.GLUE) ? at + 2 : at + 1;
    boolean named = clause.is(next, Role.TERM) && clause.get(next).term(Kind.SKILL) == null;
    int end = next;
    while (end < clause.size() && Clause.isNounRole(clause.get(end)) && !isServer(end)) {
      end++;
    }
    return at == 0
        && (named || isServer(end))
        && !clause.any(
            at,
            clause.size(),
            Role.NEED,
            Role.NEED_PART,
            Role.USE,
            Role.PREFER,
            Role.COLON,
            Role.COMMA,
            Role.REQUIRED,
            Role.OPTIONAL,
            Role.COPULA,
            Role.NOT,
            Role.INSTALL);
  }

  /** Whether a purpose or condition opens the part: "For Perforce, requires p4". */
  private boolean opens(int at) {
    boolean opens = own.isEmpty() && state.subjectStart == at && !state.lenient;
    if (opens) {
      int end = clause.endOfNouns(at + 1);
      boolean whole = clause.words(at + 1, end, false).stream().allMatch(vocabulary::whole);
      state.level = whole ? state.level : Level.CONDITIONAL;
      state.purpose = !whole;
      state.conditional = !whole;
    }
    return opens;
  }

  /** "API keys for Acme and Emca": after a key without a name "for" says whose it is. */
  private boolean keyFor(int at) {
    int next = clause.is(at + 1, Role.GLUE) ? at + 2 : at + 1;
    boolean name =
        clause.is(next, Role.TERM) && clause.names(next, Kind.SERVICE)
            || clause.is(next, Role.WORD) && clause.get(next).capitalised();
    boolean place = // "credentials for an Acme cluster"
        clause.is(next + 1, Role.HEAD) && clause.get(next + 1).head().equals("service");
    int last = place ? next + 1 : next;
    last += clause.is(last + 1, Role.GENERIC) && clause.get(last + 1).text().equals("API") ? 1 : 0;
    boolean ends = last + 1 >= clause.size() || !Clause.isNounRole(clause.get(last + 1));
    if (own.isEmpty() || !own.last().unnamed || !name || !ends) {
      return false;
    }
    boolean several = clause.get(at - 1).text().endsWith("s");
    if (several || clause.any(at, clause.size(), Role.OR)) {
      state.labelKind = Kind.CREDENTIAL;
    }
    return true;
  }

  /** "MCP integrations for Acme and Emca": after a server without a name "for" says whose it is. */
  boolean serverFor(int at) {
    boolean named = !own.isEmpty() && own.last().kind == Kind.MCP;
    boolean server = isServer(at - 1) && !named && state.positiveVerb && !state.negated;
    boolean strange = // "an MCP server for Acmeworks"
        clause.is(at + 1, Role.WORD)
            && clause.get(at + 1).capitalised()
            && !vocabulary.ordinary(clause.get(at + 1).text());
    boolean library = Genitives.whose(clause.get(at)) && clause.names(at + 1, Kind.PACKAGE);
    boolean name =
        library || strange || clause.names(at + 1, Kind.SERVICE) || clause.names(at + 1, Kind.TOOL);
    if (server && name) {
      state.labelKind = Kind.MCP;
      state.labelsOne = clause.get(at - 1).text().toLowerCase(Locale.ROOT).endsWith("server");
      own.beginList();
    }
    return server && name;
  }

  /** "acme, emca, and zorbix for plots": a purpose of the last of a list, and of no other. */
  private boolean ofOneOfSeveral(int at) {
    List<Mention> last = own.lastAlternatives();
    return state.positiveVerb
        && !state.useVerb
        && isFor(at)
        && own.inList().size() > last.size()
        && own.inRun().size() == last.size()
        && last.stream().allMatch(m -> m.partial() && !m.via);
  }

  /** "for the bundled helpers": for what the skill itself runs. */
  private boolean bundled(int from) {
    int at = clause.is(from, Role.GLUE) ? from + 1 : from;
    return from < clause.size() && vocabulary.bundled(clause.get(from).text())
        || at < clause.size() && vocabulary.bundled(clause.get(at).text());
  }

  private boolean isFor(int at) {
    return clause.get(at).text().equalsIgnoreCase("for");
  }

  /** Whether nothing but the items themselves says that they are needed: no verb, no heading. */
  private boolean bare() {
    return !state.positiveVerb
        && !state.lenient
        && state.level == Level.REQUIRED
        && !state.inBrackets;
  }

  private boolean purposeOfAPart(int from) {
    int end = clause.commaAfter(from);
    List<String> words = clause.words(from, end);
    String text = String.join(" ", words);
    own.lastAlternatives().forEach(mention -> mention.purpose = text);
    return clause.partIn(words) || clause.any(from, end, Role.OPTIONAL, Role.OPTION);
  }
}
