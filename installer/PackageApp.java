import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Makes Satchel's application image: a Java runtime of its own (jlink), the program beside it
 * (jpackage), and the AOT cache that lets it start in half the time. Run by {@code mvn verify
 * -Pinstaller}, or by hand with a JDK 25: {@code java installer/PackageApp.java target VERSION TIME
 * true}, where TIME is that of the release, and true asks for packages as well.
 *
 * <p>The result is {@code target/installer/image/satchel} ({@code Satchel.app} on macOS), which can
 * be copied anywhere.
 */
public final class PackageApp {
  private static final String CACHE = "satchel.aot";
  private static final String SBOM = "sbom/satchel.cdx.json";
  private static final String NOTICES = "third-party/THIRD-PARTY.txt";
  private static final int TRAINING_MINUTES = 5;

  private final Path base;
  private final Path target;
  private final String version;
  private final FileTime time;
  private final Path work;
  private final boolean linux;
  private final boolean mac;
  private final boolean windows;

  private PackageApp(Path target, String version, Instant time) {
    this.base = target.toAbsolutePath().getParent();
    this.target = target.toAbsolutePath();
    this.version = version;
    this.time = FileTime.from(time);
    this.work = this.target.resolve("installer");
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    windows = system.startsWith("windows");
    mac = system.startsWith("mac");
    linux = !windows && !mac;
  }

  public static void main(String[] args) throws Exception {
    if (args.length != 4 || !args[3].matches("true|false")) {
      System.err.println("usage: java installer/PackageApp.java TARGET VERSION TIME true|false");
      System.exit(2);
    }
    PackageApp app = new PackageApp(Path.of(args[0]), args[1], Instant.parse(args[2]));
    Path image = app.image();
    if (args[3].equals("true")) {
      app.packages(image);
    }
  }

  private Path image() throws Exception {
    Path libraries = target.resolve("satchel/lib");
    if (!Files.isRegularFile(libraries.resolve("satchel.jar"))) {
      throw new IOException("There is no " + libraries + "/satchel.jar; run mvn package first");
    }
    delete(work);
    Files.createDirectories(work);
    Path runtime = link(libraries);
    Path image = wrap(libraries, runtime);
    Path app = appFolder(image);
    if (linux) {
      Files.writeString(image.resolve("bin/satchel"), launcher(app));
    }
    // The cache knows the jars by their times, and a package gives all files the time of the
    // release.
    for (Path jar : jars(app, false)) {
      Files.setLastModifiedTime(jar, time);
    }
    train(image, app);
    say("image", image);
    return image;
  }

  // ---- the runtime -----------------------------------------------------------------------------

  /** The JDK's modules and JavaFX, as jlink.conf at the top of the project says. */
  private Path link(Path libraries) throws IOException, InterruptedException {
    Path modules = Files.createDirectories(work.resolve("javafx"));
    Path runtime = work.resolve("runtime");
    List<Path> natives = new ArrayList<>();
    for (Path jar : jars(libraries, true)) {
      natives.addAll(
          withoutNatives(jar, modules.resolve(jar.getFileName()), work.resolve("natives")));
    }
    run(
        "jlink",
        List.of(
            "@" + base.resolve("jlink.conf"),
            "--module-path",
            modules.toString(),
            "--output",
            runtime.toString()));
    // Where the toolkit looks before it would unpack them into the person's home at every update.
    Path place = runtime.resolve(windows ? "bin" : "lib");
    for (Path one : natives) {
      Files.copy(one, place.resolve(one.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
    return runtime;
  }

  /** Copies a jar without the native libraries in it, which go into a folder. */
  private static List<Path> withoutNatives(Path jar, Path copy, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Path> natives = new ArrayList<>();
    copy(
        jar,
        copy,
        (name, content) -> {
          if (!name.matches("[^/]+\\.(so|dll|dylib)")) {
            return true;
          }
          Path file = folder.resolve(name);
          Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
          natives.add(file);
          return false;
        });
    return natives;
  }

  /** Decides whether an entry of a jar comes along; may take what is in it. */
  private interface Choice {
    boolean comesAlong(String name, InputStream content) throws IOException;
  }

  private static void copy(Path jar, Path copy, Choice choice) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (choice.comesAlong(entry.getName(), in)) {
          ZipEntry same = new ZipEntry(entry.getName());
          same.setTime(entry.getTime());
          out.putNextEntry(same);
          in.transferTo(out);
          out.closeEntry();
        }
      }
    }
  }

