package app.satchel.ui.skill;

import app.satchel.skill.Namespace;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;

/** What stands above SKILL.md's text: what it costs, and its frontmatter. */
final class FrontmatterPlace extends VBox {
  private final SkillPageModel model;
  private final Consumer<Namespace> open;

  /**
   * @param open opens another skill's page
   */
  FrontmatterPlace(SkillPageModel model, Consumer<Namespace> open) {
    super(10);
    this.model = model;
    this.open = open;
  }

  /** Shows what is known by now. */
  void show() {
    SkillPageModel.Page shown = model.pageProperty().get();
    if (shown == null) {
      getChildren().clear();
      return;
    }
    PageServices.Answers answers = model.needs().answersProperty().get();
    getChildren()
        .setAll(
            new CostLine(shown.cost()),
            new FrontmatterCard(
                shown.skillMd(),
                answers == null ? null : answers.report().declared(),
                model.needs().dependenciesProperty().get(),
                open));
  }
}
