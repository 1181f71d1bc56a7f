package app.satchel.check.upload;

import app.satchel.skill.FrontmatterValue;
import app.satchel.skill.FrontmatterValue.Entry;
import app.satchel.skill.FrontmatterValue.Mapping;
import app.satchel.skill.FrontmatterValue.Scalar;
import app.satchel.skill.FrontmatterValue.Sequence;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value as the one text, or the few, that a map of strings can hold: a list joined with commas, a
 * map as {@code key.sub} entries, what is nested deeper inside a list as JSON.
 *
 * @param key the path of keys, joined with dots
 * @param text the value
 */
record Flat(String key, String text) {
  private static final JsonMapper JSON = new JsonMapper();

  /** All texts of a value; at least one. */
  static List<Flat> of(String key, FrontmatterValue value) {
    List<Flat> result = new ArrayList<>();
    add(key, value, result);
    return result;
  }

  private static void add(String key, FrontmatterValue value, List<Flat> result) {
    switch (value) {
      case Scalar scalar -> result.add(new Flat(key, scalar.text()));
      case Sequence sequence -> result.add(new Flat(key, joined(sequence)));
      case Mapping mapping when mapping.entries().isEmpty() -> result.add(new Flat(key, ""));
      case Mapping mapping ->
          mapping.entries().forEach(entry -> add(key + "." + entry.key(), entry.value(), result));
    }
  }

  /** With the first separator that stands in no item, so that the items can be told apart. */
  private static String joined(Sequence sequence) {
    List<String> items = new ArrayList<>();
    for (FrontmatterValue item : sequence.items()) {
      if (!(item instanceof Scalar scalar) || scalar.text().indexOf('\n') >= 0) {
        return json(sequence);
      }
      items.add(scalar.text());
    }
    for (char separator : new char[] {',', ';', '|'}) {
      if (items.stream().noneMatch(item -> item.indexOf(separator) >= 0)) {
        return String.join(separator == '|' ? " | " : separator + " ", items);
      }
    }
    return json(sequence);
  }

  /** Lists and maps as JSON, every value a text. */
  static String json(FrontmatterValue value) {
    try {
      return JSON.writeValueAsString(plain(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("lists, maps and strings are always JSON", e);
    }
  }

  private static Object plain(FrontmatterValue value) {
    return switch (value) {
      case Scalar scalar -> scalar.text();
      case Sequence sequence -> sequence.items().stream().map(Flat::plain).toList();
      case Mapping mapping -> {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
          map.put(entry.key(), plain(entry.value()));
        }
        yield map;
      }
    };
  }
}
