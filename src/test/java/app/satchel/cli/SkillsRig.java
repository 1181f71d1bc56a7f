package app.satchel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder of skills that commands are run on. */
abstract class SkillsRig {
  static final String EXTENSION_KEY = "depends-on: [other]\n";
  @TempDir Path home;
  Path skills;

  @BeforeEach
  void makeFolder() {
    skills = home.resolve("repo/skills");
  }

  static List<String> paths(CliRun run) {
    return run.lines().stream().map(line -> line.path("path").asText()).toList();
  }

  static List<String> entries(Path zip) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      return file.stream().map(ZipEntry::getName).toList();
    }
  }
}
