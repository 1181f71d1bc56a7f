package app.satchel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.satchel.display.Drawing.Software;
import app.satchel.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawingTest {
  private static final Scale DOUBLE = new Scale(200);

  @TempDir Path folder;

  private static Drawing choose(
      boolean asked, Scale scale, Map<String, String> environment, KeptDrawing kept, boolean bad) {
    return Drawing.choose(asked, scale, environment, kept, bad, true);
  }

  @Test
  void whereThereIsNoCardNoneIsLookedFor() {
    Drawing drawing = Drawing.choose(false, null, Map.of(), KeptDrawing.AUTOMATIC, false, false);
    assertThat(drawing.software()).isEqualTo(Software.NO_CARD);
    assertThat(drawing.bySoftware()).isTrue();
    Map<String, String> wanted = Map.of(Drawing.SOFTWARE_VARIABLE, "0");
    assertThat(Drawing.choose(false, null, wanted, KeptDrawing.AUTOMATIC, false, false).software())
        .isEqualTo(Software.NO);
    Properties other = new Properties();
    other.setProperty("os.name", "Windows 11");
    assertThat(Drawing.mayHaveCard(other)).isTrue();
  }

  @Test
  void untilSomebodyAsksNothingIsTold() {
    Drawing drawing = choose(false, null, Map.of(), KeptDrawing.AUTOMATIC, false);
    Properties properties = new Properties();
    drawing.tell(properties);
    assertThat(drawing).isEqualTo(new Drawing(Software.NO, null));
    assertThat(properties).isEmpty();
  }

  @Test
  void theCallComesBeforeTheEnvironmentAndThatBeforeTheSettings() {
    KeptDrawing kept = new KeptDrawing(true, DOUBLE);
    assertThat(choose(false, null, Map.of(), kept, false))
        .isEqualTo(new Drawing(Software.KEPT, DOUBLE));
    Map<String, String> variables =
        Map.of("SATCHEL_SOFTWARE_RENDERING", "0", "SATCHEL_SCALE", "150%");
    assertThat(choose(false, null, variables, kept, true))
        .isEqualTo(new Drawing(Software.NO, new Scale(150)));
    assertThat(choose(true, new Scale(125), variables, kept, true))
        .isEqualTo(new Drawing(Software.ASKED, new Scale(125)));
    assertThat(
            choose(false, null, Map.of("SATCHEL_SOFTWARE_RENDERING", "1"), kept, false).software())
        .isEqualTo(Software.ASKED);
    assertThat(choose(false, null, Map.of("SATCHEL_SCALE", "huge"), kept, false).scale())
        .isEqualTo(DOUBLE);
  }

  @Test
  void aStartThatShowedNothingIsFollowedByOneInSoftware() {
    assertThat(choose(false, null, Map.of(), KeptDrawing.AUTOMATIC, true).software())
        .isEqualTo(Software.AFTER_FAILED_START);
  }

  @Test
  void javaFxIsToldInItsOwnWordsUnlessSomebodyWasBefore() {
    Properties properties = new Properties();
    properties.setProperty("glass.win.uiScale", "3");
    new Drawing(Software.ASKED, new Scale(150)).tell(properties);
    assertThat(properties)
        .containsEntry("prism.order", "sw")
        .containsEntry("prism.disableRegionCaching", "true")
        .containsEntry("glass.gtk.uiScale", "150%")
        .containsEntry("glass.win.uiScale", "3");
    properties.setProperty("prism.order", "es2");
    new Drawing(Software.ASKED, null).tell(properties);
    assertThat(properties).containsEntry("prism.order", "es2");
  }

  @Test
  void whatIsKeptIsFoundAgain() {
    Path file = folder.resolve("deep/drawing.conf");
    assertThat(KeptDrawing.load(file)).isEqualTo(KeptDrawing.AUTOMATIC);
    for (KeptDrawing one :
        new KeptDrawing[] {
          new KeptDrawing(true, DOUBLE), new KeptDrawing(false, null), new KeptDrawing(true, null)
        }) {
      one.save(file);
      assertThat(KeptDrawing.load(file)).isEqualTo(one);
    }
  }

  @Test
  void aDamagedFileMeansAutomatic() throws IOException {
    Path file = folder.resolve("drawing.conf");
    Files.write(file, new byte[] {0, -1, '=', '\n', '=', 5});
    assertThat(KeptDrawing.load(file)).isEqualTo(KeptDrawing.AUTOMATIC);
    Files.writeString(file, "scale = 7000%\nsoftware-rendering = maybe\nother=1\n");
    assertThat(KeptDrawing.load(file)).isEqualTo(KeptDrawing.AUTOMATIC);
    Files.writeString(file, "software-rendering = YES\r\nscale=1,5\r\n");
    assertThat(KeptDrawing.load(file)).isEqualTo(new KeptDrawing(true, new Scale(150)));
    Files.writeString(file, "software-rendering=yes\n".repeat(1000));
    assertThat(KeptDrawing.load(file)).isEqualTo(KeptDrawing.AUTOMATIC);
    assertThat(KeptDrawing.load(folder)).isEqualTo(KeptDrawing.AUTOMATIC);
  }

  @Test
  void whatCannotBeKeptIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "").resolve("drawing.conf");
    assertThatThrownBy(() -> KeptDrawing.AUTOMATIC.save(file))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo("drawing-not-kept"));
  }

  @Test
  void aMarkThatIsLeftTellsOfAFailedStart() throws IOException {
    Path file = folder.resolve("home/starting");
    StartMark mark = new StartMark(file);
    assertThat(mark.isFromFailedStart()).isFalse();
    mark.set();
    assertThat(mark.isFromFailedStart()).as("found by a start that is a new one").isTrue();
    mark.clear();
    assertThat(mark.isFromFailedStart()).isFalse();
    mark.clear();
    Files.writeString(file, "nonsense".repeat(100));
    assertThat(mark.isFromFailedStart()).isTrue();
  }

  @Test
  void aStartThatStillRunsHasNotFailed() throws IOException {
    Path file = folder.resolve("starting");
    long parent = ProcessHandle.current().parent().orElseThrow().pid();
    Files.writeString(file, Long.toString(parent));
    assertThat(new StartMark(file).isFromFailedStart()).isFalse();
    Files.writeString(file, "999999999999");
    assertThat(new StartMark(file).isFromFailedStart()).isTrue();
  }
}
