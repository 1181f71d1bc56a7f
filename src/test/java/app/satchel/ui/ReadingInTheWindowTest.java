package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Reading a page in the real window, by keyboard. */
class ReadingInTheWindowTest {
  @TempDir Path home;
  private WindowRig rig;
  private final FxRobot robot = new FxRobot();

  private void open(double width) throws Exception {
    rig = WindowRig.onSamples(home.resolve("w" + (int) width), width, 820);
    robot.targetWindow(rig.stage);
    rig.await("the first rows", () -> !rows().getItems().isEmpty());
    robot.write("python-report-patterns");
    rig.await("the sample alone", () -> rows().getItems().size() == 1);
    rig.await("its page", () -> rig.shows("Accepted after"));
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private ListView<?> rows() {
    return (ListView<?>) rig.window.scene().lookup("#results");
  }

  private String count() {
    return ((Labeled) rig.find("#find-count")).getText();
  }

  @Test
  void findsWordsOnThePage() throws Exception {
    open(1280);
    robot.push(KeyCode.SHORTCUT, KeyCode.F);
    rig.await("the bar", () -> rig.find("#find") != null && rig.find("#find").isFocused());
    robot.write("line");
    rig.await("places", () -> count().startsWith("1 of "));
    robot.type(KeyCode.ENTER);
    rig.await("the next place", () -> count().startsWith("2 of "));
    assertThat(WindowRig.onUi(() -> rig.find(".md-found-current"))).isNotNull();
    robot.write("zzz");
    rig.await("nothing", () -> count().equals("Not found"));
    robot.type(KeyCode.ESCAPE);
    rig.await("no bar", () -> rig.find("#find") == null);
    assertThat(WindowRig.onUi(() -> rig.find(".md-found"))).isNull();
  }

  @Test
  void findingCoversNothingOfThePage() throws Exception {
    for (double width : new double[] {1280, 1680, 900}) {
      if (rig != null) {
        rig.close();
      }
      open(width);
      robot.push(KeyCode.SHORTCUT, KeyCode.F);
      rig.await("the bar", () -> rig.find("#find") != null && rig.find("#find").isFocused());
      rig.frame();
      double bar = WindowRig.onUi(() -> inScene(".find-bar").getMaxY());
      for (String head : new String[] {".title", "#add"}) {
        assertThat(WindowRig.onUi(() -> inScene(head).getMinY()))
            .as(head + " at " + width)
            .isGreaterThanOrEqualTo(bar);
      }
      robot.type(KeyCode.ESCAPE);
      rig.await("no bar", () -> rig.find("#find") == null);
      rig.frame();
      assertThat(WindowRig.onUi(() -> inScene("#page-scroll").getMinY())).isLessThan(bar);
    }
  }

  private Bounds inScene(String selector) {
    Node node = rig.find(selector);
    return node.localToScene(node.getLayoutBounds());
  }

  @Test
  void keepsTheSizeOfThePage() throws Exception {
    open(1280);
    double before = heightOfTitle();
    robot.push(KeyCode.SHORTCUT, KeyCode.PLUS);
    robot.push(KeyCode.SHORTCUT, KeyCode.PLUS);
    rig.await("a larger page", () -> heightOfTitle() > before * 1.2);
    Path preferences = home.resolve("w1280/state/preferences.json");
    rig.await("it is kept", () -> read(preferences).contains("\"zoom\" : 125"));
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT0);
    rig.await("the normal size", () -> Math.abs(heightOfTitle() - before) < 1);
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private double heightOfTitle() {
    Node title = rig.find(".title");
    return title.localToScene(title.getBoundsInLocal()).getHeight();
  }

  @Test
  void outlinesThePageBesideItWhereThereIsRoom() throws Exception {
    open(1680);
    assertThat(WindowRig.onUi(() -> rig.find("#outline-menu"))).isNull();
    rig.await("the outline", () -> rig.find("#outline") != null);
    Labeled entry = WindowRig.onUi(() -> rig.labelled("HTML to PDF"));
    WindowRig.onUi(
        () -> {
          ((javafx.scene.control.Button) entry).fire();
          return null;
        });
    rig.await(
        "the section is marked",
        () ->
            entry.getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals("current")));
  }

  @Test
  void outlinesThePageInAMenuElsewhere() throws Exception {
    open(1280);
    assertThat(WindowRig.onUi(() -> rig.find("#outline"))).isNull();
    MenuButton menu = (MenuButton) WindowRig.onUi(() -> rig.find("#outline-menu"));
    assertThat(menu.getItems()).extracting(item -> item.getText().strip()).contains("HTML to PDF");
    assertThat(menu.getAccessibleText()).isEqualTo("On this page");
  }

  @Test
  void givesThePlainTextOfThePageThatIsShown() throws Exception {
    open(1280);
    WindowRig.onUi(
        () -> {
          ((MenuButton) rig.find("#view-menu"))
              .getItems().stream()
                  .filter(item -> "view-plain".equals(item.getId()))
                  .forEach(item -> ((CheckMenuItem) item).setSelected(true));
          return null;
        });
    rig.await("its words", () -> plainText().startsWith("Python Report Patterns"));
    WindowRig.onUi(
        () -> {
          rig.window.search("action-items");
          return null;
        });
    rig.await("the words of another page", () -> plainText().startsWith("Action items"));
  }

  private String plainText() {
    return rig.find("#plain-text") instanceof TextArea plain ? plain.getText() : "";
  }
}
