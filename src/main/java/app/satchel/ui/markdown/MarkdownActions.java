package app.satchel.ui.markdown;

import app.satchel.markdown.LinkTarget;
import java.net.URI;
import java.util.function.Predicate;

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
   * Follows a link.
   *
   * @param jump goes to a heading of the document itself
   */
  default void follow(LinkTarget target, Predicate<String> jump) {
    switch (target) {
      case LinkTarget.Web web -> openWeb(web.uri());
      case LinkTarget.Mail mail -> openMail(mail.address());
      case LinkTarget.InPackage file -> openFile(file.path(), file.anchor());
      case LinkTarget.InDocument place -> jump.test(place.anchor());
      case LinkTarget.Inert _ -> {}
    }
  }

  /** Opens what finds words on the page. */
  default void find() {}

  /**
   * Says where the link under the pointer or the focus leads; empty when there is none. For a
   * status line.
   */
  default void showDestination(String words) {}
}
