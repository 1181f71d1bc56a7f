package app.satchel.skill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Tabs where SnakeYAML is more patient than others: PyYAML (6.0.3, tried 2026-11) and the readers
 * built on it allow a tab only in quotes, in the lines of a block and in comments, and refuse the
 * whole frontmatter otherwise, be it behind a value or between two words.
 */
final class StrayTabs {
  /**
   * What may hold tabs.
   *
   * @param start offset in code points
   * @param end offset in code points, exclusive
   */
  private record Span(int start, int end) {}

  private StrayTabs() {}

  /**
   * The 0-based line of the first tab that does not belong where it stands, or -1.
   *
   * @param root the composed tree of the text; without cycles
   */
  static int line(String yaml, Node root) {
    if (yaml.indexOf('\t') < 0) {
      return -1;
    }
    List<Span> spans = new ArrayList<>();
    int[] text = yaml.codePoints().toArray();
    collect(root, text, spans);
    spans.sort(Comparator.comparingInt(Span::start));
    int line = 0;
    int next = 0;
    boolean comment = false;
    for (int at = 0; at < text.length; at++) {
      while (next < spans.size() && spans.get(next).end() <= at) {
        next++;
      }
      boolean inside = next < spans.size() && spans.get(next).start() <= at;
      if (text[at] == '\n') {
        line++;
        comment = false;
      } else if (!inside && text[at] == '#' && (at == 0 || Character.isWhitespace(text[at - 1]))) {
        comment = true;
      } else if (!inside && !comment && text[at] == '\t') {
        return line;
      }
    }
    return -1;
  }

  private static void collect(Node node, int[] text, List<Span> spans) {
    switch (node) {
      case ScalarNode scalar when scalar.getScalarStyle() != ScalarStyle.PLAIN -> {
        int start = scalar.getStartMark().getIndex();
        boolean block =
            scalar.getScalarStyle() == ScalarStyle.LITERAL
                || scalar.getScalarStyle() == ScalarStyle.FOLDED;
        // Behind a block's header a tab is as wrong as elsewhere.
        while (block && start < text.length && text[start] != '\n') {
          start++;
        }
        spans.add(new Span(start, scalar.getEndMark().getIndex()));
      }
      case SequenceNode sequence -> sequence.getValue().forEach(n -> collect(n, text, spans));
      case MappingNode mapping -> {
        for (NodeTuple tuple : mapping.getValue()) {
          collect(tuple.getKeyNode(), text, spans);
          collect(tuple.getValueNode(), text, spans);
        }
      }
      default -> {}
    }
  }
}
