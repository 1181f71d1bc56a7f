package app.satchel.check.dependency;

import app.satchel.skill.Namespace;
import java.util.Objects;

/**
 * A skill that a world knows.
 *
 * @param namespace its identity
 * @param name its frontmatter's or listing's name
 * @param directory its folder in its repository, segments joined with {@code /}; {@code .} for the
 *     root
 * @param source the marketplace's name or the folder's path; worlds recognise their own by it
 */
public record KnownSkill(Namespace namespace, String name, String directory, String source) {
  public KnownSkill {
    Objects.requireNonNull(namespace);
    Objects.requireNonNull(name);
    Objects.requireNonNull(directory);
    Objects.requireNonNull(source);
  }

  /** Whether a name means this skill: its own name or its folder's, in any casing. */
  public boolean isCalled(String wanted) {
    return name.equalsIgnoreCase(wanted) || namespace.skill().equalsIgnoreCase(wanted);
  }
}
