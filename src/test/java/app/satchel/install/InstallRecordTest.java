package app.satchel.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallRecordTest {
  @TempDir Path temp;

  private InstallRecord record() {
    return new InstallRecord(temp, Clock.systemUTC());
  }

  private static InstallEntry entry(String id) {
    return new InstallEntry(
        id, "codex", "/home", "/home/x", "abc", "2026-11-23T10:00:00Z", null, null, null, null);
  }

  private List<Path> kept() throws IOException {
    try (var files = Files.list(temp)) {
      return files.filter(file -> file.getFileName().toString().contains(".kept-")).toList();
    }
  }

  @Test
  void entriesSurvive() throws IOException {
    record().add(entry("a"));
    record().add(entry("b"));
    record().add(entry("a"));
    assertThat(record().entries()).extracting(InstallEntry::id).containsExactly("b", "a");
    record().remove("b");
    assertThat(record().entries()).containsExactly(entry("a"));
    assertThat(kept()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "null", "{\"installs\":7}", "\u0000\u0001", "{\"version\":1}"})
  void aDamagedFileIsKeptAsideAndTheLastGoodOneServes(String damage) throws IOException {
    record().add(entry("a"));
    record().add(entry("b"));
    Files.writeString(temp.resolve("installed.json"), damage);
    assertThat(record().entries()).extracting(InstallEntry::id).containsExactly("a");
    assertThat(kept()).singleElement().satisfies(file -> assertThat(file).hasContent(damage));
    record().add(entry("c"));
    assertThat(record().entries()).extracting(InstallEntry::id).containsExactly("a", "c");
    assertThat(kept()).hasSize(1);
  }

  @Test
  void oneBadEntryDoesNotCostTheOthers() throws IOException {
    record().add(entry("a"));
    Path file = temp.resolve("installed.json");
    Files.writeString(
        file,
        Files.readString(file)
            .replace(
                "\"installs\" : [ {",
                "\"more\" : 1, \"installs\" : [ 5, {\"id\":null}, { \"new\" : true,"));
    assertThat(record().entries()).containsExactly(entry("a"));
    assertThat(kept()).isEmpty();
    record().add(entry("b"));
    assertThat(record().entries()).containsExactly(entry("a"), entry("b"));
    assertThat(kept()).hasSize(1);
  }

  @Test
  void aNewerFileIsReadAsFarAsPossibleAndACopyKept() throws IOException {
    record().add(entry("a"));
    Path file = temp.resolve("installed.json");
    Files.writeString(file, Files.readString(file).replace("\"version\" : 1", "\"version\" : 9"));
    assertThat(record().entries()).containsExactly(entry("a"));
    assertThat(kept()).isEmpty();
    record().add(entry("b"));
    assertThat(record().entries()).containsExactly(entry("a"), entry("b"));
    assertThat(kept()).hasSize(1);
  }

  private static InstallEntry withBackup(String backup) {
    return new InstallEntry(
        "i", "codex", "/home", "/home/x", "abc", "2026-11-23T10:00:00Z", null, null, backup, "def");
  }

  @Test
  void backupsAreFoundAfterTheFolderWasCarriedElsewhere() throws IOException {
    Path first = temp.resolve("first");
    Path backup = Files.createDirectories(first.resolve("backups/i/skill"));
    new InstallRecord(first, Clock.systemUTC()).add(withBackup(backup.toString()));
    assertThat(first.resolve("installed.json")).content().contains("\"backups/i/skill\"");

    Path second = temp.resolve("second");
    Files.move(first, second);

    assertThat(new InstallRecord(second, Clock.systemUTC()).entries())
        .singleElement()
        .extracting(InstallEntry::backup)
        .isEqualTo(second.resolve("backups/i/skill").toString());
  }

  @Test
  void aRecordThatSaysWhereTheFolderWasIsUnderstoodAsWell() throws IOException {
    Files.createDirectories(temp.resolve("backups/i/skill"));
    record().add(withBackup("/gone/installed/backups/i/skill"));
    assertThat(record().entries().getFirst().backup())
        .isEqualTo(temp.resolve("backups/i/skill").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "elsewhere/x", "backups/../../x"})
  void nothingOutsidePassesForABackup(String backup) throws IOException {
    record().add(withBackup(backup));
    assertThat(record().entries().getFirst().backup())
        .isEqualTo(temp.resolve("backups/none").toString());
  }
}
