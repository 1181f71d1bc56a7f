package app.satchel.marketplace;

import app.satchel.skill.Namespace;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The skills of a folder in one of its states. Immutable. */
final class FolderIndex {
  private final List<FolderSkill> skills;
  private final Map<String, FolderSkill> byNamespace = new HashMap<>();
  private final FolderSearch search;
  private final String fingerprint;

  FolderIndex(List<FolderSkill> skills, String fingerprint) {
    this.skills = List.copyOf(skills);
    this.search = new FolderSearch(this.skills);
    this.fingerprint = fingerprint;
    skills.forEach(skill -> byNamespace.put(key(skill.namespace()), skill));
  }

  private static String key(Namespace namespace) {
    return namespace.toString().toLowerCase(Locale.ROOT);
  }

  String fingerprint() {
    return fingerprint;
  }

  int size() {
    return skills.size();
  }

  List<FolderSkill> find(String query) {
    return search.find(query);
  }

  /** Whatever the case: people and GitHub do not mind it. */
  Optional<FolderSkill> skill(Namespace namespace) {
    return Optional.ofNullable(byNamespace.get(key(namespace)));
  }

  /** What a target stands for. */
  record Resolution(String kind, String normalized, List<FolderSkill> skills) {}

  /**
   * The skills of {@code owner}, {@code owner/repo}, {@code owner/repo/skill} or a GitHub address.
   *
   * @return empty when the target is none of these
   */
  Optional<Resolution> resolve(String target) {
    String path =
        target
            .strip()
            .replaceFirst("(?i)^(https?://|ssh://git@|git@)(www\\.)?github\\.com[/:]", "")
            .replaceFirst("^@", "")
            .replaceFirst("(?i)\\.git/?$", "")
            .replaceFirst("/+$", "");
    String[] parts = path.split("/");
    for (String part : parts) {
      if (part.isBlank() || part.contains(":")) {
        return Optional.empty();
      }
    }
    if (parts.length >= 4 && parts[2].equals("tree")) {
      return Optional.of(tree(parts));
    }
    if (parts.length > 3) {
      return Optional.empty();
    }
    String kind = List.of("owner", "repo", "skill").get(parts.length - 1);
    List<FolderSkill> found =
        skills.stream()
            .filter(skill -> parts[0].equalsIgnoreCase(skill.namespace().owner()))
            .filter(
                skill -> parts.length < 2 || parts[1].equalsIgnoreCase(skill.namespace().repo()))
            .filter(
                skill -> parts.length < 3 || parts[2].equalsIgnoreCase(skill.namespace().skill()))
            .toList();
    return Optional.of(new Resolution(kind, path, found));
  }

  /** {@code owner/repo/tree/branch/folder}: the branch says nothing here, the folder may. */
  private Resolution tree(String[] parts) {
    String rest = String.join("/", List.of(parts).subList(3, parts.length));
    List<FolderSkill> inRepository =
        skills.stream()
            .filter(skill -> parts[0].equalsIgnoreCase(skill.namespace().owner()))
            .filter(skill -> parts[1].equalsIgnoreCase(skill.namespace().repo()))
            .toList();
    if (parts.length == 4) {
      return new Resolution("repo", parts[0] + "/" + parts[1], inRepository);
    }
    List<FolderSkill> found =
        inRepository.stream().filter(skill -> ("/" + rest).endsWith("/" + skill.relDir())).toList();
    return new Resolution("skill", parts[0] + "/" + parts[1], found);
  }
}
