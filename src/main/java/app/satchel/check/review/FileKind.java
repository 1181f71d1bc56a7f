package app.satchel.check.review;

import app.satchel.skill.SkillFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What sort of file something is, by its first bytes and its name. */
enum FileKind {
  TEXT,
  SCRIPT,
  /** A compiled program or library. */
  PROGRAM,
  ARCHIVE,
  /** Pictures, fonts, tables and the like. */
  DATA;

  private static final int HEAD = 512;

  private static final Map<String, String> LANGUAGES =
      Map.ofEntries(
          Map.entry("py", "Python"),
          Map.entry("sh", "Shell"),
          Map.entry("bash", "Shell"),
          Map.entry("zsh", "Shell"),
          Map.entry("fish", "Shell"),
          Map.entry("ps1", "PowerShell"),
          Map.entry("psm1", "PowerShell"),
          Map.entry("bat", "Batch"),
          Map.entry("cmd", "Batch"),
          Map.entry("js", "JavaScript"),
          Map.entry("mjs", "JavaScript"),
          Map.entry("cjs", "JavaScript"),
          Map.entry("ts", "TypeScript"),
          Map.entry("tsx", "TypeScript"),
          Map.entry("jsx", "JavaScript"),
          Map.entry("rb", "Ruby"),
          Map.entry("pl", "Perl"),
          Map.entry("php", "PHP"),
          Map.entry("lua", "Lua"),
          Map.entry("r", "R"),
          Map.entry("go", "Go"),
          Map.entry("rs", "Rust"),
          Map.entry("java", "Java"),
          Map.entry("kts", "Kotlin"),
          Map.entry("swift", "Swift"),
          Map.entry("applescript", "AppleScript"),
          Map.entry("sql", "SQL"));

  private static final Set<String> PROGRAMS =
      Set.of(
          "exe", "dll", "so", "dylib", "msi", "dmg", "pkg", "scr", "lnk", "vbs", "hta", "jar",
          "class", "pyc", "pyd", "node", "wasm", "deb", "rpm", "apk", "app");

  private static final Set<String> ARCHIVES =
      Set.of("zip", "7z", "rar", "tar", "gz", "tgz", "bz2", "xz", "zst", "skill", "whl");

  /** The kind of a file; reads a few bytes of it. */
  static FileKind of(SkillFile file) throws IOException {
    byte[] head;
    try (InputStream in = file.content().open()) {
      head = in.readNBytes(HEAD);
    }
    String extension = extension(file.fileName());
    if (PROGRAMS.contains(extension) || isProgram(head)) {
      return PROGRAM;
    }
    if (ARCHIVES.contains(extension) || starts(head, 'P', 'K', 3, 4)) {
      return isOfficeFile(extension) ? DATA : ARCHIVE;
    }
    if (hasNul(head)) {
      return DATA;
    }
    return LANGUAGES.containsKey(extension) || starts(head, '#', '!') ? SCRIPT : TEXT;
  }

  /** A script's language, as people call it. */
  static String language(SkillFile file, String firstLine) {
    String byName = LANGUAGES.get(extension(file.fileName()));
    if (byName != null) {
      return byName;
    }
    if (firstLine.contains("python")) {
      return "Python";
    }
    return firstLine.contains("node") ? "JavaScript" : "Shell";
  }

  private static boolean isOfficeFile(String extension) {
    return Set.of("docx", "xlsx", "pptx", "odt", "ods", "odp", "epub", "dotx", "potx", "xltx")
        .contains(extension);
  }

  private static boolean isProgram(byte[] head) {
    return starts(head, 0x7F, 'E', 'L', 'F')
        || (starts(head, 'M', 'Z') && hasNul(head))
        || starts(head, 0xCA, 0xFE, 0xBA, 0xBE)
        || starts(head, 0xCF, 0xFA, 0xED, 0xFE)
        || starts(head, 0xCE, 0xFA, 0xED, 0xFE)
        || starts(head, 0xFE, 0xED, 0xFA, 0xCF)
        || starts(head, 0, 'a', 's', 'm');
  }

  private static boolean starts(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** UTF-16 text with a byte order mark has NULs and is text all the same. */
  private static boolean hasNul(byte[] head) {
    if (starts(head, 0xFF, 0xFE) || starts(head, 0xFE, 0xFF)) {
      return false;
    }
    for (byte one : head) {
      if (one == 0) {
        return true;
      }
    }
    return false;
  }

  private static String extension(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot <= 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
