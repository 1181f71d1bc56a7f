package app.satchel.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormerPlaceTest {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "config.json", "{\"a\":1}", "preferences.json", "{\"b\":2}", "upload-rules.json", "{}");
  private static final Map<String, String> CACHE =
      Map.of("http/0/journal", "j", "http/0.lock", "", "samples/0123456789abcdef/SKILL.md", "s");
  private static final Map<String, String> DATA =
      Map.of("installed/installed.json", "{}", "uploads.json", "{}", "logs/satchel.log", "l");

  @TempDir Path folder;

  private Places places;

  /** As a computer that pulls its plug. */
  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Counts steps, and ends the program before one of them. */
  private static final class Plug implements FormerPlace.Steps {
    private final List<String> seen = new ArrayList<>();
    private final int last;
    private final boolean otherDisk;

    Plug(int last, boolean otherDisk) {
      this.last = last;
      this.otherDisk = otherDisk;
    }

    @Override
    public void before(String what) {
      if (seen.size() == last) {
        throw new Crash();
      }
      seen.add(what);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
      if (otherDisk) {
        throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "other disk");
      }
      FormerPlace.Steps.super.rename(from, to);
    }
  }

  @BeforeEach
  void parted() {
    places =
        Places.parted(
            folder.resolve("config/satchel"),
            folder.resolve("data/satchel"),
            folder.resolve("cache/satchel"));
  }

  private static void write(Path below, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> one : files.entrySet()) {
      Path file = below.resolve(one.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, one.getValue());
    }
  }

  private static Map<String, String> read(Path below) throws IOException {
    Map<String, String> all = new TreeMap<>();
    if (Files.isDirectory(below)) {
      try (Stream<Path> files = Files.walk(below)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          all.put(below.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
      }
    }
    return all;
  }

  private void everythingInOneFolder() throws IOException {
    write(places.data(), SETTINGS);
    write(places.formerCache(), CACHE);
    write(places.data(), DATA);
  }

  private void everythingInItsPlace() throws IOException {
    assertThat(read(places.config())).isEqualTo(new TreeMap<>(SETTINGS));
    assertThat(read(places.cache())).isEqualTo(new TreeMap<>(CACHE));
    assertThat(read(places.data())).isEqualTo(new TreeMap<>(DATA));
    assertThat(places.formerCache()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void itGoesOnWhereverItWasCutShort(boolean otherDisk) throws IOException {
    everythingInOneFolder();
    Plug whole = new Plug(Integer.MAX_VALUE, otherDisk);
    new FormerPlace(places, whole).settle();
    everythingInItsPlace();
    assertThat(whole.seen).hasSizeGreaterThan(otherDisk ? 15 : 12);

    for (int step = 0; step < whole.seen.size(); step++) {
      Path world = Files.createDirectories(folder.resolve("world-" + otherDisk + step));
      places =
          Places.parted(
              world.resolve("config"), world.resolve("data"), world.resolve("cache/satchel"));
      everythingInOneFolder();
      FormerPlace cut = new FormerPlace(places, new Plug(step, otherDisk));
      assertThatThrownBy(cut::settle).isInstanceOf(Crash.class);
      // Whatever was reached: each file is whole in one place at least.
      for (Map.Entry<String, String> one : SETTINGS.entrySet()) {
        assertThat(
                Stream.of(places.data(), places.config())
                    .map(place -> place.resolve(one.getKey()))
                    .filter(Files::exists))
            .isNotEmpty()
            .allSatisfy(file -> assertThat(file).hasContent(one.getValue()));
      }
      // A second crash one step further on, then a start that ends well.
      try {
        new FormerPlace(places, new Plug(1, otherDisk)).settle();
      } catch (Crash e) {
        assertThat(e).isNotNull();
      }
      assertThat(FormerPlace.settle(places)).isEqualTo(places);
      everythingInItsPlace();
    }
  }

  @Test
  void whatIsAtTheNewPlaceIsNeverReplaced() throws IOException {
    everythingInOneFolder();
    write(places.config(), Map.of("config.json", "newer"));
    write(places.cache(), Map.of("http/0/journal", "newer"));

    FormerPlace.settle(places);

    assertThat(places.config().resolve("config.json")).hasContent("newer");
    assertThat(places.data().resolve("config.json")).hasContent("{\"a\":1}");
    assertThat(places.config().resolve("preferences.json")).hasContent("{\"b\":2}");
    assertThat(read(places.cache())).containsOnlyKeys("http/0/journal");
    assertThat(read(places.formerCache())).hasSize(3);
  }

  @Test
  void nothingIsTouchedWhereThereIsNothingToMove() throws IOException {
    assertThat(FormerPlace.settle(places)).isEqualTo(places);
    assertThat(places.data()).doesNotExist();

    write(places.data(), DATA);
    write(places.config(), SETTINGS);
    assertThat(FormerPlace.settle(places)).isEqualTo(places);
    assertThat(read(places.data())).isEqualTo(new TreeMap<>(DATA));

    // A folder that a person named keeps everything.
    Places together = Places.below(folder.resolve("portable"));
    write(together.data(), SETTINGS);
    write(together.cache(), CACHE);
    assertThat(FormerPlace.settle(together)).isEqualTo(together);
    assertThat(read(together.config())).hasSize(6);
  }

  @Test
  void onAMacOnlyTheCacheMoves() throws IOException {
    Path support = folder.resolve("support");
    places = Places.parted(support, support, folder.resolve("caches/app.Satchel"));
    write(support, SETTINGS);
    write(places.formerCache(), CACHE);

    FormerPlace.settle(places);

    assertThat(read(support)).isEqualTo(new TreeMap<>(SETTINGS));
    assertThat(read(places.cache())).isEqualTo(new TreeMap<>(CACHE));
  }

  @Test
  void aLinkIsFollowedAndItsTargetStays() throws IOException {
    Assumptions.assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    write(folder.resolve("dotfiles"), Map.of("preferences.json", "mine"));
    Files.createDirectories(places.data());
    Files.createSymbolicLink(
        places.data().resolve("preferences.json"), folder.resolve("dotfiles/preferences.json"));

    FormerPlace.settle(places);

    assertThat(places.config().resolve("preferences.json")).hasContent("mine");
    assertThat(folder.resolve("dotfiles/preferences.json")).hasContent("mine");
  }

  @Test
  void settingsThatCannotLeaveAreUsedWhereTheyAre() throws IOException {
    everythingInOneFolder();
    // A file where the folder should be: nothing can be put there, whoever runs the test.
    Files.writeString(folder.resolve("config"), "in the way");

    assertThat(FormerPlace.settle(places)).isEqualTo(Places.below(places.data()));
    assertThat(places.data().resolve("config.json")).hasContent("{\"a\":1}");
  }

  @Test
  void copiesKeepNoMoreRightsThanTheOriginal() throws IOException {
    Assumptions.assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    everythingInOneFolder();
    Path old = places.data().resolve("config.json");
    Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-------"));

    FormerPlace.settle(places);

    assertThat(Files.getPosixFilePermissions(places.config().resolve("config.json")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }
}
