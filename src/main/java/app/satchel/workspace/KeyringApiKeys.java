package app.satchel.workspace;

import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Cancellation;
import app.satchel.words.Words;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a keyring on a thread that is left behind when it does not answer. Whatever goes wrong there
 * (no session bus, no library for this processor, an error in native code) is an answer too.
 */
final class KeyringApiKeys implements ApiKeys {
  private static final Words WORDS = Words.of(KeyringApiKeys.class);

  /** Time to find a password and type it. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Keyring.Opener opener;
  private final Duration patience;

  KeyringApiKeys(Keyring.Opener opener) {
    this(opener, PATIENCE);
  }

  KeyringApiKeys(Keyring.Opener opener, Duration patience) {
    this.opener = opener;
    this.patience = patience;
  }

  // Made late: this class is there before it is known where the log lies.
  private static Logger log() {
    return LoggerFactory.getLogger(KeyringApiKeys.class);
  }

  @Override
  public Kept load(Cancellation cancellation) {
    try {
      Optional<String> secret = ask(Keyring::read, cancellation);
      return secret
          .flatMap(KeyringApiKeys::usable)
          .<Kept>map(Kept.Found::new)
          .orElseGet(Kept.Nothing::new);
    } catch (ProblemException e) {
      return new Kept.Unavailable(e.problem());
    }
  }

  /** What another program put there under our name is no key. */
  private static Optional<ApiKey> usable(String secret) {
    try {
      return Optional.of(ApiKey.parse(secret));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Problem> keep(ApiKey key, Cancellation cancellation) {
    return change(
        keyring -> {
          keyring.write(key.secret());
          // A keyring that stays locked may take a secret and keep nothing.
          return keyring.read().filter(key.secret()::equals).isPresent();
        },
        cancellation);
  }

  @Override
  public Optional<Problem> forget(Cancellation cancellation) {
    return change(
        keyring -> {
          keyring.remove();
          return keyring.read().isEmpty();
        },
        cancellation);
  }

  private Optional<Problem> change(Question<Boolean> change, Cancellation cancellation) {
    try {
      return ask(change, cancellation)
          ? Optional.empty()
          : Optional.of(problem("keyring-refused", "").problem());
    } catch (ProblemException e) {
      return Optional.of(e.problem());
    }
  }

  private <T> T ask(Question<T> question, Cancellation cancellation) {
    cancellation.throwIfCancelled();
    CompletableFuture<T> answer = new CompletableFuture<>();
    // Native code would hold on to a carrier of virtual threads.
    Thread.ofPlatform().daemon().name("keyring").start(() -> answerTo(question, answer));
    try (Cancellation.Registration _ =
        cancellation.onCancel(() -> answer.completeExceptionally(new CancellationException()))) {
      return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw problem("keyring-slow", "no answer within " + patience.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (CancellationException e) {
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ProblemException problem) {
        throw problem;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private <T> void answerTo(Question<T> question, CompletableFuture<T> answer) {
    String trouble = "keyring-missing";
    try (Keyring keyring = opener.open()) {
      trouble = "keyring-refused";
      answer.complete(question.of(keyring));
    } catch (Throwable e) { // LinkageError and its like are what a missing keyring looks like
      // The type only: nobody vouches for what a keyring writes into its messages.
      log().info("No use of the keyring: {}", e.getClass().getName());
      answer.completeExceptionally(problem(trouble, e.getClass().getName()));
    }
  }

  private static ProblemException problem(String code, String details) {
    return ProblemException.of(WORDS, ProblemKind.UNAVAILABLE, code, details);
  }

  @FunctionalInterface
  private interface Question<T> {
    T of(Keyring keyring) throws Exception;
  }
}
