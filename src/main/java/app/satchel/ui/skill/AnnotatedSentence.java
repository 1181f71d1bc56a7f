package app.satchel.ui.skill;

import app.satchel.check.requirement.CheckedRequirement;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.skill.Verdict.Tone;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The author's sentence, with each requirement's answer right behind its name. */
final class AnnotatedSentence extends TextFlow {
  private static final Words WORDS = Words.of(AnnotatedSentence.class);

  private final List<CheckedRequirement> requirements;

  AnnotatedSentence(String text, List<CheckedRequirement> requirements) {
    this.requirements = requirements;
    TextFlow flow = this;
    flow.getStyleClass().add("annotated");
    int at = 0;
    for (Named one : named(text)) {
      if (one.start() < at) {
        continue;
      }
      flow.getChildren().add(text(text.substring(at, one.start()), "words"));
      CheckedRequirement.Status status = one.requirement().status();
      boolean plain = status == CheckedRequirement.Status.MET;
      flow.getChildren()
          .add(
              text(
                  text.substring(one.start(), one.end()),
                  plain ? "words" : Rows.style(tone(status))));
      Node mark = mark(status);
      if (mark != null) {
        flow.getChildren().addAll(text("\u00a0", "words"), mark);
      }
      at = one.end();
    }
    flow.getChildren().add(text(text.substring(at), "words"));
  }

  private static Text text(String words, String style) {
    Text text = new Text(words);
    text.getStyleClass().add(style);
    return text;
  }

  /** A requirement's name in the sentence, with the version that follows it. */
  private record Named(CheckedRequirement requirement, int start, int end) {}

  private List<Named> named(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<Named> found = new ArrayList<>();
    for (CheckedRequirement one : requirements) {
      String name = one.requirement().name().toLowerCase(Locale.ROOT);
      int start = name.isEmpty() ? -1 : lower.indexOf(name);
      if (start >= 0 && aWord(lower, start, start + name.length())) {
        found.add(new Named(one, start, versionEnd(text, start + name.length())));
      }
    }
    found.sort(Comparator.comparingInt(Named::start));
    return found;
  }

  private static boolean aWord(String text, int start, int end) {
    return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
        && (end == text.length() || !Character.isLetter(text.charAt(end)));
  }

  /** The end of a version such as {@code " 3.10+"} or {@code ">=2"} at an offset, or the offset. */
  private static int versionEnd(String text, int from) {
    int at = from;
    while (at < text.length() && " v><=~^".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    int digits = at;
    while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    if (at == digits) {
      return from;
    }
    while (at > digits && text.charAt(at - 1) == '.') {
      at--;
    }
    return at < text.length() && text.charAt(at) == '+' ? at + 1 : at;
  }

  private static Tone tone(CheckedRequirement.Status status) {
    return switch (status) {
      case MET -> Tone.OK;
      case OUTDATED -> Tone.WARN;
      case MISSING -> Tone.BAD;
      case UNKNOWN -> Tone.INFO;
      case NOT_APPLICABLE, OPEN -> Tone.PLAIN;
    };
  }

  private static Node mark(CheckedRequirement.Status status) {
    Icon icon =
        switch (status) {
          case MET -> Icon.OK;
          case MISSING -> Icon.BAD;
          case OUTDATED -> Icon.WARN;
          case UNKNOWN, NOT_APPLICABLE, OPEN -> null;
        };
    if (icon == null) {
      return null;
    }
    Node node = icon.node("mark", Rows.style(tone(status)));
    node.setAccessibleText(WORDS.text("status." + status.word()));
    return node;
  }
}
