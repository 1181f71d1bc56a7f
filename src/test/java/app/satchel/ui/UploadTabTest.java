package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The Upload tab of a skill that needs a decision, by keyboard alone. */
class UploadTabTest {
  @TempDir Path home;
  private WindowRig rig;
  private final FxRobot robot = new FxRobot();

  @BeforeEach
  void open() throws Exception {
    rig = WindowRig.onSamples(home);
    robot.targetWindow(rig.stage);
    rig.await("the first rows", () -> !rows().getItems().isEmpty());
    robot.write("claude-tidy-desk");
    rig.await("the sample alone", () -> rows().getItems().size() == 1);
    robot.type(KeyCode.DOWN);
    robot.type(KeyCode.ENTER);
    rig.await("its page", () -> rig.shows("Needs your decision"));
    // From the primary button, past the head, to the tile that leads to the tab.
    tabTo("tile-upload");
    robot.type(KeyCode.ENTER);
    rig.await("the verdict", () -> rig.shows("One change that would help needs your yes"));
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private ListView<?> rows() {
    return (ListView<?>) rig.window.scene().lookup("#results");
  }

  private Node focused() throws Exception {
    return WindowRig.onUi(() -> rig.window.scene().getFocusOwner());
  }

  private void tabTo(String id) throws Exception {
    for (int i = 0; i < 40 && !id.equals(focused().getId()); i++) {
      robot.type(KeyCode.TAB);
      WindowRig.settle();
    }
    assertThat(focused().getId()).isEqualTo(id);
  }

  private void tabToTheQuestion() throws Exception {
    for (int i = 0; i < 40 && !(focused() instanceof CheckBox); i++) {
      robot.type(KeyCode.TAB);
      WindowRig.settle();
    }
  }

  @Test
  void aTickIsTriedAndTheFocusStaysOnIt() throws Exception {
    tabToTheQuestion();
    assertThat(((CheckBox) focused()).getAccessibleText())
        .startsWith("Needs your yes: ")
        .contains("Claude will know the skill as 'tidy-desk'");
    double before = WindowRig.onUi(() -> y(rig.window.scene().getFocusOwner()));

    robot.type(KeyCode.SPACE);
    rig.await("the verdict that follows", () -> rig.shows("With what you ticked"));
    assertThat(tile()).isEqualTo("Accepted with your yes");
    assertThat(rig.shows("Needs your yes")).isFalse();
    assertThat(((CheckBox) focused()).getAccessibleText()).startsWith("You said yes: ");

    assertThat(focused()).isInstanceOf(CheckBox.class);
    assertThat(((CheckBox) focused()).isSelected()).isTrue();
    double after = WindowRig.onUi(() -> y(rig.window.scene().getFocusOwner()));
    assertThat(after).isCloseTo(before, org.assertj.core.api.Assertions.within(2.0));
    assertThat(rig.shows("name-reserved")).isFalse();

    robot.type(KeyCode.SPACE);
    rig.await("the verdict before", () -> rig.shows("One change that would help needs your yes"));
    assertThat(rig.shows("name-reserved")).isTrue();
    assertThat(tile()).isEqualTo("Needs your decision");
    assertThat(rig.shows("Needs your yes")).isTrue();
  }

  /** What the tile of the page's head says. */
  private String tile() throws Exception {
    return WindowRig.onUi(
        () ->
            rig.find("#tile-upload").lookupAll(".label").stream()
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text.startsWith("Accepted") || text.startsWith("Needs"))
                .findFirst()
                .orElse(""));
  }

  private static double y(Node node) {
    return node.localToScene(node.getLayoutBounds()).getMinY();
  }

  @Test
  void theReportIsCopied() throws Exception {
    tabTo("copy-report");
    robot.type(KeyCode.SPACE);
    rig.await("the report", () -> !rig.desktop.copied.isEmpty());

    assertThat(rig.desktop.copied.getFirst())
        .startsWith("# Will claude.ai accept claude-tidy-desk?")
        .contains("`skills/claude-tidy-desk`", "`name-reserved`");
    assertThat(((Labeled) rig.find("#copy-report")).getText()).isEqualTo("Copied");
  }

  @Test
  void thePatchIsSavedWhereThePersonSays() throws Exception {
    tabToTheQuestion();
    robot.type(KeyCode.SPACE);
    rig.await("a patch to save", () -> rig.find("#save-patch") != null);
    tabTo("save-patch");
    robot.type(KeyCode.SPACE);
    WindowRig.settle();
    assertThat(rig.shows("Saved as")).as("the dialog was left").isFalse();

    rig.desktop.choice = home.resolve("tidy.patch");
    robot.type(KeyCode.SPACE);
    rig.await("the patch", () -> rig.shows("Saved as"));

    assertThat(Files.readString(home.resolve("tidy.patch"))).contains("+name: tidy-desk\n");
    assertThat(rig.shows("git apply")).isTrue();
    double bottom =
        WindowRig.onUi(
            () -> {
              Node saved = rig.find(".saved-patch");
              return saved.localToScene(saved.getLayoutBounds()).getMaxY();
            });
    assertThat(bottom).as("in sight").isLessThanOrEqualTo(rig.window.scene().getHeight());
  }

  @Test
  void whatClaudeSaidIsExplainedInPlace() throws Exception {
    tabTo("said-something-else");
    robot.type(KeyCode.SPACE);
    WindowRig.settle();
    robot.write("SKILL.md must start with YAML frontmatter (---)");

    rig.await("an explanation", () -> rig.shows("Satchel knows this message"));
  }
}
