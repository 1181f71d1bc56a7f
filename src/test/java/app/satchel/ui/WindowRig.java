package app.satchel.ui;

import app.satchel.assembly.Assembly;
import app.satchel.assembly.AssemblyOptions;
import app.satchel.assembly.SelfUpdates;
import app.satchel.ui.kit.Fonts;
import app.satchel.ui.kit.TestToolkit;
import app.satchel.workspace.MemoryApiKeys;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** The real window over real services on the Headless platform, in a home of its own. */
final class WindowRig implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;

  final Path home;
  final Assembly assembly;
  private final RigBackground background = new RigBackground();
  final List<URI> browsed = new CopyOnWriteArrayList<>();
  final RigDesktop desktop = new RigDesktop(browsed::add);
  final Stage stage;
  final SatchelWindow window;

  private WindowRig(
      Path home, List<String> sources, AssemblyOptions.Marketplaces marketplaces, double[] size)
      throws Exception {
    this(home, sources, marketplaces, size, Map.of());
  }

  private WindowRig(
      Path home,
      List<String> sources,
      AssemblyOptions.Marketplaces marketplaces,
      double[] size,
      Map<String, String> variables)
      throws Exception {
    this(home, sources, marketplaces, size, variables, Assembly::updates);
  }

  private WindowRig(
      Path home,
      List<String> sources,
      AssemblyOptions.Marketplaces marketplaces,
      double[] size,
      Map<String, String> variables,
      Function<Assembly, SelfUpdates> updates)
      throws Exception {
    this.home = home;
    Path person = Files.createDirectories(home.resolve("person"));
    Files.createDirectories(person.resolve(".claude"));
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("HOME", person.toString());
    environment.put("PATH", System.getenv("PATH"));
    assembly =
        Assembly.of(
            new AssemblyOptions(
                home.resolve("state"),
                sources,
                marketplaces,
                false,
                environment,
                new MemoryApiKeys(),
                false));
    assembly.marketplaces();
    TestToolkit.start();
    Fonts.load();
    stage = onUi(Stage::new);
    window =
        onUi(
            () ->
                new SatchelWindow(
                    new AssemblyServices(
                        assembly, background, desktop, () -> updates.apply(assembly)),
                    background,
                    WindowStart.theme(assembly)));
    onUi(
        () -> {
          if (size != null) {
            stage.setWidth(size[0]);
            stage.setHeight(size[1]);
          }
          window.show(stage);
          stage.toFront();
          stage.requestFocus();
          return null;
        });
    // Keys go to the window that has the focus; one that another test left behind may hold it.
    await("the focus of the window", stage::isFocused);
    // They come with the second frame.
    await("a place for rows", () -> window.scene().lookup("#results") != null);
  }

  /** The window on the sample skills alone. */
  static WindowRig onSamples(Path home) throws Exception {
    return new WindowRig(
        home, List.of(), AssemblyOptions.Marketplaces.SAMPLES, new double[] {1280, 820});
  }

  /** The window on one marketplace, {@code NAME=URL}, and in a size. */
  static WindowRig on(Path home, String source, double width, double height) throws Exception {
    return new WindowRig(
        home,
        List.of(source),
        AssemblyOptions.Marketplaces.CONFIGURED,
        new double[] {width, height});
  }

  /** The window on one marketplace, {@code NAME=URL}, and the sample skills. */
  static WindowRig withSamples(Path home, String source) throws Exception {
    return new WindowRig(
        home, List.of(source), AssemblyOptions.Marketplaces.WITH_SAMPLES, new double[] {1280, 820});
  }

  /** The window on the sample skills, with variables of the environment. */
  static WindowRig onSamples(Path home, Map<String, String> variables) throws Exception {
    return new WindowRig(
        home, List.of(), AssemblyOptions.Marketplaces.SAMPLES, new double[] {1280, 820}, variables);
  }

  /** The window on the sample skills, of a Satchel that there are newer versions of. */
  static WindowRig withUpdates(
      Path home, double width, double height, Function<Assembly, SelfUpdates> updates)
      throws Exception {
    return new WindowRig(
        home,
        List.of(),
        AssemblyOptions.Marketplaces.SAMPLES,
        new double[] {width, height},
        Map.of(),
        updates);
  }

  /** The window on the sample skills in a size. */
  static WindowRig onSamples(Path home, double width, double height) throws Exception {
    return new WindowRig(
        home, List.of(), AssemblyOptions.Marketplaces.SAMPLES, new double[] {width, height});
  }

  /** The window on the sample skills where and as large as it was left. */
  static WindowRig asLeft(Path home) throws Exception {
    return new WindowRig(home, List.of(), AssemblyOptions.Marketplaces.SAMPLES, null);
  }

  static <T> T onUi(Callable<T> action) throws Exception {
    if (Platform.isFxApplicationThread()) {
      return action.call();
    }
    FutureTask<T> task = new FutureTask<>(action);
    Platform.runLater(task);
    return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Lets everything happen that has been put off until later. */
  static void settle() throws Exception {
    for (int i = 0; i < 4; i++) {
      onUi(() -> null);
    }
  }

  /** Waits until something holds on the UI thread; says what it waited for when it never does. */
  void await(String what, Supplier<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!onUi(condition::get)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Waited in vain for: " + what + "; the window says " + texts());
      }
      Thread.sleep(20);
    }
    settle();
  }

  /** The first node that is shown and fits a selector, or null. */
  Node find(String selector) {
    return window.scene().getRoot().lookupAll(selector).stream()
        .filter(WindowRig::shown)
        .findFirst()
        .orElse(null);
  }

  /** The first button or label that is shown with a text, or null. */
  Labeled labelled(String text) {
    return all().stream().filter(one -> text.equals(one.getText())).findFirst().orElse(null);
  }

  /** Whether a text is shown anywhere. */
  boolean shows(String part) {
    return all().stream().anyMatch(one -> one.getText() != null && one.getText().contains(part));
  }

  private List<Labeled> all() {
    List<Labeled> found = new ArrayList<>();
    collect(window.scene().getRoot(), found);
    return found;
  }

  private static void collect(javafx.scene.Parent parent, List<Labeled> found) {
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (!child.isVisible()) {
        continue;
      }
      if (child instanceof Labeled labeled) {
        found.add(labeled);
      }
      if (child instanceof javafx.scene.Parent inner) {
        collect(inner, found);
      }
    }
  }

  private List<String> texts() throws Exception {
    return onUi(
        () ->
            all().stream()
                .map(Labeled::getText)
                .filter(text -> text != null && !text.isBlank())
                .limit(80)
                .toList());
  }

  private static boolean shown(Node node) {
    for (Node one = node; one != null; one = one.getParent()) {
      if (!one.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /** Opens things as a start of Satchel does. */
  void open(String... words) throws Exception {
    onUi(
        () -> {
          window.open(List.of(words));
          return null;
        });
    settle();
  }

  /** Presses the button that a selector finds. */
  void fire(String selector) throws Exception {
    onUi(
        () -> {
          ((ButtonBase) find(selector)).fire();
          return null;
        });
    settle();
  }

  /** Scrolls what a selector finds; 0 is its top, 1 its end. */
  void scroll(String selector, double to) throws Exception {
    settle();
    onUi(
        () -> {
          ((ScrollPane) find(selector)).setVvalue(to);
          return null;
        });
    settle();
  }

  /** Writes what the window shows now as a PNG. */
  void picture(Path file) throws Exception {
    picture(file, 1);
  }

  /** Writes what the window shows now as a PNG, as a screen of that scale has it. */
  void picture(Path file, double scale) throws Exception {
    settle();
    // What was laid out may have asked for another round.
    frame();
    frame();
    onUi(
        () -> {
          pictureNow(file, scale);
          return null;
        });
  }

  /** Writes a picture at once. Call on the UI thread. */
  void pictureNow(Path file, double scale) throws IOException {
    Files.createDirectories(file.getParent());
    ImageIO.write(snapshot(scale), "png", file.toFile());
  }

  /** Waits until the window has been drawn anew. */
  void frame() throws Exception {
    CountDownLatch drawn = new CountDownLatch(1);
    onUi(
        () -> {
          Runnable[] listener = new Runnable[1];
          listener[0] =
              () -> {
                window.scene().removePostLayoutPulseListener(listener[0]);
                drawn.countDown();
              };
          window.scene().addPostLayoutPulseListener(listener[0]);
          Platform.requestNextPulse();
          return null;
        });
    drawn.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    settle();
  }

  /** What the window shows now. Call on the UI thread. */
  BufferedImage snapshot(double scale) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(new Scale(scale, scale));
    // The window and no more: shadows reach beyond it.
    parameters.setViewport(
        new Rectangle2D(
            0, 0, window.scene().getWidth() * scale, window.scene().getHeight() * scale));
    WritableImage image = window.scene().getRoot().snapshot(parameters, null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    return picture;
  }

  @Override
  public void close() throws IOException {
    try {
      onUi(
          () -> {
            stage.close();
            return null;
          });
    } catch (Exception e) {
      throw new IOException(e);
    }
    background.close();
    assembly.close();
  }
}
