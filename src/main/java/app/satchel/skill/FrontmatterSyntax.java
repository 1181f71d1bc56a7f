package app.satchel.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * YAML beyond keys and values: anchors, aliases and tags. They are resolved when a frontmatter is
 * read, so the values do not show them; stricter readers (skills-ref 0.1.0) refuse them.
 */
public final class FrontmatterSyntax {
  private static final String CORE = "tag:yaml.org,2002:";

  private static final Set<String> CORE_TYPES =
      Set.of("str", "int", "float", "bool", "null", "seq", "map", "timestamp", "binary", "set");

  private FrontmatterSyntax() {}

  /**
   * One of them.
   *
   * @param text as written, such as {@code &base}, or the tag's full name
   * @param line 1-based line in the text that was read
   */
  public record Mark(Kind kind, String text, int line) {}

  /** What it is. */
  public enum Kind {
    ANCHOR,
    ALIAS,
    /** A tag of YAML itself, such as {@code !!str}. */
    CORE_TAG,
    /** Any other: asks a reader to make an object of its own. */
    FOREIGN_TAG
  }

  /** The marks of a frontmatter in order; of an unreadable one, those before the fault. */
  public static List<Mark> marks(SkillMd md) {
    Frontmatter frontmatter = md.frontmatter();
    String block = md.readText().substring(frontmatter.start(), frontmatter.end());
    if (block.indexOf('&') < 0 && block.indexOf('*') < 0 && block.indexOf('!') < 0) {
      return List.of();
    }
    List<Mark> marks = new ArrayList<>();
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(FrontmatterYaml.MAX_DEPTH);
    options.setCodePointLimit(FrontmatterYaml.MAX_CHARS);
    try {
      ParserImpl parser = new ParserImpl(new StreamReader(block), options);
      while (!parser.checkEvent(Event.ID.StreamEnd)) {
        collect(parser.getEvent(), frontmatter.firstLine(), marks);
      }
    } catch (YAMLException e) {
      // Unreadable from here on, which Frontmatter.yamlError tells.
      return List.copyOf(marks);
    }
    return List.copyOf(marks);
  }

  private static void collect(Event event, int firstLine, List<Mark> marks) {
    int line = event.getStartMark() == null ? 0 : event.getStartMark().getLine();
    if (event instanceof AliasEvent alias) {
      marks.add(new Mark(Kind.ALIAS, "*" + alias.getAnchor(), firstLine + line));
    } else if (event instanceof NodeEvent node && node.getAnchor() != null) {
      marks.add(new Mark(Kind.ANCHOR, "&" + node.getAnchor(), firstLine + line));
    }
    String tag =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag();
          case CollectionStartEvent collection -> collection.getTag();
          default -> null;
        };
    if (tag != null) {
      // A lone "!" only says that the value is a text.
      boolean core =
          tag.equals("!")
              || tag.startsWith(CORE) && CORE_TYPES.contains(tag.substring(CORE.length()));
      marks.add(new Mark(core ? Kind.CORE_TAG : Kind.FOREIGN_TAG, written(tag), firstLine + line));
    }
  }

  private static String written(String tag) {
    return tag.startsWith(CORE) ? "!!" + tag.substring(CORE.length()) : tag;
  }
}
