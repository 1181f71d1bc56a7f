package app.satchel.ui.kit;

import app.satchel.check.review.Capabilities;
import app.satchel.check.review.Capabilities.Kind;
import app.satchel.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a skill may do, one line for each sort of thing. */
public final class CapabilityList {
  private static final Words WORDS = Words.of(CapabilityList.class);

  /** Tools, hosts and commands shown; the rest is counted. */
  private static final int MOST = 12;

  /** Width at which chips begin a new line. */
  private static final double CHIPS = 580;

  private CapabilityList() {}

  /** One row for each sort of thing, or a sentence when there is nothing. */
  public static Node of(Capabilities capabilities) {
    RowCard card = new RowCard();
    for (Kind kind : Kind.values()) {
      if (capabilities.may().contains(kind)) {
        card.getChildren().add(row(kind, capabilities));
      }
    }
    if (!capabilities.tools().isEmpty()) {
      card.getChildren()
          .add(line(Icon.PACKAGE, listed(WORDS.text("may.tools"), capabilities.tools())));
    }
    return card.getChildren().isEmpty() ? Texts.wrapped(WORDS.text("may.nothing"), "soft") : card;
  }

  private static Node row(Kind kind, Capabilities capabilities) {
    String words = WORDS.text("may." + kind.name().toLowerCase(Locale.ROOT));
    return switch (kind) {
      case READ_FILES -> line(Icon.FILE, Texts.wrapped(words));
      case WRITE_FILES -> line(Icon.FOLDER, Texts.wrapped(words));
      case RUN_COMMANDS ->
          line(
              Icon.SCRIPT,
              Texts.wrapped(
                  capabilities.unrestricted() ? WORDS.text("may.run_any_commands") : words));
      case USE_NETWORK -> line(Icon.OPEN, listed(words, capabilities.hosts()));
      case BRING_SCRIPTS -> line(Icon.SCRIPT, Texts.wrapped(words + scripts(capabilities)));
      case RUN_ON_LOAD -> warning(listed(words, capabilities.loadCommands()));
      case RUN_HOOKS, BRING_PROGRAMS, CHANGE_AGENT -> warning(Texts.wrapped(words));
    };
  }

  private static String scripts(Capabilities capabilities) {
    return capabilities.scripts().entrySet().stream()
        .limit(MOST)
        .map(one -> one.getValue() + " " + DisplayText.line(one.getKey(), 30))
        .collect(Collectors.joining(", ", ": ", ""));
  }

  /** Words, and under them what they are about. */
  private static Node listed(String words, List<String> things) {
    VBox box = new VBox(4, Texts.wrapped(words));
    if (!things.isEmpty()) {
      box.getChildren().add(chips(things));
    }
    return box;
  }

  private static FlowPane chips(List<String> texts) {
    FlowPane chips = new FlowPane(6, 6);
    chips.setPrefWrapLength(CHIPS);
    for (String text : texts.subList(0, Math.min(MOST, texts.size()))) {
      chips.getChildren().add(Texts.line(DisplayText.line(text, 60), "code-chip"));
    }
    if (texts.size() > MOST) {
      chips
          .getChildren()
          .add(Texts.line(WORDS.text("may.more", texts.size() - MOST), "soft", "small"));
    }
    return chips;
  }

  private static HBox warning(Node words) {
    return line(Icon.WARN.node("warn"), words);
  }

  private static HBox line(Icon icon, Node words) {
    return line(icon.node(), words);
  }

  private static HBox line(Node icon, Node words) {
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(12, icon, words);
    row.getStyleClass().add("review-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
