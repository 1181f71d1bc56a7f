package app.satchel.ui.markdown;

import java.util.Optional;

/** Gives the bytes of images that are part of the skill. */
@FunctionalInterface
public interface PackageImages {
  /**
   * Reads a file of the skill. Blocking; called off the UI thread.
   *
   * @param path relative to the skill's folder, never above it
   * @return empty when there is no such file or it cannot be read
   */
  Optional<byte[]> read(String path);

  /** No images at hand, as before the skill is fetched. */
  static PackageImages none() {
    return path -> Optional.empty();
  }
}
