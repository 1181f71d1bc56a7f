package app.satchel.install.delivery;

import app.satchel.catalog.FetchedSkill;
import app.satchel.check.Inspection;
import app.satchel.check.Inspector;
import app.satchel.check.dependency.Dependency.Status;
import app.satchel.check.dependency.DependencyPlan;
import app.satchel.check.dependency.FolderWorld;
import app.satchel.check.dependency.KnownSkill;
import app.satchel.check.dependency.MarketplaceWorld;
import app.satchel.check.dependency.SkillWorld;
import app.satchel.check.upload.Repair;
import app.satchel.marketplace.Listing;
import app.satchel.marketplace.Marketplace;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.skill.SkillMd;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works out what a delivery would do: the skill, and everything it needs directly or not, each with
 * where it comes from and what lies at its place now. Blocks; writes nothing at the target, and
 * downloads nothing that a marketplace would count as an installation.
 */
public final class DeliveryPlanner {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryPlanner.class);
  private static final Words WORDS = Words.of(DeliveryPlanner.class);

  private final Inspector inspector;
  private final List<Marketplace> marketplaces;
  private final SkillSupply supply;
  private final Places places;

  /**
   * @param marketplaces where dependencies are looked for, in the order of preference
   */
  public DeliveryPlanner(
      Inspector inspector, List<Marketplace> marketplaces, SkillSupply supply, Places places) {
    this.inspector = Objects.requireNonNull(inspector);
    this.marketplaces = List.copyOf(marketplaces);
    this.supply = Objects.requireNonNull(supply);
    this.places = Objects.requireNonNull(places);
  }

  /**
   * Plans the delivery of a skill from a marketplace. Where its files cannot be had without being
   * counted as an installation, its SKILL.md alone is looked at.
   *
   * @param root the skill asked for
   * @param target where to
   * @param withDependencies false to plan the skill alone
   * @throws ProblemException {@code delivery-skill-gone} (NOT_FOUND), {@code agent-unknown}
   *     (NOT_FOUND), and what fetching may say
   */
  public DeliveryPlan plan(
      Listing root, Target target, boolean withDependencies, Cancellation cancellation) {
    FetchedSkill fetched = files(root, cancellation).orElse(null);
    SkillFolder skill = fetched != null ? fetched.skill() : textOnly(root, cancellation);
    SkillWorld world = new MarketplaceWorld(marketplaces, installed(target), cancellation);
    KnownSkill self = MarketplaceWorld.known(root);
    return plan(
        new Root(root, fetched, skill, self, world, root.source()),
        target,
        withDependencies,
        cancellation);
  }

  /**
   * The same for a skill whose files are on this computer already. What it needs is looked for in
   * its own repository on disk first.
   */
  public DeliveryPlan plan(
      FetchedSkill root, Target target, boolean withDependencies, Cancellation cancellation) {
    SkillWorld market = new MarketplaceWorld(marketplaces, installed(target), cancellation);
    if (root.listing() != null) {
      KnownSkill self = MarketplaceWorld.known(root.listing());
      String from = root.listing().source();
      return plan(
          new Root(root.listing(), root, root.skill(), self, market, from),
          target,
          withDependencies,
          cancellation);
    }
    FolderWorld folders = new FolderWorld();
    KnownSkill self = folders.at(root.folder(), root.skill().displayName());
    Root described =
        new Root(null, root, root.skill(), self, folders.orElse(market), root.folder().toString());
    return plan(described, target, withDependencies, cancellation);
  }

  /** All files of a skill, unless having them would count as an installation. */
  private Optional<FetchedSkill> files(Listing listing, Cancellation cancellation) {
    if (!supply.counts(listing.source())) {
      return Optional.of(supply.fetch(listing, Progress.silent(), cancellation));
    }
    try {
      return supply.fetchUncounted(listing, cancellation);
    } catch (ProblemException e) {
      // Its SKILL.md is enough for a plan; delivery asks for the files again, in the usual way.
      LOG.info("{} could not be looked at: {}", listing.namespace(), e.problem().code());
      return Optional.empty();
    }
  }

  /** The skill asked for, and where it stands. */
  private record Root(
      Listing listing,
      FetchedSkill fetched,
      SkillFolder skill,
      KnownSkill self,
      SkillWorld world,
      String from) {}

  private SkillFolder textOnly(Listing listing, Cancellation cancellation) {
    SkillMd md =
        supply
            .text(listing, cancellation)
            .orElseThrow(
                () ->
                    ProblemException.of(
                        WORDS,
                        ProblemKind.NOT_FOUND,
                        "delivery-skill-gone",
                        String.valueOf(listing.rawFileUrl()),
                        listing.namespace(),
                        listing.source()));
    return SkillFolder.of(
        listing.namespace().skill(), List.of(SkillFile.of("SKILL.md", md.bytes())));
  }

  private java.util.function.Predicate<String> installed(Target target) {
    return name -> places.isInstalled(target, name);
  }

  private DeliveryPlan plan(
      Root root, Target target, boolean withDependencies, Cancellation cancellation) {
    places.require(target);
    Inspection inspection =
        inspector(target).inspect(root.skill(), null, root.self(), root.world(), cancellation);
    List<PlannedSkill> skills = new ArrayList<>();
    Map<String, Integer> ids = new HashMap<>();
    skills.add(root(root, target, inspection, ids, cancellation));
    DependencyPlan needed =
        withDependencies
            ? inspector
                .dependencyResolver(root.world())
                .plan(root.self(), root.skill().skillMd(), cancellation)
            : DependencyPlan.nothing();
    NeededSkills.Answer found =
        new NeededSkills(marketplaces, supply, places)
            .find(
                needed.inTreeOrder(root.self().name()),
                target,
                root.world(),
                skill -> delivered(target, skill),
                cancellation);
    found.skills().forEach(one -> skills.add(one.planned(id(one.name(), ids))));
    return new DeliveryPlan(
        target,
        skills,
        root.skill(),
        inspection,
        found.unreachable(),
        needed.cycles(),
        needed.complete());
  }

  private PlannedSkill root(
      Root root,
      Target target,
      Inspection inspection,
      Map<String, Integer> ids,
      Cancellation cancellation) {
    boolean whole = root.fetched() != null;
    SkillFolder delivered =
        target.rules().isPresent() ? inspection.repaired().skill() : root.skill();
    Places.Look look = places.look(target, delivered, whole, cancellation);
    return new PlannedSkill(
        id(root.skill().displayName(), ids),
        root.self().name(),
        Need.root(root.self().name()),
        Status.INCLUDED,
        root.listing() == null ? null : root.listing().namespace(),
        List.of(),
        root.listing(),
        root.fetched(),
        root.from(),
        whole ? root.skill().files().size() : null,
        whole ? root.skill().totalBytes() : null,
        look.existing(),
        look.path());
  }

  private SkillFolder delivered(Target target, SkillFolder skill) {
    return target.rules().isPresent()
        ? inspector(target).repaired(skill, Repair.Level.SAFE).skill()
        : skill;
  }

  /** The checks by the rules of the target; an agent's are those of claude.ai, for information. */
  private Inspector inspector(Target target) {
    return target.rules().map(inspector::forTarget).orElse(inspector);
  }

  /** The name, with a number when it is there already. */
  private static String id(String name, Map<String, Integer> ids) {
    int times = ids.merge(name, 1, Integer::sum);
    return times == 1 ? name : name + "#" + times;
  }
}
