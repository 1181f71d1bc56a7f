package app.satchel.ui.skill;

import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.Background;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Figures;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.Texts;
import app.satchel.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The files of a skill, and the text of the one that was opened. Programs are never run. */
final class FilesTab extends VBox {
  private static final Words WORDS = Words.of(FilesTab.class);
  private static final int MAX_ROWS = 400;
  private static final int MAX_SHOWN = 256 * 1024;

  private final Background background;
  private SkillFolder skill;
  private Cancellation reading = Cancellation.none();

  FilesTab(Background background) {
    super(10);
    this.background = background;
    show(null);
  }

  /** Lists the files; null while they are not known. */
  void show(SkillFolder known) {
    reading.cancel();
    skill = known;
    if (known == null) {
      getChildren().setAll(Rows.card(Texts.wrapped(WORDS.text("files.unknown"), "soft")));
      return;
    }
    List<Node> rows = new ArrayList<>();
    known.files().stream().limit(MAX_ROWS).forEach(file -> rows.add(row(file)));
    getChildren()
        .setAll(
            Rows.card(rows),
            Texts.wrapped(
                WORDS.text("files.total", known.files().size(), Figures.bytes(known.totalBytes())),
                "soft",
                "small"));
  }

  private Node row(SkillFile file) {
    boolean script = file.executable() || file.path().startsWith("scripts/");
    Label path = Texts.wrapped(DisplayText.line(file.path(), 160), "code-text");
    Label size = new Label(Figures.bytes(file.bytes()));
    size.getStyleClass().addAll("soft", "small");
    size.setMinWidth(Region.USE_PREF_SIZE);
    HBox end = new HBox(12, size);
    if (script) {
      Label mark = new Label(WORDS.text("file.script"));
      mark.getStyleClass().addAll("small", "warn");
      mark.setMinWidth(Region.USE_PREF_SIZE);
      end.getChildren().addFirst(mark);
    }
    HBox row = Rows.row((script ? Icon.SCRIPT : Icon.FILE).node(), path, end);
    row.getStyleClass().add("file-row");
    row.setFocusTraversable(true);
    row.setAccessibleRole(AccessibleRole.BUTTON);
    row.setAccessibleText(WORDS.text("file.open", file.path(), Figures.bytes(file.bytes())));
    row.setOnMouseClicked(event -> open(file));
    row.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            open(file);
            event.consume();
          }
        });
    return row;
  }

  /** Opens the file at a path, or says that the skill has none there. */
  void open(String path) {
    if (skill == null) {
      return;
    }
    Optional<SkillFile> file = skill.file(path);
    if (file.isPresent()) {
      open(file.get());
    } else if (skill.files().stream().noneMatch(one -> one.path().startsWith(path + "/"))) {
      opened(path, Texts.wrapped(WORDS.text("file.missing", DisplayText.line(path, 160)), "soft"));
    }
  }

  private void open(SkillFile file) {
    reading.cancel();
    Cancellation mine = new Cancellation();
    reading = mine;
    background.run(
        mine,
        () -> text(file),
        text ->
            opened(
                file.path(),
                text.map(FilesTab::area)
                    .orElseGet(
                        () ->
                            Texts.wrapped(
                                WORDS.text("file.not-text", Figures.bytes(file.bytes())), "soft"))),
        problem -> opened(file.path(), Texts.wrapped(problem.sentence(), "soft")));
  }

  /** The beginning of a text file; empty for anything else. */
  private static Optional<String> text(SkillFile file) throws IOException {
    if (file.type() != SkillFile.Type.REGULAR) {
      return Optional.empty();
    }
    try (InputStream in = file.content().open()) {
      byte[] head = in.readNBytes(MAX_SHOWN);
      for (byte one : head) {
        if (one == 0) {
          return Optional.empty();
        }
      }
      String text = new String(head, StandardCharsets.UTF_8);
      return Optional.of(head.length < file.bytes() ? text + "\n\u2026" : text);
    }
  }

  private static Node area(String text) {
    TextArea area = new TextArea(text);
    area.setEditable(false);
    area.getStyleClass().addAll("code-text", "file-text");
    area.setPrefRowCount(Math.clamp(text.lines().count() + 1, 6, 40));
    return area;
  }

  private void opened(String path, Node content) {
    Button back = new Button(WORDS.text("file.back"), Icon.BACK.node());
    back.getStyleClass().add("quiet");
    back.setOnAction(event -> show(skill));
    Label name = new Label(DisplayText.line(path, 160));
    name.getStyleClass().addAll("code-text", "soft");
    HBox head = new HBox(12, back, name);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().setAll(head, content);
  }
}
