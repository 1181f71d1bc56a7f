package app.satchel.archive;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Test material that is not part of this repository. */
final class SharedMaterial {
  private SharedMaterial() {}

  /** A folder of the shared material; the test is skipped when it is not there. */
  static Path folder(String path) {
    Path shared = Path.of(System.getProperty("satchel.shared", "../shared"));
    Path folder = shared.resolve(path);
    if (!Files.isDirectory(folder)) {
      Assumptions.abort("The shared test material is not here: " + folder);
    }
    return folder;
  }
}
