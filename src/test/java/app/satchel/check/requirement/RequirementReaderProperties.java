package app.satchel.check.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RequirementReaderProperties {
  private static final RequirementReader READER = new RequirementReader();

  private static List<Requirement> read(String text) {
    return READER.readValue("compatibility", TextNode.valueOf(text));
  }

  @Property(tries = 400)
  void readsAnyText(@ForAll String text) {
    assertThat(read(text)).hasSizeLessThanOrEqualTo(RequirementReader.MOST_REQUIREMENTS);
  }

  @Property(tries = 1500)
  void readsAnyOrderOfItsOwnWords(@ForAll("sentences") String text) {
    for (Requirement requirement : read(text)) {
      assertThat(requirement.name()).isNotBlank();
      assertThat(text).contains(requirement.text().replace("…", ""));
      if (requirement.version() != null) {
        assertThat(requirement.version()).matches("([<>]=?|==|!=)\\d\\S*( ([<>]=?|!=)\\d\\S*)*");
      }
    }
  }

  @Property(tries = 300)
  void labelsAlternativesOnlyInGroups(@ForAll("sentences") String text) {
    read(text).stream()
        .filter(r -> r.anyOf() != null)
        .collect(Collectors.groupingBy(Requirement::anyOf))
        .values()
        .forEach(group -> assertThat(group).hasSizeGreaterThan(1));
  }

  @Provide
  Arbitrary<String> sentences() {
    return Arbitraries.of(
            "Requires",
            "Python",
            "3.10+",
            ">=",
            "2.0",
            "or",
            "and",
            ",",
            ".",
            ";",
            "(",
            ")",
            "no",
            "not",
            "optional",
            "required",
            "macOS",
            "Windows",
            "git",
            "`jq`",
            "CLI",
            "MCP",
            "server",
            "Stripe",
            "API key",
            "ACME_KEY",
            "for",
            "to",
            "with",
            "if available",
            "—",
            ":",
            "/",
            "pip install",
            "numpy",
            "foo-bar",
            "@a/b",
            "https://x.io",
            "v1.x",
            "3-4",
            "does not" + " support",
            "on",
            "the",
            "skill",
            "packages",
            "one of",
            "recommended",
            "\n",
            "\n- ")
        .list()
        .ofMaxSize(25)
        .map(words -> String.join(" ", words));
  }
}
