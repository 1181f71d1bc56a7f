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

/** Opens the window and waits until it is closed. */
public final class WindowStart {
  private WindowStart() {}

  /** The services and the window on them, before there is anything to show it on. */
  private record Prepared(Assembly assembly, SatchelWindow window) {}

  /**
   * Opens the window; call once in a program's life, on any thread but JavaFX's. The toolkit takes
   * as long to start as everything else together, so both happen at once.
   *
   * @param services puts the services together, on another thread; closed here
   * @throws ProblemException {@code no-window} (UNAVAILABLE) when JavaFX cannot start here
   */
  public static void open(Supplier<Assembly> services) {
    open(services, (window, stage) -> {});
  }

  /**
   * Opens the window, goes through its main screens, and closes it again.
   *
   * @throws IllegalStateException when a screen did not come
   */
  public static void rehearse(Supplier<Assembly> services) {
    AtomicReference<RuntimeException> failure = new AtomicReference<>();
    open(
        services,
        (window, stage) ->
            Thread.ofPlatform()
                .name("satchel-rehearsal")
                .start(
                    () -> {
                      try {
                        new WindowRehearsal(window, stage).play();
                      } catch (RuntimeException e) {
                        failure.set(e);
                      }
                    }));
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  private static void open(Supplier<Assembly> services, BiConsumer<SatchelWindow, Stage> shown) {
    AtomicReference<Stage> stage = new AtomicReference<>();
    FutureTask<Prepared> preparing = new FutureTask<>(() -> prepare(services, stage::get));
    Thread.ofPlatform().name("satchel-start").start(preparing);
    RuntimeException failure = null;
    try {
      startToolkit();
    } catch (RuntimeException e) {
      failure = e;
    }
    try (Assembly assembly = prepared(preparing).assembly()) {
      if (failure != null) {
        throw failure;
      }
      Thread.ofPlatform().name("satchel-recover").start(() -> recover(assembly));
      run(prepared(preparing).window(), stage, shown);
    }
  }

  private static Prepared prepare(Supplier<Assembly> services, Supplier<Window> owner) {
    Assembly assembly = services.get();
    try {
      Desktop desktop = new SystemDesktop(owner, browser());
      return new Prepared(assembly, window(assembly, desktop, new UiBackground()));
    } catch (RuntimeException e) {
      assembly.close();
      throw e;
    }
  }

  private static Prepared prepared(FutureTask<Prepared> preparing) {
    try {
      return preparing.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Shows the window until it is closed. */
  private static void run(
      SatchelWindow window, AtomicReference<Stage> stage, BiConsumer<SatchelWindow, Stage> shown) {
    CountDownLatch closed = new CountDownLatch(1);
    AtomicReference<RuntimeException> failure = new AtomicReference<>();
    AtomicReference<Runnable> lastWords = new AtomicReference<>(() -> {});
    Platform.runLater(
        () -> {
          try {
            stage.set(new Stage());
            // While it still has its place: a stage that is hidden has none.
            stage.get().setOnHiding(event -> lastWords.set(window.lastWords()));
            stage.get().setOnHidden(event -> closed.countDown());
            window.show(stage.get());
            shown.accept(window, stage.get());
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

  /** What a start before left half done is put right; whoever installs does so as well. */
  private static void recover(Assembly assembly) {
    try {
      assembly.installer().recover();
    } catch (ProblemException e) {
      Told.LOG.warn("What was left half done stays so for now: {}", e.problem().what());
    }
  }

  private static void startToolkit() {
    CountDownLatch started = new CountDownLatch(1);
    try {
      Platform.setImplicitExit(false);
      Platform.startup(started::countDown);
    } catch (RuntimeException | UnsatisfiedLinkError e) {
      throw ProblemException.of(
          Told.WORDS, ProblemKind.UNAVAILABLE, "no-window", String.valueOf(e), e);
    }
    await(started);
  }

  private static void remember(Runnable lastWords) {
    try {
      lastWords.run();
    } catch (ProblemException e) {
      Told.LOG.warn("Where the window was is not remembered: {}", e.problem().what());
    }
  }

  /** The log and the words for what goes wrong, which most starts do without. */
  private static final class Told {
    private static final Logger LOG = LoggerFactory.getLogger(WindowStart.class);
    private static final Words WORDS = Words.of(WindowStart.class);
  }

  /**
   * Builds the window without showing it, on any thread.
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
