package app.satchel.install.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadsTest {
  @TempDir Path home;

  private Uploads uploads() {
    return new Uploads(home.resolve("uploads.json"), Clock.systemUTC());
  }

  @Test
  void remembersBySiteUntilItIsTakenBack() {
    uploads().said("claude-ai", "Tree-Names", true);
    assertThat(uploads().there("claude-ai", "tree-names")).isTrue();
    assertThat(uploads().there("chatgpt", "tree-names")).isFalse();
    uploads().said("claude-ai", "tree-names", false);
    assertThat(uploads().there("claude-ai", "tree-names")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "[]", "{\"claude-ai\":7}", "{\"claude-ai\":{}}"})
  void whatCannotBeReadRemembersNothingAndIsNoFailure(String content) throws IOException {
    Files.writeString(home.resolve("uploads.json"), content);
    assertThat(uploads().there("claude-ai", "tree-names")).isFalse();
    uploads().said("claude-ai", "tree-names", true);
    assertThat(uploads().there("claude-ai", "tree-names")).isTrue();
  }

  @Test
  void whatCannotBeWrittenIsNoFailure() throws IOException {
    Path folder = Files.createDirectories(home.resolve("uploads.json/below"));
    uploads().said("claude-ai", "tree-names", true);
    assertThat(uploads().there("claude-ai", "tree-names")).isFalse();
    assertThat(folder).exists();
  }
}
