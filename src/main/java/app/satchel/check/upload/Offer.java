package app.satchel.check.upload;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a person is asked about a skill, and what comes of the answers given so far. A later
 * proposal may depend on an earlier one (a name is made plain, and then holds a reserved word), so
 * what is asked is found anew with every answer; see {@link UploadRepair#offer}.
 *
 * @param proposals every proposal as things stand, accepted or not, in the order of the repair
 * @param accepted those of them that are accepted
 * @param repair the copy with safe changes and what is accepted
 */
public record Offer(List<Change> proposals, Set<Change> accepted, Repair repair) {
  public Offer {
    proposals = List.copyOf(new LinkedHashSet<>(proposals));
    accepted = Set.copyOf(accepted);
    Objects.requireNonNull(repair);
  }

  /** What is not accepted yet, in order. */
  public List<Change> open() {
    List<Change> open = new ArrayList<>(proposals);
    open.removeAll(accepted);
    return open;
  }

  /**
   * The wishes after one more answer.
   *
   * @param wanted what was wished for before; unchanged
   */
  public static Set<Change> answered(Set<Change> wanted, Change change, boolean agreed) {
    Set<Change> next = new LinkedHashSet<>(wanted);
    if (agreed) {
      next.add(change);
    } else {
      next.remove(change);
    }
    return Set.copyOf(next);
  }

  /** The changes that are made unasked. */
  public List<Change> safeChanges() {
    return repair.changes().stream()
        .filter(change -> change.consent() == Change.Consent.SAFE)
        .toList();
  }

  /** Whether no known rule refuses the copy. */
  public boolean acceptable() {
    return repair.report().accepted();
  }
}
