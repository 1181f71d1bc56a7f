package app.satchel.ui.markdown;

import java.net.URI;

/** What a document asks the window to do. Called on the UI thread, after a person's click. */
public interface MarkdownActions {
  /** Opens a page in the browser; {@code address} is http or https. */
  void openWeb(URI address);

  /** Writes a mail. */
  void openMail(String address);

  /**
   * Shows a file of the skill, which may not exist.
   *
   * @param path relative to the skill's folder, never above it; empty for the folder
   * @param anchor a heading in it; empty when none is meant
   */
  void openFile(String path, String anchor);

  /** What is known of a file that a link leads to. */
  enum FileState {
    /** The skill's files are not at hand yet. */
    UNKNOWN,
    THERE,
    MISSING
  }

  /**
   * What is known of a file or folder of the skill. Answers at once.
   *
   * @param path as in {@link #openFile}
   */
  default FileState state(String path) {
    return FileState.UNKNOWN;
  }

  /**
   * Says where the link under the pointer or the focus leads; empty when there is none. For a
   * status line.
   */
  default void showDestination(String words) {}
}
