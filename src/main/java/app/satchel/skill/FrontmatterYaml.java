package app.satchel.skill;

import app.satchel.skill.Frontmatter.YamlError;
import app.satchel.skill.FrontmatterValue.Entry;
import app.satchel.skill.FrontmatterValue.Kind;
import app.satchel.skill.FrontmatterValue.Mapping;
import app.satchel.skill.FrontmatterValue.Scalar;
import app.satchel.skill.FrontmatterValue.Sequence;
import app.satchel.skill.FrontmatterValue.Style;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * SnakeYAML's node tree as our values. Only composed, never constructed: no tag makes an object, no
 * scalar becomes a number or a date, no alias is expanded beyond a bound (docs/decisions/0003).
 */
final class FrontmatterYaml {
  /** The largest real frontmatter is far below; a longer one is read line by line. */
  static final int MAX_CHARS = 64 * 1024;

  private static final int MAX_NODES = 10_000;
  static final int MAX_DEPTH = 32;

  private FrontmatterYaml() {}

  sealed interface Result {}

  record Parsed(Mapping root) implements Result {}

  record Failed(YamlError error) implements Result {}

  /**
   * Reads a block strictly.
   *
   * @param yaml the block's text
   * @param offset its offset in the file's text, added to every place
   * @param firstLine 1-based line of its first line
   */
  static Result parse(String yaml, int offset, int firstLine) {
    return parse(yaml, offset, firstLine, (place, line) -> firstLine + line);
  }

  /** Tells an entry's line in the file as published. */
  @FunctionalInterface
  interface Lines {
    /**
     * @param place the entry's offset, {@code offset} included
     * @param line the entry's 0-based line in the block
     */
    int lineOf(int place, int line);
  }

  /** The same, with the lines told by somebody who knows of repairs. */
  static Result parse(String yaml, int offset, int firstLine, Lines lines) {
    if (yaml.length() > MAX_CHARS) {
      return new Failed(new YamlError(firstLine, "longer than " + MAX_CHARS + " characters"));
    }
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setMaxAliasesForCollections(0);
    options.setAllowRecursiveKeys(false);
    options.setCodePointLimit(MAX_CHARS);
    try {
      Node node =
          new Composer(new ParserImpl(new StreamReader(yaml), options), new Resolver(), options)
              .getSingleNode();
      if (node == null) {
        return new Parsed(new Mapping(List.of(), false));
      }
      if (!(node instanceof MappingNode mapping)) {
        return new Failed(new YamlError(firstLine, "not a list of keys and values"));
      }
      Mapping root = new Converter(yaml, offset, lines).mapping(mapping);
      int tab = StrayTabs.line(yaml, mapping);
      return tab < 0
          ? new Parsed(root)
          : new Failed(new YamlError(firstLine + tab, "a tab stands outside of quotes"));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
      String problem = e.getProblem() == null ? e.getMessage() : e.getProblem();
      return new Failed(new YamlError(firstLine + line, problem));
    } catch (YAMLException e) {
      return new Failed(new YamlError(firstLine, firstLineOf(e.getMessage())));
    }
  }

  private static String firstLineOf(String message) {
    return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
  }

  private static final class Converter {
    private final String yaml;
    private final int offset;
    private final Lines lines;
    private final boolean onePerChar;
    private final Set<Node> path = Collections.newSetFromMap(new IdentityHashMap<>());
    private int nodes;

    Converter(String yaml, int offset, Lines lines) {
      this.yaml = yaml;
      this.offset = offset;
      this.lines = lines;
      this.onePerChar = yaml.codePointCount(0, yaml.length()) == yaml.length();
    }

    private FrontmatterValue value(Node node) {
      if (++nodes > MAX_NODES) {
        throw new YAMLException("more than " + MAX_NODES + " values");
      }
      if (!path.add(node)) {
        throw new YAMLException("a value that contains itself");
      }
      try {
        return switch (node) {
          case ScalarNode scalar -> scalar(scalar);
          case SequenceNode sequence ->
              new Sequence(
                  sequence.getValue().stream().map(this::value).toList(),
                  sequence.getFlowStyle() == FlowStyle.FLOW);
          case MappingNode mapping -> mapping(mapping);
          default -> throw new YAMLException("an alias that leads nowhere");
        };
      } finally {
        path.remove(node);
      }
    }

    Mapping mapping(MappingNode node) {
      List<Entry> entries = new ArrayList<>();
      for (NodeTuple tuple : node.getValue()) {
        Node key = tuple.getKeyNode();
        Node value = tuple.getValueNode();
        int start = at(key.getStartMark().getIndex());
        // An alias gives the node it stands for, with the marks of that place.
        int keyEnd = key.getEndMark().getIndex();
        boolean elsewhere = value.getStartMark().getIndex() < keyEnd;
        entries.add(
            new Entry(
                value(key).asText(),
                value(value),
                lines.lineOf(start, key.getStartMark().getLine()),
                start,
                at(elsewhere ? keyEnd : value.getStartMark().getIndex()),
                at(elsewhere ? keyEnd : value.getEndMark().getIndex())));
      }
      return new Mapping(entries, node.getFlowStyle() == FlowStyle.FLOW);
    }

    private Scalar scalar(ScalarNode node) {
      Style style =
          switch (node.getScalarStyle()) {
            case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> Style.DOUBLE_QUOTED;
            case LITERAL -> Style.LITERAL;
            case FOLDED -> Style.FOLDED;
            case PLAIN -> Style.PLAIN;
          };
      Kind kind = kind(node.getTag());
      // A null written as ~ or null keeps no text: there is nothing to show.
      return new Scalar(kind == Kind.NULL ? "" : node.getValue(), style, kind);
    }

    private static Kind kind(Tag tag) {
      if (tag.equals(Tag.NULL)) {
        return Kind.NULL;
      } else if (tag.equals(Tag.BOOL)) {
        return Kind.BOOLEAN;
      } else if (tag.equals(Tag.INT)) {
        return Kind.INTEGER;
      } else if (tag.equals(Tag.FLOAT)) {
        return Kind.DECIMAL;
      } else if (tag.equals(Tag.TIMESTAMP)) {
        return Kind.TIMESTAMP;
      }
      return Kind.STRING;
    }

    /** SnakeYAML counts code points; our offsets count chars. */
    private int at(int codePoint) {
      return offset + (onePerChar ? codePoint : yaml.offsetByCodePoints(0, codePoint));
    }
  }
}
