package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what stands beside "MCP server" and its like. */
final class ServerNouns {
  private static final Set<String> CALLED = Set.of("called", "named");

  private final Vocabulary vocabulary;
  private final ComposedNames composed;

  ServerNouns(Vocabulary vocabulary, ComposedNames composed) {
    this.vocabulary = vocabulary;
    this.composed = composed;
  }

  /**
   * Reads an item.
   *
   * @param whole all words before the noun
   * @param before the same, trimmed
   * @param after those behind it, trimmed
   */
  List<Mention> read(List<Lexeme> whole, List<Lexeme> before, List<Lexeme> after, Lexeme head) {
    boolean called = after.size() == 2 && CALLED.contains(after.getFirst().text());
    if (called) {
      String name = after.getLast().text().toLowerCase(Locale.ROOT); // "an MCP server named acme"
      return Nouns.isSlug(name) ? List.of(new Mention(Kind.MCP, name)) : List.of();
    }
    return before.isEmpty() && after.size() == 1
        ? server(after.getFirst(), head)
        : numbered(mcp(whole, head), after);
  }

  /** "Acme MCP server v2+" */
  private static List<Mention> numbered(List<Mention> servers, List<Lexeme> after) {
    boolean version =
        !after.isEmpty()
            && after.stream().allMatch(w -> w.is(Role.VERSION, Role.COMPARATOR, Role.OR_LATER));
    if (version && servers.size() == 1) {
      Nouns.versioned(servers.getFirst(), after, 0);
    }
    return servers;
  }

  private List<Mention> mcp(List<Lexeme> whole, Lexeme head) {
    List<Lexeme> before = whole;
    while (before.size() > 1
        && describes(before.getLast())
        && names(before.get(before.size() - 2))) {
      before = before.subList(0, before.size() - 1); // "the acme-cloud managed MCP server"
    }
    Lexeme last = before.isEmpty() ? null : before.getLast();
    boolean slug =
        last != null
            && last.is(Role.WORD)
            && last.text().indexOf('-') > 0
            && last.text().equals(last.text().toLowerCase(Locale.ROOT))
            && !vocabulary.adjective(last.text());
    // "the Acme-hosted file-keeper MCP": such a name is whole.
    slug |= last != null && last.code() && Nouns.isSlug(last.text());
    boolean plain = last != null && last.is(Role.WORD) && !last.code() && !Nouns.capital(last);
    boolean function = plain && last.text().indexOf('_') > 0;
    if (function && head.text().equalsIgnoreCase("MCP tool")) {
      return List.of(); // "the read_page MCP tool": a function of a server without a name
    }
    boolean sentence =
        before.stream().allMatch(w -> w.is(Role.WORD) && vocabulary.ordinary(w.text()));
    boolean any = sentence && head.text().toLowerCase(Locale.ROOT).endsWith("tools");
    boolean common = plain && last.text().indexOf('-') < 0 && vocabulary.ordinary(last.text());
    boolean sort = before.size() > 1 && before.get(before.size() - 2).is(Role.GENERIC);
    if (common && (any || sort && !vocabulary.mcpServer(last.text()))) {
      return List.of(); // "can call MCP tools", "a project management MCP"
    }
    String name = slug && Nouns.isSlug(last.text()) ? last.text() : composed.joined(before, true);
    if (name.isEmpty()) {
      name = ComposedNames.common(before);
    }
    boolean runtime = before.stream().allMatch(w -> w.term(Kind.RUNTIME) != null);
    return name.isEmpty() || runtime ? List.of() : List.of(new Mention(Kind.MCP, name));
  }

  /** "the MCP server github": a name that follows. */
  private List<Mention> server(Lexeme word, Lexeme head) {
    boolean named = word.is(Role.TERM, Role.WORD) && Nouns.isSlug(word.text());
    boolean known = word.term() != null || word.code() || !vocabulary.ordinary(word.text());
    boolean noun = head.text().toLowerCase(Locale.ROOT).matches("mcp servers?");
    return noun && named && known
        ? List.of(new Mention(Kind.MCP, word.text().toLowerCase(Locale.ROOT)))
        : List.of();
  }

  private boolean describes(Lexeme word) {
    boolean plain = word.is(Role.WORD) && !word.code() && !Nouns.capital(word);
    return plain && word.text().indexOf('-') < 0 && vocabulary.ordinary(word.text());
  }

  private static boolean names(Lexeme word) {
    return word.is(Role.TERM) || word.code() || Nouns.capital(word) || word.text().indexOf('-') > 0;
  }
}
