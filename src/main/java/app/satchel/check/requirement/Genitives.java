package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words that say whose something is: a server's, a key's, a language's. Rules of rewriting. */
final class Genitives {
  private static final Set<String> WHOSE =
      Set.of("da", "do", "de", "das", "dos", "del", "di", "du", "des", "della", "von", "no", "na");

  /** Languages that are no runtimes of their own. */
  private static final Set<String> SCRIPTED = Set.of("JavaScript", "TypeScript");

  private static final Set<String> OBTAIN = Set.of("get", "obtain");

  /** How far behind "get" the key stands at most. */
  private static final int NEAR = 4;

  private Genitives() {}

  /** Whether a word says in its language whose something is. */
  static boolean whose(Lexeme word) {
    return word.text().equals("of") || WHOSE.contains(word.text());
  }

  /** "MCP da Acme", "cuenta de Acme": as people say it in Romance languages. */
  static Role ofName(List<Lexeme> part, int at) {
    boolean on = at > 0 && part.get(at).is(Role.NOT) && part.get(at - 1).text().equals("conta");
    boolean of = on || part.get(at).is(Role.GLUE) && WHOSE.contains(part.get(at).text());
    boolean access = // "OAuth access to Acme"
        at > 0 && part.get(at).is(Role.TO) && part.get(at - 1).text().endsWith(" access");
    access &= at + 1 < part.size() && !part.get(at + 1).is(Role.PLACE);
    of |= access;
    String noun = of && at > 0 && part.get(at - 1).is(Role.HEAD) ? part.get(at - 1).head() : "";
    return noun.equals("mcp") || noun.equals("credential") ? Role.PREPOSITION : null;
  }

  /** "Acme SDK for Go 2.1": its language, neither what it is for nor what has that version. */
  static Role ofLanguage(List<Lexeme> part, int at) {
    int kit = part.get(at).is(Role.FOR) ? at - 1 : at - 2;
    boolean sdk = kit >= 0 && part.get(kit).text().toLowerCase(Locale.ROOT).endsWith("sdk");
    if (!sdk || !part.get(kit + 1).text().equals("for")) {
      return null;
    }
    Lexeme language = kit + 2 < part.size() ? part.get(kit + 2) : null;
    boolean written = language != null && SCRIPTED.contains(language.text());
    written |= language != null && language.term(Kind.RUNTIME) != null;
    return written ? Role.GLUE : null;
  }

  /** "Get your API key at acme.example": what one is told to get is needed. */
  static Role obtained(List<Lexeme> part, int at) {
    boolean told = at == 0 && OBTAIN.contains(part.get(at).text().toLowerCase(Locale.ROOT));
    boolean key =
        told
            && part.stream()
                .skip(1)
                .limit(NEAR)
                .anyMatch(w -> w.is(Role.HEAD) && w.head().equals("credential"));
    return key ? Role.NEED : null;
  }
}
