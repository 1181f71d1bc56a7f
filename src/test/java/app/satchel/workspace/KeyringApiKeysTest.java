package app.satchel.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.satchel.problem.Problem;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Cancellation;
import app.satchel.workspace.ApiKeys.Kept;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class KeyringApiKeysTest {
  private static final ApiKey KEY = ApiKey.parse("sk-ant-api03-abcdefghijklwxyz");
  private static final Cancellation NEVER = Cancellation.none();

  private final AtomicReference<String> content = new AtomicReference<>();
  private final AtomicBoolean locked = new AtomicBoolean();

  /** A keyring in memory; locked, it takes everything and keeps nothing. */
  private final class Memory implements Keyring {
    @Override
    public Optional<String> read() {
      return Optional.ofNullable(content.get());
    }

    @Override
    public void write(String secret) {
      if (!locked.get()) {
        content.set(secret);
      }
    }

    @Override
    public void remove() {
      if (!locked.get()) {
        content.set(null);
      }
    }

    @Override
    public void close() {}
  }

  private ApiKeys keys(Keyring.Opener opener) {
    return new KeyringApiKeys(opener);
  }

  @Test
  void aKeyIsKeptFoundAndForgotten() {
    ApiKeys keys = keys(Memory::new);

    assertThat(keys.load(NEVER)).isEqualTo(new Kept.Nothing());
    assertThat(keys.keep(KEY, NEVER)).isEmpty();
    assertThat(keys.load(NEVER)).isEqualTo(new Kept.Found(KEY));
    assertThat(keys.forget(NEVER)).isEmpty();
    assertThat(keys.load(NEVER)).isEqualTo(new Kept.Nothing());
    assertThat(keys.forget(NEVER)).as("nothing to forget is as good").isEmpty();
  }

  @Test
  void nothingIsOpenedBeforeSomebodyAsks() {
    AtomicInteger opened = new AtomicInteger();
    ApiKeys keys =
        keys(
            () -> {
              opened.incrementAndGet();
              return new Memory();
            });

    assertThat(opened).hasValue(0);
    keys.load(NEVER);
    assertThat(opened).hasValue(1);
  }

  @Test
  void whateverIsWrongWithTheKeyringIsAPlainAnswer() {
    for (Throwable wrong :
        new Throwable[] {
          new Exception("no bus " + KEY.secret()),
          new UnsatisfiedLinkError("no library"),
          new NoClassDefFoundError("x"),
          new ExceptionInInitializerError("y")
        }) {
      ApiKeys keys =
          keys(
              () -> {
                if (wrong instanceof Error error) {
                  throw error;
                }
                throw (Exception) wrong;
              });

      assertThat(keys.load(NEVER)).isInstanceOf(Kept.Unavailable.class);
      Problem problem = keys.keep(KEY, NEVER).orElseThrow();
      assertThat(problem.code()).isEqualTo("keyring-missing");
      assertThat(problem.kind()).isEqualTo(ProblemKind.UNAVAILABLE);
      assertThat(problem.report()).doesNotContain(KEY.secret());
      assertThat(keys.forget(NEVER)).isPresent();
    }
  }

  @Test
  void aKeyringThatKeepsNothingIsFoundOut() {
    locked.set(true);
    content.set("sk-ant-an-older-key");

    assertThat(keys(Memory::new).keep(KEY, NEVER))
        .hasValueSatisfying(p -> assertThat(p.code()).isEqualTo("keyring-refused"));
    assertThat(keys(Memory::new).forget(NEVER)).isPresent();
  }

  @Test
  void whatOthersPutThereIsNoKey() {
    content.set("not a key at all");

    assertThat(keys(Memory::new).load(NEVER)).isEqualTo(new Kept.Nothing());
  }

  @Test
  void aKeyringThatDoesNotAnswerIsNotWaitedForForEver() {
    CountDownLatch unlocked = new CountDownLatch(1);
    ApiKeys keys =
        new KeyringApiKeys(
            () -> {
              unlocked.await();
              return new Memory();
            },
            Duration.ofMillis(1));

    assertThat(keys.load(NEVER))
        .isInstanceOfSatisfying(
            Kept.Unavailable.class,
            answer -> assertThat(answer.problem().code()).isEqualTo("keyring-slow"));
    unlocked.countDown();
  }

  @Test
  void cancellingEndsTheWaiting() {
    CountDownLatch unlocked = new CountDownLatch(1);
    Cancellation cancellation = new Cancellation();
    ApiKeys keys =
        keys(
            () -> {
              cancellation.cancel();
              unlocked.await();
              return new Memory();
            });

    assertThatThrownBy(() -> keys.load(cancellation)).isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> keys.keep(KEY, cancellation))
        .isInstanceOf(CancellationException.class);
    unlocked.countDown();
  }
}
