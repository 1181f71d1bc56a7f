package app.satchel.markdown;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds quotes that are notices: their first line is {@code [!NOTE]} or one of its kin, alone. */
final class Alerts {
  private static final int LONGEST = 16;

  private static final Map<String, Block.AlertKind> KINDS =
      Map.of(
          "[!note]", Block.AlertKind.NOTE,
          "[!tip]", Block.AlertKind.TIP,
          "[!important]", Block.AlertKind.IMPORTANT,
          "[!warning]", Block.AlertKind.WARNING,
          "[!caution]", Block.AlertKind.CAUTION);

  private Alerts() {}

  /**
   * A notice.
   *
   * @param rest what follows the first line in its paragraph; null when nothing does
   */
  record Found(Block.AlertKind kind, Node rest) {}

  /** The notice that a quote is; empty when it is none, or when nothing follows its first line. */
  static Optional<Found> in(BlockQuote quote) {
    if (!(quote.getFirstChild() instanceof Paragraph paragraph)) {
      return Optional.empty();
    }
    StringBuilder line = new StringBuilder();
    Node node = paragraph.getFirstChild();
    while (node != null && !isLineEnd(node)) {
      if (line.length() > LONGEST) {
        return Optional.empty();
      }
      line.append(node.getChars());
      node = node.getNext();
    }
    Block.AlertKind kind = KINDS.get(line.toString().strip().toLowerCase(Locale.ROOT));
    Node rest = node == null ? null : node.getNext();
    boolean says = rest != null || paragraph.getNext() != null;
    return kind == null || !says ? Optional.empty() : Optional.of(new Found(kind, rest));
  }

  private static boolean isLineEnd(Node node) {
    return node instanceof SoftLineBreak || node instanceof HardLineBreak;
  }
}
