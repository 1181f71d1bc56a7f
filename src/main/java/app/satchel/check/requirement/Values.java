package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import app.satchel.skill.FrontmatterValue;
import app.satchel.skill.FrontmatterValue.Mapping;
import app.satchel.skill.FrontmatterValue.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a value under a key says of the key: yes, no, or a version. */
final class Values {
  private static final Pattern OR_LATER =
      Pattern.compile("\\s+(or|and)\\s+(later|newer|higher|above|greater|up)$");

  private Values() {}

  static boolean affirms(FrontmatterValue value) {
    return value instanceof Scalar s
        && Set.of("true", "yes", "on", "required").contains(s.text().toLowerCase(Locale.ROOT));
  }

  static boolean denies(FrontmatterValue value) {
    return value instanceof Scalar s
        && Set.of("false", "no", "off", "none", "not required", "n/a")
            .contains(s.text().toLowerCase(Locale.ROOT));
  }

  /** Whether what describes a thing says that it is of use, but not needed. */
  static boolean optional(FrontmatterValue value) {
    if (value instanceof Scalar scalar) {
      return scalar.text().strip().toLowerCase(Locale.ROOT).startsWith("optional");
    }
    return value instanceof Mapping map
        && (map.entry("optional").filter(e -> affirms(e.value())).isPresent()
            || map.entry("fallback").filter(e -> !denies(e.value())).isPresent()
            || map.entry("required").filter(e -> denies(e.value())).isPresent());
  }

  /** How much an entry that describes one thing says that it is needed. */
  static Level level(Mapping map) {
    String part =
        map.entry("required_for")
            .or(() -> map.entry("requiredFor"))
            .map(e -> e.value().asText().toLowerCase(Locale.ROOT).strip())
            .orElse("");
    if (optional(map)) {
      return Level.OPTIONAL;
    }
    return part.startsWith("optional") || part.endsWith(" only")
        ? Level.CONDITIONAL
        : Level.REQUIRED;
  }

  /** Whether a variable's value is what it is set to, so that nobody has to: 4000, gpt-4. */
  static boolean preset(FrontmatterValue value) {
    if (!(value instanceof Scalar scalar) || scalar.text().isBlank()) {
      return false;
    }
    String text = scalar.text().strip();
    boolean number = text.matches("-?\\d+(\\.\\d+)?");
    return number || text.matches("[a-z]+(-[a-z0-9.]+)+");
  }

  /** "[aide, bash, cron]": at least two programs, and nothing that is none. */
  static boolean programs(List<ValueReader.Found> list) {
    return list.size() > 1 && list.stream().allMatch(each -> each.mention().kind == Kind.TOOL);
  }

  static boolean versionLike(FrontmatterValue value) {
    return constraint(value) != null
        || value instanceof Scalar s && Set.of("*", "latest").contains(s.text().strip());
  }

  /** The constraint of a version written alone: {@code 3}, {@code >=3.10,<4}, {@code ~0.1.6}. */
  static String constraint(FrontmatterValue value) {
    return value instanceof Scalar scalar ? constraint(scalar.text()) : null;
  }

  /** The same of a text. */
  static String constraint(String text) {
    if (text.length() > 60) {
      return null;
    }
    List<String> parts = new ArrayList<>();
    String plain = OR_LATER.matcher(text.strip()).replaceFirst(""); // "1.11 or later"
    for (String part : plain.split("[,\\s]+(?=[<>=~^!])")) {
      int digits = 0;
      while (digits < part.length() && "<>=~^! ".indexOf(part.charAt(digits)) >= 0) {
        digits++;
      }
      String version = part.substring(digits).strip();
      String sign = part.substring(0, digits).strip();
      if (!VersionWords.isVersion(version)) {
        return null;
      }
      parts.add(VersionWords.constraint(sign.isEmpty() ? null : sign, version, false));
    }
    return parts.contains(null) ? null : String.join(" ", parts);
  }
}
