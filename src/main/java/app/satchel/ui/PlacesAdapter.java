package app.satchel.ui;

import app.satchel.assembly.OwnState;
import app.satchel.state.Places;
import app.satchel.state.StateItem;
import app.satchel.state.StateItem.Kind;
import app.satchel.ui.settings.PlacesServices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where Satchel keeps its own things, for the settings. */
final class PlacesAdapter implements PlacesServices {
  private final OwnState state;

  PlacesAdapter(OwnState state) {
    this.state = state;
  }

  @Override
  public List<Place> places() {
    List<StateItem> items = state.items();
    Places at = state.places();
    return List.of(
        place("settings", at.config(), items, EnumSet.of(Kind.SETTINGS)),
        place("record", at.data(), items, EnumSet.of(Kind.RECORD, Kind.UPLOADS, Kind.ZIPS)),
        place("cache", at.cache(), items, EnumSet.of(Kind.ANSWERS, Kind.SAMPLES, Kind.WORK)),
        place("logs", at.logs(), items, EnumSet.of(Kind.LOGS)));
  }

  private static Place place(String id, Path folder, List<StateItem> items, Set<Kind> kinds) {
    long bytes =
        items.stream()
            .filter(item -> kinds.contains(item.kind()))
            .mapToLong(StateItem::bytes)
            .sum();
    return new Place(id, folder, Files.isDirectory(folder), bytes);
  }

  @Override
  public long clearCache() {
    return state.clearCache().bytes();
  }
}
