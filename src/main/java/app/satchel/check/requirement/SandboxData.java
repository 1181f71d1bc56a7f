package app.satchel.check.requirement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the sandboxes in which products run uploaded skills, from the dated data file
 * {@code sandboxes.json}. Immutable.
 */
final class SandboxData {
  private static final String FILE = "sandboxes.json";

  private final Map<String, Profile> profiles = new HashMap<>();

  /**
   * A described sandbox.
   *
   * @param name what to call it in a sentence
   * @param system its kind of system, as requirements name it
   * @param systemName its system as its makers call it
   * @param network whether a skill can reach the internet from there
   * @param agents names of the product that runs the skill
   * @param inventories what was seen in it, the newest first
   * @param installs ecosystems whose packages the product installs there when it needs them
   * @param hardware what it has and what it lacks
   */
  record Profile(
      String name,
      String system,
      String systemName,
      Network network,
      Set<String> agents,
      Set<String> installs,
      Map<String, Boolean> hardware,
      List<Inventory> inventories) {}

  /**
   * What was seen on one day.
   *
   * @param date the day
   * @param programs programs and runtimes that are there; the version is empty where unknown
   * @param absent programs that are known not to be there
   * @param packages packages that are there, by ecosystem; the version is empty where unknown
   */
  record Inventory(
      LocalDate date,
      Map<String, String> programs,
      Set<String> absent,
      Map<String, Map<String, String>> packages) {}

  /** Whether a skill can reach the internet. */
  enum Network {
    NONE,
    /** It depends on the person's plan and settings. */
    DEPENDS,
    ALWAYS
  }

  private SandboxData(JsonNode data) {
    data.path("profiles")
        .properties()
        .forEach(entry -> profiles.put(entry.getKey(), profile(entry.getValue())));
  }

  static SandboxData load() {
    try (InputStream in = SandboxData.class.getResourceAsStream(FILE)) {
      return new SandboxData(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Profile profile(JsonNode node) {
    Map<String, Boolean> hardware = new HashMap<>();
    node.path("hardware")
        .properties()
        .forEach(entry -> hardware.put(entry.getKey(), entry.getValue().asBoolean()));
    List<Inventory> inventories = new ArrayList<>();
    node.path("inventories").forEach(one -> inventories.add(inventory(one)));
    inventories.sort(Comparator.comparing(Inventory::date).reversed());
    return new Profile(
        node.path("name").asText(),
        node.path("system").asText(),
        node.path("systemName").asText(),
        Network.valueOf(node.path("network").asText().toUpperCase(Locale.ROOT)),
        names(node.path("agents")),
        names(node.path("installs")),
        Map.copyOf(hardware),
        List.copyOf(inventories));
  }

  private static Inventory inventory(JsonNode node) {
    Map<String, Map<String, String>> packages = new HashMap<>();
    node.path("packages")
        .properties()
        .forEach(entry -> packages.put(entry.getKey(), versions(entry.getValue())));
    return new Inventory(
        LocalDate.parse(node.path("date").asText()),
        versions(node.path("programs")),
        names(node.path("absent")),
        Map.copyOf(packages));
  }

  private static Map<String, String> versions(JsonNode map) {
    Map<String, String> versions = new HashMap<>();
    map.properties().forEach(entry -> versions.put(entry.getKey(), entry.getValue().asText("")));
    return Map.copyOf(versions);
  }

  private static Set<String> names(JsonNode list) {
    Set<String> names = new LinkedHashSet<>();
    list.forEach(item -> names.add(item.asText()));
    return Set.copyOf(names);
  }

  /** The sandbox of an upload target; empty when nobody has described it. */
  Optional<Profile> profile(String target) {
    return Optional.ofNullable(profiles.get(target));
  }

  /** All described sandboxes by the upload target's id. */
  Map<String, Profile> profiles() {
    return Map.copyOf(profiles);
  }
}
