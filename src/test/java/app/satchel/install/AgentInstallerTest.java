package app.satchel.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.satchel.install.AgentInstaller.Origin;
import app.satchel.install.InstallPlan.Existing;
import app.satchel.install.Installed.Outcome;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentInstallerTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

  @TempDir Path temp;
  private Path home;
  private Path skills;
  private Path state;
  private AgentInstaller installer;
  private Destination destination;

  @BeforeEach
  void prepare() throws IOException {
    home = Files.createDirectories(temp.resolve("home"));
    skills = home.resolve(".claude/skills");
    state = temp.resolve("state");
    installer = new AgentInstaller(state, CLOCK);
    destination = new Destination("claude-code", home, skills);
  }

  private static SkillFolder skill(String text) {
    SkillFile script =
        new SkillFile(
            "scripts/run.sh",
            3,
            SkillFile.Type.REGULAR,
            true,
            SkillFile.Content.of("ls\n".getBytes(StandardCharsets.UTF_8)));
    return SkillFolder.of("pdf", List.of(script, file("SKILL.md", "---\nname: pdf\n---\n" + text)));
  }

  private static SkillFile file(String path, String text) {
    return SkillFile.of(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private Installed install(SkillFolder skill, Decision decision) {
    return installer.install(
        skill,
        destination,
        decision,
        new Origin("@ada/tools/pdf", "shop"),
        Progress.silent(),
        Cancellation.none());
  }

  /** Every file below a folder with its text. */
  private static Map<String, String> tree(Path folder) {
    if (!Files.exists(folder)) {
      return Map.of();
    }
    Map<String, String> files = new TreeMap<>();
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void installsAsPublishedWithPermissionsAndLeavesNothingElse() throws IOException {
    InstallPlan plan = installer.plan(skill("one"), destination);
    assertThat(plan.existing()).isEqualTo(Existing.NONE);
    assertThat(plan.newSkillsFolder()).isTrue();
    assertThat(plan.target()).isEqualTo(skills.resolve("pdf"));
    assertThat(tree(temp)).isEmpty();

    Installed done = install(skill("one"), Decision.CANCEL);
    assertThat(done.outcome()).isEqualTo(Outcome.INSTALLED);
    assertThat(tree(home))
        .containsOnlyKeys(".claude/skills/pdf/SKILL.md", ".claude/skills/pdf/scripts/run.sh");
    assertThat(Files.isExecutable(skills.resolve("pdf/scripts/run.sh"))).isTrue();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(skills.resolve("pdf/SKILL.md"))))
        .isEqualTo("rw-r--r--");
    assertThat(installer.installed())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.id()).isEqualTo(done.transaction());
              assertThat(entry.treeHash()).isEqualTo(done.treeHash()).hasSize(64);
              assertThat(entry.namespace()).isEqualTo("@ada/tools/pdf");
              assertThat(entry.installedAt()).isEqualTo("2026-11-23T10:00:00Z");
            });
    assertThat(installer.plan(SkillFolder.read(skills.resolve("pdf")), destination).existing())
        .isEqualTo(Existing.SAME);
  }

  @Test
  void theSameSkillAgainIsNothingToDo() {
    install(skill("one"), Decision.CANCEL);
    Installed again = install(skill("one"), Decision.CANCEL);
    assertThat(again.outcome()).isEqualTo(Outcome.ALREADY_THERE);
    assertThat(again.transaction()).isNull();
    assertThat(installer.installed()).hasSize(1);
  }

  @Test
  void somethingDifferentIsNeverOverwrittenUnasked() throws IOException {
    Files.createDirectories(skills.resolve("pdf"));
    Files.writeString(skills.resolve("pdf/SKILL.md"), "mine");
    Map<String, String> before = tree(home);
    assertThat(installer.plan(skill("one"), destination).existing()).isEqualTo(Existing.DIFFERENT);
    assertThatThrownBy(() -> install(skill("one"), Decision.CANCEL))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo("already-there");
              assertThat(e.problem().kind()).isEqualTo(ProblemKind.CONFLICT);
            });
    assertThat(install(skill("one"), Decision.KEEP).outcome()).isEqualTo(Outcome.KEPT);
    assertThat(tree(home)).isEqualTo(before);
    assertThat(installer.installed()).isEmpty();
  }

  @Test
  void replacingKeepsABackupAndUndoRestoresIt() throws IOException {
    Files.createDirectories(skills.resolve("pdf/notes"));
    Files.writeString(skills.resolve("pdf/SKILL.md"), "mine");
    Files.writeString(skills.resolve("pdf/notes/own.txt"), "my notes");
    Files.createSymbolicLink(skills.resolve("pdf/link"), Path.of("notes/own.txt"));
    Map<String, String> before = tree(home);
    String hashBefore = TreeHash.of(skills.resolve("pdf"));

    Installed done = install(skill("new"), Decision.REPLACE_WITH_BACKUP);
    assertThat(done.outcome()).isEqualTo(Outcome.REPLACED);
    assertThat(done.backup()).startsWith(state);
    assertThat(tree(done.backup())).containsEntry("notes/own.txt", "my notes");
    assertThat(tree(skills.resolve("pdf"))).containsOnlyKeys("SKILL.md", "scripts/run.sh");

    installer.undo(done.transaction());
    assertThat(tree(home)).isEqualTo(before);
    assertThat(TreeHash.of(skills.resolve("pdf"))).isEqualTo(hashBefore);
    assertThat(installer.installed()).isEmpty();
    assertThat(done.backup()).doesNotExist();
  }

  /** A portable copy on a stick: another letter of the drive, the same backups. */
  @Test
  void undoWorksAfterTheStateWasCarriedElsewhere() throws IOException {
    install(skill("mine"), Decision.CANCEL);
    Files.writeString(skills.resolve("pdf/SKILL.md"), "edited");
    Installed done = install(skill("new"), Decision.REPLACE_WITH_BACKUP);
    Path elsewhere = temp.resolve("elsewhere");
    Files.move(state, elsewhere);

    new AgentInstaller(elsewhere, CLOCK).undo(done.transaction());

    assertThat(skills.resolve("pdf/SKILL.md")).hasContent("edited");
    assertThat(tree(elsewhere.resolve("backups"))).isEmpty();
  }

  @Test
  void undoRemovesWhatWasInstalled() {
    Installed done = install(skill("one"), Decision.CANCEL);
    installer.undo(done.transaction());
    assertThat(tree(home)).isEmpty();
    assertThatThrownBy(() -> installer.undo(done.transaction()))
        .hasMessageContaining("undo-unknown");
  }

  @Test
  void undoLeavesWhatWasChangedSince() throws IOException {
    Installed done = install(skill("one"), Decision.CANCEL);
    Files.writeString(skills.resolve("pdf/added.txt"), "mine");
    assertThatThrownBy(() -> installer.undo(done.transaction()))
        .hasMessageContaining("undo-changed");
    assertThat(skills.resolve("pdf/added.txt")).hasContent("mine");
    assertThat(installer.installed()).hasSize(1);
  }

  @Test
  void undoRefusesADamagedBackup() throws IOException {
    Files.createDirectories(skills.resolve("pdf"));
    Files.writeString(skills.resolve("pdf/SKILL.md"), "mine");
    Installed done = install(skill("new"), Decision.REPLACE_WITH_BACKUP);
    Files.writeString(done.backup().resolve("SKILL.md"), "damaged");
    Map<String, String> before = tree(home);
    assertThatThrownBy(() -> installer.undo(done.transaction()))
        .hasMessageContaining("undo-backup-damaged");
    assertThat(tree(home)).isEqualTo(before);
  }

  @Test
  void cancellingAtAnyFileChangesNothing() throws IOException {
    Files.createDirectories(home);
    for (int stopAt = 1; stopAt <= 2; stopAt++) {
      Cancellation cancellation = new Cancellation();
      int at = stopAt;
      assertThatThrownBy(
              () ->
                  installer.install(
                      skill("one"),
                      destination,
                      Decision.CANCEL,
                      Origin.unknown(),
                      (done, _) -> {
                        if (done == at) {
                          cancellation.cancel();
                        }
                      },
                      cancellation))
          .isInstanceOf(CancellationException.class);
      assertThat(home).isEmptyDirectory();
      assertThat(installer.installed()).isEmpty();
      assertThat(state.resolve("journal")).isEmptyDirectory();
    }
  }

  @Test
  void aFileThatCannotBeReadChangesNothing() throws IOException {
    Files.createDirectories(skills.resolve("pdf"));
    Files.writeString(skills.resolve("pdf/SKILL.md"), "mine");
    Map<String, String> before = tree(home);
    int[] opened = {0};
    SkillFile bad =
        new SkillFile(
            "z.txt",
            1,
            SkillFile.Type.REGULAR,
            false,
            () -> {
              if (++opened[0] > 1) {
                throw new IOException("gone");
              }
              return new java.io.ByteArrayInputStream(new byte[] {1});
            });
    SkillFolder skill =
        SkillFolder.of("pdf", List.of(bad, file("SKILL.md", "---\nname: pdf\n---\n")));
    assertThatThrownBy(() -> install(skill, Decision.REPLACE_WITH_BACKUP))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.DISK));
    assertThat(tree(home)).isEqualTo(before);
    try (var left = Files.list(skills)) {
      assertThat(left).containsExactly(skills.resolve("pdf"));
    }
  }

  @Test
  void filesThatChangeWhileTheyAreCopiedAreNotInstalled() {
    int[] opened = {0};
    SkillFile moving =
        new SkillFile(
            "z.txt",
            1,
            SkillFile.Type.REGULAR,
            false,
            () -> new java.io.ByteArrayInputStream(new byte[] {(byte) opened[0]++}));
    SkillFolder skill =
        SkillFolder.of("pdf", List.of(moving, file("SKILL.md", "---\nname: pdf\n---\n")));
    assertThatThrownBy(() -> install(skill, Decision.CANCEL))
        .hasMessageContaining("staged-differs");
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void linksInThePathAndInTheSkillAreRefused() throws IOException {
    Path outside = Files.createDirectories(temp.resolve("outside"));
    Files.createSymbolicLink(home.resolve(".claude"), outside);
    assertThatThrownBy(() -> install(skill("one"), Decision.REPLACE_WITH_BACKUP))
        .hasMessageContaining("link-in-path");
    Files.delete(home.resolve(".claude"));
    Files.createDirectories(skills);
    Files.createSymbolicLink(skills.resolve("pdf"), outside);
    assertThatThrownBy(() -> install(skill("one"), Decision.REPLACE_WITH_BACKUP))
        .hasMessageContaining("link-in-path");
    assertThat(outside).isEmptyDirectory();

    SkillFile link =
        new SkillFile("x", 0, SkillFile.Type.LINK, false, SkillFile.Content.of(new byte[0]));
    SkillFolder linked =
        SkillFolder.of("other", List.of(link, file("SKILL.md", "---\nname: other\n---\n")));
    assertThatThrownBy(() -> install(linked, Decision.CANCEL))
        .hasMessageContaining("skill-has-link");
  }

  @Test
  void pathsThatLeadOutAreRefused() throws IOException {
    for (String path : List.of("../x", "/x", "a/../../x", "a\\b", "c:x", "a//b", "./a")) {
      SkillFolder skill =
          SkillFolder.of(
              "pdf", List.of(file(path, "x"), file("SKILL.md", "---\nname: pdf\n---\n")));
      assertThatThrownBy(() -> install(skill, Decision.CANCEL))
          .as(path)
          .isInstanceOf(ProblemException.class);
    }
    assertThat(home).isEmptyDirectory();
    try (var left = Files.list(temp)) {
      assertThat(left).containsExactlyInAnyOrder(home, state);
    }
  }

  @Test
  void aFileInTheWayIsNeverReplaced() throws IOException {
    Files.createDirectories(skills);
    Files.writeString(skills.resolve("pdf"), "a file");
    assertThatThrownBy(() -> install(skill("one"), Decision.REPLACE_WITH_BACKUP))
        .hasMessageContaining("already-there");
    assertThat(skills.resolve("pdf")).hasContent("a file");
  }

  @Test
  void severalAtOnceAllArriveAndAreAllRecorded() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<java.util.concurrent.Future<Installed>> all = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        String name = "skill-" + i;
        SkillFolder skill =
            SkillFolder.of(name, List.of(file("SKILL.md", "---\nname: " + name + "\n---\n")));
        AgentInstaller own = new AgentInstaller(state, CLOCK);
        all.add(
            threads.submit(
                () ->
                    own.install(
                        skill,
                        destination,
                        Decision.CANCEL,
                        Origin.unknown(),
                        Progress.silent(),
                        Cancellation.none())));
      }
      for (var one : all) {
        assertThat(one.get().outcome()).isEqualTo(Outcome.INSTALLED);
      }
    }
    assertThat(installer.installed()).hasSize(12);
    assertThat(tree(skills)).hasSize(12);
  }

  @Test
  void whenTheRecordCannotBeWrittenThatFolderIsNamed() throws IOException {
    Files.writeString(state, "a file in the way");
    assertThatThrownBy(() -> install(skill("one"), Decision.KEEP))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().kind()).isEqualTo(ProblemKind.DISK);
              assertThat(e.problem().what()).contains(state.toString());
            });
    assertThat(skills).doesNotExist();
  }
}
