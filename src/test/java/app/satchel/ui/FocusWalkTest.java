package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.ui.kit.Theme;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Walks every screen by Tab: each control is reached, and the pixels say that it has the focus. A
 * ring counts when as many pixels as half its way around change at 3:1 or more (WCAG 2.2, 2.4.13).
 */
class FocusWalkTest {
  private static final int MOST_FRAMES = 30;
  private static final int MOST = 200;

  @TempDir Path home;

  private final List<String> problems = new ArrayList<>();
  private Theme.Choice theme;

  @Test
  void everyControlIsReachedAndSeen() throws Exception {
    theme = Theme.Choice.LIGHT;
    new ScreenWalk(home, this::walk).samples();
    assertThat(problems).isEmpty();
  }

  @Test
  void newerVersionsOfSatchel() throws Exception {
    theme = Theme.Choice.LIGHT;
    new ScreenWalk(home, this::walk).updates();
    assertThat(problems).isEmpty();
  }

  @Test
  @Tag("screens")
  void inTheDarkToo() throws Exception {
    theme = Theme.Choice.DARK;
    new ScreenWalk(home, this::walk).samples();
    assertThat(problems).isEmpty();
  }

  private void walk(String screen, WindowRig rig) throws Exception {
    // What had the focus and is gone gives it up with the next frame.
    rig.frame();
    Set<Node> reached = WindowRig.onUi(() -> reached(screen, rig.window.scene()));
    for (Node node : reached) {
      String problem = ringOf(rig, node);
      // A busy machine may show a frame late; what is never seen stays a problem.
      for (int again = 0; again < 2 && problem != null; again++) {
        problem = ringOf(rig, node);
      }
      if (problem != null) {
        problems.add(screen + ": " + problem + ": " + name(node));
      }
    }
  }

  private Set<Node> reached(String screen, Scene scene) {
    Set<Node> missed = new LinkedHashSet<>();
    collect(scene.getRoot(), missed);
    Set<Node> reached = new LinkedHashSet<>();
    for (int i = 0; i < MOST; i++) {
      tab(scene);
      Node owner = scene.getFocusOwner();
      if (owner == null || !reached.add(owner)) {
        break;
      }
    }
    missed.removeAll(reached);
    // Among choices of which one holds, Tab goes to that one and the arrows to the others.
    missed.removeIf(node -> node instanceof Toggle toggle && within(toggle, reached));
    missed.forEach(node -> problems.add(screen + ": never reached: " + name(node)));
    return reached;
  }

  private static boolean within(Toggle toggle, Set<Node> reached) {
    return toggle.getToggleGroup() != null
        && toggle.getToggleGroup().getToggles().stream().anyMatch(reached::contains);
  }

  private static void settle(Scene scene) {
    for (int i = 0; i < 2; i++) {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    }
  }

  private static void tab(Scene scene) {
    Node from = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
    Event.fireEvent(
        from, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, false, false, false, false));
    settle(scene);
  }

  /** What a person may want to reach: what takes part in the walk, is shown and can be worked. */
  private static void collect(Node node, Set<Node> found) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    if (node.isFocusTraversable()) {
      found.add(node);
    }
    // The parts of a control that takes the focus itself are its own affair.
    boolean whole = node instanceof ListView || node instanceof TextInputControl;
    if (node instanceof Parent parent && !whole) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  /** What is wrong with the ring of a control that has the focus; null when nothing is. */
  private String ringOf(WindowRig rig, Node node) throws Exception {
    Scene scene = rig.window.scene();
    // An empty list has nothing to put a ring around.
    if (node instanceof ListView<?> list && list.getItems().isEmpty()) {
      return null;
    }
    boolean kept =
        WindowRig.onUi(
            () -> {
              rig.window.theme().choiceProperty().set(theme);
              reveal(node);
              node.requestFocus();
              back(scene, node);
              return scene.getFocusOwner() == node;
            });
    if (!kept) {
      return "does not keep the focus";
    }
    Bounds bounds = atRest(rig, node);
    BufferedImage with = WindowRig.onUi(() -> rig.snapshot(1));
    boolean gone =
        WindowRig.onUi(
            () -> {
              tab(scene);
              return scene.getFocusOwner() != node;
            });
    if (!gone) {
      return "never lets the focus go";
    }
    rig.frame();
    BufferedImage without = WindowRig.onUi(() -> rig.snapshot(1));
    int seen = 0;
    for (int y = from(bounds.getMinY()); y < to(bounds.getMaxY(), with.getHeight()); y++) {
      for (int x = from(bounds.getMinX()); x < to(bounds.getMaxX(), with.getWidth()); x++) {
        if (contrast(with.getRGB(x, y), without.getRGB(x, y)) >= 3) {
          seen++;
        }
      }
    }
    double half = Math.min(bounds.getWidth() + bounds.getHeight(), 120);
    return node.isVisible() && seen < half / 2 ? "no ring is seen (" + seen + " pixels)" : null;
  }

  /**
   * Where a node is once it has come to rest: what has the focus is scrolled into view, and a
   * picture is of what the last frame showed.
   */
  private static Bounds atRest(WindowRig rig, Node node) throws Exception {
    Bounds before = null;
    int still = 0;
    for (int frame = 0; frame < MOST_FRAMES && still < 3; frame++) {
      rig.frame();
      Bounds now = WindowRig.onUi(() -> node.localToScene(node.getLayoutBounds()));
      still = now.equals(before) ? still + 1 : 0;
      before = now;
    }
    return before;
  }

  /** One step back and one forth, so that the focus comes by key and shows. */
  private static void back(Scene scene, Node node) {
    Event.fireEvent(
        node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, true, false, false, false));
    settle(scene);
    if (scene.getFocusOwner() != node) {
      tab(scene);
    }
  }

  /** Scrolls what is out of sight into the middle. */
  private static void reveal(Node node) {
    for (Node one = node.getParent(); one != null; one = one.getParent()) {
      if (one instanceof ScrollPane pane && pane.getContent() instanceof Region content) {
        double room = content.getHeight() - pane.getViewportBounds().getHeight();
        Bounds at = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        if (room > 0) {
          double middle = at.getCenterY() - pane.getViewportBounds().getHeight() / 2;
          pane.setVvalue(Math.clamp(middle / room, 0, 1));
          settle(node.getScene());
        }
      }
    }
  }

  private static int from(double edge) {
    return Math.max(0, (int) edge - 5);
  }

  private static int to(double edge, int most) {
    return Math.min(most, (int) edge + 5);
  }

  private static double contrast(int one, int other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 0xFF)
        + 0.7152 * linear(rgb >> 8 & 0xFF)
        + 0.0722 * linear(rgb & 0xFF);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static String name(Node node) {
    return node.getClass().getSimpleName()
        + " "
        + node.getId()
        + " "
        + node.getStyleClass()
        + " "
        + node.getAccessibleText();
  }
}
