package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build plays to fill the AOT cache goes through the real window and comes to an end. */
class WindowRehearsalTest {
  @TempDir Path home;

  @Test
  void playsTheMainScreensAndClosesTheWindow() throws Exception {
    try (WindowRig rig = WindowRig.onSamples(home)) {
      Path picture = home.resolve("window.png");
      new WindowRehearsal(rig.window, rig.stage, picture).play();
      assertThat(ImageIO.read(picture.toFile()).getWidth()).isGreaterThan(900);
      assertThat(WindowRig.onUi(rig.stage::isShowing)).isFalse();
      assertThat(home.resolve("state/zips")).isNotEmptyDirectory();
    }
  }
}
