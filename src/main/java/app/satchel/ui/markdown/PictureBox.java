package app.satchel.ui.markdown;

import app.satchel.markdown.Inline;
import app.satchel.markdown.LinkTarget;
import app.satchel.words.Words;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/**
 * A picture of the skill, never wider than the column, or the words that stand for it. Only files
 * of the skill are ever read.
 */
final class PictureBox extends Region {
  private static final double HIGHEST = 520;

  private final ImageView view = new ImageView();
  private final Label placeholder = new Label();

  /**
   * @param resized called when the picture has come and this box wants another height
   */
  PictureBox(Inline.Image image, PackageImages images, Words words, Runnable resized) {
    getStyleClass().add("md-picture");
    view.setPreserveRatio(true);
    view.setSmooth(true);
    view.setManaged(false);
    placeholder.getStyleClass().add("md-placeholder");
    placeholder.setWrapText(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(image.alt());
    getChildren().add(placeholder);
    say(image, Destinations.words(image, words));
    if (image.source() instanceof LinkTarget.InPackage file) {
      Thread.ofVirtual()
          .name("package-image")
          .start(() -> load(file.path(), image, images, words, resized));
    }
  }

  private void say(Inline.Image image, String words) {
    placeholder.setText(image.alt().isBlank() ? words : image.alt() + "\n" + words);
  }

  private void load(
      String path, Inline.Image image, PackageImages images, Words words, Runnable resized) {
    Optional<byte[]> bytes = images.read(path);
    Optional<Image> decoded = bytes.flatMap(Pictures::decode);
    Platform.runLater(
        () -> {
          if (decoded.isPresent()) {
            view.setImage(decoded.get());
            getChildren().setAll(view);
          } else {
            say(image, words.text(bytes.isPresent() ? "image.refused" : "image.missing", path));
          }
          resized.run();
        });
  }

  private void fit(double width) {
    Image image = view.getImage();
    double scale = Math.min(1, Math.min(width / image.getWidth(), HIGHEST / image.getHeight()));
    view.setFitWidth(image.getWidth() * scale);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    if (view.getImage() == null) {
      return placeholder.prefHeight(width);
    }
    fit(width);
    return view.getLayoutBounds().getHeight();
  }

  @Override
  protected void layoutChildren() {
    if (view.getImage() == null) {
      placeholder.resizeRelocate(0, 0, getWidth(), getHeight());
    } else {
      fit(getWidth());
    }
  }
}
