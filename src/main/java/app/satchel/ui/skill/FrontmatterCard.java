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
import app.satchel.ui.kit.Texts;
import app.satchel.ui.skill.Verdict.Tone;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
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
  private static final Words WORDS = Words.of(FrontmatterCard.class);
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
    // What stands under metadata is shown by its own name; where it stands is in the tooltip.
    Label key = new Label(DisplayText.line(entry.key(), 60));
    if (!prefix.isEmpty()) {
      key.setTooltip(new Tooltip(DisplayText.line(prefix + entry.key(), 120)));
    }
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
    return Texts.wrapped(text.isEmpty() ? "\u2013" : text);
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

  /** The author's sentence, with each requirement's answer right behind its name. */
  private Node annotated(String text) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("annotated");
    int at = 0;
    for (Named one : named(text)) {
      if (one.start() < at) {
        continue;
      }
      flow.getChildren().add(text(text.substring(at, one.start()), "words"));
      CheckedRequirement.Status status = one.requirement().status();
      boolean plain = status == CheckedRequirement.Status.MET;
      flow.getChildren()
          .add(
              text(
                  text.substring(one.start(), one.end()),
                  plain ? "words" : Rows.style(tone(status))));
      Node mark = mark(status);
      if (mark != null) {
        flow.getChildren().addAll(text("\u00a0", "words"), mark);
      }
      at = one.end();
    }
    flow.getChildren().add(text(text.substring(at), "words"));
    return flow;
  }

  private static Text text(String words, String style) {
    Text text = new Text(words);
    text.getStyleClass().add(style);
    return text;
  }

  /** A requirement's name in the sentence, with the version that follows it. */
  private record Named(CheckedRequirement requirement, int start, int end) {}

  private List<Named> named(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<Named> found = new ArrayList<>();
    for (CheckedRequirement one : requirements) {
      String name = one.requirement().name().toLowerCase(Locale.ROOT);
      int start = name.isEmpty() ? -1 : lower.indexOf(name);
      if (start >= 0 && aWord(lower, start, start + name.length())) {
        found.add(new Named(one, start, versionEnd(text, start + name.length())));
      }
    }
    found.sort(Comparator.comparingInt(Named::start));
    return found;
  }

  private static boolean aWord(String text, int start, int end) {
    return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
        && (end == text.length() || !Character.isLetter(text.charAt(end)));
  }

  /** The end of a version such as {@code " 3.10+"} or {@code ">=2"} at an offset, or the offset. */
  private static int versionEnd(String text, int from) {
    int at = from;
    while (at < text.length() && " v><=~^".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    int digits = at;
    while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    if (at == digits) {
      return from;
    }
    while (at > digits && text.charAt(at - 1) == '.') {
      at--;
    }
    return at < text.length() && text.charAt(at) == '+' ? at + 1 : at;
  }

  private static Tone tone(CheckedRequirement.Status status) {
    return switch (status) {
      case MET -> Tone.OK;
      case OUTDATED -> Tone.WARN;
      case MISSING -> Tone.BAD;
      case UNKNOWN -> Tone.INFO;
      case NOT_APPLICABLE, OPEN -> Tone.PLAIN;
    };
  }

  private static Node mark(CheckedRequirement.Status status) {
    Icon icon =
        switch (status) {
          case MET -> Icon.OK;
          case MISSING -> Icon.BAD;
          case OUTDATED -> Icon.WARN;
          case UNKNOWN, NOT_APPLICABLE, OPEN -> null;
        };
    if (icon == null) {
      return null;
    }
    Node node = icon.node("mark", Rows.style(tone(status)));
    node.setAccessibleText(WORDS.text("status." + status.word()));
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
