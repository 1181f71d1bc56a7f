package app.satchel.install.delivery;

import app.satchel.catalog.FetchedSkill;
import app.satchel.check.dependency.Dependency;
import app.satchel.check.dependency.Dependency.Status;
import app.satchel.check.dependency.DependencyPlan;
import app.satchel.check.dependency.KnownSkill;
import app.satchel.check.dependency.SkillWorld;
import app.satchel.install.delivery.PlannedSkill.Existing;
import app.satchel.marketplace.Listing;
import app.satchel.marketplace.Marketplace;
import app.satchel.problem.ProblemException;
import app.satchel.skill.Namespace;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.skill.SkillMd;
import app.satchel.task.Cancellation;
import app.satchel.task.Parallel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the skills that a skill needs, a few at a time: where each comes from, how large it is,
 * what lies at its place. One that cannot be asked about is missing, and never keeps the others
 * from their user.
 */
final class NeededSkills {
  /** How long a plan waits for the files of needed skills in all. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** Needed skills that are looked at at a time. */
  private static final int AT_ONCE = 6;

  private static final Logger LOG = LoggerFactory.getLogger(NeededSkills.class);

  private final List<Marketplace> marketplaces;
  private final SkillSupply supply;
  private final Places places;

  NeededSkills(List<Marketplace> marketplaces, SkillSupply supply, Places places) {
    this.marketplaces = marketplaces;
    this.supply = supply;
    this.places = places;
  }

  /**
   * What was found.
   *
   * @param unreachable names of the places that could not be asked
   */
  record Answer(List<Found> skills, List<String> unreachable) {}

  /**
   * Looks at them.
   *
   * @param delivered how a skill would be delivered to the target
   */
  Answer find(
      List<DependencyPlan.Step> steps,
      Target target,
      SkillWorld world,
      UnaryOperator<SkillFolder> delivered,
      Cancellation cancellation) {
    Cancellation patience = cancellation.atMost(PATIENCE);
    List<Found> found =
        Parallel.map(
            steps,
            AT_ONCE,
            step -> find(step, target, world, delivered, patience, cancellation),
            cancellation);
    Set<String> silent = new TreeSet<>(world.unreachable());
    found.stream().map(Found::silent).filter(Objects::nonNull).forEach(silent::add);
    return new Answer(found, List.copyOf(silent));
  }

  /** A needed skill as it was found, before it has its id in the plan. */
  record Found(
      DependencyPlan.Step step,
      Status status,
      List<Candidate> candidates,
      Listing listing,
      FetchedSkill fetched,
      Places.Look look,
      String silent) {
    /** Its name: its own, or as it was asked for. */
    String name() {
      return step.skill() == null ? step.dependency().name() : step.skill().name();
    }

    /**
     * @param id unique within the plan
     */
    PlannedSkill planned(String id) {
      Dependency dependency = step.dependency();
      return new PlannedSkill(
          id,
          name(),
          new Need(
              dependency.name(),
              step.neededBy(),
              step.depth(),
              dependency.field(),
              dependency.reason()),
          status,
          dependency.namespace(),
          candidates,
          listing,
          fetched,
          step.skill() == null ? "" : step.skill().source(),
          fetched == null ? null : fetched.skill().files().size(),
          fetched == null ? null : fetched.skill().totalBytes(),
          look.existing(),
          look.path());
    }
  }

  private Found find(
      DependencyPlan.Step step,
      Target target,
      SkillWorld world,
      UnaryOperator<SkillFolder> delivered,
      Cancellation patience,
      Cancellation cancellation) {
    Optional<FetchedSkill> fetched = local(step.skill());
    boolean local = fetched.isPresent();
    Row row = Row.none();
    SkillFolder skill = null;
    if (fetched.isEmpty() && step.skill() != null) {
      row = row(step.skill(), cancellation);
      fetched = ahead(row.listing(), patience);
      skill = world.text(step.skill()).map(md -> textOnly(step.skill(), md)).orElse(null);
    }
    if (fetched.isPresent()) {
      skill = fetched.get().skill();
    }
    Status status = status(step, target, local);
    boolean gone = step.skill() != null && fetched.isEmpty() && row.listing() == null;
    if (gone && status != Status.INSTALLED) {
      status = Status.MISSING;
    }
    Places.Look look =
        skill == null
            ? new Places.Look(null, Existing.NONE)
            : places.look(target, delivered.apply(skill), fetched.isPresent(), cancellation);
    return new Found(
        step,
        status,
        candidates(step, cancellation),
        row.listing(),
        fetched.orElse(null),
        look,
        row.silent());
  }

