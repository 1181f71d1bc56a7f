package app.satchel.ui.wizard;

import app.satchel.install.delivery.Delivered;
import app.satchel.install.delivery.DeliveryPlan;
import app.satchel.install.delivery.PlannedSkill;
import app.satchel.install.delivery.Target;
import app.satchel.problem.Problem;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.Background;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * What the person does with what was delivered: uploads ZIPs and ticks them off, or takes an
 * installation back. Knows no control; lives on the UI thread.
 */
public final class DeliverModel {
  /** Where taking back stands. */
  public enum Undo {
    POSSIBLE,
    WORKING,
    UNDONE,
    FAILED
  }

  /** A delivered skill: a ZIP to upload, or a folder. */
  public static final class Item {
    private final PlannedSkill skill;
    private final String name;
    private final Path path;
    private final Delivered.Done done;
    private final BooleanProperty there = new SimpleBooleanProperty(false);

    private Item(PlannedSkill skill, String name, Path path, Delivered.Done done) {
      this.skill = skill;
      this.name = name;
      this.path = path;
      this.done = done;
    }

    public PlannedSkill skill() {
      return skill;
    }

    /** The name it has now. */
    public String name() {
      return name;
    }

    public Path path() {
      return path;
    }

    /** How it was made; null when the very same lay there already. */
    public Delivered.Done done() {
      return done;
    }

    /** Whether the person says that it has arrived: Satchel cannot see that. */
    public BooleanProperty thereProperty() {
      return there;
    }
  }

  private final WizardServices services;
  private final Background background;
  private final Delivered delivered;
  private final List<Item> items;
  private final ReadOnlyObjectWrapper<Item> current = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Undo> undo = new ReadOnlyObjectWrapper<>(Undo.POSSIBLE);
  private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
  private final boolean newFolder;

  /**
   * @param plan what was carried out
   */
  DeliverModel(
      WizardServices services,
      Background background,
      DeliveryPlan plan,
      Delivered delivered,
      boolean newFolder) {
    this.services = services;
    this.background = background;
    this.delivered = delivered;
    this.newFolder = newFolder;
    this.items = items(delivered, plan);
    items.forEach(item -> item.there.subscribe((before, now) -> ticked(item, now)));
    findCurrent();
  }

  private void ticked(Item item, boolean there) {
    findCurrent();
    if (toSite()) {
      background.run(
          Cancellation.none(),
          () -> {
            services.arrived(site(), item.skill, there);
            return true;
          },
          _ -> {},
          _ -> {});
    }
  }

  /**
   * To upload, what is needed comes before who needs it; installed, the skill asked for is first.
   */
  private static List<Item> items(Delivered delivered, DeliveryPlan plan) {
    List<Item> items = new ArrayList<>();
    delivered
        .done()
        .forEach(done -> items.add(new Item(done.skill(), done.name(), done.path(), done)));
    delivered.skipped().stream()
        .filter(skipped -> skipped.reason() == Delivered.Reason.ALREADY_THERE)
        .map(Delivered.Skipped::skill)
        .filter(skill -> skill.destination() != null)
        .forEach(skill -> items.add(new Item(skill, skill.name(), skill.destination(), null)));
    List<PlannedSkill> inOrder = plan.inOrder();
    boolean upload = delivered.target() instanceof Target.Zips;
    items.sort(
        Comparator.comparingInt(
            item -> upload ? inOrder.indexOf(item.skill) : item.skill.root() ? 0 : 1));
    return List.copyOf(items);
  }

  /** What was ticked before and is the very same now stays ticked. */
  void keepTicks(DeliverModel before) {
    for (Item item : items) {
      before.items.stream()
          .filter(old -> old.there.get() && Objects.equals(old.path, item.path))
          .filter(old -> item.done == null || sameBytes(old.done, item.done))
          .findFirst()
          .ifPresent(old -> item.there.set(true));
    }
  }

  private static boolean sameBytes(Delivered.Done old, Delivered.Done now) {
    return old != null && old.sha256() != null && old.sha256().equals(now.sha256());
  }

  private void findCurrent() {
    current.set(items.stream().filter(item -> !item.there.get()).findFirst().orElse(null));
  }

  public boolean toSite() {
    return delivered.target() instanceof Target.Zips;
  }

  /** The site that the ZIPs are for; only {@link #toSite}. */
  String site() {
    return ((Target.Zips) delivered.target()).site();
  }

  public boolean toWorkspace() {
    return delivered.target() instanceof Target.Workspace;
  }

  public Delivered delivered() {
    return delivered;
  }

  /** What is there now; to upload in this order. */
  public List<Item> items() {
    return items;
  }

  /** What was wanted and is not there, with the reason. */
  public List<Delivered.Skipped> missing() {
    return delivered.skipped().stream()
        .filter(skipped -> skipped.reason() != Delivered.Reason.ALREADY_THERE)
        .filter(skipped -> skipped.reason() != Delivered.Reason.LEFT_OUT)
        .filter(skipped -> skipped.reason() != Delivered.Reason.NOT_NEEDED)
        .toList();
  }

  /** The next ZIP to upload; null when all are ticked. */
  public ReadOnlyObjectProperty<Item> currentProperty() {
    return current.getReadOnlyProperty();
  }

  public boolean madeSkillsFolder() {
    return newFolder;
  }

  public ReadOnlyObjectProperty<Undo> undoProperty() {
    return undo.getReadOnlyProperty();
  }

  /** Why taking back failed; null unless {@link Undo#FAILED}. */
  public ReadOnlyObjectProperty<Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether there is something to take back. */
  public boolean canUndo() {
    return delivered.target() instanceof Target.AgentFolder && !delivered.done().isEmpty();
  }

  /** Takes an installation back. */
  public void undo() {
    if (!canUndo() || undo.get() == Undo.WORKING || undo.get() == Undo.UNDONE) {
      return;
    }
    undo.set(Undo.WORKING);
    background.run(
        Cancellation.none(),
        () -> {
          services.undo(delivered);
          return true;
        },
        done -> undo.set(Undo.UNDONE),
        why -> {
          problem.set(why);
          undo.set(Undo.FAILED);
        });
  }
}
