package app.satchel.check.requirement;

import app.satchel.skill.FrontmatterValue;
import app.satchel.skill.FrontmatterValue.Entry;
import app.satchel.skill.FrontmatterValue.Mapping;
import app.satchel.skill.FrontmatterValue.Scalar;
import app.satchel.skill.FrontmatterValue.Sequence;
import java.util.List;
import java.util.stream.Collectors;

/** Values as the line that is shown beside what was read from them, however long they are. */
final class Excerpts {
  /** Characters that are shown of one text. */
  static final int BRIEF = 200;

  private static final int FEW = 10;

  private Excerpts() {}

  static String words(Entry entry) {
    return brief(entry.key()) + ": " + brief(entry.value());
  }

  /** A value as a line, cut: the whole may be megabytes. */
  static String brief(FrontmatterValue value) {
    return switch (value) {
      case Scalar scalar -> brief(scalar.text());
      case Sequence list -> brief(new Sequence(first(list.items()), true).asText());
      case Mapping map ->
          map.entries().stream()
              .limit(FEW)
              .filter(entry -> entry.value() instanceof Scalar)
              .map(Excerpts::words)
              .collect(Collectors.joining("; "));
    };
  }

  private static List<FrontmatterValue> first(List<FrontmatterValue> items) {
    return items.stream().limit(FEW).filter(Scalar.class::isInstance).toList();
  }

  static String brief(String text) {
    return text.length() <= BRIEF ? text : text.substring(0, BRIEF) + "…";
  }
}
