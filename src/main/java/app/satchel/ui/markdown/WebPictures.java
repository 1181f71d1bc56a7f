package app.satchel.ui.markdown;

import app.satchel.task.Cancellation;
import java.net.URI;

/** Pictures that a document shows from the web: whether they may be loaded, and their bytes. */
public interface WebPictures {
  /** How long a yes holds. */
  enum Scope {
    /** For this skill. */
    SKILL,
    /** For all skills of this source. */
    SOURCE,
    EVERYWHERE
  }

  /** Whether pictures can be loaded at all. */
  boolean offered();

  /** Whether they are loaded without asking. Called on the UI thread, answers at once. */
  boolean unasked();

  /** Loads them without asking from now on. Called on the UI thread, does not wait. */
  void always(Scope scope);

  /**
   * Gets a picture. Blocks; called off the UI thread, and only after a yes.
   *
   * @throws app.satchel.problem.ProblemException when it cannot be had
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  byte[] fetch(URI address, Cancellation cancellation);

  /** None is ever loaded. */
  static WebPictures none() {
    return new WebPictures() {
      @Override
      public boolean offered() {
        return false;
      }

      @Override
      public boolean unasked() {
        return false;
      }

      @Override
      public void always(Scope scope) {}

      @Override
      public byte[] fetch(URI address, Cancellation cancellation) {
        throw new IllegalStateException("not offered");
      }
    };
  }
}
