package app.satchel.check.dependency;

import java.util.Objects;

/**
 * Another skill as a SKILL.md names it, before anybody looked for it.
 *
 * @param name as written, without quotes and version tail; may be {@code owner/repo/skill}, {@code
 *     folder/skill} or {@code plugin:skill}
 * @param field the key's own spelling, with a leading {@code metadata.} when it stood there; the
 *     heading of the text's section for a name that stands only there
 * @param needed true when the skill depends on it, false when it is only related or optional
 * @param certain false when the entry could as well be a package or a tool, so that it counts only
 *     if a skill of that name is found nearby
 * @param line 1-based line of the key in SKILL.md
 * @param reason what the skill's text says about it ({@code Async database sessions}), or null
 */
public record DeclaredDependency(
    String name, String field, boolean needed, boolean certain, int line, String reason) {
  public DeclaredDependency {
    Objects.requireNonNull(name);
    Objects.requireNonNull(field);
  }

  /** The skill's own name: what follows the last {@code /} or {@code :}. */
  public String skillName() {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
  }
}
