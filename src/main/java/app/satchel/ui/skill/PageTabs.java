package app.satchel.ui.skill;

import app.satchel.ui.kit.Texts;
import app.satchel.ui.skill.SkillPageView.Tab;
import app.satchel.words.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The row of a page's tabs, and at its end what helps to read. */
final class PageTabs extends HBox {
  private static final Words WORDS = Words.of(PageTabs.class);

  private final Map<Tab, ToggleButton> tabs = new EnumMap<>(Tab.class);

  /**
   * @param chosen called when the person turns to a tab
   * @param tools what stands at the row's end
   */
  PageTabs(Consumer<Tab> chosen, Node tools) {
    super(22);
    getStyleClass().add("page-tabs");
    ToggleGroup group = new ToggleGroup();
    for (Tab tab : Tab.values()) {
      ToggleButton button = new ToggleButton(title(tab));
      button.setId("tab-" + tab.name().toLowerCase());
      button.getStyleClass().setAll("page-tab");
      button.setToggleGroup(group);
      button.setOnAction(event -> chosen.accept(tab));
      button.setMinWidth(Region.USE_PREF_SIZE);
      tabs.put(tab, button);
      getChildren().add(button);
    }
    getChildren().addAll(Texts.spring(), tools);
  }

  private static String title(Tab tab) {
    return switch (tab) {
      case SKILL_MD -> WORDS.text("tab.skill-md");
      case FILES -> WORDS.text("tab.files-unknown");
      case UPLOAD -> WORDS.text("tab.upload");
      case REQUIREMENTS -> WORDS.text("tab.requirements");
      case REVIEW -> WORDS.text("tab.review");
    };
  }

  /**
   * Says how many files there are.
   *
   * @param count null while unknown
   */
  void files(Integer count) {
    tabs.get(Tab.FILES)
        .setText(
            count == null ? title(Tab.FILES) : WORDS.text("tab.files", Integer.toString(count)));
  }

  /** Marks a tab as the one that is shown. */
  void select(Tab tab) {
    tabs.get(tab).setSelected(true);
  }

  /** The tab that is shown. */
  Tab selected() {
    return tabs.entrySet().stream()
        .filter(entry -> entry.getValue().isSelected())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Tab.SKILL_MD);
  }
}
