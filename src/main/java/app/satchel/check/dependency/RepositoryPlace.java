package app.satchel.check.dependency;

import app.satchel.skill.Namespace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The repository that a folder on disk belongs to.
 *
 * @param root its top folder
 * @param owner from its remote address, else the name of the folder above, else {@code local}
 * @param repo from its remote address, else the top folder's name
 */
record RepositoryPlace(Path root, String owner, String repo) {
  /** Skills lie at most 9 folders deep in real repositories (2026-11). */
  private static final int MAX_CLIMB = 10;

  private static final int MAX_CONFIG_BYTES = 64 * 1024;

  /** Files that stand at the top of a repository and seldom elsewhere. */
  private static final Set<String> TOP_FILES =
      Set.of(
          "license",
          "license.md",
          "license.txt",
          "licence",
          "copying",
          "readme",
          "readme.md",
          "readme.rst",
          "contributing.md",
          "changelog.md",
          ".gitignore",
          ".gitattributes",
          "package.json",
          "pyproject.toml",
          "cargo.toml",
          "go.mod",
          ".claude-plugin",
          ".github",
          "claude.md",
          "agents.md");

  /** Folders that hold skills and are never themselves a repository. */
  private static final Set<String> SHELVES =
      Set.of("skills", "skill", "plugins", ".claude", ".agents", ".codex", ".github", ".cursor");

  private static final Pattern REMOTE =
      Pattern.compile("[:/]([\\w.-]{1,100})/([\\w.-]{1,100}?)(?:\\.git)?/?$");

  static RepositoryPlace of(Path skillFolder) {
    Path home = Path.of(System.getProperty("user.home", "")).toAbsolutePath().normalize();
    Path highest = null;
    Path at = skillFolder;
    for (int i = 0; i < MAX_CLIMB && at != null && at.getParent() != null; i++) {
      if (at.equals(home)) {
        break;
      }
      if (Files.exists(at.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
        return named(at);
      }
      if (!at.equals(skillFolder) && !isShelf(at) && hasTopFile(at)) {
        highest = at;
      } else if (highest != null && !isShelf(at)) {
        break;
      }
      at = at.getParent();
    }
    return named(highest == null ? unmarked(skillFolder) : highest);
  }

  /** Without any sign of a repository: the folder above the shelf, else the skill's parent. */
  private static Path unmarked(Path skillFolder) {
    Path parent = skillFolder.getParent();
    if (parent == null) {
      return skillFolder;
    }
    Path above = parent.getParent();
    return isShelf(parent) && above != null && above.getParent() != null && !isShelf(above)
        ? above
        : parent;
  }

  private static boolean isShelf(Path folder) {
    return SHELVES.contains(fileName(folder).toLowerCase(Locale.ROOT));
  }

  private static boolean hasTopFile(Path folder) {
    try (var files = Files.list(folder)) {
      return files
          .limit(500)
          .anyMatch(file -> TOP_FILES.contains(fileName(file).toLowerCase(Locale.ROOT)));
    } catch (IOException e) {
      return false; // A folder that cannot be looked into is no sign either way.
    }
  }

  private static RepositoryPlace named(Path root) {
    Matcher remote = REMOTE.matcher(remoteAddress(root).orElse(""));
    if (remote.find()) {
      return new RepositoryPlace(root, segment(remote.group(1)), segment(remote.group(2)));
    }
    String owner = root.getParent() == null ? "" : fileName(root.getParent());
    return new RepositoryPlace(root, segment(owner), segment(fileName(root)));
  }

  /** The address of a repository's remote named origin. */
  private static Optional<String> remoteAddress(Path root) {
    Path config = root.resolve(".git").resolve("config");
    try {
      if (!Files.isRegularFile(config, LinkOption.NOFOLLOW_LINKS)
          || Files.size(config) > MAX_CONFIG_BYTES) {
        return Optional.empty();
      }
      boolean origin = false;
      for (String line :
          new String(Files.readAllBytes(config), StandardCharsets.UTF_8).split("\n")) {
        String stripped = line.strip();
        if (stripped.startsWith("[")) {
          origin = stripped.equals("[remote \"origin\"]");
        } else if (origin && stripped.startsWith("url")) {
          return Optional.of(stripped.substring(stripped.indexOf('=') + 1).strip());
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // The folders' names serve as well.
    }
  }

  private static String segment(String name) {
    String usable = name.replaceAll("[/\\s\\p{Cntrl}?#%\\\\]+", "-");
    boolean good = !usable.isEmpty() && !usable.equals(".") && !usable.equals("..");
    return good ? usable.substring(0, Math.min(200, usable.length())) : "local";
  }

  private static String fileName(Path path) {
    return path.getFileName() == null ? "" : path.getFileName().toString();
  }

  /** Whether an identity lies in this repository. */
  boolean holds(Namespace namespace) {
    return namespace.owner().equalsIgnoreCase(owner) && namespace.repo().equalsIgnoreCase(repo);
  }

  /** The skill in one of this repository's folders. */
  KnownSkill skill(Path folder, String name) {
    String relative = root.relativize(folder).toString().replace('\\', '/');
    String shown = folder.equals(root) ? "SKILL.md" : segment(fileName(folder));
    return new KnownSkill(
        new Namespace(owner, repo, shown),
        name.isBlank() ? fileName(folder) : name,
        relative.isEmpty() ? "." : relative,
        root.toString());
  }
}
