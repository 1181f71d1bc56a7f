package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins versions of one thing that are alternatives: "Acme 8.x or 9.x" is one range. */
final class Unions {
  private static final Pattern FROM = Pattern.compile(">=([\\d.]+)(?: (<=?)([\\d.]+))?");

  private Unions() {}

  /** Joins each further version ({@link Mention#again}) with the first of its group. */
  static void join(List<Mention> mentions) {
    for (Mention last : List.copyOf(mentions)) {
      if (!last.again || last.group == 0 || last.kind == Kind.OS) {
        continue;
      }
      Mention first =
          mentions.stream()
              .filter(m -> m != last && m.group == last.group && m.level == last.level)
              .filter(m -> m.kind == last.kind && m.name.equals(last.name) && !m.again)
              .findFirst()
              .orElse(null);
      String both = first == null ? null : both(first, last);
      if (both != null) {
        first.version = both;
        first.floor |= last.floor;
        mentions.remove(last);
      }
    }
  }

  /** One constraint for two versions in rising order; null when they are none. */
  private static String both(Mention first, Mention last) {
    Matcher low = FROM.matcher(Objects.requireNonNullElse(first.version, ""));
    Matcher high = FROM.matcher(Objects.requireNonNullElse(last.version, ""));
    if (!low.matches() || !high.matches()) {
      return null;
    }
    String from = ">=" + low.group(1);
    boolean upTo = first.floor && high.group(2) != null && !last.floor;
    if (upTo
        && low.group(2) == null
        && VersionConstraint.ORDER.compare(low.group(1), high.group(3)) < 0) {
      return from + " " + high.group(2) + high.group(3); // "Acme 2.9+ or 3.x"
    }
    if (first.floor || last.floor) {
      return from;
    }
    return high.group(2) == null
        ? from + " <=" + high.group(1)
        : from + " " + high.group(2) + high.group(3);
  }
}
