package app.satchel.check.upload.said;

import app.satchel.check.upload.UploadRules.ErrorText;
import java.util.List;
import java.util.Objects;

/**
 * A known text of claude.ai that was recognised in what somebody pasted.
 *
 * @param text the known text, with its cause and what to do
 * @param confidence from 0 to 1; 1 when it stands there word for word
 * @param figures what the pasted text counts, with the words before it, such as {@code Currently
 *     there are 14}; a stranger's text
 */
public record ErrorMatch(ErrorText text, double confidence, List<String> figures) {
  public ErrorMatch {
    Objects.requireNonNull(text);
    figures = List.copyOf(figures);
  }

  /** Ids of the rules that foresee it; empty when the skill is not to blame. */
  public List<String> rules() {
    return text.rules();
  }
}
