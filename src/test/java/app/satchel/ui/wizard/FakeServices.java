package app.satchel.ui.wizard;

import app.satchel.check.Inspection;
import app.satchel.check.dependency.Dependency;
import app.satchel.check.upload.Change;
import app.satchel.check.upload.Offer;
import app.satchel.check.upload.Repair;
import app.satchel.check.upload.UploadReport;
import app.satchel.check.upload.UploadRules;
import app.satchel.install.delivery.Decisions;
import app.satchel.install.delivery.Delivered;
import app.satchel.install.delivery.DeliveryListener;
import app.satchel.install.delivery.DeliveryListener.Stage;
import app.satchel.install.delivery.DeliveryPlan;
import app.satchel.install.delivery.Need;
import app.satchel.install.delivery.PlannedSkill;
import app.satchel.install.delivery.PlannedSkill.Existing;
import app.satchel.install.delivery.Target;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.skill.Namespace;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import app.satchel.workspace.ApiKey;
import app.satchel.workspace.WorkspaceSkill;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the wizard asks for, with answers that a test can set. */
final class FakeServices implements WizardServices {
  final List<String> arrived = new ArrayList<>();
  List<Place> places =
      List.of(
          Fakes.CLAUDE, Fakes.CLAUDE_CODE, Fakes.CODEX, Fakes.GOOSE, Fakes.EVE, Fakes.WORKSPACE);
  List<PlannedSkill> dependencies = List.of();
  Existing rootExisting = Existing.NONE;
  Inspection inspection = Fakes.accepted();
  List<String> counting = List.of();
  List<String> unreachable = List.of();
  Problem planProblem;
  Problem deliverProblem;
  String name = "python-database-patterns";
  boolean refuse;

  /** Ids of skills that are refused until something is agreed to. */
  Set<String> refused = Set.of();

  SkillFolder published = Fakes.skill();

  /** What turns out to be in a skill only once all its files are here. */
  SkillFolder found = Fakes.skill();

  /** What is asked about that. */
  List<Change> late = List.of();

  /** Called while delivering, with the listener. */
  BiConsumer<DeliveryListener, Cancellation> during = (l, c) -> {};

  KnownKey known = new KnownKey(null, KnownKey.Source.NONE, null);
  final List<ApiKey> keptKeys = new ArrayList<>();
  final List<Target> planned = new ArrayList<>();
  final List<Decisions> delivered = new ArrayList<>();
  int undone;

  @Override
  public String name() {
    return name;
  }

  @Override
  public UploadRules rules() {
    return UploadRules.bundled();
  }

  @Override
  public List<Place> places() {
    return places;
  }

  @Override
  public DeliveryPlan plan(Target target, Cancellation cancellation) {
    planned.add(target);
    if (planProblem != null) {
      throw new ProblemException(planProblem);
    }
    List<PlannedSkill> skills = new ArrayList<>();
    skills.add(root(target));
    skills.addAll(dependencies);
    return new DeliveryPlan(target, skills, published, inspection, unreachable, List.of(), true);
  }

  private PlannedSkill root(Target target) {
    Path folder = target instanceof Target.Zips zip ? zip.folder() : Fakes.CLAUDE_CODE.folder();
    boolean zip = target instanceof Target.Zips;
    return new PlannedSkill(
        "root",
        name,
        Need.root(name),
        Dependency.Status.INCLUDED,
        Namespace.parse("@0xDarkMatter/claude-mods/python-database-patterns").orElseThrow(),
        List.of(),
        null,
        null,
        "claude-plugins.dev",
        7,
        12_300L,
        rootExisting,
        target instanceof Target.Workspace ? null : folder.resolve(name + (zip ? ".zip" : "")));
  }

