package app.satchel.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.markdown.MarkdownReader;
import app.satchel.ui.kit.ZoomBox;
import app.satchel.ui.markdown.Selection.Position;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finding words, selecting by keyboard, wrapped code, and all of it on a page that is zoomed. */
class ReadingKeysTest {
  private MarkdownPane pane;
  private ZoomBox zoomed;
  private ScrollPane scroll;
  private Stage stage;

  @BeforeEach
  void open() {
    Fx.run(
        () -> {
          pane = new MarkdownPane(new NoActions(), PackageImages.none());
          zoomed = new ZoomBox(new VBox(pane));
          scroll = new ScrollPane(zoomed);
          scroll.setFitToWidth(true);
          stage = new Stage();
          stage.setScene(new Scene(scroll, 700, 600));
          stage.show();
        });
  }

  @AfterEach
  void close() {
    Fx.run(() -> stage.hide());
  }

  private void show(String markdown) {
    Fx.run(() -> pane.show(new MarkdownReader().read(markdown)));
    settle();
  }

  private void settle() {
    for (int i = 0; i < 3; i++) {
      Fx.settle();
      Fx.run(scroll::layout);
    }
  }

  private <T> T ask(Callable<T> question) {
    T answer = Fx.call(question);
    settle();
    return answer;
  }

