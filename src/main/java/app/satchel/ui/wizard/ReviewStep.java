package app.satchel.ui.wizard;

import app.satchel.check.Finding;
import app.satchel.check.review.ReviewReport;
import app.satchel.check.upload.Offer;
import app.satchel.check.upload.Repair;
import app.satchel.install.delivery.DeliveryPlan;
import app.satchel.ui.kit.CapabilityList;
import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.RowCard;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.kit.Tone;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Step 3: what the skill may do, and what will be changed so that it is accepted. */
final class ReviewStep extends StepPane {
  /** Characters shown of a place. */
  private static final int PLACE = 28;

  private final WizardModel model;
  private final Desktop desktop;
  private ProposalModel proposals;
  private ProposalList list;
  private Subscription subscription = Subscription.EMPTY;
  private Node first;

  ReviewStep(WizardModel model, Desktop desktop) {
    super("review-step");
    this.model = model;
    this.desktop = desktop;
    PlanModel.Prepared prepared = model.plan().preparedProperty().get();
    getChildren().add(intro(WORDS.text("review.title"), WORDS.text("review.words")));
    for (String market : prepared.counting()) {
      getChildren()
          .add(
              Texts.banner(
                  Tone.INFO, WORDS.text("review.counted", DisplayText.line(market, NAME))));
    }
    ReviewReport reviewed = prepared.plan().inspection().reviewed();
    getChildren()
        .addAll(section(WORDS.text("review.may")), CapabilityList.of(reviewed.capabilities()));
    showFindings(reviewed);
    if (model.plan().repairs()) {
      showUpload(prepared.plan());
    } else {
      getChildren()
          .addAll(
              section(WORDS.text("review.changes")),
              Texts.banner(Tone.OK, WORDS.text("review.as-published")));
    }
  }

  @Override
  void leave() {
    subscription.unsubscribe();
    if (list != null) {
      list.leave();
    }
  }

  @Override
  Node firstFocus() {
    return first;
  }

  private void showFindings(ReviewReport reviewed) {
    getChildren().add(section(WORDS.text("review.findings")));
    if (!reviewed.complete()) {
      getChildren().add(Texts.banner(Tone.WARN, WORDS.text("review.incomplete")));
    }
    if (reviewed.findings().isEmpty()) {
      getChildren().add(Texts.wrapped(WORDS.text("review.no-findings"), "soft"));
      return;
    }
    RowCard card = new RowCard();
    for (Finding finding : reviewed.findings()) {
      card.getChildren().add(FindingRow.of(finding, reviewed.isSerious(finding)));
    }
    getChildren().add(card);
    if (!reviewed.serious().isEmpty()) {
      CheckBox seen = new CheckBox(WORDS.text("review.seen", reviewed.serious().size()));
      seen.getStyleClass().add("accept");
      seen.selectedProperty().bindBidirectional(model.plan().seenProperty());
      subscription =
          subscription.and(
              () -> seen.selectedProperty().unbindBidirectional(model.plan().seenProperty()));
      first = seen;
      getChildren().add(seen);
    }
  }

  private void showUpload(DeliveryPlan plan) {
    proposals = model.plan().proposals(plan.root());
    getChildren().add(section(WORDS.text("review.accepted-title", model.there())));
    VBox verdict = new VBox();
    VBox edits = new VBox(10);
    getChildren().add(verdict);
    if (!proposals.offerProperty().get().proposals().isEmpty()) {
      list = new ProposalList(proposals, desktop);
      getChildren()
          .addAll(
              section(WORDS.text("review.proposals")),
              Texts.wrapped(WORDS.text("review.proposals-words", assistant()), "soft"),
              list);
      first = first == null ? list.firstFocus() : first;
    } else if (!proposals.offerProperty().get().acceptable()) {
      showRefusal(proposals.offerProperty().get().repair());
    }
    // Below the boxes: what a tick adds here must not push the box away from under the pointer.
    getChildren().add(edits);
    subscription =
        subscription.and(
            proposals
                .offerProperty()
                .subscribe(
                    offer -> {
                      verdict.getChildren().setAll(verdict(offer));
                      showEdits(edits, offer);
                    }));
    if (plan.skills().size() > 1) {
      getChildren().add(soft(WORDS.text("review.others")));
    }
  }

  private static void showEdits(VBox edits, Offer offer) {
    edits.getChildren().clear();
    if (!offer.safeChanges().isEmpty()) {
      edits.getChildren().add(section(WORDS.text("review.edits")));
      offer.safeChanges().forEach(change -> edits.getChildren().add(new ChangeCard(change)));
    }
  }

  private Node verdict(Offer offer) {
    int edits = offer.safeChanges().size();
    int agreed = offer.repair().changes().size() - edits;
    if (offer.acceptable()) {
      return Texts.banner(
          Tone.OK,
          agreed > 0
              ? WORDS.text("review.agreed", edits + agreed)
              : edits == 0 ? WORDS.text("review.accepted") : WORDS.text("review.after", edits));
    }
    if (offer.proposals().isEmpty()) {
      return Texts.banner(Tone.BAD, WORDS.text("review.refused"));
    }
    return Texts.banner(
        Tone.WARN,
        offer.open().isEmpty()
            ? WORDS.text("review.not-enough")
            : WORDS.text("review.needs-you", offer.open().size(), assistant()));
  }

  /** Who reads the skill at the target. */
  private String assistant() {
    return model.services().rules().forTarget(model.plan().rules()).assistant();
  }

  private void showRefusal(Repair repair) {
    RowCard card = new RowCard();
    repair.report().findings().stream()
        .filter(Finding::isError)
        .forEach(finding -> card.getChildren().add(FindingRow.of(finding)));
    CheckBox anyway =
        new CheckBox(
            WORDS.text(
                model.plan().forSite() ? "review.anyway" : "review.send-anyway", model.there()));
    anyway.getStyleClass().add("accept");
    anyway.setOnAction(event -> model.plan().force(anyway.isSelected()));
    subscription =
        subscription.and(
            model.plan().decisionsProperty().subscribe(now -> anyway.setSelected(now.force())));
    first = first == null ? anyway : first;
    getChildren().addAll(card, anyway);
  }

  /** Where something was read; of a long path the end, which says more. */
  static Label place(String place) {
    String shown = DisplayText.line(place, 300);
    int length = shown.length();
    boolean cut = length > PLACE;
    Label label =
        Texts.line(cut ? "\u2026" + shown.substring(length - PLACE + 1) : shown, "code-chip");
    label.setMinWidth(USE_PREF_SIZE);
    if (cut) {
      label.setTooltip(new Tooltip(shown));
      label.setAccessibleText(shown);
    }
    return label;
  }
}
