package app.satchel.check.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.skill.SkillMd;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DependencyReaderTest {
  private static List<DeclaredDependency> read(String frontmatter) {
    return DependencyReader.read(
        SkillMd.parse("---\nname: me\ndescription: d\n" + frontmatter + "\n---\nbody\n"));
  }

  private static List<String> needed(String frontmatter) {
    return read(frontmatter).stream()
        .filter(DeclaredDependency::needed)
        .map(DeclaredDependency::name)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "depends-on: [one-skill, two-skill]",
        "depends-on:\n  - one-skill\n  - two-skill",
        "depends-on: one-skill, two-skill",
        "depends-on: one-skill two-skill",
        "depends-on: \"one-skill, 'two-skill'\"",
        "depends-on: \"[one-skill, two-skill]\"",
        "depends-on: [one-skill, two-skill, one-skill, me]",
        "depends-on: [one-skill>=1.2, two-skill@1]",
        "depends-on: [one-skill (>= 2.0), \"two-skill ^3\"]",
        "depends-on:\n  one-skill: '1.0'\n  two-skill: '*'",
        "depends-on:\n  - name: one-skill\n    version: 1.0\n  - skill: two-skill",
        "depends_on: [one-skill, two-skill]",
        "dependsOn: [one-skill, two-skill]",
        "dependencies: [one-skill, two-skill]",
        "dependencies:\n  skills: [one-skill, two-skill]\n  python: [pandas]",
        "requires:\n  skills:\n    - one-skill\n    - two-skill\n  bins: [git]",
        "metadata:\n  depends-on: one-skill, two-skill",
        "metadata:\n  depends_on: [one-skill, two-skill]",
        "metadata:\n  dependencies: one-skill two-skill",
        "metadata:\n  requires:\n    skills: [one-skill, two-skill]",
        "metadata:\n  openclaw:\n    requires:\n      skills: [one-skill, two-skill]",
        "depends-on: [one-skill]\nmetadata:\n  depends-on: two-skill, one-skill",
        "depends-on: [python>=3.8, one-skill, pandas>=1.5.0, two-skill]",
        "related-skills: [one-skill]\ndepends-on: [one-skill, two-skill]",
        "depends-on:\n  - one-skill - for the tables\n  - two-skill",
        "depends-on:\n  - 'one-skill: for tables, and more'\n  - two-skill",
        "depends-on:\n  one-skill: {version: '>=1.0'}\n  two-skill: {version: 1}",
        "depends-on:\n  skills: {one-skill: '>=1.0', two-skill: 1}",
        "depends-on: one-skill >=1.0 two-skill >=2",
        "depends-on: [one-skill 1.2.0, two-skill v2]",
        "depends-on: one-skill v1.2 two-skill",
        "depends-on: ['one-skill: ^1.0', two-skill@main]",
        "depends-on: [one-skill@*, 'two-skill#v1']",
        "depends-on:\n  - one-skill, two-skill",
        "depends-on: [[one-skill, two-skill]]",
        "depends-on: |\n  - one-skill\n  - two-skill",
        "depends-on: [../one-skill, ./two-skill/]",
        "depends-on: one-skill、two-skill",
        "depends-on: [one-skill, 'When in doubt, ask somebody who knows.', two-skill]",
      })
  void everySpellingGivesTheSameNames(String frontmatter) {
    assertThat(needed(frontmatter)).containsExactlyInAnyOrder("one-skill", "two-skill");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "depends-on: []",
        "depends-on:",
        "depends-on: null",
        "depends-on: none",
        "depends-on: \"\"",
        "dependencies: \"None (prompt-only, no external tools required)\"",
        "dependencies: python>=3.8, pandas>=1.5.0",
        "dependencies: \"node>=18.0.0\"",
        "dependencies:\n  python: [pandas]\n  tools: [git]",
        "depends-on: me",
        "depends-on: false",
        "depends-on: true",
        "depends-on: 1.0",
        "depends-on: https://example.org/one-skill",
        "depends-on: Uses the pdf skill",
        "requires:\n  bins: [git]\n  env: [TOKEN]",
      })
  void whatIsNoSkillIsLeftOut(String frontmatter) {
    assertThat(read(frontmatter)).isEmpty();
  }

  @Test
  void namesKeepWhatStandsBeforeThem() {
    assertThat(
            needed("depends-on: ['@ada/tools/pdf', ada/tools/csv, office:mail, 'stats/mean@2.1']"))
        .containsExactly("@ada/tools/pdf", "ada/tools/csv", "office:mail", "stats/mean");
    assertThat(read("depends-on: office:mail").getFirst().skillName()).isEqualTo("mail");
  }

  @Test
  void anAddressOnGitHubNamesItsSkill() {
    assertThat(
            needed(
                "depends-on: ['https://github.com/ada/tools/tree/main/skills/pdf/',"
                    + " 'https://github.com/ada/tools/blob/main/skills/csv/SKILL.md']"))
        .containsExactly("ada/tools/pdf", "ada/tools/csv");
  }

  @Test
  void aNoteBehindTheNameIsItsReason() {
    assertThat(read("depends-on:\n  - one-skill - for the tables"))
        .extracting(DeclaredDependency::reason)
        .containsExactly("for the tables");
    assertThat(read("related_skills:\n  - name: one-skill\n    note: Fixes what is found"))
        .extracting(DeclaredDependency::reason)
        .containsExactly("Fixes what is found");
  }

  @Test
  void underAKeyForSkillsEvenTheNameOfAPackageIsASkills() {
    assertThat(read("depends-on: [docx, one-skill, pandas>=1.5]"))
        .extracting(one -> one.name() + " " + one.needed() + " " + one.certain())
        .containsExactly("docx true false", "one-skill true true");
    assertThat(read("required-skills: [docx]"))
        .extracting(DeclaredDependency::certain)
        .containsExactly(true);
  }

  @Test
  void whatIsNeededIsReadFirstAndACutIsSaid() {
    String related =
        String.join(
            ", ", java.util.stream.IntStream.range(0, 250).mapToObj(i -> "related-" + i).toList());
    DependencyReader.Names names =
        DependencyReader.names(
            SkillMd.parse(
                "---\nname: me\nrelated-skills: [" + related + "]\ndepends-on: one-skill\n---\n"));
    assertThat(names.names().getFirst().name()).isEqualTo("one-skill");
    assertThat(names.names()).hasSize(DependencyReader.MAX_NAMES);
    assertThat(names.complete()).isFalse();
  }

  @Test
  void fieldAndLineSayWhereItStands() {
    assertThat(read("metadata:\n  depends-on: one-skill"))
        .containsExactly(
            new DeclaredDependency("one-skill", "metadata.depends-on", true, true, 5, null));
    assertThat(read("requires:\n  skills: [one-skill]").getFirst().field())
        .isEqualTo("requires.skills");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "related-skills: [one-skill]",
        "related_skills: one-skill",
        "relatedSkills: one-skill",
        "metadata:\n  related-skills: one-skill",
        "metadata:\n  hermes:\n    related_skills: [one-skill]",
        "depends-on:\n  optional: [one-skill]",
        "depends-on: [one-skill (optional)]",
      })
  void relatedAndOptionalSkillsAreNotNeeded(String frontmatter) {
    assertThat(read(frontmatter))
        .singleElement()
        .matches(one -> one.name().equals("one-skill") && !one.needed());
  }

  @Test
  void aPackageMayHaveASkillOfItsNameBesideItButNeedsNone() {
    assertThat(read("dependencies: [torch, numpy]"))
        .hasSize(2)
        .noneMatch(DeclaredDependency::needed)
        .noneMatch(DeclaredDependency::certain);
    assertThat(read("prerequisites: [basic-skill, git>=2]"))
        .extracting(DeclaredDependency::name)
        .containsExactly("basic-skill");
  }

  @Test
  void aListThatHoldsPackagesCountsOnlyForWhatIsFound() {
    assertThat(read("dependencies: [openai-something, torch]"))
        .noneMatch(DeclaredDependency::certain)
        .filteredOn(DeclaredDependency::needed)
        .extracting(DeclaredDependency::name)
        .containsExactly("openai-something");
    assertThat(read("metadata:\n  requires: flowing"))
        .singleElement()
        .matches(one -> !one.certain());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Depends-On: [one-skill, two-skill]",
        "depend_on: [one-skill, two-skill]",
        "skill-dependencies: one-skill two-skill",
        "required-skill: [one-skill, two-skill]",
        "metadata:\n  requiresSkills: one-skill, two-skill",
      })
  void caseHyphensAndNumberDoNotMatter(String frontmatter) {
    assertThat(needed(frontmatter)).containsExactly("one-skill", "two-skill");
  }

  @Test
  void theTextTellsWhyAndNamesFurtherOnes() {
    SkillMd md =
        SkillMd.parse(
            """
            ---
            name: me
            depends-on: [one-skill]
            related-skills: [two-skill]
            ---
            # Me
            - `not-one` - outside of any such list

            ## See Also

            **Prerequisites:**
            - `one-skill` - Types and annotations
            - `three-skill` - Sessions

            **Related Skills:**
            - [two-skill](../two-skill/SKILL.md): Injection for sessions
            - **four-skill** — When you need it
            - `references/notes.md` - a file
            - Run it first

            ## Afterwards
            - `no-skill` - something else
            """);
    assertThat(DependencyReader.read(md))
        .extracting(one -> one.name() + " " + one.field() + " " + one.needed() + " " + one.reason())
        .containsExactly(
            "one-skill depends-on true Types and annotations",
            "two-skill related-skills false Injection for sessions",
            "three-skill Prerequisites: false Sessions",
            "four-skill Related Skills: false When you need it");
    assertThat(DependencyReader.read(md))
        .extracting(DeclaredDependency::certain)
        .containsExactly(true, true, false, false);
  }

  @Test
  void thousandsOfNamesAreBounded() {
    String many =
        "x-"
            + String.join(
                ", x-",
                java.util.stream.IntStream.range(0, 1_500).mapToObj(Integer::toString).toList());
    assertThat(needed("depends-on: " + many)).hasSize(DependencyReader.MAX_NAMES);
  }
}
