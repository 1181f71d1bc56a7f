package app.satchel.ui.skill;

import app.satchel.markdown.MarkdownDocument;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.markdown.MarkdownView;
import app.satchel.words.Words;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What helps to read SKILL.md: outline, find, zoom, wrapping, plain text. */
final class PageTools {
  private static final Words WORDS = Words.of(PageTools.class);

  private final ReadingModel reading;
  private final Outline outline;
  private final FindBar find;
  private final MenuButton view = new MenuButton(null, Icon.READING.node());
  private final CheckMenuItem plain = new CheckMenuItem(WORDS.text("view.plain"));
  private final ReadOnlyBooleanWrapper plainText = new ReadOnlyBooleanWrapper(false);
  private final HBox row;
  private boolean shown = true;
  private boolean room;

  /**
   * @param scroll what the page scrolls in
   */
  PageTools(MarkdownView document, ReadingModel reading, ScrollPane scroll) {
    this.reading = reading;
    outline = new Outline(document, pixels -> PageScroll.by(scroll, -pixels));
    find = new FindBar(document, document.node()::requestFocus);
    plainText.bind(plain.selectedProperty());
    plain
        .selectedProperty()
        .subscribe(
            now -> {
              if (now) {
                find.close(); // It marks places in the document, which is not shown now.
              }
              arrange();
            });
    row = new HBox(2, outline.menu(), viewMenu());
    row.getStyleClass().add("page-tools");
    reading.readingProperty().subscribe(now -> document.wrapCode(now.wrapCode()));
  }

  private MenuButton viewMenu() {
    view.setId("view-menu");
    view.getStyleClass().addAll("quiet", "page-tool");
    view.setAccessibleText(WORDS.text("view"));
    view.setTooltip(new Tooltip(WORDS.text("view")));
    MenuItem look = item("view.find", KeyCode.F, this::find);
    MenuItem larger = item("view.larger", KeyCode.PLUS, this::larger);
    MenuItem smaller = item("view.smaller", KeyCode.MINUS, this::smaller);
    MenuItem normal = item("view.normal", KeyCode.DIGIT0, this::normal);
    CheckMenuItem wrap = new CheckMenuItem(WORDS.text("view.wrap"));
    wrap.setId("view-wrap");
    wrap.setOnAction(event -> reading.change(now -> now.wrapping(wrap.isSelected())));
    plain.setId("view-plain");
    reading
        .readingProperty()
        .subscribe(
            now -> {
              wrap.setSelected(now.wrapCode());
              normal.setText(WORDS.text("view.normal", now.zoom()));
              larger.setDisable(now.largest());
              smaller.setDisable(now.smallest());
            });
    view.getItems()
        .addAll(
            look,
            new SeparatorMenuItem(),
            larger,
            smaller,
            normal,
            new SeparatorMenuItem(),
            wrap,
            plain);
    return view;
  }

  /** The keys are the window's, which knows whether a page is there; here they are only told. */
  private static MenuItem item(String key, KeyCode code, Runnable action) {
    String keys =
        new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN)
            .getDisplayText()
            .replace("Plus", "+")
            .replace("Minus", "-");
    MenuItem item = new MenuItem(WORDS.text(key));
    Label hint = new Label(keys);
    hint.getStyleClass().addAll("soft", "small");
    item.setGraphic(hint);
    item.setOnAction(event -> action.run());
    return item;
  }

  /** The buttons, to stand beside the tabs. */
  Region row() {
    return row;
  }

  /** The outline, to stand beside the page. */
  Node side() {
    return outline.side();
  }

  /** The bar that finds words, to stand above the page. */
  Node findBar() {
    return find;
  }

  /** Whether the plain text is wanted in the document's place. */
  ReadOnlyBooleanProperty plainTextProperty() {
    return plainText.getReadOnlyProperty();
  }

  /** Another document is shown. */
  void show(MarkdownDocument document) {
    outline.show(document);
    find.again();
    arrange();
  }

  /** Whether SKILL.md is what the page shows now. */
  void shown(boolean now) {
    shown = now;
    if (!now) {
      find.close();
    }
    arrange();
  }

  /** Whether there is room for the outline beside the page. */
  void room(boolean now) {
    room = now;
    arrange();
  }

  private void arrange() {
    boolean outlined = shown && outline.worthwhile() && !plainText.get();
    show(outline.side(), outlined && room);
    show(outline.menu(), outlined && !room);
    show(view, shown);
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  /** Opens the bar that finds words. */
  void find() {
    plain.setSelected(false);
    find.open();
  }

  /** Goes to the next or previous place, where words are looked for. */
  void findNext(boolean forward) {
    if (find.isOpen()) {
      find.go(forward);
    } else {
      find();
    }
  }

  void larger() {
    reading.change(Reading::larger);
  }

  void smaller() {
    reading.change(Reading::smaller);
  }

  void normal() {
    reading.change(Reading::normal);
  }
}
