package app.satchel.ui.files;

import app.satchel.ui.files.FilesModel.Opened;
import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.Editable;
import app.satchel.ui.kit.Figures;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.kit.Tone;
import app.satchel.ui.markdown.MarkdownPane;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The file that was opened: its name, what can be done with it, and what is in it. */
final class OpenedView extends VBox {
  private static final Words WORDS = Words.of(OpenedView.class);

  /** The highest that a text gets on a page that scrolls itself. */
  private static final double HIGHEST_TEXT = 560;

  private final Desktop desktop;
  private final MarkdownPane markdown;
  private final HBox head = new HBox(8);
  private final FlowPane actions = new FlowPane(6, 6);
  private final StackPane place = new StackPane();
  private final Runnable back;
  private final Runnable turned;

  /** The widest that words are set. */
  private static final double MEASURE = 720;

  private Opened shown;
  private boolean beside;
  private boolean source;

  /**
   * @param markdown shows documents
   * @param back leads to the tree, where the file stands below it
   * @param turned called when the person has the same file shown in another way
   */
  OpenedView(Desktop desktop, MarkdownPane markdown, Runnable back, Runnable turned) {
    super(8);
    this.desktop = desktop;
    this.markdown = markdown;
    this.back = back;
    this.turned = turned;
    setId("opened-file");
    getStyleClass().add("opened-file");
    setMinWidth(0);
    head.setAlignment(Pos.CENTER_LEFT);
    place.setAlignment(Pos.TOP_LEFT);
    markdown.setMaxWidth(MEASURE);
    place.setMinWidth(0);
    place.setMinHeight(0);
    VBox.setVgrow(place, Priority.ALWAYS);
    getChildren().addAll(head, actions, place);
  }

  /** Whether it stands beside the tree, in a given height, or on the page below it. */
  void beside(boolean now) {
    if (now != beside) {
      beside = now;
      fill();
    }
  }

  void show(Opened opened) {
    boolean another = shown == null || opened == null || !shown.path().equals(opened.path());
    shown = opened;
    if (another) {
      source = false;
    }
    fill();
  }

  private void fill() {
    head.getChildren().clear();
    actions.getChildren().clear();
    place.getChildren().clear();
    if (shown == null) {
      place.getChildren().add(nothing());
      return;
    }
    String name = FileNode.shown(shown.path());
    if (!beside) {
      Button button = new Button(WORDS.text("back"), Icon.BACK.node());
      button.setId("back-to-files");
      button.getStyleClass().add("quiet");
      button.setOnAction(event -> back.run());
      button.setMinWidth(Region.USE_PREF_SIZE);
      head.getChildren().add(button);
    }
    Label path = Texts.path(name, "opened-name");
    path.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(path, Priority.ALWAYS);
    head.getChildren().add(path);
    if (shown.missing()) {
      place.getChildren().add(Texts.banner(Tone.INFO, WORDS.text("missing", name)));
      return;
    }
    Label size = Texts.line(Figures.bytes(shown.file().bytes()), "soft", "small");
    size.setMinWidth(Region.USE_PREF_SIZE);
    head.getChildren().add(size);
    if (shown.problem() != null) {
      place.getChildren().add(Texts.banner(Tone.WARN, shown.problem().sentence()));
    } else if (shown.content() == null) {
      place.getChildren().add(Texts.wrapped(WORDS.text("reading"), "soft"));
    } else {
      content(name);
    }
  }

  private void content(String name) {
    actions.getChildren().add(copying("copy-path", shown.file().path()));
    switch (shown.content()) {
      case FileContent.Text text -> text(name, text);
      case FileContent.Markdown document -> {
        actions.getChildren().addFirst(choice());
        if (source) {
          text(name, document.source());
        } else {
          actions.getChildren().add(copying("copy-text", document.source().whole()));
          markdown.show(document.document());
          put(document.source().cut(), beside ? scrolled(markdown) : markdown);
          jump();
        }
      }
      case FileContent.Picture picture -> put(false, picture(name, picture));
      case FileContent.Binary binary ->
          put(
              false,
              new FileDescription(shown.file(), binary, copying("copy-sum", binary.sha256())));
      case FileContent.Link link ->
          put(
              false,
              Texts.banner(Tone.INFO, WORDS.text("link.words", FileNode.shown(link.target()))));
    }
    if (shown.here() != null) {
      actions.getChildren().add(atHome());
    }
  }

