package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.ui.kit.Theme;
import app.satchel.ui.skill.SkillPageView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Drives the real window through its screens and leaves a picture of each in {@code
 * target/screens}, for people to look at ({@code mvn -B verify -Pscreens}).
 */
@Tag("screens")
class ScreenTourTest {
  private static final Path PICTURES = Path.of("target", "screens");
  private static final String SAMPLE = "python-report-patterns";

  @TempDir Path home;

  private Theme.Choice theme;

  @ParameterizedTest
  @EnumSource(
      value = Theme.Choice.class,
      names = {"LIGHT", "DARK"})
  void tour(Theme.Choice wanted) throws Exception {
    theme = wanted;
    try (WindowRig rig = WindowRig.onSamples(home.resolve("wide"))) {
      dress(rig);
      discover(rig);
      page(rig);
      toClaude(rig);
      toClaudeCode(rig);
      others(rig);
    }
    narrow();
    unreachable();
    broken();
    waiting();
    try (Stream<Path> pictures = Files.list(PICTURES)) {
      assertThat(pictures.filter(file -> file.toString().endsWith(".png")).count())
          .isGreaterThanOrEqualTo(20);
    }
  }

  private void picture(WindowRig rig, String name) throws Exception {
    rig.picture(PICTURES.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
  }

  private void dress(WindowRig rig) throws Exception {
    WindowRig.onUi(
        () -> {
          rig.window.theme().choiceProperty().set(theme);
          return null;
        });
  }

  private static void search(WindowRig rig, String words) throws Exception {
    WindowRig.onUi(
        () -> {
          ((TextField) rig.find("#search")).setText(words);
          return null;
        });
  }

  private static void fire(WindowRig rig, String selector) throws Exception {
    WindowRig.onUi(
        () -> {
          switch (rig.find(selector)) {
            case ButtonBase button -> button.fire();
            case null, default -> throw new AssertionError("nothing to press at " + selector);
          }
          return null;
        });
    WindowRig.settle();
  }

  private static ListView<?> rows(WindowRig rig) {
    return (ListView<?>) rig.window.scene().lookup("#results");
  }

  private void discover(WindowRig rig) throws Exception {
    rig.await("rows", () -> rows(rig).getItems().size() > 5);
    rig.await("a page", () -> rig.find("#tile-upload") != null && !rig.shows("Checking"));
    picture(rig, "01-discover-first");
    search(rig, "python");
    rig.await("python skills", () -> rows(rig).getItems().size() < 10);
    WindowRig.onUi(
        () -> {
          rows(rig).getSelectionModel().select(1);
          return null;
        });
    rig.await("its page", () -> pageOf(rig, "python-report-patterns") && !rig.shows("Checking"));
    picture(rig, "02-discover-results");
    search(rig, "zeppelin maintenance");
    rig.await("nothing", () -> rig.shows("No skill fits"));
    picture(rig, "03-discover-none");
  }

  private static boolean pageOf(WindowRig rig, String name) {
    return rig.find(".title") instanceof Labeled title && title.getText().equals(name);
  }

  private void page(WindowRig rig) throws Exception {
    search(rig, SAMPLE);
    rig.await("the sample", () -> rig.shows("Accepted after"));
    rig.await("all checks", () -> !rig.shows("Checking"));
    picture(rig, "10-page-top");
    rig.scroll("#page-scroll", 0.45);
    picture(rig, "11-page-middle");
    rig.scroll("#page-scroll", 1);
    picture(rig, "12-page-end");
    for (SkillPageView.Tab tab : SkillPageView.Tab.values()) {
      if (tab != SkillPageView.Tab.SKILL_MD) {
        rig.scroll("#page-scroll", 0);
        fire(rig, "#tab-" + tab.name().toLowerCase(Locale.ROOT));
        picture(rig, "13-page-" + tab.name().toLowerCase(Locale.ROOT));
      }
    }
    for (String other : List.of("tables", "Japanese", "handbook", "claude")) {
      search(rig, other);
      TimeUnit.MILLISECONDS.sleep(700);
      rig.await("checks", () -> !rig.shows("Checking"));
      rig.scroll("#page-scroll", 0);
      picture(rig, "14-page-of-" + other.toLowerCase(Locale.ROOT));
    }
    search(rig, SAMPLE);
    rig.await("the sample", () -> rig.shows("Accepted after"));
  }

  private static void atStep(WindowRig rig, String step) throws Exception {
    rig.await(
        step,
        () ->
            rig.find(".wizard-step") != null
                && rig.find(".wizard-step").getClass().getSimpleName().equals(step)
                && rig.find("#wizard-next") != null
                && !rig.find("#wizard-next").isDisabled());
  }

  private void toClaude(WindowRig rig) throws Exception {
    fire(rig, "#add");
    for (String step : List.of("WhereStep", "NeedsStep", "ReviewStep")) {
      atStep(rig, step);
      picture(rig, "2" + step.charAt(0) + "-wizard-claude-" + step.toLowerCase(Locale.ROOT));
      fire(rig, "#wizard-next");
    }
    rig.await("the ZIPs", () -> rig.shows(SAMPLE + ".zip"));
    picture(rig, "25-wizard-claude-upload");
    fire(rig, "#wizard-next");
    rig.await("no wizard", () -> rig.find(".wizard-card") == null);
  }

  private void toClaudeCode(WindowRig rig) throws Exception {
    WindowRig.onUi(
        () -> {
          ((SplitMenuButton) rig.find("#add")).getItems().get(1).fire();
          return null;
        });
    for (String step : List.of("WhereStep", "NeedsStep", "ReviewStep")) {
      atStep(rig, step);
      picture(rig, "3" + step.charAt(0) + "-wizard-code-" + step.toLowerCase(Locale.ROOT));
      fire(rig, "#wizard-next");
    }
    atStep(rig, "InstalledStep");
    picture(rig, "35-wizard-code-installed");
    fire(rig, "#wizard-next");
    rig.await("no wizard", () -> rig.find(".wizard-card") == null);
    assertThat(home.resolve("wide/person/.claude/skills").resolve(SAMPLE)).isDirectory();
  }

  private void others(WindowRig rig) throws Exception {
    for (String place : List.of("library", "sources", "settings")) {
      WindowRig.onUi(
          () -> {
            ((ToggleButton) rig.find("#place-" + place)).fire();
            return null;
          });
      TimeUnit.MILLISECONDS.sleep(500);
      picture(rig, "40-" + place);
    }
  }

  private void narrow() throws Exception {
    try (WindowRig rig = WindowRig.onSamples(home.resolve("narrow"), 720, 760)) {
      dress(rig);
      rig.await("rows", () -> rows(rig).getItems().size() > 5);
      picture(rig, "50-narrow-list");
      search(rig, SAMPLE);
      rig.await("the sample", () -> rows(rig).getItems().size() == 1);
      WindowRig.onUi(
          () -> {
            rows(rig).getOnMouseClicked().handle(null);
            return null;
          });
      rig.await("its page", () -> rig.shows("Accepted after"));
      picture(rig, "51-narrow-page");
      fire(rig, "#back");
      rig.await("the list", () -> rig.find("#results") != null);
    }
  }

  private void unreachable() throws Exception {
    MockWebServer server = new MockWebServer();
    server.start();
    String address = "community=" + server.url("/");
    server.close();
    try (WindowRig rig = WindowRig.withSamples(home.resolve("offline"), address)) {
      dress(rig);
      rig.await("the rest", () -> rig.shows("did not answer"));
      rig.await("a page", () -> rig.find("#tile-upload") != null && !rig.shows("Checking"));
      picture(rig, "04-discover-partly");
      WindowRig.onUi(
          () -> {
            ((ToggleButton) rig.labelled("community")).fire();
            return null;
          });
      rig.await("no answer", () -> rig.labelled("Try again") != null);
      picture(rig, "04-discover-offline");
    }
  }

  private void broken() throws Exception {
    try (MockWebServer server = serving(new MockResponse.Builder().code(500).build());
        WindowRig rig =
            WindowRig.on(home.resolve("broken"), "community=" + server.url("/"), 1280, 820)) {
      dress(rig);
      rig.await("an error", () -> rig.labelled("Try again") != null);
      picture(rig, "05-discover-error");
    }
  }

  private void waiting() throws Exception {
    try (MockWebServer server =
            serving(new MockResponse.Builder().headersDelay(15, TimeUnit.SECONDS).build());
        WindowRig rig =
            WindowRig.on(home.resolve("waiting"), "community=" + server.url("/"), 1280, 820)) {
      dress(rig);
      TimeUnit.MILLISECONDS.sleep(400);
      picture(rig, "06-discover-waiting");
    }
  }

  private static MockWebServer serving(MockResponse response) throws Exception {
    MockWebServer server = new MockWebServer();
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return response;
          }
        });
    server.start();
    return server;
  }
}
