package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.archive.ZipBuilder;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job in the window on a marketplace that misbehaves: each fault is said in words, nothing
 * half is left, and trying again works once the marketplace has recovered.
 */
class FaultsInTheWindowTest {
  private static final String SKILL_MD =
      "---\nname: tidy-notes\ndescription: Tidies notes.\ntags: [a, b]\n---\n# Tidy notes\n";

  @TempDir Path home;
  private final MockWebServer server = new MockWebServer();
  private final AtomicReference<MockResponse> search = new AtomicReference<>();
  private final AtomicReference<MockResponse> raw = new AtomicReference<>();
  private final AtomicReference<MockResponse> download = new AtomicReference<>();
  private WindowRig rig;

  @BeforeEach
  void serve() throws Exception {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            String path = request.getUrl().encodedPath();
            if (path.equals("/api/skills")) {
              return search.get();
            }
            if (path.equals("/api/download")) {
              return download.get();
            }
            if (path.endsWith("SKILL.md")) {
              return raw.get();
            }
            return path.startsWith("/api/skills/") ? json(row()) : answer(404, "not found");
          }
        });
    server.start();
    search.set(json("{\"skills\":[" + row() + "],\"total\":1,\"limit\":30,\"offset\":0}"));
    raw.set(answer(200, SKILL_MD));
    download.set(zip(archive()));
  }

  @AfterEach
  void close() throws Exception {
    if (rig != null) {
      rig.close();
    }
    server.close();
  }

  private String row() {
    return """
    {"id":"1","name":"tidy-notes","namespace":"@me/notes/tidy-notes","description":null,
     "stars":null,"installs":null,"sourceUrl":null,
     "metadata":{"repoOwner":"me","repoName":"notes","directoryPath":"tidy-notes",
     "rawFileUrl":"%sraw/SKILL.md"}}\
    """
        .formatted(server.url("/"));
  }

  private static MockResponse answer(int status, String body) {
    return new MockResponse.Builder().code(status).body(body).build();
  }

  private static MockResponse json(String body) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  private static MockResponse zip(byte[] bytes) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/zip")
        .body(new Buffer().write(bytes))
        .build();
  }

  private static byte[] archive() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ZipBuilder.write(
        SkillFolder.of(
            "tidy-notes",
            List.of(
                SkillFile.of("SKILL.md", SKILL_MD.getBytes(StandardCharsets.UTF_8)),
                SkillFile.of("references/a.md", "# A\n".getBytes(StandardCharsets.UTF_8)))),
        out);
    return out.toByteArray();
  }

  private void open() throws Exception {
    rig = WindowRig.on(home, "community=" + server.url("/"), 1280, 820);
  }

  private void press(String words) throws Exception {
    WindowRig.onUi(
        () -> {
          ((ButtonBase) rig.labelled(words)).fire();
          return null;
        });
    WindowRig.settle();
  }

  private void atStep(String step) throws Exception {
    rig.await(
        step,
        () ->
            rig.find(".wizard-step") != null
                && rig.find(".wizard-step").getClass().getSimpleName().equals(step)
                && !rig.find("#wizard-next").isDisabled());
  }

  private List<Path> zips() throws IOException {
    Path folder = home.resolve("state/zips");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private ListView<?> rows() {
    return (ListView<?>) rig.window.scene().lookup("#results");
  }

  @Test
  void whatWorksWithoutTheMarketplaceIsSaidAndOneStepAway() throws Exception {
    search.set(answer(500, "no"));
    rig = WindowRig.withSamples(home, "community=" + server.url("/"));
    rig.await("the samples", () -> !rows().getItems().isEmpty());
    assertThat(rig.find("#meanwhile")).isNull();
    WindowRig.onUi(
        () -> {
          ((ButtonBase) rig.labelled("community")).fire();
          return null;
        });
    rig.await("words", () -> rig.find("#meanwhile") != null);

    rig.fire("#meanwhile-samples");
    rig.await("the samples again", () -> !rows().getItems().isEmpty());
    rig.await("a page", () -> rig.find("#meanwhile") == null && rig.find(".title") != null);
    assertThat(((ToggleButton) rig.labelled("samples")).isSelected()).isTrue();
    assertThat(((ToggleButton) rig.labelled("community")).isSelected()).isFalse();

    WindowRig.onUi(
        () -> {
          ((ButtonBase) rig.labelled("community")).fire();
          return null;
        });
    rig.await("words again", () -> rig.find("#meanwhile") != null);
    rig.fire("#meanwhile-library");
    assertThat(((ToggleButton) rig.find("#place-library")).isSelected()).isTrue();
  }

  @Test
  void aSearchThatIsRefusedSaysSoAndRecovers() throws Exception {
    MockResponse good = search.get();
    search.set(
        new MockResponse.Builder().code(429).addHeader("Retry-After", "120").body("slow").build());
    open();
    rig.await("words about the pause", () -> rig.labelled("Try again") != null);
    assertThat(rig.window.scene().lookup("#results").isVisible()).isFalse();

    search.set(good);
    press("Try again");

    rig.await("the row", () -> rig.shows("tidy-notes"));
  }

  @Test
  void aWebPageInsteadOfDataIsNoList() throws Exception {
    search.set(
        new MockResponse.Builder()
            .addHeader("Content-Type", "text/html")
            .body("<!doctype html><html><body>Sign in</body></html>")
            .build());
    open();

    rig.await("words about a web page", () -> rig.shows("web page"));
  }

  @Test
  void aSkillThatIsGoneHasAPageThatSaysSo() throws Exception {
    raw.set(answer(404, "404: Not Found"));
    open();

    rig.await("the page", () -> rig.shows("no longer where it was"));
    assertThat(rig.labelled("Search for its repository")).isNotNull();
  }

  @Test
  void aRowFullOfNullsHasAPageAndItsChecks() throws Exception {
    open();

    rig.await("the verdict", () -> rig.shows("Accepted after 1 safe edit"));
    assertThat(rig.shows("No description.")).isTrue();
  }

  @Test
  void aCutDownloadLeavesNothingHalfAndCanBeTriedAgain() throws Exception {
    open();
    rig.await("the page", () -> rig.shows("Accepted after"));
    byte[] whole = archive();
    download.set(zip(Arrays.copyOf(whole, whole.length / 2)));
    rig.fire("#add");
    atStep("WhereStep");
    rig.fire("#wizard-next");
    rig.await("what went wrong", () -> rig.labelled("Try again") != null);
    assertThat(zips()).isEmpty();

    download.set(zip(whole));
    press("Try again");
    atStep("NeedsStep");
    rig.fire("#wizard-next");
    atStep("ReviewStep");
    rig.fire("#wizard-next");

    rig.await("the ZIP", () -> rig.shows("tidy-notes.zip"));
    assertThat(zips())
        .extracting(zip -> zip.getFileName().toString())
        .containsExactly("tidy-notes.zip");
  }

  @Test
  void typingOnCancelsTheQuestionBefore() throws Exception {
    open();
    rig.await("the row", () -> rig.shows("tidy-notes"));
    search.set(json("{\"skills\":[],\"total\":0}"));
    WindowRig.onUi(
        () -> {
          ((TextField) rig.find("#search")).setText("zzz");
          return null;
        });

    rig.await("nothing", () -> rig.shows("No skill fits"));
    assertThat(rig.shows("Choose a skill")).as("where there is none to choose").isFalse();
    assertThat(rig.shows("Nothing to read yet")).isTrue();
    assertThat(((ListView<?>) rig.window.scene().lookup("#results")).getItems()).isEmpty();
  }
}
