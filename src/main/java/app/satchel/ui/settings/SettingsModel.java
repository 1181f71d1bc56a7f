package app.satchel.ui.settings;

import app.satchel.display.KeptDrawing;
import app.satchel.problem.Problem;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.Background;
import app.satchel.ui.kit.Theme;
import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What can be set, and whether it has been kept. Knows no control; lives on the UI thread. */
public final class SettingsModel {
  private final SettingsServices services;
  private final Background background;
  private final ObjectProperty<Theme.Choice> theme;
  private final BooleanProperty lessMotion;
  private final ReadOnlyBooleanWrapper counting;
  private final ReadOnlyBooleanWrapper pictures;
  private final ReadOnlyIntegerWrapper granted;
  private final ReadOnlyObjectWrapper<KeptDrawing> drawing;
  private final ReadOnlyObjectWrapper<SettingsServices.RulesState> rules;
  private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
  private Runnable lastTry = () -> {};

  /**
   * @param theme the window's own choice; set here, it is worn at once and kept
   * @param lessMotion the window's own as well
   */
  public SettingsModel(
      SettingsServices services,
      Background background,
      ObjectProperty<Theme.Choice> theme,
      BooleanProperty lessMotion) {
    this.services = services;
    this.background = background;
    this.theme = theme;
    this.lessMotion = lessMotion;
    this.counting = new ReadOnlyBooleanWrapper(services.counting());
    this.pictures = new ReadOnlyBooleanWrapper(services.picturesAlways());
    this.granted = new ReadOnlyIntegerWrapper(services.picturesGranted());
    this.drawing = new ReadOnlyObjectWrapper<>(services.drawing());
    this.rules = new ReadOnlyObjectWrapper<>(services.rules());
    this.problem.set(services.unread() == null ? rules.get().problem() : services.unread());
  }

  public SettingsServices services() {
    return services;
  }

  public ReadOnlyObjectProperty<Theme.Choice> themeProperty() {
    return theme;
  }

  /** Whether installs may be counted. */
  public ReadOnlyBooleanProperty countingProperty() {
    return counting.getReadOnlyProperty();
  }

  /** Whether pictures are loaded from the web without asking. */
  public ReadOnlyBooleanProperty picturesAlwaysProperty() {
    return pictures.getReadOnlyProperty();
  }

  /** Skills and sources whose pictures are loaded without asking. */
  public ReadOnlyIntegerProperty picturesGrantedProperty() {
    return granted.getReadOnlyProperty();
  }

  /** Loads pictures from the web without asking from now on, or asks. */
  public void loadPictures(boolean always) {
    boolean before = pictures.get();
    pictures.set(always);
    keep(() -> services.setPicturesAlways(always), () -> pictures.set(before));
  }

  /** Asks again where the person had said yes for good. */
  public void forgetPicturesGranted() {
    keep(services::forgetPicturesGranted, () -> {});
  }

  /** How the window is drawn from the next start on. */
  public ReadOnlyObjectProperty<KeptDrawing> drawingProperty() {
    return drawing.getReadOnlyProperty();
  }

  /** Draws otherwise from the next start on. */
  public void draw(KeptDrawing wanted) {
    KeptDrawing before = drawing.get();
    drawing.set(wanted);
    keep(() -> services.keepDrawing(wanted), () -> drawing.set(before));
  }

  /** The upload rules in force. */
  public ReadOnlyObjectProperty<SettingsServices.RulesState> rulesProperty() {
    return rules.getReadOnlyProperty();
  }

  /** Goes by newer upload rules from now on. */
  public void useRules(Path file) {
    keep(() -> services.useRules(file), () -> {});
  }

  /** Goes back to the upload rules that came with Satchel. */
  public void useBuiltInRules() {
    keep(services::useBuiltInRules, () -> {});
  }

  /** Why the last change was not kept, or null. */
  public ReadOnlyObjectProperty<Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public void chooseTheme(Theme.Choice choice) {
    theme.set(choice);
    keep(() -> services.setTheme(choice.name()), () -> {});
  }

  /** Whether less is to move than the system asks for. */
  public ReadOnlyBooleanProperty lessMotionProperty() {
    return lessMotion;
  }

  public void moveLess(boolean less) {
    lessMotion.set(less);
    keep(() -> services.setLessMotion(less), () -> {});
  }

  public void allowCounting(boolean allowed) {
    boolean before = counting.get();
    counting.set(allowed);
    // What could not be kept is not so: a yes that is lost at the next start was no yes.
    keep(() -> services.setCounting(allowed), () -> counting.set(before));
  }

  /** Tries the change that was not kept once more. */
  public void again() {
    lastTry.run();
  }

  private void keep(Runnable write, Runnable takeBack) {
    lastTry = () -> keep(write, takeBack);
    background.run(
        Cancellation.none(),
        () -> {
          write.run();
          return true;
        },
        kept -> {
          problem.set(null);
          counting.set(services.counting());
          pictures.set(services.picturesAlways());
          granted.set(services.picturesGranted());
          rules.set(services.rules());
          drawing.set(services.drawing());
        },
        why -> {
          takeBack.run();
          problem.set(why);
        });
  }
}
