package app.satchel.check.requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the versions that people write ({@code 3.10+}, {@code v2.1.x}, {@code 3.8-3.12}). */
final class VersionWords {
  private static final int LONGEST = 40;

  private VersionWords() {}

  /** Whether a word is a version with its decorations, or a range of two. */
  static boolean isVersion(String word) {
    if (word.length() > LONGEST) {
      return false;
    }
    int digits = 0;
    String bare = withoutPrefix(word);
    if (bare.isEmpty() || !Character.isDigit(bare.charAt(0))) {
      return false;
    }
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      if (Character.isDigit(c)) {
        digits++;
      } else if ("./–-+*".indexOf(c) < 0 && !isPlaceholder(bare, i) && !isPreRelease(bare, i)) {
        return false;
      }
    }
    // 2026-05-01 and 12/24 are dates or fractions rather than versions; 3/4 and 3.8-3.12 are not.
    return digits > 0 && bare.chars().filter(c -> c == '-').count() < 2;
  }

  private static String withoutPrefix(String word) {
    boolean prefixed =
        word.length() > 1
            && (word.charAt(0) == 'v' || word.charAt(0) == 'V' || word.charAt(0) == 'r')
            && Character.isDigit(word.charAt(1));
    return prefixed ? word.substring(1) : word;
  }

  private static boolean isPlaceholder(String word, int i) {
    char c = word.charAt(i);
    return (c == 'x' || c == 'X') && i > 0 && word.charAt(i - 1) == '.';
  }

  /** {@code 1.0rc1}, {@code 2.0b3}: the letters between digits. */
  private static boolean isPreRelease(String word, int i) {
    if (!word.contains(".")) {
      return false;
    }
    for (String tag : List.of("rc", "alpha", "beta", "a", "b", "f", "post", "dev")) {
      int at = word.indexOf(tag);
      boolean follows = // "1.0rc1", "2.0.0-beta.2"
          at > 0
              && (Character.isDigit(word.charAt(at - 1)) || "-.".indexOf(word.charAt(at - 1)) >= 0);
      if (follows && i >= at && i < at + tag.length()) {
        int number = at + tag.length();
        number += number < word.length() && word.charAt(number) == '.' ? 1 : 0;
        return number < word.length() && Character.isDigit(word.charAt(number));
      }
    }
    return false;
  }

  /** Where a version is glued to a name ({@code python3.10+}, {@code node@18}); 0 when none is. */
  static int gluedVersion(String word) {
    int at = word.indexOf('@', 1);
    if (at > 0 && isVersion(word.substring(at + 1))) {
      return at;
    }
    int i = 0;
    while (i < word.length() && Character.isLetter(word.charAt(i))) {
      i++;
    }
    boolean hyphen = i > 0 && i < word.length() && word.charAt(i) == '-';
    int version = hyphen ? i + 1 : i;
    return i > 0 && version < word.length() && isVersion(word.substring(version)) ? i : 0;
  }

  /** Whether a word names an environment variable: capitals with an underscore. */
  static boolean isVariable(String word) {
    String name = word.startsWith("$") ? word.substring(1) : word;
    if (name.startsWith("{") && name.endsWith("}")) {
      name = name.substring(1, name.length() - 1);
    }
    boolean underscore = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '_') {
        underscore |= i > 0 && i < name.length() - 1;
      } else if (!(c >= 'A' && c <= 'Z') && !(i > 0 && c >= '0' && c <= '9')) {
        return false;
      }
    }
    boolean capability = name.startsWith("CAP_"); // what Linux lets a process do
    return underscore && !capability && !name.startsWith("_") && !name.endsWith("_");
  }

  /** Whether a word is a path, host or file name rather than alternatives or a package. */
  static boolean looksLikePath(String word) {
    if (word.startsWith("/") || word.startsWith("~") || word.startsWith("./")) {
      return true;
    }
    if (word.startsWith(".") && !word.equalsIgnoreCase(".net")) {
      return !word.toLowerCase(Locale.ROOT).startsWith(".net");
    }
    int hidden = word.indexOf("/.");
    boolean folder = hidden > 0 && !word.regionMatches(true, hidden + 1, ".net", 0, 4);
    if (word.endsWith("/") || folder) {
      return true; // "mnt/.plugins", but "Node.js/.NET"
    }
    String last = word.substring(word.lastIndexOf('/') + 1);
    if (word.indexOf('/') > 0 && isHost(word.substring(0, word.indexOf('/')))) {
      return true;
    }
    int dot = last.lastIndexOf('.');
    if (dot <= 0) {
      return false;
    }
    String extension = last.substring(dot + 1).toLowerCase(Locale.ROOT);
    return FILE_EXTENSIONS.contains(extension) || isHost(word);
  }

  private static final List<String> FILE_EXTENSIONS =
      List.of(
          "config",
          "csproj",
          "sln",
          "py",
          "sh",
          "md",
          "json",
          "yaml",
          "yml",
          "toml",
          "txt",
          "csv",
          "mjs",
          "cjs",
          "ts",
          "rb",
          "ps1",
          "html",
          "css",
          "xml",
          "lock",
          "env",
          "cfg",
          "ini",
          "log",
          "bat",
          "plugin",
          "docx",
          "xlsx",
          "pptx",
          "pdf",
          "mdx",
          "ipynb",
          "tsx",
          "jsx",
          "conf",
          "properties",
          "service",
          "csproj",
          "sln",
          "xcodeproj",
          "xcworkspace",
          "gradle",
          "sql",
          "db",
          "sqlite",
          "zip",
          "tar",
          "tgz",
          "png",
          "svg");

  /** Whether a word with a slash ends as the files of programs do: {@code scripts/run-it.js}. */
  static boolean isScript(String word) {
    return word.indexOf('/') > 0 && word.toLowerCase(Locale.ROOT).endsWith(".js");
  }

  private static final List<String> HOST_ENDINGS =
      List.of(
          ".com", ".org", ".io", ".ai", ".dev", ".net", ".bio", ".pro", ".co", ".app", ".cloud",
          ".edu", ".gov", ".us", ".sh", ".so", ".me", ".info", ".tech", ".xyz", ".uk", ".de",
          ".cn");

  private static boolean isHost(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.indexOf('.') > 0
        && HOST_ENDINGS.stream().anyMatch(lower::endsWith)
        && lower.indexOf('.') != lower.length() - 1;
  }

  /**
   * The constraint that a version word means, in comparators joined by spaces.
   *
   * @param comparator the sign before it, or null
   * @param word the version as written
   * @param atMost whether "or earlier" follows
   * @return null when the word holds no version
   */
  static String constraint(String comparator, String word, boolean atMost) {
    String bare = withoutPrefix(word);
    boolean revision = word.startsWith("r") && !bare.equals(word);
    boolean plus = bare.endsWith("+");
    bare = strip(bare);
    if (bare.isEmpty()) {
      return null;
    }
    if (revision) {
      return ">=0." + bare; // three.js calls its 0.150 r150.
    }
    String range = range(bare, plus);
    if (range != null) {
      return range;
    }
    boolean wildcard = bare.endsWith(".x") || bare.endsWith(".X") || bare.endsWith(".*");
    String version =
        numeric(wildcard ? bare.substring(0, bare.indexOf('.', wildcardStart(bare))) : bare);
    if (version == null) {
      return null;
    }
    String sign = comparator == null ? "" : comparator;
    return switch (sign) {
      case "<" -> "<" + version;
      case "<=", "≤" -> "<=" + version;
      case ">" -> ">" + version;
      case "!=" -> "!=" + version;
      case "=", "==", "===" -> wildcard ? series(version, version) : "==" + version;
      case "^" -> series(version, caretBase(version));
      case "~" -> series(version, firstParts(version, 2));
      case "~=", "~>" -> series(version, dropLast(version));
      default -> {
        if (atMost) {
          yield "<=" + version;
        }
        yield wildcard && !plus && sign.isEmpty() ? series(version, version) : ">=" + version;
      }
    };
  }

  /** {@code 3.8-3.12}, {@code 2.6/2.7}, {@code 10.6-11.x}, {@code 18+/20+}; null for no range. */
  private static String range(String bare, boolean open) {
    for (char separator : new char[] {'–', '-', '/'}) {
      int at = bare.indexOf(separator);
      if (at > 0) {
        String first = bare.substring(0, at);
        String last = bare.substring(bare.lastIndexOf(separator) + 1);
        String low = numeric(first);
        String high = numeric(last);
        if (low == null || high == null) {
          return null;
        }
        if (first.endsWith("+") || open && separator == '/') {
          return ">=" + low; // "15/26+": the floor is what is named first
        }
        boolean series = last.endsWith(".x") || last.endsWith(".X") || last.endsWith(".*");
        String most = series ? series(high, high).replaceFirst(".* ", "") : "<=" + high;
        return ">=" + low + " " + most;
      }
    }
    return null;
  }

  private static int wildcardStart(String bare) {
    int at = bare.length() - 2;
    while (at >= 2 && bare.charAt(at - 2) == '.' && "xX*".indexOf(bare.charAt(at - 1)) >= 0) {
      at -= 2;
    }
    return at;
  }

  private static String strip(String word) {
    int end = word.length();
    while (end > 0 && "+.-–/".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(0, end);
  }

  /** The version when it is digits, dots and at most a pre-release tag; else null. */
  private static String numeric(String word) {
    String bare = strip(withoutPrefix(word));
    if (bare.endsWith(".x") || bare.endsWith(".*")) {
      bare = bare.substring(0, bare.length() - 2);
    }
    return !bare.isEmpty() && Character.isDigit(bare.charAt(0)) && bare.length() <= LONGEST
        ? bare
        : null;
  }

  /** From {@code low} up to the next of the series {@code base}: 2.1 gives {@code <2.2}. */
  private static String series(String low, String base) {
    List<String> parts = parts(base);
    try {
      int last = parts.size() - 1;
      parts.set(last, String.valueOf(Math.addExact(Long.parseLong(parts.get(last)), 1)));
    } catch (NumberFormatException | ArithmeticException _) {
      return ">=" + low;
    }
    return ">=" + low + " <" + String.join(".", parts);
  }

  private static List<String> parts(String version) {
    return new ArrayList<>(List.of(version.split("\\.")));
  }

  /** What may not change under {@code ^}: the first part that is not zero. */
  private static String caretBase(String version) {
    List<String> parts = parts(version);
    int keep = 1;
    while (keep < parts.size() && parts.get(keep - 1).equals("0")) {
      keep++;
    }
    return String.join(".", parts.subList(0, keep));
  }

  private static String firstParts(String version, int count) {
    List<String> parts = parts(version);
    return String.join(".", parts.subList(0, Math.min(count, parts.size())));
  }

  private static String dropLast(String version) {
    List<String> parts = parts(version);
    return String.join(".", parts.subList(0, Math.max(1, parts.size() - 1)));
  }
}
