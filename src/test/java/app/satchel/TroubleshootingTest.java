package app.satchel;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.display.Drawing;
import app.satchel.task.Cancellation;
import app.satchel.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/troubleshooting.md names is there. */
class TroubleshootingTest {
  private static final Path PAGE = Path.of("docs", "troubleshooting.md");
  private static final Pattern SWITCH = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");
  private static final Pattern VARIABLE = Pattern.compile("SATCHEL_[A-Z_]+");
  private static final Pattern CODE = Pattern.compile("(?m)^\\| `([a-z]+(?:-[a-z]+)+)` \\|");

  @TempDir Path home;

  private static String page() throws IOException {
    return Files.readString(PAGE);
  }

  private static Set<String> named(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(match.groupCount()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String help(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    new app.satchel.cli.Cli(
            Map.of("SATCHEL_HOME", home.toString()),
            new Properties(),
            (services, terms, call) -> 0,
            new Cancellation(),
            false)
        .execute(args, InputStream.nullInputStream(), stream, stream);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void everySwitchIsUnderstood() throws IOException {
    Set<String> switches = named(SWITCH, page());
    assertThat(switches).contains("--software-rendering", "--scale", "--debug", "--home");
    String help = help("--help") + help("doctor", "--help");
    assertThat(switches).allSatisfy(one -> assertThat(help).contains(one));
  }

  @Test
  void everyVariableIsRead() throws IOException {
    Set<String> variables = named(VARIABLE, page());
    assertThat(variables).contains(Drawing.SOFTWARE_VARIABLE, Drawing.SCALE_VARIABLE);
    String sources;
    try (Stream<Path> files =
        Stream.concat(Files.walk(Path.of("src/main/java")), Files.walk(Path.of("installer")))) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file));
      }
      sources = all.toString();
    }
    assertThat(variables).allSatisfy(one -> assertThat(sources).contains(one));
  }

  @Test
  void everyCodeOfAStartIsThereAndExplained() throws IOException {
    Set<String> explained = named(CODE, page());
    Set<String> codes = new TreeSet<>();
    String bundle =
        Files.readString(Path.of("src/main/resources/app/satchel/display/words.properties"));
    Pattern.compile("(?m)^problem\\.([a-z-]+)\\.what=")
        .matcher(bundle)
        .results()
        .forEach(match -> codes.add(match.group(1)));
    assertThat(codes).hasSizeGreaterThan(10);
    assertThat(explained).containsAll(codes);
    explained.removeAll(codes);
    // Of the log, not of a failure.
    assertThat(explained).containsExactly("blank-window");
    Words words = Words.of(Drawing.class);
    assertThat(codes)
        .allSatisfy(code -> assertThat(words.text("problem." + code + ".what")).isNotBlank());
  }

  @Test
  void theReadmeLeadsHere() throws IOException {
    assertThat(Files.readString(Path.of("README.md"))).contains("docs/troubleshooting.md");
  }
}
