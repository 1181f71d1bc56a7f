package app.satchel.markdown;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.Assumptions;

/** Material that lies beside the repository, when it is there. */
public final class Shared {
  private Shared() {}

  /** A shared file; the test is left out, with a sentence, when it is not there. */
  public static Path file(String name) {
    Path path = Path.of(System.getProperty("satchel.shared", "../shared")).resolve(name);
    Assumptions.assumeTrue(Files.exists(path), "This test needs " + path + ", which is not here.");
    return path;
  }

  /** Calls {@code sink} with the path and the text of every SKILL.md of the corpus. */
  public static void skillMds(BiConsumer<String, String> sink) {
    String folder = System.getProperty("satchel.corpus");
    try {
      if (folder != null) {
        fromFolder(Path.of(folder), sink);
      } else {
        fromArchive(file("corpus/dev.tar.gz"), sink);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fromFolder(Path folder, BiConsumer<String, String> sink) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file :
          files
              .filter(f -> f.getFileName().toString().equalsIgnoreCase("SKILL.md"))
              .sorted()
              .toList()) {
        sink.accept(
            folder.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    }
  }

  private static void fromArchive(Path archive, BiConsumer<String, String> sink)
      throws IOException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(archive));
        TarArchiveInputStream tar = new TarArchiveInputStream(new GzipCompressorInputStream(raw))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile() && entry.getName().toLowerCase(Locale.ROOT).endsWith("/skill.md")) {
          sink.accept(entry.getName(), new String(tar.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
  }
}
