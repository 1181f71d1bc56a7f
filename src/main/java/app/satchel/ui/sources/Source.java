package app.satchel.ui.sources;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A marketplace as it is listed.
 *
 * @param name what the person calls it
 * @param address its address
 * @param kind where it comes from
 * @param folder the folder that is served, for {@link Kind#FOLDER}; else null
 */
public record Source(String name, URI address, Kind kind, Path folder) {
  public Source {
    Objects.requireNonNull(name);
    Objects.requireNonNull(address);
    Objects.requireNonNull(kind);
  }

  /** Whether the person may take it away. */
  public boolean removable() {
    return kind != Kind.SAMPLES;
  }

  /** Where a marketplace comes from. */
  public enum Kind {
    /** A public service. */
    PUBLIC,
    /** One that the person added by its address. */
    PRIVATE,
    /** A folder of this computer, served on loopback while Satchel runs. */
    FOLDER,
    /** The samples that come with Satchel, served on loopback. */
    SAMPLES
  }
}
