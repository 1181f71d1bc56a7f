package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window says to somebody who cannot see it: names, roles, states and counts. */
class AccessibleNamesTest {
  /** Style classes of what is a heading to the eye. */
  private static final Set<String> HEADINGS =
      Set.of(
          "title",
          "heading",
          "screen-section",
          "wizard-section",
          "tab-heading",
          "placeholder-title");

  @TempDir Path home;

  private final List<String> missing = new ArrayList<>();

  private void listen(String screen, WindowRig rig) throws Exception {
    WindowRig.onUi(
        () -> {
          walk(screen, rig.window.scene().getRoot());
          return null;
        });
  }

  @Test
  void newerVersionsOfSatchel() throws Exception {
    new ScreenWalk(home, this::listen).updates();
    assertThat(missing).isEmpty();
  }

  @Test
  void everyScreenAndStepSpeaks() throws Exception {
    new ScreenWalk(home, this::listen).samples();
    assertThat(missing).isEmpty();
  }

  @Test
  void whatIsLongOrManySpeaks() throws Exception {
    new ScreenWalk(home, this::listen).many();
    assertThat(missing).isEmpty();
  }

  @Test
  void troubleSpeaks() throws Exception {
    new ScreenWalk(home, this::listen).trouble();
    assertThat(missing).isEmpty();
  }

  @Test
  void aNarrowWindowSpeaks() throws Exception {
    try (WindowRig rig = WindowRig.onSamples(home, 640, 700)) {
      rig.await("rows", () -> rig.shows("skills"));
      listen("narrow", rig);
    }
    assertThat(missing).isEmpty();
  }

  private void walk(String where, Node node) {
    if (!node.isVisible()) {
      return;
    }
    named(where, node);
    for (String style : node.getStyleClass()) {
      if (HEADINGS.contains(style) && blank(node.getAccessibleRoleDescription())) {
        missing.add(where + ": a heading that is not said to be one: " + name(node));
      }
    }
    if (node instanceof ListView<?> list
        && !list.getItems().isEmpty()
        && !list.getAccessibleText().contains(Integer.toString(list.getItems().size()))) {
      missing.add(where + ": a list without its count: " + list.getAccessibleText());
    }
    if (node instanceof ToggleButton toggle && node.getStyleClass().contains("page-tab")) {
      assertThat(toggle.getAccessibleRole()).isEqualTo(AccessibleRole.TAB_ITEM);
      assertThat(toggle.queryAccessibleAttribute(AccessibleAttribute.SELECTED))
          .isEqualTo(toggle.isSelected());
    }
    if (node.getStyleClass().contains("verdict")) {
      checkTile(where, (Parent) node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> walk(where, child));
    }
  }

  /** A tile says what it is about and how it stands, in the words that are seen. */
  private void checkTile(String where, Parent tile) {
    for (Node node : tile.lookupAll(".label")) {
      if (node instanceof Label label
          && node.isVisible()
          && !tile.getAccessibleText().contains(label.getText())) {
        missing.add(where + ": a tile that does not say '" + label.getText() + "'");
      }
    }
  }

  private void named(String where, Node node) {
    boolean worked =
        node.isFocusTraversable()
            && (node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ListView
                || node.getAccessibleRole() == AccessibleRole.SLIDER
                || node.getAccessibleRole() == AccessibleRole.BUTTON);
    if (worked && blank(node.getAccessibleText()) && !hasWords(node)) {
      missing.add(where + ": without a name: " + name(node));
    }
  }

  private static String name(Node node) {
    String words = node instanceof Labeled labeled ? " '" + labeled.getText() + "'" : "";
    return node.getClass().getSimpleName().toLowerCase(Locale.ROOT) + node.getStyleClass() + words;
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
