package app.satchel.ui.skill;

import app.satchel.ui.files.FilesPane;
import java.net.URI;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/**
 * What a skill's files need of the page that they stand on.
 *
 * @param scroll scrolls the page
 * @param browser opens an address
 */
record FilesPlace(SkillPageModel model, ScrollPane scroll, Consumer<URI> browser)
    implements FilesPane.Page {
  /** In the page's own measure, which a zoom changes. */
  @Override
  public ObservableValue<Bounds> viewport() {
    return scroll.viewportBoundsProperty().map(this::unzoomed);
  }

  private Bounds unzoomed(Bounds seen) {
    double zoom = model.reading().readingProperty().get().zoom() / 100.0;
    return new BoundingBox(0, 0, seen.getWidth() / zoom, seen.getHeight() / zoom);
  }

  @Override
  public void reveal(Region part) {
    PageScroll.revealUntilSettled(part);
  }

  @Override
  public void browse(URI address) {
    browser.accept(address);
  }
}
