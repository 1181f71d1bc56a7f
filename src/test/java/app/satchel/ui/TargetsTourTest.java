package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.http.TestServer;
import app.satchel.ui.kit.Theme;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The wizard's further ways, in the real window, with a picture of each: a skill that needs a
 * decision, ChatGPT, and a developer workspace.
 */
@Tag("screens")
class TargetsTourTest {
  private static final Path PICTURES = Path.of("target", "screens");
  private static final String KEY = "sk-ant-api03-only-for-pictures-wxyz";

  @TempDir Path home;

  private Theme.Choice theme;
  private boolean there;

  @ParameterizedTest
  @EnumSource(
      value = Theme.Choice.class,
      names = {"LIGHT", "DARK"})
  void tour(Theme.Choice wanted) throws Exception {
    theme = wanted;
    try (TestServer server = new TestServer().always(this::answer);
        WindowRig rig =
            WindowRig.onSamples(home, Map.of("ANTHROPIC_BASE_URL", server.base().toString()))) {
      WindowRig.onUi(
          () -> {
            rig.window.theme().choiceProperty().set(theme);
            return null;
          });
      decision(rig);
      chatGpt(rig);
      workspace(rig);
      there = true;
      conflict(rig);
    }
  }

  /** An empty workspace, or one that has the skill. */
  private MockResponse answer(RecordedRequest request) {
    String skill =
        """
        {"id":"skill_01AbCdEfGhIjKlMnOpQrStUv","display_name":"python-report-patterns",
         "latest_version_id":"skver_01XyZ","created_at":"2026-11-01T00:00:00Z",
         "source":{"type":"custom"}}
        """;
    boolean list = request.getMethod().equals("GET");
    boolean version = request.getUrl().encodedPath().contains("/versions");
    String body =
        version
            ? "{\"id\":\"skver_02\",\"name\":\"python-report-patterns\"}"
            : list ? "{\"data\":[" + (there ? skill : "") + "]}" : skill;
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  private void picture(WindowRig rig, String name) throws Exception {
    // What was just put into a scroll pane is dressed with the next pulse.
    TimeUnit.MILLISECONDS.sleep(250);
    rig.picture(PICTURES.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
  }

  private static void open(WindowRig rig, String skill) throws Exception {
    WindowRig.onUi(
        () -> {
          ((TextField) rig.find("#search")).setText(skill);
          return null;
        });
    rig.await(
        skill, () -> ((ListView<?>) rig.window.scene().lookup("#results")).getItems().size() == 1);
    rig.await(
        "its page",
        () ->
            rig.find(".title") instanceof Labeled title
                && title.getText().equals(skill)
                && !rig.shows("Checking"));
    rig.fire("#add");
    atStep(rig, "WhereStep");
  }

  private static void atStep(WindowRig rig, String step) throws Exception {
    rig.await(
        step,
        () ->
            rig.find(".wizard-step") != null
                && rig.find(".wizard-step").getClass().getSimpleName().equals(step)
                && (rig.find("#wizard-next") != null));
  }

  private static void next(WindowRig rig, String step) throws Exception {
    rig.await("a way on", () -> !rig.find("#wizard-next").isDisabled());
    rig.fire("#wizard-next");
    atStep(rig, step);
    rig.await("an end of the work", () -> rig.find("#wizard-halt") == null);
  }

  private static void place(WindowRig rig, String name) throws Exception {
    rig.await("the places", () -> rig.shows(name));
    WindowRig.onUi(
        () -> {
          rig.window.scene().getRoot().lookupAll(".place-row").stream()
              .map(RadioButton.class::cast)
              .filter(row -> row.getAccessibleText().startsWith(name + "."))
              .findFirst()
              .orElseThrow()
              .setSelected(true);
          return null;
        });
    WindowRig.settle();
  }

  private static void close(WindowRig rig) throws Exception {
    rig.fire("#wizard-next");
    rig.await("no wizard", () -> rig.find(".wizard-card") == null);
  }

  private void decision(WindowRig rig) throws Exception {
    open(rig, "claude-tidy-desk");
    next(rig, "NeedsStep");
    next(rig, "ReviewStep");
    assertThat(rig.find("#wizard-next").isDisabled()).isTrue();
    rig.scroll(".wizard-scroll", 1);
    picture(rig, "60-wizard-decision-open");
    while (WindowRig.onUi(() -> rig.find("#wizard-next").isDisabled())) {
      WindowRig.onUi(
          () -> {
            rig.window.scene().getRoot().lookupAll(".accept").stream()
                .map(CheckBox.class::cast)
                .filter(box -> !box.isSelected())
                .findFirst()
                .orElseThrow()
                .fire();
            return null;
          });
      WindowRig.settle();
      TimeUnit.MILLISECONDS.sleep(200);
    }
    picture(rig, "61-wizard-decision-made");
    rig.scroll(".wizard-scroll", 0);
    picture(rig, "62-wizard-decision-top");
    next(rig, "UploadStep");
    rig.fire("#wizard-said");
    WindowRig.onUi(
        () -> {
          ((TextArea) rig.find(".said-box .text-area"))
              .setText("zip contains to many files (maximum 200). Currently there are 231");
          return null;
        });
    WindowRig.settle();
    picture(rig, "63-wizard-said");
    close(rig);
  }

  private void chatGpt(WindowRig rig) throws Exception {
    open(rig, "python-report-patterns");
    place(rig, "ChatGPT");
    picture(rig, "64-wizard-chatgpt-where");
    next(rig, "NeedsStep");
    next(rig, "ReviewStep");
    next(rig, "UploadStep");
    picture(rig, "65-wizard-chatgpt-upload");
    close(rig);
  }

  private void workspace(WindowRig rig) throws Exception {
    open(rig, "python-report-patterns");
    place(rig, "Claude API");
    rig.await("a field for the key", () -> rig.find("#workspace-key") != null);
    rig.scroll(".wizard-scroll", 1);
    picture(rig, "66-wizard-workspace-key");
    WindowRig.onUi(
        () -> {
          ((PasswordField) rig.find("#workspace-key")).setText(KEY);
          return null;
        });
    next(rig, "NeedsStep");
    next(rig, "ReviewStep");
    rig.scroll(".wizard-scroll", 0.6);
    picture(rig, "67-wizard-workspace-review");
    next(rig, "SentStep");
    picture(rig, "68-wizard-workspace-sent");
    close(rig);
  }

  private void conflict(WindowRig rig) throws Exception {
    open(rig, "python-report-patterns");
    place(rig, "Claude API");
    rig.await("a field for the key", () -> rig.find("#workspace-key") != null);
    WindowRig.onUi(
        () -> {
          ((PasswordField) rig.find("#workspace-key")).setText(KEY);
          return null;
        });
    next(rig, "NeedsStep");
    next(rig, "ReviewStep");
    next(rig, "BuildStep");
    picture(rig, "69-wizard-workspace-conflict");
    rig.fire("#wizard-cancel");
    rig.await("no wizard", () -> rig.find(".wizard-card") == null);
  }
}
