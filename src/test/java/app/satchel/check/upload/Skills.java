package app.satchel.check.upload;

import app.satchel.check.Finding;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Skills made of a few lines, for tests. */
public final class Skills {
  public static final String GOOD =
      """
      ---
      name: tea-timer
      description: Times tea. Use when somebody brews.
      ---
      # Tea

      Steep it.
      """;

  private Skills() {}

  public static SkillFolder good(SkillFile... more) {
    return skill("tea-timer", GOOD, more);
  }

  public static SkillFolder skill(String folder, String md, SkillFile... more) {
    return skill(folder, md.getBytes(StandardCharsets.UTF_8), more);
  }

  public static SkillFolder skill(String folder, byte[] md, SkillFile... more) {
    List<SkillFile> files = new ArrayList<>(List.of(more));
    files.add(SkillFile.of("SKILL.md", md));
    return SkillFolder.of(folder, files);
  }

  /** A skill named tea-timer with these lines as its frontmatter. */
  public static SkillFolder head(String... lines) {
    return skill("tea-timer", "---\n" + String.join("\n", lines) + "\n---\n# Tea\n");
  }

  /** The good frontmatter and these lines after it. */
  public static SkillFolder with(String... lines) {
    return skill("tea-timer", headWith(lines) + "# Tea\n");
  }

  public static String headWith(String... lines) {
    return "---\nname: tea-timer\ndescription: Times tea.\n"
        + (lines.length == 0 ? "" : String.join("\n", lines) + "\n")
        + "---\n";
  }

  public static SkillFile file(String path) {
    return file(path, path);
  }

  public static SkillFile file(String path, String content) {
    return SkillFile.of(path, content.getBytes(StandardCharsets.UTF_8));
  }

  public static SkillFile link(String path, String target) {
    return new SkillFile(
        path,
        0,
        SkillFile.Type.LINK,
        false,
        SkillFile.Content.of(target.getBytes(StandardCharsets.UTF_8)));
  }

  public static List<Finding> of(UploadReport report, UploadRule rule) {
    return report.findings().stream().filter(f -> f.rule().equals(rule.id())).toList();
  }

  public static List<String> errors(UploadReport report) {
    return report.findings().stream().filter(Finding::isError).map(Finding::rule).toList();
  }
}
