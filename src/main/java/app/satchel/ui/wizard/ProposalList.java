package app.satchel.ui.wizard;

import app.satchel.check.upload.Change;
import app.satchel.check.upload.Offer;
import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.ProblemPane;
import app.satchel.ui.kit.Texts;
import app.satchel.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/**
 * The changes of one skill that need a yes: each with its reason, its effect, and a box to tick.
 */
final class ProposalList extends VBox {
  private static final Words WORDS = StepPane.WORDS;

  private final ProposalModel model;
  private final Map<Change, Card> cards = new HashMap<>();
  private final Button all;
  private final HBox allLine;
  private final VBox trouble = new VBox();
  private final Subscription subscription;

  ProposalList(ProposalModel model, Desktop desktop) {
    super(10);
    this.model = model;
    getStyleClass().add("proposal-list");
    all = Texts.button(WORDS.text("proposal.all"), model::acceptAll, "small-button");
    allLine = new HBox(all);
    subscription =
        model
            .offerProperty()
            .subscribe(this::show)
            .and(
                model
                    .problemProperty()
                    .subscribe(
                        problem -> {
                          trouble.getChildren().clear();
                          if (problem != null) {
                            show(model.offerProperty().get());
                            trouble.getChildren().add(new ProblemPane(problem, desktop, null));
                          }
                        }));
  }

  /** Ends listening. */
  void leave() {
    subscription.unsubscribe();
  }

  /** Where the keyboard goes: the first box that is not ticked, else the first; null for none. */
  Node firstFocus() {
    List<Change> proposals = model.offerProperty().get().proposals();
    return proposals.stream()
        .map(cards::get)
        .filter(card -> !card.box.isSelected())
        .findFirst()
        .or(() -> proposals.stream().findFirst().map(cards::get))
        .map(card -> (Node) card.box)
        .orElse(null);
  }

  private void show(Offer offer) {
    List<Change> proposals = offer.proposals();
    cards.keySet().retainAll(proposals);
    for (Change change : proposals) {
      cards.computeIfAbsent(change, Card::new).box.setSelected(offer.accepted().contains(change));
    }
    all.setDisable(offer.open().isEmpty());
    // What stays keeps its place in the scene, and with it the focus.
    getChildren().removeIf(node -> node instanceof Card card && !cards.containsValue(card));
    getChildren().remove(allLine);
    for (int i = 0; i < proposals.size(); i++) {
      Card card = cards.get(proposals.get(i));
      if (getChildren().indexOf(card) != i) {
        getChildren().remove(card);
        getChildren().add(i, card);
      }
    }
    if (proposals.size() > 1) {
      getChildren().add(proposals.size(), allLine);
    }
    if (!getChildren().contains(trouble)) {
      getChildren().add(trouble);
    }
  }

  /** One change with its box. */
  private final class Card extends ChangeCard {
    private final CheckBox box;

    Card(Change change) {
      super(change);
      box = new CheckBox(DisplayText.line(change.effect(), 400));
      box.setWrapText(true);
      box.getStyleClass().add("accept");
      box.setAccessibleText(
          WORDS.text("proposal.spoken", DisplayText.line(change.effect(), 400), change.file()));
      box.setOnAction(event -> model.accept(change, box.isSelected()));
      getChildren().add(box);
    }
  }
}
