package app.satchel.check.upload;

import app.satchel.check.Finding;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rules for the entries of a ZIP: exactly one folder, everything in it, SKILL.md at its top. */
final class ArchiveRules {
  /** Findings of one kind beyond these say nothing new. */
  private static final int MAX_PER_RULE = 20;

  private final UploadRules rules;

  ArchiveRules(UploadRules rules) {
    this.rules = rules;
  }

  void check(ArchiveLayout layout, List<Finding> findings) {
    if (layout.encrypted()) {
      findings.add(rules.finding(UploadRule.ENCRYPTED, null, null));
    }
    Set<String> folders = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    int strays = 0;
    int twice = 0;
    for (String path : layout.paths()) {
      int slash = path.indexOf('/');
      if (slash > 0) {
        folders.add(path.substring(0, slash));
      } else if (!path.equalsIgnoreCase("SKILL.md") && strays++ < MAX_PER_RULE) {
        findings.add(rules.finding(UploadRule.STRAY_FILE, path, null, path));
      }
      if (!seen.add(path) && twice++ < MAX_PER_RULE) {
        findings.add(rules.finding(UploadRule.DUPLICATE_ENTRY, path, null, path));
      }
    }
    boolean atRoot = layout.paths().stream().anyMatch(path -> path.equalsIgnoreCase("SKILL.md"));
    if (folders.size() != 1 && !(atRoot && folders.isEmpty())) {
      findings.add(rules.finding(UploadRule.TOP_FOLDER_COUNT, null, null, folders.size()));
    }
    boolean atTop = layout.paths().stream().anyMatch(path -> isSkillMd(path) && depth(path) == 1);
    if (!atRoot && !atTop) {
      layout.paths().stream()
          .filter(ArchiveRules::isSkillMd)
          .findFirst()
          .ifPresent(
              path -> findings.add(rules.finding(UploadRule.SKILL_MD_NESTED, path, null, path)));
    }
  }

  /** Folders with nothing in them, and what lies beside the skill, count in an archive too. */
  void amount(ArchiveLayout layout, List<Finding> findings) {
    Set<String> entries = new HashSet<>();
    Map<String, Integer> tops = new TreeMap<>();
    for (String path : layout.paths()) {
      for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
        entries.add(path.substring(0, slash + 1));
      }
      entries.add(path);
      tops.merge(path.substring(0, path.indexOf('/') + 1), 1, Integer::sum);
    }
    if (entries.size() > rules.limits().entries()) {
      String fullest = Collections.max(tops.entrySet(), Map.Entry.comparingByValue()).getKey();
      findings.add(
          rules.finding(
              UploadRule.TOO_MANY_ENTRIES,
              null,
              null,
              entries.size(),
              rules.limits().entries(),
              fullest.isEmpty() ? "." : fullest,
              ""));
    }
  }

  private static boolean isSkillMd(String path) {
    return path.substring(path.lastIndexOf('/') + 1).equalsIgnoreCase("SKILL.md");
  }

  private static long depth(String path) {
    return path.chars().filter(c -> c == '/').count();
  }
}
