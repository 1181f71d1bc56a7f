package app.satchel.ui;

import app.satchel.opening.Opening;
import app.satchel.ui.kit.Background;
import app.satchel.ui.opened.OpenedModel;
import app.satchel.ui.opened.OpenedView;
import app.satchel.ui.skill.SkillPageModel;
import app.satchel.ui.skill.SkillPageView;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The place of what was opened with Satchel. Made when something is, as few starts need it. */
final class OpenedPlace {
  private final OpenedModel model;
  private final OpenedView view;

  /**
   * @param pages makes the view of a page
   * @param filled told whether there is anything in it, at each change
   */
  OpenedPlace(
      WindowServices services,
      Background background,
      Function<SkillPageModel, SkillPageView> pages,
      Consumer<Boolean> filled) {
    model =
        new OpenedModel(
            services.opened(), new SkillPageModel(services.page(), background), background);
    view = new OpenedView(model, pages.apply(model.page()));
    model.selectedProperty().subscribe((_, _) -> filled.accept(!model.openings().isEmpty()));
  }

  void open(List<Opening> openings) {
    model.open(openings);
  }

  OpenedView view() {
    return view;
  }
}
