package app.satchel.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;

/**
 * Where releases of Satchel are told, as known when this version was made.
 *
 * @param asOf when that was
 * @param feed the list of releases, or null while there is none
 * @param page where a person can get Satchel, or null
 */
public record ReleasePlace(LocalDate asOf, URI feed, URI page) {

  /** What came with this version. */
  public static ReleasePlace bundled() {
    try (InputStream in = ReleasePlace.class.getResourceAsStream("releases.json")) {
      JsonNode root = new ObjectMapper().readTree(in);
      return new ReleasePlace(
          LocalDate.parse(root.path("asOf").asText()),
          ReleaseService.feed(root.path("feed").asText("")).orElse(null),
          ReleaseService.feed(root.path("page").asText("")).orElse(null));
    } catch (IOException e) {
      throw new UncheckedIOException("releases.json", e);
    }
  }
}
