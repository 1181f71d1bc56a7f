package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Says what brackets in a sentence hold, by their words and by what stands before them. */
final class BracketContents {
  private static final Pattern SCRIPT = Pattern.compile("\\.(c|m)?(js|ts)$|\\.(py|sh|rb|ps1)$");

  private final Vocabulary vocabulary;
  private final Clause clause;
  private final ClauseState state;
  private final ItemList own;

  BracketContents(Vocabulary vocabulary, Clause clause, ClauseState state, ItemList own) {
    this.vocabulary = vocabulary;
    this.clause = clause;
    this.state = state;
    this.own = own;
  }

  /** "scripts in .acme/ (draw-page.js, read-page.js)": files of the skill. */
  boolean scripts(List<Lexeme> content, int open) {
    boolean placed =
        open > 0
            && (clause.is(open - 1, Role.PLACE) || clause.lastWord(open - 1).equals("scripts"));
    return placed
        && content.stream()
            .allMatch(
                w -> w.is(Role.COMMA, Role.AND, Role.PLACE) || SCRIPT.matcher(w.text()).find());
  }

  /** "for dependency management (acme, emca)", "Python (dependencies: acme, emca)": libraries. */
  boolean dependencies(List<Lexeme> content, int open) {
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
  boolean repository(List<Lexeme> content) {
    return content.size() == 3
        && content.get(1).is(Role.SLASH)
        && !own.isEmpty()
        && content.get(2).text().equalsIgnoreCase(own.last().name);
  }

  /** Whether brackets hold the commands that a product comes with. */
  boolean commandsOf(List<Lexeme> content, int open) {
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
  boolean servers(List<Lexeme> content) {
    return content.size() > 1
        && !own.isEmpty()
        && own.last().kind == Kind.MCP
        && content.stream().allMatch(w -> w.is(Role.COMMA, Role.AND) || Nouns.namesMcp(w));
  }

  /** "Linux (apt or dnf)": what installs things there comes with a system. */
  boolean managers(List<Lexeme> content) {
    return !own.isEmpty()
        && own.last().kind == Kind.OS
        && content.stream()
            .allMatch(
                w ->
                    w.is(Role.COMMA, Role.OR, Role.AND, Role.SLASH)
                        || w.is(Role.TERM) && vocabulary.systemPackageManager(w.term().name()));
  }

  /** "any host (Claude Code, Codex)": a list of products and nothing else says where it works. */
  boolean products(List<Lexeme> content) {
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
  boolean abbreviates(List<Lexeme> content, int open) {
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
  boolean ofTheNext(List<Lexeme> content, int open, int next) {
    boolean level = content.stream().allMatch(w -> w.is(Role.OPTIONAL, Role.OPTIONALLY));
    level |= content.getFirst().is(Role.FOR) && clause.is(open - 1, Role.AND, Role.COMMA);
    boolean before = open > 0 && Clause.isNounRole(clause.get(open - 1));
    return level
        && !before
        && !clause.is(open - 1, Role.CLOSE)
        && next < clause.size()
        && Clause.isNounRole(clause.get(next));
  }
}
