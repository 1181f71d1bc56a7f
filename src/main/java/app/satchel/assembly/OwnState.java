package app.satchel.assembly;

import app.satchel.http.CacheFolder;
import app.satchel.http.HttpAccess;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.state.Inventory;
import app.satchel.state.Places;
import app.satchel.state.StateItem;
import app.satchel.words.Words;
import java.io.IOException;
import java.util.List;

/** What Satchel keeps on this computer, and how to be rid of it. Everything blocks. */
public final class OwnState {
  private static final Words WORDS = Words.of(OwnState.class);

  private final Inventory inventory;
  private final Lazy<HttpAccess> http;

  OwnState(Inventory inventory, Lazy<HttpAccess> http) {
    this.inventory = inventory;
    this.http = http;
  }

  /** The folders. Answers at once. */
  public Places places() {
    return inventory.places();
  }

  /**
   * Everything that is kept.
   *
   * @throws ProblemException DISK {@code state-unreadable}
   */
  public List<StateItem> items() {
    try {
      return inventory.items();
    } catch (IOException e) {
      throw problem("state-unreadable", e);
    }
  }

  /**
   * What became of the cache.
   *
   * @param bytes how many were deleted
   * @param inUse parts that other Satchels are using, and that stay
   */
  public record Cleared(long bytes, int inUse) {}

  /**
   * Deletes what marketplaces answered, and what earlier runs left half-made.
   *
   * @throws ProblemException DISK {@code state-not-removed}
   */
  public Cleared clearCache() {
    try {
      long before = answers();
      int[] used = {-1};
      http.ifMade(
          one -> {
            try {
              used[0] = one.forgetAll();
            } catch (IOException e) {
              throw problem("state-not-removed", e);
            }
          });
      if (used[0] < 0) {
        used[0] = CacheFolder.clear(places().answers());
      }
      long freed = Math.max(0, before - answers());
      return new Cleared(freed + inventory.clearLeftovers(), used[0]);
    } catch (IOException e) {
      throw problem("state-not-removed", e);
    }
  }

  private long answers() throws IOException {
    return inventory.items().stream()
        .filter(item -> item.kind() == StateItem.Kind.ANSWERS)
        .mapToLong(StateItem::bytes)
        .sum();
  }

  /**
   * What {@link #remove} would delete.
   *
   * @throws ProblemException DISK {@code state-unreadable}
   */
  public List<StateItem> removable() {
    try {
      return inventory.removable();
    } catch (IOException e) {
      throw problem("state-unreadable", e);
    }
  }

  /**
   * Deletes everything but ZIPs and, of course, skills. Not while anything of this program uses the
   * network.
   *
   * @throws ProblemException CONFLICT {@code state-in-use} while another Satchel runs; DISK {@code
   *     state-not-removed}
   */
  public void remove() {
    try {
      if (CacheFolder.inUse(places().answers())) {
        throw ProblemException.of(WORDS, ProblemKind.CONFLICT, "state-in-use", "");
      }
      inventory.remove();
    } catch (IOException e) {
      throw problem("state-not-removed", e);
    }
  }

  private static ProblemException problem(String code, IOException cause) {
    return ProblemException.of(WORDS, ProblemKind.DISK, code, cause.toString(), cause);
  }
}
