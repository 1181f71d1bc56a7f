package app.satchel.check.upload;

import static app.satchel.check.upload.Skills.file;
import static app.satchel.check.upload.Skills.good;
import static app.satchel.check.upload.Skills.head;
import static app.satchel.check.upload.Skills.link;
import static app.satchel.check.upload.Skills.skill;
import static app.satchel.check.upload.Skills.with;

import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** For every rule a skill that it is about, and one that it is not about. */
final class UploadCases {
  private UploadCases() {}

  /** A skill that a rule is about, where it points, and the nearest skill it is not about. */
  record Case(UploadRule rule, SkillFolder bad, String file, Integer line, SkillFolder fine) {
    @Override
    public String toString() {
      return rule.id();
    }
  }

  static Case text(UploadRule rule, SkillFolder bad, Integer line, SkillFolder fine) {
    return new Case(rule, bad, "SKILL.md", line, fine);
  }

  static Case text(UploadRule rule, SkillFolder bad, Integer line) {
    return text(rule, bad, line, good());
  }

  static SkillFolder named(String name) {
    return skill(name, "---\nname: " + name + "\ndescription: Times tea.\n---\n");
  }

  static SkillFolder described(String description) {
    return head("name: tea-timer", "description: " + description);
  }

  static SkillFolder raw(String text) {
    return skill("tea-timer", text);
  }

  static SkillFile[] files(int count, String folder) {
    return IntStream.range(0, count)
        .mapToObj(i -> file(folder + i + ".txt", "x"))
        .toArray(SkillFile[]::new);
  }

  static SkillFile sized(String path, long bytes) {
    return new SkillFile(
        path, bytes, SkillFile.Type.REGULAR, false, SkillFile.Content.of(new byte[] {1}));
  }

  static Stream<Case> cases() {
    return Stream.of(textCases(), nameCases(), fieldCases(), fileCases()).flatMap(s -> s);
  }

  static Stream<Case> textCases() {
    String good = Skills.GOOD;
    byte[] latin =
        good.replace("Times tea", "Times th\u00e9").getBytes(StandardCharsets.ISO_8859_1);
    return Stream.of(
        text(UploadRule.SKILL_MD_ENCODING, skill("tea-timer", latin), null),
        text(
            UploadRule.SKILL_MD_ENCODING,
            skill("tea-timer", ("\uFEFF" + good).getBytes(StandardCharsets.UTF_16LE)),
            null),
        text(UploadRule.BYTE_ORDER_MARK, raw("\uFEFF" + good), 1),
        text(UploadRule.TEXT_BEFORE_FRONTMATTER, raw("\n" + good), 1),
        text(UploadRule.TEXT_BEFORE_FRONTMATTER, raw("<!-- ours -->\n" + good), 1),
        text(UploadRule.FRONTMATTER_MISSING, raw("# Tea\n\nSteep it.\n"), 1),
        text(
            UploadRule.FRONTMATTER_NOT_CLOSED,
            raw("---\nname: tea-timer\ndescription: Times tea.\n\n# Tea\n"),
            1),
        text(UploadRule.FRONTMATTER_DELIMITER, raw(good.replaceFirst("---", "---  ")), 1),
        text(UploadRule.FRONTMATTER_LINE_ENDS, raw(good.replace("\n", "\r\n")), 1),
        text(
            UploadRule.FRONTMATTER_LINE_ENDS,
            raw(good.replace("tea-timer\n", "tea-timer\r\n")),
            2,
            raw(good.replace("# Tea\n", "# Tea\r\n"))),
        text(
            UploadRule.FRONTMATTER_YAML,
            described("Times tea: use it"),
            3,
            described("'Times tea: use it'")),
        text(UploadRule.FRONTMATTER_DUPLICATE_KEY, with("name: tea-timer"), 4),
        text(
            UploadRule.FRONTMATTER_DUPLICATE_KEY,
            with("metadata:", "  a: x", "  a: y"),
            6,
            with("metadata:", "  a: x", "  b: y")),
        text(UploadRule.FRONTMATTER_TAG, with("metadata:", "  a: !thing x"), 5),
        text(UploadRule.FRONTMATTER_ANCHOR, with("license: &l MIT"), 4, with("license: 'a & b'")),
        text(UploadRule.FRONTMATTER_ANCHOR, with("license: !!str MIT"), 4),
        text(
            UploadRule.FRONTMATTER_ESCAPE,
            described("\"Times t\\u00e9.\""),
            3,
            raw(good + "Write \\u00e9 or \\x41.\n")),
        text(
            UploadRule.FRONTMATTER_ESCAPE,
            described("Times \\x41 here"),
            3,
            described("C:\\users")),
        text(UploadRule.FRONTMATTER_ESCAPE, with("# \\U0001F600"), 4),
        text(
            UploadRule.FRONTMATTER_BACKSLASH,
            head("name: tea-timer", "description: \"Times \\", "  tea.\""),
            3,
            raw(good + "ends \\\n")),
        text(UploadRule.FRONTMATTER_DASHES, described("Times tea --- and more"), 3));
  }

