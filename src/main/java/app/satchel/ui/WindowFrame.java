package app.satchel.ui;

import app.satchel.assembly.BugReport;
import app.satchel.ui.kit.Desktop;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * What lies around and above the places: a line at the top that is there when there is something to
 * say, the wizard's layer, and our own mistakes above everything.
 */
final class WindowFrame extends StackPane implements CrashWatch.View {
  private static final Insets CORNER = new Insets(24);

  private final VBox lines = new VBox();
  private final Supplier<Desktop> desktop;
  private final Supplier<Path> logs;
  private CrashCard crash;
  private Node focusBefore;

  /**
   * @param main the places
   * @param layer above them
   * @param desktop asked when something went wrong, not before
   * @param logs the folder with details, asked likewise
   */
  @SuppressWarnings("this-escape") // a node is built in its constructor, as all of JavaFX is
  WindowFrame(Region main, Region layer, Supplier<Desktop> desktop, Supplier<Path> logs) {
    this.desktop = desktop;
    this.logs = logs;
    // Not a column that grows: at some scales that is a pixel higher than its place.
    BorderPane column = new BorderPane(main);
    column.setTop(lines);
    getChildren().addAll(column, layer);
  }

  /** Shows a line above the places; until it is taken away. */
  void say(Region line) {
    lines.getChildren().add(0, line);
  }

  /** Takes a line away. */
  void unsay(Region line) {
    lines.getChildren().remove(line);
  }

  @Override
  public void crashed(BugReport report) {
    if (crash != null) {
      crash.another();
      return;
    }
    crash = new CrashCard(report, desktop.get(), logs.get(), this::closeCrash);
    StackPane.setAlignment(crash, Pos.BOTTOM_RIGHT);
    StackPane.setMargin(crash, CORNER);
    focusBefore = getScene().getFocusOwner();
    getChildren().add(crash);
    crash.closeButton().requestFocus();
  }

  @Override
  public void again(String code, int times) {
    if (crash != null && crash.code().equals(code)) {
      crash.happened(times);
    }
  }

  private void closeCrash() {
    getChildren().remove(crash);
    crash = null;
    if (focusBefore != null) {
      focusBefore.requestFocus();
    }
    focusBefore = null;
  }
}
