package app.satchel.ui;

import app.satchel.archive.ZipBuilder;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Things to open: skills as folders and archives, and what is none. */
final class OpenedSamples {
  private static final String TEXT =
      """
      ---
      name: %s
      description: Keeps meeting notes short and finds what was decided.
      tags: [notes, meetings]
      compatibility: Requires git
      ---
      # %s

      Read the notes and write down what was **decided**, by whom, and until when.

      ## How to work

      1. Read everything once.
      2. List the decisions, one line each.
      3. Ask about whatever is unclear.

      ```sh
      git log --oneline notes/
      ```

      See [the template](references/template.md).
      """;

  private OpenedSamples() {}

  /** A skill's folder below another one. */
  static Path folder(Path parent, String name) throws IOException {
    Path folder = Files.createDirectories(parent.resolve(name));
    Files.writeString(folder.resolve("SKILL.md"), TEXT.formatted(name, title(name)));
    Files.createDirectories(folder.resolve("references"));
    Files.writeString(folder.resolve("references/template.md"), "# Template\n");
    return folder;
  }

  /** A skill as an archive. */
  static Path archive(Path parent, String name, String fileName) throws IOException {
    Files.createDirectories(parent);
    Path file = parent.resolve(fileName);
    SkillFolder skill =
        SkillFolder.of(
            name,
            List.of(
                SkillFile.of(
                    "SKILL.md", TEXT.formatted(name, title(name)).getBytes(StandardCharsets.UTF_8)),
                SkillFile.of(
                    "references/template.md", "# Template\n".getBytes(StandardCharsets.UTF_8))));
    try (OutputStream out = Files.newOutputStream(file)) {
      ZipBuilder.write(skill, out);
    }
    return file;
  }

  private static String title(String name) {
    return name.substring(0, 1).toUpperCase() + name.substring(1).replace('-', ' ');
  }
}
