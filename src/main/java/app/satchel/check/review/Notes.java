package app.satchel.check.review;

import app.satchel.check.Finding;
import app.satchel.check.Severity;
import app.satchel.check.review.ReviewRules.Rule;
import app.satchel.check.review.ReviewRules.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects findings of one review: each place once, no rule without end. */
final class Notes {
  /** Findings of one rule that are kept; more of the same tell nothing new. */
  static final int MAX_PER_RULE = 25;

  private static final int MAX_SHOWN = 160;

  private final ReviewRules rules;
  private final Set<Noted> noted = new LinkedHashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();

  Notes(ReviewRules rules) {
    this.rules = rules;
  }

  private record Noted(Tier tier, Finding finding) {}

  /**
   * Notes a finding.
   *
   * @param text what was found; shown with invisible characters made visible
   */
  void add(String ruleId, String file, Integer line, String text) {
    add(ruleId, file, line, text, false);
  }

  /**
   * Notes a finding.
   *
   * @param quoted whether the text is probably only quoted, so that a stop becomes a review
   */
  void add(String ruleId, String file, Integer line, String text, boolean quoted) {
    if (counts.merge(ruleId, 1, Integer::sum) > MAX_PER_RULE) {
      return;
    }
    Rule rule = rules.rule(ruleId);
    noted.add(
        new Noted(
            quoted && rule.tier() == Tier.STOP ? Tier.REVIEW : rule.tier(),
            new Finding(
                rule.id(),
                rule.tier() == Tier.NOTICE ? Severity.NOTE : Severity.WARNING,
                file,
                line,
                rule.message().replace("{0}", shown(text)),
                rule.fix().isEmpty() ? null : rule.fix())));
  }

  List<Finding> findings() {
    List<Noted> sorted = new ArrayList<>(noted);
    sorted.sort(Comparator.comparing(Noted::tier));
    return sorted.stream().map(Noted::finding).toList();
  }

  List<Finding> serious() {
    return noted.stream().filter(one -> one.tier() == Tier.STOP).map(Noted::finding).toList();
  }

  /** One line, not too long, every invisible character as {@code ‹U+XXXX›}. */
  static String shown(String text) {
    StringBuilder result = new StringBuilder();
    String stripped = text.strip();
    for (int i = 0; i < stripped.length() && result.length() < MAX_SHOWN; ) {
      int c = stripped.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\n' || c == '\t' || c == '\r') {
        result.append(' ');
      } else if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
        result.append(String.format("‹U+%04X›", c));
      } else {
        result.appendCodePoint(c);
      }
    }
    return result.length() >= MAX_SHOWN ? result + "…" : result.toString();
  }
}
