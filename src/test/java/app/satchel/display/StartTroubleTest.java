package app.satchel.display;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.problem.Problem;
import app.satchel.problem.ProblemKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words are those that JavaFX 26.0.2 was seen to say when these things were missing. */
class StartTroubleTest {
  private static final Throwable NO_DISPLAY =
      new UnsupportedOperationException("Unable to open DISPLAY");
  private static final Throwable NO_GTK =
      new UnsupportedOperationException("Unable to load glass GTK library.");
  private static final Throwable NO_PIPELINE =
      new RuntimeException(
          "java.lang.RuntimeException: Error initializing QuantumRenderer: no suitable pipeline"
              + " found");

  @TempDir Path root;
  private FakeSystem system;

  @BeforeEach
  void prepare() throws IOException {
    system = new FakeSystem(root);
  }

  private Problem explain(Throwable failure, String... said) {
    Problem problem =
        new StartTrouble(system.surroundings()).explain(failure, List.of(said)).problem();
    assertThat(problem.kind()).isEqualTo(ProblemKind.UNAVAILABLE);
    assertThat(problem.meaning()).isNotEmpty();
    assertThat(problem.next()).isNotEmpty();
    assertThat(problem.sentence()).doesNotContain("Exception", "{0}", "''", "\tat ");
    return problem;
  }

  @Test
  void aDisplayWhereNobodyListensIsUnreachable() {
    system.environment.put("DISPLAY", ":99");
    assertThat(explain(NO_DISPLAY).code()).isEqualTo("display-unreachable");
    assertThat(explain(NO_DISPLAY).what()).contains(":99");
  }

  @Test
  void aDisplayThatIsThereHasRefused() {
    assertThat(explain(NO_DISPLAY).code()).isEqualTo("display-refused");
    system.environment.put("DISPLAY", ":0.0");
    assertThat(explain(NO_DISPLAY).code()).isEqualTo("display-refused");
  }

  @Test
  void aDisplayOfAnotherComputerCannotBeSeenFromHere() {
    system.environment.put("DISPLAY", "far.example:10.0");
    assertThat(explain(NO_DISPLAY).code()).isEqualTo("display-unreachable");
  }

  @Test
  void waylandAloneAsksForXWaylandByTheNameOfTheSystem() throws IOException {
    system.environment.remove("DISPLAY");
    system.environment.put("WAYLAND_DISPLAY", "wayland-0");
    assertThat(explain(NO_DISPLAY).code()).isEqualTo("display-wayland-only");
    assertThat(explain(NO_DISPLAY).next()).contains("sudo apt install xwayland");
    system.file("/etc/os-release", "ID=\"nobara\"\nID_LIKE=\"rhel centos fedora\"\n");
    assertThat(explain(NO_DISPLAY).next()).contains("sudo dnf install xorg-x11-server-Xwayland");
    system.file("/etc/os-release", "ID=mine\n");
    assertThat(explain(NO_DISPLAY).next())
        .isEqualTo("Install XWayland and start your session anew.");
  }

  @Test
  void noDisplayAtAll() {
    system.environment.remove("DISPLAY");
    assertThat(explain(NO_DISPLAY).code()).isEqualTo("display-missing");
  }

  @Test
  void withoutGtkTheCommandThatGetsItIsTold() throws IOException {
    system.without("libgtk-3.so.0");
    assertThat(explain(NO_GTK).code()).isEqualTo("gtk-missing");
    assertThat(explain(NO_GTK).next()).isEqualTo("Install it: sudo apt install libgtk-3-0.");
    for (String[] other :
        new String[][] {
          {"arch", "sudo pacman -S gtk3"},
          {"opensuse-tumbleweed", "sudo zypper install libgtk-3-0"},
          {"fedora", "sudo dnf install gtk3"}
        }) {
      system.file("/etc/os-release", "NAME=x\nID=" + other[0] + "\n");
      assertThat(explain(NO_GTK).next()).contains(other[1]);
    }
  }

  @Test
  void gtkOfAnotherProcessorIsNone() throws IOException {
    system.library("libgtk-3.so.0", 3);
    assertThat(explain(NO_GTK).code()).isEqualTo("gtk-missing");
  }

  @Test
  void aLibraryBehindGtkIsFoundByLooking() throws IOException {
    system.without("libpango-1.0.so.0");
    Problem problem = explain(NO_GTK);
    assertThat(problem.code()).isEqualTo("library-missing");
    assertThat(problem.sentence()).contains("libpango-1.0.so.0", "sudo apt install libpango-1.0-0");
  }

