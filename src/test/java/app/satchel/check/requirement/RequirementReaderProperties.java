package app.satchel.check.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.provider.CsvSource;

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

  /**
   * Words in no order seldom reach the rules that need two or three of them together: what ends
   * half-way, goes on as another sentence or has a sign too many comes from whole sentences.
   */
  @Property(tries = 6000, edgeCases = EdgeCasesMode.NONE)
  void readsWhatIsLeftOfSentences(@ForAll("spoilt") String text) {
    for (Requirement requirement : read(text)) {
      assertThat(requirement.name()).isNotBlank();
    }
  }

  @Provide
  Arbitrary<String> spoilt() {
    Arbitrary<String> whole = Arbitraries.of(written());
    Arbitrary<Character> sign =
        Arbitraries.of(
            ",;:()[]{}`\"'/|&+-—*?!.<>=~^@#$%\n".chars().mapToObj(c -> (char) c).toList());
    Arbitrary<Double> place = Arbitraries.doubles().between(0, 1);
    Arbitrary<String> joined =
        Combinators.combine(whole, whole, place, place)
            .as((a, b, end, start) -> a.substring(0, at(a, end)) + b.substring(at(b, start)));
    Arbitrary<String> words =
        Combinators.combine(whole, whole, place, place)
            .as((a, b, end, start) -> first(a, end) + " " + rest(b, start));
    Arbitrary<String> marked =
        Combinators.combine(Arbitraries.oneOf(whole, words), sign, place, sign, place)
            .as((text, one, here, two, there) -> with(with(text, one, here), two, there));
    return Arbitraries.oneOf(joined, words, marked);
  }

  /** Every sentence that some test of the reader has a reading for. */
  private static List<String> written() {
    return Stream.of(
            RequirementBesideTest.class,
            RequirementCompanyTest.class,
            RequirementHabitsTest.class,
            RequirementLabelsTest.class,
            RequirementListsTest.class,
            RequirementNamesTest.class,
            RequirementPhrasesTest.class,
            RequirementSentencesTest.class,
            RequirementStatementsTest.class,
            RequirementUsualWordsTest.class,
            RequirementWaysTest.class)
        .flatMap(test -> Arrays.stream(test.getDeclaredMethods()))
        .map(method -> method.getAnnotation(CsvSource.class))
        .filter(Objects::nonNull)
        .flatMap(rows -> rows.textBlock().lines())
        .map(row -> row.replaceFirst("\\|[^|]*$", "").strip())
        .filter(row -> !row.isEmpty())
        .toList();
  }

  private static int at(String text, double place) {
    return (int) (text.length() * place);
  }

  private static String first(String text, double place) {
    int space = text.indexOf(' ', at(text, place));
    return space < 0 ? text : text.substring(0, space);
  }

  private static String rest(String text, double place) {
    return text.substring(text.indexOf(' ', at(text, place)) + 1);
  }

  private static String with(String text, char sign, double place) {
    return new StringBuilder(text).insert(at(text, place), sign).toString();
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
