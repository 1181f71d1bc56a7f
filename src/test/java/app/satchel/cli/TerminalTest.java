package app.satchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.cli.Terminal.Style;
import app.satchel.cli.Terminal.Tone;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Terminal terminal(Style style, boolean json, boolean quiet) {
    return new Terminal(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        style,
        json,
        quiet);
  }

  @Test
  void strangersTextCannotMoveTheCursorOrHide() {
    assertThat(Terminal.clean("a\u001b[31mred\u0007\u202Eback\nline\u200Bx"))
        .isEqualTo("a[31mredback linex");
    assertThat(Terminal.cleanLine("\tindented\u001b[2J")).isEqualTo("    indented[2J");
  }

  @Test
  void columnsAlignWithColourInThem() {
    Terminal terminal = terminal(new Style(true, true, false), false, false);
    terminal.table(
        List.of(List.of(terminal.in(Tone.GOOD, "ab"), "x"), List.of("abcd", "y"), List.of("z")));
    assertThat(out.toString(StandardCharsets.UTF_8).replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo("ab    x\nabcd  y\nz\n".replace("\n", System.lineSeparator()));
  }

  @Test
  void withoutColourNothingIsEscaped() {
    Terminal terminal = terminal(new Style(false, false, false), false, false);
    assertThat(terminal.in(Tone.BAD, "no") + terminal.sign(Tone.BAD)).isEqualTo("nox");
  }

  @Test
  void jsonKeepsWordsAwayFromTheAnswerAndQuietKeepsNotesAway() {
    Terminal terminal = terminal(new Style(false, true, false), true, true);
    terminal.line("word");
    terminal.note("note");
    terminal.progress("progress");
    terminal.failure("failure");
    assertThat(out.size()).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8).strip()).isEqualTo("failure");
  }

  @Test
  void longTextIsCutAtAWholeCharacter() {
    Terminal terminal = terminal(new Style(false, true, false), false, false);
    assertThat(terminal.cut("\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00", 2))
        .isEqualTo("\uD83D\uDE00\u2026");
    assertThat(terminal.cut("short", 10)).isEqualTo("short");
  }

  @Test
  void aDisplayIsWhatTheEnvironmentSays() {
    Properties linux = new Properties();
    linux.setProperty("os.name", "Linux");
    assertThat(Display.available(Map.of(), linux)).isFalse();
    assertThat(Display.available(Map.of("DISPLAY", " "), linux)).isFalse();
    assertThat(Display.available(Map.of("DISPLAY", ":0"), linux)).isTrue();
    assertThat(Display.available(Map.of("WAYLAND_DISPLAY", "wayland-0"), linux)).isTrue();
    Properties headless = new Properties(linux);
    headless.setProperty("glass.platform", "Headless");
    assertThat(Display.available(Map.of(), headless)).isTrue();
    Properties mac = new Properties();
    mac.setProperty("os.name", "Mac OS X");
    assertThat(Display.available(Map.of(), mac)).isTrue();
  }
}
