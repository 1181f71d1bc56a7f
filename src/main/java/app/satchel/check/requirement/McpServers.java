package app.satchel.check.requirement;

import app.satchel.check.requirement.ToolData.McpFile;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for an MCP server's name in the settings files of agents; uses only the names. */
final class McpServers {
  private static final Logger LOG = LoggerFactory.getLogger(McpServers.class);

  /** Some products allow comments in their settings. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private static final ObjectMapper TOML = new TomlMapper();
  private static final long LARGEST = 8L * 1024 * 1024;

  /**
   * A settings file of an agent on this computer.
   *
   * @param path where it would be
   * @param shape how it is to be read
   */
  record Settings(Path path, McpFile shape) {}

  private final List<Settings> files;

  McpServers(List<Settings> files) {
    this.files = List.copyOf(files);
  }

  /** The settings file that lists a server of this name. */
  Optional<Path> listed(String name) {
    String wanted = plain(name);
    return files.stream()
        .filter(file -> !wanted.isEmpty() && lists(file, wanted))
        .map(Settings::path)
        .findFirst();
  }

  private static boolean lists(Settings file, String wanted) {
    try {
      if (!Files.isRegularFile(file.path()) || Files.size(file.path()) > LARGEST) {
        return false;
      }
      ObjectMapper mapper = file.shape().format().equals("toml") ? TOML : JSON;
      // Editors of some systems write a byte order mark, and people write any byte.
      String text = new String(Files.readAllBytes(file.path()), StandardCharsets.UTF_8);
      JsonNode root = mapper.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
      return file.shape().keys().stream()
          .flatMap(key -> at(root, key))
          .flatMap(JsonNode::propertyStream)
          .anyMatch(entry -> plain(entry.getKey()).equals(wanted));
    } catch (IOException e) {
      LOG.debug("{} could not be read for MCP servers", file.path(), e);
      return false;
    }
  }

  /** The values at a path of names joined with slashes; {@code *} is every name. */
  private static Stream<JsonNode> at(JsonNode root, String path) {
    Stream<JsonNode> nodes = Stream.of(root);
    for (String name : path.split("/")) {
      nodes =
          nodes.flatMap(node -> name.equals("*") ? node.valueStream() : Stream.of(node.path(name)));
    }
    return nodes;
  }

  /** A name without case, signs and the words that every server's name may carry. */
  private static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder();
    for (String word : lower.substring(lower.lastIndexOf('/') + 1).split("[-_ .]+")) {
      if (!word.equals("mcp") && !word.equals("server")) {
        plain.append(word);
      }
    }
    return plain.toString();
  }
}
