package app.satchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person and a CI log see of {@code satchel check}. */
class CheckOutputTest {
  private static final Map<String, String> ACTIONS = Map.of("GITHUB_ACTIONS", "true");

  @TempDir Path home;
  private Path skills;

  @BeforeEach
  void makeFolder() {
    skills = home.resolve("repo/skills");
  }

  @Test
  void everyFindingIsOneLineThatCanBeClicked() {
    Path skill =
        TestSkills.write(skills, "counting", "version: 1\ntags: [" + "a, ".repeat(80) + "b]\n");
    CliRun run = CliRun.of(home, "check", skill.toString());
    assertThat(run.code()).isEqualTo(1);
    List<String> lines = run.out().lines().toList();
    int first =
        lines.indexOf(
            skill
                + "/SKILL.md:4: error [unexpected-key] The key 'version' is not one of the six that"
                + " claude.ai accepts.");
    assertThat(first).isPositive();
    assertThat(lines.get(first + 1)).isEqualTo("    Move it under metadata.");
    assertThat(lines.get(first + 2)).startsWith(skill + "/SKILL.md:5: error [unexpected-key] ");
    assertThat(lines.getLast())
        .isEqualTo(
            "1 skill: 0 accepted as published, 1 after safe changes, 0 could not be read;"
                + " 2 errors, no warnings, no notes.");
    assertThat(run.out()).doesNotContain("\u001b");
  }

  @Test
  void skillsAreGroupedAndCountedAtTheEnd() {
    TestSkills.write(skills, "bravo", "version: 1\n");
    TestSkills.good(skills, "alpha");
    CliRun run = CliRun.of(home, "check", "--recursive", skills.toString());
    assertThat(run.out().indexOf("alpha  ")).isBetween(0, run.out().indexOf("bravo  "));
    assertThat(run.out().lines().toList().getLast())
        .startsWith("2 skills: 1 accepted as published, 1 after safe changes");
    assertThat(CliRun.of(home, "check", "--recursive", skills.toString()).out())
        .as("the same every time")
        .isEqualTo(run.out());
  }

  @Test
  void aSkillMdAndAnArchiveAreNamedAsGiven() {
    Path skill = TestSkills.write(skills, "counting", "version: 1\n");
    assertThat(CliRun.of(home, "check", skill.resolve("SKILL.md").toString()).out())
        .contains(skill + "/SKILL.md:4: error");
    Path zip = home.resolve("out.zip");
    CliRun.of(home, "pack", skill.toString(), "-o", zip.toString(), "--as-is", "--force");
    assertThat(CliRun.of(home, "check", zip.toString()).out())
        .contains(zip + "/SKILL.md:4: error [unexpected-key]");
  }

  @Test
  void gitHubIsToldWhereEachFindingStands() throws Exception {
    Path skill = TestSkills.write(skills, "counting", "version: 1\n");
    Map<String, String> environment =
        Map.of("GITHUB_ACTIONS", "true", "GITHUB_WORKSPACE", home.resolve("repo").toString());
    CliRun run = CliRun.of(environment, home, "check", skill.toString());
    assertThat(run.out().lines())
        .contains(
            "::error file=skills/counting/SKILL.md,line=4,title=unexpected-key::The key 'version'"
                + " is not one of the six that claude.ai accepts.%0AMove it under metadata.");
    assertThat(CliRun.of(home, "check", skill.toString()).out()).doesNotContain("::error");
    assertThat(CliRun.of(environment, home, "check", skill.toString(), "--json").out())
        .doesNotContain("::error");
    Path bad = Files.writeString(home.resolve("bad.zip"), "PK\3\4 and then nothing");
    assertThat(CliRun.of(environment, home, "check", bad.toString()).out())
        .contains("::error file=" + bad + ",title=zip-");
  }

  @Test
  void aHostileSkillCannotCommandGitHub() throws Exception {
    String hostile = "::set-env name=A::x%0A::stop-commands::t ##[add-mask]x , a:b";
    Path skill =
        TestSkills.raw(
            skills,
            "::error file=x::y",
            "---\nname: \""
                + hostile
                + "\"\ndescription: \""
                + hostile
                + "\"\n\""
                + hostile
                + "\": \"\\r\\n::error::z\"\n---\n# T\n");
    Files.writeString(skill.resolve("a\n::warning::w.md"), "x");
    for (String[] args :
        new String[][] {{"check"}, {"check", "--report"}, {"pack", "-o", home + "/o"}}) {
      String[] all = java.util.Arrays.copyOf(args, args.length + 1);
      all[args.length] = skill.toString();
      CliRun run = CliRun.of(ACTIONS, home, all);
      String text = run.out() + "\n" + run.err();
      assertThat(text).doesNotContain("##[");
      assertThat(text.lines().map(String::strip).filter(line -> line.startsWith("::")))
          .allMatch(
              line ->
                  line.matches(
                      "::(error|warning|notice) file=[^:,]*(,line=\\d+)?,title=[a-z-]+::.*"));
    }
    CliRun run = CliRun.of(ACTIONS, home, "check", skill.toString());
    assertThat(run.out().lines().filter(line -> line.startsWith("::error")))
        .isNotEmpty()
        .allMatch(line -> line.contains("%3A%3Aerror file=x%3A%3Ay"))
        .noneMatch(line -> line.contains("x%0A"));
  }

  @Test
  void aReportIsOneDocumentWithoutThePathAboveTheRepository() {
    TestSkills.write(skills, "counting", "version: 1\n");
    TestSkills.good(skills, "good");
    CliRun run =
        CliRun.of(home, "check", "--recursive", home.resolve("repo").toString(), "--report");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("# Will claude.ai accept these 2 skills?")
        .contains("`repo/skills/counting`")
        .contains("`unexpected-key`")
        .doesNotContain(home.toString());
    assertThat(run.err()).contains("2 skills: 1 accepted");
    assertThat(CliRun.of(home, "check", "x", "--report", "--json").code()).isEqualTo(2);
    assertThat(CliRun.of(home, "check", "x", "--report", "--patch", "-").code()).isEqualTo(2);
  }
}
