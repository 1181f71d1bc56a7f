package app.satchel.marketplace;

import app.satchel.skill.Namespace;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the skills of a folder are called. A folder laid out as {@code OWNER/REPO/…/skill}, as a
 * mirror of repositories is, keeps these names; any other folder is one repository of the owner
 * {@code local}.
 */
final class FolderLayout {
  private static final Pattern UNFIT = Pattern.compile("[/\\s\\p{Cntrl}?#%\\\\]+");

  /** What stands at the top of a repository, and not at the top of a mirror of several. */
  private static final Set<String> REPOSITORY_MARKS =
      Set.of("skills", "skill", "plugins", "agents", "src", "docs");

  private final boolean mirror;
  private final String rootName;
  private final Set<String> taken = new HashSet<>();

  /**
   * @param rootName the folder's own name
   * @param skills the paths of all skills' folders, segments; an empty list is the folder itself
   */
  FolderLayout(String rootName, List<List<String>> skills) {
    this.rootName = rootName;
    this.mirror =
        skills.stream().anyMatch(path -> path.size() >= 3)
            && skills.stream().allMatch(FolderLayout::fitsMirror);
  }

  private static boolean fitsMirror(List<String> path) {
    return path.size() >= 2
        && !path.getFirst().startsWith(".")
        && !REPOSITORY_MARKS.contains(path.getFirst().toLowerCase(Locale.ROOT));
  }

  /** Whether the first two folders are owner and repository. */
  boolean mirror() {
    return mirror;
  }

  /** The folder within its repository: {@code .} for the root. */
  String relDir(List<String> path) {
    List<String> within = mirror ? path.subList(2, path.size()) : path;
    return within.isEmpty() ? "." : String.join("/", within);
  }

  /** A namespace that no other skill has yet. Asked in a fixed order, the names stay the same. */
  Namespace name(List<String> path) {
    String owner = mirror ? segment(path.get(0), "local") : "local";
    String repo = mirror ? segment(path.get(1), "skills") : segment(rootName, "skills");
    // As the registry does for a skill in the root of its repository.
    boolean root = mirror && path.size() == 2;
    String skill = root ? "SKILL.md" : segment(path.isEmpty() ? rootName : path.getLast(), "skill");
    String free = skill;
    for (int i = 2; !taken.add((owner + "/" + repo + "/" + free).toLowerCase(Locale.ROOT)); i++) {
      free = skill + "-" + i;
    }
    return new Namespace(owner, repo, free);
  }

  private static String segment(String name, String instead) {
    String fit = UNFIT.matcher(name).replaceAll("-").replaceAll("^@+", "");
    String cut = fit.substring(0, Math.min(fit.length(), 150));
    return cut.isEmpty() || cut.equals(".") || cut.equals("..") ? instead : cut;
  }
}
