package app.satchel.ui.skill;

import app.satchel.markdown.VisibleText;
import app.satchel.skill.FrontmatterValue;
import app.satchel.skill.FrontmatterValue.Mapping;
import app.satchel.skill.FrontmatterValue.Scalar;
import app.satchel.skill.FrontmatterValue.Sequence;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Texts;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A value of the frontmatter: one line, or rows that are indented as far as it is nested. */
final class FieldValue {
  /** Characters that are shown at all. */
  static final int LONGEST = 8_000;

  private static final Words WORDS = Words.of(FieldValue.class);

  /** Characters of a value that are shown at first. */
  private static final int SHORT = 400;

  /** Rows that are shown at first, and at all. */
  private static final int FEW = 8;

  private static final int MOST = 1_000;

  private static final int DEEPEST = 8;
  private static final double INDENT = 16;

  /** A list of so few short words reads well in one line. */
  private static final int ONE_LINE = 120;

  private FieldValue() {}

  /** Text from a stranger; what hides in it is named in brackets. */
  static String shown(String text, int most) {
    String head = text.length() > most * 4 ? text.substring(0, most * 4) : text;
    return DisplayText.line(VisibleText.bracketed(head), most);
  }

  static Node of(FrontmatterValue value) {
    boolean flat =
        switch (value) {
          case Scalar _ -> true;
          case Sequence list ->
              list.items().stream().allMatch(Scalar.class::isInstance)
                  && value.asText().length() <= ONE_LINE;
          case Mapping map -> map.entries().isEmpty();
        };
    if (flat) {
      return text(value.asText());
    }
    List<Line> lines = new ArrayList<>();
    collect(value, 0, lines);
    VBox box = new VBox(2);
    boolean fold = lines.size() > FEW + 2;
    lines.subList(0, fold ? FEW : lines.size()).forEach(line -> box.getChildren().add(row(line)));
    if (fold) {
      Hyperlink all = new Hyperlink(WORDS.text("value.show-all", lines.size()));
      all.getStyleClass().add("small");
      all.setOnAction(
          event -> {
            box.getChildren().remove(all);
            lines.subList(FEW, lines.size()).forEach(line -> box.getChildren().add(row(line)));
          });
      box.getChildren().add(all);
    }
    return box;
  }

  /**
   * A line of a nested value.
   *
   * @param key its key, or a sign of a list's item
   */
  private record Line(int depth, String key, String value) {}

  private static void collect(FrontmatterValue value, int depth, List<Line> lines) {
    switch (value) {
      case Scalar scalar -> add(lines, depth, "", scalar.text());
      case Mapping map ->
          map.entries().forEach(entry -> entry(entry.key() + ":", entry.value(), depth, lines));
      case Sequence list -> list.items().forEach(item -> item(item, depth, lines));
    }
  }

  /** An item's first line stands behind its dash, as in YAML. */
  private static void item(FrontmatterValue item, int depth, List<Line> lines) {
    if (!(item instanceof Mapping map) || map.entries().isEmpty() || depth >= DEEPEST) {
      entry("\u2013", item, depth, lines);
      return;
    }
    int first = lines.size();
    collect(map, depth + 1, lines);
    if (first < lines.size()) {
      Line line = lines.get(first);
      lines.set(first, new Line(depth, "\u2013 " + line.key(), line.value()));
    }
  }

  private static void entry(String key, FrontmatterValue value, int depth, List<Line> lines) {
    if (value instanceof Scalar || depth >= DEEPEST) {
      add(lines, depth, key, value.asText());
      return;
    }
    add(lines, depth, key, "");
    collect(value, depth + 1, lines);
  }

  private static void add(List<Line> lines, int depth, String key, String value) {
    if (lines.size() < MOST) {
      lines.add(new Line(depth, key, value));
    }
  }

  private static Node row(Line line) {
    String key = shown(line.key(), 60);
    String value = shown(line.value(), SHORT);
    Label label = Texts.wrapped(value.isEmpty() ? key : key.isEmpty() ? value : key + " " + value);
    if (value.isEmpty()) {
      label.getStyleClass().add("soft");
    }
    VBox row = new VBox(label);
    row.setPadding(new javafx.geometry.Insets(0, 0, 0, line.depth() * INDENT));
    return row;
  }

  private static Node text(String whole) {
    if (whole.isBlank()) {
      return Texts.wrapped("\u2013", "soft");
    }
    String all = shown(whole, LONGEST);
    if (all.length() <= SHORT + SHORT / 4) {
      return Texts.wrapped(all);
    }
    Label label = Texts.wrapped(DisplayText.line(all, SHORT));
    Hyperlink more = new Hyperlink(WORDS.text("value.more"));
    more.getStyleClass().add("small");
    VBox box = new VBox(2, label, more);
    more.setOnAction(
        event -> {
          label.setText(all);
          box.getChildren().remove(more);
        });
    return box;
  }
}
