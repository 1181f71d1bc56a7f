package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.List;

/** Reads versions that stand in brackets after an item. */
final class AsideVersions {
  private AsideVersions() {}

  /** {@code (>= 2.0)} completes the item; {@code (3.12+ recommended)} is a second floor. */
  static List<Mention> read(List<Lexeme> content, Mention item) {
    int end = 0;
    while (end < content.size()
        && content.get(end).is(Role.VERSION, Role.COMPARATOR, Role.AT_LEAST, Role.OR_LATER)) {
      end++;
    }
    List<Lexeme> words =
        content.subList(0, end).stream().filter(w -> w.is(Role.VERSION, Role.COMPARATOR)).toList();
    String constraint = NounReader.bareVersion(words);
    boolean optional = content.size() > end && content.get(end).is(Role.OPTIONAL);
    if (constraint == null) {
      return List.of();
    }
    boolean part = content.size() > end + 1 && content.get(end).is(Role.FOR);
    if ((optional || part) && item.version != null) {
      Mention better = new Mention(item.kind, item.name);
      better.version = constraint;
      better.level = optional ? Level.OPTIONAL : Level.CONDITIONAL; // "(19 for the charts)"
      return List.of(better);
    }
    boolean numbered = item.kind != Kind.OS && item.kind != Kind.NETWORK;
    if (item.version == null && numbered) {
      item.version = constraint;
    }
    return List.of();
  }

  /** {@code (preferably 3.12)} */
  static List<Mention> preferred(List<Lexeme> content, Mention item) {
    Mention better = new Mention(item.kind, item.name);
    better.level = Level.OPTIONAL;
    return List.of(Nouns.versioned(better, content, 0));
  }

  /** {@code (npx acme@1.2.3)}: the command that gets the item names its version. */
  static void pin(List<Lexeme> content, Mention item) {
    for (int i = 1; i + 1 < content.size(); i++) {
      boolean exact = content.get(i + 1).is(Role.COMPARATOR) && i + 2 < content.size();
      Lexeme version = content.get(exact ? i + 2 : i + 1);
      boolean glued = version.is(Role.VERSION) && version.start() == content.get(i).end() + 1;
      if (glued && content.get(i).text().equalsIgnoreCase(item.name) && item.version == null) {
        item.version = VersionWords.constraint("==", version.text(), false);
      }
    }
  }
}
