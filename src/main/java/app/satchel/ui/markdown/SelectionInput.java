package app.satchel.ui.markdown;

import app.satchel.markdown.LinkTarget;
import app.satchel.ui.markdown.Selection.Position;
import app.satchel.words.Words;
import javafx.event.EventTarget;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;

/** Mouse and keys that select and copy. */
final class SelectionInput {
  private static final KeyCombination ALL =
      new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final MarkdownPane pane;
  private final Viewport viewport;
  private final ContextMenu menu = new ContextMenu();
  private final SelectionKeys keys;
  private final Words words;
  private Position anchor;

  /** The link that the menu was asked for on, or null. */
  private LinkTarget link;

  SelectionInput(MarkdownPane pane, Viewport viewport, Words words) {
    this.pane = pane;
    this.viewport = viewport;
    this.words = words;
    this.keys = new SelectionKeys(pane);
    MenuItem open = item("menu.open-link", () -> pane.follow(link));
    MenuItem address = item("menu.copy-link", () -> Clip.copy(Destinations.address(link)));
    MenuItem copy = item("menu.copy", pane::copy);
    MenuItem all = item("menu.select-all", pane::selectAll);
    MenuItem find = item("menu.find", pane::askToFind);
    SeparatorMenuItem line = new SeparatorMenuItem();
    menu.getItems().addAll(open, address, line, copy, all, find);
    menu.setOnShowing(
        event -> {
          boolean onLink = link != null;
          boolean leads = onLink && !(link instanceof LinkTarget.Inert);
          open.setVisible(leads);
          address.setVisible(onLink);
          line.setVisible(onLink);
          copy.setDisable(pane.selectedText().isEmpty());
        });
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(words.text(key));
    item.setId(key.replace('.', '-'));
    item.setOnAction(event -> action.run());
    return item;
  }

  void install() {
    pane.setCursor(Cursor.TEXT);
    pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    pane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    pane.setOnContextMenuRequested(
        event -> {
          menu.hide(); // Showing it anew is what asks for the entries that fit.
          link = linkAt(event.getTarget());
          menu.show(pane, event.getScreenX(), event.getScreenY());
          event.consume();
        });
  }

  private static LinkTarget linkAt(EventTarget target) {
    return target instanceof Text text && text.getUserData() instanceof LinkTarget link
        ? link
        : null;
  }

  private void pressed(MouseEvent event) {
    menu.hide();
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    pane.requestFocus();
    Position at = pane.positionAt(event.getX(), event.getY());
    if (event.isShiftDown() && pane.selection() != null) {
      anchor = pane.selection().anchor();
      pane.select(new Selection(anchor, at));
    } else {
      anchor = at;
      pane.select(
          switch (event.getClickCount()) {
            case 1 -> new Selection(at, at);
            case 2 -> word(at);
            default -> line(at);
          });
    }
    event.consume();
  }

  private void dragged(MouseEvent event) {
    if (anchor == null || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    if (viewport.exists()) {
      double above = viewport.top() - event.getY();
      double below = event.getY() - viewport.top() - viewport.height();
      viewport.scrollBy(above > 0 ? -Math.min(above, 40) : below > 0 ? Math.min(below, 40) : 0);
    }
    pane.select(new Selection(anchor, pane.positionAt(event.getX(), event.getY())));
    event.consume();
  }

  private Selection word(Position at) {
    String text = text(at);
    int start = at.offset();
    int end = at.offset();
    while (start > 0 && inWord(text.charAt(start - 1))) {
      start--;
    }
    while (end < text.length() && inWord(text.charAt(end))) {
      end++;
    }
    return new Selection(new Position(at.cell(), start), new Position(at.cell(), end));
  }

  private static boolean inWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c);
  }

  private Selection line(Position at) {
    String text = text(at);
    int start = text.lastIndexOf('\n', Math.max(0, at.offset() - 1)) + 1;
    int end = text.indexOf('\n', at.offset());
    return new Selection(
        new Position(at.cell(), Math.min(start, at.offset())),
        new Position(at.cell(), end < 0 ? text.length() : end));
  }

  private String text(Position at) {
    return at.cell() < pane.cells().size() ? pane.cells().get(at.cell()).text() : "";
  }

  private void key(KeyEvent event) {
    if (ALL.match(event)) {
      pane.selectAll();
    } else if (COPY.match(event)) {
      pane.copy();
    } else if (event.getCode() == KeyCode.ESCAPE && !pane.selectedText().isEmpty()) {
      pane.select(null);
    } else if (!keys.handle(event)) {
      return;
    }
    event.consume();
  }
}
