package app.satchel.check.requirement;

import java.util.ArrayList;
import java.util.List;

/** What one item of a list names, while {@link ItemRules} look at it in turn. */
final class ItemReading {
  final List<Lexeme> words;

  /** What it names; rules add and remove. */
  final List<Mention> found;

  /** Whether it only says more of what stands before it, and is no item of the list. */
  boolean taken;

  /** Whether it is a network whose services follow: "internet access to the Acme". */
  boolean reaches;

  ItemReading(List<Lexeme> words, List<Mention> found) {
    this.words = words;
    this.found = new ArrayList<>(found);
  }

  Lexeme last() {
    return words.getLast();
  }

  boolean says(String word) {
    return Nouns.says(words, word);
  }

  /** The one thing that it names; null where there are none or several. */
  Mention only() {
    return found.size() == 1 ? found.getFirst() : null;
  }

  void become(List<Mention> others) {
    List<Mention> all = List.copyOf(others);
    found.clear();
    found.addAll(all);
  }
}
