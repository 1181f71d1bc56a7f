package app.satchel.install.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * A second reading of what claude.ai accepts, which shares nothing with Satchel's own: another ZIP
 * reader, YAML constructed into Java values, the rules as the issue on upload rules words them
 * (2026-11). Beside it the rules of two other readers: the reference validator (skills-ref 0.1.0)
 * and the packaging checker of skill-creator.
 */
final class SecondReader {
  private static final Set<String> KEYS =
      Set.of("name", "description", "license", "compatibility", "metadata", "allowed-tools");
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._/-]+");
  private static final Pattern HEAD =
      Pattern.compile("\\A---\\n(.*?\\n)---[ \\t]*(?:\\n|\\z)", Pattern.DOTALL);
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})|\\\\$", Pattern.MULTILINE);

  private SecondReader() {}

  /** Why the ZIP would be refused; empty when it would not. */
  static List<String> objections(Path zip) {
    List<String> objections = new ArrayList<>();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      List<String> names = new ArrayList<>();
      Set<String> folders = new HashSet<>();
      Set<String> tops = new HashSet<>();
      long bytes = 0;
      for (ZipEntry entry : file.stream().map(ZipEntry.class::cast).toList()) {
        String name = entry.getName();
        bytes += entry.getSize();
        tops.add(name.substring(0, Math.max(0, name.indexOf('/'))));
        for (int at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1)) {
          folders.add(name.substring(0, at));
        }
        if (!name.endsWith("/")) {
          names.add(name);
        }
        check(objections, PATH.matcher(name).matches(), "path " + name);
        check(objections, !(name + "/").contains("/.claude-plugin/"), "plugin manifest");
      }
      check(objections, new HashSet<>(names).size() == names.size(), "entries twice");
      check(objections, tops.size() == 1 && !tops.contains(""), "top folders " + tops);
      check(objections, names.size() + folders.size() <= 200, "too many entries");
      check(objections, bytes < 30_000_000, "too large");
      long skillMds = names.stream().filter(n -> n.toLowerCase().endsWith("/skill.md")).count();
      check(objections, skillMds == 1, skillMds + " SKILL.md");
      String root = tops.iterator().next();
      byte[] md = read(file, root + "/SKILL.md");
      if (md == null) {
        objections.add("no SKILL.md at the top");
      } else {
        text(md, root, objections);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return objections;
  }

  /** The bytes of SKILL.md in a ZIP. */
  static byte[] skillMd(Path zip) {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      String root = file.entries().nextElement().getName();
      return read(file, root.substring(0, root.indexOf('/')) + "/SKILL.md");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(ZipFile file, String name) throws IOException {
    ZipEntry entry = file.getEntry(name);
    if (entry == null) {
      return null;
    }
    try (InputStream in = file.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  private static void check(List<String> objections, boolean holds, String otherwise) {
    if (!holds) {
      objections.add(otherwise);
    }
  }

  private static void text(byte[] md, String root, List<String> objections) {
    String text = decoded(md);
    if (text == null) {
      objections.add("not UTF-8");
      return;
    }
    Matcher head = HEAD.matcher(text);
    if (!head.find()) {
      objections.add("no frontmatter");
      return;
    }
    String block = head.group(1);
    check(objections, block.indexOf('\r') < 0, "CRLF");
    check(objections, !ESCAPE.matcher(block).find(), "escape");
    if (!(load(block) instanceof Map<?, ?> map)) {
      objections.add("not a YAML map");
      return;
    }
    map.keySet().forEach(key -> check(objections, KEYS.contains(key), "key " + key));
    String name = map.get("name") instanceof String string ? string : "";
    check(objections, NAME.matcher(name).matches() && name.length() <= 64, "name " + name);
    check(objections, name.equals(root), "folder " + root);
    check(objections, !name.contains("claude") && !name.contains("anthropic"), "reserved word");
    check(objections, !Set.of("docx", "pdf", "pptx", "xlsx").contains(name), "built-in name");
    String description = map.get("description") instanceof String string ? string : "";
    int length = description.codePointCount(0, description.length());
    check(objections, !description.isBlank() && length <= 1024, "description");
    check(objections, !description.matches("(?s).*[<>].*"), "angle bracket");
    if (map.containsKey("compatibility")) {
      boolean fits = map.get("compatibility") instanceof String s && s.length() <= 500;
      check(objections, fits, "compatibility");
    }
    if (map.containsKey("allowed-tools")) {
      check(objections, map.get("allowed-tools") instanceof String, "allowed-tools");
    }
    if (map.get("metadata") instanceof Map<?, ?> metadata) {
      // Only a warning as published, and a promise in what Satchel builds.
      boolean texts = metadata.values().stream().allMatch(String.class::isInstance);
      check(objections, texts, "metadata values");
    }
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static Object load(String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      return new Yaml(new SafeConstructor(options)).load(yaml);
    } catch (YAMLException e) {
      return null;
    }
  }

  /** Why the reference validator would refuse the text; null when it would not. */
  static String referenceValidator(byte[] md, String folder) {
    String text = decoded(md);
    // Split at the first two occurrences of three hyphens, wherever they are.
    String[] parts = text == null ? new String[0] : text.split("---", 3);
    if (parts.length < 3 || !parts[0].isEmpty()) {
      return "no frontmatter";
    }
    LoaderOptions options = new LoaderOptions();
    for (Event event : new Yaml(options).parse(new java.io.StringReader(parts[1]))) {
      boolean flow =
          event instanceof CollectionStartEvent start && start.getFlowStyle() == FlowStyle.FLOW;
      boolean marked =
          event instanceof AliasEvent
              || event instanceof NodeEvent node && node.getAnchor() != null
              || event instanceof ScalarEvent scalar && scalar.getTag() != null;
      if (flow || marked) {
        return "flow style, anchor or tag";
      }
    }
    if (!(load(parts[1]) instanceof Map<?, ?> map) || !KEYS.containsAll(map.keySet())) {
      return "no map, or other keys";
    }
    // Every value is a text to it.
    String name = Normalizer.normalize(String.valueOf(map.get("name")), Normalizer.Form.NFKC);
    boolean plain = name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '-');
    boolean hyphens = name.startsWith("-") || name.endsWith("-") || name.contains("--");
    if (!plain || hyphens || name.length() > 64 || !name.equals(name.toLowerCase())) {
      return "name " + name;
    }
    if (!name.equals(folder)) {
      return "folder " + folder;
    }
    String description = String.valueOf(map.get("description"));
    return description.isBlank() || description.codePointCount(0, description.length()) > 1024
        ? "description"
        : null;
  }

  /** Why the packaging checker would refuse the text; null when it would not. */
  static String packagingChecker(byte[] md) {
    Matcher head =
        Pattern.compile("\\A---\\n(.*?)\\n---", Pattern.DOTALL)
            .matcher(String.valueOf(decoded(md)));
    if (!head.find() || !(load(head.group(1)) instanceof Map<?, ?> map)) {
      return "no frontmatter";
    }
    if (!KEYS.containsAll(map.keySet())) {
      return "other keys";
    }
    String name = map.get("name") instanceof String string ? string : "";
    String description = map.get("description") instanceof String string ? string : "<";
    if (!NAME.matcher(name).matches() || name.length() > 64) {
      return "name";
    }
    return description.matches("(?s).*[<>].*") || description.length() > 2 * 1024
        ? "description"
        : null;
  }
}
