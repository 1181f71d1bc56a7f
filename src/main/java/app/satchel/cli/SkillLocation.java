package app.satchel.cli;

import app.satchel.assembly.LocalSkills.LocalSkill;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * Where a skill lies in its repository, as whoever reads a patch or a report would find it.
 *
 * @param top the folder that paths are told from: the top of the git work tree, else the folder
 *     above the given path; null for an archive
 * @param prefix the skill's folder below it, segments joined with {@code /}; empty when it is the
 *     top itself
 */
record SkillLocation(Path top, String prefix) {
  SkillLocation {
    Objects.requireNonNull(prefix);
  }

  /**
   * @param given the path that was given
   * @param local the skill that was found by it
   */
  static SkillLocation of(Path given, LocalSkill local) {
    if (local.archived()) {
      return new SkillLocation(null, local.skill().folderName());
    }
    Path folder = local.folder().toAbsolutePath().normalize();
    for (Path above = folder; above != null; above = above.getParent()) {
      // A folder in a repository of its own, a file in a work tree that was added.
      if (Files.exists(above.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
        return new SkillLocation(above, slashed(above.relativize(folder)));
      }
    }
    Path named = given.toAbsolutePath().normalize();
    Path start = Files.isDirectory(named) ? named : folder;
    Path top = start.getParent() == null || !folder.startsWith(start) ? folder : start.getParent();
    return new SkillLocation(top, slashed(top.relativize(folder)));
  }

  /**
   * Whether a skill is one Markdown file of another name, without a folder of its own.
   *
   * @param shown the path as found
   */
  static boolean isSingleFile(Path shown) {
    String name = fileName(shown);
    return name.endsWith(".md") && !name.equals("skill.md") && !Files.isDirectory(shown);
  }

  /**
   * A file of a skill as it was named on the command line, so that it can be clicked.
   *
   * @param shown the path as found: a folder, an archive, or a Markdown file
   * @param file path in the skill's folder, or null for the skill itself
   */
  static String shown(Path shown, String file) {
    if (file == null || isSingleFile(shown)) {
      return shown.toString();
    }
    if (!Files.isDirectory(shown) && fileName(shown).equals("skill.md")) {
      Path folder = shown.getParent();
      return folder == null ? file : folder + "/" + file;
    }
    return shown + "/" + file;
  }

  private static String fileName(Path path) {
    return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
  }

  private static String slashed(Path relative) {
    return relative.toString().replace(File.separatorChar, '/');
  }
}
