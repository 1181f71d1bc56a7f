package app.satchel.skill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What holds for every file, however odd. */
class SkillMdProperties {

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "---",
            "---\n",
            "name: x",
            "description: a: b",
            "'",
            "\"",
            "[",
            "{",
            "}",
            "|",
            ">",
            "- ",
            "  ",
            "\t",
            "\n",
            "\r\n",
            "\r",
            ":",
            "#",
            "&a",
            "*a",
            "!t",
            "%",
            "@",
            "`",
            "...",
            "? ",
            "<<: ",
            "\uFEFF",
            "\u0000",
            "\u2028",
            "\uD83C",
            "\uD83C\uDF75",
            "\u8336",
            "text",
            "---\nname: a\n")
        .list()
        .ofMaxSize(25)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 600)
  void anyTextIsReadAndNothingOfItLost(@ForAll("texts") String text) {
    SkillMd md = SkillMd.parse(text);
    assertThat(md.text()).isEqualTo(text);
    assertThat(md.readText()).endsWith(md.body());
    assertThat(text).endsWith(md.body());
    assertThat(TextEdit.apply(md.text(), md.frontmatter().repairs())).isEqualTo(md.readText());
    md.frontmatter()
        .entries()
        .forEach(
            entry -> {
              assertThat(entry.start()).isBetween(md.frontmatter().start(), md.frontmatter().end());
              assertThat(entry.valueStart()).isBetween(entry.start(), entry.valueEnd());
              assertThat(entry.valueEnd()).isLessThanOrEqualTo(md.frontmatter().end());
              assertThat(entry.line()).isPositive();
            });
    md.name();
    md.description();
    md.firstParagraph();
    md.bodyLine();
    FrontmatterSyntax.marks(md);
  }

  @Property(tries = 300)
  void anyBytesAreReadAndNothingOfThemLost(@ForAll @Size(max = 200) byte[] bytes) {
    assertThat(SkillMd.parse(bytes).bytes()).isEqualTo(bytes);
  }

  /** A repair is good when nothing is left to repair. */
  @Property(tries = 600)
  void aRepairedTextIsReadStrictly(@ForAll("texts") String text) {
    SkillMd md = SkillMd.parse("---\nname: tea\n" + text.replace("---", "--") + "\n---\n");
    if (md.frontmatter().repaired() && !md.frontmatter().entries().isEmpty()) {
      SkillMd again = SkillMd.parse(md.readText().getBytes(StandardCharsets.UTF_8));
      if (again.text().equals(md.readText())) {
        assertThat(again.frontmatter().yamlError()).isNull();
        assertThat(again.frontmatter().root())
            .usingRecursiveComparison()
            .ignoringFields("entries")
            .isEqualTo(md.frontmatter().root());
      }
    }
  }

  @Property
  void aSlugIsPortableAndLosslessOnesKeepEveryLetter(@ForAll String name) {
    SkillName.slug(name).ifPresent(slug -> assertThat(SkillName.isPortable(slug)).isTrue());
    SkillName.losslessSlug(name)
        .ifPresent(
            slug -> {
              assertThat(SkillName.isPortable(slug)).isTrue();
              String letters = Pattern.compile("[^\\p{L}\\p{N}]").matcher(name).replaceAll("");
              assertThat(slug.replace("-", ""))
                  .isEqualTo(letters.toLowerCase(java.util.Locale.ROOT));
            });
  }

  @Property
  void aPortableNameIsItsOwnSlug(@ForAll("portable") String name) {
    assertThat(SkillName.isPortable(name)).isTrue();
    assertThat(SkillName.losslessSlug(name)).hasValue(name);
    assertThat(SkillName.slug(name)).hasValue(name);
  }

  @Provide
  Arbitrary<String> portable() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .numeric()
        .ofMinLength(1)
        .ofMaxLength(12)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(parts -> String.join("-", parts));
  }

  @Property
  void editsPutTheirWordsAndLeaveTheRest(@ForAll String text, @ForAll String put) {
    int middle = text.length() / 2;
    List<TextEdit> edits =
        List.of(new TextEdit(middle, text.length(), put, "b"), new TextEdit(0, 0, put, "a"));
    assertThat(TextEdit.apply(text, edits)).isEqualTo(put + text.substring(0, middle) + put);
  }
}
