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
  private final Vocabulary vocabulary;
  private final PackageNouns packages;
  private final CredentialNouns credentials;
  private final ServerNouns servers;
  private final ServiceNouns services;
  private final SkillNouns skills;
  private final ProgramNouns programs;

  HeadNouns(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.packages = new PackageNouns(vocabulary);
    ComposedNames composed = new ComposedNames(vocabulary);
    this.credentials = new CredentialNouns(vocabulary, composed);
    this.servers = new ServerNouns(vocabulary, composed);
    this.services = new ServiceNouns(vocabulary, composed);
    this.skills = new SkillNouns(vocabulary);
    this.programs = new ProgramNouns(vocabulary, composed);
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
    boolean named = head + 1 < words.size() && words.get(head + 1).text().endsWith("ed");
    if (head > 0 && article(words.get(head - 1)) && program && !named) {
      return List.of(); // "the CLI": one that was named before.
    }
    List<Lexeme> before = Nouns.trim(words.subList(0, head));
    List<Lexeme> after = Nouns.trim(words.subList(head + 1, words.size()));
    return switch (words.get(head).head()) {
      case "mcp" -> servers.read(words.subList(0, head), before, after, words.get(head));
      case "credential" ->
          goesOn(after) ? List.of() : credentials.read(words.subList(0, head), words.get(head));
      case "skill" -> skills.read(before, after, words.get(head), lenient);
      case "package" -> packages.read(before, after, words.get(head));
      case "tool" -> programs.read(before, after, words.get(head));
      case "service" ->
          words.get(head).text().toLowerCase(Locale.ROOT).startsWith("integration")
                  && (before.isEmpty() || before.getLast().term(Kind.SERVICE) == null)
              ? integration(before)
              : services.read(words.subList(0, head), after, words.get(head));
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

  static List<Lexeme> words(List<Lexeme> first, List<Lexeme> second) {
    List<Lexeme> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /** What stands before a noun for something that runs; null when the noun says nothing here. */
  List<Mention> service(List<Lexeme> all, List<Lexeme> after, Lexeme head) {
    return services.read(all, after, head);
  }

  static List<Lexeme> from(List<Lexeme> words, Lexeme first) {
    return words.subList(words.indexOf(first), words.size());
  }
}
