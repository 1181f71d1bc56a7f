package app.satchel.check.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.requirement.Requirement.Level;
import app.satchel.check.requirement.Requirement.Place;
import app.satchel.skill.SkillMd;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read from a skill's own sections of prerequisites. */
class TextSectionsTest {
  private final RequirementReader reader = new RequirementReader();

  private List<Requirement> mentioned(String text) {
    SkillMd skill = SkillMd.parse(text);
    return reader.readText(skill, reader.read(skill));
  }

  private List<String> names(String body) {
    return mentioned("---\nname: me\n---\n" + body).stream().map(Requirement::name).toList();
  }

  @Test
  void readsListsTablesParagraphsAndInstallCommands() {
    assertThat(
            names(
                """
                ## Prerequisites

                - Python 3.10+ and [pandas](https://example.org)
                - **Docker** installed
                1. An `ACME_TOKEN` environment variable

                | Tool | What for |
                | --- | --- |
                | ffmpeg | Sound |

                You also need Node.js 18.

                ```bash
                # get the rest
                pip install polars
                ls -la
                ```
                """))
        .containsExactly("python", "pandas", "docker", "ACME_TOKEN", "ffmpeg", "node", "polars");
  }

  @Test
  void readsNothingElsewhere() {
    assertThat(
            names(
                """
                # Requirements for Docker
                Use Python 3.12 and docker.

                ```
                ## Prerequisites
                - git
                ```

                ## Prerequisites
                Nothing.

                ## Usage
                - Run ffmpeg.
                """))
        .isEmpty();
  }

  @Test
  void saysWhereItStandsAndKeepsTheAuthorsWords() {
    Requirement git =
        mentioned("---\nname: me\n---\n# Me\n\n## Requirements\n\n- git 2.30+\n").getFirst();
    assertThat(git.place()).isEqualTo(new Place("Requirements", 8));
    assertThat(git.text()).isEqualTo("git 2.30+");
    assertThat(git.version()).isEqualTo(">=2.30");
  }

  @Test
  void whatIsDeclaredIsNotSaidAgain() {
    assertThat(
            mentioned(
                "---\nname: me\ncompatibility: Python 3.10+, git\n---\n"
                    + "## Prerequisites\n- Python\n- git 2.30+\n- jq\n"))
        .extracting(Requirement::name)
        .containsExactly("git", "jq");
  }

  @Test
  void optionalPartsAreOptional() {
    assertThat(
            mentioned(
                "---\nname: me\n---\n## Prerequisites\n- git\n### Optional\n- jq\n"
                    + "## Optional dependencies\n- ffmpeg\n"))
        .extracting(Requirement::level)
        .containsExactly(Level.REQUIRED, Level.OPTIONAL, Level.OPTIONAL);
  }

  @Test
  void hugeSectionsAreBounded() {
    String many = "- Requires git and jq\n".repeat(100_000);
    assertThat(names("## Prerequisites\n" + many)).hasSizeLessThanOrEqualTo(2);
  }
}
