import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes Satchel's application image: a Java runtime of its own (jlink), the program beside it
 * (jpackage), and the AOT cache that lets it start in half the time. Run by {@code mvn verify
 * -Pinstaller}, or by hand with a JDK 25: {@code java installer/PackageApp.java target VERSION TIME
 * true}, where TIME is that of the release, and true asks for packages as well. The other files of
 * the program stand beside this one; Java compiles them as it comes to them.
 *
 * <p>The result is {@code target/installer/image/satchel} ({@code Satchel.app} on macOS), which can
 * be copied anywhere.
 */
public final class PackageApp {
  private static final String CACHE = "satchel.aot";
  static final String SBOM = "sbom/satchel.cdx.json";
  static final String NOTICES = "third-party/THIRD-PARTY.txt";
  private static final int TRAINING_MINUTES = 5;

  private final Workshop workshop;

  private PackageApp(Workshop workshop) {
    this.workshop = workshop;
  }

  public static void main(String[] args) throws Exception {
    if (args.length != 4 || !args[3].matches("true|false")) {
      System.err.println("usage: java installer/PackageApp.java TARGET VERSION TIME true|false");
      System.exit(2);
    }
    FileTime time = FileTime.from(Instant.parse(args[2]));
    Workshop workshop = Workshop.in(Path.of(args[0]), args[1], time);
    Path image = new PackageApp(workshop).image();
    if (args[3].equals("true")) {
      new Packages(workshop).make(image);
    }
  }

  private Path image() throws Exception {
    Path libraries = workshop.target().resolve("satchel/lib");
    if (!Files.isRegularFile(libraries.resolve("satchel.jar"))) {
      throw new IOException("There is no " + libraries + "/satchel.jar; run mvn package first");
    }
    Workshop.delete(workshop.work());
    Files.createDirectories(workshop.work());
    Path runtime = link(libraries);
    Path image = wrap(libraries, runtime);
    Path app = appFolder(image);
    if (workshop.linux()) {
      Files.writeString(image.resolve("bin/satchel"), launcher(app));
    }
    // The cache knows the jars by their times, and a package gives all files the time of the
    // release.
    for (Path jar : Jars.in(app, false)) {
      Files.setLastModifiedTime(jar, workshop.time());
    }
    train(image, app);
    Workshop.say("image", image);
    return image;
  }

  // ---- the runtime -----------------------------------------------------------------------------

