package app.satchel.archive;

import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.skill.SkillName;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An archive that was unpacked and verified. Everything later (checks, preview, installation,
 * packing) reads this one tree and never the ZIP again. The folder belongs to the caller, who
 * removes it.
 */
public final class ExtractedArchive {
  /** How many skills a question names. */
  private static final int NAMED_SKILLS = 10;

  private static final Comparator<String> SHALLOWEST_FIRST =
      Comparator.comparingInt(ExtractedArchive::depth).thenComparing(SkillFolder.PATH_ORDER);

  private final Path root;
  private final List<Entry> entries;
  private final List<String> dropped;
  private final List<String> skillPaths;

  /**
   * One entry as published.
   *
   * @param path relative to the root, segments joined with {@code /}
   * @param bytes size of a file; 0 for a folder
   * @param directory whether it is a folder that the archive lists as such
   * @param executable whether the file was made executable
   */
  public record Entry(String path, long bytes, boolean directory, boolean executable) {}

  ExtractedArchive(Path root, List<Entry> entries, List<String> dropped) {
    this.root = root;
    this.entries =
        entries.stream().sorted(Comparator.comparing(Entry::path, SkillFolder.PATH_ORDER)).toList();
    this.dropped = dropped.stream().sorted(SkillFolder.PATH_ORDER).toList();
    this.skillPaths =
        entries.stream()
            .filter(entry -> !entry.directory() && isSkillMd(entry.path()))
            .filter(entry -> !inGitRecords(entry.path()))
            .map(entry -> parent(entry.path()))
            .distinct()
            .sorted(SHALLOWEST_FIRST)
            .toList();
  }

  /** The folder everything was unpacked into: absolute, links resolved. */
  public Path root() {
    return root;
  }

  /**
   * Everything that was kept, in {@link SkillFolder#PATH_ORDER}. A folder is among them only when
   * the archive lists it.
   */
  public List<Entry> entries() {
    return entries;
  }

  /** What macOS or Windows left in the archive and was not kept; a folder ends with a slash. */
  public List<String> dropped() {
    return dropped;
  }

  /** The names at the root, files and folders, each once, in {@link SkillFolder#PATH_ORDER}. */
  public List<String> topLevel() {
    TreeSet<String> names = new TreeSet<>(SkillFolder.PATH_ORDER);
    for (Entry entry : entries) {
      int slash = entry.path().indexOf('/');
      names.add(slash < 0 ? entry.path() : entry.path().substring(0, slash));
    }
    return List.copyOf(names);
  }

  /**
   * The paths of all folders with a SKILL.md in any casing, shallowest first; the empty string is
   * the root. Cheap: reads nothing.
   */
  public List<String> skillPaths() {
    return skillPaths;
  }

  /**
   * Every folder with a SKILL.md, shallowest first. The files of a skill are all below its folder,
   * those of skills nested in it too.
   *
   * @throws ProblemException as {@link SkillFolder#of}
   */
  public List<SkillFolder> skills() {
    return skillPaths.stream().map(this::skillAt).toList();
  }

  /**
   * The archive's skill, as {@link #skillPath} finds it.
   *
   * @param preferredName as {@link #skillPath}
   * @throws ProblemException as {@link #skillPath} and {@link SkillFolder#of}
   */
  public SkillFolder skill(String preferredName) {
    return skillAt(skillPath(preferredName));
  }

