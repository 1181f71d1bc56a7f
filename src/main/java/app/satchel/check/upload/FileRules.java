package app.satchel.check.upload;

import app.satchel.check.Finding;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules for a skill's files: how many, how large, what they are called. */
final class FileRules {
  private static final int SHOWN = 3;

  private final UploadRules rules;

  FileRules(UploadRules rules) {
    this.rules = rules;
  }

  void check(SkillFolder skill, List<Finding> findings) {
    String md = skill.skillMdFile().path();
    if (!md.equals("SKILL.md")) {
      findings.add(rules.finding(UploadRule.SKILL_MD_NAME, md, null, md));
    }
    boolean manifest = false;
    Set<String> junk = new HashSet<>();
    Set<String> folded = new HashSet<>();
    for (SkillFile file : skill.files()) {
      String path = file.path();
      if (!path.equals(md) && isSkillMd(file)) {
        findings.add(rules.finding(UploadRule.ONE_SKILL_MD, path, null));
      }
      if (!manifest && inPluginManifest(rules, path)) {
        manifest = true;
        findings.add(rules.finding(UploadRule.PLUGIN_MANIFEST, path, null));
      }
      if (file.type() != SkillFile.Type.REGULAR) {
        findings.add(rules.finding(UploadRule.LINK, path, null, path));
      }
      if (!isPlain(rules, path)) {
        findings.add(rules.finding(UploadRule.PATH_CHARACTERS, path, null, path));
      }
      if (!folded.add(path.toLowerCase(Locale.ROOT))) {
        findings.add(rules.finding(UploadRule.PATH_CASE, path, null, path));
      }
      if (rules.junk().matches(path) && junk.add(outermostJunk(rules, path))) {
        findings.add(rules.finding(UploadRule.JUNK_FILE, path, null, outermostJunk(rules, path)));
      }
    }
    amounts(skill, findings);
  }

  private void amounts(SkillFolder skill, List<Finding> findings) {
    UploadRules.Limits limits = rules.limits();
    int entries = entries(skill.files());
    if (entries > limits.entries()) {
      findings.add(
          rules.finding(
              UploadRule.TOO_MANY_ENTRIES,
              null,
              null,
              entries,
              limits.entries(),
              fullestFolders(skill),
              Enough.entries(skill.files(), entries - limits.entries())));
    }
    Long fileBytes = limits.fileBytes();
    skill.files().stream()
        .filter(file -> fileBytes != null && file.bytes() > fileBytes)
        .forEach(
            file ->
                findings.add(
                    rules.finding(
                        UploadRule.FILE_TOO_LARGE,
                        file.path(),
                        null,
                        file.path(),
                        file.bytes(),
                        fileBytes)));
    long bytes = skill.totalBytes();
    if (bytes >= limits.totalBytes()) {
      findings.add(
          rules.finding(
              UploadRule.TOO_LARGE,
              null,
              null,
              bytes,
              limits.totalBytes(),
              largestFiles(skill.files()),
              Enough.bytes(skill.files(), bytes - limits.totalBytes() + 1)));
    }
  }

  /**
   * Files and distinct folders together, the skill's own folder included: how the limit was found
   * to be counted when somebody bisected it (199 files and 41 folders were refused).
   */
  static int entries(List<SkillFile> files) {
    Set<String> folders = new HashSet<>();
    for (SkillFile file : files) {
      String path = file.path();
      for (int slash = path.lastIndexOf('/');
          slash >= 0 && folders.add(path.substring(0, slash));
          slash = path.lastIndexOf('/', slash - 1)) {
        // Every folder above is counted once.
        continue;
      }
    }
    return files.size() + folders.size() + 1;
  }

  /** What lies directly in the skill's folder counts for that folder. */
  private static String fullestFolders(SkillFolder skill) {
    Map<String, Integer> counts = new HashMap<>();
    for (SkillFile file : skill.files()) {
      int slash = file.path().indexOf('/');
      String folder = slash > 0 ? file.path().substring(0, slash + 1) : skill.folderName() + "/";
      counts.merge(folder, 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(SHOWN)
        .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
        .collect(Collectors.joining(", "));
  }

  private static String largestFiles(List<SkillFile> files) {
    return files.stream()
        .sorted(
            Comparator.comparingLong(SkillFile::bytes)
                .reversed()
                .thenComparing(SkillFile::path, SkillFolder.PATH_ORDER))
        .limit(SHOWN)
        .map(file -> file.path() + " (" + file.bytes() + ")")
        .collect(Collectors.joining(", "));
  }

  /** The folder of by-products that a path lies in, with a slash; else the path itself. */
  static String outermostJunk(UploadRules rules, String path) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      String folder = path.substring(0, slash);
      if (rules.junk().folders().contains(folder.substring(folder.lastIndexOf('/') + 1))) {
        return folder + "/";
      }
    }
    return path;
  }

  static boolean isSkillMd(SkillFile file) {
    return file.fileName().equalsIgnoreCase("SKILL.md");
  }

  static boolean inPluginManifest(UploadRules rules, String path) {
    String folder = rules.pluginManifestFolder();
    return path.equals(folder)
        || path.startsWith(folder + "/")
        || path.contains("/" + folder + "/")
        || path.endsWith("/" + folder);
  }

  static boolean isPlain(UploadRules rules, String path) {
    String alphabet = rules.pathAlphabet();
    return path.chars().allMatch(c -> c == '/' || alphabet.indexOf(c) >= 0);
  }
}
