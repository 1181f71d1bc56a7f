package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.ArrayList;
import java.util.List;

/** Reads variables that stand in brackets after an item: they hold the keys named before. */
final class AsideKeys {
  private AsideKeys() {}

  /**
   * {@code (ACME_KEY)}, {@code (ACME_ID, ACME_SECRET)}, {@code (ACME_KEY or ACME_TOKEN)}.
   *
   * @param items the item before the brackets, then its alternatives; changed in place
   */
  static List<Mention> read(
      List<Lexeme> content, List<Mention> items, Level level, SentenceReader outer) {
    Mention item = items.getFirst();
    if (ways(content, item)) {
      List<Mention> found = outer.inner(item.level, true).read(content);
      found.forEach(mention -> mention.joinedBy = Role.OR);
      item.name(""); // "access to GitHub (gh CLI or GITHUB_TOKEN)"
      return found;
    }
    boolean more = item.unknown && Aside.first(content, Role.HEAD) != null;
    return more && Aside.first(content, Role.COMMA) != null
        ? outer.inner(item.level, true).read(content) // "an Acme install (acme CLI, $ACME_HOME)"
        : variables(content, items, level);
  }

  /** Whether brackets name the ways to sign in at what stands before them. */
  private static boolean ways(List<Lexeme> content, Mention item) {
    return item.kind == Kind.CREDENTIAL
        && !VersionWords.isVariable(item.name)
        && Aside.first(content, Role.OR) != null
        && content.stream().anyMatch(w -> w.is(Role.TERM) && w.term(Kind.TOOL) != null)
        && content.stream()
            .noneMatch(w -> w.code() && w.is(Role.WORD, Role.HEAD)); // "`acme login`"
  }

  private static List<Mention> variables(List<Lexeme> content, List<Mention> items, Level level) {
    Mention item = items.getFirst();
    List<Lexeme> names = content.stream().filter(w -> w.is(Role.VARIABLE)).toList();
    if (names.size() > 1 && names.size() == items.size() && keys(items)) {
      for (int i = 0; i < names.size(); i++) {
        Mention each = items.get(names.size() - 1 - i);
        each.kind = Kind.CREDENTIAL;
        each.name(names.get(i).text());
      }
      return List.of(); // "an Acme or Emca key (ACME_KEY / EMCA_KEY)"
    }
    boolean key = item.kind == Kind.CREDENTIAL;
    boolean either = Aside.first(content, Role.OR) != null;
    boolean optional = Aside.first(content, Role.OPTIONAL) != null;
    List<Mention> found = new ArrayList<>();
    for (Lexeme variable : names) {
      if (key && found.isEmpty() && !VersionWords.isVariable(item.name)) {
        item.name(variable.text()); // the variable that holds the key named before
        key = false;
      } else if (!variable.text().equals(item.name)) {
        Mention mention = new Mention(Kind.CREDENTIAL, variable.text());
        mention.level =
            optional ? Level.OPTIONAL : item.level == Level.REQUIRED ? level : item.level;
        boolean instead = content.getFirst().is(Role.OR); // "the Acme MCP (or an ACME_KEY)"
        mention.joinedBy = instead || either && item.kind == Kind.CREDENTIAL ? Role.OR : null;
        found.add(mention);
      }
    }
    if (optional && found.isEmpty()) {
      item.demote(Level.OPTIONAL);
    }
    return found;
  }

  /** Whether items are keys: each by itself, or those before by the noun of the last. */
  private static boolean keys(List<Mention> items) {
    Mention last = items.getFirst();
    return last.kind == Kind.CREDENTIAL
        && !VersionWords.isVariable(last.name)
        && items.stream()
            .allMatch(m -> m.kind == Kind.CREDENTIAL || last.shares && m.kind == Kind.SERVICE);
  }
}
