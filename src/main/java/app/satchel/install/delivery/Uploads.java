package app.satchel.install.delivery;

import app.satchel.disk.Placement;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which skills a person said to have uploaded to which site: Satchel cannot look into an account.
 * So what one skill needs is not offered again when another needs it too. A small JSON file, read
 * leniently; a file that cannot be read or written means that nothing is remembered, never a
 * failure. Safe for use by several threads.
 */
public final class Uploads {
  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long MAX_BYTES = 4L << 20;

  private final Path file;
  private final Clock clock;

  public Uploads(Path file, Clock clock) {
    this.file = Objects.requireNonNull(file);
    this.clock = Objects.requireNonNull(clock);
  }

  /** Whether the person said that a skill is there. Blocks. */
  public synchronized boolean there(String site, String name) {
    return read().path(site).has(key(name));
  }

  /** Remembers that a skill is there, or no longer says so. Blocks. */
  public synchronized void said(String site, String name, boolean there) {
    ObjectNode all = read();
    ObjectNode skills = all.withObjectProperty(site);
    if (there) {
      skills.put(key(name), clock.instant().toString());
    } else {
      skills.remove(key(name));
    }
    try {
      Placement.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
    } catch (IOException e) {
      LOG.warn("{} was not written: {}", file, e.toString());
    }
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private ObjectNode read() {
    try {
      if (Files.size(file) <= MAX_BYTES) {
        JsonNode root = JSON.readTree(Files.readAllBytes(file));
        if (root instanceof ObjectNode object) {
          object.properties().removeIf(site -> !site.getValue().isObject());
          return object;
        }
      }
      LOG.warn("{} is not used: it holds no uploads", file);
    } catch (NoSuchFileException e) {
      LOG.debug("Nothing uploaded yet");
    } catch (JsonProcessingException e) {
      LOG.warn("{} is not used: {}", file, e.getOriginalMessage());
    } catch (IOException e) {
      LOG.warn("{} is not used: {}", file, e.toString());
    }
    return JSON.createObjectNode();
  }
}
