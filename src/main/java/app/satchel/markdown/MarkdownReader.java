package app.satchel.markdown;

import app.satchel.markdown.MarkdownDocument.Bound;
import app.satchel.markdown.MarkdownDocument.Note;
import app.satchel.markdown.MarkdownDocument.NoteKind;
import app.satchel.words.Words;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads Markdown into a {@link MarkdownDocument}. Never fails and never takes longer than its
 * bounds allow, whatever the text: past a bound the source itself is the document, with a note that
 * says which. Blocking; call it off the window's thread. Safe for use by several threads.
 */
public final class MarkdownReader {
  private static final Logger LOG = LoggerFactory.getLogger(MarkdownReader.class);

  /**
   * The deadline is time of work; on a busy computer, or in a parser that reads no characters, more
   * may pass on the wall. This many deadlines are waited for.
   */
  private static final int PATIENCE = 4;

  /** Every construct once, for {@link #warmUp}. */
  private static final String SAMPLE =
      """
      # Title

      Some *words*, **strong** ~~or~~ `code`, a [link](file.md "title") &amp; <b>tag</b> <!-- c -->
      and https://example.org/a\\_b.\s\s
      ![image](image.png)

      - [ ] one
        - two

      1. three

      > quote[^1]

      > [!NOTE]
      > alert

      [^1]: footnote

      | a | b |
      |---|--:|
      | 1 | 2 |

      ```sh
      code
      ```

          indented

      <div>
      html
      </div>

      [a]: b
      [a] ***
      """;

  private final Words words = Words.of(MarkdownReader.class);
  private final MarkdownLimits limits;
  private Parser parser;

  public MarkdownReader() {
    this(MarkdownLimits.standard());
  }

  public MarkdownReader(MarkdownLimits limits) {
    this.limits = limits;
  }

  /** Made when the first text is read: a window starts without one. */
  private synchronized Parser parser() {
    if (parser == null) {
      parser = Parser.builder(options()).build();
    }
    return parser;
  }

  /** The dialect: CommonMark with tables, struck words, task boxes and footnotes. */
  static DataHolder options() {
    return new MutableDataSet()
        .set(
            Parser.EXTENSIONS,
            List.of(
                TablesExtension.create(),
                StrikethroughExtension.create(),
                TaskListExtension.create(),
                FootnoteExtension.create()))
        // One header row. Missing cells are not filled in: a wide header over many short rows
        // would grow without bound; the view fills them in.
        .set(TablesExtension.MIN_HEADER_ROWS, 1)
        .set(TablesExtension.MAX_HEADER_ROWS, 1)
        .set(TablesExtension.COLUMN_SPANS, false)
        // One dash makes a column (GFM 4.10).
        .set(TablesExtension.MIN_SEPARATOR_DASHES, 1)
        // A last line in brackets is a row to every other reader.
        .set(TablesExtension.WITH_CAPTION, false)
        .set(TablesExtension.APPEND_MISSING_COLUMNS, false)
        .set(TablesExtension.DISCARD_EXTRA_COLUMNS, true)
        .set(TablesExtension.HEADER_SEPARATOR_COLUMN_MATCH, true)
        .toImmutable();
  }

  /**
   * Reads a small document, so that the first real one does not pay for loading the parser. Call it
   * in the background when the program has started.
   */
  public void warmUp() {
    for (int i = 0; i < 10; i++) {
      read(SAMPLE);
    }
  }

  /** Reads the body of a SKILL.md (what follows the frontmatter). */
  public MarkdownDocument read(String body) {
    return read(body, "SKILL.md");
  }

  /**
   * Reads a Markdown file of a skill.
   *
   * @param body its text, without frontmatter
   * @param documentPath its path in the skill; relative links start from its folder
   * @throws CancellationException when the calling thread is interrupted
   */
  public MarkdownDocument read(String body, String documentPath) {
    String text = body.length() <= limits.maxChars() ? body : cut(body);
    CompletableFuture<MarkdownDocument> answer = new CompletableFuture<>();
    Thread worker =
        new Thread(
            null,
            () -> answer.complete(convert(text, documentPath)),
            "markdown-reader",
            limits.stackBytes());
    worker.setDaemon(true);
    worker.start();
    MarkdownDocument document = await(answer, text);
    return text.length() == body.length() ? document : withBound(document, Bound.SIZE);
  }

  private MarkdownDocument await(CompletableFuture<MarkdownDocument> answer, String text) {
    try {
      return answer.get(limits.deadline().toMillis() * PATIENCE, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.warn("Markdown of {} characters is still being parsed after its deadline", text.length());
      return fallback(text, Bound.TIME);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  private MarkdownDocument convert(String text, String documentPath) {
    try {
      DeadlineSequence source = DeadlineSequence.startingNow(text, limits.deadline());
      Reading reading = new Reading(limits, new LinkPolicy(documentPath), source);
      Document parsed = parser().parse(BasedSequence.of(source));
      BlockConverter converter = new BlockConverter(parsed, reading);
      List<Block> blocks = converter.blocks(parsed);
      MarkdownDocument document =
          new MarkdownDocument(blocks, converter.outline(), reading.notes(words), Optional.empty());
      return reading.tooDeep() ? withBound(document, Bound.NESTING) : document;
    } catch (DeadlineSequence.Exceeded e) {
      return fallback(text, Bound.TIME);
    } catch (Reading.GrowthExceeded e) {
      return fallback(text, Bound.GROWTH);
    } catch (StackOverflowError e) {
      return fallback(text, Bound.NESTING);
    } catch (RuntimeException | AssertionError e) {
      LOG.warn("Markdown of {} characters is shown as source: the parser failed", text.length(), e);
      return fallback(text, Bound.PARSER);
    }
  }

  private String cut(String body) {
    int end = body.lastIndexOf('\n', limits.maxChars());
    if (end < limits.maxChars() / 2) {
      end = limits.maxChars();
      if (Character.isHighSurrogate(body.charAt(end - 1))) {
        end--;
      }
    }
    return body.substring(0, end);
  }

  private MarkdownDocument fallback(String text, Bound bound) {
    String shown = VisibleText.bracketed(text);
    List<Block> blocks = shown.isBlank() ? List.of() : List.of(new Block.SourceText(shown));
    return withBound(new MarkdownDocument(blocks, List.of(), List.of(), Optional.empty()), bound);
  }

  private MarkdownDocument withBound(MarkdownDocument document, Bound bound) {
    List<Note> notes = new ArrayList<>();
    notes.add(new Note(NoteKind.BOUND, 1, words.text("bound." + bound, limits.maxChars() >> 10)));
    notes.addAll(document.notes());
    return new MarkdownDocument(
        document.blocks(), document.outline(), notes, Optional.of(document.bound().orElse(bound)));
  }
}
