package app.satchel.ui.skill;

import app.satchel.marketplace.Listing;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.Namespace;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.Placeholder;
import app.satchel.ui.kit.Texts;
import app.satchel.words.Words;
import java.net.URI;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What stands in the place of a page that is not there, or not yet. */
final class PageStates {
  private static final Words WORDS = Words.of(PageStates.class);

  private PageStates() {}

  /** No skill is chosen. */
  static Node nothing() {
    return new Placeholder(
        Icon.PACKAGE, WORDS.text("nothing.title"), WORDS.text("nothing.words"), List.of());
  }

  /** SKILL.md is on its way. */
  static Node skeleton() {
    VBox bones = new VBox(12);
    bones.getStyleClass().add("page-skeleton");
    bones.setAccessibleText(WORDS.text("loading"));
    for (double width : new double[] {640, 260, 600, 620, 580, 420}) {
      Region bone = new Region();
      bone.getStyleClass().add("skeleton");
      bone.setMinHeight(14);
      bone.setMaxWidth(width);
      bones.getChildren().add(bone);
    }
    return bones;
  }

  /**
   * The listing leads nowhere.
   *
   * @param now what the skill seems to be called now, or null
   */
  static Node gone(Listing listing, Namespace now, SkillPageView.Actions actions) {
    Namespace before = listing.namespace();
    Button search = Texts.button(WORDS.text("gone.search"), () -> actions.search(before.repo()));
    Button look = new Button(WORDS.text("gone.look"), Icon.OPEN.node());
    look.setOnAction(
        event -> actions.browse(URI.create("https://github.com/" + before.repository())));
    if (now == null) {
      return new Placeholder(
          Icon.UNKNOWN, WORDS.text("gone.title"), WORDS.text("gone.words"), List.of(search, look));
    }
    Button follow =
        Texts.button(
            WORDS.text("gone.follow", DisplayText.line(now.skill(), 60)),
            () -> actions.open(now),
            "primary");
    return new Placeholder(
        Icon.INFO,
        WORDS.text("gone.renamed"),
        WORDS.text("gone.renamed-words", DisplayText.line(now.toString(), 90)),
        List.of(follow, look));
  }

  /** It could not be read. */
  static Node failed(Problem problem, Runnable again) {
    Button retry = new Button(WORDS.text("failed.retry"), Icon.RETRY.node());
    retry.setOnAction(event -> again.run());
    boolean network = problem.kind() == ProblemKind.NETWORK;
    return Placeholder.of(network ? Icon.OFFLINE : Icon.WARN, problem, List.of(retry));
  }
}