  /** The jars of JavaFX, or all others. */
  private static List<Path> jars(Path libraries, boolean javafx) throws IOException {
    try (Stream<Path> files = Files.list(libraries)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .filter(file -> file.getFileName().toString().startsWith("javafx-") == javafx)
          // The jars without a system in their name are empty.
          .filter(file -> !javafx || file.getFileName().toString().matches(".*-(linux|win|mac).*"))
          .sorted()
          .toList();
    }
  }

  // ---- the image -------------------------------------------------------------------------------

  private Path wrap(Path libraries, Path runtime) throws IOException, InterruptedException {
    Path input = Files.createDirectories(work.resolve("input"));
    for (Path jar : jars(libraries, false)) {
      Path copy = input.resolve(jar.getFileName());
      List<Pattern> leftOut = leftOut(jar.getFileName().toString());
      if (leftOut.isEmpty()) {
        Files.copy(jar, copy);
      } else {
        copy(
            jar, copy, (name, _) -> leftOut.stream().noneMatch(one -> one.matcher(name).matches()));
      }
    }
    for (Path file : List.of(base.resolve("LICENSE"), base.resolve("NOTICE"))) {
      Files.copy(file, input.resolve(file.getFileName()));
    }
    extras(input);
    if (mac) {
      Path content = Files.createDirectories(work.resolve("macos/Resources"));
      Files.copy(base.resolve("icons/document/skill.icns"), content.resolve("skill.icns"));
    }
    List<String> options = new ArrayList<>();
    options.add("@installer/launcher.args");
    options.add("@installer/" + systemFolder() + "/app-image.args");
    options.addAll(List.of("--app-version", version, "--input", input.toString()));
    options.addAll(List.of("--runtime-image", runtime.toString()));
    options.addAll(List.of("--dest", work.resolve("image").toString()));
    run("jpackage", options);
    return work.resolve("image").resolve(mac ? "Satchel.app" : windows ? "Satchel" : "satchel");
  }

  /** What the build says of the parts: their list for machines, and their notices for people. */
  private void extras(Path input) throws IOException {
    for (String name : List.of(SBOM, NOTICES)) {
      Path file = target.resolve(name);
      if (Files.exists(file)) {
        Files.copy(file, input.resolve(file.getFileName()));
      }
    }
  }

  private String systemFolder() {
    return windows ? "windows" : mac ? "macos" : "linux";
  }

  private Path appFolder(Path image) {
    return image.resolve(mac ? "Contents/app" : linux ? "lib/app" : "app");
  }

  /**
   * The script that starts Satchel on Linux. jpackage's own launcher asks rpm and dpkg at every
   * start whose file it is, which takes as long as Java itself.
   */
  private String launcher(Path app) throws IOException {
    String classPath =
        jars(app, false).stream()
            .map(jar -> jar.getFileName().toString())
            .sorted(
                (a, b) ->
                    a.equals("satchel.jar") ? -1 : b.equals("satchel.jar") ? 1 : a.compareTo(b))
            .map(name -> "$app/" + name)
            .collect(Collectors.joining(":"));
    return Files.readString(base.resolve("installer/linux/launcher.sh"))
        .replace("@OPTIONS@", String.join(" ", javaOptions()))
        .replace("@CACHE@", CACHE)
        .replace("@CLASSPATH@", classPath);
  }

  /** What left-out.txt says of a jar. */
  private List<Pattern> leftOut(String jar) throws IOException {
    String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86-64";
    String here = (windows ? "win32-" : mac ? "darwin-" : "linux-") + processor;
    return Files.readAllLines(base.resolve("installer/left-out.txt")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(" ", 2))
        .filter(line -> jar.startsWith(line[0]))
        .map(line -> Pattern.compile(line[1].replace("@NATIVE@", here)))
        .toList();
  }

  private List<String> javaOptions() throws IOException {
    String option = "--java-options ";
    return Files.readAllLines(base.resolve("installer/launcher.args")).stream()
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
      rehearsal.redirectErrorStream(true).redirectOutput(work.resolve("rehearsal.log").toFile());
      Process process = rehearsal.start();
      if (!process.waitFor(TRAINING_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException("The rehearsal did not end; see " + work.resolve("rehearsal.log"));
      }
      if (process.exitValue() != 0 || !Files.isRegularFile(cache)) {
        throw new IOException(
            "The rehearsal failed ("
                + process.exitValue()
                + "); see "
                + work.resolve("rehearsal.log"));
      }
      say("cache", cache);
      useCache(app);
    } finally {
      delete(home);
    }
  }

