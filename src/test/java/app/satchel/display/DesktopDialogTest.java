package app.satchel.display;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.problem.Problem;
import app.satchel.problem.ProblemKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesktopDialogTest {
  private static final String HOSTILE = "<b>$(touch x)</b> `id` \"; --foo \u0007";

  @TempDir Path root;
  private FakeSystem system;
  private final List<List<String>> started = new ArrayList<>();
  private final List<String> plain = new ArrayList<>();
  private String here = "";

  @BeforeEach
  void prepare() throws IOException {
    system = new FakeSystem(root);
  }

  private boolean tell(String code) {
    return new DesktopDialog(
            system.surroundings(),
            command -> {
              started.add(command);
              if (!command.getFirst().equals(here)) {
                throw new IOException("no such program");
              }
            },
            (title, text) -> plain.add(title + ": " + text))
        .tell(new Problem(ProblemKind.UNAVAILABLE, code, "What " + HOSTILE, "Why.", "Do.", ""));
  }

  @Test
  void theTextIsOneArgumentAndNoShellReadsIt() {
    here = "zenity";
    assertThat(tell("gtk-missing")).isTrue();
    assertThat(started).hasSize(1);
    List<String> command = started.getFirst();
    assertThat(command).hasSize(5).startsWith("zenity", "--error", "--no-markup");
    assertThat(command.getLast())
        .startsWith("--text=What <b>$(touch x)</b>")
        .contains("Why. Do.")
        .endsWith("[gtk-missing]")
        .doesNotContain("\u0007");
    assertThat(plain).isEmpty();
  }

  @Test
  void theFirstThatIsThereIsTakenTheDesktopsOwnBefore() {
    here = "xmessage";
    assertThat(tell("gtk-missing")).isTrue();
    assertThat(started).extracting(List::getFirst).containsExactly("zenity", "kdialog", "xmessage");
    assertThat(started.getLast().getLast().lines()).allMatch(line -> line.length() <= 80);
    started.clear();
    system.environment.put("XDG_CURRENT_DESKTOP", "KDE");
    here = "kdialog";
    tell("gtk-missing");
    assertThat(started).extracting(List::getFirst).containsExactly("kdialog");
    assertThat(started.getFirst().getLast()).doesNotContain("<b>");
  }

  @Test
  void withoutAnyJavasOwnDialogIsShownUnlessTheDisplayIsTheTrouble() {
    assertThat(tell("gtk-missing")).isTrue();
    assertThat(plain).hasSize(1);
    assertThat(tell("display-silent")).isFalse();
    assertThat(plain).hasSize(1);
  }

  @Test
  void withoutADisplayNothingIsTried() {
    system.environment.remove("DISPLAY");
    assertThat(tell("gtk-missing")).isFalse();
    assertThat(started).isEmpty();
  }

  @Test
  void otherSystemsHaveTheirOwn() {
    system.properties.setProperty("os.name", "Mac OS X");
    here = "/usr/bin/osascript";
    assertThat(tell("graphics-failed")).isTrue();
    List<String> script = started.getFirst();
    assertThat(script.getLast()).isEqualTo("Satchel");
    assertThat(script.subList(0, script.size() - 2)).noneMatch(part -> part.contains("touch"));
    system.properties.setProperty("os.name", "Windows 11");
    assertThat(tell("graphics-failed")).isTrue();
    assertThat(plain).hasSize(1);
  }

  @Test
  void aDialogThatCannotBeShownIsNoFailure() {
    DesktopDialog dialog =
        new DesktopDialog(
            system.surroundings(),
            command -> {
              throw new IOException("none");
            },
            (title, text) -> {
              throw new java.awt.AWTError("no X");
            });
    assertThat(dialog.tell(new Problem(ProblemKind.BUG, "bug-1", "What.", "", "", ""))).isFalse();
  }
}
