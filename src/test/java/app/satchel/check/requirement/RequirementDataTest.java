package app.satchel.check.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.requirement.Requirement.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The shape of the data files: what goes out of date is data, with the day it was true. */
class RequirementDataTest {
  /** Groups of words that say something about a word besides its role. */
  private static final Set<String> SORTS = Set.of("part", "whole", "wholeLast", "availability");

  private static JsonNode data(String file) throws IOException {
    try (InputStream in = RequirementReader.class.getResourceAsStream(file)) {
      return new ObjectMapper().readTree(in);
    }
  }

  @Test
  void theVocabularyIsDatedAndWellFormed() throws IOException {
    JsonNode data = data("vocabulary.json");
    assertThat(LocalDate.parse(data.path("updated").asText())).isBeforeOrEqualTo(LocalDate.now());
    Set<String> kinds = Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.toSet());
    data.path("terms")
        .properties()
        .forEach(
            group -> {
              assertThat(kinds).contains(group.getKey());
              assertTerms(group.getValue(), group.getKey());
            });
    data.path("packages")
        .properties()
        .forEach(group -> assertTerms(group.getValue(), group.getKey()));
    for (String section : List.of("words", "heads", "install")) {
      data.path(section)
          .properties()
          .forEach(
              group ->
                  group
                      .getValue()
                      .forEach(
                          phrase ->
                              assertThat(phrase.asText())
                                  .isNotBlank()
                                  .isEqualTo(phrase.asText().strip().toLowerCase())));
    }
  }

  private static void assertTerms(JsonNode lines, String group) {
    Set<String> names = new HashSet<>();
    for (JsonNode line : lines) {
      String[] aliases = line.asText().split("\\|", -1);
      assertThat(aliases).as(group).allMatch(alias -> !alias.isBlank());
      assertThat(names.add(aliases[0])).as(group + " twice: " + aliases[0]).isTrue();
      assertThat(aliases[0]).as(group).doesNotContain(" ");
    }
  }

  /** A phrase in two places has one meaning in the reading and another in the eyes of a reader. */
  @Test
  void noPhraseIsListedTwiceOrHasTwoRoles() throws IOException {
    JsonNode data = data("vocabulary.json");
    Map<String, String> roles = new HashMap<>();
    for (String section : List.of("words", "heads", "install")) {
      for (var group : data.path(section).properties()) {
        Set<String> phrases = new HashSet<>();
        for (JsonNode phrase : group.getValue()) {
          String text = phrase.asText();
          assertThat(phrases.add(text)).as(group.getKey() + " twice: " + text).isTrue();
          if (!SORTS.contains(group.getKey())) {
            assertThat(roles.put(text, group.getKey())).as("two roles: " + text).isNull();
          }
        }
      }
    }
    data.properties().stream()
        .filter(group -> group.getValue().isArray())
        .forEach(
            group ->
                assertThat(group.getValue())
                    .as(group.getKey())
                    .extracting(JsonNode::asText)
                    .doesNotHaveDuplicates());
  }

  @Test
  void everyPhraseOfTheSentencesHasARole() throws IOException {
    Set<String> known =
        Set.of(
            "need",
            "needPart",
            "use",
            "usePart",
            "prefer",
            "required",
            "optional",
            "optionally",
            "ifAvailable",
            "onlyFor",
            "skipped",
            "fallback",
            "not",
            "excludes",
            "unsupported",
            "verified",
            "provided",
            "oneOf",
            "and",
            "or",
            "with",
            "but",
            "for",
            "condition",
            "availability",
            "to",
            "preposition",
            "copula",
            "orLater",
            "atMost",
            "atLeast",
            "rename",
            "onPath",
            "glue",
            "generic",
            "part",
            "whole",
            "wholeLast");
    data("vocabulary.json")
        .path("words")
        .fieldNames()
        .forEachRemaining(group -> assertThat(known).contains(group));
  }

  @Test
  void theToolsAreDatedAndNeverAShell() throws IOException {
    JsonNode data = data("tools.json");
    assertThat(LocalDate.parse(data.path("updated").asText())).isBeforeOrEqualTo(LocalDate.now());
    ToolData tools = ToolData.load();
    Vocabulary vocabulary = Vocabulary.load();
    assertThat(tools.probes()).hasSizeGreaterThan(100);
    tools
        .probes()
        .forEach(
            (name, probe) -> {
              assertThat(probe.commands()).as(name).isNotEmpty().allMatch(Executables::isPlain);
              assertThat(probe.arguments())
                  .as(name)
                  .isNotEmpty()
                  .doesNotContain("-c", "-e", "--eval", "exec", "run");
              assertThat(vocabulary.terms(name).stream().map(Term::name))
                  .as("a probe for a name that no reading gives")
                  .contains(name);
            });
  }

  @Test
  void thePlacesAreAbsolute() {
    ToolData tools = ToolData.load();
    for (Surroundings.SystemKind system : Surroundings.SystemKind.values()) {
      assertThat(tools.places(system))
          .allMatch(p -> p.startsWith("/") || p.startsWith("~/") || p.startsWith("%"));
    }
    tools
        .standIns()
        .forEach(
            standIn -> assertThat(standIn.needs()).isNotEmpty().allMatch(p -> p.startsWith("/")));
  }

  @Test
  void everyManagerHasItsCommand() {
    ToolData tools = ToolData.load();
    for (Surroundings.SystemKind system : Surroundings.SystemKind.values()) {
      assertThat(tools.managers(system)).allMatch(m -> tools.installCommand(m).isPresent());
    }
  }
}
