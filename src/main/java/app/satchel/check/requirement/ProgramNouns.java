package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what stands before "CLI", "binary", "command" and their like. */
final class ProgramNouns {
  private final Vocabulary vocabulary;
  private final ComposedNames composed;

  ProgramNouns(Vocabulary vocabulary, ComposedNames composed) {
    this.vocabulary = vocabulary;
    this.composed = composed;
  }

  /**
   * Reads an item.
   *
   * @param before the words before the noun, trimmed
   * @param after those behind it
   * @return null when it says nothing here
   */
  List<Mention> read(List<Lexeme> before, List<Lexeme> after, Lexeme head) {
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
    if (file && last.term(Kind.OS) != null && head.text().equals("binary")) {
      return List.of(Nouns.mention(last.term(Kind.OS))); // "Linux, macOS or Windows binary"
    }
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
    return List.of(Nouns.versioned(mention, HeadNouns.words(before, after), 0));
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
}
