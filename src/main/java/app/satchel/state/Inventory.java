package app.satchel.state;

import app.satchel.disk.FolderTree;
import app.satchel.state.StateItem.Kind;
import app.satchel.state.StateItem.Loss;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Satchel keeps, and how it is removed. Only files and folders of names that Satchel itself
 * gives are counted and deleted, because a person may name any folder as Satchel's home; links are
 * never followed. Blocks.
 */
public final class Inventory {
  private static final Pattern SETTINGS =
      Pattern.compile(
          "(config|preferences|upload-rules)\\.json(\\.broken-.+)?|drawing\\.conf|\\.satchel-(arriving-)?.+");
  private static final Pattern RECORD =
      Pattern.compile("installed\\.json.*|install\\.lock|journal|backups");
  private static final Pattern UPLOADS = Pattern.compile("uploads\\.json");
  private static final Pattern ANSWERS = Pattern.compile("\\d|\\d\\.lock");
  private static final Pattern SAMPLES = Pattern.compile("[0-9a-f]{16}|\\.(new|old)-[0-9a-f-]{36}");
  private static final Pattern WORK = Pattern.compile("work-.+");
  private static final Pattern LOGS = Pattern.compile("satchel.*|bug-.+\\.txt");
  private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);
  private static final Pattern FORMER_SETTINGS =
      Pattern.compile(
          "(config|preferences|upload-rules)\\.json|\\.satchel-(leaving-cache|moving\\.lock)");

  /** Half-made things that are older belong to no Satchel that runs. */
  private static final Duration STALE = Duration.ofDays(1);

  private final Places places;
  private final InstantSource clock;

  public Inventory(Places places, InstantSource clock) {
    this.places = Objects.requireNonNull(places);
    this.clock = Objects.requireNonNull(clock);
  }

  public Places places() {
    return places;
  }

  /** Everything that is kept; what an earlier Satchel left only where there is some. */
  public List<StateItem> items() throws IOException {
    List<StateItem> all = new ArrayList<>();
    all.add(item(Kind.SETTINGS, places.config(), SETTINGS));
    all.add(item(Kind.RECORD, places.record(), RECORD));
    all.add(item(Kind.UPLOADS, places.data(), UPLOADS));
    all.add(item(Kind.ZIPS, places.zips(), ANY));
    all.add(item(Kind.ANSWERS, places.answers(), ANSWERS));
    all.add(item(Kind.SAMPLES, places.samples(), SAMPLES));
    all.add(item(Kind.WORK, places.work(), WORK));
    all.add(item(Kind.LOGS, places.logs(), LOGS));
    StateItem former = former();
    if (!former.paths().isEmpty()) {
      all.add(former);
    }
    return all;
  }

  private StateItem former() throws IOException {
    List<Path> paths = new ArrayList<>();
    if (!places.config().equals(places.data())) {
      paths.addAll(named(places.data(), FORMER_SETTINGS));
    }
    if (!places.cache().equals(places.formerCache())) {
      Places then = Places.below(places.data());
      paths.addAll(named(then.answers(), ANSWERS));
      paths.addAll(named(then.samples(), SAMPLES));
    }
    return measured(Kind.FORMER, places.data(), paths);
  }

  private static StateItem item(Kind kind, Path place, Pattern names) throws IOException {
    return measured(kind, place, named(place, names));
  }

  private static List<Path> named(Path folder, Pattern names) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(child -> names.matcher(child.getFileName().toString()).matches())
          .sorted()
          .toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    }
  }

  private static StateItem measured(Kind kind, Path place, List<Path> paths) throws IOException {
    Sum sum = new Sum();
    for (Path path : paths) {
      Files.walkFileTree(path, sum);
    }
    return new StateItem(kind, place, paths, sum.bytes, sum.files);
  }

  /** Adds up; what is gone meanwhile, or may not be looked at, counts nothing. */
  private static final class Sum extends SimpleFileVisitor<Path> {
    private long bytes;
    private long files;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      bytes += attributes.isRegularFile() ? attributes.size() : 0;
      files++;
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }
  }

  /**
   * Deletes what earlier runs left half-made, and the cache that an earlier Satchel left. Whoever
   * keeps answers deletes those, since another Satchel may be using them.
   *
   * @return bytes deleted
   */
  public long clearLeftovers() throws IOException {
    long freed = 0;
    for (Path work : named(places.work(), WORK)) {
      if (Files.getLastModifiedTime(work, LinkOption.NOFOLLOW_LINKS)
          .toInstant()
          .isBefore(clock.instant().minus(STALE))) {
        freed += deleted(work);
      }
    }
    if (!places.cache().equals(places.formerCache())) {
      Places then = Places.below(places.data());
      for (Path old : named(then.answers(), ANSWERS)) {
        freed += deleted(old);
      }
      for (Path old : named(then.samples(), SAMPLES)) {
        freed += deleted(old);
      }
      deleteEmpty(then.answers());
      deleteEmpty(then.samples());
      deleteEmpty(then.cache());
    }
    return freed;
  }

  private static long deleted(Path path) throws IOException {
    long bytes = measured(Kind.WORK, path, List.of(path)).bytes();
    FolderTree.delete(path);
    return bytes;
  }

  /** What {@link #remove} would delete. */
  public List<StateItem> removable() throws IOException {
    return items().stream()
        .filter(item -> item.kind().loss() != Loss.YOURS && !item.paths().isEmpty())
        .toList();
  }

  /**
   * Deletes everything but a person's own files, and the folders that are empty then. A folder that
   * a person named as Satchel's home stays, and so does every skill.
   */
  public void remove() throws IOException {
    for (StateItem item : removable()) {
      for (Path path : item.paths()) {
        FolderTree.delete(path);
      }
    }
    Set<Path> folders = new LinkedHashSet<>();
    for (Places one : List.of(places, Places.below(places.data()))) {
      folders.addAll(
          List.of(one.record(), one.answers(), one.samples(), one.work(), one.cache(), one.logs()));
    }
    folders.add(places.zips());
    if (!places.together()) {
      folders.add(places.config());
      folders.add(places.data());
      // On Windows these lie in one more folder of ours.
      Stream.of(places.config(), places.data(), places.cache())
          .map(Path::getParent)
          .filter(parent -> parent != null && parent.endsWith("Satchel"))
          .forEach(folders::add);
    }
    for (Path folder : folders) {
      deleteEmpty(folder);
    }
  }

  private static void deleteEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> children = Files.list(folder)) {
      if (children.findAny().isPresent()) {
        return;
      }
    }
    Files.delete(folder);
  }
}
