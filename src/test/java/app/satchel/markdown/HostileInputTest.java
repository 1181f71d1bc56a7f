package app.satchel.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Inputs on which flexmark 0.64.8 was measured to overflow its stack, to take seconds, or never to
 * end. The reader must come back, with the words still there.
 */
class HostileInputTest {
  private static final Map<String, IntFunction<String>> SHAPES = new LinkedHashMap<>();

  /** The standard bounds with less patience, to keep the tests quick. */
  private static final MarkdownReader HASTY =
      new MarkdownReader(new MarkdownLimits(512 << 10, Duration.ofMillis(50), 48, 100, 64L << 20));

  private static void repeated(String name, String unit) {
    SHAPES.put(name, size -> unit.repeat(size / unit.length() + 1));
  }

  static {
    repeated("open_brackets", "[");
    repeated("close_brackets", "]");
    SHAPES.put("nested_brackets", n -> "[".repeat(n / 2) + "a" + "]".repeat(n / 2));
    repeated("link_open_paren", "[a](");
    repeated("link_open_angle", "[a](<b");
    repeated("link_b", "[a](b");
    repeated("bang_link", "![[]()");
    repeated("link_empty", "[](");
    SHAPES.put("emph_nested", n -> "*a **a ".repeat(n / 14) + "b" + " a** a*".repeat(n / 14));
    repeated("emph_closers", "a_ ");
    repeated("emph_openers", "_a ");
    repeated("mismatch", "*a_ ");
    repeated("stars", "*");
    repeated("a**b_c*", "a**b_c* ");
    repeated("underscores_line", "_");
    repeated("dashes_line", "-");
    repeated("stars_line", "* ");
    SHAPES.put(
        "backticks",
        n -> {
          StringBuilder text = new StringBuilder();
          for (int i = 1; text.length() < n; i++) {
            text.append('e').append("`".repeat(i));
          }
          return text.toString();
        });
    repeated("tildes", "~");
    repeated("tilde_a", "~a");
    repeated("~a~", "~a~ ");
    repeated("blockquotes", "> ");
    repeated("blockquotes_nosp", ">");
    repeated("nested_list_1line", "- ");
    repeated("nested_list_num", "1. ");
    SHAPES.put(
        "nested_list_lines",
        n -> {
          StringBuilder text = new StringBuilder();
          for (int i = 0; text.length() < n; i++) {
            text.append("  ".repeat(i)).append("- a\n");
          }
          return text.toString();
        });
    SHAPES.put(
        "refs_many",
        n -> {
          StringBuilder text = new StringBuilder();
          for (int i = 0; text.length() < n; i++) {
            text.append("[a").append(i).append("]: u\n");
          }
          return text.toString();
        });
    repeated("refs_unclosed", "[a]: u 'x\n");
    SHAPES.put("ref_then_uses", n -> "[a]: /" + "u".repeat(n / 2) + "\n\n" + "[a] ".repeat(n / 8));
    repeated("html_lt", "<");
    repeated("html_open_tag", "<a ");
    SHAPES.put("html_attr", n -> "x <a " + "b ".repeat(n / 2) + ">");
    repeated("html_attr_q", "<a b='");
    repeated("html_comment_open", "a <!--");
    SHAPES.put("html_comment_dashes", n -> "a <!-" + "-".repeat(n));
    repeated("html_cdata", "a <![CDATA[");
    repeated("html_pi", "a <?");
    repeated("html_decl", "a <!A ");
    repeated("autolink_lt", "<http://a");
    repeated("entities", "&amp;");
    SHAPES.put("entity_long", n -> "&#" + "1".repeat(n) + ";");
    SHAPES.put("backslashes", n -> "[" + "\\".repeat(n));
    repeated("backslash_link", "\\[");
    SHAPES.put("issue573", n -> "[" + "\\!".repeat(n / 2));
    SHAPES.put("table_wide", n -> "|a".repeat(n / 4) + "\n" + "|-".repeat(n / 4) + "\n");
    SHAPES.put("table_tall", n -> "|a|b|\n|-|-|\n" + "|1|2|\n".repeat(n / 6));
    SHAPES.put(
        "table_wide_rows",
        n -> "|a".repeat(n / 8) + "\n" + "|-".repeat(n / 8) + "\n" + "|b\n".repeat(n / 6));
    repeated("table_pipes", "|");
    SHAPES.put("table_backtick", n -> "|a|\n|-|\n" + "|`".repeat(n / 2));
    repeated("autourl", "http://a ");
    SHAPES.put("autourl_dots", n -> "http://" + "a.".repeat(n / 2));
    repeated("autoemail", "a@b.c ");
    repeated("www", "www.");
    repeated("www_sp", "www.a ");
    repeated("footdefs", "[^a]: b\n\n");
    repeated("footrefs", "[^a] ");
    SHAPES.put("lines_lazy_quote", n -> "> ".repeat(n / 4) + "a\n" + "b\n".repeat(n / 4));
    repeated("long_line", "word ");
    repeated("many_lines", "a\n");
    SHAPES.put("combining", n -> "e" + "\u0301".repeat(n));
    SHAPES.put("link_title", n -> "[a](b '" + "t".repeat(n) + "')");
    SHAPES.put("data_image", n -> "![a](data:image/png;base64," + "A".repeat(n) + ")");
    SHAPES.put("fence_long", n -> "`".repeat(n) + "\ncode");
    repeated("fences_open", "```\na\n");
    repeated("hard_breaks", "a  \n");
    SHAPES.put("heading_hashes", n -> "# a " + "#".repeat(n));
    SHAPES.put("heading_sp_hash", n -> "# " + "# ".repeat(n / 2));
    repeated("headings", "# a\n");
    repeated("indented", "    a\n");
    repeated("link_title_q", "[a](b '");
    repeated("many_paras", "a\n\n");
    repeated("nul", "\0");
    repeated("setext", "a\n===\n");
    repeated("spaces_line", " ");
    repeated("tabs", "\t");
    repeated("tasklist", "- [ ] a\n");
    repeated("tags", "\uDB40\uDC41");
    repeated("bidi", "\u202Ea\u202C");
  }

