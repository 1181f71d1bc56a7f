package app.satchel.archive;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds paths that some file system would take for one, and files that are also folders. Linear in
 * the length of all paths: their depth is bounded before they come here.
 */
final class NameCollisions {
  private final Map<String, Seen> seen = new HashMap<>();
  private final boolean everySystem;

  /**
   * @param everySystem whether paths collide that only some file systems take for one
   */
  NameCollisions(boolean everySystem) {
    this.everySystem = everySystem;
  }

  private enum Kind {
    FILE,
    /** Listed as an entry of its own. */
    FOLDER,
    /** Known only from a path below it. */
    PARENT
  }

  private record Seen(String path, Kind kind) {}

  /**
   * A collision.
   *
   * @param code of the problem
   * @param other the path that was there first
   */
  record Collision(String code, String other) {}

  private String key(String path) {
    return everySystem ? PathRules.folded(path) : path;
  }

  /** Adds a path; the path is without the slash that marks a folder. */
  Optional<Collision> add(String path, boolean directory) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      String parent = path.substring(0, slash);
      Seen before = seen.putIfAbsent(key(parent), new Seen(parent, Kind.PARENT));
      if (before != null) {
        if (before.kind == Kind.FILE) {
          return Optional.of(new Collision("zip-file-and-folder", before.path));
        }
        if (!before.path.equals(parent)) {
          return Optional.of(new Collision("zip-duplicate-name", before.path));
        }
      }
    }
    Seen now = new Seen(path, directory ? Kind.FOLDER : Kind.FILE);
    Seen before = seen.put(key(path), now);
    if (before == null) {
      return Optional.empty();
    }
    boolean spelledAlike = before.path.equals(path);
    if (directory && before.kind == Kind.PARENT && spelledAlike) {
      return Optional.empty();
    }
    boolean bothKinds = directory == (before.kind == Kind.FILE);
    return Optional.of(
        new Collision(bothKinds ? "zip-file-and-folder" : "zip-duplicate-name", before.path));
  }
}
