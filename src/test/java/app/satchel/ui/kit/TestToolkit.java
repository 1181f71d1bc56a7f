package app.satchel.ui.kit;

import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/** The toolkit of a run of tests, which outlives every window. */
public final class TestToolkit {
  private TestToolkit() {}

  /** Starts it unless another test of this run has; waits until it runs. */
  public static void start() throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(1);
    try {
      Platform.startup(ready::countDown);
    } catch (IllegalStateException alreadyRunning) {
      ready.countDown();
    }
    ready.await();
    Platform.setImplicitExit(false);
  }
}
