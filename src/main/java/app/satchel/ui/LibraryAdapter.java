package app.satchel.ui;

import app.satchel.assembly.Assembly;
import app.satchel.install.Agent;
import app.satchel.install.InstallEntry;
import app.satchel.install.InstalledSkills;
import app.satchel.ui.library.LibraryServices;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** The services of the library: what is in the record of installations. */
final class LibraryAdapter implements LibraryServices {
  private final Assembly assembly;

  LibraryAdapter(Assembly assembly) {
    this.assembly = assembly;
  }

  @Override
  public List<Entry> installed() {
    return assembly.installer().installed().reversed().stream().map(this::entry).toList();
  }

  private Entry entry(InstallEntry recorded) {
    Path folder = Path.of(recorded.path());
    State state =
        switch (assembly.installer().state(recorded)) {
          case UNCHANGED -> State.UNCHANGED;
          case CHANGED -> State.CHANGED;
          case GONE -> State.GONE;
        };
    return new Entry(
        recorded.id(),
        String.valueOf(folder.getFileName()),
        assembly.agents().find(recorded.agent()).map(Agent::name).orElse(recorded.agent()),
        folder,
        when(recorded.installedAt()),
        recorded.source(),
        recorded.namespace(),
        state,
        recorded.backup() != null);
  }

  /** A record that somebody edited may hold no date; the skill is listed all the same. */
  private static Instant when(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }

  @Override
  public List<String> neededBy(Entry entry) {
    return assembly.installedSkills().missing(entry.folder()).stream()
        .map(InstalledSkills.Present::name)
        .toList();
  }

  @Override
  public void takeBack(Entry entry) {
    assembly.installer().undo(entry.id());
  }
}
