package app.satchel.state;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.state.StateItem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryTest {
  private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");

  @TempDir Path folder;

  private Places places(boolean together) {
    return together
        ? Places.below(folder.resolve("home"))
        : Places.parted(
            folder.resolve("config/satchel"),
            folder.resolve("data/satchel"),
            folder.resolve("cache/satchel"));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void fill(Places places) throws IOException {
    write(places.config().resolve("config.json"), "12345");
    write(places.config().resolve("preferences.json.broken-20261126-020000"), "1");
    write(places.record().resolve("installed.json"), "12");
    write(places.record().resolve("backups/id/skill/SKILL.md"), "123");
    write(places.uploads(), "1");
    write(places.zips().resolve("mine.zip"), "123456");
    write(places.answers().resolve("0/journal"), "1234");
    write(places.answers().resolve("0.lock"), "");
    write(places.samples().resolve("0123456789abcdef/SKILL.md"), "12");
    write(places.work().resolve("work-1/downloads/x"), "1");
    write(places.logs().resolve("satchel.log"), "12");
    write(places.logs().resolve("bug-00000000.txt"), "1");
  }

  /** What a person keeps in folders that happen to be called so. */
  private static List<Path> strangers(Places places) throws IOException {
    List<Path> all =
        List.of(
            places.config().resolve("letter.txt"),
            places.data().resolve("logs/web-server.log"),
            places.cache().resolve("thumbnails/a.png"),
            places.record().resolve("programs.txt"),
            places.work().resolve("thesis.doc"),
            places.answers().resolve("notes/n.txt"));
    for (Path one : all) {
      write(one, "mine");
    }
    return all;
  }

  private static StateItem item(Inventory inventory, Kind kind) throws IOException {
    return inventory.items().stream().filter(one -> one.kind() == kind).findFirst().orElse(null);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsKeptIsMeasuredAndNothingElse(boolean together) throws IOException {
    Inventory inventory = new Inventory(places(together), () -> NOW);
    assertThat(inventory.items()).allSatisfy(one -> assertThat(one.bytes()).isZero());
    fill(inventory.places());
    strangers(inventory.places());
    assertThat(item(inventory, Kind.SETTINGS).bytes()).isEqualTo(6);
    assertThat(item(inventory, Kind.RECORD).bytes()).isEqualTo(5);
    assertThat(item(inventory, Kind.ZIPS).bytes()).isEqualTo(6);
    assertThat(item(inventory, Kind.ANSWERS).bytes()).isEqualTo(4);
    assertThat(item(inventory, Kind.ANSWERS).files()).isEqualTo(2);
    assertThat(item(inventory, Kind.LOGS).bytes()).isEqualTo(3);
    assertThat(item(inventory, Kind.FORMER)).isNull();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void removingTakesWhatIsSatchelsAndLeavesEverythingElse(boolean together) throws IOException {
    Inventory inventory = new Inventory(places(together), () -> NOW);
    fill(inventory.places());
    Path skill = folder.resolve("elsewhere/SKILL.md");
    write(skill, "skill");
    Files.createSymbolicLink(
        inventory.places().work().resolve("work-link"), folder.resolve("elsewhere"));
    List<Path> mine = strangers(inventory.places());

    inventory.remove();

    assertThat(mine).allSatisfy(one -> assertThat(one).hasContent("mine"));
    assertThat(inventory.places().zips().resolve("mine.zip")).exists();
    assertThat(skill).exists();
    assertThat(inventory.removable()).isEmpty();
  }

  @Test
  void whereNothingElseIsTheFoldersGoToo() throws IOException {
    Inventory inventory = new Inventory(places(false), () -> NOW);
    fill(inventory.places());
    Files.delete(inventory.places().zips().resolve("mine.zip"));

    inventory.remove();

    assertThat(inventory.places().config()).doesNotExist();
    assertThat(inventory.places().data()).doesNotExist();
    assertThat(inventory.places().cache()).doesNotExist();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(one -> one.getFileName().toString()))
          .containsExactlyInAnyOrder("config", "data", "cache");
    }
  }

  @Test
  void aFolderThatAPersonNamedStays() throws IOException {
    Inventory inventory = new Inventory(places(true), () -> NOW);
    fill(inventory.places());
    inventory.remove();
    Files.delete(inventory.places().zips().resolve("mine.zip"));
    inventory.remove();
    assertThat(inventory.places().data()).isEmptyDirectory();
  }

  @Test
  void leftoversOfYesterdayGoAndWorkOfTodayStays() throws IOException {
    Inventory inventory = new Inventory(places(false), () -> NOW);
    Path old = inventory.places().work().resolve("work-old");
    Path running = inventory.places().work().resolve("work-running");
    write(old.resolve("x"), "12345");
    write(running.resolve("x"), "1");
    Files.setLastModifiedTime(old, FileTime.from(NOW.minusSeconds(90_000)));
    Files.setLastModifiedTime(running, FileTime.from(NOW.minusSeconds(3_000)));
    Places then = Places.below(inventory.places().data());
    write(then.answers().resolve("1/journal"), "123");
    write(then.cache().resolve("letter.txt"), "mine");
    assertThat(item(inventory, Kind.FORMER).bytes()).isEqualTo(3);

    assertThat(inventory.clearLeftovers()).isEqualTo(8);

    assertThat(old).doesNotExist();
    assertThat(running).exists();
    assertThat(then.answers()).doesNotExist();
    assertThat(then.cache().resolve("letter.txt")).exists();
  }
}
