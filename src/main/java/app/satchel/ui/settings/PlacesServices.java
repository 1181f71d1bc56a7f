package app.satchel.ui.settings;

import java.nio.file.Path;
import java.util.List;

/** What the settings ask about where Satchel keeps its own things. Everything blocks. */
public interface PlacesServices {
  /**
   * A place.
   *
   * @param id {@code settings}, {@code record}, {@code cache} or {@code logs}
   * @param folder where it is
   * @param there whether it is there yet
   * @param bytes how much lies there
   */
  record Place(String id, Path folder, boolean there, long bytes) {}

  /** All of them; fails with a {@link app.satchel.problem.ProblemException} of kind DISK. */
  List<Place> places();

  /**
   * Deletes what marketplaces answered; fails with DISK.
   *
   * @return bytes deleted
   */
  long clearCache();
}
