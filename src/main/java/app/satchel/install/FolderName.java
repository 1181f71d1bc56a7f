package app.satchel.install;

import app.satchel.skill.SkillFolder;
import app.satchel.skill.SkillName;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that a skill's folder may have in an agent's folder, on every system. */
public final class FolderName {
  private static final int MAX_LENGTH = 100;

  private static final Pattern USABLE = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}._ -]*");

  /** Names that Windows keeps for devices, with any extension. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?");

  /** Claude Code keeps this folder for skills synced from an account (2026-08-22). */
  private static final Set<String> RESERVED = Set.of("synced");

  private FolderName() {}

  /** Whether a name can be a skill's folder. */
  public static boolean isUsable(String name) {
    return name.length() <= MAX_LENGTH
        && USABLE.matcher(name).matches()
        && !name.endsWith(".")
        && !name.endsWith(" ")
        && !DEVICE.matcher(name).matches()
        && !RESERVED.contains(name.toLowerCase(Locale.ROOT));
  }

  /**
   * The folder that a skill is installed in: its own name where every reader accepts it (agents
   * such as OpenCode and Cline want folder and name alike), else its folder as published, else a
   * portable form of either.
   *
   * @return empty when nothing usable can be made of them
   */
  public static Optional<String> of(SkillFolder skill) {
    String name = skill.skillMd().name().orElse("");
    if (SkillName.isPortable(name) && isUsable(name)) {
      return Optional.of(name);
    }
    if (isUsable(skill.folderName())) {
      return Optional.of(skill.folderName());
    }
    return SkillName.slug(name)
        .filter(FolderName::isUsable)
        .or(() -> SkillName.slug(skill.folderName()).filter(FolderName::isUsable));
  }
}
