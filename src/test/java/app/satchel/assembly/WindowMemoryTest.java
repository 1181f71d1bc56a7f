package app.satchel.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowMemoryTest {
  private static final WindowMemory LEFT = new WindowMemory(-1200, 40, 1000.5, 700, true, 420);

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("preferences.json");
  }

  @Test
  void howTheWindowWasLeftIsReadAgain() {
    new Preferences(file()).setWindow(LEFT);

    assertThat(new Preferences(file()).window()).contains(LEFT);
  }

  @Test
  void whatElseIsPreferredStaysAndSoDoesWhatIsNotKnown() throws Exception {
    Files.writeString(file(), "{\"theme\": \"DARK\", \"later\": 1, \"window\": {\"screen\": 2}}");

    Preferences preferences = new Preferences(file());
    preferences.setWindow(LEFT);
    preferences.setLessMotion(true);

    assertThat(preferences.theme()).isEqualTo("DARK");
    assertThat(new Preferences(file()).lessMotion()).isTrue();
    assertThat(Files.readString(file())).contains("\"later\" : 1", "\"screen\" : 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "not JSON",
        "{\"window\": 7}",
        "{\"window\": {}}",
        "{\"window\": {\"x\": 1, \"y\": 2, \"width\": 300}}",
        "{\"window\": {\"x\": 1, \"y\": 2, \"width\": \"300\", \"height\": 300}}",
        "{\"window\": {\"x\": 1, \"y\": 2, \"width\": -300, \"height\": 300}}",
        "{\"window\": {\"x\": 1, \"y\": 2, \"width\": 0, \"height\": 300}}",
        "{\"window\": {\"x\": 1e999, \"y\": 2, \"width\": 900, \"height\": 300}}"
      })
  void whatMakesNoWindowMeansNone(String text) throws Exception {
    Files.writeString(file(), text);

    assertThat(new Preferences(file()).window()).isEmpty();
  }

  @Test
  void aListThatIsNoneIsAsItCame() throws Exception {
    Files.writeString(
        file(),
        "{\"window\": {\"x\":1, \"y\":2, \"width\":900, \"height\":600, \"list\":\"wide\"}}");

    assertThat(new Preferences(file()).window())
        .contains(new WindowMemory(1, 2, 900, 600, false, 0));
  }

  @Test
  void aWindowOnAnUnreadableFileChangesNothingElse() throws Exception {
    Files.writeString(file(), "{\"window\": {\"maximized\": \"perhaps\"}, \"lessMotion\": 3}");

    assertThat(new Preferences(file()).lessMotion()).isFalse();
  }
}
