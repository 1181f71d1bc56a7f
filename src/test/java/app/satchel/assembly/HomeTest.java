package app.satchel.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.assembly.AssemblyOptions.Marketplaces;
import app.satchel.workspace.MemoryApiKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir Path folder;

  private static Path home(Path asked, Map<String, String> environment) {
    return Home.of(options(asked, environment)).folder();
  }

  private static AssemblyOptions options(Path asked, Map<String, String> environment) {
    return new AssemblyOptions(
        asked, List.of(), Marketplaces.CONFIGURED, false, environment, new MemoryApiKeys(), false);
  }

  @Test
  void whatTheCallAsksForComesBeforeTheEnvironment() {
    Path asked = folder.resolve("asked");

    assertThat(home(asked, Map.of("SATCHEL_HOME", "/elsewhere"))).isEqualTo(asked);
    assertThat(home(null, Map.of("SATCHEL_HOME", asked.toString()))).isEqualTo(asked);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void anotherHomeFolderHasItsOwnState() {
    assertThat(home(null, Map.of("HOME", folder.toString())))
        .isEqualTo(folder.resolve(".local/share/satchel"));
    assertThat(home(null, Map.of("HOME", folder.toString(), "XDG_DATA_HOME", folder + "/data")))
        .isEqualTo(folder.resolve("data/satchel"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void thePlacesOfThePlatformAreParted() {
    Home parted =
        Home.of(options(null, Map.of("HOME", folder.toString(), "XDG_CACHE_HOME", folder + "/c")));
    assertThat(parted.config()).isEqualTo(folder.resolve(".config/satchel/config.json"));
    assertThat(parted.record()).isEqualTo(folder.resolve(".local/share/satchel/installed"));
    assertThat(parted.cache()).isEqualTo(folder.resolve("c/satchel"));
  }

  /**
   * A portable copy stays as it is, and an old folder is parted by whoever puts things together.
   */
  @Test
  @EnabledOnOs(OS.LINUX)
  void theOldFolderIsPartedOnceAndAPortableOneNever() throws Exception {
    Path old = Files.createDirectories(folder.resolve(".local/share/satchel"));
    Files.writeString(old.resolve("preferences.json"), "{\"theme\":\"DARK\"}");
    Path portable = Files.createDirectories(folder.resolve("portable"));
    Files.writeString(portable.resolve("preferences.json"), "{\"theme\":\"LIGHT\"}");

    Map<String, String> environment = Map.of("HOME", folder.toString());
    try (Assembly assembly = Assembly.of(options(null, environment))) {
      assertThat(assembly.preferences().theme()).isEqualTo("DARK");
    }
    try (Assembly assembly = Assembly.of(options(portable, environment))) {
      assertThat(assembly.preferences().theme()).isEqualTo("LIGHT");
    }
    assertThat(folder.resolve(".config/satchel/preferences.json")).exists();
    assertThat(old.resolve("preferences.json")).doesNotExist();
    assertThat(portable.resolve("preferences.json")).exists();
  }
}
