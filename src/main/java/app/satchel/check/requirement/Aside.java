package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What stands between brackets, and what stands before them.
 *
 * @param content what stands between the brackets; never empty
 * @param items the item before the brackets, then its alternatives
 * @param alternatives whether "or" follows
 * @param level the level of what is needed besides
 * @param choice whether the item is one of several ways
 */
record Aside(
    List<Lexeme> content, List<Mention> items, boolean alternatives, Level level, boolean choice) {
  /** How a list ends that goes on. */
  private static final Set<String> MORE = Set.of("other", "others", "similar", "more");

  static Aside of(List<Lexeme> content, List<Mention> items, boolean alternatives, Level level) {
    Mention item = items.getFirst();
    boolean slash = // "a/b (macOS/Linux)"
        item.joinedBy == Role.SLASH && item.kind == Kind.TOOL;
    boolean choice = alternatives || item.joinedBy == Role.OR || slash;
    return new Aside(content, items, alternatives, level, choice);
  }

  Lexeme first() {
    return content.getFirst();
  }

  Mention item() {
    return items.getFirst();
  }

  boolean has(Role role) {
    return first(content, role) != null;
  }

  boolean longer(int than) {
    return content.size() > than;
  }

  List<Lexeme> from(int at) {
    return content.subList(at, content.size());
  }

  /** Whether brackets hold a list that goes on: "(Acme, Emca, ...)". */
  static boolean examples(List<Lexeme> content) {
    if (content.isEmpty()) {
      return false;
    }
    Lexeme last = content.getLast();
    String word = last.text().toLowerCase(Locale.ROOT);
    boolean agents = content.stream().anyMatch(w -> w.term(Kind.AGENT) != null);
    boolean goesOn = // of products "and similar" says no more than that there are others
        last.is(Role.STOP) || word.startsWith("etc") || !agents && MORE.contains(word);
    return goesOn && content.stream().anyMatch(w -> w.is(Role.COMMA));
  }

  /** Whether brackets list the commands of a program, its own among them. */
  boolean listsCommands() {
    return has(Role.COMMA)
        && !has(Role.OR)
        && commands(content)
        && content.stream()
            .anyMatch(w -> w.term(Kind.TOOL) != null && AsideNames.isPart(w, item()));
  }

  /** Whether brackets hold nothing but the names of commands. */
  static boolean commands(List<Lexeme> content) {
    return content.stream()
        .allMatch(
            w ->
                w.is(Role.COMMA, Role.AND, Role.OR, Role.GLUE, Role.VERSION)
                    || w.term(Kind.TOOL) != null
                    || w.term(Kind.RUNTIME) != null);
  }

  /** {@code (WSL on Windows)}, {@code (or WSL)} */
  boolean otherSystem() {
    List<String> systems =
        content.stream()
            .filter(w -> w.is(Role.TERM) && w.term(Kind.OS) != null)
            .map(w -> w.term(Kind.OS).name())
            .toList();
    boolean only =
        content.stream()
            .allMatch(
                w ->
                    w.is(Role.PREPOSITION, Role.WITH, Role.OR, Role.VERSION)
                        || w.is(Role.TERM) && w.term(Kind.OS) != null);
    return only && systems.contains("wsl") && Set.of("wsl", "windows").containsAll(systems);
  }

  static Lexeme first(List<Lexeme> content, Role role) {
    return content.stream().filter(w -> w.is(role)).findFirst().orElse(null);
  }

  /** Whether brackets hold the name of one package that nobody knows, and its version. */
  boolean library() {
    Lexeme word = first();
    boolean alone =
        content.size() == 1 || content.size() == 2 && content.getLast().is(Role.VERSION);
    return alone
        && word.is(Role.WORD)
        && !Nouns.namesMcp(word)
        && word.text().matches("[a-z0-9]+(-[a-z0-9]+)+");
  }

  /** "Python 3 (requests, zorbix)": a list of names of which one is that of a package. */
  boolean libraries() {
    boolean list = has(Role.COMMA);
    boolean known = content.stream().anyMatch(w -> w.is(Role.TERM) && w.term(Kind.PACKAGE) != null);
    return list
        && known
        && content.stream()
            .allMatch(
                w ->
                    w.is(Role.COMMA, Role.AND, Role.VERSION, Role.COMPARATOR)
                        || w.is(Role.TERM, Role.WORD) && !Nouns.capital(w));
  }

  /** "Docker (Qdrant + Neo4j)": services that run in it. */
  boolean contained() {
    return item().name.startsWith("docker") && only(Kind.SERVICE) && has(Role.AND);
  }

  /** Whether brackets hold nothing but names of a kind. */
  boolean only(Kind kind) {
    return content.stream()
        .allMatch(
            w ->
                w.is(Role.COMMA, Role.AND, Role.OR, Role.SLASH, Role.WITH)
                    || w.is(Role.TERM) && w.term(kind) != null);
  }
}
