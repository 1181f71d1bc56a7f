package app.satchel.display;

import app.satchel.problem.Problem;
import app.satchel.words.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a failure to somebody who started Satchel from the desktop and has no terminal, by what the
 * system has without JavaFX. Commands and options are fixed; the text is one argument, and no shell
 * reads it.
 */
public final class DesktopDialog {
  private static final int MOST_CHARACTERS = 1500;
  private static final int LONGEST_LINE = 72;

  private final Surroundings here;
  private final Programs programs;
  private final Plain plain;

  /** Starts a program. */
  @FunctionalInterface
  interface Programs {
    /** Starts it and does not wait. */
    void start(List<String> command) throws IOException;
  }

  /** A dialog of Java's own. */
  @FunctionalInterface
  interface Plain {
    /** Shows it until it is closed. */
    void show(String title, String text);
  }

  /** The dialogs of this computer. */
  public static DesktopDialog here(Map<String, String> environment, Properties properties) {
    return new DesktopDialog(
        Surroundings.here(environment, properties), DesktopDialog::run, SwingDialog::show);
  }

  DesktopDialog(Surroundings here, Programs programs, Plain plain) {
    this.here = here;
    this.programs = programs;
    this.plain = plain;
  }

  private static void run(List<String> command) throws IOException {
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /**
   * Tells it.
   *
   * @return whether something could be shown
   */
  public boolean tell(Problem problem) {
    if (here.isLinux()
        && here.variable("DISPLAY").isEmpty()
        && here.variable("WAYLAND_DISPLAY").isEmpty()) {
      return false;
    }
    String title = Words.of(DesktopDialog.class).text("dialog.title");
    String text = text(problem);
    for (List<String> command : commands(title, text)) {
      try {
        programs.start(command);
        return true;
      } catch (IOException e) {
        log().debug("{} is not here", command.getFirst());
      }
    }
    if (problem.code().startsWith("display-")) {
      // Java's own windows would wait for the same display, and for ever.
      return false;
    }
    try {
      plain.show(title, text);
      return true;
    } catch (RuntimeException | LinkageError | java.awt.AWTError e) {
      // Without a display, or a library of Java's own windows.
      log().warn("No dialog could be shown: {}", e.toString());
      return false;
    }
  }

  private static String text(Problem problem) {
    String all = problem.sentence().replaceAll("\\p{Cntrl}", " ").strip();
    String cut = all.length() > MOST_CHARACTERS ? all.substring(0, MOST_CHARACTERS) + "…" : all;
    return cut + "\n\n[" + problem.code() + "]";
  }

  /** In the order in which they are tried. */
  private List<List<String>> commands(String title, String text) {
    if (here.isWindows()) {
      return List.of();
    }
    if (here.isMac()) {
      return List.of(
          List.of(
              "/usr/bin/osascript",
              "-e",
              "on run argv",
              "-e",
              "display dialog (item 1 of argv) with title (item 2 of argv) buttons {\"OK\"}"
                  + " default button 1 with icon stop",
              "-e",
              "end run",
              text,
              title));
    }
    List<List<String>> all = new ArrayList<>();
    List<String> zenity =
        List.of("zenity", "--error", "--no-markup", "--title=" + title, "--text=" + text);
    // Qt takes what looks like HTML for HTML.
    List<String> kdialog =
        List.of("kdialog", "--title", title, "--error", text.replace('<', '‹').replace('>', '›'));
    boolean kde = here.variable("XDG_CURRENT_DESKTOP").contains("KDE");
    all.add(kde ? kdialog : zenity);
    all.add(kde ? zenity : kdialog);
    all.add(List.of("xmessage", "-center", "-title", title, "-buttons", "OK:0", wrapped(text)));
    return all;
  }

  /** In lines of a bearable length: a dialog as old as xmessage breaks none. */
  private static String wrapped(String text) {
    StringBuilder lines = new StringBuilder();
    for (String paragraph : text.split("\n", -1)) {
      int length = 0;
      for (String word : paragraph.split(" ")) {
        if (length > 0 && length + word.length() >= LONGEST_LINE) {
          lines.append('\n');
          length = 0;
        } else if (length > 0) {
          lines.append(' ');
        }
        lines.append(word);
        length += word.length() + 1;
      }
      lines.append('\n');
    }
    return lines.toString().stripTrailing();
  }

  private static Logger log() {
    return LoggerFactory.getLogger(DesktopDialog.class);
  }
}
