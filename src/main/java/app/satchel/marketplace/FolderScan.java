package app.satchel.marketplace;

import app.satchel.skill.Frontmatter;
import app.satchel.skill.FrontmatterValue;
import app.satchel.skill.Namespace;
import app.satchel.skill.SkillFolder;
import app.satchel.skill.SkillMd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the skills below a folder. Links are not followed, so nothing outside the folder is ever
 * found. A SKILL.md below another skill belongs to that one, unless the outer one is a repository's
 * root or the inner one lies in a folder {@code skills} of its own.
 */
final class FolderScan {
  private static final Logger LOG = LoggerFactory.getLogger(FolderScan.class);
  private static final int MAX_DEPTH = 16;
  private static final int MAX_SKILLS = 50_000;
  private static final long MAX_SKILL_MD_BYTES = 4L << 20;
  private static final Set<String> PASSED_OVER = Set.of(".git", "node_modules", "__MACOSX");

  private FolderScan() {}

  /**
   * Where the skills are and what would change if one did.
   *
   * @param places each skill's folder relative to the root, with its SKILL.md
   */
  record Found(Map<String, Place> places) {}

  /**
   * A SKILL.md as it lies there.
   *
   * @param file the file
   * @param changed its time of last change
   * @param bytes its size
   */
  record Place(Path file, Instant changed, long bytes) {}

  /** Looks through the folder; reads no file. */
  static Found find(Path root) throws IOException {
    Map<String, Place> found = new TreeMap<>(SkillFolder.PATH_ORDER);
    Files.walkFileTree(
        root,
        Set.of(),
        MAX_DEPTH,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            boolean skip =
                !dir.equals(root) && PASSED_OVER.contains(String.valueOf(dir.getFileName()));
            return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (attributes.isRegularFile() && name.equalsIgnoreCase("SKILL.md")) {
              Place place =
                  new Place(file, attributes.lastModifiedTime().toInstant(), attributes.size());
              String folder = slashed(root.relativize(file.getParent()));
              // The exact spelling wins where both lie side by side.
              found.merge(folder, place, (old, more) -> name.equals("SKILL.md") ? more : old);
            }
            return found.size() < MAX_SKILLS ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (file.equals(root)) {
              throw failure;
            }
            LOG.debug("Passed over {}", file, failure);
            return FileVisitResult.CONTINUE;
          }
        });
    return new Found(found);
  }

  /** Reads what was found. A SKILL.md that cannot be read now is left out and logged. */
  static List<FolderSkill> read(Path root, Found found) {
    List<List<String>> paths = found.places().keySet().stream().map(FolderScan::segments).toList();
    String rootName = root.getFileName() == null ? "" : root.getFileName().toString();
    FolderLayout layout = new FolderLayout(rootName, paths);
    List<FolderSkill> skills = new ArrayList<>();
    Set<String> kept = new HashSet<>();
    // Outer folders first, whatever sorts between.
    List<List<String>> outerFirst =
        paths.stream().sorted(Comparator.comparingInt(List::size)).toList();
    for (List<String> path : outerFirst) {
      if (isOwn(path, layout, kept)) {
        String key = String.join("/", path);
        kept.add(key);
        read(layout.name(path), layout.relDir(path), found.places().get(key))
            .ifPresent(skills::add);
      }
    }
    skills.sort(Comparator.comparing(skill -> skill.namespace().toString()));
    return skills;
  }

  private static boolean isOwn(List<String> path, FolderLayout layout, Set<String> kept) {
    int first = layout.mirror() ? 3 : 1;
    if (path.size() > 1 && path.get(path.size() - 2).equalsIgnoreCase("skills")) {
      return true;
    }
    for (int length = first; length < path.size(); length++) {
      if (kept.contains(String.join("/", path.subList(0, length)))) {
        return false;
      }
    }
    return true;
  }

  private static Optional<FolderSkill> read(Namespace namespace, String relDir, Place place) {
    if (place.bytes() > MAX_SKILL_MD_BYTES) {
      LOG.warn("Left out, too large: {}", place.file());
      return Optional.empty();
    }
    try {
      SkillMd md = SkillMd.parse(bytes(place.file()));
      Frontmatter matter = md.frontmatter();
      String folder = place.file().getParent().getFileName().toString();
      List<String> tags = new ArrayList<>(list(matter, "tags"));
      tags.addAll(list(matter, "keywords"));
      List<String> dependencies = new ArrayList<>(list(matter, "dependencies"));
      dependencies.addAll(list(matter, "depends-on"));
      return Optional.of(
          new FolderSkill(
              namespace,
              md.name().orElse(folder),
              md.description().or(md::firstParagraph).orElse(null),
              metadata(matter, "version"),
              metadata(matter, "author"),
              dependencies,
              tags,
              place.changed(),
              relDir,
              place.file().getParent(),
              place.file().getFileName().toString()));
    } catch (IOException e) {
      LOG.warn("Left out, not readable: {}", place.file(), e);
      return Optional.empty();
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes((int) MAX_SKILL_MD_BYTES);
    }
  }

  private static String metadata(Frontmatter matter, String key) {
    return matter
        .text(key)
        .or(
            () ->
                matter
                    .metadata()
                    .flatMap(map -> map.entry(key))
                    .map(entry -> entry.value().asText().strip()))
        .filter(text -> !text.isEmpty())
        .orElse(null);
  }

  private static List<String> list(Frontmatter matter, String key) {
    FrontmatterValue value = matter.value(key).orElse(null);
    if (value instanceof FrontmatterValue.Sequence sequence) {
      return sequence.items().stream().map(item -> item.asText().strip()).toList();
    }
    String text = value == null ? "" : value.asText();
    return text.isBlank()
        ? List.of()
        : List.of(text.split(",")).stream().map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static List<String> segments(String path) {
    return path.isEmpty() ? List.of() : List.of(path.split("/"));
  }

  private static String slashed(Path relative) {
    return String.join(
        "/",
        StreamSupport.stream(relative.spliterator(), false)
            .map(Path::toString)
            .filter(segment -> !segment.isEmpty())
            .toList());
  }

  /** What tells one state of the folder from another. */
  static String fingerprint(Found found) {
    StringBuilder text = new StringBuilder();
    found
        .places()
        .forEach(
            (path, place) ->
                text.append(path)
                    .append('\0')
                    .append(place.changed())
                    .append('\0')
                    .append(place.bytes())
                    .append('\n'));
    return Hashes.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
