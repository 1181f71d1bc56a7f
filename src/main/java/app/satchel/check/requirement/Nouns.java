package app.satchel.check.requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What several readers of items ask about words. */
final class Nouns {
  private static final Set<String> ARTICLES = Set.of("the", "a", "an", "your");

  /** Common nouns for programs. */
  private static final Set<String> HELPERS =
      Set.of(
          "tool",
          "tooling",
          "tools",
          "program",
          "helper",
          "adapter",
          "validator",
          "checker",
          "add-on",
          "addon",
          "installation");

  private Nouns() {}

  static List<Lexeme> trim(List<Lexeme> nouns) {
    int from = 0;
    int to = nouns.size();
    while (from < to && idle(nouns.get(from))) {
      from++;
    }
    while (to > from && idle(nouns.get(to - 1))) {
      to--;
    }
    return nouns.subList(from, to);
  }

  private static boolean idle(Lexeme word) {
    return word.is(Role.GLUE, Role.ON_PATH, Role.COPULA) && !word.code();
  }

  static boolean capital(Lexeme word) {
    return word.capitalised() || word.text().chars().anyMatch(Character::isUpperCase);
  }

  /** Whether a word has the shape of a name: letters, digits, dots and hyphens, not too long. */
  static boolean isSlug(String word) {
    if (word.isEmpty() || word.length() > 64 || !Character.isLetterOrDigit(word.charAt(0))) {
      return false;
    }
    return !word.endsWith("-") // "acme-*"
        && word.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_.:+".indexOf(c) >= 0);
  }

  /** Whether a word has the shape of a package with its vendor: {@code acme/mail-kit}. */
  static boolean isVendored(String word) {
    int slash = word.indexOf('/');
    return slash > 0
        && word.indexOf('-') > 0
        && word.equals(word.toLowerCase(Locale.ROOT))
        && isSlug(word.substring(0, slash))
        && isSlug(word.substring(slash + 1));
  }

  /** Whether a name with a dot is that of a library rather than a file: {@code Acme.Extensions}. */
  static boolean isSpace(String name) {
    int dot = name.indexOf('.');
    return dot > 0
        && Character.isUpperCase(name.charAt(0))
        && dot + 1 < name.length()
        && Character.isUpperCase(name.charAt(dot + 1))
        && name.chars().anyMatch(Character::isLowerCase);
  }

  /** Whether a word is a name that says itself that it is an MCP server. */
  static boolean namesMcp(Lexeme word) {
    String name = word.text();
    boolean said =
        name.startsWith("mcp-")
            || name.endsWith("-mcp")
            || name.endsWith("-mcp-server")
            || name.endsWith("_mcp")
            || name.endsWith("-mcp-bridge")
            || name.endsWith("MCP") && name.length() > 5;
    return said && word.is(Role.WORD) && isSlug(name);
  }

  /** Whether an item is one word, or one in lower case with its version: {@code acme-kit 1.7+}. */
  static boolean single(List<Lexeme> item) {
    boolean versioned = item.size() == 2 && item.getLast().is(Role.VERSION);
    return item.size() == 1
        || versioned
            && item.getFirst().is(Role.WORD)
            && item.getFirst().text().indexOf('-') > 0
            && !capital(item.getFirst());
  }

  /** Whether a word is an article, as stands before a name. */
  static boolean article(Lexeme word) {
    return ARTICLES.contains(word.text().toLowerCase(Locale.ROOT));
  }

  /** Whether something is said to be on the PATH, as only programs are. */
  static boolean onPath(List<Lexeme> words) {
    return words.stream()
        .anyMatch(w -> w.is(Role.ON_PATH) && w.text().toLowerCase(Locale.ROOT).contains("path"));
  }

  /** Whether an item is nothing but two or three words with capitals. */
  static boolean titled(List<Lexeme> item) {
    return item.size() > 1
        && item.size() < 4
        && item.stream().allMatch(w -> w.is(Role.WORD, Role.TERM) && capital(w));
  }

  /** Whether an item has a word. */
  static boolean says(List<Lexeme> item, String word) {
    return item.stream()
        .map(w -> w.text().toLowerCase(Locale.ROOT))
        .anyMatch(text -> text.equals(word) || text.startsWith(word + " "));
  }

  /** Whether an item is several names between spaces: no versions, nothing that describes. */
  static boolean enumerates(List<Lexeme> item) {
    return item.size() > 1
        && item.stream().allMatch(w -> w.is(Role.WORD, Role.TERM, Role.SCOPED) && !w.capitalised());
  }

  /** "git jq docker": three programs or more, and nothing else. */
  static boolean row(List<Lexeme> item) {
    return item.size() > 2
        && item.stream().allMatch(w -> w.is(Role.TERM) && !capital(w) && w.text().indexOf(' ') < 0);
  }

  /** The parts of "acme>=0.7 acme-extra>=1.0": names with their versions; empty for all else. */
  static List<List<Lexeme>> pinned(List<Lexeme> item) {
    List<List<Lexeme>> parts = new ArrayList<>();
    for (int i = 0; i < item.size(); i += 3) {
      boolean pinned =
          i + 2 < item.size()
              && item.get(i).is(Role.WORD, Role.TERM)
              && item.get(i + 1).is(Role.COMPARATOR)
              && item.get(i + 2).is(Role.VERSION);
      if (!pinned) {
        return List.of();
      }
      parts.add(item.subList(i, i + 3));
    }
    return parts;
  }

  /** Whether an item names at least two products that run skills: "claude-code codex opencode". */
  static boolean agents(List<Lexeme> item) {
    return item.stream().filter(w -> w.term(Requirement.Kind.AGENT) != null).count() > 1;
  }

  /** Takes the first version after a name, with its comparator and "or later". */
  static Mention versioned(Mention mention, List<Lexeme> words, int from) {
    String low = null;
    for (int i = from; i < words.size(); i++) {
      if (!words.get(i).is(Role.VERSION)) {
        boolean passes = words.get(i).is(Role.AT_LEAST, Role.COMPARATOR, Role.GLUE, Role.TERM);
        if (!passes
            && !(words.get(i).is(Role.WORD) && from == 0)
            && !words.get(i).is(Role.SCOPED)) {
          break;
        }
        continue;
      }
      boolean atMost = i + 1 < words.size() && words.get(i + 1).is(Role.AT_MOST);
      String sign = i > 0 && words.get(i - 1).is(Role.COMPARATOR) ? words.get(i - 1).text() : null;
      String constraint = VersionWords.constraint(sign, words.get(i).text(), atMost);
      low = low == null ? constraint : low + " " + constraint;
      boolean more = i + 1 < words.size() && words.get(i + 1).is(Role.COMPARATOR);
      if (!more) {
        break;
      }
    }
    mention.version = low;
    return mention;
  }

  static Mention mention(Term term) {
    return new Mention(term.kind(), term.name());
  }

  /** Whether a word only says that a program is one. */
  static boolean helper(Lexeme word) {
    return HELPERS.contains(word.text());
  }
}
