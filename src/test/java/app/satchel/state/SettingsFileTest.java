package app.satchel.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.satchel.state.SettingsFormat.Step;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
  /** Three formats of an invented file: a value is renamed, then it changes its form. */
  private static final SettingsFormat THIRD =
      new SettingsFormat(
          List.of(
              new Step("say the format", values -> {}),
              new Step(
                  "'colour' is called 'theme'",
                  values -> {
                    JsonNode colour = values.remove("colour");
                    if (colour != null && !values.has("theme")) {
                      values.set("theme", colour);
                    }
                  }),
              new Step(
                  "a theme has a name",
                  values -> {
                    if (values.path("theme").isTextual()) {
                      String name = values.path("theme").asText();
                      values.putObject("theme").put("name", name);
                    }
                  })));

  @TempDir Path folder;

  private Path path() {
    return folder.resolve("new/settings.json");
  }

  private SettingsFile file(SettingsFormat format, String version) {
    return new SettingsFile(path(), format, version, () -> Instant.parse("2026-11-26T02:00:00Z"));
  }

  private SettingsFile file() {
    return file(SettingsFormat.first(), "0.1.0");
  }

  private void write(String text) throws IOException {
    Files.createDirectories(path().getParent());
    Files.writeString(path(), text);
  }

  private ObjectNode written() throws IOException {
    return (ObjectNode) new ObjectMapper().readTree(path().toFile());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(path().getParent())) {
      return files.map(one -> one.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aNewFileSaysItsFormatAndWhoWroteIt() throws IOException {
    assertThat(file().read().values()).isEmpty();
    assertThat(file().read().problem()).isNull();

    file().change(values -> values.put("a", 1));

    assertThat(Files.readString(path()))
        .isEqualToIgnoringWhitespace("{\"format\":1,\"satchel\":\"0.1.0\",\"a\":1}");
    assertThat(names()).containsExactly("settings.json");
  }

  @Test
  void theFormBeforeThereWereNumbersIsReadAndKept() throws IOException {
    write("{\"theme\":\"DARK\",\"unknown\":{\"deep\":[1]}}");

    assertThat(file().read().values().path("theme").asText()).isEqualTo("DARK");
    assertThat(Files.readString(path())).doesNotContain("format");
    file().change(values -> values.put("theme", "LIGHT"));

    assertThat(written())
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    "{\"format\":1,\"satchel\":\"0.1.0\",\"theme\":\"LIGHT\",\"unknown\":{\"deep\":[1]}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"colour\":\"dark\"}",
        "{\"format\":1,\"satchel\":\"0.1.0\",\"colour\":\"dark\"}",
        "{\"format\":2,\"satchel\":\"0.2.0\",\"theme\":\"dark\"}",
        "{\"format\":3,\"satchel\":\"0.3.0\",\"theme\":{\"name\":\"dark\"}}"
      })
  void eachOlderFormBecomesThePresentOne(String older) throws IOException {
    write(older);
    assertThat(file(THIRD, "0.4.0").read().values().path("theme").path("name").asText())
        .isEqualTo("dark");
    file(THIRD, "0.4.0").change(values -> values.put("more", true));
    assertThat(written())
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    "{\"format\":3,\"satchel\":\"0.4.0\",\"theme\":{\"name\":\"dark\"},\"more\":true}"));
  }

  @Test
  void aNewerFormIsReadAsFarAsItGoesAndStaysNewer() throws IOException {
    write(
        "{\"format\":7,\"satchel\":\"9.0.0\",\"theme\":\"DARK\",\"future\":{\"x\":1},\"colour\":2}");
    assertThat(file(THIRD, "0.4.0").read().values().path("theme").asText()).isEqualTo("DARK");

    file(THIRD, "0.4.0").change(values -> values.put("theme", "LIGHT"));

    assertThat(written())
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    "{\"format\":7,\"satchel\":\"9.0.0\",\"theme\":\"LIGHT\",\"future\":{\"x\":1},\"colour\":2}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"x\"", "-1", "1.5", "99999999999", "null", "[]"})
  void aFormatThatMakesNoSenseIsTheOldestOne(String format) throws IOException {
    write("{\"format\":" + format + ",\"colour\":\"dark\"}");
    assertThat(file(THIRD, "1").read().values().path("theme").path("name").asText())
        .isEqualTo("dark");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "7", "null", "\u0000", "{\"a\":1"})
  void aDamagedFileIsLeftUntilSomethingIsWrittenAndThenKeptBeside(String damaged)
      throws IOException {
    write(damaged);
    assertThat(file().read().values()).isEmpty();
    assertThat(file().read().problem().code()).isEqualTo("settings-damaged");
    assertThat(path()).hasContent(damaged);

    file().change(values -> values.put("a", 1));
    write(damaged);
    file().change(values -> values.put("a", 2));

    assertThat(names())
        .containsExactly(
            "settings.json",
            "settings.json.broken-20261126-020000",
            "settings.json.broken-20261126-020000-2");
    assertThat(path().resolveSibling(names().get(1))).hasContent(damaged);
    assertThat(path().resolveSibling(names().get(2))).hasContent(damaged);
    assertThat(file().read().values().path("a").asInt()).isEqualTo(2);
  }

  @Test
  void deepAndLargeFilesAreDamagedAndNoMore() throws IOException {
    write("{\"a\":".repeat(5000) + "1" + "}".repeat(5000));
    assertThat(file().read().problem().code()).isEqualTo("settings-damaged");
    write("{\"a\":\"" + "x".repeat(2 << 20) + "\"}");
    assertThat(file().read().problem().code()).isEqualTo("settings-damaged");
  }

  @Test
  void whatAnotherSatchelChangedMeanwhileStays() throws IOException {
    SettingsFile one = file();
    SettingsFile other = file();
    one.read();
    other.change(values -> values.put("theirs", 1));
    one.change(values -> values.put("mine", 2));
    assertThat(written().has("theirs")).isTrue();
    assertThat(written().has("mine")).isTrue();
  }

  @Test
  void aChangeThatFailsLeavesTheFileAsItWas() throws IOException {
    write("{\"a\":1}");
    assertThatThrownBy(
            () ->
                file()
                    .change(
                        values -> {
                          throw new IllegalStateException();
                        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(path()).hasContent("{\"a\":1}");
    // A folder where the file should be can be neither read nor replaced.
    Files.delete(path());
    Files.createDirectories(path().resolve("in the way"));
    assertThat(file().read().problem().code()).isEqualTo("settings-unreadable");
    assertThatThrownBy(() -> file().change(values -> values.put("a", 2)))
        .isInstanceOf(IOException.class);
    assertThat(path().resolve("in the way")).isDirectory();
  }
}
