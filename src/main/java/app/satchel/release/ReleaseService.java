package app.satchel.release;

import app.satchel.http.Expected;
import app.satchel.http.HttpAccess;
import app.satchel.http.HttpAnswer;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import app.satchel.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks a feed for releases of Satchel, and downloads one if the person wants it: verified, and
 * never run. Blocks; thread-safe.
 */
public final class ReleaseService {
  private static final Words WORDS = Words.of(ReleaseService.class);
  private static final int MOST_NAMES = 1000;

  private final HttpAccess http;
  private final URI feed;
  private final ReleaseKeys keys;
  private final OwnSystem system;

  /**
   * @param http the network
   * @param feed where the list lies; a person's choice, so it may be private
   */
  public ReleaseService(HttpAccess http, URI feed, ReleaseKeys keys) {
    this(http, feed, keys, OwnSystem.here());
  }

  ReleaseService(HttpAccess http, URI feed, ReleaseKeys keys, OwnSystem system) {
    this.http = http.reaching(List.of(feed));
    this.feed = Objects.requireNonNull(feed);
    this.keys = Objects.requireNonNull(keys);
    this.system = Objects.requireNonNull(system);
  }

  /** A feed's address as a person types it; empty when what it says could be changed on its way. */
  public static Optional<URI> feed(String text) {
    return Addresses.read(text).filter(Addresses::safe);
  }

  /**
   * Asks for the list.
   *
   * @throws ProblemException NETWORK, INPUT, or NOT_FOUND {@code feed-missing}
   */
  public ReleaseFeed ask(Cancellation cancellation) {
    HttpAnswer answer = http.get(feed, Expected.RELEASES, cancellation);
    if (!answer.ok()) {
      throw ProblemException.of(
          WORDS,
          ProblemKind.NOT_FOUND,
          "feed-missing",
          String.valueOf(answer.status()),
          feed.getHost(),
          answer.status());
    }
    return ReleaseFeed.parse(answer.body(), Addresses::safe);
  }

  /** The file of a release that suits this computer and can be verified. */
  public Optional<ReleaseFile> offered(Release release) {
    return system.best(release).filter(file -> keys.signed(file, release.version().toString()));
  }

  /**
   * Downloads the file that {@link #offered} names, and verifies it as it lies on the disk. Nothing
   * is left when it is not what was signed.
   *
   * @param folder where it goes; made when it is not there
   * @return the file; under a name with a number when there is another of its name
   * @throws ProblemException CONFLICT {@code release-unsigned} or {@code release-differs},
   *     NOT_FOUND {@code release-gone}, NETWORK, INPUT, DISK {@code release-not-written}
   */
  public Path download(Release release, Path folder, Progress progress, Cancellation cancellation) {
    ReleaseFile file =
        offered(release)
            .orElseThrow(
                () ->
                    ProblemException.of(
                        WORDS, ProblemKind.CONFLICT, "release-unsigned", "", release.version()));
    Path part = null;
    try {
      Files.createDirectories(folder);
      part = Files.createTempFile(folder, ".satchel-", ".part");
      int status = http.downloadFile(file.url(), part, file.size(), progress, cancellation);
      if (status / 100 != 2) {
        throw ProblemException.of(
            WORDS, ProblemKind.NOT_FOUND, "release-gone", String.valueOf(status), file.name());
      }
      if (Files.size(part) != file.size() || !sha256(part).equals(file.sha256())) {
        throw ProblemException.of(
            WORDS, ProblemKind.CONFLICT, "release-differs", file.name(), file.name());
      }
      return placed(part, folder, file.name());
    } catch (IOException e) {
      throw ProblemException.of(
          WORDS, ProblemKind.DISK, "release-not-written", e.toString(), e, folder.toString());
    } finally {
      drop(part);
    }
  }

  private static void drop(Path part) {
    try {
      if (part != null) {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw ProblemException.of(
          WORDS, ProblemKind.DISK, "release-not-deleted", e.toString(), e, part.toString());
    }
  }

  /** Puts a file under its name, or under one with a number; what is there stays. */
  private static Path placed(Path part, Path folder, String name) throws IOException {
    int dot =
        name.endsWith(".tar.gz") || name.endsWith(".tar.xz")
            ? name.length() - 7
            : name.lastIndexOf('.');
    for (int i = 1; i < MOST_NAMES; i++) {
      Path place =
          folder.resolve(
              i == 1 ? name : name.substring(0, dot) + " (" + i + ")" + name.substring(dot));
      if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
        continue;
      }
      try {
        return Files.move(part, place);
      } catch (FileAlreadyExistsException _) {
        // Somebody was faster; the next name.
      }
    }
    throw new FileAlreadyExistsException(folder.resolve(name).toString());
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