  @Override
  public Offer offer(SkillFolder skill, String rules, Predicate<Change> accepted) {
    if (skill == found) {
      Set<Change> yes = late.stream().filter(accepted).collect(Collectors.toSet());
      Repair refused =
          Fakes.inspection(late, List.of(), yes.size() == late.size(), List.of(), Fakes.nothing())
              .repaired();
      return new Offer(late, yes, refused);
    }
    Repair repaired = inspection.repaired();
    Set<Change> agreed = repaired.proposals().stream().filter(accepted).collect(Collectors.toSet());
    boolean enough =
        repaired.report().accepted()
            || !agreed.isEmpty() && agreed.size() == repaired.proposals().size();
    List<Change> made = new ArrayList<>(repaired.changes());
    made.addAll(agreed);
    UploadReport report = enough ? new UploadReport(List.of()) : repaired.report();
    return new Offer(
        repaired.proposals(),
        agreed,
        new Repair(repaired.skill(), made, List.of(), repaired.edits(), report));
  }

  @Override
  public List<String> counting(DeliveryPlan plan) {
    return counting;
  }

  @Override
  public Delivered deliver(
      DeliveryPlan plan,
      Decisions decisions,
      DeliveryListener listener,
      Cancellation cancellation) {
    delivered.add(decisions);
    during.accept(listener, cancellation);
    if (deliverProblem != null) {
      throw new ProblemException(deliverProblem);
    }
    List<Delivered.Done> done = new ArrayList<>();
    List<Delivered.Skipped> skipped = new ArrayList<>();
    for (PlannedSkill skill : plan.skills()) {
      Delivered.Reason reason = reason(skill, decisions);
      if (reason != null) {
        boolean no = reason == Delivered.Reason.REFUSED;
        skipped.add(
            new Delivered.Skipped(
                skill,
                reason,
                no ? new UploadReport(List.of(Fakes.tooLong())) : null,
                null,
                no ? found : null));
      } else {
        listener.at(skill, Stage.DONE, 1, 1);
        done.add(done(plan, skill));
      }
    }
    return new Delivered(plan.target(), done, skipped);
  }

  private Delivered.Reason reason(PlannedSkill skill, Decisions decisions) {
    if (!decisions.wanted(skill)) {
      return Delivered.Reason.LEFT_OUT;
    }
    if (!skill.deliverable() && !decisions.choices().containsKey(skill.id())) {
      return skill.status() == Dependency.Status.MISSING
          ? Delivered.Reason.MISSING
          : Delivered.Reason.AMBIGUOUS;
    }
    boolean meant = refuse || refused.contains(skill.id());
    if (meant && decisions.accepted(skill).isEmpty()) {
      return Delivered.Reason.REFUSED;
    }
    return switch (skill.existing()) {
      case NONE -> null;
      case SAME -> Delivered.Reason.ALREADY_THERE;
      case DIFFERENT ->
          decisions.onExisting(skill) == Decisions.OnExisting.KEEP ? Delivered.Reason.KEPT : null;
    };
  }

  private static Delivered.Done done(DeliveryPlan plan, PlannedSkill skill) {
    boolean zip = plan.target() instanceof Target.Zips;
    return new Delivered.Done(
        skill,
        skill.name(),
        skill.destination(),
        zip ? "00" : null,
        12_300,
        7,
        new UploadReport(List.of()),
        List.of(),
        zip ? null : "t1",
        skill.existing() == Existing.DIFFERENT
            ? Fakes.HOME.resolve(".local/share/satchel/backups/t1")
            : null,
        plan.target() instanceof Target.Workspace
            ? new WorkspaceSkill("skill_01", "skver_02", skill.name(), null, null)
            : null);
  }

  @Override
  public KnownKey key() {
    return known;
  }

  @Override
  public Optional<Problem> keepKey(ApiKey key) {
    keptKeys.add(key);
    return Optional.empty();
  }

  @Override
  public Optional<Problem> forgetKey() {
    keptKeys.clear();
    return Optional.empty();
  }

  @Override
  public void arrived(String site, PlannedSkill skill, boolean there) {
    arrived.add(site + " " + skill.name() + " " + there);
  }

  @Override
  public void undo(Delivered what) {
    undone++;
  }
}
