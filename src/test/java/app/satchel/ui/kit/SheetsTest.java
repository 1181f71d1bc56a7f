package app.satchel.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.css.Declaration;
import javafx.css.Rule;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.Test;

/** Colours stand in the token files alone, and sizes come from a few steps. */
class SheetsTest {
  private static final Path SHEETS = Path.of("src/main/resources/app/satchel/ui");
  private static final Path SOURCES = Path.of("src/main/java");

  private static final Pattern COLOUR =
      Pattern.compile(
          "#[0-9A-Fa-f]{3,8}\\b|\\b(rgba?|hsba?|hsla?|ladder|derive|linear-gradient"
              + "|radial-gradient)\\s*\\(");

  /** Names of colours in a value; {@code transparent} is none. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)(color|fill|stroke):[^;]*\\b(black|white|red|green|blue|gr[ae]y|yellow|orange)\\b");

  private static final Pattern JAVA_COLOUR =
      Pattern.compile(
          "\"#[0-9A-Fa-f]{3,8}\\b|\\bColor\\.(?!TRANSPARENT\\b)[A-Za-z]+|\\bnew Color\\("
              + "|\\brgba?\\(|-fx-[a-z-]*(color|fill|stroke)");

  /** The look's steps of type: code and badges, secondary, text, headings, titles. */
  private static final Set<String> TYPE =
      Set.of("11", "12", "13", "14", "15", "16", "17", "18", "20", "22", "25");

  private static List<Path> sheets() throws IOException {
    try (Stream<Path> files = Files.walk(SHEETS)) {
      return files.filter(file -> file.toString().endsWith(".css")).sorted().toList();
    }
  }

  private static boolean tokens(Path sheet) {
    return sheet.getFileName().toString().startsWith("tokens-");
  }

  private static List<String> find(List<Path> files, Pattern... patterns) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      String text = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "");
      for (Pattern pattern : patterns) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
          found.add(file + ": " + matcher.group());
        }
      }
    }
    return found;
  }

  @Test
  void noSheetButTheTokensKnowsAColour() throws Exception {
    List<Path> others = sheets().stream().filter(sheet -> !tokens(sheet)).toList();
    assertThat(find(others, COLOUR, NAMED)).isEmpty();
  }

  @Test
  void noClassKnowsAColour() throws Exception {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Path> classes = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(find(classes, JAVA_COLOUR)).isEmpty();
    }
  }

  @Test
  void bothThemesNameTheSameTokensAndEachIsUsed() throws Exception {
    Set<String> light = Tokens.of("light").values().keySet();
    assertThat(light).isEqualTo(Tokens.of("dark").values().keySet());
    List<Path> others = sheets().stream().filter(sheet -> !tokens(sheet)).toList();
    Set<String> used =
        find(others, Pattern.compile("-satchel-[a-z0-9-]+")).stream()
            .map(hit -> hit.substring(hit.indexOf("-satchel-") + "-satchel-".length()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(used).isEqualTo(new TreeSet<>(light));
  }

  @Test
  void everySheetIsWorn() throws Exception {
    Set<String> worn = new TreeSet<>();
    for (boolean dark : new boolean[] {false, true}) {
      for (String sheet : Theme.sheets(dark)) {
        worn.add(sheet.substring(sheet.indexOf("/app/satchel/ui/")));
      }
    }
    Set<String> there =
        sheets().stream()
            .map(file -> "/app/satchel/ui/" + SHEETS.relativize(file).toString().replace('\\', '/'))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(worn).isEqualTo(there);
  }

  @Test
  void typeComesInTheStepsOfTheLook() throws Exception {
    List<String> odd =
        find(sheets(), Pattern.compile("-fx-font-size:\\s*[^;]+")).stream()
            .filter(hit -> !hit.endsWith("inherit"))
            .filter(hit -> !TYPE.contains(hit.replaceAll(".*:\\s*([0-9.]+)(px)?$", "$1")))
            .toList();
    assertThat(odd).isEmpty();
  }

  /** The build makes one binary sheet of all; it must say what they say, in their order. */
  @Test
  void theCompiledSheetSaysTheSame() throws IOException {
    for (boolean dark : new boolean[] {false, true}) {
      URL compiled = Theme.class.getResource("/app/satchel/ui/" + Theme.compiledName(dark));
      assertThat(compiled).as("made by the build, phase process-classes").isNotNull();
      List<Rule> rules = new ArrayList<>();
      for (String sheet : Theme.sheets(dark)) {
        rules.addAll(new CssParser().parse(URI.create(sheet).toURL()).getRules());
      }
      Stylesheet binary = Stylesheet.loadBinary(compiled);
      assertThat(binary.getRules())
          .extracting(Rule::getSelectors)
          .isEqualTo(rules.stream().map(Rule::getSelectors).toList());
      assertThat(binary.getRules())
          .extracting(rule -> properties(rule))
          .isEqualTo(rules.stream().map(rule -> properties(rule)).toList());
    }
  }

  private static List<String> properties(Rule rule) {
    return rule.getDeclarations().stream().map(Declaration::getProperty).toList();
  }
}
