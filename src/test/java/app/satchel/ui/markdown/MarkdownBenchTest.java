package app.satchel.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.markdown.HostileShapes;
import app.satchel.markdown.MarkdownDocument;
import app.satchel.markdown.MarkdownReader;
import app.satchel.markdown.Shared;
import app.satchel.skill.SkillMd;
import app.satchel.ui.kit.Theme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long a page takes from its text to its first layout ({@code mvn test -Pbench
 * -Dtest=MarkdownBenchTest}). The bars are 50 ms for a median skill, 250 ms and 60 MB for the
 * largest of the corpus, 500 ms for what is made to be slow. Prints figures and asserts only that
 * everything was shown.
 */
@Tag("bench")
class MarkdownBenchTest {
  private static final int ROUNDS = 31;

  private final MarkdownReader reader = new MarkdownReader();
  private Stage stage;
  private ScrollPane scroll;

  @BeforeEach
  void open() {
    reader.warmUp();
    Fx.run(
        () -> {
          scroll = new ScrollPane();
          scroll.setFitToWidth(true);
          stage = new Stage();
          Scene scene = new Scene(scroll, 760, 700);
          new Theme(scene, Theme.Choice.LIGHT);
          stage.setScene(scene);
          stage.show();
        });
  }

  @AfterEach
  void close() {
    Fx.run(stage::hide);
  }

  /** Milliseconds of reading and of the first layout. */
  private record Time(double reading, double layout) {
    double all() {
      return reading + layout;
    }
  }

  private static MarkdownPane pane() {
    return Fx.call(() -> new MarkdownPane(new NoActions(), PackageImages.none()));
  }

  private Time page(String body, MarkdownPane pane) {
    long start = System.nanoTime();
    MarkdownDocument document = reader.read(body);
    double reading = (System.nanoTime() - start) / 1e6;
    double layout =
        Fx.call(
            () -> {
              long from = System.nanoTime();
              scroll.setContent(pane);
              pane.show(document);
              stage.getScene().getRoot().applyCss();
              stage.getScene().getRoot().layout();
              return (System.nanoTime() - from) / 1e6;
            });
    return new Time(reading, layout);
  }

  /** Every block as a node: outside a scroll pane, all of the pane is seen. */
  private double nodePerBlock(String body, MarkdownPane pane) {
    MarkdownDocument document = reader.read(body);
    return Fx.call(
        () -> {
          long from = System.nanoTime();
          Region all = new javafx.scene.layout.StackPane(pane);
          scroll.setContent(null);
          stage.getScene().setRoot(all);
          pane.show(document);
          all.applyCss();
          all.layout();
          double took = (System.nanoTime() - from) / 1e6;
          stage.getScene().setRoot(new javafx.scene.layout.StackPane());
          stage.getScene().setRoot(scroll);
          return took;
        });
  }

  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 4; i++) {
      System.gc();
      Fx.settle();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static int nodes(Node node) {
    return 1
        + (node instanceof Parent parent
            ? parent.getChildrenUnmodifiable().stream().mapToInt(MarkdownBenchTest::nodes).sum()
            : 0);
  }

  @Test
  void realSkills() {
    List<String> bodies = new ArrayList<>();
    Shared.skillMds((path, text) -> bodies.add(SkillMd.parse(text).body()));
    bodies.sort(Comparator.comparingInt(String::length));
    measure("median skill", bodies.get(bodies.size() / 2));
    measure("largest skill", bodies.getLast());
    StringBuilder large = new StringBuilder();
    for (int i = bodies.size() / 2; large.length() < 300_000; i++) {
      large.append(bodies.get(i)).append("\n\n");
    }
    measure("300 kB of skills in a row", large.toString());
  }

  private void measure(String name, String body) {
    Time[] times = new Time[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      times[i] = page(body, pane());
    }
    Time first = times[0];
    Arrays.sort(times, Comparator.comparingDouble(Time::all));
    Time middle = times[ROUNDS / 2];
    Fx.run(() -> scroll.setContent(null));
    long before = heap();
    MarkdownPane kept = pane();
    page(body, kept);
    long after = heap();
    int built = Fx.call(() -> nodes(kept));
    Fx.run(() -> scroll.setContent(null));
    MarkdownPane everything = pane();
    long beforeAll = heap();
    double all = nodePerBlock(body, everything);
    long afterAll = heap();
    System.out.printf(
        Locale.ROOT,
        "%s, %d characters: first %.1f ms; of %d rounds the middle %.1f ms (reading %.1f, layout"
            + " %.1f), slowest %.1f ms; %d nodes, heap %+.1f MB; node per block: %.1f ms, %d nodes,"
            + " heap %+.1f MB%n",
        name,
        body.length(),
        first.all(),
        ROUNDS,
        middle.all(),
        middle.reading(),
        middle.layout(),
        times[ROUNDS - 1].all(),
        built,
        (after - before) / 1e6,
        all,
        Fx.call(() -> nodes(everything)),
        (afterAll - beforeAll) / 1e6);
    assertThat(Fx.call(kept::getHeight)).isPositive();
    assertThat(Fx.call(() -> everything.getChildrenUnmodifiable().size()))
        .isEqualTo(Fx.call(() -> everything.cells().size()));
  }

  @Test
  void pathologicalShapes() {
    List<String> slow = new ArrayList<>();
    double slowestReading = 0;
    double slowestLayout = 0;
    int count = 0;
    for (int size : new int[] {1_000, 10_000, 50_000, 200_000, 500_000}) {
      for (var shape : HostileShapes.all().entrySet()) {
        Time time = page(shape.getValue().apply(size), pane());
        count++;
        slowestReading = Math.max(slowestReading, time.reading());
        slowestLayout = Math.max(slowestLayout, time.layout());
        if (time.reading() > 500 || time.layout() > 100) {
          slow.add(
              String.format(
                  Locale.ROOT,
                  "%s of %d: reading %.0f ms, layout %.0f ms",
                  shape.getKey(),
                  size,
                  time.reading(),
                  time.layout()));
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d hostile documents: slowest reading %.0f ms (off the window's thread), slowest layout"
            + " %.0f ms (on it); reading over 500 ms or layout over 100 ms: %d%n",
        count,
        slowestReading,
        slowestLayout,
        slow.size());
    slow.forEach(System.out::println);
    assertThat(count).isEqualTo(5 * HostileShapes.all().size());
  }
}
