package app.satchel.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dirs.ProjectDirectories;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS) // where these paths are none
class PlatformPlacesTest {
  private static final Path PERSON = Path.of("/home/person");

  private static Places places(String system, Map<String, String> environment) {
    return new PlatformPlaces(environment, system, Path.of("/home/other")).places();
  }

  @Test
  void linuxPartsThemByTheStandardOfItsDesktops() {
    Places usual = places("Linux", Map.of("HOME", PERSON.toString()));
    assertThat(usual.config()).isEqualTo(PERSON.resolve(".config/satchel"));
    assertThat(usual.data()).isEqualTo(PERSON.resolve(".local/share/satchel"));
    assertThat(usual.cache()).isEqualTo(PERSON.resolve(".cache/satchel"));
    assertThat(usual.logs()).isEqualTo(PERSON.resolve(".local/share/satchel/logs"));
    assertThat(usual.together()).isFalse();

    Places chosen =
        places(
            "Linux",
            Map.of(
                "HOME", PERSON.toString(),
                "XDG_CONFIG_HOME", "/c",
                "XDG_DATA_HOME", "/d",
                "XDG_CACHE_HOME", "relative/is/ignored"));
    assertThat(chosen.config()).isEqualTo(Path.of("/c/satchel"));
    assertThat(chosen.data()).isEqualTo(Path.of("/d/satchel"));
    assertThat(chosen.cache()).isEqualTo(PERSON.resolve(".cache/satchel"));
  }

  @Test
  void theUsualHomeIsAskedOfTheLibrary() {
    ProjectDirectories library = ProjectDirectories.from("app", "", "Satchel");
    Places usual = new PlatformPlaces(Map.of("HOME", PERSON.toString()), "Linux", PERSON).places();
    assertThat(usual.config()).isEqualTo(Path.of(library.configDir));
    assertThat(usual.data()).isEqualTo(Path.of(library.dataLocalDir));
    assertThat(usual.cache()).isEqualTo(Path.of(library.cacheDir));
    assertThat(places("Linux", Map.of())).isEqualTo(usual);
  }

  @Test
  void aMacHasOneFolderForSettingsAndData() {
    Places mac = places("Mac OS X", Map.of("HOME", PERSON.toString()));
    assertThat(mac.config())
        .isEqualTo(PERSON.resolve("Library/Application Support/app.Satchel"))
        .isEqualTo(mac.data());
    assertThat(mac.cache()).isEqualTo(PERSON.resolve("Library/Caches/app.Satchel"));
    assertThat(mac.together()).isFalse();
  }

  @Test
  void windowsIsAskedThroughItsVariablesWithoutStartingAProgram() {
    Places windows = places("Windows 11", Map.of("APPDATA", "/r", "LOCALAPPDATA", "/l"));
    assertThat(windows.config()).isEqualTo(Path.of("/r/Satchel/config"));
    assertThat(windows.data()).isEqualTo(Path.of("/l/Satchel/data"));
    assertThat(windows.cache()).isEqualTo(Path.of("/l/Satchel/cache"));
  }

  @Test
  void whatLiesBelowOneFolderIsTogether() {
    assertThat(Places.below(PERSON).together()).isTrue();
    assertThat(Places.below(PERSON).config()).isEqualTo(PERSON);
    assertThat(Places.below(PERSON).cache()).isEqualTo(PERSON.resolve("cache"));
  }
}
