package app.satchel.assembly;

import app.satchel.http.Expected;
import app.satchel.http.HttpAccess;
import app.satchel.http.HttpAnswer;
import app.satchel.http.WebAddress;
import app.satchel.marketplace.Listing;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Cancellation;
import app.satchel.words.Words;
import java.net.URI;
import java.util.function.Supplier;

/**
 * Pictures on the web that a skill's text shows. None is loaded before the person said so: the
 * server learns that somebody reads the page. Safe for use by several threads.
 */
public final class Pictures {
  private static final Words WORDS = Words.of(Pictures.class);

  private final Supplier<HttpAccess> http;
  private final Supplier<Preferences> preferences;

  Pictures(Supplier<HttpAccess> http, Supplier<Preferences> preferences) {
    this.http = http;
    this.preferences = preferences;
  }

  /** How long a yes holds. */
  public enum Scope {
    SKILL,
    SOURCE,
    EVERYWHERE
  }

  /** Whether the pictures of a skill are loaded without asking. */
  public boolean unasked(Listing skill) {
    Preferences now = preferences.get();
    return now.picturesAlways()
        || now.picturesOf().contains(key(Scope.SKILL, skill))
        || now.picturesOf().contains(key(Scope.SOURCE, skill));
  }

  /** Keeps a yes. Blocks; fails as {@link Preferences#setTheme}. */
  public void always(Scope scope, Listing skill) {
    if (scope == Scope.EVERYWHERE) {
      preferences.get().setPicturesAlways(true);
    } else {
      preferences.get().addPicturesOf(key(scope, skill));
    }
  }

  private static String key(Scope scope, Listing skill) {
    String source = "source " + skill.source();
    return scope == Scope.SOURCE ? source : source + " skill " + skill.namespace();
  }

  /**
   * Gets a picture's bytes. Blocks.
   *
   * @throws ProblemException NETWORK, INPUT for an address that must not be asked, NOT_FOUND
   */
  public byte[] fetch(URI address, Cancellation cancellation) {
    HttpAnswer answer = http.get().get(address, Expected.PICTURE, cancellation);
    if (!answer.ok()) {
      throw ProblemException.of(
          WORDS,
          ProblemKind.NOT_FOUND,
          "picture-missing",
          WebAddress.withoutQuery(address) + ": " + answer.status(),
          address.getHost(),
          answer.status());
    }
    return answer.body();
  }
}
