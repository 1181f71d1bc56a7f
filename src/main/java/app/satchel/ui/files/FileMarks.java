package app.satchel.ui.files;

import app.satchel.check.review.FileMark;
import app.satchel.ui.kit.Icon;
import app.satchel.words.Words;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** The marks of files: an icon, a word and what it means. */
final class FileMarks {
  private static final Words WORDS = Words.of(FileMarks.class);

  private FileMarks() {}

  /** The weightiest of some marks; null when there are none. */
  static FileMark first(Set<FileMark> marks) {
    return marks.stream().min(Enum::compareTo).orElse(null);
  }

  static String word(FileMark mark) {
    return WORDS.text("mark." + mark.name().toLowerCase(Locale.ROOT));
  }

  static Label label(FileMark mark) {
    String tone = serious(mark) ? "warn" : "soft";
    Label label = new Label(word(mark), icon(mark).node("mark-icon", tone));
    label.getStyleClass().addAll("file-mark", "small", tone);
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.setTooltip(
        new Tooltip(WORDS.text("mark." + mark.name().toLowerCase(Locale.ROOT) + ".hint")));
    return label;
  }

  private static boolean serious(FileMark mark) {
    return switch (mark) {
      case HOOK, INSTALL_SCRIPT, SERVERS, SETTINGS, PROGRAM -> true;
      case SCRIPT, EXECUTABLE, ARCHIVE, LINK -> false;
    };
  }

  private static Icon icon(FileMark mark) {
    return switch (mark) {
      case HOOK, INSTALL_SCRIPT, PROGRAM -> Icon.WARN;
      case SERVERS -> Icon.SEND;
      case SETTINGS -> Icon.SETTINGS;
      case SCRIPT, EXECUTABLE -> Icon.SCRIPT;
      case ARCHIVE -> Icon.PACKAGE;
      case LINK -> Icon.OPEN;
    };
  }
}