  static Stream<Case> nameCases() {
    String longName = "a".repeat(65);
    return Stream.of(
        text(UploadRule.NAME_MISSING, head("description: Times tea."), 1),
        text(UploadRule.NAME_MISSING, head("description: Times tea.", "name:"), 3),
        text(UploadRule.NAME_TYPE, named("123"), 2, head("name: '123'", "description: x")),
        text(UploadRule.NAME_TYPE, head("name: [a]", "description: Times tea."), 2),
        text(UploadRule.NAME_CHARACTERS, named("Tea_Timer"), 2),
        text(UploadRule.NAME_CHARACTERS, named("tea--timer"), 2),
        text(UploadRule.NAME_CHARACTERS, named("\u8336"), 2),
        text(UploadRule.NAME_LENGTH, named(longName), 2, named("a".repeat(64))),
        text(UploadRule.NAME_RESERVED, named("my-claude-tea"), 2, named("my-cloud-tea")),
        text(UploadRule.NAME_RESERVED, named("anthropic"), 2),
        text(UploadRule.NAME_BUILT_IN, named("pdf"), 2, named("pdf-forms")),
        text(UploadRule.NAME_BUILT_IN_EXAMPLE, named("skill-creator"), 2),
        text(
            UploadRule.NAME_FOLDER,
            skill("other", Skills.GOOD),
            2,
            skill("tea-timer", Skills.GOOD)),
        new Case(UploadRule.FOLDER_CHARACTERS, skill("tea timer", Skills.GOOD), null, null, good()),
        new Case(UploadRule.TOP_FOLDER_MISSING, skill("", Skills.GOOD), null, null, good()));
  }

