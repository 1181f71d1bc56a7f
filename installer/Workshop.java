import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Where Satchel's image and packages are put together, and with which tools.
 *
 * @param base top of the project
 * @param target what Maven has built
 * @param work what is made here
 * @param version of the program
 * @param time of the release, which every file gets
 * @param system that this runs on, and that the image is for
 */
record Workshop(Path base, Path target, Path work, String version, FileTime time, Family system) {
  /** Families of systems; the name of each is that of its folder. */
  enum Family {
    LINUX,
    MACOS,
    WINDOWS;

    String folder() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Workshop in(Path target, String version, FileTime time) {
    Path whole = target.toAbsolutePath();
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    Family system =
        name.startsWith("windows")
            ? Family.WINDOWS
            : name.startsWith("mac") ? Family.MACOS : Family.LINUX;
    return new Workshop(
        whole.getParent(), whole, whole.resolve("installer"), version, time, system);
  }

  boolean linux() {
    return system == Family.LINUX;
  }

  boolean mac() {
    return system == Family.MACOS;
  }

  boolean windows() {
    return system == Family.WINDOWS;
  }

  /** Runs a tool of the JDK that runs this, as a process: only so does it read argument files. */
  void run(String tool, List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    command.addAll(arguments);
    call(command);
  }

  void call(List<String> command) throws IOException, InterruptedException {
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

  static void say(String what, Path where) throws IOException {
    try (Stream<Path> files = Files.walk(where)) {
      long bytes =
          files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
      System.out.printf(Locale.ROOT, "%s: %s (%,d bytes)%n", what, where, bytes);
    }
  }

  static void delete(Path folder) throws IOException {
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
