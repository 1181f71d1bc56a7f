package app.satchel.ui.settings;

import app.satchel.problem.Problem;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.Background;
import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Where Satchel keeps its own things, and how much. Knows no control; lives on the UI thread. */
public final class PlacesModel {
  private final PlacesServices services;
  private final Background background;
  private final ReadOnlyObjectWrapper<List<PlacesServices.Place>> places =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyLongWrapper cleared = new ReadOnlyLongWrapper(-1);
  private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();

  /** Looks at once. */
  public PlacesModel(PlacesServices services, Background background) {
    this.services = services;
    this.background = background;
    look();
  }

  /** Empty until they have been looked at. */
  public ReadOnlyObjectProperty<List<PlacesServices.Place>> placesProperty() {
    return places.getReadOnlyProperty();
  }

  /** How many bytes were deleted from the cache; -1 before. */
  public ReadOnlyLongProperty clearedProperty() {
    return cleared.getReadOnlyProperty();
  }

  /** Why something could not be done, or null. */
  public ReadOnlyObjectProperty<Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  private void look() {
    background.run(Cancellation.none(), services::places, places::set, problem::set);
  }

  /** Deletes what marketplaces answered. */
  public void clearCache() {
    background.run(
        Cancellation.none(),
        services::clearCache,
        bytes -> {
          problem.set(null);
          cleared.set(bytes);
          look();
        },
        problem::set);
  }
}
