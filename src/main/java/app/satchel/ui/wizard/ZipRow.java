package app.satchel.ui.wizard;

import app.satchel.check.upload.UploadRules;
import app.satchel.install.delivery.Delivered;
import app.satchel.install.delivery.Target;
import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Figures;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.kit.Tone;
import app.satchel.words.Words;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.util.Subscription;

/**
 * One ZIP to upload. The current one is a large card; the others are lines. Every one can be
 * dragged out of the window as a file.
 */
final class ZipRow extends StackPane {
  private static final Words WORDS = StepPane.WORDS;

  /** Narrower than this, in pixels, the buttons of the current card go below its words. */
  private static final double NARROW = 560;

  private final DeliverModel model;
  private final DeliverModel.Item item;

  /** Whether the site's page is known to take a file that is dropped on it. */
  private final boolean takesDrops;

  private final CheckBox there = new CheckBox();
  private final StackPane badge = new StackPane(new Label("ZIP"));
  private final Label facts;
  private final Label reason;
  private final Label hint = Texts.line(WORDS.text("zip.drag"), "zip-hint", "semi", "small");
  private final Label thereWord = Texts.status(Tone.OK, WORDS.text("zip.there"));
  private final Button copy;
  private final Button show;
  private final HBox line = new HBox(8);
  private final HBox below = new HBox(8);
  private final VBox words;
  private final Subscription subscription;

  ZipRow(DeliverModel model, DeliverModel.Item item, UploadRules rules, Desktop desktop) {
    this.model = model;
    this.item = item;
    this.takesDrops = model.site().equals(Target.CLAUDE_AI);
    String file = UploadStep.fileName(item);
    badge.getStyleClass().add("zip-badge");
    HBox.setMargin(badge, new Insets(0, 6, 0, 0));
    there.selectedProperty().bindBidirectional(item.thereProperty());
    there.setMinWidth(USE_PREF_SIZE);
    there.setAccessibleText(WORDS.text("zip.there-spoken", file, rules.targetName()));
    thereWord.setGraphic(null);

    facts = Texts.line(facts(rules.rules().size()), "soft", "small");
    reason = Texts.line(reason(), "soft", "zip-reason");
    reason.setMinWidth(USE_PREF_SIZE);
    HBox name = new HBox(6, Texts.path(file, "strong", "zip-name"), reason);
    name.setAlignment(Pos.BASELINE_LEFT);
    words = new VBox(1, name, facts, hint);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);

    copy = copyButton(desktop);
    show = Texts.button(WORDS.text("show"), () -> desktop.show(item.path()), "small-button");
    show.setAccessibleText(WORDS.text("show-spoken", file));

    line.getStyleClass().add("zip-line");
    line.setAlignment(Pos.CENTER_LEFT);
    below.getStyleClass().add("zip-below");
    below.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(new VBox(line, below));
    getStyleClass().add("zip-row");
    setOnDragDetected(this::drag);

    subscription =
        model
            .currentProperty()
            .subscribe((before, now) -> dress())
            .and(item.thereProperty().subscribe((before, now) -> dress()))
            .and(widthProperty().subscribe((before, now) -> arrange()));
    dress();
  }

  private boolean current() {
    return model.currentProperty().get() == item && !item.thereProperty().get();
  }

  private void dress() {
    boolean ticked = item.thereProperty().get();
    boolean current = current();
    getStyleClass().removeAll("current", "ticked");
    if (current) {
      getStyleClass().add("current");
    } else if (ticked) {
      getStyleClass().add("ticked");
    }
    List.of(badge, facts, show).forEach(node -> visible(node, current));
    visible(hint, current && takesDrops);
    visible(reason, !current && !reason.getText().isEmpty());
    visible(copy, !ticked);
    visible(thereWord, ticked);
    there.setText(current ? WORDS.text("zip.there") : "");
    arrange();
    setCursor(ticked ? Cursor.DEFAULT : Cursor.OPEN_HAND);
  }

  /** The current card says its tick last; the lines begin with it. */
  private void arrange() {
    boolean narrow = current() && getWidth() > 0 && getWidth() < NARROW;
    List<Node> inLine =
        narrow
            ? List.of(badge, words)
            : current()
                ? List.of(badge, words, copy, show, there)
                : List.of(there, words, thereWord, copy);
    List<Node> inBelow = narrow ? List.of(copy, show, there) : List.of();
    if (line.getChildren().equals(inLine) && below.getChildren().equals(inBelow)) {
      return;
    }
    // A control that moves would lose the focus.
    Node focused = getScene() == null ? null : getScene().getFocusOwner();
    boolean ours = focused == there || focused == copy || focused == show;
    line.getChildren().clear();
    below.getChildren().clear();
    line.getChildren().setAll(inLine);
    below.getChildren().setAll(inBelow);
    visible(below, narrow);
    if (ours && focused.getScene() != null && focused.isVisible()) {
      focused.requestFocus();
    }
  }

  private static void visible(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  void leave() {
    subscription.unsubscribe();
    there.selectedProperty().unbindBidirectional(item.thereProperty());
  }

  private String reason() {
    String by = DisplayText.line(String.join(", ", item.skill().need().by()), 60);
    return item.skill().root() ? "" : WORDS.text("zip.needed", by);
  }

  private String facts(int rules) {
    Delivered.Done done = item.done();
    return done == null
        ? WORDS.text("zip.same-facts")
        : WORDS.text("zip.facts", done.files(), Figures.bytes(done.bytes()), rules);
  }

  private Button copyButton(Desktop desktop) {
    Button copy = new Button(WORDS.text("copy-path"));
    copy.getStyleClass().add("small-button");
    copy.setMinWidth(USE_PREF_SIZE);
    copy.setAccessibleText(WORDS.text("copy-path-spoken", UploadStep.fileName(item)));
    copy.setOnAction(
        event -> {
          desktop.copy(item.path().toAbsolutePath().toString());
          copy.setText(WORDS.text("copied"));
        });
    copy.focusedProperty().subscribe((before, now) -> copy.setText(WORDS.text("copy-path")));
    return copy;
  }

  private void drag(MouseEvent event) {
    Dragboard board = startDragAndDrop(TransferMode.COPY);
    board.setContent(content(item.path()));
    SnapshotParameters clear = new SnapshotParameters();
    clear.setFill(Color.TRANSPARENT);
    WritableImage picture = dragPicture().snapshot(clear, null);
    board.setDragView(picture, picture.getWidth() / 2, picture.getHeight() / 2);
    event.consume();
  }

  /** What a browser takes for a file dropped on its page. */
  static ClipboardContent content(Path zip) {
    ClipboardContent content = new ClipboardContent();
    content.putFiles(List.of(zip.toAbsolutePath().toFile()));
    return content;
  }

  private Node dragPicture() {
    return badge.isVisible() ? badge : this;
  }
}
