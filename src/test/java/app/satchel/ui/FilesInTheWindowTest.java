package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.ui.skill.SkillPageView.Tab;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.event.Event;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A skill's files in the real window. */
class FilesInTheWindowTest {
  @TempDir Path home;

  @Test
  void filesAreWalkedOpenedAndHandedOn() throws Exception {
    Path folder = home.resolve("team");
    PageSamples.write(folder);
    try (FilesRig files = new FilesRig(home.resolve("home"), folder, 1600, 900)) {
      files.open("tide-tables");
      assertThat(files.rig.shows("tokens always")).isTrue();
      assertThat(files.rig.shows("Run commands that begin with git")).isTrue();
      assertThat(files.rig.shows("Satchel does not know this tool")).isTrue();
      files.rig.fire("#tab-files");
      TreeView<?> tree = (TreeView<?>) files.find("#file-tree");
      files.rig.await("the marks", () -> files.rig.shows("runs on install"));
      assertThat(files.rig.shows("servers")).isTrue();

      // By keyboard: close the first folder, walk to a file, open it.
      key(tree, KeyCode.HOME);
      int before = tree.getExpandedItemCount();
      key(tree, KeyCode.LEFT);
      assertThat(tree.getExpandedItemCount()).isLessThan(before);
      key(tree, KeyCode.ENTER);
      assertThat(tree.getExpandedItemCount()).isEqualTo(before);
      key(tree, KeyCode.DOWN);
      key(tree, KeyCode.ENTER);
      files.rig.await("the picture", () -> files.rig.shows("900 by 420 pixels"));

      // A program that calls itself a picture is described; a script goes to the file manager.
      files.show("assets/harbour.png", "");
      assertThat(files.rig.shows("Linux program or library")).isTrue();
      assertThat(files.rig.shows("Its name says otherwise")).isTrue();
      files.show("scripts/tides.py", "L100");
      assertThat(files.find("#open-in-editor")).isNull();
      files.rig.fire("#show-in-folder");
      Path script = folder.resolve("tide-tables/scripts/tides.py").toRealPath();
      assertThat(files.rig.desktop.shown).containsExactly(script);
      ListView<?> code = (ListView<?>) files.find("#file-code");
      assertThat(code.getSelectionModel().getSelectedIndex()).isEqualTo(99);
      assertThat(files.rig.window.scene().getRoot().lookupAll(".code-line").size()).isLessThan(120);

      // A document: rendered, at a heading, and as written.
      files.show("references/method.md", "harmonics");
      ScrollPane scroll = (ScrollPane) files.find("#file-scroll");
      files.rig.await("the heading", () -> scroll.getVvalue() > 0);
      files.rig.fire("#view-source");
      assertThat(files.find("#file-code")).isNotNull();
      files.rig.fire("#copy-text");
      files.rig.fire("#copy-path");
      assertThat(files.rig.desktop.copied.getFirst()).startsWith("# The method");
      assertThat(files.rig.desktop.copied.getLast()).isEqualTo("references/method.md");
      files.rig.fire("#open-in-editor");
      assertThat(files.rig.desktop.edited)
          .containsExactly(folder.resolve("tide-tables/references/method.md").toRealPath());
      assertThat(files.rig.desktop.shown).hasSize(1);

      // What hides in a text is named.
      files.show("references/odd-signs.txt", "");
      assertThat(texts(files)).contains("[U+202E]", "[U+200B]");
    }
  }

  @Test
  void twoThousandFilesHaveRowsForWhatIsSeenAlone() throws Exception {
    Path folder = home.resolve("team");
    PageSamples.many(folder.resolve("many-files"), 2_000);
    try (FilesRig files = new FilesRig(home.resolve("home"), folder, 1280, 820)) {
      files.open("many-files");
      files.rig.fire("#tab-files");
      TreeView<?> tree = (TreeView<?>) files.find("#file-tree");
      WindowRig.onUi(
          () -> {
            tree.getRoot().getChildren().forEach(FilesInTheWindowTest::expand);
            return null;
          });
      WindowRig.settle();
      assertThat(tree.getExpandedItemCount()).isGreaterThan(2_000);
      assertThat(tree.lookupAll(".file-cell").size()).isLessThan(60);
      files.show("data/part-3/row-3.csv", "");
      assertThat(files.find("#back-to-files")).isNotNull();
    }
  }

  @Test
  void aBrokenFrontmatterIsShownAsWrittenWithTheReason() throws Exception {
    Path folder = home.resolve("team");
    PageSamples.write(folder);
    try (FilesRig files = new FilesRig(home.resolve("home"), folder, 1280, 820)) {
      files.open("broken-head");
      assertThat(files.find("#broken-frontmatter")).isNotNull();
      assertThat(files.rig.shows("Line 3: mapping values are not allowed here")).isTrue();
      assertThat(files.rig.shows("tags: [one, two")).isTrue();
      files.open("nested-notes");
      WindowRig.onUi(
          () -> {
            files.page().select(Tab.SKILL_MD);
            return null;
          });
      assertThat(files.find("#broken-frontmatter")).isNull();
      assertThat(files.rig.shows("Show all 40")).isTrue();
      assertThat(files.rig.shows("trigger phrase number 40")).isFalse();
      assertThat(files.rig.shows("\u2013 matcher: Bash")).isTrue();
    }
  }