  private void text(String name, FileContent.Text text) {
    actions.getChildren().add(copying("copy-text", text.whole()));
    if (text.whole().isEmpty()) {
      put(false, Texts.wrapped(WORDS.text("empty"), "soft"));
      return;
    }
    CodeList list = new CodeList(name, text, desktop::copy);
    list.atMost(beside ? Double.MAX_VALUE : HIGHEST_TEXT);
    list.setMinHeight(beside ? 0 : Region.USE_PREF_SIZE);
    list.setMaxHeight(Region.USE_PREF_SIZE);
    put(text.cut(), list);
    if (shown.anchor().matches("L\\d{1,7}")) {
      list.jumpTo(Integer.parseInt(shown.anchor().substring(1)));
    }
  }

  private void put(boolean cut, Node content) {
    List<Node> all = new ArrayList<>();
    if (cut) {
      all.add(
          Texts.banner(
              Tone.INFO,
              WORDS.text(
                  "cut",
                  Figures.bytes(FileReading.MOST_TEXT),
                  Figures.bytes(shown.file().bytes()))));
    }
    all.add(content);
    VBox box = new VBox(8);
    box.getChildren().setAll(all);
    box.setMinHeight(beside ? 0 : Region.USE_PREF_SIZE);
    VBox.setVgrow(content, Priority.ALWAYS);
    place.getChildren().setAll(box);
  }

  private static ScrollPane scrolled(Region content) {
    StackPane holder = new StackPane(content);
    StackPane.setAlignment(content, Pos.TOP_LEFT);
    holder.getStyleClass().add("file-document");
    ScrollPane scroll = new ScrollPane(holder);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinHeight(0);
    scroll.setId("file-scroll");
    return scroll;
  }

  /** Where a link led to within the document; its heights are known after the next layout. */
  private void jump() {
    String anchor = shown.anchor();
    if (!anchor.isEmpty()) {
      Platform.runLater(() -> markdown.jumpTo(anchor));
    }
  }

  private Node picture(String name, FileContent.Picture picture) {
    ImageView view = new ImageView(picture.image());
    view.setPreserveRatio(true);
    view.setSmooth(true);
    view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    view.setAccessibleText(WORDS.text("picture", name));
    double width = picture.image().getWidth();
    StackPane frame = new StackPane(view);
    frame.getStyleClass().add("file-picture");
    frame.setAlignment(Pos.TOP_LEFT);
    frame.setMinWidth(0);
    view.fitWidthProperty()
        .bind(frame.widthProperty().subtract(24).map(room -> Math.min(width, room.doubleValue())));
    view.setFitHeight(Math.min(picture.image().getHeight(), HIGHEST_TEXT));
    Label size =
        Texts.line(
            WORDS.text(
                "picture.size",
                Figures.exact(Math.round(width)),
                Figures.exact(Math.round(picture.image().getHeight()))),
            "soft",
            "small");
    VBox box = new VBox(6, frame, size);
    box.setMinWidth(0);
    return box;
  }

  private Node choice() {
    ToggleGroup group = new ToggleGroup();
    HBox box =
        new HBox(4, toggle("view.rendered", false, group), toggle("view.source", true, group));
    box.setAccessibleText(WORDS.text("view.spoken"));
    return box;
  }

  private ToggleButton toggle(String key, boolean asSource, ToggleGroup group) {
    ToggleButton button = new ToggleButton(WORDS.text(key));
    button.setId(key.replace('.', '-'));
    button.getStyleClass().setAll("chip");
    button.setToggleGroup(group);
    button.setSelected(source == asSource);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(
        event -> {
          source = asSource;
          fill();
          Node again = lookup("#" + button.getId());
          if (again != null) {
            again.requestFocus();
          }
          turned.run();
        });
    return button;
  }

  private Button copying(String key, String text) {
    Button button = Texts.button(WORDS.text(key), () -> {}, "quiet", "small-action");
    button.setId(key);
    PauseTransition after = new PauseTransition(Duration.seconds(1.5));
    after.setOnFinished(event -> button.setText(WORDS.text(key)));
    button.setOnAction(
        event -> {
          desktop.copy(text);
          button.setText(WORDS.text("copied"));
          after.playFromStart();
        });
    return button;
  }

  /** The same file on this computer: an editor for what nothing runs, else the file manager. */
  private Button atHome() {
    boolean text =
        Editable.isText(shown.file().fileName())
            && !shown.file().executable()
            && (shown.content() instanceof FileContent.Text
                || shown.content() instanceof FileContent.Markdown);
    Button button =
        text
            ? Texts.button(WORDS.text("edit"), () -> desktop.edit(shown.here()))
            : Texts.button(WORDS.text("show"), () -> desktop.show(shown.here()));
    button.setId(text ? "open-in-editor" : "show-in-folder");
    button.getStyleClass().addAll("quiet", "small-action");
    return button;
  }

  private static Node nothing() {
    VBox box =
        new VBox(
            4,
            Texts.line(WORDS.text("none.title"), "semi"),
            Texts.wrapped(WORDS.text("none.words"), "soft"));
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().add("no-file");
    return box;
  }
}