  /** In the settings of jpackage's launcher; the script for Linux looks for the cache itself. */
  private void useCache(Path app) throws IOException {
    Path settings = app.resolve((linux ? "satchel" : "Satchel") + ".cfg");
    String line = "java-options=-XX:AOTCache=$APPDIR/" + CACHE + System.lineSeparator();
    Files.writeString(
        settings, Files.readString(settings).stripTrailing() + System.lineSeparator() + line);
  }

  private Path starter(Path image) {
    return image.resolve(windows ? "Satchel.exe" : mac ? "Contents/MacOS/Satchel" : "bin/satchel");
  }

  // ---- packages --------------------------------------------------------------------------------

  /** What this system can build, into target/installer. */
  private void packages(Path image) throws IOException, InterruptedException {
    for (String type : windows ? List.of("msi") : mac ? List.of("dmg") : List.of("deb", "rpm")) {
      if (linux && !isThere(type.equals("deb") ? "dpkg-deb" : "rpmbuild")) {
        System.out.println(type + ": not built, its tools are not on this computer");
        continue;
      }
      Path made = work.resolve("jpackage-" + type);
      prepare(type);
      List<String> options = new ArrayList<>();
      options.add("@installer/" + systemFolder() + "/" + type + ".args");
      options.addAll(List.of("--app-version", version, "--app-image", image.toString()));
      options.addAll(List.of("--dest", made.toString()));
      run("jpackage", options);
      say(type, finished(type, made));
    }
  }

  /** What has to be there before jpackage is asked for a package. */
  private void prepare(String type) throws IOException, InterruptedException {
    if (type.equals("rpm")) {
      List<String> command = new ArrayList<>();
      command.add("installer/linux/lay-out.sh");
      command.addAll(papers());
      command.add(work.resolve("rpm-root").toString());
      call(command);
    } else if (type.equals("msi")) {
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      String main = "installer/windows/MainWxs.java";
      String registry = "installer/windows/registry.wxs";
      call(List.of(java, main, registry, work.resolve("windows").toString()));
    }
  }

  /**
   * Where the licence notices and the bill of materials are, for the scripts that take them along.
   */
  private List<String> papers() {
    List<String> papers = new ArrayList<>();
    if (Files.exists(target.resolve(NOTICES))) {
      papers.addAll(List.of("--third-party", target.resolve(NOTICES).toString()));
    }
    if (Files.exists(target.resolve(SBOM))) {
      papers.addAll(List.of("--sbom", target.resolve(SBOM).toString()));
    }
    return papers;
  }

  /** Moves what jpackage made to its place; the package for Debian is completed on the way. */
  private Path finished(String type, Path made) throws IOException, InterruptedException {
    Path file;
    try (Stream<Path> files = Files.list(made)) {
      file = files.filter(one -> one.toString().endsWith("." + type)).findFirst().orElseThrow();
    }
    Path result = work.resolve(file.getFileName());
    if (!type.equals("deb")) {
      return Files.move(file, result, StandardCopyOption.REPLACE_EXISTING);
    }
    List<String> command = new ArrayList<>();
    command.add("installer/linux/complete-deb.sh");
    command.addAll(papers());
    command.addAll(List.of(file.toString(), result.toString()));
    call(command);
    return result;
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  // ---- small things ----------------------------------------------------------------------------

  /** Runs a tool of the JDK that runs this, as a process: only so does it read argument files. */
  private void run(String tool, List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    command.addAll(arguments);
    call(command);
  }

  private void call(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(base.toFile()).inheritIO();
    Map<String, String> environment = builder.environment();
    environment.put("SOURCE_DATE_EPOCH", Long.toString(time.to(TimeUnit.SECONDS)));
    environment.put("SATCHEL_ROOT", work.resolve("rpm-root").toString());
    // It is taken apart again at once.
    environment.put("DPKG_DEB_COMPRESSOR_TYPE", "none");
    if (command.getFirst().endsWith("complete-deb.sh")) {
      environment.remove("DPKG_DEB_COMPRESSOR_TYPE");
    }
    int code = builder.start().waitFor();
    if (code != 0) {
      throw new IOException(command.getFirst() + " ended with " + code);
    }
  }

  private static void say(String what, Path where) throws IOException {
    try (Stream<Path> files = Files.walk(where)) {
      long bytes =
          files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
      System.out.printf(Locale.ROOT, "%s: %s (%,d bytes)%n", what, where, bytes);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
