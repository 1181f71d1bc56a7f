package app.satchel.install;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FolderNameProperties {
  private static SkillFolder skill(String folder, String name) {
    String quoted = "'" + name.replace("'", "''").replaceAll("[\\p{Cntrl}]", " ") + "'";
    byte[] md = ("---\nname: " + quoted + "\n---\n").getBytes(StandardCharsets.UTF_8);
    return SkillFolder.of(folder, List.of(SkillFile.of("SKILL.md", md)));
  }

  @Property(tries = 1000)
  void whateverTheNameTheFolderIsOneHarmlessSegment(@ForAll String folder, @ForAll String name) {
    FolderName.of(skill(folder, name))
        .ifPresent(
            result -> {
              assertThat(result).doesNotContain("/", "\\", ":", "\0", "..", "\n").isNotBlank();
              assertThat(result).doesNotStartWith(".").doesNotEndWith(".").doesNotEndWith(" ");
            });
  }

  @Example
  void namesOfDevicesAndReservedNamesAreNotUsed() {
    for (String name :
        List.of(
            "con",
            "NUL",
            "aux.txt",
            "com1",
            "LPT9.md",
            "synced",
            "Synced",
            "..",
            ".",
            "a/b",
            "a\\b",
            "c:d",
            "-x",
            ".git",
            "x.",
            "x ",
            "",
            "a".repeat(101))) {
      assertThat(FolderName.isUsable(name)).as(name).isFalse();
    }
    for (String name : List.of("pdf", "My Skill", "技能", "con-tools", "a_b.c")) {
      assertThat(FolderName.isUsable(name)).as(name).isTrue();
    }
  }

  @Example
  void thePortableNameWinsOverTheFolder() {
    assertThat(FolderName.of(skill("folder", "my-skill"))).contains("my-skill");
    assertThat(FolderName.of(skill("folder", "My Skill"))).contains("folder");
    assertThat(FolderName.of(skill("", "My Skill"))).contains("my-skill");
    assertThat(FolderName.of(skill("synced", "synced"))).isEmpty();
    assertThat(FolderName.of(skill("", "???"))).isEmpty();
  }
}
