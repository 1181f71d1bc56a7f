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
    return Home.of(
            new AssemblyOptions(
                asked,
                List.of(),
                Marketplaces.CONFIGURED,
                false,
                environment,
                new MemoryApiKeys(),
                false))
        .folder();
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
  void preferencesAreLenientKeepWhatTheyDoNotKnowAndBeginWithNo() throws Exception {
    Path file = folder.resolve("preferences.json");
    assertThat(new Preferences(file).countInstalls()).isFalse();

    Files.writeString(file, "{\"theme\": 7, \"countInstalls\": \"yes\", \"future\": [1]}");
    Preferences kept = new Preferences(file);
    assertThat(kept.countInstalls()).isFalse();
    kept.setCountInstalls(true);
    kept.setTheme("DARK");

    assertThat(new Preferences(file).countInstalls()).isTrue();
    assertThat(new Preferences(file).theme()).isEqualTo("DARK");
    assertThat(Files.readString(file)).contains("future");

    Files.writeString(file, "not json");
    assertThat(new Preferences(file).theme()).isEmpty();
  }
}
