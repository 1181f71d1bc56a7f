package app.satchel;

import app.satchel.assembly.Assembly;
import app.satchel.assembly.Home;
import app.satchel.cli.ExitCode;
import app.satchel.cli.PlainStart;
import app.satchel.cli.WindowCall;
import app.satchel.cli.WindowLauncher;
import app.satchel.display.StartTerms;
import app.satchel.display.ToolkitState;
import app.satchel.instance.FirstInstance;
import app.satchel.instance.MeetingPlace;
import app.satchel.instance.OneInstance;
import app.satchel.instance.OneInstance.Start;
import app.satchel.opening.OpenRequests;
import app.satchel.opening.Opening;
import app.satchel.ui.ToolkitTrial;
import app.satchel.ui.WindowStart;
import app.satchel.words.Words;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * One window for several starts: the first one shows it, the others hand over what they were asked
 * to open and are done. Asked before anything else is loaded, so that a double click on a second
 * skill costs next to nothing.
 */
final class OneWindow implements WindowLauncher {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Map<String, String> environment;
  private final Properties properties;
  private final PrintStream err;
  private final WindowRun windowRun;
  private volatile boolean shown;
  private final OpenRequests requests = new OpenRequests();

  /** Finds out how this start stands to others; null while nobody has asked. */
  private FutureTask<Start> meeting;

  /** Whether the person has been told why this start does not meet the others. */
  private boolean said;

  /** Listens to later starts; null while, or where, this is not the first. */
  private FirstInstance first;

  OneWindow(Map<String, String> environment, Properties properties, PrintStream err) {
    this(environment, properties, err, WindowStart::open);
  }

  /**
   * @param windowRun what the first of the starts does with its window
   */
  OneWindow(
      Map<String, String> environment,
      Properties properties,
      PrintStream err,
      WindowRun windowRun) {
    this.environment = environment;
    this.properties = properties;
    this.err = err;
    this.windowRun = windowRun;
  }

  /** What is done with a window that has begun to start. */
  @FunctionalInterface
  interface WindowRun {
    /** Returns when it is closed; as {@link WindowStart#open}. */
    void show(
        WindowStart start,
        Supplier<Assembly> services,
        StartTerms terms,
        OpenRequests requests,
        Runnable left);
  }

  /**
   * Hands over at once where another window is there already. {@link #open} asks again, when this
   * start has come so far.
   *
   * @return the exit code when there is nothing left to do
   */
  OptionalInt handOver(PlainStart.Call call) {
    MeetingPlace place = place(Home.of(call.home(), environment));
    meeting = new FutureTask<>(() -> join(place, call.words()));
    if (place.mayBeTaken()) {
      meeting.run();
      return outcome(call.words());
    }
    // Most likely this is the first: that is settled beside what else there is to do until the
    // window can be opened.
    Thread thread = new Thread(meeting, "satchel-meeting");
    thread.setDaemon(true);
    thread.start();
    return OptionalInt.empty();
  }

  private Start join(MeetingPlace place, List<String> words) {
    return OneInstance.join(place, words, PATIENCE, requests::add);
  }

  /** The exit code when another window opens the words. Waits until that is known. */
  private OptionalInt outcome(List<String> words) {
    Start start = met();
    if (start instanceof Start.HandedOver(int left)) {
      return OptionalInt.of(handedOver(words, left));
    }
    // The likely case first and without a switch: the first one over types in a program costs 10
    // ms.
    if (start instanceof Start.First(FirstInstance instance)) {
      first = instance;
    } else {
      explain(start);
    }
    return OptionalInt.empty();
  }

  private void explain(Start start) {
    switch (start) {
      case Start.NoAnswer() -> say("instance.no-answer");
      case Start.NoPlace(String why) -> say("instance.no-place", why);
      case Start.HandedOver _, Start.First _, Start.Alone _ -> {}
    }
  }

  private Start met() {
    try {
      return meeting.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Start.NoAnswer();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private MeetingPlace place(Home home) {
    return MeetingPlace.of(
        home.run(), environment, Path.of(properties.getProperty("java.io.tmpdir")));
  }

  private int handedOver(List<String> words, int left) {
    int code = ExitCode.OK;
    for (String word : words) {
      if (Opening.of(word) instanceof Opening.Unusable unusable) {
        err.println("satchel: " + unusable.word() + ": " + unusable.problem().sentence());
        code = ExitCode.of(unusable.problem().kind());
      }
    }
    if (left > 0) {
      say("instance.left", left);
    }
    return code;
  }

  private void say(String key, Object... args) {
    if (said) {
      return;
    }
    said = true;
    err.println(Words.of(OneWindow.class).text(key, args));
  }

  /**
   * Shows the window, or hands over to the one that is there.
   *
   * @return the exit code
   */
  @Override
  public int open(Supplier<Assembly> services, StartTerms terms, WindowCall call) {
    if (meeting == null) {
      meeting = new FutureTask<>(() -> meet(place(call.home()), call));
      meeting.run();
    }
    // While it is being found out whether this is the first, which is most likely, the toolkit
    // starts.
    WindowStart start = meeting.isDone() ? null : WindowStart.begin();
    OptionalInt code = outcome(call.words());
    if (code.isPresent()) {
      return code.getAsInt();
    }
    if (!call.words().isEmpty()) {
      requests.add(call.words());
    }
    shown = true;
    try {
      windowRun.show(
          start == null ? WindowStart.begin() : start, services, terms, requests, this::leave);
    } finally {
      leave();
    }
    return ExitCode.OK;
  }

  @Override
  public ToolkitState tryToolkit(Supplier<List<String>> said) {
    return ToolkitTrial.run(said);
  }

  private Start meet(MeetingPlace place, WindowCall call) {
    return switch (call.meeting()) {
      case HANDS_OVER -> join(place, call.words());
      case STANDS_ALONE -> OneInstance.claim(place, requests::add);
      case IGNORES -> new Start.Alone();
    };
  }

  /**
   * Makes room for the next start when the program is ended while its window is shown.
   *
   * @return whether a window was shown
   */
  boolean leaveShown() {
    if (shown) {
      leave();
    }
    return shown;
  }

  /** The next start is the first again. */
  void leave() {
    if (first == null && meeting != null && met() instanceof Start.First(FirstInstance instance)) {
      first = instance;
    }
    if (first != null) {
      first.close();
    }
  }
}