  static Stream<Case> fieldCases() {
    return Stream.of(
        text(UploadRule.UNEXPECTED_KEY, with("version: '1'"), 4, with("license: MIT")),
        text(UploadRule.DEPENDENCIES_KEY, with("dependencies: x"), 4),
        text(UploadRule.DESCRIPTION_MISSING, head("name: tea-timer"), 1),
        text(UploadRule.DESCRIPTION_MISSING, head("name: tea-timer", "description: ''"), 3),
        text(UploadRule.DESCRIPTION_TYPE, described("[tea, time]"), 3, described("'[tea, time]'")),
        text(UploadRule.DESCRIPTION_TYPE, described("2026"), 3),
        text(
            UploadRule.DESCRIPTION_LENGTH,
            described("x".repeat(1025)),
            3,
            described("x".repeat(1024))),
        text(
            UploadRule.DESCRIPTION_LENGTH,
            described("\uD83C\uDF75".repeat(1025)),
            3,
            described("\uD83C\uDF75".repeat(1024))),
        text(
            UploadRule.DESCRIPTION_NEAR_LIMIT,
            described("x".repeat(1001)),
            3,
            described("x".repeat(1000))),
        text(
            UploadRule.DESCRIPTION_LONG, described("x".repeat(201)), 3, described("x".repeat(200))),
        text(
            UploadRule.DESCRIPTION_BRACKETS,
            head("name: tea-timer", "description: >", "  Times tea", "  for <name>"),
            5,
            raw(Skills.GOOD + "<name>\n")),
        text(UploadRule.COMPATIBILITY_TYPE, with("compatibility: {os: linux}"), 4),
        text(UploadRule.COMPATIBILITY_TYPE, with("compatibility:"), 4),
        text(
            UploadRule.COMPATIBILITY_LENGTH,
            with("compatibility: " + "x".repeat(501)),
            4,
            with("compatibility: " + "x".repeat(500))),
        text(UploadRule.ALLOWED_TOOLS_TYPE, with("allowed-tools:", "  - Read"), 4),
        text(
            UploadRule.ALLOWED_TOOLS_COMMAS,
            with("allowed-tools: Read, Write"),
            4,
            with("allowed-tools: Read Bash(git add, git rm)")),
        text(UploadRule.LICENSE_TYPE, with("license: [MIT]"), 4),
        text(UploadRule.METADATA_TYPE, with("metadata: x"), 4, with("metadata: {a: x}")),
        text(
            UploadRule.METADATA_VALUES,
            with("metadata:", "  a: x", "  b: 1.10"),
            6,
            with("metadata:", "  b: '1.10'")));
  }

  static Stream<Case> fileCases() {
    SkillFile md = file("Skill.md", Skills.GOOD);
    return Stream.of(
        new Case(
            UploadRule.SKILL_MD_NAME,
            SkillFolder.of("tea-timer", List.of(md)),
            "Skill.md",
            null,
            good()),
        new Case(
            UploadRule.ONE_SKILL_MD,
            good(file("more/skill.md")),
            "more/skill.md",
            null,
            good(file("more/skill.md.txt"))),
        new Case(
            UploadRule.PLUGIN_MANIFEST,
            good(file(".claude-plugin/plugin.json")),
            ".claude-plugin/plugin.json",
            null,
            good(file("a.claude-plugin/plugin.json"))),
        new Case(UploadRule.LINK, good(link("a.md", "b.md")), "a.md", null, good(file("a.md"))),
        // 198 files and SKILL.md and the folder are 200; the folder of the files is one more.
        new Case(
            UploadRule.TOO_MANY_ENTRIES, good(files(198, "f/")), null, null, good(files(198, ""))),
        new Case(
            UploadRule.TOO_LARGE,
            good(sized("big.bin", 30_000_000L - Skills.GOOD.length())),
            null,
            null,
            good(sized("big.bin", 30_000_000L - Skills.GOOD.length() - 1))),
        new Case(
            UploadRule.PATH_CHARACTERS,
            good(file("my file.txt")),
            "my file.txt",
            null,
            good(file("My-file_1.txt"))),
        new Case(UploadRule.PATH_CASE, good(file("A.txt"), file("a.txt")), "a.txt", null, good()),
        new Case(
            UploadRule.JUNK_FILE, good(file(".DS_Store")), ".DS_Store", null, good(file(".env"))),
        text(
            UploadRule.BODY_LONG,
            raw(Skills.headWith() + "line\n".repeat(501)),
            5,
            raw(Skills.headWith() + "line\n".repeat(500))),
        text(
            UploadRule.BODY_CLAUDE_CODE,
            raw(Skills.headWith() + "# Tea\n\nNow: !`date`\n"),
            7,
            raw(Skills.headWith() + "# Tea\n\nThat is great!`x`\n")),
        text(UploadRule.BODY_CLAUDE_CODE, raw(Skills.headWith() + "Do $ARGUMENTS\n"), 5),
        text(UploadRule.BODY_CLAUDE_CODE, raw(Skills.headWith() + "${CLAUDE_PLUGIN_ROOT}\n"), 5));
  }
}
