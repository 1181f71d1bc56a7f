package app.satchel.skill;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A skill's identity in a marketplace: {@code @owner/repo/skill}. A skill in the root of its
 * repository has the literal last segment {@code SKILL.md} (claude-plugins issue 45, 2025-11).
 *
 * @param owner without the leading {@code @}
 * @param repo repository name
 * @param skill name of the folder that holds SKILL.md; may end in {@code .md}, which is part of it
 */
public record Namespace(String owner, String repo, String skill) {
  private static final Pattern SEGMENT = Pattern.compile("[^/\\s\\p{Cntrl}?#%\\\\]{1,200}");

  public Namespace {
    require(owner);
    require(repo);
    require(skill);
  }

  private static void require(String segment) {
    Objects.requireNonNull(segment);
    if (!valid(segment)) {
      throw new IllegalArgumentException("not a namespace segment: " + segment);
    }
  }

  private static boolean valid(String segment) {
    return SEGMENT.matcher(segment).matches() && !segment.equals(".") && !segment.equals("..");
  }

  /**
   * Reads {@code @owner/repo/skill} or {@code owner/repo/skill}.
   *
   * @return empty when the text is not exactly three usable segments
   */
  public static Optional<Namespace> parse(String text) {
    if (text == null) {
      return Optional.empty();
    }
    String trimmed = text.strip();
    String plain = trimmed.startsWith("@") ? trimmed.substring(1) : trimmed;
    String[] parts = plain.split("/", -1);
    if (parts.length != 3 || !valid(parts[0]) || !valid(parts[1]) || !valid(parts[2])) {
      return Optional.empty();
    }
    return Optional.of(new Namespace(parts[0], parts[1], parts[2]));
  }

  /** {@code owner/repo}. */
  public String repository() {
    return owner + "/" + repo;
  }

  /** {@code @owner/repo/skill}. */
  @Override
  public String toString() {
    return "@" + owner + "/" + repo + "/" + skill;
  }
}