  static Stream<Arguments> shapes() {
    return SHAPES.entrySet().stream()
        .flatMap(
            shape ->
                Stream.of(40, 1_000, 10_000, 50_000)
                    .map(size -> Arguments.of(shape.getKey(), size)));
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("shapes")
  void comesBackWithSomethingToShow(String name, int size) {
    MarkdownDocument document = HASTY.read(SHAPES.get(name).apply(size));
    document
        .bound()
        .ifPresent(
            bound -> {
              assertThat(bound).isNotEqualTo(MarkdownDocument.Bound.PARSER);
              assertThat(document.notes().getFirst().sentence()).isNotBlank();
              assertThat(document.blocks()).isNotEmpty();
            });
    assertThat(document.plainText().length()).isLessThan(9 * size + (2 << 20));
  }

  @Test
  void coversEveryShapeThatWasMeasured() throws IOException {
    List<String> lines =
        Files.readAllLines(
            Shared.file("security/flexmark-0.64.8-pathological.tsv"), StandardCharsets.UTF_8);
    Set<String> missing = new TreeSet<>();
    for (String line : lines.subList(1, lines.size())) {
      String name = line.substring(0, line.indexOf('\t'));
      if (!SHAPES.containsKey(name)) {
        missing.add(name);
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void stopsAnExponentialInputAtTheDeadline() throws InterruptedException {
    MarkdownDocument document = new MarkdownReader().read("[" + "\\".repeat(60));
    assertThat(document.bound()).contains(MarkdownDocument.Bound.TIME);
    assertThat(document.blocks()).containsExactly(new Block.SourceText("[" + "\\".repeat(60)));
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("markdown-reader")) {
        thread.join(10_000);
        assertThat(thread.isAlive()).as("the parser is left running").isFalse();
      }
    }
  }

  @Test
  void givesDeepNestingAsSourceInItsPlace() {
    MarkdownDocument document =
        new MarkdownReader().read("# Title\n\n" + "> ".repeat(200) + "deep\n");
    assertThat(document.bound()).contains(MarkdownDocument.Bound.NESTING);
    assertThat(document.outline()).hasSize(1);
    assertThat(document.plainText()).contains("Title").contains("deep");
  }

  @Test
  void showsTheBeginningOfAnEndlessDocument() {
    MarkdownDocument document = new MarkdownReader().read("word word word\n\n".repeat(100_000));
    assertThat(document.bound()).contains(MarkdownDocument.Bound.SIZE);
    assertThat(document.blocks()).hasSizeGreaterThan(10_000);
    assertThat(document.notes().getFirst().sentence()).contains("512 thousand");
  }
}
