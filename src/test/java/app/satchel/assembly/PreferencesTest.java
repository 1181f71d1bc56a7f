package app.satchel.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("preferences.json");
  }

  @Test
  void picturesAreAskedForUntilThePersonSaysOtherwise() {
    Preferences first = new Preferences(file());
    assertThat(first.picturesAlways()).isFalse();
    first.setPicturesAlways(true);
    first.addPicturesOf("source a");
    first.addPicturesOf("source a skill @b/c/d");
    first.addPicturesOf("source a");

    Preferences next = new Preferences(file());
    assertThat(next.picturesAlways()).isTrue();
    assertThat(next.picturesOf()).containsExactly("source a", "source a skill @b/c/d");
    next.forgetPicturesOf();
    next.setPicturesAlways(false);
    assertThat(new Preferences(file()).picturesOf()).isEmpty();
    assertThat(new Preferences(file()).picturesAlways()).isFalse();
  }

  @Test
  void remembersOnlySoMany() {
    Preferences preferences = new Preferences(file());
    for (int i = 0; i < 520; i++) {
      preferences.addPicturesOf("source " + i);
    }
    assertThat(preferences.picturesOf()).hasSize(500).contains("source 519");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"pictures\":true,\"picturesOf\":7}",
        "{\"pictures\":[\"always\"],\"picturesOf\":{\"a\":{}}}",
        "{\"pictures\":\"sometimes\",\"picturesOf\":[null,{},[]]}",
        "[]",
        "nothing"
      })
  void valuesOfAnotherSortMeanTheDefault(String json) throws Exception {
    Files.writeString(file(), json);
    Preferences preferences = new Preferences(file());
    assertThat(preferences.picturesAlways()).isFalse();
    preferences.addPicturesOf("source a");
    assertThat(preferences.picturesOf()).contains("source a");
  }
}