  /**
   * Where the archive's skill is: the shallowest SKILL.md, among equals the folder named as
   * preferred, else the one whose frontmatter has that name. A deeper folder of exactly the
   * preferred name wins over a shallower skill of another name that does not hold it: a repository
   * may have a template above its skills.
   *
   * @param preferredName the name of the skill that was asked for; null when nobody knows
   * @return the path relative to the root; the empty string for the root itself
   * @throws ProblemException INPUT {@code archive-no-skill} when there is no SKILL.md, {@code
   *     archive-several-skills} when there are several and none is better than the others
   */
  public String skillPath(String preferredName) {
    if (skillPaths.isEmpty()) {
      throw ProblemException.of(
          Refusals.WORDS,
          ProblemKind.INPUT,
          "archive-no-skill",
          "top level: " + shown(topLevel().stream()));
    }
    int depth = depth(skillPaths.getFirst());
    List<String> shallowest = skillPaths.stream().takeWhile(path -> depth(path) == depth).toList();
    if (preferredName != null) {
      Optional<String> preferred = preferred(shallowest, preferredName);
      if (preferred.isPresent()) {
        return preferred.get();
      }
    }
    if (shallowest.size() == 1) {
      return shallowest.getFirst();
    }
    throw ProblemException.of(
        Refusals.WORDS,
        ProblemKind.INPUT,
        "archive-several-skills",
        "",
        shallowest.size(),
        shown(shallowest.stream()));
  }

  private Optional<String> preferred(List<String> shallowest, String name) {
    Optional<String> named =
        shallowest.stream().filter(path -> fileName(path).equals(name)).findFirst();
    if (named.isEmpty() && shallowest.size() > 1) {
      List<String> byFrontmatter =
          shallowest.stream().filter(path -> skillAt(path).displayName().equals(name)).toList();
      named = byFrontmatter.size() == 1 ? Optional.of(byFrontmatter.getFirst()) : Optional.empty();
    }
    if (named.isPresent()) {
      return named;
    }
    List<String> deeper =
        skillPaths.stream()
            .filter(path -> fileName(path).equals(name))
            .filter(path -> shallowest.stream().noneMatch(top -> holds(top, path)))
            .toList();
    boolean oneIsBest =
        !deeper.isEmpty()
            && (deeper.size() == 1 || depth(deeper.get(1)) > depth(deeper.getFirst()));
    return oneIsBest && shallowest.stream().noneMatch(path -> answersTo(skillAt(path), name))
        ? Optional.of(deeper.getFirst())
        : Optional.empty();
  }

  private static boolean answersTo(SkillFolder skill, String name) {
    return skill.displayName().equals(name)
        || SkillName.losslessSlug(skill.displayName()).equals(Optional.of(name));
  }

  /**
   * The skill in one folder.
   *
   * @param path one of {@link #skillPaths}; the skill of the empty path has an empty folder name,
   *     which the caller replaces
   * @throws ProblemException as {@link SkillFolder#of}
   */
  public SkillFolder skillAt(String path) {
    String prefix = path.isEmpty() ? "" : path + "/";
    List<SkillFile> files =
        entries.stream()
            .filter(entry -> !entry.directory() && entry.path().startsWith(prefix))
            .filter(entry -> !inGitRecords(entry.path()))
            .map(entry -> file(entry, entry.path().substring(prefix.length())))
            .toList();
    return SkillFolder.of(fileName(path), files);
  }

  /** The folder on disk of one of {@link #skillPaths}. */
  public Path folder(String skillPath) {
    return skillPath.isEmpty() ? root : root.resolve(skillPath);
  }

  private SkillFile file(Entry entry, String path) {
    return new SkillFile(
        path,
        entry.bytes(),
        SkillFile.Type.REGULAR,
        entry.executable(),
        SkillFile.Content.of(root.resolve(entry.path())));
  }

  private static String shown(Stream<String> paths) {
    List<String> names = paths.limit(NAMED_SKILLS + 1L).map(Refusals::shown).toList();
    String text = names.stream().limit(NAMED_SKILLS).collect(Collectors.joining(", "));
    return names.size() > NAMED_SKILLS ? text + ", …" : text;
  }

  private static boolean isSkillMd(String path) {
    return fileName(path).equalsIgnoreCase("SKILL.md");
  }

  /** A repository's own records are no part of a skill; SkillFolder.read leaves them out too. */
  private static boolean inGitRecords(String path) {
    return path.startsWith(".git/") || path.contains("/.git/");
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private static boolean holds(String folder, String path) {
    return folder.isEmpty() || path.startsWith(folder + "/");
  }

  private static int depth(String path) {
    return path.isEmpty() ? 0 : (int) path.chars().filter(c -> c == '/').count() + 1;
  }
}
