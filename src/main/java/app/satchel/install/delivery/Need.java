package app.satchel.install.delivery;

import java.util.List;
import java.util.Objects;

/**
 * Why a skill is in a plan.
 *
 * @param asked the name that somebody wrote, which may be an old one
 * @param by names of the skills that need it, the first one found first; empty for the skill that
 *     was asked for
 * @param depth 0 for the skill that was asked for, 1 for what it needs itself, and so on
 * @param field the frontmatter's key that names it; empty for the skill that was asked for
 * @param reason what the first one's text says about it ({@code Async database sessions}), or null
 */
public record Need(String asked, List<String> by, int depth, String field, String reason) {
  public Need {
    Objects.requireNonNull(asked);
    Objects.requireNonNull(field);
    by = List.copyOf(by);
  }

  /** The skill that was asked for. */
  public static Need root(String name) {
    return new Need(name, List.of(), 0, "", null);
  }
}
