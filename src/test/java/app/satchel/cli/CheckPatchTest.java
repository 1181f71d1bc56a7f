package app.satchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.upload.report.GitRepository;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code satchel check --patch}, its patches applied by a real git. */
class CheckPatchTest {
  @TempDir Path home;
  private GitRepository repository;
  private Path skills;

  @BeforeEach
  void makeRepository() throws Exception {
    repository = GitRepository.in(home.resolve("repo"));
    skills = repository.top().resolve("skills");
  }

  private CliRun check(String... args) {
    return CliRun.of(
        home, Stream.concat(Stream.of("check"), Stream.of(args)).toArray(String[]::new));
  }

  private boolean accepted() {
    return check("--recursive", repository.top().toString(), "--target", "claude-ai").code() == 0;
  }

  @Test
  void aPatchOfAllSkillsMakesThemAcceptable() throws Exception {
    TestSkills.write(skills, "alpha", "version: 1\n");
    TestSkills.raw(skills, "My Skill", "---\nname: My Skill\ndescription: Does.\nx: 1\n---\n# M");
    TestSkills.good(skills, "good");
    Path patch = home.resolve("out/all.patch");
    CliRun run = check("--recursive", repository.top().toString(), "--patch", patch.toString());
    assertThat(run.code()).as("refused as it is").isEqualTo(1);
    assertThat(run.out()).contains("alpha/SKILL.md:4: error");
    assertThat(run.err())
        .contains("the changes of 2 skills")
        .contains("git -C \"" + repository.top() + "\" apply \"" + patch + "\"");
    try (Stream<Path> beside = Files.list(patch.getParent())) {
      assertThat(beside).containsExactly(patch);
    }
    assertThat(accepted()).isFalse();
    repository.git("apply", patch.toString());
    assertThat(skills.resolve("my-skill/SKILL.md")).isRegularFile();
    assertThat(accepted()).isTrue();
  }

  @Test
  void theStandardOutputCarriesThePatchAlone() throws Exception {
    Path skill = TestSkills.write(skills, "alpha", "version: 1\n");
    CliRun run = check(skill.toString(), "--patch", "-");
    assertThat(run.out()).startsWith("# Satchel: alpha (skills/alpha)").contains("\n+metadata:\n");
    repository.apply(run.out().getBytes(StandardCharsets.UTF_8));
    assertThat(accepted()).isTrue();
    assertThat(check(skill.toString(), "--patch", "-").out())
        .isEqualTo("# No skill needs a change.\n");
    assertThat(check(skill.toString(), "--patch", "-", "--json").code()).isEqualTo(2);
    assertThat(check(skill.toString(), "--yes").code()).isEqualTo(2);
  }

  @Test
  void whatChangesTheMeaningIsMadeWhenAgreedTo() throws Exception {
    Path skill = TestSkills.write(skills, "claude-counting", "");
    assertThat(check(skill.toString(), "--patch", "-").out())
        .contains("# Would help")
        .doesNotContain("diff --git");
    repository.apply(
        check(skill.toString(), "--patch", "-", "--yes").out().getBytes(StandardCharsets.UTF_8));
    assertThat(skills.resolve("counting/SKILL.md")).isRegularFile();
    assertThat(accepted()).isTrue();
  }

  @Test
  void withJsonTheFileIsWrittenToo() {
    Path skill = TestSkills.write(skills, "alpha", "version: 1\n");
    Path patch = home.resolve("a.patch");
    CliRun run = check(skill.toString(), "--patch", patch.toString(), "--json");
    assertThat(run.json().path("name").asText()).isEqualTo("alpha");
    assertThat(patch).isRegularFile();
  }

  @Test
  void outsideARepositoryPathsBeginAboveTheGivenOne() {
    Path skill = TestSkills.write(home.resolve("loose/x"), "alpha", "version: 1\n");
    assertThat(check(skill.toString(), "--patch", "-").out()).contains("--- a/alpha/SKILL.md\n");
    assertThat(check("--recursive", home.resolve("loose").toString(), "--patch", "-").out())
        .contains("--- a/loose/x/alpha/SKILL.md\n");
    assertThat(check(skill.resolve("SKILL.md").toString(), "--patch", "-").out())
        .contains("--- a/alpha/SKILL.md\n");
  }

  @Test
  void skillsThatWouldCollideAreLeftOutAndTold() throws Exception {
    TestSkills.raw(skills, "Tea", "---\nname: Tea Time\ndescription: Does.\nv: 1\n---\n");
    TestSkills.raw(
        skills.resolve("Tea/inner"), "sub", "---\nname: sub\ndescription: D.\nv: 1\n---\n");
    TestSkills.raw(skills, "Tea Time", "---\nname: Tea Time\ndescription: Does.\nv: 1\n---\n");
    TestSkills.good(skills, "there");
    TestSkills.raw(skills, "There_", "---\nname: there\ndescription: Does.\nv: 1\n---\n");
    CliRun run = check("--recursive", repository.top().toString(), "--patch", "-", "--yes");
    assertThat(run.out())
        .contains("# It shares files with a skill before it")
        .contains("# - 'skills/tea-time' is there already")
        .contains("# - 'skills/there' is there already");
    repository.apply(run.out().getBytes(StandardCharsets.UTF_8));
    assertThat(skills.resolve("tea-time/SKILL.md")).isRegularFile();
  }

  @Test
  void otherRepositoriesArchivesAndSingleFilesAreTold() throws Exception {
    Path skill = TestSkills.write(skills, "alpha", "version: 1\n");
    GitRepository other = GitRepository.in(home.resolve("other"));
    Path elsewhere = TestSkills.write(other.top(), "bravo", "version: 1\n");
    Path single = home.resolve("single.md");
    Files.copy(skill.resolve("SKILL.md"), single);
    CliRun run = check(skill.toString(), elsewhere.toString(), single.toString(), "--patch", "-");
    assertThat(run.out())
        .contains("--- a/skills/alpha/SKILL.md\n")
        .contains("# It lies in another repository")
        .contains("# A single Markdown file")
        .doesNotContain("a/bravo/");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsADiskProblem() throws Exception {
    Path skill = TestSkills.write(skills, "alpha", "version: 1\n");
    Path file = Files.writeString(home.resolve("file"), "in the way");
    CliRun run = check(skill.toString(), "--patch", file.resolve("x.patch").toString());
    assertThat(run.code()).isEqualTo(74);
    assertThat(run.err()).contains("patch-not-written");
    assertThat(Files.readString(file)).isEqualTo("in the way");
  }
}
