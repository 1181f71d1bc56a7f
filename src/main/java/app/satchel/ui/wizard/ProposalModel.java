package app.satchel.ui.wizard;

import app.satchel.check.upload.Change;
import app.satchel.check.upload.Offer;
import app.satchel.problem.Problem;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.Background;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The changes of one skill that a person is asked about, one by one. What is asked depends on the
 * answers (a name made plain may turn out to hold a reserved word), so it is found anew with each.
 * Knows no control; lives on the UI thread.
 */
public final class ProposalModel {
  /** Finds out what is asked; called off the UI thread. */
  interface Asking {
    Offer offer(Predicate<Change> accepted);
  }

  private final Asking asking;
  private final Background background;
  private final Consumer<Set<Change>> decided;
  private final ReadOnlyObjectWrapper<Offer> offer = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
  private Set<Change> wanted;
  private Cancellation current = Cancellation.none();

  /**
   * @param known what is asked as things stand
   * @param decided told what is accepted, after each answer
   */
  ProposalModel(Asking asking, Background background, Offer known, Consumer<Set<Change>> decided) {
    this.asking = asking;
    this.background = background;
    this.decided = decided;
    this.wanted = known.accepted();
    offer.set(known);
  }

  /** What is asked, and what comes of the answers so far; never null. */
  public ReadOnlyObjectProperty<Offer> offerProperty() {
    return offer.getReadOnlyProperty();
  }

  /** Why the newest answer could not be followed, or null. */
  public ReadOnlyObjectProperty<Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Agrees to a change, or takes that back. */
  public void accept(Change change, boolean agreed) {
    wanted = Offer.answered(wanted, change, agreed);
    ask(wanted::contains);
  }

  /** Agrees to everything, also to what is only asked once the rest is agreed to. */
  public void acceptAll() {
    ask(change -> true);
  }

  /** Takes every agreement back. */
  public void acceptNone() {
    wanted = Set.of();
    ask(change -> false);
  }

  private void ask(Predicate<Change> accepted) {
    current.cancel();
    Cancellation mine = new Cancellation();
    current = mine;
    background.run(
        mine,
        () -> asking.offer(accepted),
        answer -> {
          wanted = answer.accepted();
          problem.set(null);
          offer.set(answer);
          decided.accept(answer.accepted());
        },
        why -> {
          // A wish that could not be followed is not taken along with the next.
          wanted = offer.get().accepted();
          problem.set(why);
        });
  }
}
