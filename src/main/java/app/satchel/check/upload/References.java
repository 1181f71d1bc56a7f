package app.satchel.check.upload;

import app.satchel.skill.TextEdit;
import java.util.ArrayList;
import java.util.List;

/** Where the text of SKILL.md names a file of the skill by its whole path. */
final class References {
  private References() {}

  /** How often. */
  static int count(Draft draft, String path) {
    return edits(draft, path, path).size();
  }

  /** Writes another path there. */
  static void rename(Draft draft, String from, String to) {
    draft.edit(edits(draft, from, to));
  }

  private static List<TextEdit> edits(Draft draft, String from, String to) {
    List<TextEdit> edits = new ArrayList<>();
    find(draft, from, to, edits);
    String encoded = from.replace(" ", "%20");
    if (!encoded.equals(from)) {
      find(draft, encoded, to, edits);
    }
    return edits;
  }

  private static void find(Draft draft, String from, String to, List<TextEdit> edits) {
    String text = draft.text();
    int body = draft.md().bodyStart();
    // A head that could not be repaired: places are those of another text.
    if (draft.md().readText().length() != text.length()) {
      return;
    }
    for (int at = text.indexOf(from, body); at >= 0; at = text.indexOf(from, at + from.length())) {
      int end = at + from.length();
      boolean opens = at == 0 || !inPath(text.charAt(at - 1)) || startsHere(text, at);
      boolean closes = end == text.length() || !inName(text.charAt(end));
      if (opens && closes) {
        edits.add(new TextEdit(at, end, to, "rename-mention"));
      }
    }
  }

  /** Whether {@code ./} stands before, which means the skill's own folder. */
  private static boolean startsHere(String text, int at) {
    return text.startsWith("./", at - 2) && (at < 3 || !inPath(text.charAt(at - 3)));
  }

  private static boolean inPath(char c) {
    return inName(c) || c == '/' || c == '.';
  }

  private static boolean inName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }
}
