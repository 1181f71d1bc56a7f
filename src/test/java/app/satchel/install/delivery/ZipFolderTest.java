package app.satchel.install.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.satchel.check.dependency.Dependency.Status;
import app.satchel.check.upload.Repair;
import app.satchel.check.upload.UploadCheck;
import app.satchel.check.upload.UploadRepair;
import app.satchel.install.pack.Packager;
import app.satchel.problem.ProblemException;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipFolderTest {
  @TempDir Path temp;

  private static Ready ready(String name) {
    String md = "---\nname: " + name + "\ndescription: Does one thing well.\n---\n\nText.\n";
    SkillFolder skill =
        SkillFolder.of(
            name, List.of(SkillFile.of("SKILL.md", md.getBytes(StandardCharsets.UTF_8))));
    PlannedSkill planned =
        new PlannedSkill(
            name,
            name,
            Need.root(name),
            Status.INCLUDED,
            null,
            List.of(),
            null,
            null,
            "",
            1,
            1L,
            PlannedSkill.Existing.NONE,
            null);
    return new Ready(
        planned, null, new UploadRepair(new UploadCheck()).repair(skill, Repair.Level.SAFE));
  }

  private static void build(ZipFolder folder, String name) {
    folder.build(
        ready(name),
        false,
        Decisions.OnExisting.REPLACE,
        DeliveryListener.silent(),
        Cancellation.none());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(temp)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whenOneCannotTakeItsPlaceThoseBeforeItAreTakenBack() throws IOException {
    Files.writeString(temp.resolve("first.zip"), "mine");
    try (ZipFolder folder = new ZipFolder(temp, new Packager())) {
      build(folder, "first");
      build(folder, "second");
      build(folder, "third");
      // Something comes in between after everything was looked at.
      Files.createDirectories(temp.resolve("third.zip/in-the-way"));
      assertThatThrownBy(folder::placeAll)
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("delivery-folder-failed");
    }
    assertThat(names()).containsExactly("first.zip", "third.zip");
    assertThat(Files.readString(temp.resolve("first.zip"))).isEqualTo("mine");
    assertThat(temp.resolve("third.zip/in-the-way")).isDirectory();
  }

  @Test
  void whatWasNeverPlacedLeavesNoTraceNotEvenAFolder() throws IOException {
    try (ZipFolder folder = new ZipFolder(temp.resolve("a/b"), new Packager())) {
      build(folder, "first");
    }
    assertThat(names()).isEmpty();
  }

  @Test
  void placingReplacesInOneStep() throws IOException {
    Files.writeString(temp.resolve("first.zip"), "mine");
    try (ZipFolder folder = new ZipFolder(temp, new Packager())) {
      build(folder, "first");
      assertThat(Files.readString(temp.resolve("first.zip"))).isEqualTo("mine");
      folder.placeAll();
    }
    assertThat(names()).containsExactly("first.zip");
    assertThat(Files.size(temp.resolve("first.zip"))).isGreaterThan(100);
  }
}
