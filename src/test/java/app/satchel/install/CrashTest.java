package app.satchel.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** States that a crash can leave behind, one per step, and what the next start makes of them. */
class CrashTest {
  @TempDir Path temp;
  private Path skills;
  private Path target;
  private Path staging;
  private Path aside;
  private Path backup;
  private AgentInstaller installer;
  private Journal journal;
  private Journal.Write write;

  @BeforeEach
  void prepare() throws IOException {
    skills = Files.createDirectories(temp.resolve("home/skills"));
    target = skills.resolve("pdf");
    staging = skills.resolve(".satchel-new-1");
    aside = skills.resolve(".satchel-old-1");
    Path state = temp.resolve("state");
    backup = state.resolve("backups/1/pdf");
    folder(temp.resolve("old"), "old");
    folder(temp.resolve("new"), "new");
    InstallEntry entry =
        new InstallEntry(
            "1",
            "claude-code",
            temp.resolve("home").toString(),
            target.toString(),
            TreeHash.of(temp.resolve("new")),
            "2026-11-23T10:00:00Z",
            null,
            null,
            backup.toString(),
            TreeHash.of(temp.resolve("old")));
    installer = new AgentInstaller(state, Clock.systemUTC());
    journal = new Journal(state, new InstallRecord(state, Clock.systemUTC()));
    write =
        new Journal.Write(
            "1",
            staging.toString(),
            aside.toString(),
            target.toString(),
            entry.treeHash(),
            entry,
            null);
    journal.begin(write);
  }

  private static void folder(Path path, String text) throws IOException {
    Files.createDirectories(path);
    Files.writeString(path.resolve("SKILL.md"), text);
  }

  private void recovered(String text, int recorded) throws IOException {
    installer.recover();
    assertThat(target.resolve("SKILL.md")).hasContent(text);
    try (var left = Files.list(skills)) {
      assertThat(left).containsExactly(target);
    }
    assertThat(installer.installed()).hasSize(recorded);
    assertThat(temp.resolve("state/journal")).isEmptyDirectory();
  }

  @Test
  void whileStaging() throws IOException {
    folder(target, "old");
    Files.createDirectories(staging);
    recovered("old", 0);
  }

  @Test
  void afterTheBackup() throws IOException {
    folder(target, "old");
    folder(staging, "new");
    folder(backup, "old");
    recovered("old", 0);
    assertThat(backup).doesNotExist();
  }

  @Test
  void betweenTheTwoRenames() throws IOException {
    folder(aside, "old");
    folder(staging, "new");
    folder(backup, "old");
    recovered("old", 0);
  }

  @Test
  void afterTheSecondRename() throws IOException {
    folder(aside, "old");
    folder(target, "new");
    folder(backup, "old");
    recovered("new", 1);
    assertThat(backup).exists();
    installer.undo("1");
    assertThat(target.resolve("SKILL.md")).hasContent("old");
  }

  @Test
  void aJournalCutShortIsPutAside() throws IOException {
    folder(target, "old");
    Files.writeString(temp.resolve("state/journal/2.json"), "{\"id\":");
    journal.end(write);
    installer.recover();
    assertThat(target.resolve("SKILL.md")).hasContent("old");
    assertThat(temp.resolve("state/journal/2.json.kept")).exists();
    assertThat(installer.installed()).isEqualTo(List.of());
  }
}
