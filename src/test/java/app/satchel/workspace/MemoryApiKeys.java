package app.satchel.workspace;

import app.satchel.problem.Problem;
import app.satchel.task.Cancellation;
import java.util.Optional;

/** A keyring that lasts as long as a test. */
public final class MemoryApiKeys implements ApiKeys {
  private ApiKey kept;

  @Override
  public Kept load(Cancellation cancellation) {
    return kept == null ? new Kept.Nothing() : new Kept.Found(kept);
  }

  @Override
  public Optional<Problem> keep(ApiKey key, Cancellation cancellation) {
    kept = key;
    return Optional.empty();
  }

  @Override
  public Optional<Problem> forget(Cancellation cancellation) {
    kept = null;
    return Optional.empty();
  }
}
