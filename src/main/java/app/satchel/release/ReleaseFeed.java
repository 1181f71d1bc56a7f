package app.satchel.release;

import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.semver4j.Semver;

/**
 * The list of releases that a server hands out (docs/release-feed.md). Entries that make no sense
 * are passed over, as is everything beyond what a list of releases has.
 *
 * @param releases the usable ones
 */
public record ReleaseFeed(List<Release> releases) {
  private static final Words WORDS = Words.of(ReleaseFeed.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_RELEASES = 200;
  private static final int MAX_FILES = 40;
  private static final int MAX_NOTES = 40_000;
  private static final int MAX_VERSION = 64;
  private static final int MAX_SIGNATURE = 200;

  public ReleaseFeed {
    releases = List.copyOf(releases);
  }

  /**
   * Reads a feed.
   *
   * @param usable whether an address that it names may be offered
   * @throws ProblemException INPUT {@code feed-unreadable}
   */
  static ReleaseFeed parse(byte[] bytes, Predicate<URI> usable) {
    JsonNode root;
    try {
      root = JSON.readTree(bytes);
    } catch (IOException e) {
      throw unreadable(e.getClass().getSimpleName());
    }
    if (root == null || !root.path("releases").isArray()) {
      throw unreadable("no list of releases");
    }
    List<Release> read = new ArrayList<>();
    Set<Semver> versions = new HashSet<>();
    for (JsonNode node : root.path("releases")) {
      if (read.size() == MAX_RELEASES) {
        break;
      }
      release(node, usable).filter(one -> versions.add(one.version())).ifPresent(read::add);
    }
    return new ReleaseFeed(read);
  }

  private static ProblemException unreadable(String why) {
    return ProblemException.of(WORDS, ProblemKind.INPUT, "feed-unreadable", why);
  }

  private static Optional<Release> release(JsonNode node, Predicate<URI> usable) {
    Semver version = version(node.path("version").asText("")).orElse(null);
    if (version == null) {
      return Optional.empty();
    }
    String notes = node.path("notes").asText("");
    List<ReleaseFile> files = new ArrayList<>();
    for (JsonNode one : node.path("downloads")) {
      if (files.size() == MAX_FILES) {
        break;
      }
      file(one, usable).ifPresent(files::add);
    }
    return Optional.of(
        new Release(
            version,
            date(node.path("date").asText("")),
            notes.substring(0, Math.min(notes.length(), MAX_NOTES)),
            address(node.path("page"), usable),
            files));
  }

  /** A version, when it is one in the strict form: the library takes "v1.2.3" as well. */
  static Optional<Semver> version(String text) {
    return text.length() > MAX_VERSION
        ? Optional.empty()
        : Optional.ofNullable(Semver.parse(text))
            .filter(version -> version.getVersion().equals(text));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static URI address(JsonNode node, Predicate<URI> usable) {
    return Addresses.read(node.asText("")).filter(usable).orElse(null);
  }

  private static Optional<ReleaseFile> file(JsonNode node, Predicate<URI> usable) {
    URI url = address(node.path("url"), usable);
    if (url == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ReleaseFile(
              node.path("system").asText(""),
              node.path("arch").asText(""),
              node.path("file").asText(""),
              url,
              node.path("size").isIntegralNumber() ? node.path("size").asLong() : 0,
              node.path("sha256").asText(""),
              node.path("signature").path("key").asText(""),
              signature(node.path("signature").path("value").asText(""))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ReleaseFile.Bytes signature(String base64) {
    return base64.length() > MAX_SIGNATURE
        ? ReleaseFile.Bytes.of(new byte[0])
        : ReleaseFile.Bytes.of(Base64.getDecoder().decode(base64));
  }

  /**
   * The newest version that is newer than another.
   *
   * @param current the version that runs
   * @param preReleases whether test versions count
   */
  public Optional<Release> newerThan(Semver current, boolean preReleases) {
    return releases.stream()
        .filter(one -> preReleases || !one.preRelease())
        .filter(one -> one.version().compareTo(current) > 0)
        .filter(one -> !sameBut(one.version(), current))
        .max(Comparator.comparing(Release::version));
  }

  /** Whether two differ in their build alone, which says nothing of which is newer. */
  private static boolean sameBut(Semver one, Semver other) {
    return one.withClearedBuild().equals(other.withClearedBuild());
  }
}
