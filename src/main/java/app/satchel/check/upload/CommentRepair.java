package app.satchel.check.upload;

import app.satchel.check.upload.Change.Consent;
import app.satchel.skill.TextEdit;
import java.util.ArrayList;
import java.util.List;

/**
 * Codes in the frontmatter's comments, which are refused like those in its values, and rulers of
 * hyphens, which the reference reader takes for the frontmatter's end (skills-ref 0.1.0).
 */
final class CommentRepair {
  private final Draft draft;

  CommentRepair(Draft draft) {
    this.draft = draft;
  }

  void run() {
    String text = draft.text();
    List<TextEdit> edits = new ArrayList<>();
    int end = draft.frontmatter().end();
    for (int at = draft.frontmatter().start(); at < end; ) {
      int next = HeadText.lineEnd(text, at);
      String line = text.substring(at, next);
      int comment = line.stripLeading().startsWith("#") ? line.indexOf('#') : -1;
      if (comment >= 0 && (Escapes.in(line) || line.contains("---"))) {
        String content = line.stripTrailing();
        String plain = content.replace('\\', '/').replaceAll("-{3,}", "--");
        draft.offer("plain-comment", Consent.SAFE, at, content, plain);
        edits.add(new TextEdit(at, at + content.length(), plain, "plain-comment"));
      }
      at = next;
    }
    draft.edit(edits);
  }
}
