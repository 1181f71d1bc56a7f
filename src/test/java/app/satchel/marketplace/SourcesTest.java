package app.satchel.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.satchel.problem.ProblemException;
import app.satchel.state.SettingsFile;
import app.satchel.state.SettingsFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {
  @TempDir Path home;

  private static SettingsFile file(Path path) {
    return new SettingsFile(path, SettingsFormat.first(), "0.1.0");
  }

  @Test
  void aNewSatchelKnowsThePublicMarketplace() {
    MarketplaceConfig only = Sources.load(file(home.resolve("config.json"))).configs().getFirst();

    assertThat(only.name()).isEqualTo("claude-plugins");
    assertThat(only.site()).isEqualTo(URI.create("https://claude-plugins.dev"));
    assertThat(only.registry()).isEqualTo(URI.create("https://api.claude-plugins.dev"));
    assertThat(only.isPublicService()).isTrue();
    assertThat(only.ownOrigins()).isEmpty();
  }

  @Test
  void theBuiltInListIsDatedAndProtected() throws IOException {
    try (InputStream in =
        BuiltInMarketplaces.class.getResourceAsStream("built-in-marketplaces.json")) {
      JsonNode data = new ObjectMapper().readTree(in);
      assertThat(LocalDate.parse(data.path("asOf").asText())).isAfter(LocalDate.of(2026, 1, 1));
      // An entry that cannot be used would be passed over in silence.
      assertThat(BuiltInMarketplaces.get()).hasSize(data.path("marketplaces").size());
    }
    assertThat(BuiltInMarketplaces.get())
        .allSatisfy(
            known -> {
              assertThat(known.site()).hasScheme("https");
              assertThat(known.registry()).hasScheme("https");
              assertThat(known.zipMaker()).hasScheme("https");
            });
  }

  @Test
  void aGivenSourceReplacesTheConfiguredOnes() {
    Sources call =
        Sources.builtIn()
            .forCall(
                List.of(SourceSpec.parse("claude-plugins=http://127.0.0.1:8080/")),
                "http://127.0.0.1:9");

    MarketplaceConfig only = call.configs().getFirst();
    assertThat(call.configs()).hasSize(1);
    assertThat(only.site()).isEqualTo(URI.create("http://127.0.0.1:8080"));
    assertThat(only.registry()).isEqualTo(only.site());
    assertThat(only.zipMaker()).isNull();
    assertThat(only.isPublicService()).isFalse();
  }

  @Test
  void theOfficialVariableReplacesTheRegistryOnly() {
    MarketplaceConfig only =
        Sources.builtIn().forCall(List.of(), "http://localhost:9/").configs().getFirst();

    assertThat(only.registry()).isEqualTo(URI.create("http://localhost:9"));
    assertThat(only.site()).isEqualTo(URI.create("https://claude-plugins.dev"));
    assertThat(only.registryReplaced()).isTrue();
    assertThat(only.ownOrigins()).containsExactly(URI.create("http://localhost:9"));
    assertThat(Sources.builtIn().forCall(List.of(), " ").configs().getFirst().registryReplaced())
        .isFalse();
    assertThat(
            catchThrowableOfType(
                ProblemException.class, () -> Sources.builtIn().forCall(List.of(), "nonsense")))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "=http://a.b",
        "-team=http://a.b",
        "a b=http://a.b",
        "t=ftp://a.b",
        "t=a.b",
        "t=",
        "t=http://",
        "t=http://u:p@a.b",
        "t=http://a.b/?q=1",
        "t=http://a.b#x",
        "t=file:///etc",
        "t=javascript:alert(1)"
      })
  void whatIsNoSourceIsSaidToBeNone(String text) {
    ProblemException problem =
        catchThrowableOfType(ProblemException.class, () -> SourceSpec.parse(text));

    assertThat(problem.problem().code()).isEqualTo("source-malformed");
  }

  @Test
  void aRegistryThatIsNoAddressIsNamedByItsVariable() {
    ProblemException problem =
        catchThrowableOfType(
            ProblemException.class, () -> Sources.builtIn().forCall(List.of(), "garbage"));

    assertThat(problem.problem().code()).isEqualTo("registry-malformed");
    assertThat(problem.problem().sentence()).contains("SKILLS_REGISTRY_URL", "garbage");
  }

  @Test
  void whatIsSavedIsLoadedAndOtherSettingsStay() throws IOException {
    Path file = home.resolve("new/config.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"theme\":\"dark\"}");
    assertThat(Sources.load(file(file))).isEqualTo(Sources.builtIn());
    MarketplaceConfig team = MarketplaceConfig.at("team", URI.create("https://skills.example.org"));
    Sources two = new Sources(List.of(team, BuiltInMarketplaces.get().getFirst()), null);

    two.save(file(file));

    assertThat(Sources.load(file(file))).isEqualTo(two);
    assertThat(file).content().contains("\"theme\" : \"dark\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "7", "{\"marketplaces\":7}"})
  void aDamagedFileIsToldKeptAndPutAsideWhenReplaced(String damaged) throws IOException {
    Path file = Files.writeString(home.resolve("config.json"), damaged);

    Sources loaded = Sources.load(file(file));

    assertThat(loaded.configs()).isEqualTo(BuiltInMarketplaces.get());
    assertThat(loaded.problem().code()).isEqualTo("sources-unreadable");
    assertThat(file).hasContent(damaged);
    loaded.save(file(file));
    try (Stream<Path> beside = Files.list(home)) {
      assertThat(beside.filter(one -> one.getFileName().toString().contains(".broken-")))
          .singleElement()
          .satisfies(kept -> assertThat(kept).hasContent(damaged));
    }
    assertThat(Sources.load(file(file))).isEqualTo(Sources.builtIn());
  }

  @Test
  void entriesThatCannotBeUsedArePassedOver() throws IOException {
    Path file =
        Files.writeString(
            home.resolve("config.json"),
            """
            {"newer":1,"marketplaces":[7,{"name":"x"},{"name":"a b","site":"https://a.b"},
              {"name":"a","site":"https://a.b","registry":"nonsense","colour":"red"},
              {"name":"a","site":"https://twice.b"}]}
            """);

    assertThat(Sources.load(file(file)).configs())
        .containsExactly(MarketplaceConfig.at("a", URI.create("https://a.b")));
  }

  @Test
  void whatANewerSatchelWroteStaysBesideWhatIsChanged() throws IOException {
    Path path =
        Files.writeString(
            home.resolve("config.json"),
            """
            {"format":9,"satchel":"5.0.0","newer":1,"marketplaces":[
              {"name":"a","site":"https://a.b","colour":"red"},
              {"name":"gone","site":"https://g.b"},
              {"kind":"from the future","where":"everywhere"}]}
            """);
    MarketplaceConfig a = MarketplaceConfig.at("a", URI.create("https://a.c"));
    new Sources(List.of(a, MarketplaceConfig.at("b", URI.create("https://b.c"))), null)
        .save(file(path));

    JsonNode written = new ObjectMapper().readTree(path.toFile());
    assertThat(written.path("format").asInt()).isEqualTo(9);
    assertThat(written.path("newer").asInt()).isEqualTo(1);
    assertThat(written.path("marketplaces")).hasSize(3);
    assertThat(written.at("/marketplaces/0/colour").asText()).isEqualTo("red");
    assertThat(written.at("/marketplaces/0/site").asText()).isEqualTo("https://a.c");
    assertThat(written.at("/marketplaces/2/where").asText()).isEqualTo("everywhere");
    assertThat(Sources.load(file(path)).configs()).hasSize(2).contains(a);
  }

  /** As they were written before the files said their format. */
  @Test
  void theUnnumberedFormOfTheFirstSatchelIsRead() throws IOException {
    Path path = home.resolve("config.json");
    try (InputStream in = SourcesTest.class.getResourceAsStream("config-format-0.json")) {
      Files.write(path, in.readAllBytes());
    }
    Sources read = Sources.load(file(path));
    assertThat(read.problem()).isNull();
    assertThat(read.configs())
        .extracting(MarketplaceConfig::name)
        .containsExactly("claude-plugins", "team");
    read.save(file(path));
    assertThat(Sources.load(file(path))).isEqualTo(read);
    assertThat(path).content().contains("\"format\" : 1", "\"satchel\" : \"0.1.0\"");
  }
}
