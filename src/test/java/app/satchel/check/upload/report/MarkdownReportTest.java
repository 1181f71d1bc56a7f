package app.satchel.check.upload.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.upload.Repair.Level;
import app.satchel.check.upload.Skills;
import app.satchel.check.upload.UploadCheck;
import app.satchel.check.upload.UploadRepair;
import app.satchel.skill.SkillFolder;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
  private static final String HOSTILE =
      "<img src=x onerror=alert(1)> @everyone `code` ``` ![p](https://evil.example/p.png)"
          + " [l](javascript:x) https://evil.example www.evil.example #12 GH-3 **b** | c |"
          + " <!-- <script> &amp; $x$ \u202Egnp.exe";

  private final UploadCheck check = new UploadCheck();
  private final UploadRepair repair = new UploadRepair(check);

  private MarkdownReport.Skill skill(SkillFolder skill) {
    return new MarkdownReport.Skill(
        skill.displayName(),
        "skills/" + skill.folderName(),
        check.check(skill),
        repair.repair(skill, Level.SAFE));
  }

  private String report(SkillFolder... skills) {
    List<MarkdownReport.Skill> all = new ArrayList<>();
    for (SkillFolder skill : skills) {
      all.add(skill(skill));
    }
    return new MarkdownReport(LocalDate.of(2026, 11, 22)).of(all);
  }

  private static List<Node> nodes(String markdown) {
    List<Node> nodes = new ArrayList<>();
    collect(Parser.builder().build().parse(markdown), nodes);
    return nodes;
  }

  private static void collect(Node node, List<Node> nodes) {
    nodes.add(node);
    node.getChildren().forEach(child -> collect(child, nodes));
  }

  @Test
  void aRefusedSkillIsToldWithPlacesFixesAndChanges() {
    String report = report(Skills.with("version: 1"));
    assertThat(report)
        .startsWith("# Will claude.ai accept tea-timer?\n\n`skills/tea-timer`\n\n**claude.ai would")
        .contains("## What it would be refused for\n\n- `SKILL.md:4` `unexpected-key`: The key")
        .contains("## Changes that keep the meaning\n\n- `SKILL.md:4` claude.ai refuses the key")
        .contains("  ```diff\n  - version: 1\n  + ")
        .contains("as of 2026-11-22")
        .doesNotContain("to decide on");
  }

  @Test
  void proposalsAreApartFromWhatIsSafe() {
    String report =
        report(Skills.skill("tea-claude", "---\nname: tea-claude\ndescription: T.\nv: 1\n---\n"));
    assertThat(report.indexOf("## Changes to decide on: Claude would see something else"))
        .isGreaterThan(report.indexOf("## Changes that keep the meaning"));
    assertThat(report)
        .contains("its author has to decide")
        .contains("  - name: tea-claude\n  + name: tea\n");
  }

  @Test
  void severalSkillsAreOneDocument() {
    String report =
        report(
            Skills.good(),
            Skills.with("v: 1"),
            Skills.skill("claude", "---\nname: claude\ndescription: T.\n---\n"));
    assertThat(report)
        .startsWith("# Will claude.ai accept these 3 skills?\n\n1 accepted as published, 1 after")
        .contains("\n## tea-timer\n")
        .contains("\n### What it would be refused for\n")
        .containsOnlyOnce("as of 2026-11-22");
  }

  @Test
  void nothingThatAStrangerWroteIsMarkup() {
    String report =
        report(
            Skills.skill(
                HOSTILE.replace('/', ' '),
                "---\nname: '"
                    + HOSTILE
                    + "'\ndescription: '"
                    + HOSTILE
                    + "'\n'"
                    + HOSTILE
                    + "': \"```\\n````\\n# out\\n<b>\"\n---\n# T\n",
                Skills.file("a\n```\n<b>@me.md")));
    List<Node> nodes = nodes(report);
    assertThat(nodes)
        .noneMatch(
            node ->
                node instanceof HtmlInline
                    || node instanceof HtmlBlock
                    || node instanceof Link
                    || node instanceof Image);
    // Everything of it that is no code is broken up.
    String prose = report;
    for (Node node : nodes) {
      if (node instanceof Code || node instanceof FencedCodeBlock) {
        prose = prose.replace(node.getChars().toString(), "");
      }
    }
    assertThat(prose)
        .doesNotContain("@everyone")
        .doesNotContain("https://")
        .doesNotContain("www.evil")
        .doesNotContain("#12")
        .doesNotContainPattern("(?<!\\\\)<")
        .doesNotContain("\u202E");
    assertThat(report).doesNotContain("\u202E");
    assertThat(report.lines()).noneMatch(line -> line.startsWith("# out"));
  }

  @Test
  void aHugeSkillIsToldInPart() {
    StringBuilder head = new StringBuilder("name: tea-timer\ndescription: T.\n");
    for (int i = 0; i < 110; i++) {
      head.append("key-").append(i).append(": ").append("x".repeat(500)).append('\n');
    }
    String report = report(Skills.skill("tea-timer", "---\n" + head + "---\n# T\n"));
    assertThat(report.length()).isLessThan(65_536);
    assertThat(report).contains("more\n");
  }

  @Test
  void codeIsFencedByMoreThanItHolds() {
    assertThat(MarkdownText.code("a`b``c")).isEqualTo("```a`b``c```");
    assertThat(MarkdownText.code("`a`")).isEqualTo("`` `a` ``");
    assertThat(MarkdownText.diff("```\nx", "", "  "))
        .isEqualTo("  ````diff\n  - ```\n  - x\n  ````\n");
    assertThat(MarkdownText.inline("a\nb")).isEqualTo("a b");
  }
}
