package app.satchel.ui.skill;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.upload.Offer;
import app.satchel.check.upload.UploadRepair;
import app.satchel.check.upload.report.LineDiff.Kind;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.ui.skill.DiffRows.Gap;
import app.satchel.ui.skill.DiffRows.More;
import app.satchel.ui.skill.DiffRows.Reason;
import app.satchel.ui.skill.DiffRows.Rest;
import app.satchel.ui.skill.DiffRows.Row;
import app.satchel.ui.skill.DiffRows.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DiffRowsTest {
  private static SkillFolder skill(String folder, String md, String... others) {
    List<SkillFile> files = new ArrayList<>();
    files.add(SkillFile.of("SKILL.md", md.getBytes(StandardCharsets.UTF_8)));
    for (String other : others) {
      files.add(SkillFile.of(other, other.getBytes(StandardCharsets.UTF_8)));
    }
    return SkillFolder.of(folder, files);
  }

  private static DiffRows rows(SkillFolder skill, boolean accepted) {
    Offer offer = new UploadRepair().offer(skill, change -> accepted);
    return DiffRows.of(skill, offer);
  }

  private static String shown(DiffRows diff) {
    return diff.rows().stream().map(DiffRowsTest::shown).collect(Collectors.joining("\n"));
  }

  private static String shown(Row row) {
    return switch (row) {
      case Text text ->
          text.oldLine()
              + " "
              + text.newLine()
              + " "
              + text.kind().sign()
              + text.line().pieces().stream()
                  .map(CodeLine.Piece::text)
                  .collect(Collectors.joining());
      case Reason reason -> (reason.accepted() ? "= " : "? ") + reason.change().id();
      case Gap gap -> "... " + gap.lines();
      case More more -> "more " + more.lines();
      case Rest rest -> "rest " + rest.lines();
    };
  }

  @Test
  void aReasonStandsBelowItsLine() {
    DiffRows diff =
        rows(skill("a", "---\nname: a\ndescription: d\ntags: [x]\n---\n# A\n\nB\nC\nD\n"), false);

    assertThat(shown(diff))
        .isEqualTo(
            """
            1 1  ---
            2 2  name: a
            3 3  description: d
            4 null -tags: [x]
            = move-key-to-metadata
            null 4 +metadata:
            null 5 +  tags: x
            5 6  ---
            6 7  # A
            7 8  \
            """);
    assertThat(diff.removed()).isOne();
    assertThat(diff.added()).isEqualTo(2);
    assertThat(diff.elsewhere()).isEmpty();
  }

  @Test
  void aQuestionStandsWhereItsChangeWouldBe() {
    SkillFolder skill =
        skill("claude-notes", "---\nname: claude-notes\ndescription: d\n---\n# A\n");

    assertThat(shown(rows(skill, false)))
        .isEqualTo(
            """
            1 1  ---
            2 2  name: claude-notes
            ? name-reserved-word
            3 3  description: d
            4 4  ---
            5 5  # A\
            """);
    DiffRows ticked = rows(skill, true);
    assertThat(shown(ticked))
        .startsWith(
            """
            1 1  ---
            2 null -name: claude-notes
            = name-reserved-word
            null 2 +name: notes
            """);
    assertThat(ticked.elsewhere())
        .extracting(reason -> reason.change().id())
        .containsExactly("rename-folder");
  }

  @Test
  void whatIsAskedAboutAnotherFileStaysInTheListWhenItIsTicked() {
    SkillFolder skill =
        skill(
            "a",
            "---\nname: a\ndescription: d\n---\nRead [it](docs/my file.md).\n",
            "docs/my file.md");

    DiffRows unticked = rows(skill, false);
    assertThat(unticked.rows()).isEmpty();
    assertThat(unticked.elsewhere()).singleElement().matches(reason -> !reason.accepted());
    DiffRows ticked = rows(skill, true);
    assertThat(ticked.elsewhere())
        .singleElement()
        .matches(reason -> reason.accepted() && !reason.echo());
    assertThat(ticked.rows())
        .filteredOn(row -> row instanceof Reason)
        .singleElement()
        .matches(row -> ((Reason) row).echo());
  }

  @Test
  void aByteOrderMarkAndLineEndsAreSeen() {
    DiffRows diff =
        rows(skill("a", "\uFEFF---\r\nname: a\r\ndescription: d\r\n---\r\n# A\r\n"), false);

    assertThat(shown(diff)).contains("1 null -BOM---CR").contains("5 5  # ACR");
    assertThat(diff.elsewhere()).isEmpty();
  }

  @Test
  void placesFarApartAreSeparated() {
    String body = "line\n".repeat(30);
    SkillFolder skill =
        skill(
            "a",
            "---\nname: a\ndescription: d\ntags: [x]\n---\n" + body + "See docs/my file.md.\n",
            "docs/my file.md");

    assertThat(shown(rows(skill, true))).contains("\n... 25\n");
  }

  @Test
  void aSkillThatNeedsNoChangeHasNothingToShow() {
    DiffRows diff = rows(skill("a", "---\nname: a\ndescription: d\n---\n# A\n"), true);

    assertThat(diff.rows()).isEmpty();
    assertThat(diff.elsewhere()).isEmpty();
  }

  @Test
  void howeverMuchHasChangedFewRowsAreShownAndTheRestIsCounted() {
    StringBuilder text = new StringBuilder("---\r\nname: a\r\ndescription: d\r\n---\r\n");
    for (int i = 0; i < 5_000; i++) {
      text.append("Line ").append(i).append(" names docs/my file.md, and so do all others\r\n");
    }
    DiffRows run = rows(skill("a", text.toString(), "docs/my file.md"), true);
    assertThat(run.rows()).hasSizeLessThan(120);
    assertThat(run.removed()).isEqualTo(5_004);
    assertThat(hidden(run) + lines(run, Kind.REMOVED)).isEqualTo(5_004);

    String many =
        "---\nname: a\ndescription: d\n---\n"
            + ("gap\n".repeat(9) + "See docs/my file.md\n").repeat(200);
    DiffRows places = rows(skill("a", many, "docs/my file.md"), true);
    assertThat(places.rows()).hasSizeLessThan(2 * DiffRows.MOST_LINES);
    Rest rest = (Rest) places.rows().getLast();
    assertThat(rest.lines() + lines(places, Kind.REMOVED) + lines(places, Kind.ADDED))
        .isEqualTo(places.removed() + places.added());
  }

  private static int lines(DiffRows diff, Kind kind) {
    return (int)
        diff.rows().stream().filter(row -> row instanceof Text text && text.kind() == kind).count();
  }

  private static int hidden(DiffRows diff) {
    return diff.rows().stream()
        .mapToInt(row -> row instanceof More more && more.kind() == Kind.REMOVED ? more.lines() : 0)
        .sum();
  }
}
