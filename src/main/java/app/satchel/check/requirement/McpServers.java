package app.satchel.check.requirement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for an MCP server's name in the settings files of agents; reads only the names. */
final class McpServers {
  private static final Logger LOG = LoggerFactory.getLogger(McpServers.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LARGEST = 8L * 1024 * 1024;

  private final List<Path> files;

  McpServers(List<Path> files) {
    this.files = List.copyOf(files);
  }

  /** The settings file that lists a server of this name. */
  Optional<Path> listed(String name) {
    String wanted = plain(name);
    return files.stream().filter(file -> !wanted.isEmpty() && lists(file, wanted)).findFirst();
  }

  private static boolean lists(Path file, String wanted) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        return false;
      }
      JsonNode servers = JSON.readTree(file.toFile()).path("mcpServers");
      return servers.propertyStream().anyMatch(entry -> plain(entry.getKey()).equals(wanted));
    } catch (IOException e) {
      LOG.debug("{} could not be read for MCP servers", file, e);
      return false;
    }
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
