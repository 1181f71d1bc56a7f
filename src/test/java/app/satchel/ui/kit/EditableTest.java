package app.satchel.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditableTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "run.sh",
        "a.desktop",
        "page.html",
        "logo.svg",
        "x.bat",
        "tool",
        ".md",
        "a.md.exe"
      })
  void whatASystemMightRunIsNotOpened(String name) {
    assertThat(Editable.isText(name)).isFalse();
  }

  @Test
  void onlyAPlainTextThatIsThereIsOpened(@TempDir Path home) throws IOException {
    Path text = Files.writeString(home.resolve("a.md"), "a");
    assertThat(Editable.isText(text)).isTrue();
    Path link = Files.createSymbolicLink(home.resolve("b.md"), text);
    assertThat(Editable.isText(link)).isFalse();
    assertThat(text.toFile().setExecutable(true)).isTrue();
    assertThat(Editable.isText(text)).isFalse();
    assertThat(Editable.isText(home.resolve("none.md"))).isFalse();
  }

  @Test
  void eachSystemHasAnEditorThatRunsNothing() {
    Path file = Path.of("/skills/a.md");
    assertThat(SystemDesktop.editCommand("Windows 11", file).getFirst()).isEqualTo("notepad.exe");
    assertThat(SystemDesktop.editCommand("Mac OS X", file)).startsWith("open", "-t");
    assertThat(SystemDesktop.editCommand("Linux", file)).startsWith("xdg-open");
  }
}
