package app.satchel.check.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Map;

/** What each tool of {@code allowed-tools} permits, in plain words, from {@code tools.json}. */
public final class ToolWords {
  /** The tools as they are known now. */
  public static final ToolWords CURRENT = load();

  private static final String SERVER = "mcp__";

  private final Map<String, JsonNode> tools;
  private final JsonNode root;

  private ToolWords(Map<String, JsonNode> tools, JsonNode root) {
    this.tools = tools;
    this.root = root;
  }

  /**
   * What a tool permits.
   *
   * @param words for a person
   * @param known whether the tool is one that Satchel knows
   * @param unlimited whether it means any command at all
   */
  public record Permit(String words, boolean known, boolean unlimited) {}

  private static ToolWords load() {
    try (InputStream in = ToolWords.class.getResourceAsStream("tools.json")) {
      JsonNode root = new ObjectMapper().readTree(in);
      Map<String, JsonNode> tools = new HashMap<>();
      for (JsonNode tool : root.get("tools")) {
        for (String name : tool.get("names").asText().split(" ")) {
          tools.put(name, tool);
        }
      }
      return new ToolWords(Map.copyOf(tools), root);
    } catch (IOException e) {
      throw new UncheckedIOException("tools.json cannot be read", e);
    }
  }

  /**
   * @param tool as written, one of {@link Tools#of}
   */
  public Permit of(String tool) {
    boolean unlimited = Tools.unrestricted(tool);
    if (tool.strip().equals("*")) {
      return new Permit(root.get("everything").asText(), true, true);
    }
    if (tool.startsWith(SERVER)) {
      return new Permit(ofServer(tool.substring(SERVER.length())), true, false);
    }
    int bracket = tool.indexOf('(');
    String name = (bracket < 0 ? tool : tool.substring(0, bracket)).strip();
    JsonNode known = tools.get(name);
    if (known == null) {
      return new Permit(root.get("unknown").asText(), false, unlimited);
    }
    String scope = scope(tool, bracket);
    if (unlimited || scope.isEmpty()) {
      return new Permit(known.get("words").asText(), true, unlimited);
    }
    boolean exact = known.has("exact") && !scope.contains("*");
    String pattern = known.path(exact ? "exact" : "scoped").asText("");
    // A limit that the data has no sentence for is shown all the same.
    String words =
        pattern.isEmpty()
            ? known.get("words").asText() + ": " + scope
            : MessageFormat.format(
                pattern.replace("'", "''"), known.has("exact") ? beginning(scope) : place(scope));
    return new Permit(words, true, false);
  }

  private String ofServer(String names) {
    int gap = names.indexOf("__");
    String server = gap < 0 ? names : names.substring(0, gap);
    String tool = gap < 0 ? "" : names.substring(gap + 2);
    return tool.isEmpty() || tool.equals("*")
        ? MessageFormat.format(root.get("server").asText(), server)
        : MessageFormat.format(root.get("serverTool").asText(), server, tool);
  }

  private static String scope(String tool, int bracket) {
    if (bracket < 0) {
      return "";
    }
    int end = tool.lastIndexOf(')');
    return tool.substring(bracket + 1, end > bracket ? end : tool.length()).strip();
  }

  /** {@code git:*} and {@code git *} mean commands that begin with {@code git}. */
  private static String beginning(String scope) {
    return scope.replaceFirst("(?::\\*|\\s*\\*)$", "").strip();
  }

  private static String place(String scope) {
    return scope.startsWith("domain:") ? scope.substring("domain:".length()) : scope;
  }
}
