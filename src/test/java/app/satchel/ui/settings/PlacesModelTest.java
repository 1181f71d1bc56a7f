package app.satchel.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.ui.kit.HandBackground;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesModelTest {
  private long bytes = 5;
  private boolean full;

  private final PlacesModel model =
      new PlacesModel(
          new PlacesServices() {
            @Override
            public List<Place> places() {
              return List.of(new Place("cache", Path.of("cache"), true, bytes));
            }

            @Override
            public long clearCache() {
              if (full) {
                throw new ProblemException(
                    new Problem(ProblemKind.DISK, "state-not-removed", "No.", "", "", ""));
              }
              long before = bytes;
              bytes = 0;
              return before;
            }
          },
          HandBackground.immediate());

  @Test
  void clearingSaysHowMuchAndLooksAnew() {
    assertThat(model.placesProperty().get().getFirst().bytes()).isEqualTo(5);
    assertThat(model.clearedProperty().get()).isEqualTo(-1);
    model.clearCache();
    assertThat(model.clearedProperty().get()).isEqualTo(5);
    assertThat(model.placesProperty().get().getFirst().bytes()).isZero();
  }

  @Test
  void whatCannotBeDeletedIsSaid() {
    full = true;
    model.clearCache();
    assertThat(model.clearedProperty().get()).isEqualTo(-1);
    assertThat(model.problemProperty().get().code()).isEqualTo("state-not-removed");
  }
}
