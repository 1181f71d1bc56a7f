package app.satchel.ui.skill;

import app.satchel.markdown.MarkdownDocument;
import app.satchel.markdown.MarkdownDocument.Section;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.markdown.MarkdownView;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The headings of a document: beside the page where there is room, in a menu where there is none.
 * The section that is being read is marked.
 */
final class Outline {
  /** A page with fewer headings is seen at a glance. */
  private static final int FEWEST = 3;

  /** Longer outlines keep to their first two levels, and a menu to this many lines. */
  private static final int MOST = 60;

  private static final int LONGEST = 70;

  /** Room it takes beside the page, in pixels. */
  static final double WIDTH = 248;

  private static final Words WORDS = Words.of(Outline.class);
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final MarkdownView document;
  private final VBox column = new VBox();
  private final ScrollPane side = new ScrollPane(column);
  private final MenuButton menu = new MenuButton(null, Icon.LIST.node());
  private final Map<String, Button> entries = new LinkedHashMap<>();
  private List<Section> all = List.of();
  private boolean worthwhile;

  /**
   * @param wheel scrolls the page by so many pixels; up when positive
   */
  Outline(MarkdownView document, DoubleConsumer wheel) {
    this.document = document;
    column.getStyleClass().add("outline");
    side.getStyleClass().add("outline-side");
    side.setFitToWidth(true);
    side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    side.setMinWidth(WIDTH);
    side.setMaxWidth(WIDTH);
    side.setAccessibleText(WORDS.text("outline"));
    side.setFocusTraversable(false);
    side.setId("outline");
    // Where the outline itself does not scroll, the wheel is meant for the page behind it.
    side.addEventHandler(ScrollEvent.SCROLL, event -> wheel.accept(event.getDeltaY()));
    menu.setId("outline-menu");
    menu.getStyleClass().addAll("quiet", "page-tool");
    menu.setAccessibleText(WORDS.text("outline"));
    menu.setTooltip(new Tooltip(WORDS.text("outline")));
    document.currentSectionProperty().subscribe(this::mark);
    show(MarkdownDocument.empty());
  }

  /** The column beside the page. */
  Region side() {
    return side;
  }

  /** The menu for a page without room beside it. */
  MenuButton menu() {
    return menu;
  }

  /** Whether the document has enough headings for an outline to help. */
  boolean worthwhile() {
    return worthwhile;
  }

  void show(MarkdownDocument shown) {
    all = shown.outline();
    List<Section> sections = sections(all);
    worthwhile = sections.size() >= FEWEST;
    entries.clear();
    column.getChildren().setAll(Texts.line(WORDS.text("outline"), "outline-title"));
    List<MenuItem> items = new ArrayList<>();
    int top = sections.stream().mapToInt(Section::level).min().orElse(1);
    for (Section section : sections) {
      int depth = Math.min(3, section.level() - top);
      Button entry = entry(section, depth);
      entries.put(section.anchor(), entry);
      column.getChildren().add(entry);
      MenuItem item = new MenuItem("\u2003".repeat(depth) + title(section));
      item.setMnemonicParsing(false);
      item.setOnAction(event -> document.jumpTo(section.anchor()));
      items.add(item);
    }
    menu.getItems().setAll(items);
    mark(document.currentSectionProperty().get());
  }

  /** The levels that give an outline one can take in. */
  private static List<Section> sections(List<Section> all) {
    int deepest = 6;
    List<Section> sections = named(all, deepest);
    while (sections.size() > MOST && deepest > 2) {
      deepest--;
      sections = named(all, deepest);
    }
    return sections.subList(0, Math.min(sections.size(), MOST));
  }

  private static List<Section> named(List<Section> all, int deepest) {
    return all.stream()
        .filter(section -> section.level() <= deepest && !section.title().isBlank())
        .toList();
  }

  private static String title(Section section) {
    return DisplayText.line(section.title(), LONGEST);
  }

  private Button entry(Section section, int depth) {
    Button entry = new Button(title(section));
    entry.getStyleClass().setAll("outline-entry", "outline-depth-" + depth);
    entry.setMnemonicParsing(false);
    entry.setMaxWidth(Double.MAX_VALUE);
    entry.setWrapText(true);
    entry.setAccessibleRole(AccessibleRole.HYPERLINK);
    entry.setOnAction(event -> document.jumpTo(section.anchor()));
    return entry;
  }

  private void mark(String anchor) {
    String shown = nearest(anchor);
    entries.forEach(
        (name, entry) -> {
          boolean current = name.equals(shown);
          entry.pseudoClassStateChanged(CURRENT, current);
          entry.setAccessibleRoleDescription(current ? WORDS.text("outline.current") : null);
          if (current) {
            reveal(entry);
          }
        });
  }

  /** A heading too deep for the outline stands in the last one above it that is there. */
  private String nearest(String anchor) {
    String last = "";
    for (Section section : all) {
      last = entries.containsKey(section.anchor()) ? section.anchor() : last;
      if (section.anchor().equals(anchor)) {
        return last;
      }
    }
    return "";
  }

  private void reveal(Button entry) {
    double room = column.getHeight() - side.getViewportBounds().getHeight();
    if (room <= 0) {
      return;
    }
    double top = side.getVvalue() * room;
    double from = entry.getBoundsInParent().getMinY() - 24;
    double to = entry.getBoundsInParent().getMaxY() + 24;
    if (from < top) {
      side.setVvalue(Math.max(0, from / room));
    } else if (to > top + side.getViewportBounds().getHeight()) {
      side.setVvalue(Math.min(1, (to - side.getViewportBounds().getHeight()) / room));
    }
  }
}
