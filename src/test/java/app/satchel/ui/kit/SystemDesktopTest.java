package app.satchel.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemDesktopTest {
  @TempDir Path folder;

  @Test
  void selectsTheFileWhereTheSystemCan() {
    Path file = folder.resolve("a b.zip");

    assertThat(SystemDesktop.showCommand("Windows 11", file))
        .containsExactly("explorer.exe", "/select,", file.toString());
    assertThat(SystemDesktop.showCommand("Mac OS X", file))
        .containsExactly("open", "-R", file.toString());
  }

  @Test
  void opensTheFolderElsewhere() throws Exception {
    Path file = Files.writeString(folder.resolve("a.zip"), "");

    assertThat(SystemDesktop.showCommand("Linux", file))
        .containsExactly("xdg-open", folder.toString());
    assertThat(SystemDesktop.showCommand("Linux", folder))
        .containsExactly("xdg-open", folder.toString());
  }
}
