package app.satchel.check.upload.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.upload.report.LineDiff.Hunk;
import app.satchel.check.upload.report.LineDiff.Kind;
import app.satchel.check.upload.report.LineDiff.Line;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LineDiffProperties {
  /** Few different lines, so that much is the same; the last one with or without an end. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> line = Arbitraries.of("", "a", "b", "c", "d\r", "\u00e9 \uD83D\uDE00", "---");
    return Combinators.combine(line.list().ofMaxSize(40), Arbitraries.of("", "\n"))
        .as((lines, end) -> String.join("\n", lines) + (lines.isEmpty() ? "" : end));
  }

  @Property(tries = 3000)
  void theHunksMakeTheNewTextOfTheOldOne(
      @ForAll("texts") String before, @ForAll("texts") String after) {
    LineDiff diff = LineDiff.of(before, after);
    assertThat(diff.applyTo(before)).isEqualTo(after);
    assertThat(diff.hunks().isEmpty()).isEqualTo(before.equals(after));
  }

  @Property(tries = 1000)
  void hunksAreWellFormed(@ForAll("texts") String before, @ForAll("texts") String after) {
    int lastOld = 0;
    for (Hunk hunk : LineDiff.of(before, after).hunks()) {
      assertThat(hunk.oldStart()).isGreaterThanOrEqualTo(lastOld);
      assertThat(count(hunk, Kind.ADDED)).isEqualTo(hunk.oldCount());
      assertThat(count(hunk, Kind.REMOVED)).isEqualTo(hunk.newCount());
      List<Integer> numbers =
          hunk.lines().stream().map(Line::oldLine).filter(n -> n != null).toList();
      for (int i = 0; i < numbers.size(); i++) {
        assertThat(numbers.get(i)).isEqualTo(hunk.oldStart() + i);
      }
      assertThat(hunk.lines()).anyMatch(line -> line.kind() != Kind.CONTEXT);
      lastOld = hunk.oldStart() + hunk.oldCount();
    }
  }

  private static long count(Hunk hunk, Kind without) {
    return hunk.lines().stream().filter(line -> line.kind() != without).count();
  }
}
