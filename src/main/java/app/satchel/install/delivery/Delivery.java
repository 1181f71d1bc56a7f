package app.satchel.install.delivery;

import app.satchel.catalog.FetchedSkill;
import app.satchel.check.Inspector;
import app.satchel.check.upload.Repair;
import app.satchel.check.upload.UploadReport;
import app.satchel.install.delivery.Delivered.Done;
import app.satchel.install.delivery.Delivered.Reason;
import app.satchel.install.delivery.Delivered.Skipped;
import app.satchel.install.delivery.DeliveryListener.Stage;
import app.satchel.install.pack.PackResult;
import app.satchel.install.pack.Packager;
import app.satchel.marketplace.Listing;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.Namespace;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Carries out a plan. What is wanted is fetched, repaired, built and verified first, and put in its
 * place together at the end: when that fails, or when it is cancelled, nothing at the target has
 * changed. A needed skill that cannot be had does not keep the skill itself from its user; it is
 * skipped, with the reason.
 */
public final class Delivery {
  private static final Words WORDS = Words.of(Delivery.class);

  private final Inspector inspector;
  private final Packager packager;
  private final SkillSupply supply;
  private final Places places;

  public Delivery(Inspector inspector, Packager packager, SkillSupply supply, Places places) {
    this.inspector = Objects.requireNonNull(inspector);
    this.packager = Objects.requireNonNull(packager);
    this.supply = Objects.requireNonNull(supply);
    this.places = Objects.requireNonNull(places);
  }

  /**
   * Fetches, repairs, builds, verifies and places every wanted skill of a plan. Blocks.
   *
   * @throws ProblemException when the skill asked for cannot be had, or nothing can be written
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public Delivered deliver(
      DeliveryPlan plan,
      Decisions decisions,
      DeliveryListener listener,
      Cancellation cancellation) {
    Run run = new Run(plan, decisions, listener, cancellation);
    List<Ready> ready = run.ready();
    if (ready.stream().noneMatch(one -> one.skill().root())) {
      run.nothingWithoutTheRoot(ready);
      return run.answer();
    }
    switch (plan.target()) {
      case Target.Zips zips -> run.asZips(zips, ready);
      case Target.AgentFolder agent -> run.intoAgent(agent, ready);
      case Target.Workspace workspace -> run.toWorkspace(workspace, ready);
    }
    return run.answer();
  }

  /** Takes a delivery to an agent back: what was there before is there again. */
  public void undo(Delivered delivered) {
    places.undo(delivered);
  }

  /** One delivery on its way. */
  private final class Run {
    private final DeliveryPlan plan;
    private final Decisions decisions;
    private final DeliveryListener listener;
    private final Cancellation cancellation;
    private final Map<String, Done> done = new HashMap<>();
    private final Map<String, Skipped> skipped = new HashMap<>();

    Run(
        DeliveryPlan plan,
        Decisions decisions,
        DeliveryListener listener,
        Cancellation cancellation) {
      this.plan = plan;
      this.decisions = decisions;
      this.listener = listener;
      this.cancellation = cancellation;
    }

    Delivered answer() {
      List<Done> inOrder = new ArrayList<>();
      List<Skipped> notDone = new ArrayList<>();
      for (PlannedSkill skill : plan.skills()) {
        if (done.containsKey(skill.id())) {
          inOrder.add(done.get(skill.id()));
        } else if (skipped.containsKey(skill.id())) {
          notDone.add(skipped.get(skill.id()));
        }
      }
      return new Delivered(plan.target(), inOrder, notDone);
    }

    private void skip(PlannedSkill skill, Reason reason, UploadReport report, Problem problem) {
      skip(new Skipped(skill, reason, report, problem, null));
    }

    private void skip(Skipped one) {
      skipped.put(one.skill().id(), one);
      listener.at(one.skill(), Stage.SKIPPED, 0, 0);
    }

    /** Everything wanted that could be had, in the plan's order. */
    List<Ready> ready() {
      List<Ready> ready = new ArrayList<>();
      for (PlannedSkill skill : plan.skills()) {
        cancellation.throwIfCancelled();
        Reason reason = whyNot(skill);
        if (reason != null) {
          skip(skill, reason, null, null);
          continue;
        }
        try {
          FetchedSkill fetched = fetch(skill);
          listener.at(skill, Stage.REPAIR, 0, 1);
          Repair repaired = repaired(skill, fetched.skill());
          listener.at(skill, Stage.REPAIR, 1, 1);
          ready.add(new Ready(skill, fetched, repaired));
        } catch (ProblemException e) {
          if (skill.root()) {
            throw e;
          }
          skip(skill, Reason.FAILED, null, e.problem());
        }
      }
      return ready;
    }

    private Reason whyNot(PlannedSkill skill) {
      if (!decisions.wanted(skill)) {
        return Reason.LEFT_OUT;
      }
      boolean chosen = decisions.choices().containsKey(skill.id());
      return switch (skill.status()) {
        case INSTALLED -> replaces(skill) ? null : Reason.ALREADY_THERE;
        case MISSING -> Reason.MISSING;
        case AMBIGUOUS -> chosen ? null : Reason.AMBIGUOUS;
        case INCLUDED, AVAILABLE, RENAMED -> null;
      };
    }

