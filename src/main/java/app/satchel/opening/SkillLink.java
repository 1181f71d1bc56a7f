package app.satchel.opening;

import app.satchel.skill.Namespace;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A link to the page of a skill: {@code satchel://skill/@owner/repo/skill[?source=NAME-or-URL]}. It
 * can say which page to open and nothing else; there is no link that installs.
 *
 * @param skill the skill
 * @param source where it is to be looked for; null for all marketplaces that the person has
 */
public record SkillLink(Namespace skill, LinkSource source) {
  /** The scheme with its colon. */
  public static final String SCHEME = "satchel:";

  public SkillLink {
    Objects.requireNonNull(skill);
  }

  /** Whether a text claims to be such a link, well-formed or not. */
  public static boolean isMeant(String text) {
    return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  /**
   * Reads a link strictly: everything that is not of the one form is refused.
   *
   * @throws app.satchel.problem.ProblemException INPUT {@code link-...}
   */
  public static SkillLink parse(String text) {
    return LinkReader.read(text);
  }

  /** Where it is to be looked for; empty for all marketplaces that the person has. */
  public Optional<LinkSource> from() {
    return Optional.ofNullable(source);
  }

  /** The link; {@link #parse} reads it back. */
  @Override
  public String toString() {
    String plain = SCHEME + "//" + LinkReader.AUTHORITY + "/" + skill;
    return source == null ? plain : plain + "?" + LinkReader.SOURCE + "=" + encode(source.text());
  }

  /** Percent-encodes what a value may not hold as it stands; addresses are ASCII already. */
  private static String encode(String value) {
    StringBuilder out = new StringBuilder();
    for (char c : value.toCharArray()) {
      if (LinkReader.isPlainInValue(c)) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return out.toString();
  }
}
