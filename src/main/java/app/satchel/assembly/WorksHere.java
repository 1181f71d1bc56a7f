package app.satchel.assembly;

import app.satchel.catalog.Catalog;
import app.satchel.check.Inspector;
import app.satchel.check.requirement.RequirementReport;
import app.satchel.check.requirement.RequirementSummary;
import app.satchel.check.requirement.RequirementSummary.Verdict;
import app.satchel.marketplace.Listing;
import app.satchel.problem.ProblemException;
import app.satchel.skill.SkillMd;
import app.satchel.task.Cancellation;
import app.satchel.task.Parallel;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether listed skills work where the person uses them. A marketplace does not know, so each one's
 * SKILL.md is read and its requirements are checked. Thread-safe.
 */
public final class WorksHere {
  /** Skills that are read at a time. */
  private static final int AT_ONCE = 6;

  private static final Logger LOG = LoggerFactory.getLogger(WorksHere.class);

  private final Catalog catalog;
  private final Inspector inspector;

  WorksHere(Catalog catalog, Inspector inspector) {
    this.catalog = catalog;
    this.inspector = inspector;
  }

  /**
   * What is known of a skill.
   *
   * @param verdict whether it works; cannot be told when its text cannot be read
   * @param missing how many needed things are missing
   * @param asksForNothing whether its author declares no requirement at all
   */
  public record Answer(Verdict verdict, int missing, boolean asksForNothing) {}

  /**
   * Finds out. Blocks until all are answered.
   *
   * @param answer told each one's answer as soon as it is known, from any thread
   */
  public void ask(
      List<Listing> listings, Cancellation cancellation, BiConsumer<Listing, Answer> answer) {
    Parallel.map(
        listings,
        AT_ONCE,
        listing -> {
          answer.accept(listing, ask(listing, cancellation));
          return listing;
        },
        cancellation);
  }

  private Answer ask(Listing listing, Cancellation cancellation) {
    Optional<byte[]> text;
    try {
      text = catalog.skillMd(listing, cancellation);
    } catch (ProblemException e) {
      LOG.info("{} could not be read: {}", listing.namespace(), e.problem().code());
      text = Optional.empty();
    }
    if (text.isEmpty()) {
      return new Answer(Verdict.CANNOT_TELL, 0, false);
    }
    RequirementReport report =
        inspector.checkedRequirements(SkillMd.parse(text.get()), cancellation);
    RequirementSummary summary = report.summary();
    return new Answer(summary.verdict(), summary.missing(), report.declared().isEmpty());
  }
}
