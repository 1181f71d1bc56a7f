package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.ui.kit.TestToolkit;
import com.sun.glass.ui.Application;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Windows belong to the menu entry: by the same name on both sides. */
class WindowClassTest {
  @Test
  void windowsBearTheNameOfTheDesktopEntry() throws Exception {
    TestToolkit.start();
    String name =
        WindowRig.onUi(
            () -> {
              WindowClass.take();
              return Application.GetApplication().getName();
            });
    assertThat(name).isEqualTo(WindowClass.NAME);
    for (String entry : new String[] {"app.satchel.Satchel", "zip-with-satchel"}) {
      assertThat(Files.readAllLines(Path.of("installer/linux", entry + ".desktop")))
          .contains("StartupWMClass=" + WindowClass.NAME);
    }
  }
}
