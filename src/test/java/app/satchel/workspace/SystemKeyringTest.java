package app.satchel.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.satchel.task.Cancellation;
import app.satchel.workspace.ApiKeys.Kept;
import org.junit.jupiter.api.Test;

/**
 * The real keyring, under a name of its own. On a computer without a desktop:
 *
 * <pre>
 * dbus-run-session -- bash -c 'echo -n pw | gnome-keyring-daemon --unlock --components=secrets;
 *     SATCHEL_TEST_KEYRING=1 mvn -B test -Dtest=SystemKeyringTest'
 * </pre>
 */
class SystemKeyringTest {
  private static final Cancellation NEVER = Cancellation.none();

  @Test
  void theSystemKeepsAKeyAndForgetsIt() {
    assumeTrue(
        System.getenv("SATCHEL_TEST_KEYRING") != null,
        "skipped: SATCHEL_TEST_KEYRING is not set, and a test must not ask a person to unlock"
            + " their keyring");
    ApiKeys keys = new KeyringApiKeys(() -> new SystemKeyring("Satchel test"));
    ApiKey first = ApiKey.parse("sk-ant-test-0123456789-first");
    ApiKey second = ApiKey.parse("sk-ant-test-0123456789-second");

    assertThat(keys.forget(NEVER)).isEmpty();
    assertThat(keys.load(NEVER)).isEqualTo(new Kept.Nothing());
    assertThat(keys.keep(first, NEVER)).isEmpty();
    assertThat(keys.keep(second, NEVER)).isEmpty();
    assertThat(keys.load(NEVER)).isEqualTo(new Kept.Found(second));
    assertThat(keys.forget(NEVER)).isEmpty();
    assertThat(keys.load(NEVER)).isEqualTo(new Kept.Nothing());
  }
}
