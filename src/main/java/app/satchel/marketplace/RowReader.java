package app.satchel.marketplace;

import app.satchel.http.WebAddress;
import app.satchel.skill.Namespace;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the JSON answers of a marketplace: row by row, bounded, and tolerant of everything that
 * still leaves a row with an identity. Real rows have been seen with every field but the namespace
 * null or missing, with numbers as text, and with the sign of a folded block ({@code >}) for a
 * description (marketplace survey, 2026-11).
 */
final class RowReader {
  private static final int MAX_NAME = 200;
  private static final int MAX_DESCRIPTION = 8_000;
  private static final int MAX_DEPENDENCIES = 100;

  private final ObjectMapper json;

  /**
   * @param maxBytes largest document
   */
  RowReader(long maxBytes) {
    StreamReadConstraints limits =
        StreamReadConstraints.builder()
            .maxNestingDepth(64)
            .maxStringLength(4 << 20)
            .maxNameLength(4096)
            .maxNumberLength(64)
            .maxDocumentLength(maxBytes)
            .maxTokenCount(3_000_000)
            .build();
    this.json = new ObjectMapper(JsonFactory.builder().streamReadConstraints(limits).build());
  }

  /** Everything of an answer but its rows, and whether it had rows at all. */
  record Envelope(boolean hasRows, Map<String, JsonNode> fields) {
    JsonNode field(String name) {
      return fields.getOrDefault(name, NullNode.instance);
    }
  }

  /**
   * Reads an object with an array {@code skills}, or a bare array.
   *
   * @param wanted the other fields to keep
   * @param rows told of every element, whatever it is, in order
   * @throws IOException when it is no JSON of that shape
   */
  Envelope read(byte[] body, Set<String> wanted, Consumer<JsonNode> rows) throws IOException {
    Map<String, JsonNode> fields = new HashMap<>();
    boolean hasRows = false;
    try (JsonParser in = json.getFactory().createParser(body)) {
      JsonToken first = in.nextToken();
      if (first == JsonToken.START_ARRAY) {
        readRows(in, rows);
        return new Envelope(true, fields);
      }
      if (first != JsonToken.START_OBJECT) {
        throw new IOException("neither an object nor an array");
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        JsonToken value = in.nextToken();
        if (name.equals("skills") && value == JsonToken.START_ARRAY) {
          hasRows = true;
          readRows(in, rows);
        } else if (name.equals("skills") && value == JsonToken.VALUE_NULL) {
          hasRows = true;
        } else if (wanted.contains(name)) {
          fields.put(name, json.readTree(in));
        } else {
          in.skipChildren();
        }
      }
      if (in.currentToken() != JsonToken.END_OBJECT) {
        throw new IOException("no end of the object");
      }
    }
    return new Envelope(hasRows, fields);
  }

  private void readRows(JsonParser in, Consumer<JsonNode> rows) throws IOException {
    while (in.nextToken() != JsonToken.END_ARRAY) {
      if (in.currentToken() == null) {
        throw new IOException("no end of the list");
      }
      rows.accept(json.readTree(in));
    }
  }

  /** Reads one object; empty for {@code null}, which some servers answer for what they lack. */
  Optional<JsonNode> readObject(byte[] body) throws IOException {
    JsonNode read = json.readTree(body);
    if (read != null && read.isNull()) {
      return Optional.empty();
    }
    if (read == null || !read.isObject()) {
      throw new IOException("not an object");
    }
    return Optional.of(read);
  }

  byte[] write(Object value) throws IOException {
    return json.writeValueAsBytes(value);
  }

  /**
   * A row as a listing.
   *
   * @param known the identity when it is known from elsewhere, or null
   * @param base what relative addresses are relative to
   * @param source the marketplace's name
   * @return empty when the row has no usable namespace
   */
  Optional<Listing> listing(JsonNode row, Namespace known, URI base, String source) {
    Optional<Namespace> found = Namespace.parse(Fields.text(row, "namespace", 700));
    Optional<Namespace> namespace = found.isPresent() ? found : Optional.ofNullable(known);
    if (namespace.isEmpty()) {
      return Optional.empty();
    }
    JsonNode metadata = row.path("metadata");
    String name = Fields.text(row, "name", MAX_NAME);
    return Optional.of(
        new Listing(
            namespace.get(),
            name == null ? namespace.get().skill() : name,
            description(row),
            Fields.text(row, "version", MAX_NAME),
            Fields.text(row, "author", MAX_NAME),
            Fields.count(row, "stars"),
            Fields.count(row, "installs"),
            Fields.instant(row, "updatedAt"),
            WebAddress.parse(Fields.text(row, "sourceUrl", 4096), null).orElse(null),
            WebAddress.parse(Fields.text(metadata, "rawFileUrl", 4096), base).orElse(null),
            Fields.folder(metadata, "directoryPath"),
            Fields.texts(row, "dependencies", MAX_DEPENDENCIES, MAX_NAME),
            source));
  }

  /** A row of an answer to resolve; empty when it has no usable namespace. */
  Optional<ResolvedSkill> resolved(JsonNode row) {
    return Namespace.parse(Fields.text(row, "namespace", 700))
        .map(
            namespace -> {
              String name = Fields.text(row, "name", MAX_NAME);
              String folder = Fields.folder(row, "relDir");
              return new ResolvedSkill(
                  namespace,
                  name == null ? namespace.skill() : name,
                  folder == null ? "." : folder,
                  WebAddress.parse(Fields.text(row, "sourceUrl", 4096), null).orElse(null));
            });
  }

  private static String description(JsonNode row) {
    String text = Fields.text(row, "description", MAX_DESCRIPTION);
    // What a crawler that does not know block scalars makes of one (claude-plugins issue 118).
    return text == null || text.matches("[>|][+-]?\\d?[+-]?") ? null : text;
  }
}
