package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.ui.skill.SkillPageView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything a person can work has words for somebody who cannot see it. */
class AccessibleNamesTest {
  @TempDir Path home;

  @Test
  void everyControlOfEveryScreenHasAName() throws Exception {
    List<String> nameless = new ArrayList<>();
    try (WindowRig rig = WindowRig.onSamples(home)) {
      rig.await("a page", () -> rig.shows("Accepted"));
      collect("discover", rig, nameless);
      for (SkillPageView.Tab tab : SkillPageView.Tab.values()) {
        fire(rig, "#tab-" + tab.name().toLowerCase(Locale.ROOT));
        collect("tab " + tab, rig, nameless);
      }
      for (String place : List.of("library", "sources", "settings")) {
        fire(rig, "#place-" + place);
        WindowRig.settle();
        collect(place, rig, nameless);
      }
      WindowRig.onUi(
          () -> {
            rig.stage.setWidth(640);
            return null;
          });
      WindowRig.settle();
      collect("narrow", rig, nameless);
    }
    assertThat(nameless).isEmpty();
  }

  private static void fire(WindowRig rig, String selector) throws Exception {
    WindowRig.onUi(
        () -> {
          ((ButtonBase) rig.find(selector)).fire();
          return null;
        });
    WindowRig.settle();
  }

  private static void collect(String where, WindowRig rig, List<String> nameless) throws Exception {
    WindowRig.onUi(
        () -> {
          walk(where, rig.window.scene().getRoot(), nameless);
          return null;
        });
  }

  private static void walk(String where, Node node, List<String> nameless) {
    if (!node.isVisible()) {
      return;
    }
    boolean worked =
        node.isFocusTraversable()
            && (node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ListView
                || node.getAccessibleRole() == AccessibleRole.BUTTON);
    if (worked && blank(node.getAccessibleText()) && !hasWords(node)) {
      nameless.add(where + ": " + node + " " + node.getStyleClass());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> walk(where, child, nameless));
    }
  }

  private static boolean hasWords(Node node) {
    if (node instanceof Labeled labeled && !blank(labeled.getText())) {
      return true;
    }
    // A field may be named by the label that belongs to it.
    return node.getParent() != null
        && node.getParent().lookupAll(".label").stream()
            .anyMatch(label -> label instanceof Label one && one.getLabelFor() == node);
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