  @Test
  void aLibraryThatTheLoaderNamesIsTakenAtItsWord() {
    Problem problem =
        explain(
            new RuntimeException(
                "java.lang.UnsatisfiedLinkError: no glassgtk3 in java.library.path"),
            "java.lang.UnsatisfiedLinkError: /root/.openjfx/cache/26.0.2+3/amd64/libglassgtk3.so:"
                + " libXtst.so.6: cannot open shared object file: No such file or directory",
            "\tat java.base/jdk.internal.loader.NativeLibraries.load(Native Method)");
    assertThat(problem.code()).isEqualTo("library-missing");
    assertThat(problem.what()).contains("libXtst.so.6");
    assertThat(problem.details()).contains("cannot open").doesNotContain("\tat ");
  }

  @Test
  void aCacheThatCannotBeWrittenIsNamed() {
    system.properties.setProperty("javafx.cachedir", "/ro/cache");
    assertThat(explain(NO_PIPELINE, "Can not create cache at /ro/cache").code())
        .isEqualTo("javafx-cache");
    assertThat(explain(NO_PIPELINE, "Can not create cache at /ro/cache").meaning())
        .contains("/ro/cache");
    assertThat(
            explain(
                    new RuntimeException("x"),
                    "libglass.so: failed to map segment from shared object: Operation not"
                        + " permitted")
                .code())
        .isEqualTo("javafx-cache");
  }

  @Test
  void aFolderMadeForAnotherSystemSaysWhichOne() {
    system.withoutResource("/libglass.so").resource("/glass.dll", 0);
    Problem problem = explain(new RuntimeException("No toolkit found"));
    assertThat(problem.code()).isEqualTo("javafx-other-system");
    assertThat(problem.what()).contains("Windows").contains("Linux amd64");
  }

  @Test
  void aFolderMadeForAnotherProcessorSaysWhichOne() {
    system.resource("/libglass.so", 183);
    Problem problem = explain(new UnsatisfiedLinkError("Can't load AARCH64 .so"));
    assertThat(problem.code()).isEqualTo("javafx-other-system");
    assertThat(problem.what()).contains("Linux aarch64").contains("Linux amd64");
  }

  @Test
  void aCopyWithoutNativesIsNotComplete() {
    system.withoutResource("/libglass.so");
    assertThat(explain(NO_PIPELINE).code()).isEqualTo("javafx-missing");
    assertThat(explain(new NoClassDefFoundError("javafx/application/Platform")).code())
        .isEqualTo("javafx-missing");
  }

  @Test
  void nativesInTheRuntimeAreThere() throws IOException {
    system.withoutResource("/libglass.so").file("/jdk/lib/libglass.so", "so");
    assertThat(explain(NO_PIPELINE).code()).isEqualTo("graphics-failed");
  }

  @Test
  void whatNobodyKnowsKeepsItsDetails() {
    Problem problem = explain(new IllegalStateException("odd"), "said before");
    assertThat(problem.code()).isEqualTo("no-window");
    assertThat(problem.details()).contains("odd").contains("said before");
  }

  @Test
  void silenceHasAnAnswer() {
    Problem problem = new StartTrouble(system.surroundings()).silence(45, List.of()).problem();
    assertThat(problem.code()).isEqualTo("display-silent");
    assertThat(problem.what()).contains("':0'").contains("45 seconds");
    system.properties.setProperty("os.name", "Windows 11");
    assertThat(new StartTrouble(system.surroundings()).silence(45, List.of()).problem().code())
        .isEqualTo("toolkit-silent");
  }

  @Test
  void drawingBySoftwareForWantOfALibraryIsExplained() {
    StartTrouble trouble = new StartTrouble(system.surroundings());
    assertThat(
            trouble.fallback(
                List.of(
                    "Loading library prism_es2 from resource failed: libprism_es2.so:"
                        + " libGL.so.1: cannot open shared object file")))
        .hasValueSatisfying(
            words -> assertThat(words).contains("libGL.so.1", "sudo apt install libgl1"));
    assertThat(trouble.fallback(List.of("Fallback to Prism SW pipeline"))).isEmpty();
  }

  @Test
  void everyNeededLibraryHasAPackageForEveryManager() throws IOException {
    for (String id : List.of("debian", "fedora", "arch", "opensuse")) {
      system.file("/etc/os-release", "ID=" + id + "\n");
      SystemPackages packages = SystemPackages.of(system.surroundings());
      assertThat(packages.neededLibraries()).isNotEmpty();
      for (String name : packages.neededLibraries()) {
        assertThat(packages.command(name)).as("%s on %s", name, id).isPresent();
      }
      for (String name : List.of("xwayland", "fonts", "libGL.so.1", "libXxf86vm.so.1")) {
        assertThat(packages.command(name)).as("%s on %s", name, id).isPresent();
      }
    }
  }
}
