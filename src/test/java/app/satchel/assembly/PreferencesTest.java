package app.satchel.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.state.SettingsFile;
import app.satchel.state.SettingsFormat;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("preferences.json");
  }

  private Preferences preferences() {
    return new Preferences(new SettingsFile(file(), SettingsFormat.first(), "0.1.0"));
  }

  @Test
  void picturesAreAskedForUntilThePersonSaysOtherwise() {
    Preferences first = preferences();
    assertThat(first.picturesAlways()).isFalse();
    first.setPicturesAlways(true);
    first.addPicturesOf("source a");
    first.addPicturesOf("source a skill @b/c/d");
    first.addPicturesOf("source a");

    Preferences next = preferences();
    assertThat(next.picturesAlways()).isTrue();
    assertThat(next.picturesOf()).containsExactly("source a", "source a skill @b/c/d");
    next.forgetPicturesOf();
    next.setPicturesAlways(false);
    assertThat(preferences().picturesOf()).isEmpty();
    assertThat(preferences().picturesAlways()).isFalse();
  }

  @Test
  void remembersOnlySoMany() {
    Preferences preferences = preferences();
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
    Preferences preferences = preferences();
    assertThat(preferences.picturesAlways()).isFalse();
    preferences.addPicturesOf("source a");
    assertThat(preferences.picturesOf()).contains("source a");
  }

  /** As it was written before the files said their format. */
  @Test
  void theUnnumberedFormOfTheFirstSatchelIsRead() throws Exception {
    try (InputStream in = PreferencesTest.class.getResourceAsStream("preferences-format-0.json")) {
      Files.write(file(), in.readAllBytes());
    }
    Preferences before = preferences();
    assertThat(before.problem()).isNull();
    before.setLessMotion(false);
    assertThat(file()).content().contains("\"format\" : 1", "\"satchel\" : \"0.1.0\"");
    Preferences after = preferences();
    assertThat(after.theme()).isEqualTo("DARK");
    assertThat(after.host()).isEqualTo("computer");
    assertThat(after.countInstalls()).isTrue();
    assertThat(after.zoom()).isEqualTo(120);
    assertThat(after.wrapCode()).isTrue();
    assertThat(after.picturesAlways()).isTrue();
    assertThat(after.picturesOf()).hasSize(2);
    assertThat(after.lessMotion()).isFalse();
    assertThat(after.window()).contains(new WindowMemory(10, 20, 1280, 820, false, 400));
    assertThat(after.updates()).isEqualTo(new UpdateChoices(false, null, false, "", null));
  }

  @Test
  void aValueOfAnotherSortStaysInTheFileUntilItIsChosenAnew() throws Exception {
    Files.writeString(
        file(),
        "{\"format\":3,\"theme\":{\"newer\":1},\"window\":[],\"zoom\":\"large\",\"updates\":7}");
    Preferences preferences = preferences();
    assertThat(preferences.theme()).isEmpty();
    assertThat(preferences.zoom()).isEqualTo(100);
    assertThat(preferences.window()).isEmpty();
    assertThat(preferences.updates().daily()).isFalse();
    preferences.setReading(110, false);
    assertThat(file()).content().contains("newer", "\"format\" : 3", "110");
    preferences.setWindow(new WindowMemory(1, 2, 3, 4, false, 0));
    preferences.setUpdates(
        new UpdateChoices(true, URI.create("https://a.b/c"), true, "2.0.0", Instant.EPOCH));
    assertThat(preferences().window()).isPresent();
    assertThat(preferences().updates())
        .isEqualTo(
            new UpdateChoices(true, URI.create("https://a.b/c"), true, "2.0.0", Instant.EPOCH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"daily\":\"yes\",\"feed\":\"http://a.b/\",\"asked\":\"yesterday\",\"skipped\":[1]}",
        "{\"daily\":1,\"feed\":\"javascript:alert(1)\",\"asked\":7,\"preReleases\":\"true\"}"
      })
  void whatMakesNoSenseOfUpdatesMeansNo(String json) throws Exception {
    Files.writeString(file(), "{\"updates\":" + json + "}");
    assertThat(preferences().updates()).isEqualTo(new UpdateChoices(false, null, false, "", null));
  }

  @Test
  void aDamagedFileIsToldAndKept() throws Exception {
    Files.writeString(file(), "{");
    Preferences preferences = preferences();
    assertThat(preferences.problem().code()).isEqualTo("settings-damaged");
    preferences.setTheme("DARK");
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(beside.filter(one -> one.getFileName().toString().contains(".broken-")))
          .hasSize(1);
    }
    assertThat(preferences().theme()).isEqualTo("DARK");
  }
}
