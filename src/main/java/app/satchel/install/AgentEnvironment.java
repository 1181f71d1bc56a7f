package app.satchel.install;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What agents' paths depend on.
 *
 * @param home the person's home folder
 * @param variables environment variables; a program started from a desktop sees fewer than a shell
 * @param project the folder that {@code cwd:} means
 */
public record AgentEnvironment(Path home, Map<String, String> variables, Path project) {
  private static final Pattern VARIABLE =
      Pattern.compile("^\\$\\{([A-Z][A-Z0-9_]*)(?::-([^}]*))?}");

  public AgentEnvironment {
    Objects.requireNonNull(home);
    Objects.requireNonNull(project);
    variables = Map.copyOf(variables);
  }

  /** This computer and the person who uses it. */
  public static AgentEnvironment current() {
    return new AgentEnvironment(
        Path.of(System.getProperty("user.home")), System.getenv(), Path.of("").toAbsolutePath());
  }

  /** The path that a template means here; empty when it needs a variable that is not set. */
  public Optional<Path> expand(String template) {
    String rest = template;
    String start = "";
    Matcher variable = VARIABLE.matcher(template);
    if (variable.find()) {
      rest = template.substring(variable.end());
      String after = rest;
      Optional<Path> set = value(variable.group(1));
      if (set.isPresent()) {
        return set.map(path -> path.resolve(relative(after)).normalize());
      }
      if (variable.group(2) == null) {
        return Optional.empty();
      }
      start = variable.group(2);
    }
    String whole = start + rest;
    if (whole.startsWith("cwd:")) {
      return Optional.of(project.resolve(whole.substring(4)).normalize());
    }
    if (whole.equals("~") || whole.startsWith("~/")) {
      return Optional.of(home.resolve(relative(whole.substring(1))).normalize());
    }
    return path(whole);
  }

  private static String relative(String path) {
    return path.startsWith("/") ? path.substring(1) : path;
  }

  /** A variable's value as an absolute path; anything else is as good as not set. */
  private Optional<Path> value(String name) {
    String text = variables.getOrDefault(name, "").strip();
    if (text.equals("~") || text.startsWith("~/")) {
      return Optional.of(home.resolve(relative(text.substring(1))));
    }
    return text.isEmpty() ? Optional.empty() : path(text).filter(Path::isAbsolute);
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException _) {
      return Optional.empty(); // An address of another system, or rubbish: no such place here.
    }
  }
}
