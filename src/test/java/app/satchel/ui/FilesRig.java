package app.satchel.ui;

import app.satchel.marketplace.FolderMarketplaceServer;
import app.satchel.ui.skill.SkillPageView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;

/** The window on a folder of skills that is a source, and the ways to a file of one. */
final class FilesRig implements AutoCloseable {
  final WindowRig rig;
  private final FolderMarketplaceServer none;

  FilesRig(Path home, Path folder, double width, double height) throws Exception {
    none = FolderMarketplaceServer.start(Files.createDirectories(home.resolve("none")), 0);
    rig = WindowRig.on(home, "none=" + none.url(), width, height);
    rig.assembly.serve("team", folder);
  }

  SkillPageView page() {
    return (SkillPageView) rig.window.scene().lookup(".skill-page");
  }

  /** Opens a skill's page. */
  void open(String name) throws Exception {
    WindowRig.onUi(
        () -> {
          if (rig.find("#back") instanceof ButtonBase back && rig.find("#search") == null) {
            back.fire();
          }
          ((TextField) rig.window.scene().lookup("#search")).setText(name);
          return null;
        });
    rig.await("the row", () -> rows().getItems().size() == 1);
    WindowRig.onUi(
        () -> {
          rows().getOnMouseClicked().handle(null);
          return null;
        });
    rig.await(
        "its page",
        () ->
            rig.find(".title") instanceof Labeled title
                && title.getText().equals(name)
                && !rig.shows("Checking"));
  }

  private ListView<?> rows() {
    return (ListView<?>) rig.window.scene().lookup("#results");
  }

  /** Opens a file of the skill that is shown. */
  void show(String path, String anchor) throws Exception {
    WindowRig.onUi(
        () -> {
          page().openFile(path, anchor);
          return null;
        });
    rig.await("the file " + path, () -> rig.find("#copy-path") != null && !rig.shows("Reading"));
    WindowRig.settle();
  }

  Node find(String selector) throws Exception {
    return WindowRig.onUi(() -> rig.find(selector));
  }

  @Override
  public void close() throws IOException {
    rig.close();
    none.close();
  }
}
