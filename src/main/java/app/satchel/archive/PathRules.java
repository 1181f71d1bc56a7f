package app.satchel.archive;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which paths may stand in an archive: those that mean the same file, inside the folder, on every
 * system. Policy of 2026-11; the reserved names are those Microsoft documents ("Naming Files,
 * Paths, and Namespaces").
 */
final class PathRules {
  private static final Set<String> RESERVED =
      Set.of("con", "prn", "aux", "nul", "conin$", "conout$");

  /** The digits that Windows takes for a port number, superscripts included. */
  private static final String PORT_DIGITS = "0123456789\u00B9\u00B2\u00B3";

  /** Letters that are drawn as nothing: Hangul fillers, the grapheme joiner, Braille blank. */
  private static final String BLANK_LETTERS = "\u115F\u1160\u3164\uFFA0\u034F\u2800\u180E";

  private PathRules() {}

  /**
   * A rule that a path breaks.
   *
   * @param code of the problem
   * @param limit the limit that was exceeded, or 0
   */
  record Broken(String code, int limit) {
    Broken(String code) {
      this(code, 0);
    }
  }

  /**
   * The first rule that a path breaks, if any. The path is without the slash that marks a folder.
   */
  static Optional<Broken> check(String path, ZipLimits limits) {
    if (path.isEmpty()) {
      return Optional.of(new Broken("zip-path-empty"));
    }
    Optional<Broken> character = checkCharacters(path);
    if (character.isPresent()) {
      return character;
    }
    if (path.charAt(0) == '/') {
      return Optional.of(new Broken("zip-path-absolute"));
    }
    String[] segments = path.split("/", -1);
    // Before any limit: who tries to get out is told so.
    if (Arrays.asList(segments).contains("..")) {
      return Optional.of(new Broken("zip-path-escapes"));
    }
    if (path.getBytes(StandardCharsets.UTF_8).length > limits.pathBytes()) {
      return Optional.of(new Broken("zip-path-too-long", limits.pathBytes()));
    }
    if (segments.length > limits.depth()) {
      return Optional.of(new Broken("zip-path-too-deep", limits.depth()));
    }
    for (String segment : segments) {
      Optional<Broken> broken = checkSegment(segment, limits);
      if (broken.isPresent()) {
        return broken;
      }
    }
    return Optional.empty();
  }

  private static Optional<Broken> checkCharacters(String path) {
    if (path.indexOf('\\') >= 0) {
      return Optional.of(new Broken("zip-path-backslash"));
    }
    if (path.indexOf(':') >= 0) {
      return Optional.of(new Broken("zip-path-colon"));
    }
    if (path.codePoints().anyMatch(PathRules::control)) {
      return Optional.of(new Broken("zip-name-control"));
    }
    if (path.codePoints().anyMatch(PathRules::unseen)) {
      return Optional.of(new Broken("zip-name-hidden"));
    }
    return Optional.empty();
  }

  private static Optional<Broken> checkSegment(String segment, ZipLimits limits) {
    if (segment.isEmpty() || segment.equals(".")) {
      return Optional.of(new Broken("zip-path-empty"));
    }
    if (segment.getBytes(StandardCharsets.UTF_8).length > limits.segmentBytes()) {
      return Optional.of(new Broken("zip-name-too-long", limits.segmentBytes()));
    }
    if (limits.everySystem() && (segment.endsWith(".") || segment.endsWith(" "))) {
      return Optional.of(new Broken("zip-name-trailing"));
    }
    if (limits.everySystem() && reserved(segment)) {
      return Optional.of(new Broken("zip-name-reserved"));
    }
    return Optional.empty();
  }

  /** Whether Windows takes the name for a device, whatever its extension. */
  private static boolean reserved(String segment) {
    int dot = segment.indexOf('.');
    String base = dot < 0 ? segment : segment.substring(0, dot);
    base = base.stripTrailing().toLowerCase(Locale.ROOT);
    if (RESERVED.contains(base)) {
      return true;
    }
    return base.length() == 4
        && (base.startsWith("com") || base.startsWith("lpt"))
        && PORT_DIGITS.indexOf(base.charAt(3)) >= 0;
  }

  private static boolean control(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> false;
    };
  }

  /** Whether a character is not seen, or turns the direction of what follows. */
  static boolean unseen(int point) {
    return control(point)
        || Character.getType(point) == Character.FORMAT
        || BLANK_LETTERS.indexOf(point) >= 0;
  }

  /**
   * The same text for all spellings that some file system takes for one file: case, composed and
   * decomposed accents. Upper case in between folds what has no single lower-case partner (ß and
   * SS, dotless i).
   */
  static String folded(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    String lower =
        composed.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFC);
  }

  /** Whether a path is what macOS or Windows leaves behind, never part of a skill. */
  static boolean junk(String path, boolean directory) {
    String[] segments = path.split("/");
    for (String segment : segments) {
      if (segment.equals("__MACOSX")) {
        return true;
      }
    }
    String name = segments[segments.length - 1];
    return !directory
        && (name.equals(".DS_Store")
            || name.startsWith("._")
            || name.equalsIgnoreCase("Thumbs.db")
            || name.equalsIgnoreCase("desktop.ini"));
  }
}