  private void press(KeyCode code, boolean shortcut) {
    Fx.run(
        () ->
            Event.fireEvent(
                pane,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, true, shortcut, false, false)));
    settle();
  }

  private List<Node> marks(String styleClass) {
    return Fx.call(() -> List.copyOf(pane.lookupAll("." + styleClass)));
  }

  private boolean isSeen(Node node) {
    return Fx.call(() -> isSeenNow(node));
  }

  private boolean isSeenNow(Node node) {
    Bounds place = node.localToScene(node.getBoundsInLocal());
    return place.getMinY() >= 0
        && place.getMaxY() <= 600
        && place.getMinX() >= 0
        && place.getMaxX() <= 700;
  }

  private void awaitMark(int place) {
    awaitSeen(".md-found-current", "place " + place);
  }

  /** Something comes into sight; how many frames that takes is not ours to say. */
  private void awaitSeen(String selector, String what) {
    long end = System.nanoTime() + 5_000_000_000L;
    boolean seen = false;
    while (!seen && System.nanoTime() < end) {
      seen =
          Fx.call(
              () ->
                  pane.lookupAll(selector).stream().findFirst().map(this::isSeenNow).orElse(false));
      settle();
    }
    assertThat(seen).as(what).isTrue();
  }

  private static String longDocument() {
    return "# Start\n\nneedle one\n\n"
        + "filling words\n\n".repeat(400)
        + "```\n"
        + "code line\n".repeat(150)
        + "and a needle two\n"
        + "code line\n".repeat(40)
        + "x".repeat(300)
        + " needle three\n```\n\n"
        + "filling words\n\n".repeat(200);
  }

  @Test
  void marksWhatIsFoundAndBringsItIntoSight() {
    show(longDocument());
    assertThat(ask(() -> pane.find("NEEDLE"))).isEqualTo(new Found(1, 3, false));
    awaitMark(1);
    for (int place = 2; place <= 3; place++) {
      assertThat(ask(() -> pane.findNext(true)).current()).isEqualTo(place);
      awaitMark(place);
    }
    assertThat(ask(() -> pane.findNext(true)).current()).isEqualTo(1);
    awaitMark(1);
  }

  /** What was asked for last counts, also when it is in sight already. */
  @Test
  void aJumpEndsWhenSomethingElseIsAskedFor() {
    show(("illicit ".repeat(60) + "\n\n").repeat(100) + "## Far\n\n" + "end\n\n".repeat(90));
    Position asked =
        Fx.call(
            () -> {
              pane.jumpTo("far");
              Position low = at(500);
              pane.reveal(low);
              return low;
            });
    for (int i = 0; i < 4; i++) {
      settle();
    }
    assertThat(Fx.call(() -> pane.localToScene(pane.placeOf(asked)).getCenterY()))
        .isBetween(0.0, 600.0);
  }

  /** Marks that are made anew at each layout ask for the next one, and the page never rests. */
  @Test
  void restsWhenAllIsInPlace() throws InterruptedException {
    show(
        "one `needle` and another needle\n\n"
            + "```\n"
            + "needle\n"
            + "```\n\n"
            + "| a | b |\n"
            + "|---|---|\n"
            + "| `c` | d |\n");
    ask(() -> pane.find("needle"));
    press(KeyCode.RIGHT, false);
    press(KeyCode.END, true);
    Thread.sleep(200);
    AtomicInteger asked = new AtomicInteger();
    Fx.run(() -> whenLayoutIsAsked(scroll, asked::incrementAndGet));
    Thread.sleep(300);
    assertThat(asked).hasValue(0);
  }

  private static void whenLayoutIsAsked(Parent parent, Runnable told) {
    parent.needsLayoutProperty().subscribe(told);
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (child instanceof Parent below) {
        whenLayoutIsAsked(below, told);
      }
    }
  }

  @Test
  void selectsWhatWasFoundLastWhenTheSearchEnds() {
    show("one needle and another needle\n");
    ask(() -> pane.find("needle"));
    assertThat(marks("md-found")).hasSize(1);
    Fx.run(pane::endFind);
    assertThat(marks("md-found")).isEmpty();
    assertThat(marks("md-found-current")).isEmpty();
    assertThat(Fx.call(pane::selectedText)).isEqualTo("needle");
  }

  @Test
  void findsAlsoOnAPageThatIsZoomed() {
    show(longDocument());
    Fx.run(() -> zoomed.zoomProperty().set(1.5));
    settle();
    ask(() -> pane.find("needle three"));
    awaitMark(1);
    assertThat(Fx.call(() -> pane.jumpTo("start"))).isTrue();
    settle();
    Text title = (Text) Fx.call(() -> pane.lookup(".md-heading-1.md-text"));
    assertThat(isSeen(title)).isTrue();
    assertThat(Fx.call(() -> pane.getWidth())).isLessThan(480);
  }

  @Test
  void selectsByShiftAndArrows() {
    show("one two\n\nthree\n");
    press(KeyCode.RIGHT, false);
    press(KeyCode.RIGHT, false);
    assertThat(Fx.call(pane::selectedText)).isEqualTo("on");
    press(KeyCode.LEFT, false);
    assertThat(Fx.call(pane::selectedText)).isEqualTo("o");
    press(KeyCode.RIGHT, true);
    assertThat(Fx.call(pane::selectedText)).isEqualTo("one");
    press(KeyCode.END, false);
    assertThat(Fx.call(pane::selectedText)).isEqualTo("one two");
    press(KeyCode.DOWN, false);
    assertThat(Fx.call(pane::selectedText)).startsWith("one two\n\nt");
    press(KeyCode.HOME, true);
    assertThat(Fx.call(pane::selectedText)).isEmpty();
    press(KeyCode.END, true);
    assertThat(Fx.call(pane::selectedText)).isEqualTo("one two\n\nthree");
  }

  @Test
  void movesLineByLineThroughAParagraph() {
    show("word ".repeat(200));
    press(KeyCode.DOWN, false);
    int oneLine = Fx.call(() -> pane.selectedText().length());
    press(KeyCode.DOWN, false);
    int twoLines = Fx.call(() -> pane.selectedText().length());
    assertThat(oneLine).isBetween(40, 200);
    assertThat(twoLines).isBetween(oneLine + 40, oneLine + 200);
    press(KeyCode.UP, false);
    assertThat(Fx.call(() -> pane.selectedText().length())).isEqualTo(oneLine);
  }

  @Test
  void takesAnEmojiForOneCharacter() {
    show("\uD83D\uDC69\u200D\uD83D\uDCBB done\n");
    press(KeyCode.RIGHT, false);
    press(KeyCode.RIGHT, true);
    assertThat(Fx.call(pane::selectedText)).endsWith("done");
  }

  @Test
  void bringsTheEndOfTheSelectionIntoSight() {
    show("filling words\n\n".repeat(300) + "the end\n");
    press(KeyCode.END, true);
    assertThat(Fx.call(() -> scroll.getVvalue())).isGreaterThan(0.9);
    press(KeyCode.PAGE_UP, false);
    press(KeyCode.HOME, true);
    assertThat(Fx.call(() -> scroll.getVvalue())).isLessThan(0.1);
  }

  @Test
  void wrapsLongLinesOfCode() {
    show("```\n" + "long ".repeat(100) + "\n```\n");
    double scrolled = Fx.call(() -> pane.getHeight());
    Fx.run(() -> pane.wrapCode(true));
    settle();
    assertThat(Fx.call(() -> pane.getHeight())).isGreaterThan(scrolled + 40);
    assertThat(sidewaysBars(pane)).isZero();
    Fx.run(() -> pane.wrapCode(false));
    settle();
    assertThat(sidewaysBars(pane)).isEqualTo(1);
  }

  @Test
  void jumpsAlsoWhenItIsNotOnThePageYet() {
    Fx.run(
        () -> {
          zoomed.setVisible(false);
          scroll.setContent(null);
          pane.show(
              new MarkdownReader().read(longDocument() + "## Far\n\n" + "end\n\n".repeat(90)));
          pane.jumpTo("far");
        });
    settle();
    Fx.run(
        () -> {
          zoomed.setVisible(true);
          scroll.setContent(zoomed);
        });
    awaitSeen(".md-heading-2.md-text", "the heading");
  }

  /** A scroll pane would show the end of what is higher than itself. */
  @Test
  void thePageStaysWhereItIsWhenTheKeyboardComesToIt() {
    Button before = new Button("before");
    Fx.run(
        () -> {
          scroll.setContent(new ZoomBox(new VBox(before, pane)));
          pane.show(new MarkdownReader().read(longDocument()));
        });
    settle();
    Fx.run(
        () -> {
          before.requestFocus();
          scroll.setVvalue(0.4);
        });
    settle();
    int read = Fx.call(this::cellInTheMiddle);
    assertThat(read).isGreaterThan(50);
    Fx.run(() -> before.requestFocusTraversal(TraversalDirection.NEXT));
    for (int i = 0; i < 4; i++) {
      settle();
    }
    assertThat(Fx.call(pane::isFocused)).isTrue();
    assertThat(Fx.call(this::cellInTheMiddle)).isEqualTo(read);
  }

  private Position at(double y) {
    return pane.positionAt(100, y - pane.localToScene(0, 0).getY());
  }

  private int cellInTheMiddle() {
    return at(300).cell();
  }

  private List<String> menuOn(Node node) {
    Fx.run(
        () ->
            Event.fireEvent(
                node,
                new ContextMenuEvent(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED, 1, 1, 1, 1, false, null)));
    settle();
    return Fx.call(
        () ->
            Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(MenuItem::isVisible)
                .map(MenuItem::getText)
                .filter(Objects::nonNull)
                .toList());
  }

  @Test
  void offersInItsMenuWhatFitsThePlace() {
    show("plain words\n\n[web](https://example.org/a) [bad](javascript:alert(1))\n");
    assertThat(menuOn(pane)).containsExactly("Copy", "Select all", "Find on this page");
    assertThat(menuOn(Fx.call(() -> pane.lookup(".md-link"))))
        .containsExactly("Open link", "Copy address", "Copy", "Select all", "Find on this page");
    assertThat(menuOn(Fx.call(() -> pane.lookup(".md-inert-link"))))
        .containsExactly("Copy address", "Copy", "Select all", "Find on this page");
    Fx.run(
        () ->
            Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> "menu-copy-link".equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
    assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo("javascript:alert(1)");
  }

  private static long sidewaysBars(Parent parent) {
    return Fx.call(() -> parent.lookupAll(".scroll-bar").stream().filter(Node::isVisible).count());
  }
}
