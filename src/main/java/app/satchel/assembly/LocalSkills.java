package app.satchel.assembly;

import app.satchel.archive.ExtractedArchive;
import app.satchel.archive.SkillArchive;
import app.satchel.archive.ZipLimits;
import app.satchel.check.upload.ArchiveLayout;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import app.satchel.words.Words;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Skills that a person names by a path: a skill's folder, its SKILL.md, a single Markdown file, a
 * ZIP or {@code .skill}. Archives are unpacked into a folder of ours that goes when this is closed.
 * Safe for use by several threads.
 */
public final class LocalSkills implements AutoCloseable {
  /** A folder tree with more skills than this is no collection of skills. */
  private static final int MAX_SKILLS = 200_000;

  private static final int MAX_DEPTH = 64;

  private static final Set<String> ARCHIVES = Set.of("zip", "skill");

  private static final Words WORDS = Words.of(LocalSkills.class);

  private final WorkFolder work;

  LocalSkills(WorkFolder work) {
    this.work = work;
  }

  /**
   * A skill that a path led to.
   *
   * @param shown the path as found: what was given, or below what was given
   * @param skill the skill
   * @param folder its folder on disk, ours when it came out of an archive
   * @param layout the archive's entries, or null when it is no archive
   */
  public record LocalSkill(Path shown, SkillFolder skill, Path folder, ArchiveLayout layout) {
    /** Whether it came out of an archive. */
    public boolean archived() {
      return layout != null;
    }
  }

  /**
   * The places of the skills that a path means: itself, or with {@code recursive} every folder
   * below it that holds a SKILL.md in any casing, in the order of their paths. Nothing is read yet.
   *
   * @throws ProblemException {@code path-not-found} (INPUT), {@code path-no-skills} (NOT_FOUND),
   *     {@code path-unreadable} (DISK)
   */
  public List<Path> find(Path path, boolean recursive, Cancellation cancellation) {
    if (!Files.exists(path)) {
      throw ProblemException.of(
          WORDS, ProblemKind.INPUT, "path-not-found", path.toAbsolutePath().toString(), path);
    }
    if (!recursive || !Files.isDirectory(path)) {
      return List.of(path);
    }
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(path, Set.of(), MAX_DEPTH, finder(found, cancellation));
    } catch (IOException e) {
      throw ProblemException.of(WORDS, ProblemKind.DISK, "path-unreadable", e.toString(), e, path);
    }
    if (found.isEmpty()) {
      throw ProblemException.of(
          WORDS, ProblemKind.NOT_FOUND, "path-no-skills", path.toAbsolutePath().toString(), path);
    }
    found.sort(Comparator.comparing(one -> slashed(path.relativize(one)), SkillFolder.PATH_ORDER));
    return found;
  }

  private static SimpleFileVisitor<Path> finder(List<Path> found, Cancellation cancellation) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
        cancellation.throwIfCancelled();
        boolean records = dir.getFileName() != null && dir.getFileName().toString().equals(".git");
        return records ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()
            && file.getFileName().toString().equalsIgnoreCase("SKILL.md")) {
          Path folder = file.getParent();
          // Two casings of the name in one folder are one skill.
          if (found.isEmpty() || !found.getLast().equals(folder)) {
            found.add(folder);
          }
        }
        return found.size() < MAX_SKILLS ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException e) {
        // A folder that may not be read holds nothing for us; what can be read counts.
        return FileVisitResult.CONTINUE;
      }
    };
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  /**
   * Reads the skill at one of the places that {@link #find} gave.
   *
   * @throws ProblemException what reading a folder ({@link SkillFolder#read}) or an archive ({@link
   *     SkillArchive#extract}, {@link ExtractedArchive#skill}) may say; {@code path-no-skill} for a
   *     file of another sort
   */
  public LocalSkill open(Path place, Cancellation cancellation) {
    if (Files.isDirectory(place)) {
      return folder(place, place);
    }
    String name = place.getFileName() == null ? "" : place.getFileName().toString();
    if (!Files.isRegularFile(place)) {
      throw noSkill(place); // A pipe or a device would keep whoever reads it waiting.
    }
    if (isSkillMd(place)) {
      Path parent = place.toAbsolutePath().getParent();
      return folder(place, parent);
    }
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (ARCHIVES.contains(extension) || startsLikeZip(place)) {
      return archive(place, cancellation);
    }
    if (extension.equals("md")) {
      return singleFile(place, name.substring(0, name.length() - 3));
    }
    throw noSkill(place);
  }

  private static ProblemException noSkill(Path place) {
    return ProblemException.of(
        WORDS, ProblemKind.INPUT, "path-no-skill", place.toAbsolutePath().toString(), place);
  }

  private static LocalSkill folder(Path shown, Path folder) {
    return new LocalSkill(shown, SkillFolder.read(folder), folder, null);
  }

  private LocalSkill archive(Path zip, Cancellation cancellation) {
    ExtractedArchive archive =
        SkillArchive.extract(zip, work.fresh("archive"), ZipLimits.standard(), cancellation);
    String fileName = zip.getFileName().toString();
    int dot = fileName.lastIndexOf('.');
    String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
    String path = archive.skillPath(stem);
    List<String> entries = new ArrayList<>(archive.dropped());
    archive
        .entries()
        .forEach(entry -> entries.add(entry.directory() ? entry.path() + "/" : entry.path()));
    return new LocalSkill(
        zip, archive.skillAt(path), archive.folder(path), ArchiveLayout.of(entries));
  }

  /** claude.ai takes a single Markdown file as a skill without further files. */
  private static LocalSkill singleFile(Path file, String name) {
    try {
      SkillFile md =
          new SkillFile(
              "SKILL.md",
              Files.size(file),
              SkillFile.Type.REGULAR,
              false,
              SkillFile.Content.of(file));
      return new LocalSkill(
          file, SkillFolder.of(name, List.of(md)), file.toAbsolutePath().getParent(), null);
    } catch (IOException e) {
      throw ProblemException.of(WORDS, ProblemKind.DISK, "path-unreadable", e.toString(), e, file);
    }
  }

  private static boolean startsLikeZip(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (var in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(4);
      return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    } catch (IOException e) {
      throw ProblemException.of(WORDS, ProblemKind.DISK, "path-unreadable", e.toString(), e, file);
    }
  }

  private static boolean isSkillMd(Path file) {
    return file.getFileName() != null
        && file.getFileName().toString().equalsIgnoreCase("SKILL.md")
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public void close() {
    work.close();
  }
}
