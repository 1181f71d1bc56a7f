package app.satchel.ui;

import app.satchel.ui.kit.Desktop;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A desktop that remembers what it was asked, and whose dialogs a test has answered already. */
final class RigDesktop implements Desktop {
  final List<String> copied = new CopyOnWriteArrayList<>();
  final List<Path> shown = new CopyOnWriteArrayList<>();
  final List<Path> edited = new CopyOnWriteArrayList<>();

  /** What a person chooses in the next dialog; null for nothing. */
  volatile Path choice;

  private final Consumer<URI> browser;

  RigDesktop(Consumer<URI> browser) {
    this.browser = browser;
  }

  @Override
  public void open(URI address) {
    browser.accept(address);
  }

  @Override
  public void show(Path path) {
    shown.add(path);
  }

  @Override
  public void edit(Path path) {
    edited.add(path);
  }

  @Override
  public void copy(String text) {
    copied.add(text);
  }

  @Override
  public Optional<Path> chooseFolder(String title, Path start) {
    return Optional.ofNullable(choice);
  }

  @Override
  public Optional<Path> saveFile(String title, String suggestedName) {
    return Optional.ofNullable(choice);
  }

  @Override
  public Optional<Path> chooseFile(String title) {
    return Optional.empty();
  }
}
