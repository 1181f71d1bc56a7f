package app.satchel.check.requirement;

import static app.satchel.check.requirement.Readings.json;
import static app.satchel.check.requirement.Readings.lines;
import static app.satchel.check.requirement.Readings.prose;
import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.skill.SkillMd;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementReaderTest {
  private static final RequirementReader READER = new RequirementReader();

  @Test
  void readsTheModelCase() {
    assertThat(
            prose(
                "SQLAlchemy 2.0+, Python 3.10+. Async requires asyncpg (PostgreSQL) or aiosqlite."))
        .isEqualTo(
            "package sqlalchemy >=2.0; runtime python >=3.10;"
                + " package asyncpg conditional /a; package aiosqlite conditional /a");
  }

  @Test
  void keepsTheAuthorsSentence() {
    List<Requirement> read =
        READER.readValue(
            "compatibility", TextNode.valueOf("Python 3.10+. Charts need matplotlib."));
    assertThat(read)
        .extracting(Requirement::text)
        .containsExactly("Python 3.10+", "Charts need matplotlib");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Python 3.11 or newer | runtime python >=3.11
          Python >=3.9, <3.13 | runtime python >=3.9 <3.13
          python3.12+ | runtime python >=3.12
          node@20 | runtime node >=20
          Node.js 18-22 | runtime node >=18 <=22
          Vue 3.x | package vue >=3 <4
          Claude Code v2.1.x | agent claude-code >=2.1 <2.2
          Requires terraform ~> 1.6 | tool terraform >=1.6 <2
          Ruby ^3.2 | runtime ruby >=3.2 <4
          ffmpeg 5.0+ (6.0+ recommended) | tool ffmpeg >=5.0; tool ffmpeg >=6.0 optional
          Requires the az CLI (>= 2.50) | tool az >=2.50
          Node 18 or earlier | runtime node <=18
          """)
  void readsVersions(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires git; optional: fzf and bat | tool git; tool fzf optional; tool bat optional
          Python 3.10+ recommended | runtime python >=3.10 optional
          Uses ripgrep and fd if available | tool rg optional; tool fd optional
          Some exports need pandoc | tool pandoc conditional
          export.py requires pillow | package pillow conditional
          The bundled scripts require jq | tool jq
          Works best with Docker | tool docker optional
          Requires Node.js for optional previews | runtime node conditional
          Does not support Windows | os windows excluded
          macOS or Linux; Windows is not supported | os macos /a; os linux /a; os windows excluded
          No network access or API keys are needed | ''
          Requires Python 3.9+, no third-party packages | runtime python >=3.9
          """)
  void readsLevels(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires npm, yarn, or pnpm | tool npm /a; tool yarn /a; tool pnpm /a
          Requires git and gh or glab | tool git; tool gh /a; tool glab /a
          Optional s3fs/gcsfs | package s3fs optional /a; package gcsfs optional /a
          Windows, macOS, Linux | os windows /a; os macos /a; os linux /a
          Claude Code + Codex | agent claude-code /a; agent codex /a
          One of: Stripe MCP, PayPal MCP | mcp stripe /a; mcp paypal /a
          Requires Docker (or Podman) | tool docker /a; tool podman /a
          Runs on any POSIX system | os linux /a; os macos /a
          """)
  void readsAlternatives(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires the acme CLI | tool acme
          Requires GitHub CLI (gh) | tool gh
          Requires an Acme Cloud account | credential acme-cloud
          Requires a Stripe API key (STRIPE_KEY) | credential STRIPE_KEY
          Requires ACME_TOKEN and internet access | credential ACME_TOKEN; network internet
          Requires the Acme Docs MCP server | mcp acme-docs
          Requires the `tidy-notes` skill | skill tidy-notes
          Requires @acme/kit | package @acme/kit
          Install: pip install frobnicate | package frobnicate
          Install via npm install -g acme-cli-kit or use npx acme-cli-kit | package acme-cli-kit
          Requires Python 3.10+, acme-widgets | runtime python >=3.10; package acme-widgets
          NVIDIA GPU with CUDA 12+ | hardware gpu; runtime cuda >=12
          Git history is helpful | ''
          For people who like Python programmers | ''
          Portable core only | ''
          any agent | ''
          """)
  void readsKinds(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @Test
  void readsTypedKeys() throws IOException {
    assertThat(
            json(
                "metadata.openclaw.requires",
                "{'bins':['git','python3'],'anyBins':['npm','pnpm'],'env':['A_KEY'],'mcp':['rube'],'skills':['x-y']}"
                    .replace('\'', '"')))
        .isEqualTo(
            "tool git; runtime python; tool npm /a; tool pnpm /a; credential A_KEY; mcp rube;"
                + " skill x-y");
  }

  @Test
  void readsMapsOfVersionsAndFlags() throws IOException {
    assertThat(
            json(
                "dependencies",
                "{'python':'3.10','vue':'^3.4','acme-lib':'~0.1.6','node':false}"
                    .replace('\'', '"')))
        .isEqualTo("runtime python >=3.10; package vue >=3.4 <4; package acme-lib >=0.1.6 <0.2");
    assertThat(json("compatibility", "{\"os\":\"linux\",\"network\":\"internet\"}"))
        .isEqualTo("os linux; network internet");
    assertThat(json("compatibility", "{\"requires\":[{\"cli\":\"gh\",\"description\":\"x\"}]}"))
        .isEqualTo("tool gh");
    assertThat(json("requires", "{\"optional\":{\"bins\":[\"jq\"]}}"))
        .isEqualTo("tool jq optional");
  }

  @Test
  void readsLists() throws IOException {
    assertThat(json("platforms", "[\"darwin\",\"linux\"]")).isEqualTo("os macos /a; os linux /a");
    assertThat(json("platforms", "[\"claude-code\",\"cursor\"]"))
        .isEqualTo("agent claude-code /a; agent cursor /a");
    assertThat(json("prerequisites", "[\"tidy-notes\"]")).isEqualTo("skill tidy-notes");
    assertThat(json("requires", "[\"python3\",\"jq (optional)\"]"))
        .isEqualTo("runtime python; tool jq optional");
    assertThat(json("dependencies", "[\"torch\",\"ray[train]>=2\"]"))
        .isEqualTo("package torch; package ray >=2");
    assertThat(json("dependencies", "\"none\"")).isEmpty();
    assertThat(json("compatibility", "null")).isEmpty();
  }

  @Test
  void readsASkillFromAllItsPlacesOnce() {
    SkillMd skill =
        SkillMd.parse(
            """
            ---
            name: sample
            description: A sample.
            compatibility: Requires git and Python 3.10+.
            metadata:
              openclaw:
                os: [linux, darwin]
                requires:
                  bins: [git, jq]
                  env: [SAMPLE_TOKEN]
            ---
            Body
            """);
    assertThat(lines(READER.read(skill)))
        .isEqualTo(
            "tool git; runtime python >=3.10; os linux /a; os macos /a; tool jq;"
                + " credential SAMPLE_TOKEN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [sql-basics, 'python>=3.8']            | runtime python >=3.8
          'python>=3.8, numpy>=1.20, sql-basics' | runtime python >=3.8; package numpy >=1.20
          [python]                               | runtime python
          [docker, 'sql-basics>=1.2', git]       | ''
          {python: '>=3.8', sql-basics: '^1'}    | runtime python >=3.8
          See the python and docker skills       | ''
          """)
  void readsWhatIsNoSkillInAListOfSkills(String value, String expected) {
    SkillMd skill =
        SkillMd.parse(
            """
            ---
            name: sample
            description: A sample.
            depends-on: %s
            ---
            """
                .formatted(value));
    assertThat(lines(READER.read(skill))).isEqualTo(expected);
  }

  @Test
  void lettersTheGroupsOfDifferentFieldsApart() {
    SkillMd skill =
        SkillMd.parse(
            """
            ---
            name: sample
            description: A sample.
            compatibility: Requires npm or pnpm.
            requires:
              anyBins: [gh, glab]
            ---
            """);
    assertThat(lines(READER.read(skill)))
        .isEqualTo("tool npm /a; tool pnpm /a; tool gh /b; tool glab /b");
  }

  @Test
  void cutsWhatNobodyWouldRead() throws IOException {
    String huge = "Requires git. ".repeat(800_000);
    assertThat(READER.readValue("compatibility", TextNode.valueOf(huge))).hasSize(1);
    String names =
        java.util.stream.IntStream.range(0, 100_000)
            .mapToObj(i -> "\"tool" + i + "\"")
            .collect(Collectors.joining(",", "[", "]"));
    List<Requirement> many =
        READER.readValue("requires", new ObjectMapper().readTree("{\"bins\":" + names + "}"));
    assertThat(many).hasSize(RequirementReader.MOST_REQUIREMENTS);
    assertThat(many).allMatch(r -> r.kind() == Kind.TOOL && r.text().length() < 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "git (", "a/", "git or ", "`", "\"", "--", "[", "v1.", "@a/"})
  void survivesWhatIsRepeatedWithoutEnd(String part) {
    assertThat(prose(part.repeat(20_000))).hasSizeLessThan(20_000);
  }

  @Test
  void survivesDeepNesting() throws IOException {
    String deep = "[".repeat(400) + "\"git\"" + "]".repeat(400);
    assertThat(json("requires", deep)).isEmpty();
  }
}
