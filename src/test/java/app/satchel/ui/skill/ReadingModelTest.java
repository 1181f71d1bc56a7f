package app.satchel.ui.skill;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.ui.kit.HandBackground;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingModelTest {
  private final List<Reading> kept = new ArrayList<>();
  private final UnaskedPageServices services =
      new UnaskedPageServices() {
        @Override
        public Reading reading() {
          return new Reading(125, true);
        }

        @Override
        public void keepReading(Reading reading) {
          kept.add(reading);
        }
      };

  @Test
  void beginsAsItWasLeft() {
    ReadingModel model = new ReadingModel(services, HandBackground.immediate());
    assertThat(model.readingProperty().get()).isEqualTo(new Reading(125, true));
    assertThat(kept).isEmpty();
  }

  @Test
  void keepsTheLastOfSeveralQuickSteps() {
    HandBackground background = HandBackground.held();
    ReadingModel model = new ReadingModel(services, background);
    model.change(Reading::larger);
    model.change(Reading::larger);
    assertThat(model.readingProperty().get().zoom()).isEqualTo(175);
    background.go();
    background.go();
    assertThat(kept).containsExactly(new Reading(175, true));
  }

  @Test
  void endsAtTheLargestAndTheSmallest() {
    ReadingModel model = new ReadingModel(services, HandBackground.immediate());
    for (int i = 0; i < 20; i++) {
      model.change(Reading::larger);
    }
    assertThat(model.readingProperty().get().largest()).isTrue();
    for (int i = 0; i < 20; i++) {
      model.change(Reading::smaller);
    }
    assertThat(model.readingProperty().get().smallest()).isTrue();
    model.change(Reading::normal);
    assertThat(model.readingProperty().get()).isEqualTo(new Reading(100, true));
  }

  @Test
  void takesASizeThatThereIsNotForTheNormalOne() {
    assertThat(new Reading(3, false)).isEqualTo(Reading.standard());
  }
}
