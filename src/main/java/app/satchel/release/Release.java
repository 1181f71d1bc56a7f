package app.satchel.release;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.semver4j.Semver;

/**
 * A version of Satchel that a feed speaks of. Nothing of it has been verified; words and addresses
 * are a stranger's.
 *
 * @param version its number
 * @param date when it came out, or null
 * @param notes what is new, as it was written; may be empty
 * @param page where a person can get it, or null
 * @param downloads its files
 */
public record Release(
    Semver version, LocalDate date, String notes, URI page, List<ReleaseFile> downloads) {
  public Release {
    Objects.requireNonNull(version);
    Objects.requireNonNull(notes);
    downloads = List.copyOf(downloads);
  }

  /** The notes to be read as Markdown; still a stranger's. */
  public String markdown() {
    return ReleaseNotes.markdown(notes);
  }

  /** Whether it is a test version. */
  public boolean preRelease() {
    return !version.getPreRelease().isEmpty();
  }
}
