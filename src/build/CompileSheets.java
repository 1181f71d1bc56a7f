import app.satchel.ui.kit.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/**
 * Makes two binary style sheets for light and two for dark: one of all the window's, and one of the
 * theme below them without the controls that the window does not have (left-out-styles.txt).
 * Reading all of them as they are is a tenth of the time until the window is there. Run by the
 * build with the class path of the program; the arguments are this file, the folder to write to,
 * and the list of what is left out.
 */
public final class CompileSheets {
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

  /** Rules do not nest in the toolkit's CSS. */
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{[^{}]*}");

  /** Tells a process that it is one of several tries. */
  private static final String AGAIN = "satchel.sheets.again";

  private static final int MOST_TRIES = 60;
  private static final int WRONG_WAY_ROUND = 75;

  private CompileSheets() {}

  public static void main(String[] args) throws Exception {
    if (!Set.of("a", "b").iterator().next().equals("a")) {
      System.exit(Boolean.getBoolean(AGAIN) ? WRONG_WAY_ROUND : again(args));
    }
    Path folder = Path.of(args[1]);
    Pattern leftOut = leftOut(Path.of(args[2]));
    for (boolean dark : new boolean[] {false, true}) {
      String window =
          Theme.sheets(dark).stream().map(CompileSheets::read).collect(Collectors.joining("\n"));
      compile(window, folder.resolve(Theme.compiledName(dark)));
      String base = read(Theme.class.getResource(Theme.base(dark)).toString());
      compile(without(leftOut, base), folder.resolve(Theme.compiledBaseName(dark)));
    }
  }

  /**
   * Java turns its sets of two round in every other process, and the toolkit writes a selector's
   * two style classes as they come; but two builds are to give the same bytes. In another process
   * they stand the right way round; {@value #MOST_TRIES} without would mean another Java. (For the
   * same reason the build has Java give all objects one hash code.)
   *
   * @return the exit code of the last
   */
  private static int again(String[] args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-D" + AGAIN + "=true");
    command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    command.add(args[0]);
    command.addAll(List.of(args));
    int code = WRONG_WAY_ROUND;
    for (int i = 0; code == WRONG_WAY_ROUND && i < MOST_TRIES; i++) {
      code = new ProcessBuilder(command).inheritIO().start().waitFor();
    }
    return code;
  }

  private static Pattern leftOut(Path list) throws IOException {
    try (Stream<String> lines = Files.lines(list)) {
      return Pattern.compile(
          lines
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> Pattern.quote(line.split(" ")[0]))
              .collect(Collectors.joining("|", "\\.(?:", ")(?![\\w-])")));
    }
  }

  /** A rule goes when each of its selectors is about something that is left out. */
  private static String without(Pattern leftOut, String sheet) {
    return RULE.matcher(COMMENT.matcher(sheet).replaceAll(""))
        .results()
        .filter(rule -> !List.of(rule.group(1).split(",")).stream().allMatch(leftOut.asPredicate()))
        .map(MatchResult::group)
        .collect(Collectors.joining("\n"));
  }

  private static String read(String address) {
    try (InputStream in = URI.create(address).toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void compile(String sheet, Path target) throws IOException {
    if (sheet.contains("url(")) {
      throw new IllegalStateException(
          target + ": the place of this build would be written into it");
    }
    Path text = Files.createTempFile("satchel-", ".css");
    try {
      Files.writeString(text, sheet);
      Stylesheet.convertToBinary(text.toFile(), target.toFile());
    } finally {
      Files.delete(text);
    }
  }
}
