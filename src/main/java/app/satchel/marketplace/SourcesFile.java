package app.satchel.marketplace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The written form of a list of marketplaces: {@code
 * {"marketplaces":[{"name","site","registry","zipMaker"}]}}. Only name and site are needed. Entries
 * that cannot be used are passed over, as are fields that a newer Satchel may have written; both
 * stay when the list is written.
 */
final class SourcesFile {
  private static final String MARKETPLACES = "marketplaces";

  private SourcesFile() {}

  /**
   * Reads the usable entries; none when the settings do not speak of marketplaces.
   *
   * @throws IOException when what they say is no list
   */
  static List<MarketplaceConfig> parse(JsonNode root) throws IOException {
    // The file may hold other settings alone.
    JsonNode rows = root.path(MARKETPLACES);
    if (!rows.isArray() && !rows.isMissingNode()) {
      throw new IOException("'marketplaces' is not a list");
    }
    List<MarketplaceConfig> read = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode row : rows) {
      String name = row.path("name").asText("");
      URI site = address(row, "site");
      if (usable(row) && names.add(name)) {
        URI registry = address(row, "registry");
        read.add(
            new MarketplaceConfig(
                name, site, registry == null ? site : registry, address(row, "zipMaker")));
      }
    }
    return read;
  }

  private static boolean usable(JsonNode row) {
    return SourceSpec.isName(row.path("name").asText("")) && address(row, "site") != null;
  }

  /** Puts a list into settings, in place of the one that stands there. */
  static void write(List<MarketplaceConfig> all, ObjectNode root) {
    Map<String, ObjectNode> before = new HashMap<>();
    List<JsonNode> unknown = new ArrayList<>();
    for (JsonNode row : root.path(MARKETPLACES)) {
      if (row instanceof ObjectNode object && usable(row)) {
        before.putIfAbsent(row.path("name").asText(), object);
      } else {
        unknown.add(row);
      }
    }
    ArrayNode rows = root.putArray(MARKETPLACES);
    for (MarketplaceConfig config : all) {
      ObjectNode kept = before.get(config.name());
      ObjectNode row = kept == null ? rows.addObject() : kept;
      if (kept != null) {
        rows.add(kept);
      }
      row.put("name", config.name());
      row.put("site", config.site().toString());
      row.put("registry", config.registry().toString());
      if (config.zipMaker() == null) {
        row.remove("zipMaker");
      } else {
        row.put("zipMaker", config.zipMaker().toString());
      }
    }
    unknown.forEach(rows::add);
  }

  private static URI address(JsonNode row, String field) {
    return SourceSpec.address(row.path(field).asText("")).orElse(null);
  }
}
