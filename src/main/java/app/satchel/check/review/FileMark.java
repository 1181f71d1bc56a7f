package app.satchel.check.review;

import app.satchel.skill.SkillFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a person should know about a file before trusting its skill; the weightiest first. */
public enum FileMark {
  /** A command that runs at a moment of its own, or settings that order one. */
  HOOK,
  /** Scripts that a package manager runs while it installs. */
  INSTALL_SCRIPT,
  /** Starts or connects servers whose tools an agent may use. */
  SERVERS,
  /** Other settings for an agent. */
  SETTINGS,
  /** A compiled program or library. */
  PROGRAM,
  SCRIPT,
  /** Marked as one that may be run. */
  EXECUTABLE,
  ARCHIVE,
  LINK;

  /** Settings are small; nobody writes this much. */
  private static final int MOST_SETTINGS = 256 * 1024;

  private static final Pattern HOOKS = Pattern.compile("\"hooks\"\\s*:");
  private static final Pattern INSTALLS =
      Pattern.compile("\"(?:preinstall|install|postinstall|prepare)\"\\s*:\\s*\"");

  /** The marks of a file; reads a little of it. */
  public static Set<FileMark> of(SkillFile file) throws IOException {
    if (file.type() != SkillFile.Type.REGULAR) {
      return EnumSet.of(LINK);
    }
    Set<FileMark> marks = EnumSet.noneOf(FileMark.class);
    byName(file, marks);
    switch (FileKind.of(file)) {
      case PROGRAM -> marks.add(PROGRAM);
      case ARCHIVE -> marks.add(ARCHIVE);
      case SCRIPT -> marks.add(SCRIPT);
      case TEXT -> {
        if (file.path().startsWith("scripts/") && !isDocument(file)) {
          marks.add(SCRIPT);
        }
      }
      case DATA -> {}
    }
    if (file.executable() && !marks.contains(SCRIPT) && !marks.contains(PROGRAM)) {
      marks.add(EXECUTABLE);
    }
    return marks;
  }

  /** Whether a path is one that agents read settings from. */
  static boolean agentSettings(String path) {
    String lower = "/" + path.toLowerCase(Locale.ROOT);
    return lower.startsWith("/.claude/")
        || lower.equals("/hooks.json")
        || lower.endsWith("/hooks/hooks.json")
        || lower.endsWith("/.mcp.json")
        || lower.endsWith("/.claude/settings.json");
  }

  private static void byName(SkillFile file, Set<FileMark> marks) throws IOException {
    String path = "/" + file.path().toLowerCase(Locale.ROOT);
    String name = file.fileName().toLowerCase(Locale.ROOT);
    boolean settings = name.equals("settings.json") || name.equals("settings.local.json");
    if (path.contains("/hooks/") && !isDocument(file)
        || name.equals("hooks.json")
        || settings && holds(file, HOOKS)) {
      marks.add(HOOK);
    }
    if (name.equals("package.json") && holds(file, INSTALLS)) {
      marks.add(INSTALL_SCRIPT);
    }
    if (name.equals(".mcp.json")) {
      marks.add(SERVERS);
    } else if (marks.isEmpty() && agentSettings(file.path())) {
      marks.add(SETTINGS);
    }
  }

  private static boolean isDocument(SkillFile file) {
    String name = file.fileName().toLowerCase(Locale.ROOT);
    return List.of(".md", ".txt", ".rst").stream().anyMatch(name::endsWith);
  }

  private static boolean holds(SkillFile file, Pattern pattern) throws IOException {
    try (InputStream in = file.content().open()) {
      String text = new String(in.readNBytes(MOST_SETTINGS), StandardCharsets.UTF_8);
      return pattern.matcher(text).find();
    }
  }
}
