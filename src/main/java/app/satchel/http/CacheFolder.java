package app.satchel.http;

import app.satchel.disk.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder that answers are kept in, seen from outside. */
public final class CacheFolder {
  private CacheFolder() {}

  /**
   * Deletes all kept answers that no Satchel is using. Blocks.
   *
   * @param folder as in {@link HttpSettings#cacheFolder}
   * @return how many parts are in use, and stay
   */
  public static int clear(Path folder) throws IOException {
    return clear(folder, "");
  }

  /**
   * The same but for the part that this process has: to open its lock anew would lose it.
   *
   * @param own the number of that part, or empty
   */
  static int clear(Path folder, String own) throws IOException {
    int used = 0;
    for (String part : parts(folder)) {
      if (part.equals(own)) {
        continue;
      }
      Optional<CacheSlot> slot = CacheSlot.take(folder, part);
      if (slot.isEmpty()) {
        used++;
        continue;
      }
      try (CacheSlot mine = slot.get()) {
        FolderTree.delete(mine.folder());
      }
    }
    return used;
  }

  /** Whether another Satchel keeps answers there now. Not for a process that does so itself. */
  public static boolean inUse(Path folder) throws IOException {
    for (String part : parts(folder)) {
      Optional<CacheSlot> slot = CacheSlot.take(folder, part);
      if (slot.isEmpty()) {
        return true;
      }
      slot.get().close();
    }
    return false;
  }

  private static Set<String> parts(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(one -> one.getFileName().toString())
          .filter(name -> name.matches("\\d(\\.lock)?"))
          .map(name -> name.substring(0, 1))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
