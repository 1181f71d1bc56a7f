package app.satchel.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Words are read and borders are seen in both themes, by the ratios of WCAG 2.2 (1.4.3, 1.4.11).
 */
class ContrastTest {
  private static final double WORDS = 4.5;
  private static final double SHAPES = 3;
  private static final List<String> GROUNDS = List.of("bg", "rail", "card", "code", "hover");
  private static final List<String> TONES = List.of("ok", "warn", "bad", "info");

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void wordsAreReadOnEveryGround(String theme) throws Exception {
    Tokens tokens = Tokens.of(theme);
    List<String> weak = new ArrayList<>();
    for (String ground : GROUNDS) {
      for (String words : List.of("text", "soft", "accent", "ok", "warn", "bad", "info")) {
        expect(tokens, words, ground, WORDS, weak);
      }
    }
    for (String tone : TONES) {
      // A banner, a badge, a changed line: its own colour, plain words, and what is said softly.
      for (String words : List.of(tone, "text", "soft", "accent")) {
        expect(tokens, words, tone + "-bg", WORDS, weak);
      }
    }
    for (String words : List.of("accent", "text", "soft", "ok", "warn", "bad", "info")) {
      expect(tokens, words, "accent-bg", WORDS, weak);
    }
    expect(tokens, "on-accent", "accent", WORDS, weak);
    expect(tokens, "on-accent", "accent-hover", WORDS, weak);
    // The tooltip is the other way round.
    expect(tokens, "bg", "text", WORDS, weak);
    for (int i = 0; i < SkillTile.COLOURS; i++) {
      expect(tokens, "tile-letters", "tile-" + i, WORDS, weak);
    }
    assertThat(weak).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void ringsAndBordersAreSeen(String theme) throws Exception {
    Tokens tokens = Tokens.of(theme);
    List<String> weak = new ArrayList<>();
    for (String ground : List.of("bg", "rail", "card", "code", "hover", "accent-bg")) {
      // The ring of the focus, and the border of what can be filled in or ticked.
      expect(tokens, "accent", ground, SHAPES, weak);
      expect(tokens, "edge", ground, SHAPES, weak);
    }
    // The ring takes the place of a card's border, and lies within a button in the accent colour.
    expect(tokens, "accent", "line", SHAPES, weak);
    expect(tokens, "card", "accent", SHAPES, weak);
    assertThat(weak).isEmpty();
  }

  /** What was looked for is told from the text around it, and can still be read. */
  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void foundWordsAreSeenAndRead(String theme) throws Exception {
    Tokens tokens = Tokens.of(theme);
    List<String> weak = new ArrayList<>();
    for (String mark : List.of("md-found", "md-found-current")) {
      List<String> layers = background(mark);
      for (String ground : List.of("bg", "card", "code")) {
        expect(tokens, layers.getFirst(), ground, SHAPES, weak);
      }
      for (String words : List.of("text", "soft", "accent", "warn", "info")) {
        expect(tokens, words, layers.getLast(), WORDS, weak);
      }
    }
    assertThat(weak).isEmpty();
  }

  /** The tokens of a rule's background in the sheet of Markdown, the outermost first. */
  private static List<String> background(String styleClass) throws Exception {
    try (var in = Theme.class.getResourceAsStream("/app/satchel/ui/markdown/markdown.css")) {
      String sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Matcher rule =
          Pattern.compile("\\." + styleClass + " \\{ -fx-background-color: ([^;]+);")
              .matcher(sheet);
      assertThat(rule.find()).isTrue();
      return Arrays.stream(rule.group(1).split(","))
          .map(token -> token.strip().substring("-satchel-".length()))
          .toList();
    }
  }

  private static void expect(
      Tokens tokens, String one, String other, double least, List<String> weak) {
    double ratio = tokens.contrast(one, other);
    if (ratio < least) {
      weak.add(String.format(Locale.ROOT, "%s on %s: %.2f < %.1f", one, other, ratio, least));
    }
  }
}
