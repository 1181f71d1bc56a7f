package app.satchel.ui.settings;

import app.satchel.display.KeptDrawing;
import app.satchel.problem.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** What the settings need from the rooms below. Answers at once, except {@link #setCounting}. */
public interface SettingsServices {
  /** Whether installs may be counted by a marketplace; no until the person says yes. */
  boolean counting();

  /**
   * Keeps the answer. Blocks; fails with a {@link app.satchel.problem.ProblemException} of kind
   * DISK.
   */
  void setCounting(boolean allowed);

  /**
   * Keeps the choice of light or dark. Blocks; fails as {@link #setCounting}.
   *
   * @param choice the name of a {@link app.satchel.ui.kit.Theme.Choice}
   */
  void setTheme(String choice);

  /** Whether pictures are loaded from the web without asking. */
  boolean picturesAlways();

  /** Keeps the answer. Blocks; fails as {@link #setCounting}. */
  void setPicturesAlways(boolean always);

  /** Skills and sources whose pictures are loaded without asking, however the above is set. */
  int picturesGranted();

  /** Asks again for all of them. Blocks; fails as {@link #setCounting}. */
  void forgetPicturesGranted();

  /** Keeps whether less is to move. Blocks; fails as {@link #setCounting}. */
  void setLessMotion(boolean less);

  /** How the window is drawn at every start. */
  KeptDrawing drawing();

  /**
   * Keeps how the window is drawn, from the next start on. Blocks; fails as {@link #setCounting}.
   */
  void keepDrawing(KeptDrawing drawing);

  /** Whether this system lets a window have another scale than its screen. */
  boolean scales();

  /** The upload rules in force, which can be replaced without a new version of Satchel. */
  RulesState rules();

  /**
   * Goes by newer upload rules from now on. Blocks; fails with a {@link
   * app.satchel.problem.ProblemException} when they cannot be used, and changes nothing then.
   */
  void useRules(Path file);

  /** Goes back to the upload rules that came with Satchel. Blocks; fails with DISK. */
  void useBuiltInRules();

  /**
   * Which upload rules are in force.
   *
   * @param date the day they were gathered
   * @param builtIn whether they came with this version of Satchel
   * @param problem why a file that is there is not used, or null
   */
  record RulesState(LocalDate date, boolean builtIn, Problem problem) {}

  /** The further dated data in force. */
  List<DataDate> data();

  /** Why the person's settings were not used when they were read, or null. */
  Problem unread();

  /**
   * Data that goes out of date.
   *
   * @param name what it is about, for a person
   * @param date its state
   */
  record DataDate(String name, LocalDate date) {}
}
