package app.satchel.check.dependency;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.Assumptions;

/** Real skills that lie beside the repository; tests that need them are skipped without them. */
final class TestMaterial {
  private TestMaterial() {}

  /** One repository of the corpus, unpacked into a folder. */
  static Path corpus(String repository, Path folder) {
    return unpack("dev/" + repository + "/", folder.resolve(repository));
  }

  /** All repositories of the corpus, unpacked into a folder. */
  static Path corpus(Path folder) {
    return unpack("dev/", folder);
  }

  private static Path unpack(String prefix, Path target) {
    Path shared = Path.of(System.getProperty("satchel.shared", "../shared"));
    Path archive = shared.resolve("corpus/dev.tar.gz");
    if (!Files.isRegularFile(archive)) {
      Assumptions.abort("The corpus of real skills is not beside the repository.");
    }
    try {
      try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
          TarArchiveInputStream tar =
              new TarArchiveInputStream(new GzipCompressorInputStream(file))) {
        boolean inside = false;
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          if (entry.isFile() && entry.getName().startsWith(prefix)) {
            inside = true;
            Path path = target.resolve(entry.getName().substring(prefix.length()));
            Files.createDirectories(path.getParent());
            Files.copy(tar, path);
          } else if (inside && entry.isFile()) {
            break;
          }
        }
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
