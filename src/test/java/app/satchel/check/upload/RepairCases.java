package app.satchel.check.upload;

import static app.satchel.check.upload.Skills.file;
import static app.satchel.check.upload.Skills.link;
import static app.satchel.check.upload.Skills.skill;

import app.satchel.check.upload.Change.Consent;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One skill for every kind of change, and what it becomes. */
final class RepairCases {
  private RepairCases() {}

  /** One kind of change: a skill that needs it, and SKILL.md afterwards. */
  record Case(String id, Consent consent, SkillFolder skill, String after) {
    @Override
    public String toString() {
      return id;
    }
  }

  static Case safe(String id, SkillFolder skill, String after) {
    return new Case(id, Consent.SAFE, skill, after);
  }

  static Case proposal(String id, SkillFolder skill, String after) {
    return new Case(id, Consent.PROPOSAL, skill, after);
  }

  static String md(String... lines) {
    return "---\n" + String.join("\n", lines) + "\n---\n# Tea\n\nSteep it.\n";
  }

  static SkillFolder tea(String... lines) {
    return skill("tea-timer", md(lines));
  }

  /** Proposals that no acceptance hangs on. */
  static final Set<String> ADVICE =
      Set.of("reword-dashes", "rename-same-but-case", "visible-line-ends", "drop-fence-end");

  static final String NAME = "name: tea-timer";
  static final String DESCRIPTION = "description: Times tea.";
  static final String PLAIN = md(NAME, DESCRIPTION);

  static Stream<Case> cases() {
    return Stream.of(headCases(), fieldCases(), metadataCases(), proseCases(), fileCases())
        .flatMap(s -> s);
  }

