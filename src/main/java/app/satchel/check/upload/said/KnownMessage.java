package app.satchel.check.upload.said;

import app.satchel.check.upload.UploadRules.ErrorText;
import java.util.List;
import java.util.Map;

/**
 * A known text in words with weights, to be found in a pasted one. Words are laid beside each other
 * in order, each against at most one other; a word left over on either side costs a little, so the
 * best place is where most of the weight stands close together.
 */
final class KnownMessage {
  /** What a word costs that stands between two that fit. */
  private static final double EXTRA = 0.4;

  /** What a pasted word weighs that the known text does not have. */
  private static final double STRANGE = 1.5;

  /** Texts of so few words are taken only as they are: anybody's program says such things. */
  private static final int FEW = 3;

  private final ErrorText text;
  private final List<MessageWord> words;
  private final double[] weights;
  private final double total;

  KnownMessage(ErrorText text, Map<String, Double> weights) {
    this.text = text;
    this.words = MessageWord.of(text.start());
    this.weights = words.stream().mapToDouble(word -> weights.get(word.text())).toArray();
    this.total = java.util.Arrays.stream(this.weights).sum();
  }

  ErrorText text() {
    return text;
  }

  /**
   * Where a known text stands in a pasted one.
   *
   * @param first index of the first pasted word that fits
   * @param last index of the last
   * @param weight of the words that fit
   * @param confidence from 0 to 1
   */
  record Place(KnownMessage known, int first, int last, double weight, double confidence) {
    boolean meets(Place other) {
      return first <= other.last && other.first <= last;
    }
  }

  /**
   * What fits so far, ending at a place.
   *
   * @param weight of the known words that fit
   * @param met what the pasted words that fit would weigh if they did not
   */
  private record Fit(
      double score,
      double weight,
      double met,
      int first,
      int last,
      int from,
      int words,
      int content) {
    static final Fit NONE = new Fit(0, 0, 0, -1, -1, -1, 0, 0);

    Fit without(double cost) {
      return score <= cost
          ? NONE
          : new Fit(score - cost, weight, met, first, last, from, words, content);
    }
  }

  /**
   * The best place in a pasted text, or null when it does not stand there.
   *
   * @param taken words that belong to another message already
   */
  Place in(List<MessageWord> pasted, boolean[] taken) {
    Fit best = Fit.NONE;
    Fit[] above = new Fit[pasted.size() + 1];
    java.util.Arrays.fill(above, Fit.NONE);
    for (int i = 0; i < words.size(); i++) {
      Fit[] row = new Fit[pasted.size() + 1];
      row[0] = Fit.NONE;
      for (int j = 0; j < pasted.size(); j++) {
        if (taken[j]) {
          row[j + 1] = Fit.NONE;
          continue;
        }
        Fit skipped = above[j + 1].without(Math.min(EXTRA, weights[i] / 2));
        Fit beside = row[j].without(EXTRA);
        Fit fit = skipped.score() >= beside.score() ? skipped : beside;
        double likeness = likeness(i, j, pasted);
        if (likeness > 0) {
          Fit met = met(above[j], i, j, likeness, strange(pasted.get(j)));
          fit = met.score() >= fit.score() ? met : fit;
        }
        row[j + 1] = fit;
        best = fit.score() > best.score() ? fit : best;
      }
      above = row;
    }
    if (best == Fit.NONE) {
      return null;
    }
    double confidence = confidence(best, pasted);
    return confidence == 0
        ? null
        : new Place(this, best.first(), best.last(), best.weight(), confidence);
  }

  private Fit met(Fit before, int i, int j, double likeness, double strange) {
    double weight = weights[i] * likeness;
    boolean begins = before == Fit.NONE;
    return new Fit(
        before.score() + weight,
        before.weight() + weight,
        before.met() + strange,
        begins ? j : before.first(),
        j,
        begins ? i : before.from(),
        before.words() + 1,
        before.content() + (words.get(i).common() ? 0 : 1));
  }

  /** A copy may begin or end within a word. */
  private double likeness(int i, int j, List<MessageWord> pasted) {
    String known = words.get(i).text();
    String other = pasted.get(j).text();
    double likeness = MessageWord.likeness(known, other);
    if (likeness == 0 && other.length() >= 2) {
      boolean cutOff = j == pasted.size() - 1 && known.startsWith(other);
      boolean cutBefore = j == 0 && known.endsWith(other);
      return cutOff || cutBefore ? 0.8 : 0;
    }
    return likeness;
  }

  private double confidence(Fit fit, List<MessageWord> pasted) {
    double recall = fit.weight() / total;
    double density = fit.weight() / weightOf(pasted, fit.first(), fit.last(), fit);
    double full = recall * (0.7 + 0.3 * density);
    if (full >= threshold(fit)) {
      return full;
    }
    // A copy that was cut off: all that was pasted is a good part of the known text.
    double whole = fit.weight() / weightOf(pasted, 0, pasted.size() - 1, fit);
    double share = (double) fit.words() / words.size();
    boolean enough =
        words.size() <= FEW
            ? share >= 0.6 && fit.from() == 0 && fit.first() == 0
            : fit.content() >= 2 && (share >= 0.5 || recall >= 0.35 && own(fit, pasted));
    return enough && fit.words() >= 2 && whole >= 0.85 ? whole * (0.5 + 0.5 * recall) : 0;
  }

  private double threshold(Fit fit) {
    if (words.size() <= FEW) {
      return fit.words() == words.size() && fit.last() - fit.first() < words.size() ? 0.6 : 2;
    }
    return words.stream().anyMatch(MessageWord::own) ? 0.55 : 0.75;
  }

  private boolean own(Fit fit, List<MessageWord> pasted) {
    return pasted.subList(fit.first(), fit.last() + 1).stream().anyMatch(MessageWord::own);
  }

  /** What the pasted words of a range weigh: those that fit as they do, others for themselves. */
  private static double weightOf(List<MessageWord> pasted, int first, int last, Fit fit) {
    double all = 0;
    for (MessageWord word : pasted.subList(first, last + 1)) {
      all += strange(word);
    }
    return fit.weight() + all - fit.met();
  }

  private static double strange(MessageWord word) {
    return word.common() ? MessageWord.COMMON_WEIGHT : STRANGE;
  }
}
