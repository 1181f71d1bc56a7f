package app.satchel.check.requirement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Comparators joined by spaces ({@code >=3.10 <4}) put to a version. Versions are compared number
 * by number, missing numbers counting as zero, so {@code 3.10} is {@code 3.10.0}; what follows the
 * numbers ({@code -rc1}, {@code +build}) is left out.
 */
final class VersionConstraint {
  private static final int MOST_NUMBERS = 8;

  private VersionConstraint() {}

  /**
   * Whether a version satisfies a constraint.
   *
   * @param constraint as in {@link Requirement#version}; null is satisfied by everything
   * @return empty when either cannot be read
   */
  static Optional<Boolean> satisfied(String version, String constraint) {
    if (constraint == null || constraint.isBlank()) {
      return Optional.of(true);
    }
    List<Long> have = numbers(version);
    if (have.isEmpty()) {
      return Optional.empty();
    }
    boolean all = true;
    for (String part : constraint.strip().split("\\s+")) {
      int digits = 0;
      while (digits < part.length() && !Character.isDigit(part.charAt(digits))) {
        digits++;
      }
      List<Long> wanted = numbers(part.substring(digits));
      if (wanted.isEmpty()) {
        return Optional.empty();
      }
      Optional<Boolean> holds = holds(part.substring(0, digits), compare(have, wanted));
      if (holds.isEmpty()) {
        return Optional.empty();
      }
      all &= holds.get();
    }
    return Optional.of(all);
  }

  private static Optional<Boolean> holds(String comparator, int order) {
    return switch (comparator) {
      case ">=" -> Optional.of(order >= 0);
      case ">" -> Optional.of(order > 0);
      case "<=" -> Optional.of(order <= 0);
      case "<" -> Optional.of(order < 0);
      case "==", "=" -> Optional.of(order == 0);
      case "!=" -> Optional.of(order != 0);
      default -> Optional.empty();
    };
  }

  /** Orders versions by their numbers; what begins with none comes first. */
  static final Comparator<String> ORDER = (a, b) -> compare(numbers(a), numbers(b));

  private static int compare(List<Long> a, List<Long> b) {
    for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
      long left = i < a.size() ? a.get(i) : 0;
      long right = i < b.size() ? b.get(i) : 0;
      if (left != right) {
        return Long.compare(left, right);
      }
    }
    return 0;
  }

  /** The numbers a version begins with; empty when it begins with none. */
  private static List<Long> numbers(String version) {
    List<Long> numbers = new ArrayList<>();
    int i = 0;
    while (version != null && i < version.length() && numbers.size() < MOST_NUMBERS) {
      int start = i;
      while (i < version.length() && version.charAt(i) >= '0' && version.charAt(i) <= '9') {
        i++;
      }
      if (i == start || i - start > 15) {
        break;
      }
      numbers.add(Long.parseLong(version.substring(start, i)));
      if (i >= version.length() || version.charAt(i) != '.') {
        break;
      }
      i++;
    }
    return numbers;
  }
}
