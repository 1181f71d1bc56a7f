package app.satchel.ui.wizard;

import app.satchel.check.dependency.Dependency;
import app.satchel.check.upload.Change;
import app.satchel.check.upload.Offer;
import app.satchel.install.delivery.Decisions;
import app.satchel.install.delivery.DeliveryPlan;
import app.satchel.install.delivery.PlannedSkill;
import app.satchel.install.delivery.Target;
import app.satchel.problem.Problem;
import app.satchel.skill.Namespace;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.Background;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * What would be delivered, and what the person decided about it. Knows no control; lives on the UI
 * thread.
 */
public final class PlanModel {
  /** How far the plan is. */
  public enum Phase {
    NONE,
    WORKING,
    READY,
    FAILED
  }

  /**
   * A plan with what is shown beside it.
   *
   * @param plan what a delivery would do
   * @param counting marketplaces that count a download as an installation, by name
   * @param offer what is asked about the skill's changes; null for an agent, which gets it as
   *     published
   */
  public record Prepared(DeliveryPlan plan, List<String> counting, Offer offer) {
    public Prepared {
      counting = List.copyOf(counting);
    }
  }

  private final WizardServices services;
  private final Background background;
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.NONE);
  private final ReadOnlyObjectWrapper<Prepared> prepared = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Decisions> decisions =
      new ReadOnlyObjectWrapper<>(Decisions.careful());
  private final BooleanProperty seen = new SimpleBooleanProperty(false);
  private final Set<String> ours = new HashSet<>();
  private final Map<String, ProposalModel> proposals = new HashMap<>();
  private final Set<Change> tried;
  private Cancellation current = Cancellation.none();
  private Target target;

  /**
   * @param tried what the person has ticked already for claude.ai. Rules of another place ask other
   *     things, and nothing is agreed to there unasked
   */
  PlanModel(WizardServices services, Background background, Set<Change> tried) {
    this.services = services;
    this.background = background;
    this.tried = Set.copyOf(tried);
  }

  public ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** The plan; null unless {@link Phase#READY}. */
  public ReadOnlyObjectProperty<Prepared> preparedProperty() {
    return prepared.getReadOnlyProperty();
  }

  /** Why there is no plan; null unless {@link Phase#FAILED}. */
  public ReadOnlyObjectProperty<Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Decisions> decisionsProperty() {
    return decisions.getReadOnlyProperty();
  }

  /** Whether the person says to have looked at the serious findings. */
  public BooleanProperty seenProperty() {
    return seen;
  }

  /** Whether the serious findings wait for the person's yes. */
  boolean unseen() {
    return prepared.get() != null
        && !prepared.get().plan().inspection().reviewed().serious().isEmpty()
        && !seen.get();
  }

  /** Plans for a target, unless that is done already. Decisions for another target are dropped. */
  void prepare(Target wanted) {
    if (wanted.equals(target) && phase.get() != Phase.FAILED && phase.get() != Phase.NONE) {
      return;
    }
    plan(wanted);
  }

  /** Plans anew: after a failure, or to ask marketplaces that did not answer again. */
  public void again() {
    if (target != null) {
      plan(target);
    }
  }

  private void plan(Target wanted) {
    current.cancel();
    Cancellation mine = new Cancellation();
    current = mine;
    target = wanted;
    ours.clear();
    proposals.clear();
    prepared.set(null);
    problem.set(null);
    decisions.set(Decisions.careful());
    seen.set(false);
    phase.set(Phase.WORKING);
    Set<Change> ticked = forClaude() ? tried : Set.of();
    background.run(
        mine,
        () -> {
          DeliveryPlan plan = services.plan(wanted, mine);
          Offer offer =
              wanted
                  .rules()
                  .map(rules -> services.offer(plan.skill(), rules, ticked::contains))
                  .orElse(null);
          return new Prepared(plan, services.counting(plan), offer);
        },
        ready -> {
          if (ready.offer() != null) {
            PlannedSkill root = ready.plan().root();
            ask(root, ready.plan().skill(), ready.offer());
            if (!ready.offer().accepted().isEmpty()) {
              decisions.set(decisions.get().accepting(root, ready.offer().accepted()));
            }
          }
          prepared.set(ready);
          phase.set(Phase.READY);
        },
        why -> {
          problem.set(why);
          phase.set(Phase.FAILED);
        });
  }

  /** Stops planning. */
  void cancel() {
    current.cancel();
    if (phase.get() == Phase.WORKING) {
      phase.set(Phase.NONE);
    }
  }

  /** Takes a needed skill in or leaves it out. */
  public void want(PlannedSkill skill, boolean wanted) {
    decisions.set(decisions.get().with(skill, wanted));
  }

  /** Says which skill is meant, and takes it in. */
  public void choose(PlannedSkill skill, Namespace meant) {
    decisions.set(decisions.get().choosing(skill, meant).with(skill, true));
  }

  /**
   * The changes of a skill that the person is asked about; null when there is nothing to ask, or
   * when nobody has looked at its files yet.
   */
  public ProposalModel proposals(PlannedSkill skill) {
    return proposals.get(skill.id());
  }

  /**
   * Asks about a skill's changes from now on: when the plan is made, and when all of its files have
   * been looked at while it was built.
   */
  void ask(PlannedSkill skill, SkillFolder published, Offer offer) {
    String rules = target.rules().orElseThrow();
    proposals.put(
        skill.id(),
        new ProposalModel(
            accepted -> services.offer(published, rules, accepted),
            background,
            offer,
            accepted -> decisions.set(decisions.get().accepting(skill, accepted))));
  }

  /**
   * The changes of the skill itself that the person agreed to for claude.ai; empty when nothing was
   * answered, and for another place, whose rules ask other things.
   */
  public Optional<Set<Change>> answers() {
    if (prepared.get() == null || !forClaude()) {
      return Optional.empty();
    }
    String root = prepared.get().plan().root().id();
    return Optional.ofNullable(decisions.get().accepted().get(root));
  }

  private boolean forClaude() {
    return target.rules().equals(Optional.of(Target.CLAUDE_AI));
  }

  /** Builds a ZIP that claude.ai is known to refuse, or takes that back. */
  public void force(boolean anyway) {
    decisions.set(decisions.get().forcing(anyway));
  }

  /** Says what to do where something different lies. */
  public void onExisting(PlannedSkill skill, Decisions.OnExisting what) {
    decisions.set(decisions.get().on(skill, what));
  }

  /** What this wizard itself has put somewhere may be replaced by its next try. */
  void builtByUs(PlannedSkill skill) {
    ours.add(skill.id());
    decisions.set(decisions.get().on(skill, Decisions.OnExisting.REPLACE));
  }

  /** The id of the upload rules that hold at the target; claude.ai's where none do. */
  String rules() {
    return target.rules().orElse(Target.CLAUDE_AI);
  }

  /** Whether a skill has to keep upload rules at the target, and is repaired for it. */
  boolean repairs() {
    return target.rules().isPresent();
  }

  boolean forWorkspace() {
    return target instanceof Target.Workspace;
  }

  public boolean forSite() {
    return target instanceof Target.Zips;
  }

  /** Needed skills that wait for a choice: wanted, ambiguous, nothing chosen. */
  public List<PlannedSkill> unchosen() {
    if (prepared.get() == null) {
      return List.of();
    }
    Decisions now = decisions.get();
    return prepared.get().plan().skills().stream()
        .filter(skill -> skill.status() == Dependency.Status.AMBIGUOUS)
        .filter(skill -> now.wanted(skill) && !now.choices().containsKey(skill.id()))
        .toList();
  }

  /** The skills that would be delivered as things stand, the one asked for first. */
  public List<PlannedSkill> chosen() {
    if (prepared.get() == null) {
      return List.of();
    }
    Decisions now = decisions.get();
    return prepared.get().plan().skills().stream()
        .filter(now::wanted)
        .filter(skill -> skill.deliverable() || now.choices().containsKey(skill.id()))
        .filter(skill -> skill.status() != Dependency.Status.INSTALLED)
        .toList();
  }

  /** The chosen skills whose place is taken by something different that is not our own work. */
  public List<PlannedSkill> conflicts() {
    return chosen().stream()
        .filter(skill -> skill.existing() == PlannedSkill.Existing.DIFFERENT)
        .filter(skill -> !ours.contains(skill.id()))
        .toList();
  }

  /** Whether every conflict has an answer. */
  boolean conflictsAnswered() {
    return conflicts().stream()
        .allMatch(skill -> decisions.get().onExisting().containsKey(skill.id()));
  }

  /** Whether claude.ai is known to refuse what would be built now. */
  public boolean refused() {
    if (!repairs() || prepared.get() == null) {
      return false;
    }
    return !proposals(prepared.get().plan().root()).offerProperty().get().acceptable();
  }
}