  static Stream<Case> headCases() {
    byte[] utf16 = ("\uFEFF" + PLAIN).getBytes(StandardCharsets.UTF_16LE);
    byte[] western =
        PLAIN.replace("Times", "Times th\u00e9 et").getBytes(Charset.forName("windows-1252"));
    return Stream.of(
        safe("remove-byte-order-mark", skill("tea-timer", "\uFEFF" + PLAIN), PLAIN),
        safe("remove-byte-order-mark", skill("tea-timer", "\uFEFF\uFEFF" + PLAIN), PLAIN),
        safe("write-utf-8", skill("tea-timer", utf16), PLAIN),
        proposal(
            "guess-encoding",
            skill("tea-timer", western),
            PLAIN.replace("Times", "Times th\u00e9 et")),
        proposal(
            "write-frontmatter",
            skill("tea-timer", "# Tea\n\nTimes **tea**, see [this](x).\n\nMore.\n"),
            "---\n"
                + "# Written by Satchel: the file had none. The name is the folder's, the"
                + " description the first paragraph.\n"
                + "name: tea-timer\n"
                + "description: Times tea, see this.\n"
                + "---\n"
                + "# Tea\n\n"
                + "Times **tea**, see [this](x).\n\n"
                + "More.\n"),
        safe(
            "unix-line-ends",
            skill("tea-timer", PLAIN.replace("\n", "\r\n")),
            "---\nname: tea-timer\ndescription: Times tea.\n---\n# Tea\r\n\r\nSteep it.\r\n"),
        proposal(
            "visible-line-ends",
            tea(NAME, "version:\u2028 1.0", DESCRIPTION),
            md(NAME, DESCRIPTION, "metadata:", "  version: '1.0'")),
        safe("bare-delimiter", skill("tea-timer", PLAIN.replaceFirst("---", "---  ")), PLAIN),
        safe(
            "frontmatter-first",
            skill("tea-timer", "<!-- Made by hand. -->\n\n" + PLAIN),
            md("# Made by hand.", NAME, DESCRIPTION)),
        safe(
            "frontmatter-first",
            skill("tea-timer", "# The tea timer\n\n" + PLAIN),
            md("# # The tea timer", NAME, DESCRIPTION)),
        proposal(
            "drop-fence-end",
            skill("tea-timer", "```yaml\n" + PLAIN.replace("---\n#", "---\n```\n\n#")),
            PLAIN.replace("---\n#", "---\n\n#")),
        safe(
            "close-frontmatter",
            skill(
                "tea-timer",
                "---\n" + NAME + "\n" + DESCRIPTION + "\n ---\n# Tea\n\nHot.\n\n---\n\nMore\n"),
            "---\n" + NAME + "\n" + DESCRIPTION + "\n---\n ---\n# Tea\n\nHot.\n\n---\n\nMore\n"),
        safe(
            "close-frontmatter",
            skill(
                "tea-timer", "---\n" + NAME + "\n\n# c\n" + DESCRIPTION + "\n\n# Tea\n\nSo: hot\n"),
            "---\n" + NAME + "\n\n# c\n" + DESCRIPTION + "\n---\n\n# Tea\n\nSo: hot\n"),
        safe(
            "close-frontmatter",
            skill("tea-timer", "---\n" + NAME + "\n" + DESCRIPTION + "\n\n# Tea\n"),
            "---\n" + NAME + "\n" + DESCRIPTION + "\n---\n\n# Tea\n"),
        safe(
            "close-frontmatter",
            skill(
                "tea-timer",
                "---\n"
                    + NAME
                    + "\n"
                    + DESCRIPTION
                    + "\n\n# Tea\n\nSteep it hot.\n\n---\n\nMore\n"),
            "---\n"
                + NAME
                + "\n"
                + DESCRIPTION
                + "\n---\n\n# Tea\n\nSteep it hot.\n\n---\n\nMore\n"),
        safe(
            "quote-value",
            tea(NAME, "description: Tea: it's timed"),
            md(NAME, "description: 'Tea: it''s timed'")),
        safe(
            "tabs-as-blanks",
            tea("name:\ttea-timer", DESCRIPTION + "\t", "metadata:", "\ta: b\t# c", "\tc: 'd\te'"),
            md(NAME, DESCRIPTION, "metadata:", "  a: b # c", "  c: 'd\te'")),
        safe(
            "quote-value", tea(NAME, "description: one\ttwo"), md(NAME, "description: 'one\ttwo'")),
        safe(
            "dedent-entry",
            tea("  " + NAME, "  # mine", DESCRIPTION),
            md(NAME, "# mine", DESCRIPTION)),
        safe("dedent-entry", tea(NAME, "  " + DESCRIPTION), PLAIN),
        safe(
            "quote-value",
            tea(NAME, "description: Tea: timed", "", "# A comment", "license: MIT"),
            md(NAME, "description: 'Tea: timed'", "# A comment", "license: MIT")),
        proposal(
            "join-lines",
            tea(
                NAME,
                "description: Times tea",
                "whenever: you like",
                "it is brewed",
                "license: MIT"),
            md(
                NAME,
                "description: Times tea",
                "license: MIT",
                "metadata:",
                "  whenever: 'you like it is brewed'")),
        safe("space-after-colon", tea("name:tea-timer", DESCRIPTION), PLAIN),
        safe("space-after-colon", tea(NAME, "description\uFF1ATimes tea."), PLAIN),
        safe(
            "text-before-entries",
            tea("Some words", NAME, DESCRIPTION),
            md("# Some words", NAME, DESCRIPTION)),
        safe(
            "frontmatter-as-lines",
            tea("{name: tea-timer, description: Times tea., version: '1'}"),
            md(NAME, DESCRIPTION, "metadata:", "  version: '1'")),
        safe("drop-repeated-key", tea(NAME, DESCRIPTION, NAME), md(DESCRIPTION, NAME)),
        proposal("drop-contradicting-key", tea(NAME, "description: Old.", DESCRIPTION), PLAIN),
        safe("key-case", tea("Name: tea-timer", DESCRIPTION), PLAIN));
  }