  /** What has the name at the target may be another skill: then there is a conflict to decide. */
  private Status status(DependencyPlan.Step step, Target target, boolean local) {
    Status status = step.dependency().status();
    if (status != Status.INSTALLED || step.skill() == null) {
      return status;
    }
    String wanted = step.skill().namespace().toString();
    boolean other =
        places
            .installedIdentity(target, step.skill().namespace().skill())
            .filter(there -> !there.equals(wanted))
            .isPresent();
    Status found = local ? Status.INCLUDED : Status.AVAILABLE;
    return other ? found : status;
  }

  /**
   * A marketplace's row of a needed skill.
   *
   * @param listing null when there is none, or when the marketplace did not say
   * @param silent the marketplace's name when it did not say, or null
   */
  private record Row(Listing listing, String silent) {
    static Row none() {
      return new Row(null, null);
    }
  }

  /** A needed skill that cannot be asked about must not keep the others from their user. */
  private Row row(KnownSkill skill, Cancellation cancellation) {
    try {
      return new Row(
          supply.find(skill.namespace(), skill.source(), cancellation).orElse(null), null);
    } catch (ProblemException e) {
      LOG.info("{} could not be asked about: {}", skill.namespace(), e.problem().code());
      return new Row(null, skill.source());
    }
  }

  /**
   * A needed skill's files, so that its size is known and nothing is fetched twice. Not where that
   * would count as an installation; and a plan can do without them.
   */
  private Optional<FetchedSkill> ahead(Listing listing, Cancellation patience) {
    if (listing == null || patience.cancelled()) {
      return Optional.empty();
    }
    try {
      return supply.fetchUncounted(listing, patience);
    } catch (CancellationException _) {
      return Optional.empty(); // A plan is not kept waiting; or nobody waits for it any more.
    } catch (ProblemException e) {
      LOG.info("{} could not be looked at: {}", listing.namespace(), e.problem().code());
      return Optional.empty();
    }
  }

  /** What helps a person to choose between skills of one name. */
  private List<Candidate> candidates(DependencyPlan.Step step, Cancellation cancellation) {
    return step.dependency().candidates().stream()
        .map(namespace -> candidate(namespace, cancellation))
        .toList();
  }

  private Candidate candidate(Namespace namespace, Cancellation cancellation) {
    try {
      return supply
          .find(namespace, null, cancellation)
          .map(Candidate::of)
          .orElseGet(() -> Candidate.of(namespace));
    } catch (ProblemException e) {
      LOG.info("{} could not be asked about: {}", namespace, e.problem().code());
      return Candidate.of(namespace);
    }
  }

  private static SkillFolder textOnly(KnownSkill known, SkillMd md) {
    String folder =
        known.directory().equals(".")
            ? known.name()
            : known.directory().substring(known.directory().lastIndexOf('/') + 1);
    return SkillFolder.of(folder, List.of(SkillFile.of("SKILL.md", md.bytes())));
  }

  /** A neighbour on this disk; its source is the repository's folder. */
  private Optional<FetchedSkill> local(KnownSkill known) {
    if (known == null || marketplaces.stream().anyMatch(one -> one.name().equals(known.source()))) {
      return Optional.empty();
    }
    Path folder = Path.of(known.source()).resolve(known.directory()).normalize();
    try {
      return Optional.of(new FetchedSkill(null, SkillFolder.read(folder), folder, null));
    } catch (ProblemException e) {
      LOG.info("{} was found and cannot be read: {}", folder, e.problem().code());
      return Optional.empty();
    }
  }
}
