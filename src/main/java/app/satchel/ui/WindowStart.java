package app.satchel.ui;

import app.satchel.assembly.Assembly;
import app.satchel.display.Drawing;
import app.satchel.display.StartTerms;
import app.satchel.display.StartTrouble;
import app.satchel.display.Surroundings;
import app.satchel.opening.OpenRequests;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Milestones.Milestone;
import app.satchel.ui.kit.Background;
import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.SystemDesktop;
import app.satchel.ui.kit.Theme;
import app.satchel.ui.kit.UiBackground;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.HostServices;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the window and waits until it is closed. The toolkit takes as long to start as everything
 * else together, so all of it happens at once.
 */
public final class WindowStart {
  /** How long a window may stay blank before the log says what helps. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ToolkitStart toolkit;

  private WindowStart(ToolkitStart toolkit) {
    this.toolkit = toolkit;
  }

  /**
   * Begins with what every window needs, and does not wait; call once in a program's life, when it
   * is settled how windows are drawn. A program that finds out that it needs none just ends.
   */
  public static WindowStart begin() {
    return new WindowStart(ToolkitStart.begin());
  }

  /**
   * Opens the window; call once, on any thread but JavaFX's.
   *
   * @param services puts the services together, on another thread; closed here
   * @param terms how it is drawn, and whom it tells when it fails
   * @param requests what is to be opened in it, now and later
   * @param left run as soon as the window has gone
   * @throws ProblemException UNAVAILABLE when JavaFX cannot start here, with a code for the cause
   */
  public void open(
      Supplier<Assembly> services, StartTerms terms, OpenRequests requests, Runnable left) {
    open(services, terms, taking(requests), left);
  }

  /**
   * The same, but the window goes through its main screens by itself, and closes.
   *
   * @param picture where to put a picture of the window, or null for none
   * @throws IllegalStateException when a screen did not come
   */
  public void rehearse(
      Supplier<Assembly> services,
      StartTerms terms,
      OpenRequests requests,
      Runnable left,
      Path picture) {
    AtomicReference<RuntimeException> failure = new AtomicReference<>();
    BiConsumer<SatchelWindow, Stage> playing =
        (window, stage) ->
            Thread.ofPlatform()
                .name("satchel-rehearsal")
                .start(
                    () -> {
                      try {
                        new WindowRehearsal(window, stage, picture).play();
                      } catch (RuntimeException e) {
                        failure.set(e);
                      }
                    });
    open(services, terms, taking(requests).andThen(playing), left);
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  private static BiConsumer<SatchelWindow, Stage> taking(OpenRequests requests) {
    return (window, stage) ->
        Painted.then(
            window.scene(),
            () -> requests.to(words -> Platform.runLater(() -> window.open(words))));
  }

  private void open(
      Supplier<Assembly> services,
      StartTerms terms,
      BiConsumer<SatchelWindow, Stage> shown,
      Runnable left) {
    AtomicReference<Stage> stage = new AtomicReference<>();
    AtomicReference<Assembly> made = new AtomicReference<>();
    FutureTask<SatchelWindow> preparing =
        new FutureTask<>(() -> prepare(services, made, stage::get));
    daemon("satchel-start", preparing);
    terms.mark().set();
    try {
      toolkit.await(trouble(), terms.said());
      terms.milestones().reached(Milestone.TOOLKIT_UP);
      loadTheme(made.get());
      SatchelWindow window = result(preparing);
      new Showing(made.get(), window, terms, stage).untilClosed(shown, left);
    } catch (RuntimeException e) {
      // An answer is an end that is known: the next start need not be another one.
      terms.mark().clear();
      throw e;
    } finally {
      if (made.get() != null) {
        made.get().close();
      }
    }
  }

  /** Where the toolkit does not start, whoever asks it for a font waits for ever. */
  private static void daemon(String name, Runnable work) {
    Thread.ofPlatform().daemon().name(name).start(work);
  }

  private SatchelWindow prepare(
      Supplier<Assembly> services, AtomicReference<Assembly> made, Supplier<Window> owner) {
    Assembly assembly = services.get();
    made.set(assembly);
    recover(assembly);
    toolkit.awaitNodes();
    return window(assembly, new SystemDesktop(owner, browser()), new UiBackground());
  }

  private static <T> T result(FutureTask<T> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** One window from its first frame until it is closed. */
  private record Showing(
      Assembly assembly, SatchelWindow window, StartTerms terms, AtomicReference<Stage> stage) {
    void untilClosed(BiConsumer<SatchelWindow, Stage> shown, Runnable left) {
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
      Platform.runLater(
          () -> {
            try {
              show(closed, lastWords);
              crashes.showIn(window.frame());
              shown.accept(window, stage.get());
            } catch (RuntimeException e) {
              failure.set(e);
              closed.countDown();
            }
          });
      await(closed);
      left.run();
      Platform.exit();
      remember(lastWords.get());
      if (failure.get() != null) {
        throw failure.get();
      }
    }

    private void show(CountDownLatch closed, AtomicReference<Runnable> lastWords) {
      WindowClass.take();
      Stage shown = new Stage();
      stage.set(shown);
      WindowFrame frame = window.frame();
      if (terms.drawing().software() == Drawing.Software.AFTER_FAILED_START) {
        frame.say(new SoftwareLine(assembly.home().drawing(), new UiBackground(), frame::unsay));
      }
      // While it still has its place: a stage that is hidden has none.
      shown.setOnHiding(event -> lastWords.set(window.lastWords()));
      shown.setOnHidden(event -> closed.countDown());
      FirstFrame.watch(window.scene(), PATIENCE, () -> painted(terms));
      window.whenUsable(() -> terms.milestones().reached(Milestone.SEARCH_USABLE));
      window.show(shown);
    }
  }

  /**
   * @param assembly null when it is not put together yet
   */
  private static void loadTheme(Assembly assembly) {
    if (assembly != null) {
      Theme.Choice expected = theme(assembly);
      Platform.runLater(() -> Theme.load(expected));
    }
  }

  private static StartTrouble trouble() {
    return new StartTrouble(Surroundings.here(System.getenv(), System.getProperties()));
  }

  /** What a start before left half done is put right; nothing can be kept where that fails. */
  private static void recover(Assembly assembly) {
    try {
      assembly.installer().recover();
    } catch (ProblemException e) {
      if (e.problem().kind() == ProblemKind.DISK) {
        throw trouble().home(assembly.home().folder().toString(), e);
      }
      throw e;
    }
  }

  private static void painted(StartTerms terms) {
    terms.milestones().reached(Milestone.FIRST_FRAME);
    Thread.ofVirtual()
        .name("satchel-painted")
        .start(
            () -> {
              terms.mark().clear();
              terms.calm().run();
              trouble().fallback(terms.said().get()).ifPresent(log()::warn);
            });
  }

  /** Made when there is something to say: the log is not needed for a first frame. */
  private static Logger log() {
    return LoggerFactory.getLogger(WindowStart.class);
  }

  private static void remember(Runnable lastWords) {
    try {
      lastWords.run();
    } catch (ProblemException e) {
      log().warn("Where the window was is not remembered: {}", e.problem().what());
    }
  }

  /**
   * Builds the window without showing it, on any thread, once its fonts are loaded.
   *
   * @param desktop what is around the window
   * @param background where it works
   */
  static SatchelWindow window(Assembly assembly, Desktop desktop, Background background) {
    return new SatchelWindow(
        new AssemblyServices(assembly, background, desktop), background, theme(assembly));
  }

  static Theme.Choice theme(Assembly assembly) {
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
