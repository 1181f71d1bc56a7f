import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The jars of the program: which there are, and copies with less in them. */
final class Jars {
  private Jars() {}

  /** Copies a jar without the native libraries in it, which go into a folder. */
  static List<Path> withoutNatives(Path jar, Path copy, Path folder) throws IOException {
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
  interface Choice {
    boolean comesAlong(String name, InputStream content) throws IOException;
  }

  static void copy(Path jar, Path copy, Choice choice) throws IOException {
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
  static List<Path> in(Path libraries, boolean javafx) throws IOException {
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
}
