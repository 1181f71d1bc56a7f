package app.satchel.ui.wizard;

import app.satchel.install.delivery.Delivered;
import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.Figures;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.kit.Tone;
import app.satchel.words.Words;
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

  private final DeliverModel model;
  private final DeliverModel.Item item;
  private final CheckBox there = new CheckBox();
  private final StackPane badge;
  private final Subscription subscription;

  ZipRow(DeliverModel model, DeliverModel.Item item, int rules, Desktop desktop) {
    this.model = model;
    this.item = item;
    String file = UploadStep.fileName(item);
    Label badgeText = new Label("ZIP");
    badge = new StackPane(badgeText);
    badge.getStyleClass().add("zip-badge");
    HBox.setMargin(badge, new Insets(0, 6, 0, 0));

    there.selectedProperty().bindBidirectional(item.thereProperty());
    there.setMinWidth(USE_PREF_SIZE);
    there.setAccessibleText(WORDS.text("zip.there-spoken", file));

    Label name = Texts.path(file, "strong", "zip-name");
    Label facts = Texts.line(facts(rules), "soft", "small");
    Label reason = Texts.line(reason(), "soft", "zip-reason");
    HBox firstLine = new HBox(6, name, reason);
    firstLine.setAlignment(Pos.BASELINE_LEFT);
    Label hint = Texts.line(WORDS.text("zip.drag"), "zip-hint", "semi", "small");
    VBox words = new VBox(1, firstLine, facts, hint);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);

    Button copy = copyButton(desktop);
    Button show = Texts.button(WORDS.text("show"), () -> desktop.show(item.path()), "small-button");
    show.setAccessibleText(WORDS.text("show-spoken", file));
    Label thereWord = Texts.status(Tone.OK, WORDS.text("zip.there"));
    thereWord.setGraphic(null);

    HBox line = new HBox(8, there, badge, words, thereWord, copy, show);
    line.getStyleClass().add("zip-line");
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(line);
    getStyleClass().add("zip-row");
    setOnDragDetected(this::drag);

    subscription =
        model
            .currentProperty()
            .subscribe(now -> dress(line, List.of(badge, facts, hint, show), reason, thereWord, copy))
            .and(
                item.thereProperty()
                    .subscribe(now -> dress(line, List.of(badge, facts, hint, show), reason, thereWord, copy)));
  }

  private void dress(
      HBox line, List<Node> ofCurrent, Label reason, Label thereWord, Button copy) {
    boolean ticked = item.thereProperty().get();
    boolean current = model.currentProperty().get() == item && !ticked;
    getStyleClass().removeAll("current", "ticked");
    if (current) {
      getStyleClass().add("current");
    } else if (ticked) {
      getStyleClass().add("ticked");
    }
    ofCurrent.forEach(node -> visible(node, current));
    visible(reason, !current && !reason.getText().isEmpty());
    visible(copy, !ticked);
    visible(thereWord, ticked);
    there.setText(current ? WORDS.text("zip.there") : "");
    order(line, current);
    setCursor(ticked ? Cursor.DEFAULT : Cursor.OPEN_HAND);
  }

  /** The current card says its tick last; the lines begin with it. */
  private void order(HBox line, boolean current) {
    boolean last = line.getChildren().getLast() == there;
    if (current == last) {
      return;
    }
    boolean focused = there.isFocused();
    line.getChildren().remove(there);
    line.getChildren().add(current ? line.getChildren().size() : 0, there);
    if (focused) {
      there.requestFocus();
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
    return item.skill().root() ? "" : WORDS.text("zip.needed");
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
    ClipboardContent content = new ClipboardContent();
    content.putFiles(List.of(item.path().toAbsolutePath().toFile()));
    board.setContent(content);
    SnapshotParameters clear = new SnapshotParameters();
    clear.setFill(Color.TRANSPARENT);
    WritableImage picture = dragPicture().snapshot(clear, null);
    board.setDragView(picture, picture.getWidth() / 2, picture.getHeight() / 2);
    event.consume();
  }

  private Node dragPicture() {
    return badge.isVisible() ? badge : this;
  }
}