  @Test
  void aFileBelowTheTreeIsShownFromItsHead() throws Exception {
    Path folder = home.resolve("team");
    PageSamples.write(folder);
    try (FilesRig files = new FilesRig(home.resolve("home"), folder, 900, 600)) {
      files.open("tide-tables");
      for (String[] link :
          new String[][] {
            {"references/method.md", ""}, {"scripts/tides.py", "L20"}, {"scripts/tides.py", ""}
          }) {
        // From the end of another tab, as a link in its text does it.
        files.rig.fire("#tab-skill_md");
        files.rig.scroll("#page-scroll", 1);
        files.show(link[0], link[1]);
        assertThat(headBelowTop(files)).as(link[0] + " " + link[1]).isBetween(0.0, 20.0);
      }
      files.show("references/method.md", "");
      assertThat(headBelowTop(files)).isBetween(0.0, 20.0);
      WindowRig.onUi(
          () -> {
            Node page = files.rig.find("#page-scroll");
            Event.fireEvent(page, pressed(KeyCode.PAGE_DOWN));
            return null;
          });
      files.rig.scroll("#page-scroll", 0.8);
      assertThat(headBelowTop(files)).as("a person may scroll").isNegative();
      files.rig.fire("#view-source");
      assertThat(headBelowTop(files)).as("the same file in another way").isBetween(0.0, 20.0);
    }
  }

  @Test
  void aShortTextNeedsNoBarBesideIt() throws Exception {
    Path folder = home.resolve("team");
    PageSamples.write(folder);
    Files.writeString(
        folder.resolve("tide-tables/references/one-line.txt"), "Long words. ".repeat(40));
    for (double width : new double[] {900, 1600}) {
      Path here = home.resolve("home" + width);
      try (FilesRig files = new FilesRig(here, folder, width, 900)) {
        files.open("tide-tables");
        for (String path : new String[] {"references/one-line.txt", "assets/logo.svg"}) {
          files.show(path, "");
          files.rig.frame();
          files.rig.frame();
          assertThat(bars(files, Orientation.VERTICAL)).as(path + " at " + width).isZero();
        }
        files.show("references/one-line.txt", "");
        files.rig.frame();
        assertThat(bars(files, Orientation.HORIZONTAL)).as("for the long line").isOne();
        files.show("scripts/tides.py", "");
        files.rig.frame();
        assertThat(bars(files, Orientation.VERTICAL)).as("for many lines").isOne();
      }
    }
  }

  @Test
  void aChecksumIsReadInFullAndCopied() throws Exception {
    Path folder = home.resolve("team");
    PageSamples.write(folder);
    for (double width : new double[] {900, 1600}) {
      Path here = home.resolve("home" + width);
      try (FilesRig files = new FilesRig(here, folder, width, 900)) {
        files.open("tide-tables");
        files.show("assets/tide-model.bin", "");
        files.rig.frame();
        Label sum = (Label) files.find("#sha-256");
        String shown = WindowRig.onUi(() -> ((Text) sum.lookup(".text")).getText());
        assertThat(shown.replaceAll("\\s", "")).isEqualTo(sum.getText()).hasSize(64);
        assertThat(
                WindowRig.onUi(
                    () -> sum.getWidth() <= files.find(".file-facts").getLayoutBounds().getWidth()))
            .isTrue();
        files.rig.fire("#copy-sum");
        assertThat(files.rig.desktop.copied.getLast()).isEqualTo(sum.getText());
      }
    }
  }

  private static long bars(FilesRig files, Orientation orientation) throws Exception {
    return WindowRig.onUi(
        () ->
            files.rig.find("#file-code").lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == orientation && bar.isVisible())
                .count());
  }

  /** How far the head of the opened file lies below the top of the page that is seen. */
  private static double headBelowTop(FilesRig files) throws Exception {
    for (int frame = 0; frame < 4; frame++) {
      files.rig.frame();
    }
    return WindowRig.onUi(
        () -> {
          Node head = files.rig.find("#back-to-files");
          Node page = files.rig.find("#page-scroll");
          return head.localToScene(head.getLayoutBounds()).getMinY()
              - page.localToScene(page.getLayoutBounds()).getMinY();
        });
  }

  private static void expand(javafx.scene.control.TreeItem<?> item) {
    item.setExpanded(true);
    item.getChildren().forEach(FilesInTheWindowTest::expand);
  }

  private static String texts(FilesRig files) throws Exception {
    return WindowRig.onUi(
        () -> {
          StringBuilder all = new StringBuilder();
          for (Node node : files.rig.window.scene().getRoot().lookupAll(".hidden-sign")) {
            all.append(((Text) node).getText());
          }
          return all.toString();
        });
  }

  private static KeyEvent pressed(KeyCode code) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
  }

  private static void key(Node node, KeyCode code) throws Exception {
    WindowRig.onUi(
        () -> {
          node.requestFocus();
          node.fireEvent(pressed(code));
          return null;
        });
    WindowRig.settle();
  }
}
