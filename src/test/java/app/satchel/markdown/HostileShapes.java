package app.satchel.markdown;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Inputs on which flexmark 0.64.8 was measured to fail or to be slow, of any size. */
public final class HostileShapes {
  private static final Map<String, IntFunction<String>> SHAPES = new LinkedHashMap<>();

  private HostileShapes() {}

  /** Each by its name. */
  public static Map<String, IntFunction<String>> all() {
    return Collections.unmodifiableMap(SHAPES);
  }

  private static String wide(int size) {
    String row = "|[a](b.md)".repeat(90) + "\n";
    return "|a".repeat(90) + "\n" + "|-".repeat(90) + "\n" + row.repeat(size / row.length());
  }

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
    SHAPES.put("code_strings", n -> "```js\n" + "'' ".repeat(n / 3));
    SHAPES.put("code_lines", n -> "```python\n" + "if x: return 1 # a\n".repeat(n / 19));
    SHAPES.put("wide_table_of_links", n -> wide(n));
    repeated("html_bold", "<b>a</b> ");
    repeated("comments", "<!-- a --> ");
    repeated("pictures", "![a](https://a.example/b) ");
    repeated("tags", "\uDB40\uDC41");
    repeated("bidi", "\u202Ea\u202C");
  }
}
