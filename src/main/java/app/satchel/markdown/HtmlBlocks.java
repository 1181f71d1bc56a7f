package app.satchel.markdown;

import app.satchel.markdown.HtmlScanner.Token;
import java.util.ArrayList;
import java.util.List;

/** What remains of a block of raw HTML: the words over its folds, and the rest. */
final class HtmlBlocks {
  private final Reading reading;
  private final List<Block> done = new ArrayList<>();
  private InlineBuilder builder;
  private boolean inSummary;

  private HtmlBlocks(Reading reading) {
    this.reading = reading;
    this.builder = new InlineBuilder(reading, false);
  }

  static List<Block> of(String source, Reading reading) {
    HtmlBlocks blocks = new HtmlBlocks(reading);
    HtmlScanner.scan(source, blocks::token);
    blocks.end();
    return blocks.done;
  }

  private void token(Token token) {
    if (token instanceof Token.Tag tag && tag.name().equals("summary")) {
      end();
      inSummary = !tag.closing();
    } else {
      builder.html(token, true);
    }
  }

  private void end() {
    reading.charge(1);
    List<Inline> content = withoutLastBreaks(builder.build());
    builder = new InlineBuilder(reading, false);
    if (content.isEmpty()) {
      return;
    }
    if (inSummary) {
      done.add(new Block.Summary(content));
    } else if (Images.alone(content)) {
      Images.of(content).forEach(image -> done.add(new Block.ImageBlock(image)));
    } else {
      done.add(new Block.HtmlNote(content));
    }
  }

  private static List<Inline> withoutLastBreaks(List<Inline> content) {
    int end = content.size();
    while (end > 0 && content.get(end - 1) instanceof Inline.LineBreak) {
      end--;
    }
    return content.subList(0, end);
  }
}
