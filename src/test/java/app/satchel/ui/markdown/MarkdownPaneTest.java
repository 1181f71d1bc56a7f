package app.satchel.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.markdown.MarkdownDocument;
import app.satchel.markdown.MarkdownReader;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MarkdownPaneTest implements MarkdownActions {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> imagesRead = new CopyOnWriteArrayList<>();
  private MarkdownPane pane;
  private ScrollPane scroll;
  private Stage stage;

  @BeforeEach
  void open() {
    Fx.run(
        () -> {
          pane = new MarkdownPane(this, this::image);
          VBox page = new VBox(new Label("header"), pane);
          scroll = new ScrollPane(page);
          scroll.setFitToWidth(true);
          Scene scene = new Scene(new StackPane(scroll), 700, 600);
          scene.getStylesheets().add("data:text/css,.root{-satchel-text:black}");
          stage = new Stage();
          stage.setScene(scene);
          stage.show();
        });
  }

  @AfterEach
  void close() {
    Fx.run(() -> stage.hide());
  }

  private Optional<byte[]> image(String path) {
    imagesRead.add(path);
    return Optional.empty();
  }

  @Override
  public void openWeb(URI address) {
    asked.add("web " + address);
  }

  @Override
  public void openMail(String address) {
    asked.add("mail " + address);
  }

  @Override
  public void openFile(String path, String anchor) {
    asked.add("file " + path + " " + anchor);
  }

  private void show(String markdown) {
    MarkdownDocument document = new MarkdownReader().read(markdown);
    Fx.run(
        () -> {
          pane.show(document);
          scroll.layout();
        });
    Fx.settle();
    Fx.run(scroll::layout);
  }

  private Text text(String words) {
    return PaneRig.all(pane, Text.class).stream()
        .filter(text -> text.getText().equals(words))
        .findFirst()
        .orElseThrow();
  }

  private void key(Node node, KeyCode code, boolean shortcut) {
    Fx.run(
        () ->
            Event.fireEvent(
                node,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false)));
  }

  @Test
  void asksTheWindowToFollowLinks() {
    show(
        "[web](https://example.org/a) [file](references/a.md#b) [mail](mailto:a@b.example)"
            + " [bad](javascript:alert(1))");
    List.of("web", "file", "mail", "bad").forEach(words -> PaneRig.click(text(words)));
    key(text("web"), KeyCode.ENTER, false);
    assertThat(asked)
        .containsExactly(
            "web https://example.org/a",
            "file references/a.md b",
            "mail a@b.example",
            "web https://example.org/a");
    assertThat(Fx.call(() -> text("bad").isFocusTraversable())).isFalse();
  }

  @Test
  void copiesCode() {
    show("```bash\necho \"hi\" && ls\n```\n");
    Button copy = PaneRig.all(pane, Button.class).getFirst();
    Fx.run(copy::fire);
    assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo("echo \"hi\" && ls");
    assertThat(Fx.call(copy::getAccessibleText)).isEqualTo("Copy this code");
    assertThat(Fx.call(copy::getText)).isEqualTo("Copied");
  }

  @Test
  void selectsAndCopiesEverythingByKeyboard() {
    show("# Title\n\nwords\n\n| a | b |\n|---|---|\n| c | d |\n\n```\ncode\n```\n");
    key(pane, KeyCode.A, true);
    key(pane, KeyCode.C, true);
    assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo("Title\n\nwords\n\na\tb\nc\td\n\ncode");
    assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getHtml())).contains("<h1>Title</h1>");
  }

  @Test
  void selectsByDraggingAcrossBlocks() {
    show("first paragraph\n\nsecond paragraph\n");
    Fx.run(
        () -> {
          mouse(MouseEvent.MOUSE_PRESSED, 0, 5);
          mouse(MouseEvent.MOUSE_DRAGGED, 600, pane.getHeight() - 2);
        });
    assertThat(Fx.call(pane::selectedText)).isEqualTo("first paragraph\n\nsecond paragraph");
  }

  private void mouse(javafx.event.EventType<MouseEvent> type, double paneX, double paneY) {
    double x = pane.localToScene(paneX, paneY).getX();
    double y = pane.localToScene(paneX, paneY).getY();
    Event.fireEvent(
        pane,
        new MouseEvent(
            type,
            x,
            y,
            x,
            y,
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            true,
            false,
            true,
            null));
  }

  @Test
  void buildsOnlyWhatIsNear() {
    show("word word word word\n\n".repeat(5_000) + "# The end\n");
    assertThat(Fx.call(() -> pane.getChildrenUnmodifiable().size())).isLessThan(120);
    assertThat(Fx.call(() -> pane.getHeight())).isGreaterThan(50_000);
    assertThat(Fx.call(() -> pane.jumpTo("the-end"))).isTrue();
    Fx.settle();
    assertThat(Fx.call(() -> text("The end").localToScene(0, 0).getY())).isBetween(0.0, 600.0);
    assertThat(Fx.call(() -> pane.getChildrenUnmodifiable().size())).isLessThan(400);
  }

  @Test
  void jumpsWithinThePage() {
    show(
        "[go](#far)\n\n" + "filling words\n\n".repeat(300) + "## Far\n\n" + "more\n\n".repeat(100));
    PaneRig.click(text("go"));
    Fx.settle();
    assertThat(Fx.call(() -> text("Far").localToScene(0, 0).getY())).isBetween(0.0, 80.0);
    assertThat(Fx.call(() -> pane.currentSectionProperty().get())).isEqualTo("far");
  }

  @Test
  void keepsItsPlaceWhenTheBottomIsReached() {
    show("words\n\n".repeat(400) + "```\n" + "code\n".repeat(40) + "```\n\nlast words\n");
    for (int i = 0; i < 2; i++) {
      Fx.run(
          () -> {
            scroll.setVvalue(1);
            // Else it depends on this computer's speed whether a frame has come by.
            stage.getScene().getRoot().layout();
          });
      Fx.settle();
    }
    Fx.run(() -> stage.getScene().getRoot().layout());
    assertThat(Fx.call(() -> text("last words").localToScene(0, 0).getY())).isLessThan(600);
  }

  @Test
  void isAsHighAsItsContentAndWrapsWhenNarrow() {
    show("some words that are enough for several lines when the page is narrow\n\n".repeat(4));
    double wide = Fx.call(() -> pane.getHeight());
    Fx.run(() -> scroll.setMaxWidth(260));
    for (int i = 0; i < 3; i++) {
      Fx.settle();
      Fx.run(() -> stage.getScene().getRoot().layout());
    }
    assertThat(Fx.call(() -> pane.getHeight())).isGreaterThan(wide);
    Fx.run(
        () -> {
          Region last = (Region) pane.getChildrenUnmodifiable().getLast();
          assertThat(last.getLayoutY() + last.getHeight()).isEqualTo(pane.getHeight());
        });
  }

  @Test
  void requestsNothingForAHostilePage() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.enqueue(new MockResponse.Builder().code(200).build());
      server.start();
      String url = server.url("/x").toString();
      show(
          "![a]("
              + url
              + ") ![b][r]\n\n![c]("
              + url
              + ")\n\n<img src=\""
              + url
              + "\">\n\n"
              + "<iframe src=\""
              + url
              + "\"></iframe>\n\n"
              + "<link rel=stylesheet href=\""
              + url
              + "\"><style>@import '"
              + url
              + "';</style>\n\n"
              + "<meta http-equiv=refresh content=\"0;url="
              + url
              + "\">\n\n"
              + "<script src=\""
              + url
              + "\"></script>\n\n<object data=\""
              + url
              + "\"></object>\n\n"
              + "[j](javascript:fetch('"
              + url
              + "')) [f](file:///etc/passwd) "
              + url
              + "\n\n"
              + "> ".repeat(10_000)
              + "deep\n\n"
              + "![d](file:///etc/passwd) ![e](../../secret.png)"
              + " ![f](data:image/png;base64,AAAA)\n\n"
              + "a\u202Eb \uDB40\uDC68\uDB40\uDC69\n\n"
              + "[r]: "
              + url
              + "\n");
      Fx.run(
          () -> {
            scroll.snapshot(null, null);
            scroll.setVvalue(1);
            scroll.layout();
          });
      Fx.settle();
      assertThat(server.getRequestCount()).isZero();
      assertThat(imagesRead).isEmpty();
      assertThat(PaneRig.all(pane, ImageView.class))
          .allSatisfy(view -> assertThat(view.getImage()).isNull());
      assertThat(asked).isEmpty();
    }
  }

  @Test
  void readsImagesOfThePackageOnly() throws InterruptedException {
    show("![a](assets/a.png)\n");
    for (int i = 0; i < 100 && imagesRead.isEmpty(); i++) {
      Thread.sleep(20);
    }
    assertThat(imagesRead).containsExactly("assets/a.png");
  }

  @Test
  void showsAnotherDocumentInPlaceOfTheFirst() {
    show("# One\n");
    Fx.run(pane::selectAll);
    show("# Two\n");
    assertThat(Fx.call(pane::selectedText)).isEmpty();
    assertThat(PaneRig.all(pane, Text.class)).extracting(Text::getText).containsExactly("Two");
  }
}
