package app.satchel.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Extracts an archive in the middle of a fenced field and sees whether anything got out. */
final class Fence {
  private final Path field;
  private final Path staging;

  /**
   * @param field an empty folder
   */
  Fence(Path field) throws IOException {
    this.field = field;
    Files.writeString(field.resolve("neighbour"), "untouched");
    this.staging = Files.createDirectories(field.resolve("a/b/c")).resolve("staging");
  }

  /** Expects the archive to be refused without a trace, for this reason. */
  Problem refuses(byte[] zip, String code) throws IOException {
    Path file = Files.write(field.resolve("archive.zip"), zip);
    return refuses(file, code);
  }

  Problem refuses(Path zip, String code) throws IOException {
    Map<String, Long> before = Trees.list(field);
    Throwable thrown =
        catchThrowable(
            () -> SkillArchive.extract(zip, staging, ZipLimits.standard(), Cancellation.none()));
    assertThat(thrown).isInstanceOf(ProblemException.class);
    Problem problem = ((ProblemException) thrown).problem();
    assertThat(problem.code()).as(problem.report()).isEqualTo(code);
    assertThat(problem.kind()).isEqualTo(ProblemKind.INPUT);
    assertThat(problem.next()).isNotEmpty();
    assertThat(Trees.list(field)).isEqualTo(before);
    return problem;
  }

  /** Expects the archive to be accepted, with nothing written beside the staging folder. */
  ExtractedArchive accepts(byte[] zip) throws IOException {
    Path file = Files.write(field.resolve("archive.zip"), zip);
    Map<String, Long> before = Trees.list(field);
    ExtractedArchive archive =
        SkillArchive.extract(file, staging, ZipLimits.standard(), Cancellation.none());
    assertThat(archive.root()).isEqualTo(staging.toRealPath());
    Map<String, Long> after = Trees.list(field);
    after.keySet().removeIf(path -> path.startsWith("a/b/c/staging"));
    assertThat(after).isEqualTo(before);
    return archive;
  }

  /** Removes what was accepted. */
  void clear() throws IOException {
    Trees.delete(staging);
  }
}
