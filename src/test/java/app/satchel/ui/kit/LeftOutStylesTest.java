package app.satchel.ui.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.css.Rule;
import javafx.css.Selector;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the build leaves out of the theme is what no window has. */
class LeftOutStylesTest {
  private static final Path LIST = Path.of("src/build/left-out-styles.txt");

  private static List<String[]> leftOut() throws IOException {
    try (Stream<String> lines = Files.lines(LIST)) {
      return lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" "))
          .toList();
    }
  }

  @Test
  void noneOfTheControlsIsUsed() throws Exception {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("app.satchel.ui");
    for (String[] one : leftOut()) {
      if (one.length > 1) {
        noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Class.forName(one[1]))
            .because("the build leaves the styles of " + one[0] + " out: see " + LIST)
            .check(classes);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsLeftOfTheThemeHasTheOtherControls(boolean dark) throws Exception {
    URL compiled = Theme.class.getResource("/app/satchel/ui/" + Theme.compiledBaseName(dark));
    assertThat(compiled).as("the build has made it").isNotNull();

    List<Rule> rules = Stylesheet.loadBinary(compiled).getRules();
    Set<String> selectors =
        rules.stream()
            .flatMap(rule -> rule.getSelectors().stream())
            .map(Selector::toString)
            .collect(Collectors.toSet());

    assertThat(selectors).anyMatch(text -> text.contains("*.button"));
    assertThat(selectors).anyMatch(text -> text.contains("*.tree-view"));
    assertThat(selectors).anyMatch(text -> text.contains("*.split-menu-button"));
    URL whole = Theme.class.getResource(Theme.base(dark));
    assertThat(rules).hasSizeLessThan(new CssParser().parse(whole).getRules().size() * 6 / 10);
  }
}