    /** What is there is another version, and the person wants this one. */
    private boolean replaces(PlannedSkill skill) {
      return skill.existing() == PlannedSkill.Existing.DIFFERENT
          && decisions.onExisting(skill) == Decisions.OnExisting.REPLACE
          && (skill.fetched() != null || skill.listing() != null)
          && plan.target() instanceof Target.AgentFolder;
    }

    /** An agent takes what a site refuses, so it gets the skill as its author wrote it. */
    private Repair repaired(PlannedSkill skill, SkillFolder published) {
      Optional<String> rules = plan.target().rules();
      if (rules.isEmpty()) {
        return inspector.repaired(published, Repair.Level.AS_IS);
      }
      Inspector there = inspector.forTarget(rules.get());
      return decisions.repairs() == Repair.Level.AS_IS
          ? there.repaired(published, Repair.Level.AS_IS)
          : there.repaired(published, change -> decisions.accepts(skill, change));
    }

    private FetchedSkill fetch(PlannedSkill skill) {
      Namespace chosen = decisions.choices().get(skill.id());
      boolean other = chosen != null && !chosen.equals(skill.namespace());
      if (skill.fetched() != null && !other) {
        return skill.fetched();
      }
      listener.at(skill, Stage.FETCH, 0, -1);
      Listing listing = other ? listing(chosen) : skill.listing();
      return supply.fetch(
          listing, (bytes, total) -> listener.at(skill, Stage.FETCH, bytes, total), cancellation);
    }

    private Listing listing(Namespace namespace) {
      return supply
          .find(namespace, null, cancellation)
          .orElseThrow(
              () ->
                  ProblemException.of(
                      WORDS, ProblemKind.NOT_FOUND, "delivery-choice-gone", "", namespace));
    }

    /** What a skill needs is of no use without the skill. */
    void nothingWithoutTheRoot(List<Ready> ready) {
      ready.forEach(one -> skip(one.skill(), Reason.NOT_NEEDED, null, null));
    }

    void asZips(Target.Zips target, List<Ready> ready) {
      try (ZipFolder folder = new ZipFolder(target.folder(), packager.forTarget(target.site()))) {
        for (Ready one : ready) {
          cancellation.throwIfCancelled();
          if (!build(folder, target, one) && one.skill().root()) {
            nothingWithoutTheRoot(ready.stream().filter(other -> other != one).toList());
            done.clear();
            return;
          }
        }
        cancellation.throwIfCancelled();
        done.values().forEach(one -> listener.at(one.skill(), Stage.PLACE, 0, 1));
        folder.placeAll();
        done.values().forEach(one -> listener.at(one.skill(), Stage.DONE, 1, 1));
      }
    }

    /** Whether the ZIP waits beside its place. */
    private boolean build(ZipFolder folder, Target.Zips target, Ready one) {
      PackResult result;
      try {
        result =
            folder.build(
                one, decisions.force(), decisions.onExisting(one.skill()), listener, cancellation);
      } catch (ProblemException e) {
        if (one.skill().root() || e.problem().kind() == ProblemKind.DISK) {
          throw e;
        }
        skip(one.skill(), Reason.FAILED, null, e.problem());
        return false;
      }
      if (result == null) {
        skip(one.skill(), Reason.KEPT, null, null);
        return false;
      }
      UploadReport report = new UploadReport(result.findings());
      if (!result.written()) {
        skip(new Skipped(one.skill(), Reason.REFUSED, report, null, one.fetched().skill()));
        return false;
      }
      String name = result.skill().folderName();
      listener.at(one.skill(), Stage.VERIFY, result.files(), result.files());
      done.put(
          one.skill().id(),
          new Done(
              one.skill(),
              name,
              ZipFolder.place(target.folder(), name),
              result.sha256(),
              result.bytes(),
              result.files(),
              report,
              result.changes(),
              null,
              null,
              null));
      return true;
    }

    /** What would be refused is not sent; nothing is, when that is the skill asked for. */
    void toWorkspace(Target.Workspace target, List<Ready> ready) {
      List<Ready> fit = new ArrayList<>();
      for (Ready one : ready) {
        if (one.repaired().report().accepted() || decisions.force()) {
          fit.add(one);
          continue;
        }
        UploadReport report = one.repaired().report();
        skip(new Skipped(one.skill(), Reason.REFUSED, report, null, one.fetched().skill()));
        if (one.skill().root()) {
          nothingWithoutTheRoot(ready.stream().filter(other -> other != one).toList());
          return;
        }
      }
      for (WorkspaceUpload.Outcome outcome :
          places.send(target, fit, decisions, listener, cancellation)) {
        switch (outcome) {
          case WorkspaceUpload.Outcome.Sent sent -> done.put(sent.done().skill().id(), sent.done());
          case WorkspaceUpload.Outcome.NotSent not ->
              skip(not.ready().skill(), not.reason(), null, not.problem());
        }
      }
    }

    void intoAgent(Target.AgentFolder target, List<Ready> ready) {
      for (Places.Outcome outcome :
          places.install(target, ready, decisions, listener, cancellation)) {
        switch (outcome) {
          case Places.Outcome.Placed placed -> {
            done.put(placed.done().skill().id(), placed.done());
            listener.at(placed.done().skill(), Stage.DONE, 1, 1);
          }
          case Places.Outcome.NotPlaced not -> skip(not.skill(), not.reason(), null, not.problem());
        }
      }
    }
  }
}
