package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build plays to fill the AOT cache goes through the real window and comes to an end. */
class WindowRehearsalTest {
  @TempDir Path home;

  @Test
  void playsTheMainScreensAndClosesTheWindow() throws Exception {
    try (WindowRig rig = WindowRig.onSamples(home)) {
      new WindowRehearsal(rig.window, rig.stage).play();
      assertThat(WindowRig.onUi(rig.stage::isShowing)).isFalse();
      assertThat(home.resolve("state/zips")).isNotEmptyDirectory();
    }
  }
}