  static Stream<Case> fieldCases() {
    return Stream.of(
        safe(
            "allowed-tools-as-text",
            tea(NAME, DESCRIPTION, "allowed-tools:", "  - Read", "  - Bash(git add *)", "  - 'W'"),
            md(NAME, DESCRIPTION, "allowed-tools: 'Read Bash(git add *) W'")),
        safe(
            "allowed-tools-as-text",
            tea(NAME, DESCRIPTION, "allowed-tools: Read, Bash(git a, b)", "version: '1'"),
            md(
                NAME,
                DESCRIPTION,
                "allowed-tools: Read Bash(git a, b)",
                "metadata:",
                "  version: '1'")),
        safe("drop-empty-key", tea(NAME, DESCRIPTION, "compatibility:"), PLAIN),
        safe(
            "value-as-text",
            tea(NAME, DESCRIPTION, "compatibility: [git, node 18] # both"),
            md(NAME, DESCRIPTION, "compatibility: git, node 18 # both")),
        safe(
            "value-as-text",
            skill("2024", md("name: 2024", DESCRIPTION)),
            md("name: '2024'", DESCRIPTION)),
        proposal(
            "description-as-text",
            tea(NAME, "description: [tea] "),
            md(NAME, "description: '[tea]'")),
        safe(
            "write-literally",
            tea(NAME, "description: \"Times th\\u00e9 \\", "  today.\""),
            md(NAME, "description: 'Times th\u00e9 today.'")),
        safe(
            "plain-value",
            tea(NAME, "description: ! Times tea.", "license: &l MIT", "version: '1'"),
            md(NAME, DESCRIPTION, "license: MIT", "metadata:", "  version: '1'")),
        proposal(
            "reword-code",
            tea(NAME, "description: Finds \\x1b and \\u2014 in tea"),
            md(NAME, "description: Finds 0x1b and U+2014 in tea")),
        proposal(
            "cut-compatibility",
            tea(NAME, DESCRIPTION, "compatibility: Needs water. " + "Hot. ".repeat(100).strip()),
            md(
                NAME,
                DESCRIPTION,
                "compatibility: Needs water. " + "Hot. ".repeat(97).strip(),
                "metadata:",
                "  compatibility-full: Needs water. " + "Hot. ".repeat(100).strip())),
        safe(
            "plain-comment",
            tea(NAME, DESCRIPTION, "# \\x41 --- here", "compatibility:"),
            md(NAME, DESCRIPTION, "# /x41 -- here")));
  }

  static Stream<Case> metadataCases() {
    return Stream.of(
        safe(
            "move-key-to-metadata",
            tea(NAME, "version: 1.10", "tags: [hot, 'black tea']", DESCRIPTION),
            md(NAME, DESCRIPTION, "metadata:", "  version: '1.10'", "  tags: hot, black tea")),
        safe(
            "move-key-to-metadata",
            tea(
                NAME,
                DESCRIPTION,
                "metadata:",
                "    author: Ann # hers",
                "    # more",
                "notes: |",
                "  one",
                "",
                "  two",
                "depends-on:",
                "- a",
                "- b",
                "requires:",
                "  bins: [git]",
                "  deep: {x: yes}",
                "license: MIT"),
            md(
                NAME,
                DESCRIPTION,
                "metadata:",
                "    author: Ann # hers",
                "    # more",
                "    notes: |",
                "      one",
                "",
                "      two",
                "    depends-on: a, b",
                "    requires.bins: git",
                "    requires.deep.x: 'yes'",
                "license: MIT")),
        safe(
            "drop-copied-key",
            tea(NAME, DESCRIPTION, "version: '1'", "metadata:", "  version: '1'"),
            md(NAME, DESCRIPTION, "metadata:", "  version: '1'")),
        safe(
            "metadata-as-lines",
            tea(NAME, DESCRIPTION, "metadata: {a: x, b: {c: [d, e]}}", "version: '1'"),
            md(NAME, DESCRIPTION, "metadata:", "  a: x", "  b.c: d, e", "  version: '1'")),
        safe(
            "metadata-as-lines",
            tea(NAME, DESCRIPTION, "metadata: mine", "version: '1'"),
            md(NAME, DESCRIPTION, "metadata:", "  metadata: mine", "  version: '1'")),
        safe(
            "metadata-as-text",
            tea(NAME, DESCRIPTION, "metadata:", "  on: true", "  list:", "    - a", "  s: t"),
            md(NAME, DESCRIPTION, "metadata:", "  'on': 'true'", "  list: a", "  s: t")));
  }

