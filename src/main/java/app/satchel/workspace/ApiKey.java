package app.satchel.workspace;

import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;

/**
 * A key of a developer workspace. It can be given to the API and to the keyring, and nobody else in
 * the program gets to see it: {@link #toString} is fit to be shown.
 */
public final class ApiKey {
  /** Shorter is a slip of the hand: real keys have about 108 characters (2026-11). */
  static final int MIN_LENGTH = 8;

  /** Longer is not a key; gateways use tokens of some hundred characters. */
  static final int MAX_LENGTH = 1024;

  private static final String PREFIX = "sk-ant-";

  private final String secret;

  private ApiKey(String secret) {
    this.secret = secret;
  }

  /**
   * Reads a key as it was typed or pasted; blanks around it do not count. Only the shape is looked
   * at, because gateways give out keys of their own.
   *
   * @param text may be null
   * @throws ProblemException INPUT {@code api-key-malformed}, which does not repeat the text
   */
  public static ApiKey parse(String text) {
    String key = text == null ? "" : text.strip();
    if (key.length() < MIN_LENGTH
        || key.length() > MAX_LENGTH
        || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw ProblemException.of(Words.of(ApiKey.class), ProblemKind.INPUT, "api-key-malformed", "");
    }
    return new ApiKey(key);
  }

  /** The key itself. */
  String secret() {
    return secret;
  }

  /** A text without the key, should it be in there. */
  String removedFrom(String text) {
    return text.replace(secret, "(hidden)");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ApiKey key && key.secret.equals(secret);
  }

  @Override
  public int hashCode() {
    return secret.hashCode();
  }

  /** The last four characters of a key of the usual shape, so that a person knows which it is. */
  @Override
  public String toString() {
    return secret.startsWith(PREFIX) && secret.length() >= 24
        ? PREFIX + "…" + secret.substring(secret.length() - 4)
        : "(hidden)";
  }
}
