package app.satchel.ui.markdown;

import app.satchel.markdown.LinkTarget;
import app.satchel.words.Words;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/**
 * Asks before a link is followed whose words name another host than it leads to. The question
 * stands at the link and goes away with Esc.
 */
final class LinkDoubts {
  private final Node page;
  private final Words words;
  private ContextMenu question;

  LinkDoubts(Node page, Words words) {
    this.page = page;
    this.words = words;
  }

  void ask(LinkTarget.Web web, Runnable open) {
    close();
    Label says = new Label(words.text("link.doubt", web.claimed(), web.host()));
    says.getStyleClass().add("md-doubt");
    says.setWrapText(true);
    CustomMenuItem what = new CustomMenuItem(says, false);
    what.setDisable(true);
    says.setOpacity(1);
    MenuItem leave = new MenuItem(words.text("link.doubt.leave"));
    MenuItem go = new MenuItem(words.text("link.doubt.open", web.host()));
    go.setOnAction(event -> open.run());
    question = new ContextMenu(what, new SeparatorMenuItem(), leave, go);
    question.setId("link-doubt");
    Bounds place = place();
    question.show(page, place.getMinX(), place.getMaxY() + 4);
  }

  /** The question that stands, or null. */
  ContextMenu question() {
    return question != null && question.isShowing() ? question : null;
  }

  private void close() {
    if (question != null) {
      question.hide();
    }
  }

  /** Where the link is that was followed: it has the focus. */
  private Bounds place() {
    Node owner = page.getScene().getFocusOwner();
    for (Node node = owner; node != null && owner != page; node = node.getParent()) {
      if (node == page) {
        return owner.localToScreen(owner.getBoundsInLocal());
      }
    }
    Bounds all = page.localToScreen(page.getBoundsInLocal());
    return new javafx.geometry.BoundingBox(all.getMinX(), Math.max(80, all.getMinY()), 1, 1);
  }
}
