package app.satchel.ui.files;

import app.satchel.markdown.MarkdownDocument;
import app.satchel.ui.markdown.Highlighter;
import java.util.List;
import javafx.scene.image.Image;

/** What was found in a file that was opened. */
sealed interface FileContent {
  /**
   * A text.
   *
   * @param whole what was read of it, as published
   * @param lines the same in pieces, line by line, without the line ends
   * @param cut whether the file goes on behind it
   */
  record Text(String whole, List<List<Highlighter.Token>> lines, boolean cut)
      implements FileContent {}

  /**
   * A Markdown document, rendered and as written.
   *
   * @param document its body
   */
  record Markdown(MarkdownDocument document, Text source) implements FileContent {}

  /** A picture. */
  record Picture(Image image) implements FileContent {}

  /**
   * Anything else, which is described and not opened.
   *
   * @param kind what its first bytes say that it is; null when they say nothing known
   * @param contrary whether its name says something else
   * @param sha256 in hexadecimal
   * @param tooLarge whether it is a picture that is too large to be shown
   */
  record Binary(String kind, boolean contrary, String sha256, boolean tooLarge)
      implements FileContent {}

  /**
   * A link; never followed.
   *
   * @param target where it points
   */
  record Link(String target) implements FileContent {}
}
