package app.satchel.ui.wizard;

import app.satchel.check.upload.Change;
import app.satchel.install.delivery.Delivered;
import app.satchel.install.delivery.Target;
import app.satchel.problem.Problem;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.Background;
import app.satchel.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The way of one skill to one place: which step it is at, and whether it may go on. Knows no
 * control; lives on the UI thread.
 */
public final class WizardModel {
  private static final Words WORDS = Words.of(WizardModel.class);

  private final WizardServices services;
  private final Background background;
  private final PlanModel plan;
  private final BuildModel build;
  private final KeyModel key;

  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.WHERE);
  private final ObservableList<Place> places = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Problem> placesProblem = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Place> place = new SimpleObjectProperty<>();
  private final ObjectProperty<Path> project = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<DeliverModel> deliver = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper canNext = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper canBack = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper askingToStop = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper closed = new ReadOnlyBooleanWrapper(false);
  private final String preferred;
  private boolean closeWhenStopped;

  /**
   * @param services what the rooms below do, for one skill
   * @param background where they do it
   * @param preferred id of the place to offer first, or null for claude.ai
   * @param tried the changes for claude.ai that the person has ticked already: their boxes start
   *     ticked, and can be taken back
   */
  public WizardModel(
      WizardServices services, Background background, String preferred, Set<Change> tried) {
    this.services = services;
    this.background = background;
    this.preferred = preferred;
    this.plan = new PlanModel(services, background, tried);
    this.build = new BuildModel(services, background, plan);
    this.key = new KeyModel(services, background);
    place.subscribe(
        (before, now) -> {
          if (now != null && now.folder() != null) {
            project.set(null);
          }
        });
    place.subscribe(
        (before, now) -> {
          if (now != null && now.kind() == Place.Kind.WORKSPACE) {
            key.look();
          }
          refresh();
        });
    key.keyProperty().subscribe((before, now) -> refresh());
    project.subscribe((before, now) -> refresh());
    plan.phaseProperty().subscribe((before, now) -> refresh());
    plan.decisionsProperty().subscribe((before, now) -> refresh());
    plan.seenProperty().subscribe((before, now) -> refresh());
    build.phaseProperty().subscribe((before, now) -> built());
    step.subscribe((before, now) -> refresh());
  }

  /** Looks for the places where skills can go. */
  public void start() {
    placesProblem.set(null);
    background.run(
        Cancellation.none(), services::places, this::showPlaces, why -> placesProblem.set(why));
  }

  private void showPlaces(List<Place> found) {
    places.setAll(found);
    Place before = place.get();
    place.set(
        find(before == null ? preferred : before.id())
            .orElse(found.isEmpty() ? null : found.getFirst()));
  }

  private Optional<Place> find(String id) {
    return places.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** The skill's name. */
  public String name() {
    return services.name();
  }

  WizardServices services() {
    return services;
  }

  public ReadOnlyObjectProperty<Step> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** Where skills can go; empty until they are found. */
  public ObservableList<Place> places() {
    return places;
  }

  /** Why the places could not be found, or null. */
  public ReadOnlyObjectProperty<Problem> placesProblemProperty() {
    return placesProblem.getReadOnlyProperty();
  }

  /** The place chosen; null until the places are found. */
  public ObjectProperty<Place> placeProperty() {
    return place;
  }

  /** The project's folder, for an agent's project; null for the person's own skills. */
  public ObjectProperty<Path> projectProperty() {
    return project;
  }

  public PlanModel plan() {
    return plan;
  }

  /** The key of a developer workspace. */
  public KeyModel key() {
    return key;
  }

  public BuildModel build() {
    return build;
  }

  /** The last step's own model; null before that step. */
  public ReadOnlyObjectProperty<DeliverModel> deliverProperty() {
    return deliver.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canNextProperty() {
    return canNext.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canBackProperty() {
    return canBack.getReadOnlyProperty();
  }

  /** Whether the person is being asked if the work under way shall be stopped. */
  public ReadOnlyBooleanProperty askingToStopProperty() {
    return askingToStop.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty closedProperty() {
    return closed.getReadOnlyProperty();
  }

  /** The place chosen, as it is called in a sentence. */
  String there() {
    if (place.get() == null) {
      return "";
    }
    String words = WORDS.optional("there." + place.get().id());
    return words.isEmpty() ? place.get().name() : words;
  }

  /** The target chosen in the first step, or null while the choice is not complete. */
  Target target() {
    Place chosen = place.get();
    return chosen == null ? null : chosen.target(project.get(), key.keyProperty().get());
  }

  /** One step on, when that is possible. */
  public void next() {
    if (!canNext.get()) {
      return;
    }
    switch (step.get()) {
      case WHERE -> {
        if (target() instanceof Target.Workspace) {
          key.used();
        }
        plan.prepare(target());
        step.set(Step.NEEDS);
      }
      case NEEDS -> step.set(Step.REVIEW);
      case REVIEW -> toBuild();
      case BUILD -> startBuild();
      case DELIVER -> closed.set(true);
    }
  }

  private void toBuild() {
    step.set(Step.BUILD);
    build.ask();
    if (plan.conflicts().isEmpty()) {
      startBuild();
    }
  }

  private void startBuild() {
    build.start(
        plan.preparedProperty().get().plan(), plan.decisionsProperty().get(), plan.chosen());
  }

  /** One step back, when that is possible. Past the work, to what was decided before it. */
  public void back() {
    if (!canBack.get()) {
      return;
    }
    switch (step.get()) {
      case WHERE -> {}
      case NEEDS -> {
        plan.cancel();
        step.set(Step.WHERE);
      }
      case REVIEW -> step.set(Step.NEEDS);
      case BUILD, DELIVER -> step.set(Step.REVIEW);
    }
  }

  /** Builds once more with what has been decided since: the way out when a skill was refused. */
  public void buildAgain() {
    if (!build.underWay()) {
      step.set(Step.BUILD);
      startBuild();
    }
  }

  /** Closes, or asks first when work is under way. */
  public void close() {
    if (build.underWay()) {
      askingToStop.set(true);
      return;
    }
    plan.cancel();
    closed.set(true);
  }

  /** The person wants the work to go on. */
  public void keepGoing() {
    askingToStop.set(false);
  }

  /** The person wants the work to stop, and the wizard to close with it. */
  public void stopAndClose() {
    askingToStop.set(false);
    if (build.underWay()) {
      closeWhenStopped = true;
      build.stop();
    } else {
      close();
    }
  }

  /** Stops the work; the wizard stays. */
  public void stop() {
    build.stop();
  }

  private void built() {
    BuildModel.Phase phase = build.phaseProperty().get();
    if (!build.underWay()) {
      askingToStop.set(false);
    }
    if (phase == BuildModel.Phase.STOPPED && closeWhenStopped) {
      closed.set(true);
      return;
    }
    if (phase == BuildModel.Phase.DONE) {
      Delivered delivered = build.deliveredProperty().get();
      if (delivered.target() instanceof Target.Zips) {
        delivered.done().forEach(done -> plan.builtByUs(done.skill()));
      }
      DeliverModel next =
          new DeliverModel(
              services,
              background,
              plan.preparedProperty().get().plan(),
              delivered,
              build.madeSkillsFolder());
      if (deliver.get() != null) {
        next.keepTicks(deliver.get());
      }
      deliver.set(next);
      step.set(Step.DELIVER);
    }
    closeWhenStopped = closeWhenStopped && build.underWay();
    refresh();
  }

  private void refresh() {
    BuildModel.Phase building = build.phaseProperty().get();
    boolean planned = plan.phaseProperty().get() == PlanModel.Phase.READY;
    canNext.set(
        switch (step.get()) {
          case WHERE -> target() != null;
          case NEEDS -> planned && plan.unchosen().isEmpty();
          case REVIEW ->
              planned
                  && !plan.unseen()
                  && (!plan.refused() || plan.decisionsProperty().get().force());
          case BUILD ->
              switch (building) {
                case ASKING -> plan.conflictsAnswered();
                case STOPPED, FAILED -> true;
                // Nothing was built because the skill is refused: its changes are asked about here.
                case NOTHING -> build.refused() && !plan.refused();
                default -> false;
              };
          case DELIVER -> true;
        });
    canBack.set(
        switch (step.get()) {
          case WHERE -> false;
          case NEEDS, REVIEW -> true;
          case BUILD -> !build.underWay();
          // What is installed is taken back with Undo, not with Back.
          case DELIVER -> deliver.get() != null && deliver.get().toSite();
        });
  }
}
