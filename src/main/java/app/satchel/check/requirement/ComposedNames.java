package app.satchel.check.requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes one name of several words: {@code Acme Docs} gives {@code acme-docs}. */
final class ComposedNames {
  /** Dropped from every name: they only say what sort of thing it is. */
  private static final Set<String> NEVER_NAMES =
      Set.of(
          "api", "mcp", "server", "servers", "cli", "agent", "tool", "tools", "access", "rest",
          "admin", "app", "bot", "web");

  private final Vocabulary vocabulary;

  ComposedNames(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * Words as one name: lower case, joined with hyphens; common nouns dropped.
   *
   * @param capitalsOnly whether to begin at the first of the capitalised or known words at the end,
   *     so that "a separate Acme" gives {@code acme}
   */
  String joined(List<Lexeme> words, boolean capitalsOnly) {
    List<String> parts = new ArrayList<>();
    for (int i = words.size() - 1; i >= 0; i--) {
      Lexeme word = words.get(i);
      if (word.is(Role.SCOPED)) {
        return word.text();
      }
      boolean article = word.is(Role.GLUE) && Nouns.article(word);
      if (article && !parts.isEmpty()) {
        break; // "Describes the hosted Acme MCP server"
      }
      if (word.is(Role.GENERIC, Role.HEAD, Role.GLUE, Role.VERSION) && !word.code()) {
        if (titleWord(word) && i > 0 && words.get(i - 1).is(Role.WORD, Role.TERM)) {
          parts.addFirst(word.text()); // "Acme Docs": the second word belongs to the name.
        } else if (!parts.isEmpty() && leads(words, i)) {
          parts.addFirst(word.text()); // "a free Data Acme": so does the first
        }
        continue;
      }
      if (parts.isEmpty() && !Nouns.capital(word) && adjective(word)) {
        break; // "a read-only platform CLI"
      }
      boolean name = word.is(Role.TERM) || word.code() || Nouns.capital(word) || parts.isEmpty();
      if (!word.is(Role.WORD, Role.TERM) && !word.code() || (capitalsOnly && !name)) {
        break;
      }
      parts.addFirst(word.text());
    }
    if (parts.size() == 1 && !capitalsOnly && !vocabulary.terms(parts.getFirst()).isEmpty()) {
      return vocabulary.terms(parts.getFirst()).getFirst().name();
    }
    String name = String.join("-", parts).toLowerCase(Locale.ROOT).replace(' ', '-');
    return Nouns.isSlug(name) ? name : "";
  }

  /** Whether a common word begins a name: with a capital, and after one that only describes. */
  static boolean leads(List<Lexeme> words, int at) {
    return at > 0
        && titleWord(words.get(at))
        && words.get(at).is(Role.GENERIC)
        && words.get(at - 1).is(Role.GLUE)
        && !words.get(at - 1).capitalised();
  }

  private boolean adjective(Lexeme word) {
    return word.is(Role.WORD) && !word.code() && vocabulary.adjective(word.text());
  }

  /** A common word that stands as a name: "the Harness CLI", "the `shell` MCP server"; else "". */
  static String common(List<Lexeme> words) {
    Lexeme last = words.isEmpty() ? null : words.getLast();
    boolean common = last != null && last.is(Role.GENERIC, Role.GLUE);
    boolean name = common && (last.code() || last.is(Role.GENERIC) && titleWord(last));
    Lexeme before = words.size() > 1 ? words.get(words.size() - 2) : null;
    if (name && before != null && before.is(Role.GENERIC) && titleWord(before)) {
      String both = (before.text() + "-" + last.text()).toLowerCase(Locale.ROOT);
      return Nouns.isSlug(both) ? both : ""; // "the Stack Internal MCP server"
    }
    return name && Nouns.isSlug(last.text()) ? last.text().toLowerCase(Locale.ROOT) : "";
  }

  /** Common words written as a title: "Agent Platform" gives {@code agent-platform}. */
  static String titled(List<Lexeme> words) {
    boolean title = words.size() > 1 && words.stream().allMatch(Lexeme::capitalised);
    int end = words.size();
    while (end > 1 && NEVER_NAMES.contains(words.get(end - 1).text().toLowerCase(Locale.ROOT))) {
      end--; // "the Acme API"
    }
    String name =
        words.subList(0, end).stream()
            .map(Lexeme::text)
            .collect(Collectors.joining("-"))
            .toLowerCase(Locale.ROOT);
    return title && Nouns.isSlug(name) ? name : "";
  }

  /** Whether a common word is written as a part of a name: "Acme Cloud". */
  static boolean titleWord(Lexeme word) {
    return word.is(Role.GLUE, Role.GENERIC)
        && word.capitalised()
        && !NEVER_NAMES.contains(word.text().toLowerCase(Locale.ROOT));
  }
}
