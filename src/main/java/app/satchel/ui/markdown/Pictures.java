package app.satchel.ui.markdown;

import app.satchel.markdown.MarkdownDocument;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.image.Image;

/**
 * What the pictures of one document share: which of the web the person asked for, and those that
 * were shown lately, because a cell that is scrolled away loses its nodes. For the UI thread.
 */
final class Pictures {
  /** 8 megapixels, 32 MB: two of the largest, or a whole page of usual ones. */
  private static final long MOST_PIXELS = 8L << 20;

  private final PackageImages files;
  private final WebPictures web;
  private final Set<URI> asked = new HashSet<>();
  private final Map<String, Image> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final ReadOnlyIntegerWrapper allowed = new ReadOnlyIntegerWrapper();
  private MarkdownDocument document;

  Pictures(PackageImages files, WebPictures web) {
    this.files = files;
    this.web = web;
  }

  PackageImages files() {
    return files;
  }

  WebPictures web() {
    return web;
  }

  /** Forgets what belongs to the document before. */
  void of(MarkdownDocument shown) {
    if (shown != document) {
      document = shown;
      asked.clear();
      kept.clear();
    }
  }

  /** Whether a picture of the web may be loaded. */
  boolean isAllowed(URI address) {
    return web.offered() && (asked.contains(address) || web.unasked());
  }

  /** The person wants this one. */
  void allow(URI address) {
    asked.add(address);
    tell();
  }

  /** The person wants all of them, also next time. */
  void allowAll(WebPictures.Scope scope) {
    web.always(scope);
    tell();
  }

  private void tell() {
    allowed.set(allowed.get() + 1);
  }

  /** Changes when more may be loaded. */
  ReadOnlyIntegerProperty allowedProperty() {
    return allowed.getReadOnlyProperty();
  }

  Optional<Image> kept(String key) {
    return Optional.ofNullable(kept.get(key));
  }

  void keep(String key, Image image) {
    kept.put(key, image);
    long pixels = kept.values().stream().mapToLong(Pictures::pixels).sum();
    var eldest = kept.entrySet().iterator();
    while (pixels > MOST_PIXELS && kept.size() > 1) {
      pixels -= pixels(eldest.next().getValue());
      eldest.remove();
    }
  }

  private static long pixels(Image image) {
    return (long) (image.getWidth() * image.getHeight());
  }
}
