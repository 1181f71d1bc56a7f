package app.satchel.cli;

import app.satchel.check.Finding;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Findings as GitHub Actions shows them beside the lines of a pull request. Texts are a stranger's:
 * escaped, they cannot end their command or start another.
 */
final class Annotations {
  private static final int MOST = 1_000;

  private final Path workspace;

  /**
   * @param workspace the folder that GitHub tells paths from, or null
   */
  Annotations(String workspace) {
    this.workspace =
        workspace == null || workspace.isEmpty() ? null : Path.of(workspace).normalize();
  }

  /**
   * The command of a finding.
   *
   * @param file the file, as shown
   */
  String of(Finding finding, String file) {
    String level =
        switch (finding.severity()) {
          case ERROR -> "error";
          case WARNING -> "warning";
          case NOTE -> "notice";
        };
    String words = finding.message() + (finding.fix() == null ? "" : "\n" + finding.fix());
    return command(level, file, finding.line(), finding.rule(), words);
  }

  /** The command of what could not be read. */
  String failure(String file, String code, String words) {
    return command("error", file, null, code, words);
  }

  private String command(String level, String file, Integer line, String title, String words) {
    return "::"
        + level
        + " file="
        + property(relative(file))
        + (line == null ? "" : ",line=" + line)
        + ",title="
        + property(title)
        + "::"
        + data(words.length() > MOST ? words.substring(0, MOST) : words);
  }

  private String relative(String file) {
    if (workspace == null) {
      return file;
    }
    try {
      Path path = Path.of(file).toAbsolutePath().normalize();
      return path.startsWith(workspace)
          ? workspace.relativize(path).toString().replace('\\', '/')
          : file;
    } catch (InvalidPathException e) {
      return file;
    }
  }

  private static String data(String text) {
    StringBuilder escaped = new StringBuilder();
    for (String line : text.split("[\\r\\n]+")) {
      // The older form of a command may stand anywhere in a line.
      String clean = Terminal.clean(line).replace("##[", "## [").replace("%", "%25");
      escaped.append(escaped.isEmpty() ? "" : "%0A").append(clean);
    }
    return escaped.toString();
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
