package app.satchel.skill;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.skill.Frontmatter.Presence;
import app.satchel.skill.FrontmatterValue.Entry;
import app.satchel.skill.FrontmatterValue.Kind;
import app.satchel.skill.FrontmatterValue.Mapping;
import app.satchel.skill.FrontmatterValue.Scalar;
import app.satchel.skill.FrontmatterValue.Sequence;
import app.satchel.skill.FrontmatterValue.Style;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SkillMdTest {
  private static final String TEXT =
      """
      ---
      name: tea-timer
      description: >-
        Times
        tea.
      tags: [hot, 'black tea']
      requires:
        bins:
          - kettle
      ---
      # Tea

      Steep *it*
      well.
      """;

  @Test
  void readsEntriesWithTheirPlaces() {
    SkillMd md = SkillMd.parse(TEXT);
    Frontmatter frontmatter = md.frontmatter();
    assertThat(frontmatter.presence()).isEqualTo(Presence.PRESENT);
    assertThat(frontmatter.firstLine()).isEqualTo(2);
    assertThat(frontmatter.yamlError()).isNull();
    assertThat(md.name()).hasValue("tea-timer");
    assertThat(md.description()).hasValue("Times tea.");
    assertThat(frontmatter.entries())
        .extracting(entry -> entry.key() + "@" + entry.line())
        .containsExactly("name@2", "description@3", "tags@6", "requires@7");
    Entry name = frontmatter.entry("name").orElseThrow();
    assertThat(md.readText().substring(name.start(), name.valueEnd())).isEqualTo("name: tea-timer");
    assertThat(frontmatter.value("tags").orElseThrow())
        .isInstanceOfSatisfying(
            Sequence.class,
            list -> {
              assertThat(list.flow()).isTrue();
              assertThat(list.asText()).isEqualTo("hot, black tea");
            });
    assertThat(frontmatter.text("requires")).hasValue("bins: kettle");
  }

  @Test
  void bodyStartsAfterTheClosingLine() {
    SkillMd md = SkillMd.parse(TEXT);
    assertThat(md.body()).startsWith("# Tea\n").endsWith("well.\n");
    assertThat(md.bodyLine()).isEqualTo(11);
    assertThat(md.firstParagraph()).hasValue("Steep *it* well.");
  }

  @ParameterizedTest
  @CsvSource({
    "1.10, 1.10, DECIMAL",
    "0123, 0123, INTEGER",
    "yes, yes, BOOLEAN",
    "2026-01-01, 2026-01-01, TIMESTAMP",
    "~, '', NULL",
    "'''1.10''', 1.10, STRING",
    "plain, plain, STRING"
  })
  void scalarsKeepTheTextTheirAuthorWrote(String written, String text, Kind kind) {
    SkillMd md = SkillMd.parse("---\nversion: " + written + "\n---\n");
    assertThat(md.frontmatter().value("version").orElseThrow())
        .isInstanceOfSatisfying(
            Scalar.class,
            scalar -> {
              assertThat(scalar.text()).isEqualTo(text);
              assertThat(scalar.kind()).isEqualTo(kind);
            });
  }

  @Test
  void knowsHowAScalarIsWritten() {
    SkillMd md = SkillMd.parse("---\na: x\nb: 'x'\nc: \"x\"\nd: |\n  x\ne: >\n  x\n---\n");
    assertThat(md.frontmatter().entries())
        .extracting(entry -> ((Scalar) entry.value()).style())
        .containsExactly(
            Style.PLAIN, Style.SINGLE_QUOTED, Style.DOUBLE_QUOTED, Style.LITERAL, Style.FOLDED);
  }

  @Test
  void placesCountCharsAlsoAfterAnEmoji() {
    SkillMd md = SkillMd.parse("---\na: \uD83C\uDF75\nname: tea\n---\n");
    Entry name = md.frontmatter().entry("name").orElseThrow();
    assertThat(md.readText().substring(name.valueStart(), name.valueEnd())).isEqualTo("tea");
  }

  @Test
  void readsThroughByteOrderMarkAndWindowsLineEnds() {
    byte[] bytes = ("\uFEFF" + TEXT.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
    SkillMd md = SkillMd.parse(bytes);
    assertThat(md.encoding()).isEqualTo(SkillMd.Encoding.UTF_8_BOM);
    assertThat(md.name()).hasValue("tea-timer");
    assertThat(md.description()).hasValue("Times tea.");
    assertThat(md.bytes()).isEqualTo(bytes);
    assertThat(md.body()).startsWith("# Tea\r\n");
  }

  @Test
  void readsUtf16AndShowsWhatIsNoTextAtAll() {
    SkillMd wide = SkillMd.parse(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE));
    assertThat(wide.encoding()).isEqualTo(SkillMd.Encoding.UTF_16);
    assertThat(wide.name()).hasValue("tea-timer");
    SkillMd broken = SkillMd.parse(new byte[] {'a', (byte) 0xE9, 'b'});
    assertThat(broken.encoding()).isEqualTo(SkillMd.Encoding.MALFORMED);
    assertThat(broken.text()).isEqualTo("a\uFFFDb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n\n", "<!-- ours -->\n", "<!--\nours\n-->\n", "```\n"})
  void findsAFrontmatterThatComesLate(String before) {
    SkillMd md = SkillMd.parse(before + TEXT);
    assertThat(md.frontmatter().presence()).isEqualTo(Presence.LATE);
    assertThat(md.name()).hasValue("tea-timer");
  }

  @Test
  void takesNoRulerForAFrontmatter() {
    assertThat(presence("# Tea\n\n---\nname: x\n---\n")).isEqualTo(Presence.ABSENT);
    assertThat(presence("\n---\nsome words\n---\n")).isEqualTo(Presence.ABSENT);
    assertThat(presence("--- # x\nname: x\n---\n")).isEqualTo(Presence.ABSENT);
    assertThat(presence("")).isEqualTo(Presence.ABSENT);
  }

  @Test
  void takesTheEntriesOfOneThatIsNeverClosed() {
    SkillMd md = SkillMd.parse("---\nname: tea\ndescription: Times\n  tea\n\n# Tea\n");
    assertThat(md.frontmatter().presence()).isEqualTo(Presence.UNTERMINATED);
    assertThat(md.description()).hasValue("Times tea");
    assertThat(md.body()).isEqualTo("\n# Tea\n");
  }

  @Test
  void hyphensInsideAValueDoNotCloseIt() {
    SkillMd md = SkillMd.parse("---\nname: tea\ndescription: a --- b\n--- \n# Tea\n");
    assertThat(md.description()).hasValue("a --- b");
    assertThat(md.body()).isEqualTo("# Tea\n");
  }

  @Test
  void duplicateKeysAreKeptAndTheLastCounts() {
    SkillMd md = SkillMd.parse("---\nname: a\nname: b\nx:\n  y: 1\n  y: 2\n---\n");
    assertThat(md.frontmatter().duplicateKeys()).containsExactly("name");
    assertThat(md.name()).hasValue("b");
    Mapping nested = (Mapping) md.frontmatter().value("x").orElseThrow();
    assertThat(nested.entries()).hasSize(2);
  }

  @Test
  void tagsMakeNoObjectsAndAnchorsAreNoted() {
    SkillMd object = SkillMd.parse("---\na: !!javax.script.ScriptEngineManager [x]\n---\n");
    assertThat(object.frontmatter().yamlError()).isNotNull();
    assertThat(object.frontmatter().text("a")).hasValue("!!javax.script.ScriptEngineManager [x]");

    SkillMd md = SkillMd.parse("---\na: !mine x\nb: &c d\ne: *c\n---\n");
    assertThat(md.frontmatter().text("a")).hasValue("x");
    assertThat(md.frontmatter().text("e")).hasValue("d");
    assertThat(FrontmatterSyntax.marks(md))
        .extracting(mark -> mark.kind() + "@" + mark.line())
        .containsExactly("FOREIGN_TAG@2", "ANCHOR@3", "ALIAS@4");
  }

  @Test
  void aliasesCannotBeMadeToExplode() {
    StringBuilder yaml = new StringBuilder("---\nname: tea\na0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      yaml.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
    }
    SkillMd md = SkillMd.parse(yaml + "---\n# Tea\n");
    assertThat(md.frontmatter().yamlError()).isNotNull();
    assertThat(md.name()).hasValue("tea");
  }

  @Test
  void depthIsBounded() {
    SkillMd md = SkillMd.parse("---\nname: tea\nx: " + "[".repeat(5000) + "\n---\n");
    assertThat(md.frontmatter().yamlError()).isNotNull();
    assertThat(md.name()).hasValue("tea");
  }

  @Test
  void firstParagraphPassesOverWhatIsNoProse() {
    String body = "# Title\n\n```\ncode\n```\n| a |\n\n> Quoted\n\nLast.\n";
    assertThat(SkillMd.parse(body).firstParagraph()).hasValue("> Quoted");
    assertThat(SkillMd.parse("# Only\n").firstParagraph()).isEmpty();
    assertThat(SkillMd.parse("description: Times tea.\n").firstParagraph()).hasValue("Times tea.");
  }

  @Test
  void sameBytesAreTheSameFile() {
    assertThat(SkillMd.parse(TEXT)).isEqualTo(SkillMd.parse(TEXT.getBytes(StandardCharsets.UTF_8)));
    assertThat(List.of(SkillMd.parse(TEXT))).doesNotContain(SkillMd.parse(TEXT + "\n"));
  }

  private static Presence presence(String text) {
    return SkillMd.parse(text).frontmatter().presence();
  }
}
