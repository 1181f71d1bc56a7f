package app.satchel.install.delivery;

import app.satchel.catalog.FetchedSkill;
import app.satchel.marketplace.Listing;
import app.satchel.skill.Namespace;
import app.satchel.skill.SkillMd;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import java.util.Optional;

/**
 * Where a delivery gets its skills from. Calls block, and fail with a {@link
 * app.satchel.problem.ProblemException}.
 */
public interface SkillSupply {
  /**
   * A skill's row.
   *
   * @param source the marketplace to ask, or null for all
   */
  Optional<Listing> find(Namespace namespace, String source, Cancellation cancellation);

  /** A skill's SKILL.md without its files; empty when it is no longer there. */
  Optional<SkillMd> text(Listing listing, Cancellation cancellation);

  /**
   * A skill's files, brought to this computer. The marketplace may count it as an installation.
   *
   * @param progress told the bytes that have come
   */
  FetchedSkill fetch(Listing listing, Progress progress, Cancellation cancellation);

  /**
   * A skill's files, when they can be had without being counted as an installation.
   *
   * @return empty when only {@link #fetch} could bring them
   */
  Optional<FetchedSkill> fetchUncounted(Listing listing, Cancellation cancellation);

  /** Whether fetching from a marketplace is counted there as an installation. */
  boolean counts(String source);
}
