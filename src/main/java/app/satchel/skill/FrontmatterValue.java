package app.satchel.skill;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A value of the frontmatter as its author wrote it. Every scalar keeps its text ({@code 1.10}
 * stays {@code 1.10}); what YAML would make of it is only noted in {@link Scalar#kind}.
 */
public sealed interface FrontmatterValue {

  /**
   * As one line a person can read: a scalar's text, a list joined with {@code ", "}, a map as
   * {@code key: value; key: value}.
   */
  String asText();

  /** How a scalar is written. */
  enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    /** A block after {@code |}. */
    LITERAL,
    /** A block after {@code >}. */
    FOLDED
  }

  /** What a YAML 1.1 reader makes of a scalar. */
  enum Kind {
    STRING,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    TIMESTAMP,
    NULL
  }

  /**
   * A single value.
   *
   * @param text the value as text, escapes and folding resolved; empty for null
   */
  record Scalar(String text, Style style, Kind kind) implements FrontmatterValue {
    /** Whether every YAML reader takes it for a string. */
    public boolean isString() {
      return kind == Kind.STRING;
    }

    @Override
    public String asText() {
      return text;
    }
  }

  /**
   * A list.
   *
   * @param flow written as {@code [a, b]} rather than as lines with dashes
   */
  record Sequence(List<FrontmatterValue> items, boolean flow) implements FrontmatterValue {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String asText() {
      return items.stream().map(FrontmatterValue::asText).collect(Collectors.joining(", "));
    }
  }

  /**
   * A map, in the order written; a key that occurs twice is there twice.
   *
   * @param flow written as <code>{a: b}</code> rather than as indented lines
   */
  record Mapping(List<Entry> entries, boolean flow) implements FrontmatterValue {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The last entry of a key: what most YAML readers would give. */
    public Optional<Entry> entry(String key) {
      return entries.reversed().stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    @Override
    public String asText() {
      return entries.stream()
          .map(entry -> entry.key() + ": " + entry.value().asText())
          .collect(Collectors.joining("; "));
    }
  }

  /**
   * A key with its value and place. Offsets are {@code char} offsets in {@link SkillMd#readText()}.
   *
   * @param key the key's text
   * @param value its value
   * @param line 1-based line of the key in the file
   * @param start offset of the key's first character
   * @param valueStart offset of the value's first character (quote or block indicator included);
   *     equals {@code valueEnd} for an empty value
   * @param valueEnd offset after the value's last character; a block scalar's includes its final
   *     line break
   */
  record Entry(
      String key, FrontmatterValue value, int line, int start, int valueStart, int valueEnd) {}
}
