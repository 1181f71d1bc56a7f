package app.satchel.assembly;

import app.satchel.http.HttpAccess;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.release.Release;
import app.satchel.release.ReleaseKeys;
import app.satchel.release.ReleasePlace;
import app.satchel.release.ReleaseService;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import app.satchel.words.Words;
import dev.dirs.UserDirectories;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.semver4j.Semver;

/**
 * New versions of Satchel itself. Nothing is asked until the person wants it; what is sent is the
 * usual request with Satchel's version, and nothing of the person. Thread-safe.
 */
public final class SelfUpdates {
  private static final Words WORDS = Words.of(SelfUpdates.class);
  private static final Duration DAY = Duration.ofDays(1);

  private final Supplier<HttpAccess> http;
  private final Supplier<Preferences> preferences;
  private final String version;
  private final ReleaseKeys keys;
  private final Map<String, String> environment;
  private final InstantSource clock;

  SelfUpdates(
      Supplier<HttpAccess> http,
      Supplier<Preferences> preferences,
      String version,
      ReleaseKeys keys,
      Map<String, String> environment,
      InstantSource clock) {
    this.http = http;
    this.preferences = preferences;
    this.version = version;
    this.keys = keys;
    this.environment = environment;
    this.clock = clock;
  }

  /** A feed's address as a person types it; empty when it is none that can be trusted. */
  public static Optional<URI> feed(String text) {
    return text.isBlank() ? Optional.empty() : ReleaseService.feed(text);
  }

  /** What the person chose. */
  public UpdateChoices choices() {
    return preferences.get().updates();
  }

  /** Keeps what the person chooses. Blocks; fails as {@link Preferences#setTheme}. */
  public void choose(UpdateChoices choices) {
    preferences.get().setUpdates(choices);
  }

  /** The version that runs. */
  public String version() {
    return version;
  }

  /**
   * Where releases are told: as chosen, else as it came with Satchel; empty while there is none.
   */
  public Optional<URI> feed() {
    URI chosen = choices().feed();
    return chosen != null
        ? Optional.of(chosen)
        : Optional.ofNullable(ReleasePlace.bundled().feed());
  }

  /** Whether it is time to look by itself: the person wants that, and a day is over. */
  public boolean due() {
    UpdateChoices chosen = choices();
    Instant now = clock.instant();
    boolean recent =
        chosen.asked() != null
            && !chosen.asked().isAfter(now)
            && chosen.asked().plus(DAY).isAfter(now);
    return chosen.daily() && !recent && current().isPresent() && feed().isPresent();
  }

  /**
   * What looking found.
   *
   * @param release a version newer than this one, or null
   * @param downloadable whether it can be downloaded and verified here
   */
  public record Found(Release release, boolean downloadable) {}

  /**
   * Looks for a newer version, and remembers when. Blocks.
   *
   * @throws ProblemException NOT_FOUND {@code no-feed}, NETWORK, INPUT, or DISK when it cannot be
   *     remembered
   */
  public Found look(Cancellation cancellation) {
    ReleaseService service = service();
    Semver mine =
        current()
            .orElseThrow(
                () ->
                    ProblemException.of(
                        WORDS, ProblemKind.NOT_FOUND, "not-released", version, version));
    // Before it is asked: a feed that fails is not asked more often than one that answers.
    choose(choices().withAsked(clock.instant()));
    Release newer = service.ask(cancellation).newerThan(mine, choices().preReleases()).orElse(null);
    return new Found(newer, newer != null && service.offered(newer).isPresent());
  }

  /** Empty for a version that was not released, such as one that is being developed. */
  private Optional<Semver> current() {
    return Optional.ofNullable(Semver.parse(version));
  }

  private ReleaseService service() {
    URI feed =
        feed().orElseThrow(() -> ProblemException.of(WORDS, ProblemKind.NOT_FOUND, "no-feed", ""));
    return new ReleaseService(http.get(), feed, keys);
  }

  /** Where a person gets a release: its own page, else the one that came with Satchel. */
  public Optional<URI> page(Release release) {
    return release.page() != null
        ? Optional.of(release.page())
        : Optional.ofNullable(ReleasePlace.bundled().page());
  }

  /**
   * Downloads a release for this computer and verifies it; nothing is run. Blocks.
   *
   * @param folder where it goes, or null for the person's folder for downloads
   * @throws ProblemException as {@link ReleaseService#download}
   */
  public Path download(Release release, Path folder, Progress progress, Cancellation cancellation) {
    return service()
        .download(release, folder == null ? downloads() : folder, progress, cancellation);
  }

  /** The person's folder for downloads. May start a program of the system to find it. */
  Path downloads() {
    Path home = Path.of(System.getProperty("user.home"));
    String moved = environment.getOrDefault("HOME", "");
    if (!moved.isBlank() && !Path.of(moved).equals(home)) {
      return Path.of(moved).toAbsolutePath().resolve("Downloads");
    }
    String known = UserDirectories.get().downloadDir;
    return known == null || known.isBlank() ? home.resolve("Downloads") : Path.of(known);
  }
}
