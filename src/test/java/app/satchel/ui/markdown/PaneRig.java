package app.satchel.ui.markdown;

import app.satchel.markdown.MarkdownReader;
import app.satchel.ui.kit.Theme;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;

/** A pane in a window of its own, and what it asked for. */
final class PaneRig implements MarkdownActions, AutoCloseable {
  final List<String> asked = new CopyOnWriteArrayList<>();
  final Map<String, FileState> files = new ConcurrentHashMap<>();
  final Map<String, byte[]> images = new ConcurrentHashMap<>();
  final MarkdownPane pane;
  final ScrollPane scroll;
  private final Stage stage;

  PaneRig(WebPictures web) {
    pane = Fx.call(() -> new MarkdownPane(this, this::image, web));
    scroll = Fx.call(() -> new ScrollPane(pane));
    stage = Fx.call(Stage::new);
    Fx.run(
        () -> {
          scroll.setFitToWidth(true);
          Scene scene = new Scene(new StackPane(scroll), 700, 600);
          new Theme(scene, Theme.Choice.LIGHT);
          stage.setScene(scene);
          stage.show();
        });
  }

  private Optional<byte[]> image(String path) {
    return Optional.ofNullable(images.get(path));
  }

  void show(String markdown) {
    var document = new MarkdownReader().read(markdown);
    Fx.run(
        () -> {
          pane.show(document);
          scroll.layout();
        });
    Fx.settle();
    Fx.run(scroll::layout);
  }

  static <T> List<T> all(Node node, Class<T> type) {
    List<T> found = new ArrayList<>();
    if (type.isInstance(node)) {
      found.add(type.cast(node));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> found.addAll(all(child, type)));
    }
    return found;
  }

  <T> List<T> all(Class<T> type) {
    return Platform.isFxApplicationThread() ? all(pane, type) : Fx.call(() -> all(pane, type));
  }

  Text text(String words) {
    return all(Text.class).stream()
        .filter(text -> text.getText().equals(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no such words: " + words));
  }

  static void click(Node node) {
    Fx.run(
        () ->
            Event.fireEvent(
                node,
                new MouseEvent(
                    MouseEvent.MOUSE_CLICKED,
                    1,
                    1,
                    1,
                    1,
                    MouseButton.PRIMARY,
                    1,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    true,
                    false,
                    true,
                    null)));
    Fx.settle();
  }

  /** Waits for what comes from another thread. */
  static void await(String what, BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 500; i++) {
      if (Fx.call(condition::getAsBoolean)) {
        return;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("Waited in vain for " + what);
  }

  @Override
  public void openWeb(URI address) {
    asked.add("web " + address);
  }

  @Override
  public void openMail(String address) {
    asked.add("mail " + address);
  }

  @Override
  public void openFile(String path, String anchor) {
    asked.add("file " + path);
  }

  @Override
  public FileState state(String path) {
    return files.getOrDefault(path, FileState.UNKNOWN);
  }

  @Override
  public void showDestination(String words) {
    if (!words.isEmpty()) {
      asked.add("says " + words);
    }
  }

  @Override
  public void close() {
    Fx.run(stage::hide);
  }
}
