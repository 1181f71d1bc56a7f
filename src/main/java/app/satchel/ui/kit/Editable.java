package app.satchel.ui.kit;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Which files of a skill may be handed to the system to be opened. */
public final class Editable {
  /**
   * Endings that every desktop opens in an editor, and none runs or shows in a browser. No scripts,
   * no HTML or SVG (a browser runs what is in them), no {@code .desktop} and no shortcuts.
   */
  private static final Set<String> TEXTS =
      Set.of(
          "md",
          "markdown",
          "txt",
          "rst",
          "json",
          "jsonl",
          "yaml",
          "yml",
          "toml",
          "ini",
          "cfg",
          "csv",
          "tsv",
          "log");

  private Editable() {}

  /** Whether a file's name says that it is a text that nothing runs. */
  public static boolean isText(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot > 0 && TEXTS.contains(fileName.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  /** The same of a file that is there: a regular one, no link, that may not be run. */
  public static boolean isText(Path file) {
    return isText(String.valueOf(file.getFileName()))
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && !isProgram(file);
  }

  /** On Windows every file counts as one that may be run; its ending decides there. */
  private static boolean isProgram(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        && Files.isExecutable(file);
  }
}
