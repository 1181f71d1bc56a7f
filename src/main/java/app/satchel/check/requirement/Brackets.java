package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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

  private static final Pattern SCRIPT = Pattern.compile("\\.(c|m)?(js|ts)$|\\.(py|sh|rb|ps1)$");

  private final Vocabulary vocabulary;
  private final SentenceReader outer;
  private final Clause clause;
  private final ClauseState state;
  private final ItemList own;

  Brackets(
      Vocabulary vocabulary, SentenceReader outer, Clause clause, ClauseState state, ItemList own) {
    this.vocabulary = vocabulary;
    this.outer = outer;
    this.clause = clause;
    this.state = state;
    this.own = own;
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
    if (ofTheNext(content, open, next)) {
      state.nextLevel = content.getFirst().is(Role.FOR) ? Level.CONDITIONAL : Level.OPTIONAL;
      return;
    }
    boolean piped = content.stream().anyMatch(w -> w.text().equals("|"));
    if (piped && content.stream().anyMatch(w -> w.is(Role.OPTION, Role.PLACE))) {
      return; // "the acme CLI (curl -fsSL https://acme.example/get | sh)"
    }
    if (scripts(content, open)
        || repository(content)
        || managers(content)
        || abbreviates(content, open)) {
      return;
    }
    if (open > 0 && LANGUAGES.contains(clause.get(open - 1).text().toLowerCase(Locale.ROOT))) {
      return; // "finds out the project's language (Go, Rust)"
    }
    boolean made = open > 0 && clause.get(open - 1).text().equalsIgnoreCase("binary");
    if (made && content.stream().allMatch(w -> w.term(Kind.RUNTIME) != null)) {
      return; // "a static binary (Rust)"
    }
    if (state.worksWith && outer.others() && !products(content)) {
      return; // "Works with CSS (plain or Tailwind)"
    }
    if (products(content)) {
      Level level = state.level == Level.OPTIONAL ? Level.OPTIONAL : Level.REQUIRED;
      List<Mention> hosts = outer.inner(level, true).read(content);
      hosts.removeIf(host -> host.kind != Kind.AGENT || own.all().contains(host));
      hosts.forEach(own::add);
      return;
    }
    boolean commands = generic() && !state.scope && Aside.commands(content);
    if (servers(content)) {
      own.all().removeLast();
      content.stream()
          .filter(w -> !w.is(Role.COMMA, Role.AND))
          .forEach(w -> own.add(new Mention(Kind.MCP, w.text())));
      return; // "the Acme MCP servers (acme.find-mcp-server, acme.read-mcp-server)"
    }
    if (commandsOf(content, open)) {
      own.all().removeLast();
      content.stream()
          .filter(w -> w.is(Role.WORD, Role.TERM))
          .map(w -> w.term(Kind.TOOL) == null ? w.text() : w.term(Kind.TOOL).name())
          .map(name -> new Mention(Kind.TOOL, name))
          .forEach(
              command -> {
                command.level = state.level;
                own.add(command);
              });
      return; // "Acme command-line tools (acme-get, acme-put)"
    }
    if (Aside.examples(content) || state.anyOfSort && !commands) {
      return;
    }
    Kind kind = state.bracketKind;
    if (open > 0 && clause.get(open - 1).text().equalsIgnoreCase("agent cli")) {
      state.oneOf = outer.newGroup(); // "one agent CLI (codex, claude)"
    }
    boolean instead = content.getFirst().is(Role.OR); // "an API key (or a local server)"
    if (kind != null && !instead && !state.purpose && !state.afterPreposition) {
      members(content, kind);
    } else if (commands) {
      List<Mention> found = outer.inner(state.level, state.lenient).read(content);
      boolean either = open > 0 && clause.get(open - 1).text().endsWith("manager");
      either |= open > 0 && clause.get(open - 1).text().endsWith("browsers");
      either |= content.stream().anyMatch(w -> w.is(Role.OR));
      either |= state.anyOfSort && content.stream().anyMatch(w -> w.is(Role.VERSION));
      int group = either && found.size() > 1 ? outer.newGroup() : 0;
      found.forEach(
          mention -> {
            mention.group = group == 0 ? mention.group : group; // "any browser (Acme 3, Emca 5)"
            own.add(mention);
          });
    } else if (dependencies(content, open)) {
      members(content, Kind.PACKAGE);
    } else if (!state.purpose && (!state.afterInstall || content.getFirst().is(Role.NEED))) {
      aside(content, next);
    } else if (state.purpose
        && content.getFirst().is(Role.VARIABLE)
        && !own.isEmpty()
        && own.last().unnamed) {
      members(content, Kind.CREDENTIAL); // "keys for the chosen provider (ACME_KEY or EMCA_KEY)"
    } else if (state.purpose && content.getFirst().is(Role.NEED) && content.size() > 1) {
      outer.inner(Level.CONDITIONAL, true).read(content).forEach(own::add);
    } else if (state.purpose && content.stream().allMatch(w -> w.is(Role.OPTIONAL))) {
      ItemList.level(own.lastAlternatives(), Level.OPTIONAL); // "acme for the search (optional)"
    }
  }

  /** "scripts in .acme/ (draw-page.js, read-page.js)": files of the skill. */
  private boolean scripts(List<Lexeme> content, int open) {
    boolean placed =
        open > 0
            && (clause.is(open - 1, Role.PLACE) || clause.lastWord(open - 1).equals("scripts"));
    return placed
        && content.stream()
            .allMatch(
                w -> w.is(Role.COMMA, Role.AND, Role.PLACE) || SCRIPT.matcher(w.text()).find());
  }

  /** "for dependency management (acme, emca)", "Python (dependencies: acme, emca)": libraries. */
  private boolean dependencies(List<Lexeme> content, int open) {
    String noun = open > 0 ? clause.lastWord(open - 1) : "";
    boolean said = noun.equals("dependencies") || state.purpose && noun.equals("packages");
    said |= clause.says("dependency", Math.max(open - 2, 0), open);
    said |=
        open > 0 && clause.get(open - 1).text().toLowerCase(Locale.ROOT).startsWith("dependency ");
    boolean known = content.stream().anyMatch(w -> w.term(Kind.PACKAGE) != null);
    return said
        && known
        && content.stream()
            .allMatch(
                w ->
                    w.is(Role.COMMA, Role.AND, Role.TERM, Role.VERSION, Role.COMPARATOR)
                        || w.is(Role.WORD) && !Nouns.capital(w));
  }

  /** "the `acme` package (someone/acme)": where its source lies. */
  private boolean repository(List<Lexeme> content) {
    return content.size() == 3
        && content.get(1).is(Role.SLASH)
        && !own.isEmpty()
        && content.get(2).text().equalsIgnoreCase(own.last().name);
  }

  /** Whether brackets hold the commands that a product comes with. */
  private boolean commandsOf(List<Lexeme> content, int open) {
    String noun = open > 0 ? clause.lastWord(open - 1) : "";
    boolean several = noun.equals("tools") || noun.equals("utilities") || noun.equals("clis");
    return several
        && content.size() > 2
        && !own.isEmpty()
        && (own.last().readings.isEmpty() || own.last().name.endsWith("-tools"))
        && own.last().version == null
        && Set.of(Kind.TOOL, Kind.SERVICE, Kind.CREDENTIAL).contains(own.last().kind)
        && content.stream()
            .allMatch(
                w ->
                    w.is(Role.COMMA, Role.AND, Role.SLASH)
                        || w.is(Role.WORD) && !Nouns.capital(w) && Nouns.isSlug(w.text())
                        || w.term(Kind.TOOL) != null);
  }

  /** Whether brackets hold the names of several MCP servers that were announced before them. */
  private boolean servers(List<Lexeme> content) {
    return content.size() > 1
        && !own.isEmpty()
        && own.last().kind == Kind.MCP
        && content.stream().allMatch(w -> w.is(Role.COMMA, Role.AND) || Nouns.namesMcp(w));
  }

  /** "Linux (apt or dnf)": what installs things there comes with a system. */
  private boolean managers(List<Lexeme> content) {
    return !own.isEmpty()
        && own.last().kind == Kind.OS
        && content.stream()
            .allMatch(
                w ->
                    w.is(Role.COMMA, Role.OR, Role.AND, Role.SLASH)
                        || w.is(Role.TERM) && vocabulary.systemPackageManager(w.term().name()));
  }

  /** "any host (Claude Code, Codex)": a list of products and nothing else says where it works. */
  private boolean products(List<Lexeme> content) {
    long named =
        content.stream().filter(w -> w.is(Role.TERM) && w.term(Kind.AGENT) != null).count();
    boolean only =
        content.stream()
            .allMatch(
                w ->
                    w.is(Role.COMMA, Role.AND, Role.OR, Role.SLASH, Role.GLUE, Role.GENERIC)
                        || w.is(Role.VERSION) && afterTerm(content, w)
                        || w.is(Role.TERM) && w.term(Kind.AGENT) != null);
    boolean opening = own.isEmpty(); // "For any host (Claude Code, Codex)"
    boolean aside = named == 2 && !state.lastItem.isEmpty(); // "the Acme connector (Claude/Codex)"
    return named > 1
        && state.bracketKind != Kind.TOOL // "two CLIs (claude and codex)"
        && !aside
        && only
        && (opening || !state.purpose)
        && !Aside.examples(content);
  }

  /** "Acme Command Center (ACC)": initials, not the program that is called acc. */
  private boolean abbreviates(List<Lexeme> content, int open) {
    Lexeme word = content.getFirst();
    String initials = word.text();
    boolean program =
        content.size() == 1
            && word.is(Role.TERM)
            && word.terms().stream().allMatch(t -> t.kind() == Kind.TOOL)
            && initials.equals(initials.toUpperCase(Locale.ROOT));
    int from = open - initials.length();
    return program
        && from >= 0
        && IntStream.range(from, open)
            .allMatch(i -> clause.get(i).text().charAt(0) == initials.charAt(i - from));
  }

  private static boolean afterTerm(List<Lexeme> content, Lexeme version) {
    int at = content.indexOf(version);
    return at > 0 && content.get(at - 1).is(Role.TERM);
  }

  /** "git and (recommended) fzf" */
  private boolean ofTheNext(List<Lexeme> content, int open, int next) {
    boolean level = content.stream().allMatch(w -> w.is(Role.OPTIONAL, Role.OPTIONALLY));
    level |= content.getFirst().is(Role.FOR) && clause.is(open - 1, Role.AND, Role.COMMA);
    boolean before = open > 0 && Clause.isNounRole(clause.get(open - 1));
    return level
        && !before
        && !clause.is(open - 1, Role.CLOSE)
        && next < clause.size()
        && Clause.isNounRole(clause.get(next));
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
