import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Measures how long the packaged window takes to be there, as a person sees it: from the start of
 * the process to the first picture in the middle of the screen. In turn with it, in the same run,
 * the same program without its AOT cache and, where there is one, a bare Chromium application
 * window with a static list. Also resident memory after a rest, and {@code satchel --version}.
 *
 * <p>{@code xvfb-run -s "-screen 0 1400x900x24" java installer/StartBench.java IMAGE [RUNS]}, where
 * IMAGE is {@code target/installer/image/satchel} or {@code /opt/satchel}. Nothing else may show on
 * the screen. Linux only.
 */
public final class StartBench {
  /** Where all windows have something to see, and an empty screen has nothing. */
  private static final Rectangle SEEN = new Rectangle(80, 190, 560, 24);

  private static final int COLOURS_OF_A_PICTURE = 4;
  private static final int POLL_MILLIS = 4;
  private static final int LONGEST_SECONDS = 60;
  private static final int REST_SECONDS = 10;
  private static final List<String> CHROMIUM =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private final Robot robot = new Robot();
  private final Path work = Files.createTempDirectory("start-bench");
  private final Map<String, double[]> times = new LinkedHashMap<>();
  private final Map<String, List<String>> commands = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> variables = new LinkedHashMap<>();
  private int profiles;

  private StartBench() throws Exception {}

  public static void main(String[] args) throws Exception {
    if (args.length < 1 || args.length > 2) {
      System.err.println("usage: java installer/StartBench.java IMAGE [RUNS]");
      System.exit(2);
    }
    new StartBench().measure(Path.of(args[0]), args.length == 2 ? Integer.parseInt(args[1]) : 10);
  }

  private void measure(Path image, int runs) throws Exception {
    String program = image.resolve("bin/satchel").toAbsolutePath().toString();
    Map<String, String> home = Map.of("SATCHEL_HOME", work.resolve("home").toString());
    add("satchel", List.of(program), home);
    Map<String, String> off = new LinkedHashMap<>(home);
    off.put("SATCHEL_JAVA_OPTS", "-XX:AOTMode=off");
    add("satchel without its cache", List.of(program), off);
    CHROMIUM.stream()
        .filter(path -> Files.isExecutable(Path.of(path)))
        .findFirst()
        .ifPresent(path -> add("chromium --app", chromium(path), Map.of()));
    commands.keySet().forEach(name -> times.put(name, new double[runs]));
    for (int run = -1; run < runs; run++) {
      for (String name : commands.keySet()) {
        double millis = start(name);
        if (run >= 0) {
          times.get(name)[run] = millis;
        }
      }
    }
    report();
    version(program, runs);
    memory();
  }

  private void add(String name, List<String> command, Map<String, String> environment) {
    commands.put(name, command);
    variables.put(name, environment);
  }

  private List<String> chromium(String path) {
    StringBuilder page = new StringBuilder("<!doctype html><title>List</title><h1>A list</h1><ul>");
    for (int i = 1; i <= 100; i++) {
      page.append("<li>Entry ").append(i).append(" of a static list, with a few words");
    }
    Path file = work.resolve("list.html");
    try {
      Files.writeString(file, page);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    // As a bare window: no first-run pages, nothing from the network, and not as root's sandbox
    // wants it.
    return List.of(
        path,
        "--no-sandbox",
        "--test-type",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-position=60,40",
        "--window-size=1280,820",
        "--app=" + file.toUri());
  }

  private Process run(String name) throws IOException {
    List<String> command = new ArrayList<>(commands.get(name));
    if (name.startsWith("chromium")) {
      command.add("--user-data-dir=" + work.resolve("profile" + profiles++));
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(variables.get(name));
    builder.redirectErrorStream(true).redirectOutput(work.resolve("output.txt").toFile());
    return builder.start();
  }

  private double start(String name) throws Exception {
    if (painted()) {
      throw new IllegalStateException("The screen is not empty");
    }
    long begin = System.nanoTime();
    Process process = run(name);
    await(true);
    double millis = (System.nanoTime() - begin) / 1e6;
    Thread.sleep(500);
    end(process);
    return millis;
  }

  private void await(boolean picture) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (painted() != picture) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("Waited in vain; see " + work.resolve("output.txt"));
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private void end(Process process) throws Exception {
    List<ProcessHandle> all = tree(process);
    all.forEach(ProcessHandle::destroy);
    for (ProcessHandle one : all) {
      one.onExit()
          .completeOnTimeout(null, 10, TimeUnit.SECONDS)
          .thenRun(one::destroyForcibly)
          .get();
    }
    await(false);
    Thread.sleep(300);
  }

  private static List<ProcessHandle> tree(Process process) {
    return Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
  }

  private boolean painted() {
    BufferedImage strip = robot.createScreenCapture(SEEN);
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < strip.getHeight(); y += 2) {
      for (int x = 0; x < strip.getWidth(); x += 2) {
        colours.add(strip.getRGB(x, y));
        if (colours.size() >= COLOURS_OF_A_PICTURE) {
          return true;
        }
      }
    }
    return false;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private void report() {
    double first = median(times.get("satchel"));
    times.forEach(
        (name, values) ->
            System.out.printf(
                Locale.ROOT,
                "%-28s first picture: median %5.0f ms, least %5.0f, most %5.0f; satchel is %.2f of"
                    + " it%n",
                name,
                median(values),
                Arrays.stream(values).min().orElse(0),
                Arrays.stream(values).max().orElse(0),
                first / median(values)));
  }

  private void version(String program, int runs) throws Exception {
    double[] values = new double[runs];
    for (int run = -1; run < runs; run++) {
      long begin = System.nanoTime();
      new ProcessBuilder(program, "--version")
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
      if (run >= 0) {
        values[run] = (System.nanoTime() - begin) / 1e6;
      }
    }
    System.out.printf(Locale.ROOT, "%-28s median %5.0f ms%n", "satchel --version", median(values));
  }

  private void memory() throws Exception {
    for (String name : commands.keySet()) {
      Process process = run(name);
      await(true);
      Thread.sleep(TimeUnit.SECONDS.toMillis(REST_SECONDS));
      long kilobytes = 0;
      long processor = 0;
      for (ProcessHandle one : tree(process)) {
        for (String line : Files.readAllLines(Path.of("/proc/" + one.pid() + "/smaps_rollup"))) {
          kilobytes += line.startsWith("Rss:") ? Long.parseLong(line.replaceAll("\\D", "")) : 0;
        }
        processor += one.info().totalCpuDuration().map(d -> d.toMillis()).orElse(0L);
      }
      Thread.sleep(TimeUnit.SECONDS.toMillis(REST_SECONDS));
      long later = 0;
      for (ProcessHandle one : tree(process)) {
        later += one.info().totalCpuDuration().map(d -> d.toMillis()).orElse(0L);
      }
      System.out.printf(
          Locale.ROOT,
          "%-28s resident after %d s: %d MB; processor in the %d s after that: %d ms%n",
          name,
          REST_SECONDS,
          kilobytes * 1024 / 1_000_000,
          REST_SECONDS,
          later - processor);
      end(process);
    }
  }
}
