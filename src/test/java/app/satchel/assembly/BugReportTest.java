package app.satchel.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.problem.ProblemKind;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BugReportTest {
  @TempDir Path folder;

  private static RuntimeException here(String message) {
    return new IllegalStateException(message);
  }

  private static RuntimeException there() {
    return new IllegalStateException("one");
  }

  @Test
  void theSameBugHasTheSameCodeWhateverItsMessage() {
    assertThat(BugReport.code(here("one"))).isEqualTo(BugReport.code(here("two")));
    assertThat(BugReport.code(here("one"))).matches("bug-[0-9a-f]{8}");
  }

  @Test
  void anotherPlaceHasAnotherCode() {
    assertThat(BugReport.code(here("one"))).isNotEqualTo(BugReport.code(there()));
  }

  @Test
  void theDetailsAreInTheFileThatTheMessageNames() throws Exception {
    BugReport report = BugReport.write(here("inside"), folder.resolve("logs"));
    Path file = folder.resolve("logs").resolve(report.problem().code() + ".txt");
    assertThat(report.problem().kind()).isEqualTo(ProblemKind.BUG);
    assertThat(report.problem().sentence()).contains(file.toString());
    assertThat(Files.readString(file)).contains("inside").contains("BugReportTest");
  }

  @Test
  void aFolderThatCannotBeWrittenIsNoSecondFailure() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    BugReport report = BugReport.write(here("inside"), file);
    assertThat(report.problem().sentence()).contains(report.problem().code());
  }

  @Test
  void causesThatGoRoundInCirclesEnd() {
    RuntimeException one = new IllegalStateException("one");
    RuntimeException two = new IllegalStateException("two", one);
    one.initCause(two);
    assertThat(BugReport.code(two)).startsWith("bug-");
  }
}
