package app.satchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckAndPackTest {
  private static final String EXTENSION_KEY = "depends-on: [other]\n";

  @TempDir Path home;
  private Path skills;

  @BeforeEach
  void makeFolder() {
    skills = home.resolve("repo/skills");
  }

  private static List<String> paths(CliRun run) {
    return run.lines().stream().map(line -> line.path("path").asText()).toList();
  }

  private static List<String> entries(Path zip) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      return file.stream().map(ZipEntry::getName).toList();
    }
  }

  @Test
  void anAcceptedSkillHolds() {
    Path skill = TestSkills.good(skills, "counting");
    CliRun run = CliRun.of(home, "check", skill.toString(), "--json");
    assertThat(run.code()).isZero();
    JsonNode answer = run.json();
    assertThat(answer.fieldNames())
        .toIterable()
        .containsExactly(
            "path",
            "name",
            "upload",
            "requirements",
            "dependencies",
            "review",
            "mentioned",
            "context");
    assertThat(answer.path("name").asText()).isEqualTo("counting");
    assertThat(answer.at("/upload/accepted").asBoolean()).isTrue();
    assertThat(answer.at("/context/always").asInt()).isPositive();
    assertThat(answer.at("/context/whenUsed").asInt()).isPositive();
  }

  @Test
  void aRefusedSkillIsAnsweredWithItsRepair() {
    TestSkills.good(skills, "other");
    Path skill = TestSkills.write(skills, "counting", EXTENSION_KEY);
    CliRun run = CliRun.of(home, "check", skill.toString(), "--json");
    assertThat(run.code()).isEqualTo(1);
    JsonNode answer = run.json();
    assertThat(answer.at("/upload/accepted").asBoolean()).isFalse();
    JsonNode finding = answer.at("/upload/findings/0");
    assertThat(finding.fieldNames())
        .toIterable()
        .containsExactly("rule", "severity", "file", "line", "message", "fix");
    assertThat(finding.path("rule").asText()).isEqualTo("unexpected-key");
    assertThat(finding.path("line").asInt()).isEqualTo(4);
    assertThat(answer.at("/upload/repaired/accepted").asBoolean()).isTrue();
    assertThat(answer.at("/upload/repaired/changes/0").fieldNames())
        .toIterable()
        .contains("file", "line", "before", "after", "why");
    JsonNode dependency = answer.at("/dependencies/0");
    assertThat(dependency.fieldNames())
        .toIterable()
        .containsExactly("name", "field", "status", "namespace", "candidates", "needed", "reason");
    assertThat(dependency.path("status").asText()).isEqualTo("included");
  }

  @Test
  void recursiveAnswersForEverySkillInTheOrderOfThePaths() {
    for (String name : List.of("delta", "alpha", "charlie")) {
      TestSkills.good(skills, name);
    }
    TestSkills.good(skills.resolve("alpha/nested"), "bravo");
    TestSkills.good(skills.resolve(".git/records"), "hidden");
    CliRun run = CliRun.of(home, "check", "--recursive", "--json", home.resolve("repo").toString());
    assertThat(paths(run))
        .containsExactly(
            skills.resolve("alpha").toString(),
            skills.resolve("alpha/nested/bravo").toString(),
            skills.resolve("charlie").toString(),
            skills.resolve("delta").toString());
    assertThat(run.err()).contains("4 skills");
  }

  @Test
  void whatCannotBeReadIsOneAnswerAmongTheOthers() throws Exception {
    Path good = TestSkills.good(skills, "good");
    Path bad = Files.writeString(home.resolve("bad.zip"), "PK\3\4 and then nothing");
    CliRun run = CliRun.of(home, "check", bad.toString(), good.toString(), "--json");
    assertThat(run.code()).isEqualTo(65);
    assertThat(run.lines()).hasSize(2);
    assertThat(run.lines().getFirst().at("/error/kind").asText()).isEqualTo("input");
    assertThat(run.lines().getFirst().at("/error/code").asText()).startsWith("zip-");
    assertThat(run.lines().getLast().at("/upload/accepted").asBoolean()).isTrue();
  }

  @Test
  void aPathThatIsNotThereIsUnusableInput() {
    CliRun run = CliRun.of(home, "check", home.resolve("nowhere").toString(), "--json");
    assertThat(run.code()).isEqualTo(65);
    assertThat(run.json().at("/error/code").asText()).isEqualTo("path-not-found");
  }

  @Test
  void aFolderWithoutSkillsIsNotFound() throws Exception {
    Path empty = Files.createDirectories(home.resolve("empty"));
    assertThat(CliRun.of(home, "check", empty.toString(), "--json").code()).isEqualTo(1);
    assertThat(CliRun.of(home, "check", "-q", "--recursive", empty.toString()).code()).isEqualTo(1);
  }

  @Test
  void skillMdAndArchivesAreSkillsToo() throws Exception {
    Path skill = TestSkills.good(skills, "counting");
    Path zip = home.resolve("counting.skill");
    assertThat(
            CliRun.of(home, "pack", skill.toString(), "-o", home.resolve("counting.zip").toString())
                .code())
        .isZero();
    Files.move(home.resolve("counting.zip"), zip);
    CliRun run =
        CliRun.of(home, "check", skill.resolve("SKILL.md").toString(), zip.toString(), "--json");
    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .extracting(line -> line.path("name").asText())
        .containsExactly("counting", "counting");
    try (Stream<Path> left = Files.list(home.resolve("satchel/cache/work"))) {
      assertThat(left).as("unpacked archives are gone").isEmpty();
    }
  }

  @Test
  void whatSurroundsASkillInAnArchiveCounts() throws Exception {
    Path zip = home.resolve("stray.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream packed = new ZipOutputStream(out)) {
      packed.putNextEntry(new ZipEntry("counting/SKILL.md"));
      packed.write(Files.readAllBytes(TestSkills.good(skills, "counting").resolve("SKILL.md")));
      packed.putNextEntry(new ZipEntry("readme.txt"));
      packed.write('x');
    }
    CliRun run = CliRun.of(home, "check", zip.toString(), "--json");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.json().at("/upload/findings").findValuesAsText("rule")).contains("stray-file");
  }

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
  void anotherTargetHasItsOwnRules() {
    Path skill = TestSkills.write(home, "claude-counting", "");
    CliRun run =
        CliRun.of(
            home,
            "pack",
            skill.toString(),
            "-o",
            home.resolve("out").toString(),
            "--target",
            "chatgpt");
    assertThat(run.code()).isZero();
    assertThat(home.resolve("out/claude-counting.zip")).isRegularFile();
    CliRun unknown =
        CliRun.of(home, "pack", skill.toString(), "-o", "x.zip", "--target", "elsewhere");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("claude-ai, chatgpt, claude-api", "elsewhere");
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
  void wordsForAPersonSayWhatIsWrongAndWhatWouldHelp() {
    Path skill = TestSkills.write(skills, "counting", EXTENSION_KEY);
    CliRun run = CliRun.of(home, "check", skill.toString());
    assertThat(run.out())
        .contains("claude.ai refuses it as it is")
        .contains("SKILL.md:4")
        .contains("unexpected-key");
  }

  @Test
  void forClaudeAiWhatThisComputerLacksDoesNotCount() {
    Path skill =
        TestSkills.write(skills, "counting", "compatibility: Requires the flubberwock-9000 CLI\n");
    assertThat(CliRun.of(home, "check", skill.toString(), "--target", "claude-ai").code()).isZero();
    assertThat(CliRun.of(home, "check", skill.toString(), "--target", "mars").code()).isEqualTo(2);
  }

  @Test
  void aPathThatLeadsNowhereDoesNotKeepTheOthersBack() throws Exception {
    Path good = TestSkills.good(skills, "good");
    Path empty = Files.createDirectories(home.resolve("empty"));
    String nowhere = home.resolve("nowhere").toString();
    CliRun check =
        CliRun.of(
            home, "check", "--recursive", "--json", nowhere, empty.toString(), good.toString());
    assertThat(check.code()).isEqualTo(65);
    assertThat(check.lines())
        .extracting(line -> line.at("/error/code").asText())
        .containsExactly("path-not-found", "path-no-skills", "");
    assertThat(paths(check)).containsExactly(nowhere, empty.toString(), good.toString());
    assertThat(CliRun.of(home, "check", nowhere, good.toString()).out()).contains("good");

    Path out = home.resolve("out");
    CliRun pack = CliRun.of(home, "pack", nowhere, good.toString(), "-o", out.toString(), "--json");
    assertThat(pack.code()).isEqualTo(65);
    assertThat(paths(pack)).containsExactly(nowhere, good.toString());
    assertThat(out.resolve("good.zip")).isRegularFile();
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

  @Test
  void whatContradictsItselfIsSaidWithoutAPrefix() {
    CliRun run = CliRun.of(home, "pack", "x", "-o", "y", "--as-is", "--yes");
    assertThat(run.err()).startsWith("satchel: --as-is");
  }

  @Test
  void aPathThatCannotBeOneIsSaidInWords() {
    CliRun run = CliRun.of(home, "check", "a\0b");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("cannot be a path on this computer");
  }
}
