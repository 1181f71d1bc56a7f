package app.satchel.ui.markdown;

import app.satchel.markdown.LinkTarget;
import app.satchel.ui.markdown.MarkdownActions.FileState;
import app.satchel.ui.markdown.Span.Mark;
import app.satchel.words.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;

/** Makes flows from spans: styles, links that can be clicked or tabbed to, hints. */
final class ProseNodes {
  private final Words words;
  private final Consumer<LinkTarget> follow;
  private final Consumer<String> destination;
  private final Function<String, FileState> files;

  /**
   * @param follow called when a link is clicked or entered
   * @param destination called with a link's destination, and with nothing when the pointer leaves
   * @param files what is known of a file that a link leads to
   */
  ProseNodes(
      Words words,
      Consumer<LinkTarget> follow,
      Consumer<String> destination,
      Function<String, FileState> files) {
    this.words = words;
    this.follow = follow;
    this.destination = destination;
    this.files = files;
  }

  /** A flow of spans; {@code styleClass} is for all of its words. */
  SelectableFlow flow(List<Span> spans, String styleClass) {
    SelectableFlow flow = new SelectableFlow(true);
    flow.getStyleClass().add(styleClass);
    LinkTarget before = null;
    for (Span span : spans) {
      Text text = text(span, styleClass);
      if (span.link() != null) {
        link(text, span, span.link() != before);
      } else if (span.hint() != null) {
        Hint.on(text, span.hint());
      }
      before = span.link();
      if (span.marks().contains(Mark.CODE)) {
        flow.add(text, "md-code-ground");
      } else if (span.marks().contains(Mark.KEYS)) {
        flow.add(text, "md-keys-ground");
      } else if (span.marks().contains(Mark.HIDDEN)) {
        flow.add(text, "md-hidden-ground");
      } else if (span.marks().contains(Mark.IMAGE)) {
        flow.add(text, "md-image-ground");
      } else {
        flow.add(text);
      }
    }
    return flow;
  }

  private static Text text(Span span, String styleClass) {
    Text text = new Text(span.text());
    text.getStyleClass().addAll("md-text", styleClass);
    for (Mark mark : span.marks()) {
      text.getStyleClass()
          .add(
              switch (mark) {
                case BOLD -> "md-bold";
                case ITALIC -> "md-italic";
                case STRUCK -> "md-struck";
                case CODE -> "md-code";
                case KEYS -> "md-keys";
                case SUBSCRIPT -> "md-sub";
                case SUPERSCRIPT -> "md-sup";
                case TAG -> "md-tag";
                case HIDDEN -> "md-hidden";
                case IMAGE -> "md-image";
              });
    }
    return text;
  }

  private void link(Text text, Span span, boolean first) {
    LinkTarget target = span.link();
    text.setUserData(target); // For the menu of the page.
    boolean missing =
        target instanceof LinkTarget.InPackage file
            && files.apply(file.path()) == FileState.MISSING;
    String where =
        missing
            ? words.text("link.missing", ((LinkTarget.InPackage) target).path())
            : Destinations.words(target, words);
    String said = missing ? where : span.hint();
    Hint hint = Hint.on(text, said);
    text.setOnMouseEntered(event -> destination.accept(where));
    text.setOnMouseExited(event -> destination.accept(""));
    text.setAccessibleHelp(said);
    if (missing || target instanceof LinkTarget.Inert) {
      text.getStyleClass().add(missing ? "md-missing-link" : "md-inert-link");
      return;
    }
    text.getStyleClass().add("md-link");
    text.setAccessibleRole(AccessibleRole.HYPERLINK);
    text.setAccessibleText(span.text());
    text.setFocusTraversable(first);
    text.focusedProperty().subscribe(focused -> destination.accept(focused ? where : ""));
    // Who goes from link to link by keyboard sees where each leads, as the pointer does.
    text.focusVisibleProperty()
        .subscribe(
            seen -> {
              if (seen) {
                hint.show();
              } else {
                hint.hide();
              }
            });
    text.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            text.requestFocus();
            follow.accept(target);
            event.consume();
          }
        });
    text.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            hint.hide();
            follow.accept(target);
            event.consume();
          }
        });
  }
}
