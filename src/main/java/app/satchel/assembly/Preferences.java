package app.satchel.assembly;

import app.satchel.disk.Placement;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a person prefers, in a small JSON file. Lenient when reading: a missing or damaged file, or
 * a value of the wrong sort, means the default; what is not known is kept. Safe for use by several
 * threads.
 */
public final class Preferences {
  private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);
  private static final Words WORDS = Words.of(Preferences.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long MAX_BYTES = 1L << 20;
  private static final String THEME = "theme";
  private static final String HOST = "host";
  private static final String LESS_MOTION = "lessMotion";
  private static final String WINDOW = "window";
  private static final String COUNT_INSTALLS = "countInstalls";
  private static final String ZOOM = "zoom";
  private static final String WRAP_CODE = "wrapCode";
  private static final String PICTURES = "pictures";
  private static final String ALWAYS = "always";
  private static final String PICTURES_OF = "picturesOf";
  private static final int MOST_PICTURES_OF = 500;

  private final Path file;
  private ObjectNode values;

  Preferences(Path file) {
    this.file = file;
    this.values = read(file);
  }

  private static ObjectNode read(Path file) {
    try {
      if (Files.size(file) <= MAX_BYTES
          && JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode object) {
        return object;
      }
      LOG.warn("{} is not used: it holds no preferences", file);
    } catch (NoSuchFileException e) {
      LOG.debug("No preferences yet");
    } catch (JsonProcessingException e) {
      LOG.warn("{} is not used: {}", file, e.getOriginalMessage());
    } catch (IOException e) {
      LOG.warn("{} is not used: {}", file, e.toString());
    }
    return JSON.createObjectNode();
  }

  /** The name of the theme chosen; empty when none was. */
  public synchronized String theme() {
    return values.path(THEME).asText("");
  }

  /**
   * Where the person uses skills, as {@link Assembly#host} says it; empty when nothing was chosen.
   */
  public synchronized String host() {
    return values.path(HOST).asText("");
  }

  /** Keeps where the person uses skills. Blocks; fails as {@link #setTheme}. */
  public synchronized void setHost(String id) {
    write(values.deepCopy().put(HOST, id));
  }

  /** Whether marketplaces may count installations; no until the person says yes. */
  public synchronized boolean countInstalls() {
    JsonNode value = values.path(COUNT_INSTALLS);
    return value.isBoolean() && value.booleanValue();
  }

  /**
   * Keeps a theme. Blocks.
   *
   * @throws ProblemException {@code preferences-not-written} (DISK); the old choice stays then
   */
  public synchronized void setTheme(String name) {
    write(values.deepCopy().put(THEME, name));
  }

  /** Keeps whether installations may be counted. Blocks; fails as {@link #setTheme}. */
  public synchronized void setCountInstalls(boolean allowed) {
    write(values.deepCopy().put(COUNT_INSTALLS, allowed));
  }

  /** How large pages are shown, in per cent; 100 until the person chooses. */
  public synchronized int zoom() {
    return values.path(ZOOM).asInt(100);
  }

  /** Whether long lines of code are wrapped; no until the person says so. */
  public synchronized boolean wrapCode() {
    JsonNode value = values.path(WRAP_CODE);
    return value.isBoolean() && value.booleanValue();
  }

  /** Keeps how pages are read. Blocks; fails as {@link #setTheme}. */
  public synchronized void setReading(int zoom, boolean wrapCode) {
    write(values.deepCopy().put(ZOOM, zoom).put(WRAP_CODE, wrapCode));
  }

  /** Whether pictures are loaded from the web without asking; no until the person says so. */
  public synchronized boolean picturesAlways() {
    return values.path(PICTURES).asText("").equals(ALWAYS);
  }

  /** Keeps whether pictures are loaded without asking. Blocks; fails as {@link #setTheme}. */
  public synchronized void setPicturesAlways(boolean always) {
    write(values.deepCopy().put(PICTURES, always ? ALWAYS : "ask"));
  }

  /** The skills and sources whose pictures are loaded without asking. */
  public synchronized Set<String> picturesOf() {
    Set<String> all = new LinkedHashSet<>();
    values.path(PICTURES_OF).forEach(one -> all.add(one.asText("")));
    all.remove("");
    return all;
  }

  /**
   * Keeps that the pictures of a skill or source are loaded. Blocks; fails as {@link #setTheme}.
   */
  public synchronized void addPicturesOf(String which) {
    Set<String> all = picturesOf();
    all.add(which);
    ArrayNode kept = JSON.createArrayNode();
    // The oldest give way.
    all.stream().skip(Math.max(0, all.size() - MOST_PICTURES_OF)).forEach(kept::add);
    ObjectNode changed = values.deepCopy();
    changed.set(PICTURES_OF, kept);
    write(changed);
  }

  /** Asks again for all of {@link #picturesOf}. Blocks; fails as {@link #setTheme}. */
  public synchronized void forgetPicturesOf() {
    ObjectNode changed = values.deepCopy();
    changed.remove(PICTURES_OF);
    write(changed);
  }

  /** Whether less is to move in the window; no until the person says so. */
  public synchronized boolean lessMotion() {
    JsonNode value = values.path(LESS_MOTION);
    return value.isBoolean() && value.booleanValue();
  }

  /** Keeps whether less is to move. Blocks; fails as {@link #setTheme}. */
  public synchronized void setLessMotion(boolean less) {
    write(values.deepCopy().put(LESS_MOTION, less));
  }

  /** How the window was left; empty when it never was, or what stands there makes no window. */
  public synchronized Optional<WindowMemory> window() {
    JsonNode window = values.path(WINDOW);
    for (String number : List.of("x", "y", "width", "height")) {
      // A number too large for a double reads as infinite.
      if (!window.path(number).isNumber() || !Double.isFinite(window.path(number).asDouble())) {
        return Optional.empty();
      }
    }
    double width = window.path("width").asDouble();
    double height = window.path("height").asDouble();
    if (width <= 0 || height <= 0) {
      return Optional.empty();
    }
    double list = window.path("list").asDouble(0);
    return Optional.of(
        new WindowMemory(
            window.path("x").asDouble(),
            window.path("y").asDouble(),
            width,
            height,
            window.path("maximized").asBoolean(false),
            Double.isFinite(list) && list > 0 ? list : 0));
  }

  /** Keeps how the window is. Blocks; fails as {@link #setTheme}. */
  public synchronized void setWindow(WindowMemory memory) {
    ObjectNode changed = values.deepCopy();
    changed
        .withObjectProperty(WINDOW)
        .put("x", memory.x())
        .put("y", memory.y())
        .put("width", memory.width())
        .put("height", memory.height())
        .put("maximized", memory.maximized())
        .put("list", memory.list());
    write(changed);
  }

  private void write(ObjectNode changed) {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(temporary, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(changed));
      Placement.replace(temporary, file);
      values = changed;
    } catch (IOException e) {
      throw ProblemException.of(
          WORDS, ProblemKind.DISK, "preferences-not-written", e.toString(), e, file.toString());
    }
  }
}
