package app.satchel.check.upload;

import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a person could leave out of a skill that has too much, in one sentence: the fullest folders
 * or the largest files until it fits. Advice only: nobody but the author knows what is needed.
 */
final class Enough {
  private static final Words WORDS = Words.of(Enough.class);

  /** A sentence that names more than this helps nobody. */
  private static final int MOST = 4;

  /**
   * Something that could go.
   *
   * @param name for a person
   * @param weight entries or bytes
   */
  private record Part(String name, long weight) {}

  private Enough() {}

  /**
   * Folders to leave out; empty when that would not do.
   *
   * @param excess how many files and folders there are too many
   */
  static String entries(List<SkillFile> files, int excess) {
    Map<String, List<SkillFile>> folders = new TreeMap<>();
    for (SkillFile file : files) {
      int slash = file.path().indexOf('/');
      if (slash > 0) {
        folders
            .computeIfAbsent(file.path().substring(0, slash + 1), f -> new ArrayList<>())
            .add(file);
      }
    }
    List<Part> parts = new ArrayList<>();
    // Alone, with its own folder for the skill's: one too many.
    folders.forEach((name, inside) -> parts.add(new Part(name, FileRules.entries(inside) - 1)));
    return sentence(parts, FileRules.entries(files), excess);
  }

  /**
   * Files to leave out; empty when that would not do.
   *
   * @param excess how many bytes there are too many
   */
  static String bytes(List<SkillFile> files, long excess) {
    List<Part> parts =
        files.stream()
            .filter(file -> !FileRules.isSkillMd(file))
            .sorted(Comparator.comparing(SkillFile::path, SkillFolder.PATH_ORDER))
            .map(file -> new Part(file.path(), file.bytes()))
            .toList();
    return sentence(parts, files.stream().mapToLong(SkillFile::bytes).sum(), excess);
  }

  private static String sentence(List<Part> parts, long all, long excess) {
    List<String> names = new ArrayList<>();
    long left = all;
    for (Part part :
        parts.stream().sorted(Comparator.comparingLong(Part::weight).reversed()).toList()) {
      if (all - left >= excess || names.size() == MOST) {
        break;
      }
      names.add(Shown.oneLine(part.name()));
      left -= part.weight();
    }
    return names.isEmpty() || all - left < excess
        ? ""
        : WORDS.text("enough", String.join(", ", names), left);
  }
}
