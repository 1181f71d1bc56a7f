package app.satchel.workspace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the API's answers, those since 2026-08-20 and those of the beta before (which a gateway may
 * still give): unknown fields do not matter, missing ones are null, everything is bounded.
 */
final class AnswerReader {
  private static final int MAX_TEXT = 500;
  private static final int MAX_TOKEN = 2000;

  /** An id becomes a part of an address, so it may hold nothing that means something there. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,200}");

  private final ObjectMapper json;

  AnswerReader() {
    StreamReadConstraints limits =
        StreamReadConstraints.builder()
            .maxNestingDepth(32)
            .maxStringLength(1 << 20)
            .maxNameLength(1024)
            .maxNumberLength(64)
            .maxTokenCount(200_000)
            .build();
    json = new ObjectMapper(JsonFactory.builder().streamReadConstraints(limits).build());
  }

  /**
   * One page of a list.
   *
   * @param next the token of the next page, or null
   */
  record Page(List<WorkspaceSkill> skills, String next) {}

  /** What the API says of a request it refused; each null when it does not say. */
  record Refusal(String type, String message) {}

  /**
   * @throws IOException when it is no list
   */
  Page page(byte[] body) throws IOException {
    JsonNode root = object(body);
    if (!root.path("data").isArray()) {
      throw new IOException("a list without data");
    }
    List<WorkspaceSkill> skills = new ArrayList<>();
    for (JsonNode row : root.path("data")) {
      if (custom(row.path("source"))) {
        skillOf(row).ifPresent(skills::add);
      }
    }
    String next = token(root.path("next_page"));
    JsonNode more = root.path("has_more");
    return new Page(skills, more.isBoolean() && !more.asBoolean() ? null : next);
  }

  /**
   * @throws IOException when it is no skill
   */
  WorkspaceSkill skill(byte[] body) throws IOException {
    return skillOf(object(body)).orElseThrow(() -> new IOException("a skill without an id"));
  }

  /**
   * A version as the skill that it is the latest of.
   *
   * @throws IOException when it is no version
   */
  WorkspaceSkill version(byte[] body, String skillId) throws IOException {
    JsonNode row = object(body);
    // The beta names a version by a moment, and has an id of another kind beside it.
    String version = Optional.ofNullable(id(row, "version")).orElseGet(() -> id(row, "id"));
    if (version == null) {
      throw new IOException("a version without an id");
    }
    return new WorkspaceSkill(
        skillId, version, text(row.path("name"), MAX_TEXT), null, instant(row));
  }

  /** The name of the first version of a list, or null. */
  String nameOfFirst(byte[] body) throws IOException {
    return text(object(body).path("data").path(0).path("name"), MAX_TEXT);
  }

  /** Never fails: a refusal need not be JSON. */
  Refusal refusal(byte[] body) {
    try {
      JsonNode error = object(body).path("error");
      return error.isTextual()
          ? new Refusal(null, text(error, MAX_TEXT))
          : new Refusal(text(error.path("type"), 100), text(error.path("message"), MAX_TEXT));
    } catch (IOException e) {
      return new Refusal(null, null);
    }
  }

  private JsonNode object(byte[] body) throws IOException {
    JsonNode root = json.readTree(body);
    if (root == null || !root.isObject()) {
      throw new IOException("not an object");
    }
    return root;
  }

  private static Optional<WorkspaceSkill> skillOf(JsonNode row) {
    String id = id(row, "id");
    if (id == null) {
      return Optional.empty();
    }
    String version =
        Optional.ofNullable(id(row, "latest_version_id"))
            .orElseGet(() -> id(row, "latest_version"));
    String display =
        Optional.ofNullable(text(row.path("display_name"), MAX_TEXT))
            .orElseGet(() -> text(row.path("display_title"), MAX_TEXT));
    return Optional.of(
        new WorkspaceSkill(id, version, text(row.path("name"), MAX_TEXT), display, instant(row)));
  }

  /** The source is a word in the beta, and an object with a word now. Custom is what was asked. */
  private static boolean custom(JsonNode source) {
    JsonNode type = source.isObject() ? source.path("type") : source;
    return !type.isTextual() || type.asText().equals("custom");
  }

  private static String token(JsonNode value) throws IOException {
    String token = value.isTextual() ? value.asText() : "";
    if (token.length() > MAX_TOKEN) {
      throw new IOException("a page token of " + token.length() + " characters");
    }
    return token.isBlank() ? null : token;
  }

  private static String id(JsonNode row, String field) {
    JsonNode value = row.path(field);
    String id = value.isTextual() || value.isIntegralNumber() ? value.asText() : "";
    return ID.matcher(id).matches() ? id : null;
  }

  private static Instant instant(JsonNode row) {
    try {
      String text = text(row.path("created_at"), 64);
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** A text on one line, without characters that do something to a terminal, or null. */
  static String text(JsonNode value, int max) {
    if (!value.isTextual()) {
      return null;
    }
    StringBuilder kept = new StringBuilder();
    boolean blank = false;
    for (int at = 0; at < value.asText().length() && kept.length() < max; ) {
      int c = value.asText().codePointAt(at);
      at += Character.charCount(c);
      boolean unseen = Character.getType(c) == Character.FORMAT || Character.isISOControl(c);
      if (unseen || Character.isWhitespace(c)) {
        blank = true;
      } else {
        kept.append(blank && !kept.isEmpty() ? " " : "").appendCodePoint(c);
        blank = false;
      }
    }
    return kept.isEmpty() ? null : kept.toString();
  }
}
