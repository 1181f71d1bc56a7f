package app.satchel.workspace;

import app.satchel.problem.Problem;
import app.satchel.task.Cancellation;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Where a person's API key is kept between two runs: in the system's keyring and nowhere else. A
 * computer without one keeps no key, and says so; there is no file to fall back to.
 *
 * <p>All methods block, for as long as a person takes to unlock the keyring, but never for ever, so
 * they belong on no window's thread. Problems are UNAVAILABLE: {@code keyring-missing}, {@code
 * keyring-slow}, {@code keyring-refused}. A {@link CancellationException} ends the waiting; a
 * question for a password may stay on the screen.
 */
public interface ApiKeys {
  /** The keyring of this system. Touches nothing before the first question. */
  static ApiKeys ofThisSystem() {
    return new KeyringApiKeys(SystemKeyring::new);
  }

  /** Looks for a kept key. */
  Kept load(Cancellation cancellation);

  /**
   * Keeps a key in place of the one that was kept.
   *
   * @return why it is not kept; empty when it is
   */
  Optional<Problem> keep(ApiKey key, Cancellation cancellation);

  /**
   * Forgets the kept key; that there is none is as good.
   *
   * @return why it may still be there; empty when it is gone
   */
  Optional<Problem> forget(Cancellation cancellation);

  /** What a look into the keyring found. */
  sealed interface Kept {
    /** A key. */
    record Found(ApiKey key) implements Kept {}

    /** A keyring, and no usable key in it. */
    record Nothing() implements Kept {}

    /** No keyring, or one that does not answer; a key can still be typed. */
    record Unavailable(Problem problem) implements Kept {}
  }
}
