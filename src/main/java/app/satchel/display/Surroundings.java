package app.satchel.display;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/**
 * The computer as a start finds it.
 *
 * @param environment the environment's variables
 * @param properties the system's properties
 * @param root the folder that {@code /} is; another one in tests
 * @param resources opens what lies on the class path, or gives null
 */
public record Surroundings(
    Map<String, String> environment,
    Properties properties,
    Path root,
    Function<String, InputStream> resources) {
  private static final int MAX_TEXT = 1 << 20;

  /** This computer. */
  public static Surroundings here(Map<String, String> environment, Properties properties) {
    return new Surroundings(
        environment,
        properties,
        Path.of("").toAbsolutePath().getRoot(),
        Surroundings.class::getResourceAsStream);
  }

  /** A variable, empty when it is not set. */
  public String variable(String name) {
    return environment.getOrDefault(name, "").strip();
  }

  /** A property, empty when it is not set. */
  public String property(String name) {
    return properties.getProperty(name, "");
  }

  /** Whether windows come from a display server, as on Linux. */
  public boolean isLinux() {
    return !isWindows() && !isMac();
  }

  public boolean isWindows() {
    return system().startsWith("windows");
  }

  public boolean isMac() {
    return system().startsWith("mac");
  }

  private String system() {
    return property("os.name").toLowerCase(Locale.ROOT);
  }

  /** A file by its absolute path. */
  public Path at(String path) {
    return root.resolve(path.replaceFirst("^/+", ""));
  }

  /** The text of a small file; empty when there is none that can be read. */
  public Optional<String> text(String path) {
    try (InputStream in = Files.newInputStream(at(path))) {
      return Optional.of(new String(in.readNBytes(MAX_TEXT), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether something lies on the class path. */
  public boolean hasResource(String name) {
    try (InputStream in = resources.apply(name)) {
      return in != null;
    } catch (IOException e) {
      return true;
    }
  }

  /** The first bytes of what lies on the class path; empty when it does not. */
  public byte[] resource(String name, int count) {
    try (InputStream in = resources.apply(name)) {
      return in == null ? new byte[0] : in.readNBytes(count);
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
