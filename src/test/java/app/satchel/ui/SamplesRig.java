package app.satchel.ui;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The window on the sample skills, with its first rows, and a folder for what is given to it. */
abstract class SamplesRig {
  @TempDir Path home;
  @TempDir Path files;

  WindowRig rig;

  @BeforeEach
  void window() throws Exception {
    rig = WindowRig.onSamples(home);
    rig.await("rows", () -> rig.shows("skills"));
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }
}
