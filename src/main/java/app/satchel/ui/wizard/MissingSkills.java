package app.satchel.ui.wizard;

import app.satchel.install.delivery.Delivered;
import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.Texts;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/**
 * The needed skills that are not among what was delivered, and why. What would be refused is asked
 * about here, and can then be delivered too.
 */
final class MissingSkills extends VBox {
  private static final Words WORDS = StepPane.WORDS;

  private final List<ProposalList> lists = new ArrayList<>();
  private Subscription subscription = Subscription.EMPTY;

  MissingSkills(WizardModel model, Desktop desktop) {
    super(10);
    for (Delivered.Skipped skipped : model.deliverProperty().get().missing()) {
      BuildStep.SkippedCard card = new BuildStep.SkippedCard(skipped, desktop);
      getChildren().add(card);
      ProposalModel proposals = model.plan().proposals(skipped.skill());
      boolean asked =
          proposals != null
              && !skipped.skill().root()
              && !proposals.offerProperty().get().proposals().isEmpty();
      if (asked) {
        ask(card, proposals, model, desktop);
      }
    }
  }

  private void ask(VBox card, ProposalModel proposals, WizardModel model, Desktop desktop) {
    ProposalList list = new ProposalList(proposals, desktop);
    lists.add(list);
    Button build = Texts.button(WORDS.text("missing.build"), model::buildAgain, "small-button");
    subscription =
        subscription.and(
            proposals.offerProperty().subscribe(offer -> build.setDisable(!offer.acceptable())));
    card.getChildren().addAll(list, new HBox(build));
  }

  /** Ends listening. */
  void leave() {
    lists.forEach(ProposalList::leave);
    subscription.unsubscribe();
  }
}
