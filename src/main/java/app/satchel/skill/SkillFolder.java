package app.satchel.skill;

import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A skill as data: the name of its folder, its files, and its SKILL.md. Immutable; the same type
 * for a folder on disk, an extracted archive and a repaired copy in memory, so that every check
 * reads them alike.
 */
public final class SkillFolder {
  /**
   * Real skills have at most 1,965 files (16,997 measured, 2026-11); beyond this it is no skill.
   */
  static final int MAX_FILES = 20_000;

  /** Real skills are at most 9 folders deep (2026-11). */
  static final int MAX_DEPTH = 32;

  /** The largest SKILL.md seen has 294 kB (2026-11); a file above this is not read. */
  static final long MAX_SKILL_MD_BYTES = 4L << 20;

  /** Byte order of the UTF-8 paths: the same on every system and in every language. */
  public static final Comparator<String> PATH_ORDER =
      (left, right) ->
          java.util.Arrays.compareUnsigned(
              left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

  private static final Words WORDS = Words.of(SkillFolder.class);

  private final String folderName;
  private final List<SkillFile> files;
  private final SkillFile skillMdFile;
  private final SkillMd skillMd;

  private SkillFolder(
      String folderName, List<SkillFile> files, SkillFile skillMdFile, SkillMd skillMd) {
    this.folderName = folderName;
    this.files = files;
    this.skillMdFile = skillMdFile;
    this.skillMd = skillMd;
  }

  /**
   * A skill of the given files.
   *
   * @param folderName the folder's own name, or empty when it has none (files at an archive's root)
   * @throws ProblemException {@code skill-md-missing} (NOT_FOUND) when no file at the top is a
   *     SKILL.md in any casing; {@code skill-md-too-large}, {@code skill-unreadable}
   */
  public static SkillFolder of(String folderName, List<SkillFile> files) {
    List<SkillFile> sorted =
        files.stream().sorted(Comparator.comparing(SkillFile::path, PATH_ORDER)).toList();
    SkillFile md =
        findSkillMd(sorted)
            .orElseThrow(
                () ->
                    ProblemException.of(
                        WORDS, ProblemKind.NOT_FOUND, "skill-md-missing", "", folderName));
    if (md.bytes() > MAX_SKILL_MD_BYTES) {
      throw ProblemException.of(
          WORDS,
          ProblemKind.INPUT,
          "skill-md-too-large",
          md.path() + ": " + md.bytes() + " bytes",
          folderName);
    }
    try {
      return new SkillFolder(folderName, sorted, md, SkillMd.parse(md.read()));
    } catch (IOException e) {
      throw unreadable(folderName, e);
    }
  }

  /**
   * Reads a skill's folder from disk. Links are listed, never followed.
   *
   * @throws ProblemException as {@link #of}, and {@code skill-too-many-files} (INPUT)
   */
  public static SkillFolder read(Path folder) {
    Path real = folder.toAbsolutePath().normalize();
    String name = real.getFileName() == null ? "" : real.getFileName().toString();
    List<SkillFile> files = new ArrayList<>();
    try {
      Files.walkFileTree(real, lister(real, name, files));
    } catch (IOException e) {
      throw unreadable(folder.toString(), e);
    }
    return of(name, files);
  }

  private static FileVisitor<Path> lister(Path root, String name, List<SkillFile> files) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
        if (dir.equals(root)) {
          return FileVisitResult.CONTINUE;
        }
        // A repository's own records are no part of a skill, and may be larger than the skill.
        if (dir.getFileName().toString().equals(".git")) {
          return FileVisitResult.SKIP_SUBTREE;
        }
        if (root.relativize(dir).getNameCount() > MAX_DEPTH) {
          throw ProblemException.of(
              WORDS, ProblemKind.INPUT, "skill-too-deep", root.relativize(dir).toString(), name);
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        if (files.size() >= MAX_FILES) {
          throw ProblemException.of(
              WORDS, ProblemKind.INPUT, "skill-too-many-files", root.toString(), name, MAX_FILES);
        }
        files.add(describe(root, file, attributes));
        return FileVisitResult.CONTINUE;
      }
    };
  }

  private static SkillFile describe(Path root, Path file, BasicFileAttributes attributes)
      throws IOException {
    String path = slashed(root.relativize(file));
    if (attributes.isSymbolicLink()) {
      byte[] target = Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8);
      return new SkillFile(path, 0, SkillFile.Type.LINK, false, SkillFile.Content.of(target));
    }
    if (!attributes.isRegularFile()) {
      return new SkillFile(path, 0, SkillFile.Type.OTHER, false, SkillFile.Content.of(new byte[0]));
    }
    return new SkillFile(
        path,
        attributes.size(),
        SkillFile.Type.REGULAR,
        Files.isExecutable(file),
        SkillFile.Content.of(file));
  }

  private static String slashed(Path relative) {
    StringBuilder path = new StringBuilder();
    for (Path segment : relative) {
      if (!path.isEmpty()) {
        path.append('/');
      }
      path.append(segment);
    }
    return path.toString();
  }

  private static ProblemException unreadable(String where, IOException cause) {
    return ProblemException.of(
        WORDS, ProblemKind.INPUT, "skill-unreadable", cause.toString(), cause, where);
  }

  /** The SKILL.md at the top of the files: the exact spelling first, else any casing. */
  public static Optional<SkillFile> findSkillMd(List<SkillFile> files) {
    Optional<SkillFile> any = Optional.empty();
    for (SkillFile file : files) {
      if (file.type() != SkillFile.Type.REGULAR) {
        continue;
      }
      if (file.path().equals("SKILL.md")) {
        return Optional.of(file);
      }
      if (any.isEmpty() && file.path().equalsIgnoreCase("SKILL.md")) {
        any = Optional.of(file);
      }
    }
    return any;
  }

  /** The folder's own name; empty when the files came without a folder. */
  public String folderName() {
    return folderName;
  }

  /** All files in {@link #PATH_ORDER}, SKILL.md among them. Never a folder. */
  public List<SkillFile> files() {
    return files;
  }

  /** The file that was read as SKILL.md, with its path as spelled. */
  public SkillFile skillMdFile() {
    return skillMdFile;
  }

  public SkillMd skillMd() {
    return skillMd;
  }

  /** The file at a path, if there is one. */
  public Optional<SkillFile> file(String path) {
    return files.stream().filter(file -> file.path().equals(path)).findFirst();
  }

  /** Sum of all files' sizes in bytes. */
  public long totalBytes() {
    return files.stream().mapToLong(SkillFile::bytes).sum();
  }

  /** The name a person knows it by: the frontmatter's, else the folder's. */
  public String displayName() {
    return skillMd.name().orElse(folderName);
  }

  /**
   * What it says it is for: the frontmatter's description, else the body's first paragraph. Empty
   * when there is neither.
   */
  public Optional<String> displayDescription() {
    return skillMd.description().or(skillMd::firstParagraph);
  }

  /** A copy in a folder of another name. */
  public SkillFolder named(String newFolderName) {
    return new SkillFolder(Objects.requireNonNull(newFolderName), files, skillMdFile, skillMd);
  }

  /** A copy with other files; SKILL.md is found and read anew. */
  public SkillFolder withFiles(List<SkillFile> newFiles) {
    return of(folderName, newFiles);
  }

  @Override
  public String toString() {
    return "SkillFolder[" + folderName + ", " + files.size() + " files]";
  }
}
