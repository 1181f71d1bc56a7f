package app.satchel.ui;

import app.satchel.assembly.Assembly;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.ui.kit.Background;
import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.SystemDesktop;
import app.satchel.ui.kit.Theme;
import app.satchel.ui.kit.UiBackground;
import app.satchel.words.Words;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.HostServices;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the window and waits until it is closed. */
public final class WindowStart {
  private static final Logger LOG = LoggerFactory.getLogger(WindowStart.class);
  private static final Words WORDS = Words.of(WindowStart.class);

  private WindowStart() {}

  /**
   * Opens the window; call once in a program's life, on any thread but JavaFX's.
   *
   * @param assembly the services; not closed here
   * @throws ProblemException {@code no-window} (UNAVAILABLE) when JavaFX cannot start here
   */
  public static void open(Assembly assembly) {
    CountDownLatch closed = new CountDownLatch(1);
    AtomicReference<RuntimeException> failure = new AtomicReference<>();
    AtomicReference<Runnable> lastWords = new AtomicReference<>(() -> {});
    CountDownLatch started = new CountDownLatch(1);
    startToolkit(started);
    // While the toolkit starts, the sample skills are put in place: both are needed for a window.
    assembly.installer().recover();
    assembly.marketplaces();
    assembly.preferences();
    await(started);
    Platform.runLater(
        () -> {
          try {
            show(assembly, closed, lastWords);
          } catch (RuntimeException e) {
            failure.set(e);
            closed.countDown();
          }
        });
    await(closed);
    Platform.exit();
    remember(lastWords.get());
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  private static void startToolkit(CountDownLatch started) {
    try {
      Platform.setImplicitExit(false);
      Platform.startup(started::countDown);
    } catch (RuntimeException | UnsatisfiedLinkError e) {
      throw ProblemException.of(WORDS, ProblemKind.UNAVAILABLE, "no-window", String.valueOf(e), e);
    }
  }

  private static void show(
      Assembly assembly, CountDownLatch closed, AtomicReference<Runnable> lastWords) {
    WindowClass.take();
    Stage stage = new Stage();
    SatchelWindow window = window(assembly, stage, browser());
    // While it still has its place: a stage that is hidden has none.
    stage.setOnHiding(event -> lastWords.set(window.lastWords()));
    stage.setOnHidden(event -> closed.countDown());
    window.show(stage);
  }

  private static void remember(Runnable lastWords) {
    try {
      lastWords.run();
    } catch (ProblemException e) {
      LOG.warn("Where the window was is not remembered: {}", e.problem().what());
    }
  }

  /**
   * Builds the window without showing it; on JavaFX's thread.
   *
   * @param browser opens an address
   */
  public static SatchelWindow window(Assembly assembly, Stage stage, Consumer<URI> browser) {
    return window(assembly, new SystemDesktop(stage, browser), new UiBackground());
  }

  /**
   * Builds the window without showing it; on JavaFX's thread.
   *
   * @param desktop what is around the window
   * @param background where it works
   */
  static SatchelWindow window(Assembly assembly, Desktop desktop, Background background) {
    return new SatchelWindow(
        new AssemblyServices(assembly, background, desktop), background, theme(assembly));
  }

  private static Theme.Choice theme(Assembly assembly) {
    String kept = assembly.preferences().theme();
    return Arrays.stream(Theme.Choice.values())
        .filter(choice -> choice.name().equals(kept))
        .findFirst()
        .orElse(Theme.Choice.SYSTEM);
  }

  private static Consumer<URI> browser() {
    // An application that is never launched still knows how to open a browser.
    HostServices host =
        new Application() {
          @Override
          public void start(Stage stage) {
            throw new IllegalStateException("never launched");
          }
        }.getHostServices();
    return address -> host.showDocument(address.toString());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
