package app.satchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** ZIPs on the command line. */
class PackTest extends SkillsRig {
  @Test
  void packWritesTheFileThatWasNamed() throws Exception {
    Path skill = TestSkills.write(skills, "counting", EXTENSION_KEY);
    byte[] before = Files.readAllBytes(skill.resolve("SKILL.md"));
    Path zip = home.resolve("out/some.zip");
    CliRun run = CliRun.of(home, "pack", skill.toString(), "-o", zip.toString(), "--json");
    assertThat(run.code()).isZero();
    JsonNode answer = run.json();
    assertThat(answer.path("zip").asText()).isEqualTo(zip.toString());
    assertThat(answer.path("sha256").asText()).matches("[0-9a-f]{64}");
    assertThat(answer.path("accepted").asBoolean()).isTrue();
    assertThat(answer.path("changes")).isNotEmpty();
    assertThat(entries(zip)).containsExactly("counting/SKILL.md");
    assertThat(Files.readAllBytes(skill.resolve("SKILL.md"))).isEqualTo(before);
  }

  @Test
  void packIntoAFolderNamesTheZipAfterTheSkill() {
    Path skill = TestSkills.good(skills, "counting");
    CliRun run = CliRun.of(home, "pack", skill.toString(), "-o", home.resolve("out").toString());
    assertThat(run.code()).isZero();
    assertThat(home.resolve("out/counting.zip")).isRegularFile();
    assertThat(run.out()).contains("counting.zip");
  }

  @Test
  void packKeepsTheFoldersOfATree() {
    TestSkills.good(skills.resolve("one"), "counting");
    TestSkills.good(skills.resolve("two"), "counting");
    TestSkills.good(skills, "top");
    Path out = home.resolve("out");
    CliRun run =
        CliRun.of(
            home, "pack", "--recursive", home.resolve("repo").toString(), "-o", out.toString());
    assertThat(run.code()).isZero();
    assertThat(out.resolve("skills/one/counting.zip")).isRegularFile();
    assertThat(out.resolve("skills/two/counting.zip")).isRegularFile();
    assertThat(out.resolve("skills/top.zip")).isRegularFile();
  }

  @Test
  void inATreeNeighboursOfOneNameBothGetTheirZip() {
    Path repo = home.resolve("repo");
    String counting = "---\nname: counting\ndescription: Counts things.\n---\n# Count\n";
    TestSkills.raw(repo.resolve("first"), "a", counting);
    TestSkills.raw(repo.resolve("first"), "b", counting);
    Path out = home.resolve("out");
    CliRun run =
        CliRun.of(home, "pack", "--recursive", repo.toString(), "-o", out.toString(), "--json");
    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .extracting(line -> line.path("zip").asText())
        .containsExactly(
            out.resolve("first/counting.zip").toString(),
            out.resolve("first/b/counting.zip").toString());
  }

  @Test
  void aFileForTheDesktopAppHasTheSameBytes() throws Exception {
    Path skill = TestSkills.write(home, "counting", "");
    CliRun.of(home, "pack", skill.toString(), "-o", home.resolve("a.zip").toString());
    CliRun run =
        CliRun.of(home, "pack", skill.toString(), "-o", home.resolve("a.skill").toString());
    assertThat(run.code()).isZero();
    assertThat(Files.mismatch(home.resolve("a.zip"), home.resolve("a.skill"))).isEqualTo(-1);
  }

  @Test
  void proposalsAreAcceptedByTheirKind() {
    Path skill = TestSkills.write(home, "claude-counting", "");
    String zip = home.resolve("out").toString();
    CliRun words = CliRun.of(home, "pack", skill.toString(), "-o", zip);
    assertThat(words.code()).isEqualTo(1);
    assertThat(words.out()).contains("--accept name-reserved-word");
    CliRun other =
        CliRun.of(home, "pack", skill.toString(), "-o", zip, "--accept", "cut-description");
    assertThat(other.code()).isEqualTo(1);
    CliRun agreed =
        CliRun.of(
            home, "pack", skill.toString(), "-o", zip, "--accept", "name-reserved-word", "--json");
    assertThat(agreed.code()).isZero();
    assertThat(agreed.json().at("/changes/0/effect").asText()).startsWith("Claude will know");
    assertThat(home.resolve("out/counting.zip")).isRegularFile();
  }

  @Test
  void addAcceptsProposalsByTheirKindToo() {
    Path skill = TestSkills.write(home, "claude-counting", "");
    String out = home.resolve("out").toString();
    CliRun no = CliRun.of(home, "add", skill.toString(), "--to", "claude-ai", "-o", out);
    assertThat(no.code()).isEqualTo(1);
    CliRun agreed =
        CliRun.of(
            home,
            "add",
            skill.toString(),
            "--to",
            "claude-ai",
            "-o",
            out,
            "--accept",
            "name-reserved-word");
    assertThat(agreed.code()).isZero();
    assertThat(home.resolve("out/counting.zip")).isRegularFile();
  }

