package app.satchel.install;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.install.InstalledSkills.Present;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledSkillsTest {
  @TempDir Path home;
  private InstalledSkills installed;

  @BeforeEach
  void prepare() throws IOException {
    installed = new InstalledSkills(Agents.of(new AgentEnvironment(home, Map.of(), home)));
    skill("database", "depends-on: [typing, '@a/b/async']");
    skill("typing", "");
    skill("async", "related-skills: [typing]");
  }

  private Path skill(String name, String frontmatter) throws IOException {
    Path folder = Files.createDirectories(home.resolve(".claude/skills").resolve(name));
    Files.writeString(
        folder.resolve("SKILL.md"), "---\nname: " + name + "\n" + frontmatter + "\n---\n");
    return folder;
  }

  @Test
  void knowsWhatIsThereAndWhoNeedsWhat() {
    assertThat(installed.names()).containsExactlyInAnyOrder("database", "typing", "async");
    assertThat(installed.needing("TYPING")).extracting(Present::name).containsExactly("database");
    assertThat(installed.needing("async"))
        .extracting(Present::agent)
        .containsExactly("Claude Code");
    assertThat(installed.needing("database")).isEmpty();
  }

  @Test
  void saysWhoWouldMissASkill() throws IOException {
    Path typing = home.resolve(".claude/skills/typing");
    assertThat(installed.missing(typing)).extracting(Present::name).containsExactly("database");
    Path renamed = skill("folder-name", "");
    Files.writeString(renamed.resolve("SKILL.md"), "---\nname: own-name\n---\n");
    skill("other", "depends-on: own-name");
    assertThat(installed.missing(renamed)).extracting(Present::name).containsExactly("other");
    assertThat(installed.missing(home.resolve(".claude/skills/database"))).isEmpty();
  }

  @Test
  void nothingAtAllIsNoError() {
    Path nowhere = home.resolve("nowhere");
    InstalledSkills none =
        new InstalledSkills(Agents.of(new AgentEnvironment(nowhere, Map.of(), nowhere)));
    assertThat(none.all()).isEmpty();
    assertThat(none.missing(nowhere.resolve("a/b"))).isEmpty();
  }
}
