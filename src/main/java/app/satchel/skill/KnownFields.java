package app.satchel.skill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is known about the fields of a frontmatter, from {@code fields.json}. Immutable. */
public final class KnownFields {
  /** The fields as they are known now. */
  public static final KnownFields CURRENT = load();

  private final Map<String, Field> fields;
  private final String date;

  private KnownFields(Map<String, Field> fields, String date) {
    this.fields = Map.copyOf(fields);
    this.date = date;
  }

  /**
   * A field.
   *
   * @param rank its place in the order of what matters to a reader; the lowest comes first
   * @param by who gave it its meaning: {@code standard}, {@code authors} for a habit that several
   *     have, else a product's id
   * @param words what it means, for a person
   */
  public record Field(int rank, String by, String words) {}

  private static KnownFields load() {
    try (InputStream in = KnownFields.class.getResourceAsStream("fields.json")) {
      JsonNode root = new ObjectMapper().readTree(in);
      Map<String, Field> fields = new HashMap<>();
      int rank = 0;
      for (JsonNode node : root.get("fields")) {
        Field field = new Field(rank++, node.get("by").asText(), node.get("words").asText());
        for (String key : node.get("keys").asText().split(" ")) {
          fields.put(key, field);
        }
      }
      return new KnownFields(fields, root.get("date").asText());
    } catch (IOException e) {
      throw new UncheckedIOException("fields.json cannot be read", e);
    }
  }

  /** The day the data is of, as {@code 2026-11-22}. */
  public String date() {
    return date;
  }

  /**
   * A field by its key, however its words are joined: {@code depends-on, depends_on, dependsOn}.
   */
  public Optional<Field> of(String key) {
    String joined =
        key.replaceAll("(\\p{Ll})(\\p{Lu})", "$1-$2").replace('_', '-').toLowerCase(Locale.ROOT);
    return Optional.ofNullable(fields.get(joined));
  }
}
