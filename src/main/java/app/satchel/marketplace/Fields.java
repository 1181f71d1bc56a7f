package app.satchel.marketplace;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Fields of a row, each null when absent or unusable. */
final class Fields {
  private static final long LATEST = Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();

  private Fields() {}

  /** A text without control characters and outer blanks, cut at {@code max} characters. */
  static String text(JsonNode row, String name, int max) {
    return clean(row.path(name), max);
  }

  private static String clean(JsonNode value, int max) {
    if (!value.isTextual() && !value.isNumber()) {
      return null;
    }
    String raw = value.asText();
    StringBuilder kept = new StringBuilder(Math.min(raw.length(), max));
    for (int i = 0; i < raw.length() && kept.length() < max; i++) {
      char c = raw.charAt(i);
      kept.append(Character.isISOControl(c) && c != '\n' ? ' ' : c);
    }
    if (!kept.isEmpty() && Character.isHighSurrogate(kept.charAt(kept.length() - 1))) {
      kept.setLength(kept.length() - 1);
    }
    String text = kept.toString().strip();
    return text.isEmpty() ? null : text;
  }

  /** A count of something: a number, or a text that is one. */
  static Integer count(JsonNode row, String name) {
    JsonNode value = row.path(name);
    double number =
        value.isNumber()
            ? value.asDouble()
            : value.isTextual() && value.asText().matches("[0-9]{1,15}")
                ? Double.parseDouble(value.asText())
                : -1;
    return number >= 0 ? (Integer) (int) Math.min(number, Integer.MAX_VALUE) : null;
  }

  /** A moment: ISO text, or milliseconds since 1970 as number or text. */
  static Instant instant(JsonNode row, String name) {
    JsonNode value = row.path(name);
    String text = value.isTextual() || value.isNumber() ? value.asText().strip() : "";
    try {
      if (text.matches("[0-9]{9,15}")) {
        long number = Long.parseLong(text);
        // Seconds until the year 5138 have at most 11 digits; milliseconds since 1973 at least 12.
        long millis = text.length() <= 11 ? number * 1000 : number;
        return millis <= LATEST ? Instant.ofEpochMilli(millis) : null;
      }
      return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      // Shown as unknown.
      return null;
    }
  }

  /** A relative folder with {@code /} between its segments; null when it leads elsewhere. */
  static String folder(JsonNode row, String name) {
    String text = text(row, name, 1024);
    if (text == null) {
      return null;
    }
    String plain = text.replaceAll("^(\\./)+|/+$", "");
    for (String segment : plain.split("/", -1)) {
      boolean itself = plain.equals(".");
      if (!itself && (segment.isEmpty() || segment.equals(".") || segment.equals(".."))) {
        return plain.isEmpty() ? "." : null;
      }
    }
    return plain;
  }

  /** A list of texts, or one text with commas; never null. */
  static List<String> texts(JsonNode row, String name, int most, int max) {
    JsonNode value = row.path(name);
    List<String> all = new ArrayList<>();
    if (value.isTextual()) {
      for (String part : value.asText().split(",", most + 1)) {
        if (!part.isBlank() && all.size() < most && part.length() <= max) {
          all.add(part.strip());
        }
      }
      return all;
    }
    for (JsonNode element : value.isArray() ? value : List.<JsonNode>of()) {
      String text = clean(element, max);
      if (text != null && all.size() < most) {
        all.add(text);
      }
    }
    return all;
  }
}
