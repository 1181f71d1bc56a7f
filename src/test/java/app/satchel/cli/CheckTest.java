package app.satchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Checks on the command line. */
class CheckTest extends SkillsRig {
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