  /** The JDK's modules and JavaFX, as jlink.conf at the top of the project says. */
  private Path link(Path libraries) throws IOException, InterruptedException {
    Path modules = Files.createDirectories(workshop.work().resolve("javafx"));
    Path runtime = workshop.work().resolve("runtime");
    List<Path> natives = new ArrayList<>();
    for (Path jar : Jars.in(libraries, true)) {
      natives.addAll(
          Jars.withoutNatives(
              jar, modules.resolve(jar.getFileName()), workshop.work().resolve("natives")));
    }
    workshop.run(
        "jlink",
        List.of(
            "@" + workshop.base().resolve("jlink.conf"),
            "--module-path",
            modules.toString(),
            "--output",
            runtime.toString()));
    // Where the toolkit looks before it would unpack them into the person's home at every update.
    Path place = runtime.resolve(workshop.windows() ? "bin" : "lib");
    for (Path one : natives) {
      Files.copy(one, place.resolve(one.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
    return runtime;
  }

  // ---- the image -------------------------------------------------------------------------------

  private Path wrap(Path libraries, Path runtime) throws IOException, InterruptedException {
    Path input = Files.createDirectories(workshop.work().resolve("input"));
    for (Path jar : Jars.in(libraries, false)) {
      Path copy = input.resolve(jar.getFileName());
      List<Pattern> leftOut = leftOut(jar.getFileName().toString());
      if (leftOut.isEmpty()) {
        Files.copy(jar, copy);
      } else {
        Jars.copy(
            jar, copy, (name, _) -> leftOut.stream().noneMatch(one -> one.matcher(name).matches()));
      }
    }
    for (Path file :
        List.of(workshop.base().resolve("LICENSE"), workshop.base().resolve("NOTICE"))) {
      Files.copy(file, input.resolve(file.getFileName()));
    }
    extras(input);
    if (workshop.mac()) {
      Path content = Files.createDirectories(workshop.work().resolve("macos/Resources"));
      Files.copy(
          workshop.base().resolve("icons/document/skill.icns"), content.resolve("skill.icns"));
    }
    List<String> options = new ArrayList<>();
    options.add("@installer/launcher.args");
    options.add("@installer/" + workshop.system().folder() + "/app-image.args");
    options.addAll(List.of("--app-version", workshop.version(), "--input", input.toString()));
    options.addAll(List.of("--runtime-image", runtime.toString()));
    options.addAll(List.of("--dest", workshop.work().resolve("image").toString()));
    workshop.run("jpackage", options);
    return workshop
        .work()
        .resolve("image")
        .resolve(workshop.mac() ? "Satchel.app" : workshop.windows() ? "Satchel" : "satchel");
  }

  /** What the build says of the parts: their list for machines, and their notices for people. */
  private void extras(Path input) throws IOException {
    for (String name : List.of(SBOM, NOTICES)) {
      Path file = workshop.target().resolve(name);
      if (Files.exists(file)) {
        Files.copy(file, input.resolve(file.getFileName()));
      }
    }
  }

  private Path appFolder(Path image) {
    return image.resolve(workshop.mac() ? "Contents/app" : workshop.linux() ? "lib/app" : "app");
  }

  /**
   * The script that starts Satchel on Linux. jpackage's own launcher asks rpm and dpkg at every
   * start whose file it is, which takes as long as Java itself.
   */
  private String launcher(Path app) throws IOException {
    String classPath =
        Jars.in(app, false).stream()
            .map(jar -> jar.getFileName().toString())
            .sorted(
                (a, b) ->
                    a.equals("satchel.jar") ? -1 : b.equals("satchel.jar") ? 1 : a.compareTo(b))
            .map(name -> "$app/" + name)
            .collect(Collectors.joining(":"));
    return Files.readString(workshop.base().resolve("installer/linux/launcher.sh"))
        .replace("@OPTIONS@", String.join(" ", javaOptions()))
        .replace("@CACHE@", CACHE)
        .replace("@CLASSPATH@", classPath);
  }

  /** What left-out.txt says of a jar. */
  private List<Pattern> leftOut(String jar) throws IOException {
    String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86-64";
    String here =
        (workshop.windows() ? "win32-" : workshop.mac() ? "darwin-" : "linux-") + processor;
    return Files.readAllLines(workshop.base().resolve("installer/left-out.txt")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(" ", 2))
        .filter(line -> jar.startsWith(line[0]))
        .map(line -> Pattern.compile(line[1].replace("@NATIVE@", here)))
        .toList();
  }

  private List<String> javaOptions() throws IOException {
    String option = "--java-options ";
    return Files.readAllLines(workshop.base().resolve("installer/launcher.args")).stream()
        .filter(line -> line.startsWith(option))
        .map(line -> line.substring(option.length()))
        .toList();
  }

  // ---- the cache -------------------------------------------------------------------------------

  /** Runs the program as it will be installed through its main screens, without a display. */
  private void train(Path image, Path app) throws IOException, InterruptedException {
    Path cache = app.resolve(CACHE);
    Path home = Files.createTempDirectory("satchel-rehearsal");
    try {
      ProcessBuilder rehearsal = new ProcessBuilder(starter(image).toString());
      Map<String, String> environment = rehearsal.environment();
      environment.put("SATCHEL_HOME", home.toString());
      environment.put("HOME", home.resolve("person").toString());
      environment.remove("DISPLAY");
      environment.remove("_JAVA_OPTIONS");
      environment.put(
          "JAVA_TOOL_OPTIONS",
          "-XX:AOTCacheOutput="
              + cache
              // Methods that were hot in the rehearsal would be compiled before the first frame.
              + " -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining"
              + " -Dsatchel.rehearsal=true"
              + " -Dglass.platform=Headless -Dprism.order=sw");
      rehearsal
          .redirectErrorStream(true)
          .redirectOutput(workshop.work().resolve("rehearsal.log").toFile());
      Process process = rehearsal.start();
      if (!process.waitFor(TRAINING_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException(
            "The rehearsal did not end; see " + workshop.work().resolve("rehearsal.log"));
      }
      if (process.exitValue() != 0 || !Files.isRegularFile(cache)) {
        throw new IOException(
            "The rehearsal failed ("
                + process.exitValue()
                + "); see "
                + workshop.work().resolve("rehearsal.log"));
      }
      Workshop.say("cache", cache);
      useCache(app);
    } finally {
      Workshop.delete(home);
    }
  }

  /** In the settings of jpackage's launcher; the script for Linux looks for the cache itself. */
  private void useCache(Path app) throws IOException {
    Path settings = app.resolve((workshop.linux() ? "satchel" : "Satchel") + ".cfg");
    String line = "java-options=-XX:AOTCache=$APPDIR/" + CACHE + System.lineSeparator();
    Files.writeString(
        settings, Files.readString(settings).stripTrailing() + System.lineSeparator() + line);
  }

  private Path starter(Path image) {
    return image.resolve(
        workshop.windows()
            ? "Satchel.exe"
            : workshop.mac() ? "Contents/MacOS/Satchel" : "bin/satchel");
  }
}
