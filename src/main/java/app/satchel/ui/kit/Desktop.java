package app.satchel.ui.kit;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the window asks of the desktop around it. Injected, so that screens are tested without a
 * browser, a file manager or a clipboard.
 */
public interface Desktop {
  /** Opens an address in the person's browser. */
  void open(URI address);

  /** Shows a file or a folder in the file manager, selected where that is possible. */
  void show(Path path);

  /**
   * Opens a text in an editor. Only for files that {@link Editable} lets through, because some
   * systems run what they are asked to open.
   */
  default void edit(Path path) {
    show(path);
  }

  /** Puts text on the clipboard. */
  void copy(String text);

  /**
   * Lets the person choose a folder.
   *
   * @param title what the folder is for
   * @param start where to begin, or null
   * @return empty when the person chose none
   */
  Optional<Path> chooseFolder(String title, Path start);

  /**
   * Lets the person choose a file to be read.
   *
   * @param title what the file is for
   * @return empty when the person chose none
   */
  Optional<Path> chooseFile(String title);

  /**
   * Lets the person choose where a file is to be written, and agree to replace one that is there.
   * Nothing is written here.
   *
   * @param title what the file is
   * @param suggestedName its name unless the person has another idea
   * @return empty when the person chose none
   */
  Optional<Path> saveFile(String title, String suggestedName);
}
