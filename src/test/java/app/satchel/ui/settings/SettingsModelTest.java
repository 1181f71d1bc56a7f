package app.satchel.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.display.KeptDrawing;
import app.satchel.display.Scale;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.ui.kit.HandBackground;
import app.satchel.ui.kit.Theme;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class SettingsModelTest {
  private final Kept kept = new Kept();
  private final ObjectProperty<Theme.Choice> theme =
      new SimpleObjectProperty<>(Theme.Choice.SYSTEM);
  private final BooleanProperty lessMotion = new SimpleBooleanProperty();
  private final SettingsModel model =
      new SettingsModel(kept, HandBackground.immediate(), theme, lessMotion);

  @Test
  void nothingIsCountedUntilThePersonSaysSo() {
    assertThat(model.countingProperty().get()).isFalse();

    model.allowCounting(true);

    assertThat(kept.counting).isTrue();
    assertThat(model.countingProperty().get()).isTrue();
  }

  @Test
  void aYesThatCouldNotBeKeptIsNoYes() {
    kept.full = true;
    model.allowCounting(true);

    assertThat(model.countingProperty().get()).isFalse();
    assertThat(model.problemProperty().get().code()).isEqualTo("disk-full");

    kept.full = false;
    model.again();

    assertThat(model.countingProperty().get()).isTrue();
    assertThat(model.problemProperty().get()).isNull();
  }

  @Test
  void picturesOfTheWebAreAskedForUntilThePersonSaysOtherwise() {
    assertThat(model.picturesAlwaysProperty().get()).isFalse();
    model.loadPictures(true);
    assertThat(kept.pictures).isTrue();

    kept.full = true;
    model.loadPictures(false);
    assertThat(model.picturesAlwaysProperty().get()).isTrue();
    model.forgetPicturesGranted();
    assertThat(model.picturesGrantedProperty().get()).isEqualTo(2);

    kept.full = false;
    model.again();
    assertThat(model.picturesGrantedProperty().get()).isZero();
  }

  @Test
  void theLookIsWornAtOnceAndKept() {
    model.chooseTheme(Theme.Choice.DARK);

    assertThat(theme.get()).isEqualTo(Theme.Choice.DARK);
    assertThat(kept.theme).isEqualTo("DARK");
  }

  @Test
  void lessMovementHoldsAtOnceAndIsKept() {
    model.moveLess(true);

    assertThat(lessMotion.get()).isTrue();
    assertThat(kept.lessMotion).isTrue();
  }

  @Test
  void newerRulesAreSaidAndThoseThatCannotBeUsedChangeNothing() {
    assertThat(model.rulesProperty().get().builtIn()).isTrue();
    model.useRules(Path.of("newer.json"));
    assertThat(model.rulesProperty().get().builtIn()).isFalse();
    model.useBuiltInRules();
    assertThat(model.rulesProperty().get().builtIn()).isTrue();

    kept.full = true;
    model.useRules(Path.of("newer.json"));
    assertThat(model.rulesProperty().get().builtIn()).isTrue();
    assertThat(model.problemProperty().get().code()).isEqualTo("disk-full");
  }

  @Test
  void howTheWindowIsDrawnIsKeptOrTakenBack() {
    model.draw(model.drawingProperty().get().with(true).with(new Scale(150)));
    assertThat(kept.drawing).isEqualTo(new KeptDrawing(true, new Scale(150)));

    kept.full = true;
    model.draw(KeptDrawing.AUTOMATIC);
    assertThat(model.drawingProperty().get().software()).isTrue();
    assertThat(model.problemProperty().get().code()).isEqualTo("disk-full");
  }

  @Test
  void settingsThatCouldNotBeReadAreSaid() {
    kept.unread = new Problem(ProblemKind.INPUT, "settings-damaged", "Damaged.", "", "", "");
    SettingsModel other = new SettingsModel(kept, HandBackground.immediate(), theme, lessMotion);
    assertThat(other.problemProperty().get().code()).isEqualTo("settings-damaged");
  }

  private static final class Kept implements SettingsServices {
    private KeptDrawing drawing = KeptDrawing.AUTOMATIC;

    @Override
    public KeptDrawing drawing() {
      return drawing;
    }

    @Override
    public void keepDrawing(KeptDrawing changed) {
      write();
      drawing = changed;
    }

    @Override
    public boolean scales() {
      return true;
    }

    boolean counting;
    boolean full;
    boolean pictures;
    int granted = 2;
    Path own;
    boolean lessMotion;
    String theme;
    Problem unread;

    private void write() {
      if (full) {
        throw new ProblemException(
            new Problem(ProblemKind.DISK, "disk-full", "The disk is full.", "", "", ""));
      }
    }

    @Override
    public boolean counting() {
      return counting;
    }

    @Override
    public void setCounting(boolean allowed) {
      write();
      counting = allowed;
    }

    @Override
    public boolean picturesAlways() {
      return pictures;
    }

    @Override
    public void setPicturesAlways(boolean always) {
      write();
      pictures = always;
    }

    @Override
    public int picturesGranted() {
      return granted;
    }

    @Override
    public void forgetPicturesGranted() {
      write();
      granted = 0;
    }

    @Override
    public void setTheme(String choice) {
      write();
      theme = choice;
    }

    @Override
    public void setLessMotion(boolean less) {
      write();
      lessMotion = less;
    }

    @Override
    public RulesState rules() {
      return new RulesState(LocalDate.of(2026, 11, 22), own == null, null);
    }

    @Override
    public void useRules(Path file) {
      write();
      own = file;
    }

    @Override
    public void useBuiltInRules() {
      write();
      own = null;
    }

    @Override
    public List<DataDate> data() {
      return List.of();
    }

    @Override
    public Problem unread() {
      return unread;
    }
  }
}
