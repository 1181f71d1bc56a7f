package app.satchel.ui.markdown;

import app.satchel.markdown.Inline;
import app.satchel.markdown.LinkTarget;
import app.satchel.problem.ProblemException;
import app.satchel.task.Cancellation;
import app.satchel.words.Words;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A picture, never wider than the column, or the words that stand for it. A file of the skill is
 * shown by itself; one of the web is loaded when the person says so, and no longer than its box is
 * on the page. An answer that comes after that is dropped.
 */
final class PictureBox extends Region {
  private static final Logger LOG = LoggerFactory.getLogger(PictureBox.class);
  private static final double HIGHEST = 520;

  private final ImageView view = new ImageView();
  private final PicturePlaceholder placeholder;
  private final Inline.Image image;
  private final Pictures pictures;
  private final Words words;
  private final Runnable resized;
  private Subscription permission = Subscription.EMPTY;
  private Cancellation loading;

  /** It failed or was cancelled: only the person starts it again. */
  private boolean halted;

  /**
   * @param resized called when the picture has come and this box wants another height
   */
  PictureBox(Inline.Image image, Pictures pictures, Words words, Runnable resized) {
    this.image = image;
    this.pictures = pictures;
    this.words = words;
    this.resized = resized;
    this.placeholder = new PicturePlaceholder(image, words);
    getStyleClass().add("md-picture");
    view.setPreserveRatio(true);
    view.setSmooth(true);
    view.setManaged(false);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(image.alt());
    getChildren().add(placeholder);
    pictures.kept(key()).ifPresentOrElse(this::show, this::start);
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene == null) {
                stop();
              } else if (view.getImage() == null) {
                resume();
              }
            });
  }

  private String key() {
    return switch (image.source()) {
      case LinkTarget.Web web -> web.uri().toString();
      case LinkTarget.InPackage file -> "file " + file.path();
      default -> "";
    };
  }

  private void start() {
    switch (image.source()) {
      case LinkTarget.InPackage file when PictureBytes.isDrawing(file.path()) ->
          placeholder.say(words.text("image.drawing", file.path()));
      case LinkTarget.InPackage file -> placeholder.say(words.text("image.file", file.path()));
      case LinkTarget.Web web when isDrawing(web) ->
          placeholder.say(words.text("image.drawing-remote", web.host()));
      case LinkTarget.Web web -> ask(web);
      default -> placeholder.say(words.text("image.unknown"));
    }
  }

  private static boolean isDrawing(LinkTarget.Web web) {
    return web.uri().getPath() != null && PictureBytes.isDrawing(web.uri().getPath());
  }

  private void ask(LinkTarget.Web web) {
    String where = words.text("image.remote", web.host());
    if (pictures.web().offered()) {
      placeholder.ask(
          where,
          () -> {
            halted = false;
            pictures.allow(web.uri());
          },
          scope -> {
            halted = false;
            pictures.allowAll(scope);
          });
    } else {
      placeholder.say(where);
    }
  }

  /** On the page, again or for the first time. */
  private void resume() {
    switch (image.source()) {
      case LinkTarget.InPackage file when !PictureBytes.isDrawing(file.path()) ->
          load(file.path(), _ -> pictures.files().read(file.path()).orElse(null));
      case LinkTarget.Web web when !isDrawing(web) -> {
        permission.unsubscribe();
        permission = pictures.allowedProperty().subscribe(now -> loadIfAllowed(web));
      }
      default -> {}
    }
  }

  private void loadIfAllowed(LinkTarget.Web web) {
    boolean wanted = loading == null && !halted && view.getImage() == null;
    if (wanted && pictures.isAllowed(web.uri())) {
      placeholder.waiting(words.text("image.loading", web.host()), this::cancel);
      resized.run();
      load(web.host(), cancellation -> pictures.web().fetch(web.uri(), cancellation));
    }
  }

  private void load(String name, Function<Cancellation, byte[]> read) {
    Cancellation mine = new Cancellation();
    loading = mine;
    Thread.ofVirtual()
        .name("picture")
        .start(
            () -> {
              Arrival arrival = arrival(name, read, mine);
              Platform.runLater(
                  () -> {
                    if (loading == mine) {
                      loading = null;
                      arrived(arrival);
                    }
                  });
            });
  }

  /** A picture, or the words that say why there is none. */
  private record Arrival(Optional<Image> picture, String why) {}

  private Arrival arrival(String name, Function<Cancellation, byte[]> read, Cancellation mine) {
    try {
      byte[] bytes = read.apply(mine);
      if (bytes == null) {
        return new Arrival(Optional.empty(), words.text("image.missing", name));
      }
      Optional<Image> picture = PictureBytes.decode(bytes);
      String why = PictureBytes.isDrawing(bytes) ? "image.drawing" : "image.refused";
      String where = image.source() instanceof LinkTarget.Web ? "-remote" : "";
      return new Arrival(picture, words.text(why + where, name));
    } catch (ProblemException e) {
      return new Arrival(Optional.empty(), e.problem().what());
    } catch (CancellationException e) {
      return new Arrival(Optional.empty(), "");
    } catch (RuntimeException e) {
      LOG.warn("A picture could not be loaded", e);
      return new Arrival(Optional.empty(), words.text("image.unknown"));
    }
  }

  private void arrived(Arrival arrival) {
    arrival
        .picture()
        .ifPresentOrElse(
            picture -> {
              pictures.keep(key(), picture);
              show(picture);
            },
            () -> failed(arrival.why()));
    resized.run();
  }

  private void failed(String why) {
    halted = true;
    if (image.source() instanceof LinkTarget.Web web) {
      placeholder.failed(
          why,
          () -> {
            halted = false;
            loadIfAllowed(web);
          });
    } else {
      placeholder.say(why);
    }
  }

  private void show(Image picture) {
    view.setImage(picture);
    getChildren().setAll(view);
  }

  /** The person no longer wants it. */
  private void cancel() {
    stopLoading();
    halted = true;
    start();
    resized.run();
  }

  private void stop() {
    permission.unsubscribe();
    permission = Subscription.EMPTY;
    stopLoading();
  }

  private void stopLoading() {
    if (loading != null) {
      loading.cancel();
      loading = null;
    }
  }

  private void fit(double width) {
    Image picture = view.getImage();
    double scale = Math.min(1, Math.min(width / picture.getWidth(), HIGHEST / picture.getHeight()));
    view.setFitWidth(picture.getWidth() * scale);
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
