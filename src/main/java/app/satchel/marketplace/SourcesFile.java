package app.satchel.marketplace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The written form of a list of marketplaces: {@code
 * {"marketplaces":[{"name","site","registry","zipMaker"}]}}. Only name and site are needed. Entries
 * that cannot be used are passed over, as are fields that a newer Satchel may have written.
 */
final class SourcesFile {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private SourcesFile() {}

  /**
   * Reads the usable entries; none when the file does not speak of marketplaces.
   *
   * @throws IOException when it is no JSON of that shape
   */
  static List<MarketplaceConfig> parse(byte[] bytes) throws IOException {
    JsonNode root = JSON.readTree(bytes);
    if (root == null || !root.isObject()) {
      throw new IOException("not an object");
    }
    // The file may hold other settings alone.
    JsonNode rows = root.path("marketplaces");
    if (!rows.isArray() && !rows.isMissingNode()) {
      throw new IOException("'marketplaces' is not a list");
    }
    List<MarketplaceConfig> read = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode row : rows) {
      String name = row.path("name").asText("");
      URI site = address(row, "site");
      if (SourceSpec.isName(name) && site != null && names.add(name)) {
        URI registry = address(row, "registry");
        read.add(
            new MarketplaceConfig(
                name, site, registry == null ? site : registry, address(row, "zipMaker")));
      }
    }
    return read;
  }

  /**
   * Writes a list, keeping what the old text says beside it.
   *
   * @param old the text that is replaced, or null
   */
  static byte[] write(List<MarketplaceConfig> all, byte[] old) throws IOException {
    JsonNode before = old == null ? null : JSON.readTree(old);
    ObjectNode root = before instanceof ObjectNode kept ? kept : JSON.createObjectNode();
    ArrayNode rows = root.putArray("marketplaces");
    for (MarketplaceConfig config : all) {
      ObjectNode row = rows.addObject();
      row.put("name", config.name());
      row.put("site", config.site().toString());
      row.put("registry", config.registry().toString());
      if (config.zipMaker() != null) {
        row.put("zipMaker", config.zipMaker().toString());
      }
    }
    return JSON.writeValueAsBytes(root);
  }

  private static URI address(JsonNode row, String field) {
    return SourceSpec.address(row.path(field).asText("")).orElse(null);
  }
}
