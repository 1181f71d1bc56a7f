package app.satchel.check.requirement;

import app.satchel.check.requirement.Surroundings.SystemKind;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for globally installed Node packages on the disk; runs nothing. */
final class NodePackages {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST = 256 * 1024;
  private static final int LONGEST_NAME = 214;

  private final Surroundings surroundings;
  private final Executables executables;
  private final ToolData data;

  /**
   * @param folder the folder of packages it was found in
   * @param version its version, or null
   */
  record Found(Path folder, String version) {}

  NodePackages(Surroundings surroundings, Executables executables, ToolData data) {
    this.surroundings = surroundings;
    this.executables = executables;
    this.data = data;
  }

  Optional<Found> installed(String name) {
    if (!isName(name)) {
      return Optional.empty();
    }
    for (Path root : roots()) {
      Path manifest = root.resolve(name).resolve("package.json");
      if (Files.isRegularFile(manifest)) {
        return Optional.of(new Found(root, version(manifest)));
      }
    }
    return Optional.empty();
  }

  private static String version(Path manifest) {
    try {
      if (Files.size(manifest) > LARGEST) {
        return null;
      }
      String version = JSON.readTree(manifest.toFile()).path("version").asText("");
      return version.isEmpty() ? null : version;
    } catch (IOException _) {
      return null; // There, but unreadable: its version stays unknown.
    }
  }

  private List<Path> roots() {
    List<Path> roots = new ArrayList<>();
    String prefix = surroundings.variable("NPM_CONFIG_PREFIX");
    boolean windows = surroundings.system() == SystemKind.WINDOWS;
    String below = windows ? "/node_modules" : "/lib/node_modules";
    if (prefix != null) {
      executables.expand(prefix + below).ifPresent(roots::add);
    }
    executables
        .find("node")
        .map(Path::getParent)
        .map(folder -> windows ? folder : folder.resolveSibling("lib"))
        .ifPresent(folder -> roots.add(folder.resolve("node_modules")));
    data.nodeRoots().forEach(place -> executables.expand(place).ifPresent(roots::add));
    return roots;
  }

  /** Whether a name can be a package's, with or without scope, leading nowhere else. */
  static boolean isName(String name) {
    String[] parts = name.split("/", -1);
    boolean scoped = name.startsWith("@") && parts.length == 2;
    if (name.length() > LONGEST_NAME || !(scoped || parts.length == 1)) {
      return false;
    }
    String scope = scoped ? parts[0].substring(1) : "x";
    return isPart(scope) && isPart(parts[parts.length - 1]);
  }

  private static boolean isPart(String part) {
    return !part.isEmpty()
        && part.charAt(0) != '.'
        && part.chars()
            .allMatch(
                c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.'));
  }
}
