package app.satchel.assembly;

import app.satchel.check.requirement.Host;
import app.satchel.install.delivery.Target;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.state.SettingsFile;
import app.satchel.state.SettingsFormat;
import app.satchel.words.Words;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a person prefers, in a {@link SettingsFile}. A missing or damaged file, or a value of the
 * wrong sort, means the default. Safe for use by several threads.
 */
public final class Preferences {
  private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);
  private static final Words WORDS = Words.of(Preferences.class);
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
  private static final String UPDATES = "updates";
  private static final int MOST_PICTURES_OF = 500;

  /** What each value has to be; one of another sort means the default. */
  private static final Map<String, Set<JsonNodeType>> SORTS =
      Map.ofEntries(
          Map.entry(THEME, EnumSet.of(JsonNodeType.STRING)),
          Map.entry(HOST, EnumSet.of(JsonNodeType.STRING)),
          Map.entry(LESS_MOTION, EnumSet.of(JsonNodeType.BOOLEAN)),
          Map.entry(WINDOW, EnumSet.of(JsonNodeType.OBJECT)),
          Map.entry(COUNT_INSTALLS, EnumSet.of(JsonNodeType.BOOLEAN)),
          Map.entry(ZOOM, EnumSet.of(JsonNodeType.NUMBER)),
          Map.entry(WRAP_CODE, EnumSet.of(JsonNodeType.BOOLEAN)),
          Map.entry(PICTURES, EnumSet.of(JsonNodeType.STRING)),
          Map.entry(PICTURES_OF, EnumSet.of(JsonNodeType.ARRAY)),
          Map.entry(UPDATES, EnumSet.of(JsonNodeType.OBJECT)));

  private final SettingsFile file;
  private final Problem problem;
  private ObjectNode values;

  Preferences(Path file) {
    this(new SettingsFile(file, SettingsFormat.first(), Version.current()));
  }

  Preferences(SettingsFile file) {
    this.file = file;
    SettingsFile.Settings read = file.read();
    this.problem = read.problem();
    this.values = usable(read.values());
  }

  /** Without what is of the wrong sort; the file keeps it until it is chosen anew. */
  private ObjectNode usable(ObjectNode said) {
    ObjectNode all = said.deepCopy();
    all.properties()
        .removeIf(
            one -> {
              Set<JsonNodeType> sorts = SORTS.get(one.getKey());
              boolean odd = sorts != null && !sorts.contains(one.getValue().getNodeType());
              if (odd) {
                LOG.warn(
                    "{}: '{}' makes no sense, so the default holds", file.path(), one.getKey());
              }
              return odd;
            });
    return all;
  }

  /** Why the file was not used when it was read, or null. */
  public Problem problem() {
    return problem;
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

  /**
   * The same where something was chosen that is still known; else this computer or claude.ai.
   *
   * @param site whether an id is that of a site
   * @param agents whether there is an agent on this computer; asked only when it matters
   */
  String host(Predicate<String> site, BooleanSupplier agents) {
    String chosen = host();
    if (chosen.equals(Host.COMPUTER) || site.test(chosen)) {
      return chosen;
    }
    return agents.getAsBoolean() ? Host.COMPUTER : Target.CLAUDE_AI;
  }

  /** Keeps where the person uses skills. Blocks; fails as {@link #setTheme}. */
  public synchronized void setHost(String id) {
    write(all -> all.put(HOST, id));
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
    write(all -> all.put(THEME, name));
  }

  /** Keeps whether installations may be counted. Blocks; fails as {@link #setTheme}. */
  public synchronized void setCountInstalls(boolean allowed) {
    write(all -> all.put(COUNT_INSTALLS, allowed));
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
    write(all -> all.put(ZOOM, zoom).put(WRAP_CODE, wrapCode));
  }

  /** Whether pictures are loaded from the web without asking; no until the person says so. */
  public synchronized boolean picturesAlways() {
    return values.path(PICTURES).asText("").equals(ALWAYS);
  }

  /** Keeps whether pictures are loaded without asking. Blocks; fails as {@link #setTheme}. */
  public synchronized void setPicturesAlways(boolean always) {
    write(all -> all.put(PICTURES, always ? ALWAYS : "ask"));
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
    write(
        changed -> {
          ArrayNode kept = changed.putArray(PICTURES_OF);
          // The oldest give way.
          all.stream().skip(Math.max(0, all.size() - MOST_PICTURES_OF)).forEach(kept::add);
        });
  }

  /** Asks again for all of {@link #picturesOf}. Blocks; fails as {@link #setTheme}. */
  public synchronized void forgetPicturesOf() {
    write(changed -> changed.remove(PICTURES_OF));
  }

  /** Whether less is to move in the window; no until the person says so. */
  public synchronized boolean lessMotion() {
    JsonNode value = values.path(LESS_MOTION);
    return value.isBoolean() && value.booleanValue();
  }

  /** Keeps whether less is to move. Blocks; fails as {@link #setTheme}. */
  public synchronized void setLessMotion(boolean less) {
    write(all -> all.put(LESS_MOTION, less));
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
    write(
        changed ->
            object(changed, WINDOW)
                .put("x", memory.x())
                .put("y", memory.y())
                .put("width", memory.width())
                .put("height", memory.height())
                .put("maximized", memory.maximized())
                .put("list", memory.list()));
  }

  /** What the person chose of new versions of Satchel, and when was last asked. */
  public synchronized UpdateChoices updates() {
    return UpdateChoices.read(values.path(UPDATES));
  }

  /** Keeps it. Blocks; fails as {@link #setTheme}. */
  public synchronized void setUpdates(UpdateChoices choices) {
    write(changed -> choices.write(object(changed, UPDATES)));
  }

  private static ObjectNode object(ObjectNode in, String name) {
    return in.get(name) instanceof ObjectNode there ? there : in.putObject(name);
  }

  private void write(Consumer<ObjectNode> change) {
    try {
      values = usable(file.change(change));
    } catch (IOException e) {
      throw ProblemException.of(
          WORDS,
          ProblemKind.DISK,
          "preferences-not-written",
          e.toString(),
          e,
          file.path().toString());
    }
  }
}
