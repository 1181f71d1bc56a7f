package app.satchel.ui.wizard;

import app.satchel.check.upload.UploadRules;
import app.satchel.install.delivery.Target;
import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Texts;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.PopOver;

/** Step 5 for claude.ai: open the page, drag each ZIP onto it, tick it off. */
final class UploadStep extends StepPane {
  private static final double MENU_WIDTH = 400;

  private final DeliverModel model;
  private final UploadRules rules;
  private final String there;
  private final Desktop desktop;
  private final Button open;
  private final VBox zips = new VBox();
  private final Subscription subscription;
  private PopOver menu;
  private Runnable leaving = () -> {};

  UploadStep(WizardModel wizard, Desktop desktop) {
    super("upload-step");
    this.model = wizard.deliverProperty().get();
    this.rules = wizard.services().rules().forTarget(model.site());
    this.there = wizard.there();
    this.desktop = desktop;
    URI page = URI.create(rules.menu().uploadPage());
    open =
        Texts.button(
            WORDS.text("upload.open", page.getHost() + page.getPath()),
            () -> desktop.open(page),
            "primary");
    Button where = new Button(WORDS.text("upload.where"));
    where.setMinWidth(USE_PREF_SIZE);
    where.setMaxHeight(Double.MAX_VALUE);
    where.setOnAction(event -> showMenu(where));
    HBox actions = new HBox(10, open, where);
    Label title = heading("");
    zips.getStyleClass().add("zip-list");
    getChildren().addAll(intro(title, Texts.rich(words(), "soft")), actions, zips);
    if (!model.missing().isEmpty()) {
      getChildren().add(section(WORDS.text("upload.missing", model.missing().size())));
      MissingSkills missing = new MissingSkills(wizard, desktop);
      leaving = missing::leave;
      getChildren().add(missing);
    }
    getChildren().add(soft(rules.menu().replace()));
    for (DeliverModel.Item item : model.items()) {
      zips.getChildren().add(new ZipRow(model, item, rules, desktop));
    }
    zips.getChildren().getLast().getStyleClass().add("last-row");
    subscription =
        model
            .currentProperty()
            .subscribe(
                now ->
                    title.setText(
                        now == null
                            ? WORDS.text("upload.all-there", there)
                            : WORDS.text("upload.title", model.items().size(), there)));
  }

  @Override
  void leave() {
    leaving.run();
    subscription.unsubscribe();
    zips.getChildren().forEach(row -> ((ZipRow) row).leave());
    if (menu != null) {
      menu.hide(javafx.util.Duration.ZERO);
    }
  }

  @Override
  Node firstFocus() {
    return open;
  }

  private String words() {
    String date = DateTimeFormatter.ofPattern("MMMM yyyy").format(rules.menu().date());
    List<UploadRules.Variant> variants = rules.menu().current();
    String label = variants.isEmpty() ? "" : lastLabel(variants.getFirst().words());
    boolean drop = model.site().equals(Target.CLAUDE_AI);
    return WORDS.text(drop ? "upload.words" : "upload.words-choose", label, date, there);
  }

  private static String lastLabel(String path) {
    return path.substring(path.lastIndexOf('>') + 1).strip();
  }

  private void showMenu(Node anchor) {
    if (menu == null) {
      menu = new PopOver(menuWords());
      menu.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
      menu.setDetachable(false);
      menu.setTitle(WORDS.text("upload.where"));
      // A PopOver carries a style sheet of its own, which only one at the same place can overrule.
      menu.getRoot()
          .getStylesheets()
          .add(UploadStep.class.getResource("wizard.css").toExternalForm());
    }
    if (menu.isShowing()) {
      menu.hide();
    } else {
      menu.show(anchor);
    }
  }

  /** Both ways through the menu, with the day they were last seen. */
  VBox menuWords() {
    VBox box = new VBox(8);
    box.getStyleClass().add("menu-words");
    box.setMinWidth(MENU_WIDTH);
    box.setMaxWidth(MENU_WIDTH);
    box.getChildren().add(Texts.wrapped(WORDS.text("menu.title", there), "strong"));
    for (UploadRules.Variant variant : rules.menu().current()) {
      box.getChildren().add(crumbs(variant.words()));
    }
    box.getChildren()
        .addAll(
            soft(
                WORDS.text(
                    "menu.date",
                    DateTimeFormatter.ofPattern("d MMMM yyyy").format(rules.menu().date()))));
    if (rules.menu().codeExecutionPage() != null) {
      box.getChildren()
          .addAll(
              Texts.wrapped(WORDS.text("menu.not-there"), "strong"),
              Texts.wrapped(rules.menu().codeExecution(), "small"),
              Texts.button(
                  WORDS.text("menu.open-settings"),
                  () -> desktop.open(URI.create(rules.menu().codeExecutionPage())),
                  "link",
                  "small"),
              Texts.wrapped(rules.menu().organisation(), "small"));
    }
    return box;
  }

  private static Node crumbs(String words) {
    FlowPane path = new FlowPane(4, 4);
    String[] labels = words.split(">");
    for (int i = 0; i < labels.length; i++) {
      if (i > 0) {
        path.getChildren().add(new Label("\u203A"));
      }
      Label label = new Label(labels[i].strip());
      label.getStyleClass().add("menu-label");
      path.getChildren().add(label);
    }
    path.setAccessibleText(words);
    return path;
  }

  static String fileName(DeliverModel.Item item) {
    return DisplayText.line(String.valueOf(item.path().getFileName()), 80);
  }
}
