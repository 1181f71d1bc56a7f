package app.satchel.ui.skill;

import app.satchel.task.Cancellation;
import app.satchel.ui.kit.Background;
import java.time.Duration;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How pages are read, kept a moment after the last change. Lives on the UI thread. */
public final class ReadingModel {
  /** Steps of the zoom that follow each other quickly are kept once. */
  private static final Duration REST = Duration.ofMillis(400);

  private final PageServices services;
  private final Background background;
  private final ReadOnlyObjectWrapper<Reading> reading;
  private Cancellation keeping = Cancellation.none();

  ReadingModel(PageServices services, Background background) {
    this.services = services;
    this.background = background;
    this.reading = new ReadOnlyObjectWrapper<>(services.reading());
  }

  public ReadOnlyObjectProperty<Reading> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** Changes how pages are read, at once for all. */
  public void change(UnaryOperator<Reading> how) {
    Reading now = how.apply(reading.get());
    if (now.equals(reading.get())) {
      return;
    }
    reading.set(now);
    keeping.cancel();
    Cancellation mine = new Cancellation();
    keeping = mine;
    background.later(
        REST,
        mine,
        () ->
            background.run(
                mine,
                () -> {
                  if (!mine.cancelled()) { // A later choice is on its way.
                    services.keepReading(now);
                  }
                  return now;
                },
                kept -> {},
                // It is read so all the same; only the next start has forgotten it.
                problem -> {}));
  }
}
