package app.satchel.ui.wizard;

import app.satchel.problem.Problem;
import app.satchel.workspace.ApiKey;
import java.util.Objects;

/**
 * What is known of the key of a developer workspace before anybody types one.
 *
 * @param key the key, or null
 * @param source where it comes from
 * @param problem why the keyring cannot be used, or null
 */
public record KnownKey(ApiKey key, Source source, Problem problem) {
  public KnownKey {
    Objects.requireNonNull(source);
  }

  /** Where a key comes from. */
  public enum Source {
    /** The variable that the official tools read. */
    ENVIRONMENT,
    /** This computer's keyring, where the person had it kept. */
    KEYRING,
    /** Nowhere: it has to be typed, and can be kept. */
    NONE,
    /** Nowhere, and there is no keyring to keep it in. */
    NO_KEYRING
  }
}
