package app.satchel.display;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a Linux system calls the package that a library comes in, and the command that gets it: from
 * {@code packages.json}, by {@code /etc/os-release}.
 */
final class SystemPackages {
  private final JsonNode data;
  private final JsonNode manager;

  private SystemPackages(JsonNode data, JsonNode manager) {
    this.data = data;
    this.manager = manager;
  }

  static SystemPackages of(Surroundings here) {
    JsonNode data = data();
    List<String> names = names(here);
    for (String name : names) {
      for (JsonNode manager : data.path("managers")) {
        for (JsonNode system : manager.path("systems")) {
          if (system.asText().equals(name)) {
            return new SystemPackages(data, manager);
          }
        }
      }
    }
    return new SystemPackages(data, null);
  }

  private static JsonNode data() {
    try (InputStream in = SystemPackages.class.getResourceAsStream("packages.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The system's own name first, then those that it is like. */
  private static List<String> names(Surroundings here) {
    Map<String, String> release =
        Stream.of("/etc/os-release", "/usr/lib/os-release")
            .map(here::text)
            .flatMap(Optional::stream)
            .findFirst()
            .stream()
            .flatMap(String::lines)
            .filter(line -> line.indexOf('=') > 0)
            .collect(
                Collectors.toMap(
                    line -> line.substring(0, line.indexOf('=')),
                    line -> line.substring(line.indexOf('=') + 1).replace("\"", "").strip(),
                    (first, second) -> first));
    List<String> names = new ArrayList<>();
    names.add(release.getOrDefault("ID", ""));
    names.addAll(List.of(release.getOrDefault("ID_LIKE", "").split("\\s+")));
    names.removeIf(String::isEmpty);
    return names;
  }

  /**
   * The command that gets what is missing; empty when this system's packages are not known.
   *
   * @param what the file name of a library, or a key of {@code packages.json}
   */
  Optional<String> command(String what) {
    if (manager == null) {
      return Optional.empty();
    }
    String name = data.path("packages").path(what).path(manager.path("name").asText()).asText("");
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(manager.path("install").asText().replace("{package}", name));
  }

  /** The libraries that JavaFX's window needs, the one that most often lacks first. */
  List<String> neededLibraries() {
    List<String> names = new ArrayList<>();
    data.path("needed").forEach(name -> names.add(name.asText()));
    return names;
  }
}
