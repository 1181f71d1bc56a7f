package app.satchel.ui;

import app.satchel.assembly.Assembly;
import app.satchel.display.Drawing;
import app.satchel.display.StartTerms;
import app.satchel.display.StartTrouble;
import app.satchel.display.Surroundings;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.ui.kit.Background;
import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.SystemDesktop;
import app.satchel.ui.kit.Theme;
import app.satchel.ui.kit.UiBackground;
import java.net.URI;
import java.time.Duration;
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

  /** How long a window may stay blank before the log says what helps. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private WindowStart() {}

  /**
   * Opens the window; call once in a program's life, on any thread but JavaFX's.
   *
   * @param assembly the services; not closed here
   * @param terms how it is drawn, and whom it tells when it fails
   * @throws ProblemException UNAVAILABLE when JavaFX cannot start here, with a code for the cause
   */
  public static void open(Assembly assembly, StartTerms terms) {
    CountDownLatch closed = new CountDownLatch(1);
    AtomicReference<RuntimeException> failure = new AtomicReference<>();
    AtomicReference<Runnable> lastWords = new AtomicReference<>(() -> {});
    CrashWatch crashes =
        new CrashWatch(
            assembly.home().logs(),
            work -> Thread.ofVirtual().name("satchel-crash").start(work),
            Platform::runLater,
            terms.alarm());
    Thread.setDefaultUncaughtExceptionHandler(crashes);
    ToolkitStart toolkit = ToolkitStart.begin();
    // While the toolkit starts, the sample skills are put in place: both are needed for a window.
    terms.mark().set();
    try {
      prepare(assembly);
      toolkit.await(trouble(), terms.said());
    } catch (RuntimeException e) {
      // An answer is an end that is known: the next start need not be another one.
      terms.mark().clear();
      throw e;
    }
    Platform.runLater(
        () -> {
          try {
            crashes.showIn(show(assembly, terms, closed, lastWords));
          } catch (RuntimeException e) {
            failure.set(e);
            closed.countDown();
          }
        });
    await(closed);
    Platform.exit();
    remember(lastWords.get());
    if (failure.get() != null) {
      terms.mark().clear();
      throw failure.get();
    }
  }

  private static StartTrouble trouble() {
    return new StartTrouble(Surroundings.here(System.getenv(), System.getProperties()));
  }

  private static void prepare(Assembly assembly) {
    try {
      assembly.installer().recover();
    } catch (ProblemException e) {
      if (e.problem().kind() == ProblemKind.DISK) {
        throw trouble().home(assembly.home().folder().toString(), e);
      }
      throw e;
    }
    assembly.marketplaces();
    assembly.preferences();
  }

  private static CrashWatch.View show(
      Assembly assembly,
      StartTerms terms,
      CountDownLatch closed,
      AtomicReference<Runnable> lastWords) {
    Stage stage = new Stage();
    Background background = new UiBackground();
    SatchelWindow window = window(assembly, new SystemDesktop(stage, browser()), background);
    WindowFrame frame = window.frame();
    if (terms.drawing().software() == Drawing.Software.AFTER_FAILED_START) {
      frame.say(new SoftwareLine(assembly.home().drawing(), background, frame::unsay));
    }
    // While it still has its place: a stage that is hidden has none.
    stage.setOnHiding(event -> lastWords.set(window.lastWords()));
    stage.setOnHidden(event -> closed.countDown());
    FirstFrame.watch(window.scene(), PATIENCE, () -> painted(terms));
    window.show(stage);
    return frame;
  }

  private static void painted(StartTerms terms) {
    Thread.ofVirtual()
        .name("satchel-painted")
        .start(
            () -> {
              terms.mark().clear();
              terms.calm().run();
              trouble().fallback(terms.said().get()).ifPresent(LOG::warn);
            });
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
