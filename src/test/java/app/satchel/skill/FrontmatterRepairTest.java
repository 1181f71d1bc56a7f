package app.satchel.skill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What real files get wrong in their YAML, and how it is read nevertheless. */
class FrontmatterRepairTest {

  private static SkillMd read(String... lines) {
    return SkillMd.parse("---\n" + String.join("\n", lines) + "\n---\n# Body\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "Use when: it rains ~ Use when: it rains",
        "@home alone ~ @home alone",
        "*all* of it ~ *all* of it",
        "%done ~ %done",
        "[a] and more ~ [a] and more",
        "'a' and 'b' ~ 'a' and 'b'",
        "\"a\" or b ~ \"a\" or b",
        "\"never closed ~ \"never closed",
        "> text on the line: of the block ~ text on the line: of the block",
        "it's 5: o'clock ~ it's 5: o'clock"
      })
  void aBrokenValueIsReadAsItsText(String value, String expected) {
    SkillMd md = read("name: tea", "description: " + value, "license: MIT");
    assertThat(md.frontmatter().yamlError()).isNotNull();
    assertThat(md.frontmatter().repaired()).isTrue();
    assertThat(md.description()).hasValue(expected);
    assertThat(md.name()).hasValue("tea");
    assertThat(md.frontmatter().text("license")).hasValue("MIT");
  }

  @Test
  void theErrorSaysTheLineAndTheFileStaysAsItIs() {
    SkillMd md = read("name: tea", "description: a: b");
    assertThat(md.frontmatter().yamlError().line()).isEqualTo(3);
    assertThat(md.text()).contains("description: a: b\n");
    assertThat(md.readText()).contains("description: 'a: b'\n");
    assertThat(md.description()).hasValue("a: b");
    assertThat(md.body()).isEqualTo("# Body\n");
  }

  @Test
  void aFineEntryBesideABrokenOneIsNotTouched() {
    SkillMd md = read("name:   \"tea\"", "x: {a: [1, 2]}", "description: a: b", "z: |", "  k: v");
    assertThat(md.readText()).isEqualTo(md.text().replace("a: b\n", "'a: b'\n"));
    assertThat(md.frontmatter().repairs()).hasSize(1);
  }

  @Test
  void aMissingBlankAfterTheColonIsAdded() {
    SkillMd md = read("name:tea", "description:Times tea: well");
    assertThat(md.name()).hasValue("tea");
    assertThat(md.description()).hasValue("Times tea: well");
    assertThat(md.frontmatter().repairs().getFirst().reason()).isEqualTo("space-after-colon");
  }

  @Test
  void aUrlIsNoMissingBlank() {
    assertThat(read("homepage: https://example.org", "name: tea").frontmatter().repaired())
        .isFalse();
  }

  @Test
  void nestedValuesAreQuotedOneByOne() {
    SkillMd md = read("name: tea", "triggers:", "  - use: when: it rains", "  - @home", "  - ok");
    assertThat(md.frontmatter().text("triggers")).hasValue("use: when: it rains, @home, ok");
    assertThat(md.name()).hasValue("tea");
  }

  @Test
  void linesBeforeTheFirstEntryBecomeComments() {
    SkillMd md = read("just words", "name: tea");
    assertThat(md.name()).hasValue("tea");
    assertThat(md.readText()).contains("# just words\n");
  }

  @Test
  void aValueOverSeveralLinesBecomesOne() {
    SkillMd md = read("name: tea", "description: Use: it", "  when: brewing", "license: MIT");
    assertThat(md.description()).hasValue("Use: it when: brewing");
  }

  @Test
  void linesAreThoseOfTheFileAsPublished() {
    SkillMd md = read("name: tea", "description: Use: it", "  when: brewing", "license: MIT");
    assertThat(md.frontmatter().entry("license").orElseThrow().line()).isEqualTo(5);
  }

  @Test
  void controlCharactersAreLeftOut() {
    SkillMd md = read("\u0007 odd", "name: tea", "description: a\u0007b: c");
    assertThat(md.description()).hasValue("ab: c");
    assertThat(md.name()).hasValue("tea");
  }
}
