package app.satchel.ui.wizard;

import app.satchel.check.upload.Offer;
import app.satchel.install.delivery.Decisions;
import app.satchel.install.delivery.Delivered;
import app.satchel.install.delivery.DeliveryListener;
import app.satchel.install.delivery.DeliveryListener.Stage;
import app.satchel.install.delivery.DeliveryPlan;
import app.satchel.install.delivery.PlannedSkill;
import app.satchel.install.delivery.Target;
import app.satchel.problem.Problem;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.Background;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The work itself: how far it is, and how it ended. Knows no control; lives on the UI thread. */
public final class BuildModel {
  /** How far the work is. */
  public enum Phase {
    /** Something different lies at a destination: the person has to say what to do. */
    ASKING,
    WORKING,
    /** Asked to stop; waiting until the work has let go. */
    STOPPING,
    /** Stopped before anything was changed. */
    STOPPED,
    FAILED,
    /** It ran, and not one skill was delivered. */
    NOTHING,
    DONE
  }

  /** One skill and how far it is. */
  public static final class Row {
    private final PlannedSkill skill;
    private final ReadOnlyObjectWrapper<At> at = new ReadOnlyObjectWrapper<>(new At(null, 0, -1));

    Row(PlannedSkill skill) {
      this.skill = skill;
    }

    public PlannedSkill skill() {
      return skill;
    }

    public ReadOnlyObjectProperty<At> atProperty() {
      return at.getReadOnlyProperty();
    }
  }

  /**
   * @param stage null before its turn
   * @param done units done: bytes while fetching, files otherwise
   * @param total units in all, or -1
   */
  public record At(Stage stage, long done, long total) {
    boolean ended() {
      return stage == Stage.DONE || stage == Stage.SKIPPED;
    }
  }

  /**
   * What came of it.
   *
   * @param delivered null when it was stopped
   * @param newFolder whether the agent's skills folder did not exist before
   * @param asked what is to be asked about skills that would be refused
   */
  private record Outcome(Delivered delivered, boolean newFolder, List<Asked> asked) {}

  /** A skill that would be refused, all its files looked at, and what is to be asked about it. */
  private record Asked(Delivered.Skipped skipped, Offer offer) {}

  private final WizardServices services;
  private final Background background;
  private final PlanModel plan;
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.ASKING);
  private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Delivered> delivered = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private Cancellation current = Cancellation.none();
  private boolean newFolder;

  BuildModel(WizardServices services, Background background, PlanModel plan) {
    this.services = services;
    this.background = background;
    this.plan = plan;
  }

  public ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** Why it failed; null unless {@link Phase#FAILED}. */
  public ReadOnlyObjectProperty<Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What came of it; null unless {@link Phase#DONE} or {@link Phase#NOTHING}. */
  public ReadOnlyObjectProperty<Delivered> deliveredProperty() {
    return delivered.getReadOnlyProperty();
  }

  public ObservableList<Row> rows() {
    return rows;
  }

  /** Whether the agent's skills folder was made by this delivery, so that it must be restarted. */
  public boolean madeSkillsFolder() {
    return newFolder;
  }

  /** Whether nothing was built because a skill would be refused. */
  public boolean refused() {
    return phase.get() == Phase.NOTHING
        && delivered.get().skipped().stream()
            .anyMatch(skipped -> skipped.reason() == Delivered.Reason.REFUSED);
  }

  public boolean underWay() {
    return phase.get() == Phase.WORKING || phase.get() == Phase.STOPPING;
  }

  /** Skills that are finished, one way or the other. */
  public int ended() {
    return (int) rows.stream().filter(row -> row.at.get().ended()).count();
  }

  void ask() {
    rows.clear();
    delivered.set(null);
    problem.set(null);
    phase.set(Phase.ASKING);
  }

  void start(DeliveryPlan plan, Decisions decisions, List<PlannedSkill> chosen) {
    current.cancel();
    Cancellation mine = new Cancellation();
    current = mine;
    rows.setAll(chosen.stream().map(Row::new).toList());
    problem.set(null);
    delivered.set(null);
    phase.set(Phase.WORKING);
    // The answer is awaited even when the person asks to stop: a delivery that ended in the same
    // moment must be told, not dropped. So the answer has a cancellation of its own.
    background.run(
        Cancellation.none(),
        () -> carryOut(plan, decisions, mine),
        outcome -> end(mine, outcome),
        why -> {
          if (current == mine) {
            problem.set(why);
            phase.set(mine.cancelled() ? Phase.STOPPED : Phase.FAILED);
          }
        });
  }

  private Outcome carryOut(DeliveryPlan plan, Decisions decisions, Cancellation mine) {
    boolean fresh = plan.target() instanceof Target.AgentFolder && !skillsFolderExists(plan);
    try {
      Delivered what = services.deliver(plan, decisions, new Coalesced(mine), mine);
      return new Outcome(what, fresh, asked(what, decisions));
    } catch (CancellationException e) {
      return new Outcome(null, false, List.of());
    }
  }

  /** Some changes show only once all files of a skill are here, and of needed skills all do. */
  private List<Asked> asked(Delivered what, Decisions decisions) {
    Optional<String> rules = what.target().rules();
    return what.skipped().stream()
        .filter(skipped -> skipped.published() != null && rules.isPresent())
        .map(
            skipped ->
                new Asked(
                    skipped,
                    services.offer(
                        skipped.published(),
                        rules.get(),
                        decisions.accepted(skipped.skill())::contains)))
        .toList();
  }

  private static boolean skillsFolderExists(DeliveryPlan plan) {
    Path destination = plan.root().destination();
    return destination == null
        || destination.getParent() == null
        || Files.isDirectory(destination.getParent());
  }

  private void end(Cancellation mine, Outcome outcome) {
    if (current != mine) {
      return;
    }
    if (outcome.delivered() == null) {
      phase.set(Phase.STOPPED);
      return;
    }
    newFolder = outcome.newFolder();
    outcome
        .asked()
        .forEach(
            asked -> plan.ask(asked.skipped().skill(), asked.skipped().published(), asked.offer()));
    delivered.set(outcome.delivered());
    phase.set(somethingIsThere(outcome.delivered()) ? Phase.DONE : Phase.NOTHING);
  }

  private static boolean somethingIsThere(Delivered what) {
    return !what.done().isEmpty()
        || what.skipped().stream()
            .anyMatch(skipped -> skipped.reason() == Delivered.Reason.ALREADY_THERE);
  }

  /** Asks the work to stop. What was placed already is taken back by the delivery itself. */
  void stop() {
    if (phase.get() == Phase.WORKING) {
      phase.set(Phase.STOPPING);
      current.cancel();
    }
  }

  private void show(Map<String, At> news) {
    for (Row row : rows) {
      At at = news.remove(row.skill.id());
      if (at != null) {
        row.at.set(at);
      }
    }
  }

  /** Hands on the newest state only, however often the worker calls. */
  private final class Coalesced implements DeliveryListener {
    private final Cancellation mine;
    private final Map<String, At> news = new ConcurrentHashMap<>();
    private final AtomicBoolean asked = new AtomicBoolean();

    Coalesced(Cancellation mine) {
      this.mine = mine;
    }

    @Override
    public void at(PlannedSkill skill, Stage stage, long done, long total) {
      news.put(skill.id(), new At(stage, done, total));
      if (asked.compareAndSet(false, true)) {
        background.onUi(
            () -> {
              asked.set(false);
              if (current == mine) {
                show(news);
              }
            });
      }
    }
  }
}
