package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Gives a noun to all it speaks of: of "an Acme or Emca API key" either is a key. */
final class SharedNouns {
  private static final Set<String> NOUNS =
      Set.of(
          "mcp",
          "key",
          "keys",
          "token",
          "tokens",
          "account",
          "accounts",
          "credentials",
          "subscription",
          "密钥",
          "账号",
          "账户");

  private SharedNouns() {}

  /** Whether an item ends in such a noun, without an article that sets it apart. */
  static boolean speaksOfMore(List<Lexeme> item) {
    return !item.getFirst().is(Role.GLUE)
        && item.stream()
            .filter(word -> word.is(Role.HEAD))
            .flatMap(word -> Arrays.stream(word.text().toLowerCase(Locale.ROOT).split(" ")))
            .anyMatch(NOUNS::contains);
  }

  /** Makes keys, and one choice, of the names before such a noun. */
  static void apply(List<Mention> mentions, Prose prose) {
    boolean within = false; // "Acme, Emca or Zorbix key": the comma goes on before the "or"
    for (int i = mentions.size() - 1; i > 0; i--) {
      Mention last = mentions.get(i);
      Mention before = mentions.get(i - 1);
      boolean choice = last.joinedBy == Role.OR || last.joinedBy == Role.SLASH;
      boolean listed = choice || within && last.joinedBy == Role.COMMA;
      boolean product = before.kind == Kind.SERVICE || before.kind == Kind.AGENT;
      if (last.shares && listed && product && last.list == before.list && before.version == null) {
        Plurals.become(List.of(before), last.kind);
        before.shares = true;
        last.group = last.group == 0 ? prose.newGroup() : last.group;
        before.group = last.group;
        within = true;
      }
    }
  }
}
