package app.satchel.display;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.display.CheckedItem.State;
import app.satchel.display.Drawing.Software;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckupTest {
  private static final Drawing AUTOMATIC = new Drawing(Software.NO, null);
  private static final ToolkitState BY_SOFTWARE =
      new ToolkitState(null, "26.0.2", "SWPipeline", List.of("a screen"), List.of());

  @TempDir Path root;
  private FakeSystem system;

  @BeforeEach
  void prepare() throws IOException {
    system = new FakeSystem(root);
  }

  private List<CheckedItem> look(Drawing drawing, ToolkitState toolkit) {
    return new Checkup(system.surroundings(), root.resolve("home/s"), root.resolve("logs"), drawing)
        .look("1.0", toolkit);
  }

  private static CheckedItem item(List<CheckedItem> items, String id) {
    return items.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void whereEverythingIsThereNothingIsAProblem() {
    List<CheckedItem> items =
        look(AUTOMATIC, new ToolkitState(null, "26.0.2", "ES2Pipeline", List.of(), List.of()));
    assertThat(items).extracting(CheckedItem::state).containsOnly(State.OK);
    assertThat(items)
        .extracting(CheckedItem::id)
        .contains("java", "javafx", "display", "gtk", "opengl", "fonts", "drawing", "scale")
        .contains("home", "room", "log");
    assertThat(item(items, "drawing").found()).contains("OpenGL");
    assertThat(items).allMatch(one -> !one.found().contains("{") && !one.name().isBlank());
  }

  @Test
  void whatIsMissingHasTheCommandThatHelps() throws IOException {
    system.without("libgtk-3.so.0").without("libXxf86vm.so.1");
    List<CheckedItem> items = look(AUTOMATIC, null);
    assertThat(item(items, "gtk").state()).isEqualTo(State.PROBLEM);
    assertThat(item(items, "gtk").hint()).contains("sudo apt install libgtk-3-0");
    assertThat(item(items, "opengl").state()).isEqualTo(State.NOTE);
    assertThat(item(items, "opengl").hint()).contains("sudo apt install libxxf86vm1");
  }

  @Test
  void softwareInPlaceOfTheCardIsWorthKnowingUnlessItWasAsked() {
    assertThat(item(look(AUTOMATIC, BY_SOFTWARE), "drawing").state()).isEqualTo(State.NOTE);
    CheckedItem kept = item(look(new Drawing(Software.KEPT, null), BY_SOFTWARE), "drawing");
    assertThat(kept.state()).isEqualTo(State.OK);
    assertThat(kept.found()).contains("settings");
  }

  @Test
  void aToolkitThatFailedSaysWhy() {
    Problem problem = new Problem(ProblemKind.UNAVAILABLE, "gtk-missing", "No.", "", "Get it.", "");
    CheckedItem item =
        item(look(AUTOMATIC, new ToolkitState(problem, "", "", List.of(), List.of())), "drawing");
    assertThat(item.state()).isEqualTo(State.PROBLEM);
    assertThat(item.found()).contains("[gtk-missing]");
    assertThat(item.hint()).isEqualTo("Get it.");
  }

  @Test
  void secretsOfProxiesAreNotTold() {
    system.environment.put("HTTPS_PROXY", "http://me:geheim@proxy.example:8080/");
    system.environment.put("http_proxy", "me:geheim@other");
    system.environment.put("ALL_PROXY", "::geheim::@[");
    List<CheckedItem> items = look(AUTOMATIC, null);
    assertThat(items.toString())
        .contains("HTTPS_PROXY=proxy.example:8080", "http_proxy=other")
        .doesNotContain("geheim");
    assertThat(item(items, "proxy").hint()).contains("https.proxyHost");
    system.properties.setProperty("https.proxyHost", "proxy.example");
    assertThat(look(AUTOMATIC, null))
        .filteredOn(one -> one.id().equals("proxy"))
        .allMatch(one -> one.state() == State.OK);
  }

  @Test
  void noFontsAreNoProblemAndOtherScriptsAre() throws IOException {
    java.nio.file.Files.delete(root.resolve("usr/share/fonts/truetype/a.ttf"));
    CheckedItem fonts = item(look(AUTOMATIC, null), "fonts");
    assertThat(fonts.state()).isEqualTo(State.NOTE);
    assertThat(fonts.hint()).contains("sudo apt install fonts-dejavu-core");
  }

  @Test
  void aScaleOnMacOsIsSaidToHaveNoEffect() {
    system.properties.setProperty("os.name", "Mac OS X");
    CheckedItem scale = item(look(new Drawing(Software.NO, new Scale(150)), null), "scale");
    assertThat(scale.hint()).contains("macOS");
  }

  @Test
  void aFolderThatCannotBeWrittenIsAProblem() throws IOException {
    system.file("/home/s", "a file, no folder");
    assertThat(item(look(AUTOMATIC, null), "home").state()).isEqualTo(State.PROBLEM);
  }
}
