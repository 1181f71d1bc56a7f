package app.satchel.ui.kit;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desktop of this computer. */
public final class SystemDesktop implements Desktop {
  private static final Logger LOG = LoggerFactory.getLogger(SystemDesktop.class);

  private final Supplier<Window> owner;
  private final Consumer<URI> browser;

  /**
   * @param owner the window that dialogs belong to; asked for when one opens
   * @param browser opens an address, as {@code HostServices.showDocument} does
   */
  public SystemDesktop(Supplier<Window> owner, Consumer<URI> browser) {
    this.owner = owner;
    this.browser = browser;
  }

  @Override
  public void open(URI address) {
    browser.accept(address);
  }

  @Override
  public void show(Path path) {
    start(showCommand(System.getProperty("os.name"), path));
  }

  @Override
  public void edit(Path path) {
    if (Editable.isText(path)) {
      start(editCommand(System.getProperty("os.name"), path));
    } else {
      show(path);
    }
  }

  private static void start(List<String> command) {
    // Starting a program may wait for the disk; the window must not.
    Thread.ofVirtual()
        .name("satchel-show")
        .start(
            () -> {
              try {
                new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
              } catch (IOException e) {
                LOG.warn("The desktop did not start: {}", command.getFirst(), e);
              }
            });
  }

  /** The command of a system's file manager; arguments are never read by a shell. */
  static List<String> showCommand(String system, Path path) {
    String os = system.toLowerCase(Locale.ROOT);
    String absolute = path.toAbsolutePath().toString();
    if (os.startsWith("windows")) {
      return List.of("explorer.exe", "/select,", absolute);
    }
    if (os.startsWith("mac")) {
      return List.of("open", "-R", absolute);
    }
    // There is no command for "select" that every desktop has; its folder is the next best.
    Path folder = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
    return List.of("xdg-open", folder == null ? absolute : folder.toAbsolutePath().toString());
  }

  /** The command of a system's editor; one that never runs what it is given, where there is one. */
  static List<String> editCommand(String system, Path path) {
    String os = system.toLowerCase(Locale.ROOT);
    String absolute = path.toAbsolutePath().toString();
    if (os.startsWith("windows")) {
      return List.of("notepad.exe", absolute);
    }
    return os.startsWith("mac") ? List.of("open", "-t", absolute) : List.of("xdg-open", absolute);
  }

  @Override
  public void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  @Override
  public Optional<Path> chooseFolder(String title, Path start) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    if (start != null && Files.isDirectory(start)) {
      chooser.setInitialDirectory(start.toFile());
    }
    return Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath);
  }

  @Override
  public Optional<Path> chooseFile(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(File::toPath);
  }

  @Override
  public Optional<Path> saveFile(String title, String suggestedName) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(suggestedName);
    return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
  }
}
