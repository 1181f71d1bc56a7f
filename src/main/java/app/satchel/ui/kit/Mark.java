package app.satchel.ui.kit;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** Satchel's mark: a bag with a handle and a flap, in the accent colour. Drawn on a 24 px grid. */
public final class Mark extends StackPane {
  private static final String HANDLE =
      "M8 7 V5.5 C8 3.6 9.6 2 11.5 2 H12.5 C14.4 2 16 3.6 16 5.5 V7 H14 V5.5 C14 4.7 13.3 4 12.5 4"
          + " H11.5 C10.7 4 10 4.7 10 5.5 V7 Z";
  private static final String FLAP =
      "M4 7 H20 C21.1 7 22 7.9 22 9 V11 C22 12.4 17.5 14 14 14.4 V13 H10 V14.4 C6.5 14 2 12.4 2 11"
          + " V9 C2 7.9 2.9 7 4 7 Z";
  private static final String BODY =
      "M2 13 C3.8 14.5 7.2 15.5 10 15.9 V17 H14 V15.9 C16.8 15.5 20.2 14.5 22 13 V20 C22 21.1 21.1"
          + " 22 20 22 H4 C2.9 22 2 21.1 2 20 Z";

  /**
   * @param size edge length in pixels
   */
  public Mark(double size) {
    Group drawing = new Group(path(HANDLE), path(FLAP), path(BODY));
    drawing.setScaleX(size / 24);
    drawing.setScaleY(size / 24);
    getChildren().add(drawing);
    setMinSize(size, size);
    setMaxSize(size, size);
    getStyleClass().add("mark");
  }

  private static SVGPath path(String content) {
    SVGPath path = new SVGPath();
    path.setContent(content);
    path.getStyleClass().add("mark-part");
    return path;
  }
}
