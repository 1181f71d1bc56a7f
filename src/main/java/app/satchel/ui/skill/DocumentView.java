package app.satchel.ui.skill;

import app.satchel.markdown.MarkdownDocument;
import app.satchel.skill.SkillFolder;
import app.satchel.ui.markdown.MarkdownView;
import java.util.function.BiConsumer;
import javafx.scene.Node;

/** Shows a Markdown document natively; the page knows no more of it. */
public interface DocumentView {
  /** The view itself: its outline, finding words, how code is shown. */
  MarkdownView markdown();

  /** The node to put on the page; it grows with its content. */
  Node node();

  /** Shows a document in place of the one before. */
  void show(MarkdownDocument document);

  /**
   * The files that the document may show images from.
   *
   * @param skill null while they are not known
   */
  void files(SkillFolder skill);

  /** Makes the view. */
  @FunctionalInterface
  interface Factory {
    /**
     * @param openFile called with the path of a file in the skill that a link leads to, and a
     *     heading in it or nothing
     * @param find called when the person wants to find words
     */
    DocumentView create(BiConsumer<String, String> openFile, Runnable find);
  }
}
