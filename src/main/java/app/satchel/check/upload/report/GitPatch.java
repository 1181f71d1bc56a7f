package app.satchel.check.upload.report;

import app.satchel.check.upload.Change;
import app.satchel.check.upload.Repair;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.words.Words;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A repair as a patch that {@code git apply} takes in the skill's repository, with the reasons
 * before it, where git reads past them.
 *
 * <p>By-products of tools and a plugin's manifest are named and stay: a repository may need the
 * manifest for those who install the plugin, by-products are seldom git's, and what is built here
 * leaves both out anyway. Links are replaced or go, because nothing else makes the skill one that
 * can be uploaded.
 */
public final class GitPatch {
  /** What an upload may hold in all; a larger file is no part of a skill that is accepted. */
  private static final long LARGEST = 32L << 20;

  private static final Words WORDS = Words.of(GitPatch.class);
  private static final Set<String> LEFT_OUT = Set.of("leave-out-junk", "leave-out-plugin-manifest");
  private static final Set<String> LINKS = Set.of("leave-out-link", "copy-linked-file");

  private final List<String> preamble;
  private final byte[] diffs;
  private final Set<String> paths;

  private GitPatch(List<String> preamble, List<FileDiff> files) {
    this.preamble = List.copyOf(preamble);
    // Read now: once the patch is applied, the files are others.
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Set<String> touched = new TreeSet<>();
    for (FileDiff file : files) {
      out.writeBytes(file.text().getBytes(StandardCharsets.ISO_8859_1));
      if (file.before() != null) {
        touched.add(file.before().path());
      }
      if (file.after() != null) {
        touched.add(file.after().path());
      }
    }
    this.diffs = out.toByteArray();
    this.paths = Set.copyOf(touched);
  }

  /**
   * The patch of one skill.
   *
   * @param prefix the skill's folder in its repository, segments joined with {@code /}; empty when
   *     the repository is the skill
   * @param published the skill as it lies there
   * @param repair of that skill
   * @param rulesDate the date of the rules that it was repaired by
   * @param taken whether something else is at a path of the repository already; asked before the
   *     skill's folder gets another name
   */
  public static GitPatch of(
      String prefix,
      SkillFolder published,
      Repair repair,
      LocalDate rulesDate,
      Predicate<String> taken) {
    String newPrefix = newPrefix(prefix, published, repair.skill());
    String obstacle = "";
    if (newPrefix == null) {
      obstacle = WORDS.text("patch.folder-root", repair.skill().folderName());
      newPrefix = prefix;
    } else if (!newPrefix.equals(prefix) && taken.test(newPrefix)) {
      obstacle = WORDS.text("patch.folder-taken", newPrefix);
      newPrefix = prefix;
    }
    List<FileDiff> files = new ArrayList<>();
    List<String> tooLarge = new ArrayList<>();
    for (FileDiff file : files(prefix, published, newPrefix, repair)) {
      boolean told = file.before() == null || !sameBytes(file);
      if (told && Math.max(size(file.before()), size(file.after())) > LARGEST) {
        tooLarge.add(file.after() == null ? file.before().path() : file.after().path());
      } else if (!file.isEmpty()) {
        files.add(file);
      }
    }
    return new GitPatch(preamble(prefix, repair, rulesDate, obstacle, tooLarge), files);
  }

  private static boolean sameBytes(FileDiff file) {
    return file.after() != null && file.before().content() == file.after().content();
  }

  private static long size(SkillFile file) {
    return file == null ? 0 : file.bytes();
  }

  /** Null when the folder should get another name and the repository is the folder. */
  private static String newPrefix(String prefix, SkillFolder published, SkillFolder repaired) {
    if (repaired.folderName().equals(published.folderName())) {
      return prefix;
    }
    return prefix.isEmpty()
        ? null
        : prefix.substring(0, prefix.lastIndexOf('/') + 1) + repaired.folderName();
  }

