package app.satchel.ui.skill;

import app.satchel.check.dependency.Dependency;
import app.satchel.check.requirement.CheckedRequirement;
import app.satchel.skill.Frontmatter;
import app.satchel.skill.FrontmatterValue;
import app.satchel.skill.FrontmatterValue.Entry;
import app.satchel.skill.FrontmatterValue.Mapping;
import app.satchel.skill.KnownFields;
import app.satchel.skill.Namespace;
import app.satchel.skill.SkillMd;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.Texts;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The frontmatter as a table that can be read: the author's words, with what is known about them
 * beside them, what matters to a reader first. Name and description stand in the page's head
 * already. A broken one is shown as written, with the reason.
 */
final class FrontmatterCard extends VBox {
  private static final Words WORDS = Words.of(FrontmatterCard.class);
  private static final Set<String> ELSEWHERE = Set.of("name", "description");

  /** Rows at first; the rest comes when asked for. */
  private static final int FEW = 12;

  private static final int LONGEST_FIELD = 24;

  private static final int MOST_ROWS = 400;

  private final List<CheckedRequirement> requirements;
  private final List<Dependency> dependencies;
  private final Consumer<Namespace> open;
  private final GridPane table = new GridPane();

  /**
   * A row to be.
   *
   * @param above key of the map that it stands in; empty at the top
   */
  private record Row(Entry entry, String above) {
    int rank() {
      return KnownFields.CURRENT.of(entry.key()).map(KnownFields.Field::rank).orElse(MOST_ROWS);
    }

    String path() {
      return above.isEmpty() ? entry.key() : above + "." + entry.key();
    }
  }

  FrontmatterCard(
      SkillMd skillMd,
      List<CheckedRequirement> requirements,
      List<Dependency> dependencies,
      Consumer<Namespace> open) {
    super(10);
    this.requirements = requirements == null ? List.of() : requirements;
    this.dependencies = dependencies == null ? List.of() : dependencies;
    this.open = open;
    setId("frontmatter");
    Frontmatter frontmatter = skillMd.frontmatter();
    BrokenFrontmatter.of(skillMd).ifPresent(getChildren()::add);
    List<Row> rows = rows(frontmatter);
    if (!rows.isEmpty()) {
      if (!getChildren().isEmpty()) {
        getChildren().add(Texts.wrapped(WORDS.text("frontmatter.read-as"), "soft"));
      }
      tabulate(rows);
    }
    if (getChildren().isEmpty()) {
      setVisible(false);
      setManaged(false);
    }
  }

  private static List<Row> rows(Frontmatter frontmatter) {
    List<Row> rows = new ArrayList<>();
    for (Entry entry : frontmatter.entries()) {
      if (entry.key().equals("metadata") && entry.value() instanceof Mapping map) {
        // What stands under metadata is shown by its own name; where it stands is in the tooltip.
        map.entries().forEach(inner -> rows.add(new Row(inner, entry.key())));
      } else if (!ELSEWHERE.contains(entry.key())) {
        rows.add(new Row(entry, ""));
      }
    }
    rows.sort(Comparator.comparingInt(Row::rank));
    return rows.subList(0, Math.min(MOST_ROWS, rows.size()));
  }

  private void tabulate(List<Row> rows) {
    table.getStyleClass().addAll("card", "frontmatter");
    ColumnConstraints keys = new ColumnConstraints();
    keys.setMaxWidth(200);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    values.setMinWidth(0);
    table.getColumnConstraints().addAll(keys, values);
    getChildren().add(table);
    boolean fold = rows.size() > FEW + 2;
    rows.subList(0, fold ? FEW : rows.size()).forEach(this::add);
    if (fold) {
      Hyperlink more = new Hyperlink(WORDS.text("value.show-all", rows.size()));
      more.getStyleClass().add("small");
      more.setOnAction(
          event -> {
            getChildren().remove(more);
            rows.subList(FEW, rows.size()).forEach(this::add);
          });
      getChildren().add(more);
    }
  }

  private void add(Row row) {
    Label key = new Label(FieldValue.shown(row.entry().key(), 60));
    key.getStyleClass().add("frontmatter-key");
    key.setWrapText(true);
    // No known field is longer; longer ones give way, rather than the values.
    key.setMinWidth(row.entry().key().length() <= LONGEST_FIELD ? Region.USE_PREF_SIZE : 112);
    Optional<KnownFields.Field> known = KnownFields.CURRENT.of(row.entry().key());
    String meaning =
        known
            .map(field -> WORDS.text("field.by." + field.by(), field.words()))
            .orElse(WORDS.text("field.unknown"));
    String where =
        row.above().isEmpty()
            ? ""
            : "\n" + WORDS.text("field.place", FieldValue.shown(row.path(), 120));
    Explained.by(key, meaning + where);
    Node value = value(row);
    GridPane.setValignment(key, VPos.TOP);
    GridPane.setValignment(value, VPos.TOP);
    table.addRow(table.getRowCount(), key, value);
  }

  private Node value(Row row) {
    FrontmatterValue value = row.entry().value();
    return switch (row.entry().key().replace('_', '-')) {
      case "allowed-tools", "tools", "disallowed-tools" -> new ToolList(value);
      case "compatibility" ->
          new AnnotatedSentence(FieldValue.shown(value.asText(), FieldValue.LONGEST), requirements);
      default -> {
        List<Dependency> named = named(row);
        yield named.isEmpty() ? FieldValue.of(value) : links(named);
      }
    };
  }

  private List<Dependency> named(Row row) {
    String key = row.entry().key();
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
