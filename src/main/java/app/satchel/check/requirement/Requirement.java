package app.satchel.check.requirement;

import java.util.Locale;
import java.util.Objects;

/**
 * Something a skill says it needs.
 *
 * @param kind what sort of thing
 * @param name its usual name, lower case except environment variables and scoped packages
 * @param version comparators joined by spaces ({@code >=3.10 <4}), or null
 * @param level how much it is needed
 * @param anyOf label shared by alternatives of which one is enough, or null
 * @param text the author's own words
 * @param place where they stand
 */
public record Requirement(
    Kind kind, String name, String version, Level level, String anyOf, String text, Place place) {
  public Requirement {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(name);
    Objects.requireNonNull(level);
    Objects.requireNonNull(text);
    Objects.requireNonNull(place);
  }

  /**
   * Where a requirement stands.
   *
   * @param where the field's key as written, with dots for maps, or the heading of the text's
   *     section
   * @param line its 1-based line in SKILL.md; null for a value that is not in one
   */
  public record Place(String where, Integer line) {
    public Place {
      Objects.requireNonNull(where);
    }
  }

  /** The sorts of things a skill can need. */
  public enum Kind {
    RUNTIME,
    PACKAGE,
    TOOL,
    OS,
    AGENT,
    MCP,
    NETWORK,
    CREDENTIAL,
    SERVICE,
    HARDWARE,
    SKILL;

    /** The word of the command line's JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How much it is needed. */
  public enum Level {
    REQUIRED,
    OPTIONAL,
    /** Only for a part of what the skill does. */
    CONDITIONAL,
    /** A system it says it does not work on. */
    EXCLUDED;

    /** The word of the command line's JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
