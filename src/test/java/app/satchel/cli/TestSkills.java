package app.satchel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes small skills for tests. */
final class TestSkills {
  private TestSkills() {}

  /** A skill that claude.ai accepts. */
  static Path good(Path parent, String name) {
    return write(parent, name, "");
  }

  /** A skill with more lines in its frontmatter. */
  static Path write(Path parent, String name, String more) {
    return raw(
        parent,
        name,
        "---\nname: "
            + name
            + "\ndescription: Counts things. Use it when counting.\n"
            + more
            + "---\n\n# "
            + name
            + "\n\nCount, then say the number.\n");
  }

  /** A skill with the given SKILL.md. */
  static Path raw(Path parent, String folder, String skillMd) {
    Path place = parent.resolve(folder);
    try {
      Files.createDirectories(place);
      Files.writeString(place.resolve("SKILL.md"), skillMd);
      return place;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
