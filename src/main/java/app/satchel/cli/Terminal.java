package app.satchel.cli;

import java.io.PrintStream;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Words for a person: answers on the standard output, everything else on the standard error. Colour
 * and signs only where they can be shown; every colour comes with a word. Text from strangers never
 * reaches the terminal with control characters in it.
 */
final class Terminal {
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cntrl}\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");
  private static final int WIDTH = 100;

  private final PrintStream out;
  private final PrintStream err;
  private final Style style;
  private final boolean json;
  private final boolean quiet;
  private final boolean actions;
  private boolean progressShown;

  /**
   * What the terminal can show.
   *
   * @param colour escape sequences for colour are understood
   * @param signs tick and cross can be encoded
   * @param live a line can be written over, so progress may be shown
   */
  record Style(boolean colour, boolean signs, boolean live) {
    static Style plain(PrintStream out) {
      CharsetEncoder encoder = out.charset().newEncoder();
      return new Style(false, encoder.canEncode("\u2713\u2717\u2026\u2192"), false);
    }
  }

  /** How something stands. */
  enum Tone {
    GOOD("32", "\u2713", "ok"),
    BAD("31", "\u2717", "x"),
    WARNING("33", "!", "!"),
    QUIET("2", "\u00b7", "-"),
    STRONG("1", "", "");

    private final String code;
    private final String sign;
    private final String plainSign;

    Tone(String code, String sign, String plainSign) {
      this.code = code;
      this.sign = sign;
      this.plainSign = plainSign;
    }
  }

  Terminal(PrintStream out, PrintStream err, Style style, boolean json, boolean quiet) {
    this(out, err, style, json, quiet, false);
  }

  /**
   * @param actions GitHub Actions reads along, and takes lines of a certain form for commands
   */
  Terminal(
      PrintStream out, PrintStream err, Style style, boolean json, boolean quiet, boolean actions) {
    this.out = out;
    this.err = err;
    this.style = style;
    this.json = json;
    this.quiet = quiet;
    this.actions = actions;
  }

  /** A line of the answer; nothing with {@code --json}. */
  void line(String text) {
    if (!json) {
      endProgress();
      out.println(inert(text));
    }
  }

  /** A command to GitHub Actions: nothing where it does not read along. */
  void command(String command) {
    if (actions && !json) {
      out.println(command);
    }
  }

  /** A document as the answer, in UTF-8 whatever the terminal speaks: it will be a file. */
  void document(String text) {
    bytes(inert(text).getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes as the answer. */
  void bytes(byte[] bytes) {
    endProgress();
    out.write(bytes, 0, bytes.length);
    out.flush();
  }

  /** No line of a text is a command to GitHub Actions, whoever wrote it. */
  private String inert(String text) {
    return actions ? text.replace("##[", "## [").replaceAll("(?m)^(\\s*):(?=:)", "$1: ") : text;
  }

  /** An empty line of the answer. */
  void line() {
    line("");
  }

  /** A line beside the answer; nothing with {@code --quiet}. */
  void note(String text) {
    if (!quiet) {
      endProgress();
      err.println(inert(text));
    }
  }

  /** A line about a failure; always shown. */
  void failure(String text) {
    endProgress();
    err.println(inert(text));
  }

  /** A line that the next one writes over, on a live terminal only. */
  void progress(String text) {
    if (style.live() && !quiet) {
      err.print("\r\u001b[K" + cut(text, WIDTH));
      err.flush();
      progressShown = true;
    }
  }

  void endProgress() {
    if (progressShown) {
      err.print("\r\u001b[K");
      err.flush();
      progressShown = false;
    }
  }

  /** The text in a tone's colour where there is colour. */
  String in(Tone tone, String text) {
    return style.colour() ? "\u001b[" + tone.code + "m" + text + "\u001b[0m" : text;
  }

  /** The tone's sign in its colour. */
  String sign(Tone tone) {
    return in(tone, style.signs() ? tone.sign : tone.plainSign);
  }

  /** A stranger's text in one line without anything that could move the cursor or hide. */
  static String clean(String text) {
    return CONTROL.matcher(text.replaceAll("\\s+", " ")).replaceAll("").strip();
  }

  /** The same, with its blanks as they are: for a line of a document. */
  static String cleanLine(String line) {
    return CONTROL.matcher(line.replace("\t", "    ")).replaceAll("").stripTrailing();
  }

  /** At most {@code width} characters of a stranger's text. */
  String cut(String text, int width) {
    String clean = clean(text);
    if (clean.codePointCount(0, clean.length()) <= width) {
      return clean;
    }
    String end = style.signs() ? "\u2026" : "...";
    int keep = clean.offsetByCodePoints(0, width - end.length());
    return clean.substring(0, keep).stripTrailing() + end;
  }

  /** Breaks a stranger's text at blanks into lines of at most {@code width} characters. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new java.util.ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : clean(text).split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Rows in columns that are as wide as their widest cell; the last column is left as it is. */
  void table(List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size() - 1; i++) {
        widths[i] = Math.max(widths[i], shownLength(row.get(i)));
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(row.get(i));
        if (i < row.size() - 1) {
          line.append(" ".repeat(widths[i] - shownLength(row.get(i)) + 2));
        }
      }
      line(line.toString().stripTrailing());
    }
  }

  private static int shownLength(String text) {
    String plain = text.replaceAll("\u001b\\[[0-9;]*m", "");
    return plain.codePointCount(0, plain.length());
  }
}
