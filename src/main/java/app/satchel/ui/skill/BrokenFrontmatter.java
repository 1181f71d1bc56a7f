package app.satchel.ui.skill;

import app.satchel.skill.Frontmatter;
import app.satchel.skill.SkillMd;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.kit.Tone;
import app.satchel.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A frontmatter that strict readers cannot read: the reason in a sentence, and its source. */
final class BrokenFrontmatter extends VBox {
  private static final Words WORDS = Words.of(BrokenFrontmatter.class);

  /** Lines that are shown, and of each so many characters. */
  private static final int MOST_LINES = 30;

  private static final int LONGEST = 200;

  private BrokenFrontmatter(String reason, List<String> lines, int wrong) {
    super(8);
    setId("broken-frontmatter");
    getChildren().add(Texts.banner(Tone.WARN, reason));
    if (!lines.isEmpty()) {
      VBox source = new VBox();
      source.getStyleClass().add("frontmatter-source");
      // The line that is wrong is among those that are shown.
      int from = Math.clamp(wrong - MOST_LINES + 5L, 0, Math.max(0, lines.size() - MOST_LINES));
      for (int i = from; i < Math.min(lines.size(), from + MOST_LINES); i++) {
        source.getChildren().add(line(i + 1, lines.get(i), i + 1 == wrong));
      }
      getChildren().add(source);
    }
  }

  /** Empty when every reader can read it. */
  static Optional<Node> of(SkillMd skillMd) {
    Frontmatter frontmatter = skillMd.frontmatter();
    if (!frontmatter.isPresent()) {
      return Optional.of(new BrokenFrontmatter(WORDS.text("broken.absent"), List.of(), 0));
    }
    List<String> lines =
        skillMd.text().lines().limit(Math.max(1, skillMd.bodyLine() - 1L)).toList();
    if (frontmatter.yamlError() != null) {
      Frontmatter.YamlError error = frontmatter.yamlError();
      String said = FieldValue.shown(error.message(), LONGEST);
      return Optional.of(
          new BrokenFrontmatter(
              WORDS.text("broken.yaml", Integer.toString(error.line()), said),
              lines,
              error.line()));
    }
    return switch (frontmatter.presence()) {
      case LATE -> Optional.of(new BrokenFrontmatter(WORDS.text("broken.late"), lines, 1));
      case UNTERMINATED ->
          Optional.of(
              new BrokenFrontmatter(WORDS.text("broken.unterminated"), lines, lines.size()));
      case PRESENT, ABSENT -> Optional.empty();
    };
  }

  private static Node line(int number, String text, boolean wrong) {
    Label count = new Label(Integer.toString(number));
    count.getStyleClass().add("line-number");
    count.setMinWidth(28);
    count.setAlignment(Pos.CENTER_RIGHT);
    // Blanks at the beginning are what YAML goes by, and would be folded away.
    String indent = text.substring(0, text.length() - text.stripLeading().length());
    String shown = indent.replace("\t", "\u2192   ") + FieldValue.shown(text, LONGEST);
    Label words = Texts.line(shown, "code-text");
    HBox row = new HBox(12, count, words);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinHeight(Region.USE_PREF_SIZE);
    if (wrong) {
      row.getStyleClass().add("wrong");
      row.setAccessibleText(WORDS.text("broken.line", Integer.toString(number), shown));
    }
    return row;
  }
}