  @Test
  void twoSkillsOfOneNameNeverOverwriteEachOtherAndTheFirstWins() throws Exception {
    Path one = TestSkills.good(skills.resolve("one"), "counting");
    Path two = TestSkills.good(skills.resolve("two"), "counting");
    for (int i = 0; i < 150; i++) {
      // The first is the slower one, and still comes first.
      Files.writeString(one.resolve("part-" + i + ".md"), "More about it.\n".repeat(200));
    }
    CliRun run =
        CliRun.of(
            home,
            "pack",
            one.toString(),
            two.toString(),
            "-o",
            home.resolve("out").toString(),
            "--json");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines().getFirst().path("zip").asText())
        .isEqualTo(home.resolve("out/counting.zip").toString());
    assertThat(run.lines().getLast().at("/error/code").asText()).isEqualTo("pack-same-name");
    assertThat(entries(home.resolve("out/counting.zip"))).hasSize(151);
  }

  @Test
  void aSkillThatCannotBeMadeAcceptableIsNotWrittenUnlessForced() {
    Path skill = TestSkills.write(skills, "claude-counting", "");
    Path zip = home.resolve("out.zip");
    CliRun refused = CliRun.of(home, "pack", skill.toString(), "-o", zip.toString(), "--json");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.json().path("zip").isNull()).isTrue();
    assertThat(refused.json().path("accepted").asBoolean()).isFalse();
    assertThat(zip).doesNotExist();

    CliRun forced =
        CliRun.of(home, "pack", skill.toString(), "-o", zip.toString(), "--json", "--force");
    assertThat(forced.code()).isZero();
    assertThat(forced.json().path("accepted").asBoolean()).isFalse();
    assertThat(zip).isRegularFile();

    CliRun agreed =
        CliRun.of(home, "pack", skill.toString(), "-o", zip.toString(), "--json", "--yes");
    assertThat(agreed.code()).isZero();
    assertThat(agreed.json().path("accepted").asBoolean()).isTrue();
  }

  @Test
  void asIsChangesNothing() throws Exception {
    Path skill = TestSkills.write(skills, "counting", EXTENSION_KEY);
    Path zip = home.resolve("out.zip");
    CliRun run =
        CliRun.of(
            home, "pack", skill.toString(), "-o", zip.toString(), "--as-is", "--force", "--json");
    assertThat(run.json().path("changes")).isEmpty();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      assertThat(file.getInputStream(file.getEntry("counting/SKILL.md")).readAllBytes())
          .isEqualTo(Files.readAllBytes(skill.resolve("SKILL.md")));
    }
    assertThat(
            CliRun.of(home, "pack", skill.toString(), "-o", zip.toString(), "--as-is", "--yes")
                .code())
        .isEqualTo(2);
  }

  @Test
  void theSameSkillGivesTheSameBytes() {
    Path skill = TestSkills.good(skills, "counting");
    String first =
        CliRun.of(home, "pack", skill.toString(), "-o", home.resolve("a.zip").toString(), "--json")
            .json()
            .path("sha256")
            .asText();
    String second =
        CliRun.of(home, "pack", skill.toString(), "-o", home.resolve("b.zip").toString(), "--json")
            .json()
            .path("sha256")
            .asText();
    assertThat(first).isEqualTo(second);
  }

  @Test
  void aFolderThatCannotBeWrittenIsADiskProblemAndLeavesNothing() throws Exception {
    Path skill = TestSkills.good(skills, "counting");
    Path file = Files.writeString(home.resolve("file"), "in the way");
    CliRun run =
        CliRun.of(home, "pack", skill.toString(), "-o", file.resolve("x.zip").toString(), "--json");
    assertThat(run.code()).isEqualTo(74);
    assertThat(run.json().at("/error/kind").asText()).isEqualTo("disk");
    assertThat(Files.readString(file)).isEqualTo("in the way");
  }

  @Test
  void severalSkillsDoNotGoIntoOneFile() {
    Path one = TestSkills.good(skills, "one");
    Path two = TestSkills.good(skills, "two");
    Path zip = home.resolve("all.zip");
    assertThat(CliRun.of(home, "pack", one.toString(), two.toString(), "-o", zip.toString()).code())
        .isEqualTo(2);
    assertThat(
            CliRun.of(home, "pack", "--recursive", skills.toString(), "-o", zip.toString()).code())
        .isEqualTo(2);
    assertThat(zip).doesNotExist();
  }

  @Test
  void theZipOfTheLastTimeIsNoPartOfTheSkill() throws Exception {
    Path skill = TestSkills.good(skills, "counting");
    Path zip = skill.resolve("counting.zip");
    CliRun first = CliRun.of(home, "pack", skill.toString(), "-o", zip.toString(), "--json");
    CliRun second = CliRun.of(home, "pack", skill.toString(), "-o", skill.toString(), "--json");
    assertThat(second.code()).isZero();
    assertThat(second.json().path("sha256")).isEqualTo(first.json().path("sha256"));
    assertThat(entries(zip)).containsExactly("counting/SKILL.md");
  }
}
