package app.satchel.check.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.skill.KnownFields;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillMd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page says about tools, fields and files. */
class ToolWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Read | Read files",
        "Read(docs/**) | Read files that match docs/**",
        "Bash | Run any command on this computer",
        "Bash(*) | Run any command on this computer",
        "Bash(git:*) | Run commands that begin with git",
        "Bash(git add *) | Run commands that begin with git add",
        "Bash(make test) | Run the command make test",
        "WebFetch(domain:example.org) | Fetch pages of example.org",
        "Grep(src) | Search in the text of files: src",
        "mcp__almanac__moon_phase | Use moon_phase of the connected server almanac",
        "mcp__almanac | Use every tool of the connected server almanac",
        "* | Use every tool",
        "Sextant | Satchel does not know this tool",
        "Bash({0} 'x' *) | Run commands that begin with {0} 'x'"
      })
  void eachToolSaysWhatItPermits(String tool, String words) {
    assertThat(ToolWords.CURRENT.of(tool).words()).isEqualTo(words);
  }

  @Test
  void onlyAnyCommandIsUnlimited() {
    assertThat(ToolWords.CURRENT.of("Bash").unlimited()).isTrue();
    assertThat(ToolWords.CURRENT.of("Bash(git:*)").unlimited()).isFalse();
    assertThat(ToolWords.CURRENT.of("Sextant").known()).isFalse();
  }

  @Test
  void bothSpellingsAreTheSameTools() {
    for (String written :
        List.of("Read, Bash(git add *)", "Read Bash(git add *)", "[Read, \"Bash(git add *)\"]")) {
      SkillMd md = SkillMd.parse("---\nallowed-tools: " + written + "\n---\n");
      assertThat(Tools.of(md.frontmatter().value("allowed-tools").orElseThrow()))
          .containsExactly("Read", "Bash(git add *)");
    }
  }

  @Test
  void fieldsAreKnownHoweverTheirWordsAreJoined() {
    KnownFields fields = KnownFields.CURRENT;
    assertThat(fields.of("depends-on")).isPresent().isEqualTo(fields.of("dependsOn"));
    assertThat(fields.of("depends_on")).isEqualTo(fields.of("depends-on"));
    assertThat(fields.of("x-rating")).isEmpty();
    assertThat(fields.date()).matches("\\d{4}-\\d{2}-\\d{2}");
    for (String standard :
        List.of("name", "description", "license", "compatibility", "metadata", "allowed-tools")) {
      assertThat(fields.of(standard).orElseThrow().by()).isEqualTo("standard");
    }
    assertThat(fields.of("compatibility").orElseThrow().rank())
        .isLessThan(fields.of("license").orElseThrow().rank());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scripts/run.py | print(1) | SCRIPT",
        "scripts/notes.md | words | ",
        "scripts/run | words | SCRIPT",
        "run | #!/bin/sh | SCRIPT",
        "hooks/check.sh | true | HOOK SCRIPT",
        "hooks/README.md | words | ",
        "hooks.json | {} | HOOK",
        "settings.json | {\"hooks\": {}} | HOOK",
        "settings.json | {\"theme\": 1} | ",
        ".claude/settings.json | {\"theme\": 1} | SETTINGS",
        ".mcp.json | {} | SERVERS",
        "package.json | {\"scripts\": {\"postinstall\": \"node x\"}} | INSTALL_SCRIPT",
        "package.json | {\"scripts\": {\"test\": \"node x\"}} | ",
        "tool.exe | MZ | PROGRAM",
        "more.zip | PK | ARCHIVE",
        "SKILL.md | words | "
      })
  void filesAreMarked(String path, String text, String marks) throws IOException {
    SkillFile file = SkillFile.of(path, text.getBytes(StandardCharsets.UTF_8));
    List<FileMark> wanted =
        marks == null
            ? List.of()
            : List.of(marks.split(" ")).stream().map(FileMark::valueOf).toList();
    assertThat(FileMark.of(file)).containsExactlyElementsOf(wanted);
  }

  @Test
  void linksAndExecutablesAreMarked() throws IOException {
    SkillFile.Content words = SkillFile.Content.of(new byte[] {'w'});
    assertThat(FileMark.of(new SkillFile("a", 1, SkillFile.Type.LINK, false, words)))
        .containsExactly(FileMark.LINK);
    assertThat(FileMark.of(new SkillFile("a", 1, SkillFile.Type.REGULAR, true, words)))
        .containsExactly(FileMark.EXECUTABLE);
  }
}
