package app.satchel.check.upload;

import java.util.List;

/**
 * The entries of a ZIP as published.
 *
 * @param paths every entry's path in order, segments joined with {@code /}; folders end in {@code
 *     /}; an entry that is there twice is listed twice
 * @param encrypted whether any entry is
 */
public record ArchiveLayout(List<String> paths, boolean encrypted) {
  public ArchiveLayout {
    paths = List.copyOf(paths);
  }

  /** A layout without encryption. */
  public static ArchiveLayout of(List<String> paths) {
    return new ArchiveLayout(paths, false);
  }
}
