package app.satchel.ui.markdown;

import app.satchel.markdown.MarkdownDocument;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.layout.Region;

/** Shows one Markdown document. For the UI thread only. */
public interface MarkdownView {
  /**
   * The node for the page. As high as its document: put it into the page's vertical scroll pane,
   * together with what stands above it.
   */
  Region node();

  /** Shows a document in place of the one before; the selection is gone. */
  void show(MarkdownDocument document);

  /**
   * Scrolls the page to a heading.
   *
   * @return whether the document has it
   */
  boolean jumpTo(String anchor);

  /** The anchor of the section that stands at the top of the page; empty before the first. */
  ReadOnlyStringProperty currentSectionProperty();

  /**
   * Looks for words, marks every place they stand at, and brings the first from the part that is
   * seen on into sight. Case does not count. Empty words take the marks away.
   */
  Found find(String words);

  /** Goes to the next or previous place; from the last to the first and back. */
  Found findNext(boolean forward);

  /** Takes the marks away and selects the place that was shown last. */
  void endFind();

  /** Whether long lines of code are wrapped; otherwise they are scrolled sideways. */
  void wrapCode(boolean wrap);

  /** Selects the whole document. */
  void selectAll();

  /** The selected words; empty when nothing is selected. */
  String selectedText();

  /** Puts the selection on the clipboard as plain text and as HTML. */
  void copy();
}
