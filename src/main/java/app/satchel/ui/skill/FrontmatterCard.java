package app.satchel.ui.skill;

import app.satchel.check.dependency.Dependency;
import app.satchel.check.requirement.CheckedRequirement;
import app.satchel.skill.Frontmatter;
import app.satchel.skill.FrontmatterValue;
import app.satchel.skill.FrontmatterValue.Entry;
import app.satchel.skill.FrontmatterValue.Mapping;
import app.satchel.skill.Namespace;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * The frontmatter as a table that can be read: the author's words, with what is known about them
 * beside them. Name and description stand in the page's head already.
 */
final class FrontmatterCard extends GridPane {
  private static final Set<String> ELSEWHERE = Set.of("name", "description");
  private static final int MAX_ROWS = 40;
  private static final int MAX_VALUE = 1_200;

  private final List<CheckedRequirement> requirements;
  private final List<Dependency> dependencies;
  private final Consumer<Namespace> open;
  private int row;

  FrontmatterCard(
      Frontmatter frontmatter,
      List<CheckedRequirement> requirements,
      List<Dependency> dependencies,
      Consumer<Namespace> open) {
    this.requirements = requirements == null ? List.of() : requirements;
    this.dependencies = dependencies == null ? List.of() : dependencies;
    this.open = open;
    getStyleClass().addAll("card", "frontmatter");
    ColumnConstraints keys = new ColumnConstraints();
    keys.setMinWidth(112);
    keys.setPrefWidth(132);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    values.setMinWidth(0);
    getColumnConstraints().addAll(keys, values);
    for (Entry entry : frontmatter.entries()) {
      if (!ELSEWHERE.contains(entry.key())) {
        add(entry, "");
      }
    }
    if (row == 0) {
      setVisible(false);
      setManaged(false);
    }
  }

  private void add(Entry entry, String prefix) {
    if (row >= MAX_ROWS) {
      return;
    }
    if (entry.value() instanceof Mapping map && prefix.isEmpty()) {
      map.entries().forEach(inner -> add(inner, entry.key() + "."));
      return;
    }
    Label key = new Label(DisplayText.line(prefix + entry.key(), 60));
    key.getStyleClass().addAll("frontmatter-key");
    key.setWrapText(true);
    Node value = value(entry);
    GridPane.setValignment(key, VPos.TOP);
    add(key, 0, row);
    add(value, 1, row);
    row++;
  }

  private Node value(Entry entry) {
    String key = entry.key().replace('_', '-');
    String text = DisplayText.line(entry.value().asText(), MAX_VALUE);
    return switch (key) {
      case "allowed-tools", "tools" -> chips(entry.value());
      case "compatibility" -> annotated(text);
      default -> {
        List<Dependency> named = named(entry);
        yield named.isEmpty() ? plain(text) : links(named);
      }
    };
  }

  private static Node plain(String text) {
    return Rows.words(text.isEmpty() ? "\u2013" : text);
  }

  private static Node chips(FrontmatterValue value) {
    FlowPane chips = new FlowPane(5, 5);
    List<String> tools =
        value instanceof FrontmatterValue.Sequence list
            ? list.items().stream().map(FrontmatterValue::asText).toList()
            : tools(value.asText());
    tools.stream()
        .limit(60)
        .forEach(
            tool -> {
              Label chip = new Label(DisplayText.line(tool, 60));
              chip.getStyleClass().add("code-chip");
              chips.getChildren().add(chip);
            });
    return chips;
  }

  /** Splits at commas and blanks outside parentheses: {@code Bash(git add *)} is one tool. */
  static List<String> tools(String text) {
    List<String> tools = new ArrayList<>();
    StringBuilder tool = new StringBuilder();
    int depth = 0;
    for (char c : (text + " ").toCharArray()) {
      if (depth == 0 && (c == ',' || Character.isWhitespace(c))) {
        if (!tool.isEmpty()) {
          tools.add(tool.toString());
          tool.setLength(0);
        }
        continue;
      }
      depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
      tool.append(c);
    }
    if (!tool.isEmpty()) {
      tools.add(tool.toString().strip());
    }
    return tools;
  }

  /** The author's sentence, with each requirement's answer right behind its words. */
  private Node annotated(String text) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("annotated");
    String lower = text.toLowerCase();
    int at = 0;
    for (CheckedRequirement one : requirements) {
      String words = DisplayText.line(one.requirement().text(), MAX_VALUE).toLowerCase();
      int found = words.isEmpty() ? -1 : lower.indexOf(words, at);
      if (found < 0) {
        continue;
      }
      int end = found + words.length();
      String style = Rows.style(CheckTabs.tone(one.status()));
      Text before = new Text(text.substring(at, found));
      before.getStyleClass().add("words");
      Text named = new Text(text.substring(found, end));
      named.getStyleClass().add(one.status() == CheckedRequirement.Status.MET ? "words" : style);
      flow.getChildren().addAll(before, named);
      Node mark = mark(one.status());
      if (mark != null) {
        flow.getChildren().addAll(new Text("\u00a0"), mark);
      }
      at = end;
    }
    Text rest = new Text(text.substring(at));
    rest.getStyleClass().add("words");
    flow.getChildren().add(rest);
    return flow;
  }

  private static Node mark(CheckedRequirement.Status status) {
    Icon icon =
        switch (status) {
          case MET -> Icon.OK;
          case MISSING -> Icon.BAD;
          case OUTDATED -> Icon.WARN;
          case UNKNOWN, NOT_APPLICABLE -> null;
        };
    if (icon == null) {
      return null;
    }
    Node node = icon.node("mark", Rows.style(CheckTabs.tone(status)));
    node.setAccessibleText(CheckTabs.statusWord(status));
    return node;
  }

  private List<Dependency> named(Entry entry) {
    String key = entry.key();
    return dependencies.stream()
        .filter(d -> d.field().equals(key) || d.field().equals("metadata." + key))
        .toList();
  }

  private Node links(List<Dependency> named) {
    FlowPane flow = new FlowPane(12, 4);
    for (Dependency dependency : named) {
      String shown = DisplayText.line(dependency.name(), 64);
      if (dependency.namespace() != null) {
        Hyperlink link = new Hyperlink(shown);
        link.setOnAction(event -> open.accept(dependency.namespace()));
        flow.getChildren().add(link);
      } else {
        Label label = new Label(shown, Icon.UNKNOWN.node("soft"));
        label.getStyleClass().add("soft");
        flow.getChildren().add(label);
      }
    }
    return flow;
  }
}
