package app.satchel.archive;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * The 529 archives of public test suites (facts/security.md 3.3), each with the verdict a careful
 * client should reach.
 */
class PublicArchivesTest {
  private static final String ACCEPTED = "accepted";

  private record Row(String file, String expect) {}

  /** Where we differ from the manifest on purpose: what we say, and why. */
  private static final Map<String, String> ON_PURPOSE =
      Map.ofEntries(
          // One byte follows the end record. Policy: nothing may (case Z45, "trailing newline").
          entry("go-archive-zip/readme.zip", "zip-trailing-data"),
          // Its only entry has the Unix type "pipe", as Info-ZIP writes for standard input. Policy:
          // no devices and pipes (case Z25).
          entry("libzip/zip64.zip", "zip-device"),
          // Made on Windows with backslashes between folders. Policy: no backslash (case Z6); the
          // manifest rejects zt-zip's other archive of that kind.
          entry("zt-zip/backSlashTest.zip", "zip-path-backslash"),
          // The header's name is the bytes 0 to 31, the real one is in the Unicode Path field.
          // Policy: no control characters (Z10), no second name (Z20d).
          entry("yauzl-success/unicode-path-extra-field.zip", "zip-name-control"),
          // Two plain files and nothing else. It is the second half of a test in which a link
          // already lies in the target folder; our staging folder is always new or empty.
          entry("libarchive/unzip_test_symlink_2.zip", ACCEPTED));

  @Test
  void reachesTheExpectedVerdictOnEveryPublicArchive(@TempDir Path temp, TestReporter reporter)
      throws IOException {
    Path shared = SharedMaterial.folder("security/archives");
    List<Row> rows = rows(shared.resolve("MANIFEST.csv"));
    Path around = Files.createDirectory(temp.resolve("around"));
    Map<String, Integer> verdicts = new TreeMap<>();
    Map<String, String> different = new TreeMap<>();
    for (Row row : rows) {
      String verdict = verdict(shared.resolve(row.file), around.resolve("staging"));
      boolean accepted = verdict.equals(ACCEPTED);
      verdicts.merge(row.expect + (accepted ? " accepted" : " refused"), 1, Integer::sum);
      if (!row.expect.equals("iffy") && accepted != row.expect.equals("accept")) {
        different.put(row.file, verdict);
      }
      assertThat(Trees.list(around)).as("left behind by %s", row.file).containsOnlyKeys("");
    }
    verdicts.forEach((what, count) -> reporter.publishEntry(what, count.toString()));

    assertThat(rows).hasSize(529);
    assertThat(different).isEqualTo(new TreeMap<>(ON_PURPOSE));
  }

  /** The code of the refusal, or {@link #ACCEPTED}; what was staged is removed. */
  private static String verdict(Path zip, Path staging) throws IOException {
    try {
      SkillArchive.extract(zip, staging, ZipLimits.standard(), Cancellation.none());
    } catch (ProblemException e) {
      assertThat(e.problem().kind()).as(e.getMessage()).isEqualTo(ProblemKind.INPUT);
      assertThat(e.problem().code()).startsWith("zip-");
      return e.problem().code();
    }
    Trees.delete(staging);
    return ACCEPTED;
  }

  private static List<Row> rows(Path manifest) throws IOException {
    try (Stream<String> lines = Files.lines(manifest)) {
      return lines
          .skip(1)
          .map(line -> line.split(",", 5))
          .map(cells -> new Row(cells[0].substring("archives/".length()), cells[3]))
          .toList();
    }
  }
}
