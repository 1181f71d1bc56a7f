package app.satchel.check.upload.said;

import app.satchel.check.upload.UploadRules;
import app.satchel.check.upload.UploadRules.ErrorText;
import app.satchel.check.upload.said.KnownMessage.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises what claude.ai said in what somebody pasted: whole or cut off, with typing errors, in
 * the middle of a page, several messages at once, or the id of a rule in place of a message. Words
 * are weighed by how few of the known texts have them; case, quotes and figures do not count.
 */
public final class ErrorTexts {
  /** More than this of a pasted text is not read. */
  private static final int MOST = 16_000;

  /** More messages than this are not told apart in one text. */
  private static final int MOST_MATCHES = 8;

  /** What explains this much of a paste less, and is this much less certain, is another text. */
  private static final double EQUAL_WEIGHT = 0.05;

  private static final double EQUAL_CONFIDENCE = 0.2;

  private static final int WORDS_BEFORE_FIGURE = 3;
  private static final int LONGEST_FIGURE = 60;

  private static final Pattern RULE_ID = Pattern.compile("[a-z]+(?:-[a-z]+)+");

  /** How people say that nothing was said; this must be all they say. */
  private static final Pattern NOTHING =
      Pattern.compile(
          "\\W*(?:(?:claude|claude\\.ai|it|he|she) )?(?:(?:says?|said|shows?|showed|does|did) )?"
              + "(?:nothing(?: at all)?(?: happens| happened| is said| is shown)?(?: at all)?"
              + "|no (?:error|message|error message|answer|reaction))\\W*",
          Pattern.CASE_INSENSITIVE);

  private final List<ErrorText> texts;
  private final List<KnownMessage> known;

  /** Of the known texts, as in {@link UploadRules#errorTexts}. */
  public ErrorTexts(List<ErrorText> texts) {
    this.texts = List.copyOf(texts);
    List<ErrorText> said =
        texts.stream().filter(text -> !MessageWord.of(text.start()).isEmpty()).toList();
    Map<String, Double> weights = weights(said);
    this.known = said.stream().map(text -> new KnownMessage(text, weights)).toList();
  }

  private static Map<String, Double> weights(List<ErrorText> said) {
    Map<String, Integer> texts = new HashMap<>();
    Map<String, Double> weights = new HashMap<>();
    for (ErrorText text : said) {
      Set<String> seen = new HashSet<>();
      for (MessageWord word : MessageWord.of(text.start())) {
        if (word.common()) {
          weights.put(word.text(), MessageWord.COMMON_WEIGHT);
        } else if (seen.add(word.text())) {
          texts.merge(word.text(), 1, Integer::sum);
        }
      }
    }
    // As if there were never fewer than a dozen texts, so that words count in a short list too.
    double all = Math.max(12, said.size());
    texts.forEach((word, count) -> weights.put(word, Math.log(1 + all / count)));
    return weights;
  }

  /** What is said when claude.ai says nothing: the known text that is empty. */
  public Optional<ErrorText> silent() {
    return texts.stream().filter(text -> text.start().isEmpty()).findFirst();
  }

  /** The known text that is most likely meant. */
  public Optional<ErrorText> find(String pasted) {
    return match(pasted).stream().map(ErrorMatch::text).findFirst();
  }

  /** Every known text that is recognised, best first. */
  public List<ErrorMatch> match(String pasted) {
    String read = pasted.substring(0, Math.min(MOST, pasted.length()));
    List<MessageWord> words = MessageWord.of(read);
    List<ErrorMatch> matches = new ArrayList<>();
    boolean[] taken = new boolean[words.size()];
    while (matches.size() < MOST_MATCHES) {
      List<Place> places = places(words, taken, matches);
      if (places.isEmpty()) {
        break;
      }
      Place best = places.getFirst();
      for (Place place : places) {
        if (place == best || asGood(place, best)) {
          matches.add(
              new ErrorMatch(
                  place.known().text(), place.confidence(), figures(read, words, place)));
        }
      }
      Arrays.fill(taken, best.first(), best.last() + 1, true);
    }
    byRule(read, matches);
    if (matches.isEmpty() && NOTHING.matcher(read).matches()) {
      silent().ifPresent(text -> matches.add(new ErrorMatch(text, 1, List.of())));
    }
    matches.sort(Comparator.comparingDouble(ErrorMatch::confidence).reversed());
    return List.copyOf(matches);
  }

  /** What was cut off before it says which one it is may be either. */
  private static boolean asGood(Place place, Place best) {
    return place.meets(best)
        && best.weight() - place.weight() < EQUAL_WEIGHT * best.weight()
        && Math.abs(best.confidence() - place.confidence()) < EQUAL_CONFIDENCE;
  }

  private List<Place> places(List<MessageWord> words, boolean[] taken, List<ErrorMatch> found) {
    List<Place> places = new ArrayList<>();
    for (KnownMessage one : known) {
      if (found.stream().noneMatch(match -> match.text() == one.text())) {
        Place place = one.in(words, taken);
        if (place != null) {
          places.add(place);
        }
      }
    }
    // What explains most of the paste, not what is explained best: a short text may lie in a
    // longer.
    places.sort(
        Comparator.comparingDouble((Place place) -> place.weight() * place.confidence())
            .reversed());
    return places;
  }

  /** Ids of rules stand in our own reports, and people paste those too. */
  private void byRule(String pasted, List<ErrorMatch> matches) {
    Set<String> ids = new HashSet<>();
    Matcher id = RULE_ID.matcher(pasted);
    while (id.find()) {
      ids.add(id.group());
    }
    // An id of one word is a word like any other unless nothing else stands there.
    ids.add(pasted.strip().replaceAll("^[\\[`'\"]+|[\\]`'\"]+$", "").toLowerCase(Locale.ROOT));
    for (ErrorText text : texts) {
      boolean foreseen = text.rules().stream().anyMatch(ids::contains);
      if (foreseen && matches.stream().noneMatch(match -> match.text() == text)) {
        matches.add(new ErrorMatch(text, 1, List.of()));
      }
    }
  }

  private static List<String> figures(String pasted, List<MessageWord> words, Place place) {
    List<String> figures = new ArrayList<>();
    // A figure may follow the last word that is known.
    int last = Math.min(words.size() - 1, place.last() + 2);
    for (int i = place.first(); i <= last; i++) {
      MessageWord word = words.get(i);
      boolean digits = Character.isDigit(pasted.charAt(word.start()));
      if (digits) {
        int from = words.get(Math.max(place.first(), i - WORDS_BEFORE_FIGURE)).start();
        int unit = word.end();
        while (unit < pasted.length() && Character.isLetter(pasted.charAt(unit))) {
          unit++;
        }
        String before = pasted.substring(from, word.start()).replaceFirst("(?s)^.*\\p{Punct}", "");
        String phrase = before.replaceAll("\\s+", " ") + pasted.substring(word.start(), unit);
        if (phrase.length() <= LONGEST_FIGURE) {
          figures.add(phrase.strip());
        }
      }
    }
    return figures;
  }
}