  static Stream<Case> proseCases() {
    return Stream.of(
        safe("name-from-folder", tea(DESCRIPTION), md(NAME, DESCRIPTION)),
        proposal(
            "name-no-text",
            tea("name: {en: Tea Timer}", DESCRIPTION),
            md(NAME, DESCRIPTION, "metadata:", "  display-name: 'en: Tea Timer'")),
        proposal(
            "name-invented",
            skill("tea: timer", md(DESCRIPTION)),
            md("name: tea-timer", DESCRIPTION)),
        safe(
            "name-slug",
            skill("x", md("name: Tea_Timer 2.0", DESCRIPTION)),
            md("name: tea-timer-2-0", DESCRIPTION, "metadata:", "  display-name: Tea_Timer 2.0")),
        proposal(
            "name-rewritten",
            skill("x", md("name: git:tea", DESCRIPTION)),
            md("name: git-tea", DESCRIPTION, "metadata:", "  display-name: 'git:tea'")),
        proposal(
            "name-reserved-word",
            skill("x", md("name: claude-tea", DESCRIPTION)),
            md("name: tea", DESCRIPTION, "metadata:", "  display-name: claude-tea")),
        proposal(
            "name-built-in",
            skill("pdf", md("name: pdf", DESCRIPTION)),
            md("name: pdf-skill", DESCRIPTION, "metadata:", "  display-name: pdf")),
        proposal(
            "write-description",
            tea(NAME, "license: MIT"),
            md(NAME, "description: Steep it.", "license: MIT")),
        proposal(
            "reword-brackets",
            tea(NAME, "description: Maps <name> -> tea if > 5 cups and Span<T> >= 1"),
            md(
                NAME,
                "description: 'Maps [name] \u2192 tea if more than 5 cups and Span[T] \u2265 1'")),
        proposal(
            "cut-description",
            tea(NAME, "description: " + "Hot tea is good. ".repeat(70).strip()),
            md(NAME, "description: " + "Hot tea is good. ".repeat(58).strip())),
        proposal(
            "reword-dashes",
            tea(NAME, "description: Tea --- hot", "notes: a---b"),
            md(NAME, "description: 'Tea \u2014 hot'", "metadata:", "  notes: 'a\u2014b'")),
        proposal(
            "rewrite-frontmatter", tea(NAME, DESCRIPTION, "notes: " + "x".repeat(70_000)), PLAIN));
  }

  static Stream<Case> fileCases() {
    SkillFile lower = file("skill.md", PLAIN);
    String naming =
        PLAIN + "See [a](./my%20notes.md), `my notes.md` and sub/SKILL.md, xsub/SKILL.md\n";
    return Stream.of(
        safe("leave-out-junk", skill("tea-timer", PLAIN, file("a/.DS_Store")), PLAIN),
        safe(
            "leave-out-plugin-manifest",
            skill("tea-timer", PLAIN, file(".claude-plugin/plugin.json")),
            PLAIN),
        safe(
            "copy-linked-file",
            skill("tea-timer", PLAIN, link("a/b.md", "../c.md"), file("c.md")),
            PLAIN),
        proposal("leave-out-link", skill("tea-timer", PLAIN, link("a.md", "/etc/hosts")), PLAIN),
        safe("spell-skill-md", SkillFolder.of("tea-timer", List.of(lower)), PLAIN),
        proposal(
            "rename-inner-skill-md",
            skill("tea-timer", naming, file("sub/SKILL.md")),
            naming.replace(" sub/SKILL.md", " sub/sub-skill.md")),
        proposal(
            "rename-file",
            skill("tea-timer", naming, file("my notes.md")),
            naming.replace("my%20notes.md", "my-notes.md").replace("my notes.md", "my-notes.md")),
        proposal(
            "rename-same-but-case",
            skill("tea-timer", md(NAME, DESCRIPTION, "version: '1'"), file("A.txt"), file("a.txt")),
            md(NAME, DESCRIPTION, "metadata:", "  version: '1'")),
        safe("rename-folder", skill("tea", PLAIN), PLAIN));
  }
}
