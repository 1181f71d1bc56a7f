package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.words.Words;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says a version constraint as people do: "3.10 or later" rather than {@code >=3.10}. */
public final class VersionPhrase {
  private static final Words WORDS = Words.of(VersionPhrase.class);

  private static final Pattern ONE = Pattern.compile("(>=|<=|==|!=|>|<)(\\S+)");

  private static final Pattern RANGE = Pattern.compile(">=(\\S+) (<=?)(\\S+)");

  private static final Pattern AMOUNT = Pattern.compile(">=(\\d[\\d.]*)((?:[KMGT]i?B)?)");

  private VersionPhrase() {}

  /**
   * The version of a requirement in words; empty when it has none.
   *
   * @param requirement hardware has amounts rather than versions ({@code >=16GB})
   */
  public static String of(Requirement requirement) {
    String constraint = requirement.version();
    if (constraint == null) {
      return "";
    }
    Matcher amount = AMOUNT.matcher(constraint);
    if (requirement.kind() == Kind.HARDWARE && amount.matches()) {
      return WORDS.text("version.amount", (amount.group(1) + " " + amount.group(2)).strip());
    }
    Matcher range = RANGE.matcher(constraint);
    if (range.matches()) {
      boolean within = range.group(2).equals("<=");
      return WORDS.text(within ? "version.to" : "version.before", range.group(1), range.group(3));
    }
    Matcher one = ONE.matcher(constraint);
    return one.matches() ? phrase(one.group(1), one.group(2)) : constraint;
  }

  private static String phrase(String sign, String version) {
    return switch (sign) {
      case ">=" -> WORDS.text("version.or-later", version);
      case "==" -> WORDS.text("version.exactly", version);
      case "<=" -> WORDS.text("version.up-to", version);
      case "<" -> WORDS.text("version.below", version);
      case ">" -> WORDS.text("version.after", version);
      default -> WORDS.text("version.not", version);
    };
  }
}