  private static List<FileDiff> files(
      String prefix, SkillFolder published, String newPrefix, Repair repair) {
    Map<String, SkillFile> left = new LinkedHashMap<>();
    published.files().forEach(file -> left.put(file.path(), file));
    Map<SkillFile, SkillFile> origins = new LinkedHashMap<>();
    SkillFile md = repair.skill().skillMdFile();
    origins.put(md, left.remove(published.skillMdFile().path()));
    for (SkillFile file : repair.skill().files()) {
      SkillFile same = left.get(file.path());
      if (file != md && same != null && same.content() == file.content()) {
        origins.put(file, left.remove(file.path()));
      }
    }
    for (SkillFile file : repair.skill().files()) {
      if (!origins.containsKey(file)) {
        SkillFile renamed =
            left.values().stream()
                .filter(one -> one.content() == file.content() && one.type() == file.type())
                .findFirst()
                .orElse(null);
        origins.put(file, renamed == null ? null : left.remove(renamed.path()));
      }
    }
    List<FileDiff> files = new ArrayList<>();
    Set<String> links = new HashSet<>();
    repair.changes().stream()
        .filter(change -> LINKS.contains(change.id()))
        .forEach(change -> links.add(change.file()));
    for (SkillFile file : left.values()) {
      if (file.type() == SkillFile.Type.LINK && links.contains(file.path())) {
        files.add(new FileDiff(at(prefix, file), null));
      }
    }
    for (SkillFile file : repair.skill().files()) {
      if (file.type() == SkillFile.Type.OTHER) {
        continue; // git has no pipes and devices
      }
      SkillFile origin = origins.get(file);
      files.add(new FileDiff(origin == null ? null : at(prefix, origin), at(newPrefix, file)));
    }
    return files;
  }

  private static SkillFile at(String prefix, SkillFile file) {
    return prefix.isEmpty() ? file : file.at(prefix + "/" + file.path());
  }

  private static List<String> preamble(
      String prefix, Repair repair, LocalDate rulesDate, String obstacle, List<String> tooLarge) {
    List<String> lines = new ArrayList<>();
    lines.add(
        WORDS.text(
            "patch.title",
            PlainLine.of(repair.skill().displayName()),
            prefix.isEmpty() ? "." : prefix,
            rulesDate.toString()));
    List<String> outside = new ArrayList<>();
    for (Change change : repair.changes()) {
      if (LEFT_OUT.contains(change.id())) {
        outside.add(change.before() + ": " + WORDS.text("patch." + change.id()));
      } else if (!(change.id().equals("rename-folder") && !obstacle.isEmpty())) {
        lines.add("- " + reason(change));
      }
    }
    if (!obstacle.isEmpty()) {
      outside.add(obstacle);
    }
    tooLarge.forEach(path -> outside.add(WORDS.text("patch.too-large", path)));
    section(lines, "patch.outside", outside);
    section(lines, "patch.proposals", repair.proposals().stream().map(GitPatch::reason).toList());
    if (!repair.report().accepted()) {
      lines.add(WORDS.text("patch.still-refused"));
    }
    return lines;
  }

  private static void section(List<String> lines, String key, List<String> entries) {
    if (!entries.isEmpty()) {
      lines.add(WORDS.text(key));
      entries.forEach(entry -> lines.add("- " + entry));
    }
  }

  private static String reason(Change change) {
    String place =
        change.file().isEmpty()
            ? ""
            : change.file() + (change.line() == null ? "" : ":" + change.line()) + " ";
    return place + "[" + change.id() + "] " + change.sentence();
  }

  /** Whether there is nothing to apply; there may still be something to say. */
  public boolean isEmpty() {
    return diffs.length == 0;
  }

  /** Every path of the repository that it reads, writes or frees. */
  public Set<String> paths() {
    return paths;
  }

  /**
   * The same without anything to apply.
   *
   * @param why what is said in its place
   */
  public GitPatch withheld(String why) {
    return new GitPatch(List.of(preamble.getFirst(), why), List.of());
  }

  /** As it is written into a file: what is said, then what git reads. */
  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String line : preamble) {
      // Whatever a stranger wrote, no line of it starts as git's do.
      out.writeBytes(("# " + PlainLine.of(line) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    out.writeBytes(diffs);
    return out.toByteArray();
  }
}
