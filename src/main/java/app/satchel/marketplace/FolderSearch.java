package app.satchel.marketplace;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Search in a folder of skills. Every word asked for must occur, whatever its case and accents; a
 * hit in the name counts more than one in the description, the beginning of a word more than its
 * middle. Scripts without spaces are found as parts of a text.
 */
final class FolderSearch {
  private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");
  private static final int MAX_WORDS = 16;

  private final List<Entry> entries;

  private record Entry(FolderSkill skill, String name, String place, String text) {}

  private record Hit(FolderSkill skill, int score) {}

  FolderSearch(List<FolderSkill> skills) {
    this.entries =
        skills.stream()
            .map(
                skill ->
                    new Entry(
                        skill,
                        plain(skill.name()),
                        plain(skill.namespace().toString()),
                        plain(
                            String.join(
                                " ",
                                skill.description() == null ? "" : skill.description(),
                                skill.author() == null ? "" : skill.author(),
                                String.join(" ", skill.tags())))))
            .toList();
  }

  /** The skills with all words of the query, best first; all of them by name when it is empty. */
  List<FolderSkill> find(String query) {
    String[] words =
        Arrays.stream(plain(query).split("[\\s,;]+"))
            .filter(word -> !word.isEmpty())
            .limit(MAX_WORDS)
            .toArray(String[]::new);
    return entries.stream()
        .flatMap(entry -> hit(entry, words))
        .sorted(
            Comparator.comparingInt(Hit::score)
                .reversed()
                .thenComparing(hit -> hit.skill().name().toLowerCase(Locale.ROOT))
                .thenComparing(hit -> hit.skill().namespace().toString()))
        .map(Hit::skill)
        .toList();
  }

  private static Stream<Hit> hit(Entry entry, String[] words) {
    int sum = 0;
    for (String word : words) {
      int best =
          Math.max(
              nameScore(entry.name(), word),
              Math.max(20 * inText(entry.place(), word), 10 * inText(entry.text(), word)));
      if (best == 0) {
        return Stream.empty();
      }
      sum += best;
    }
    // Several words that are the name together: the name itself was meant.
    boolean whole = words.length > 0 && String.join("-", words).equals(entry.name());
    return Stream.of(new Hit(entry.skill(), whole ? sum + 1000 : sum));
  }

  private static int nameScore(String name, String word) {
    if (name.equals(word)) {
      return 500;
    }
    return name.startsWith(word) ? 200 : 50 * inText(name, word);
  }

  /** 3 a whole word, 2 the beginning of one, 1 anywhere, 0 nowhere. */
  private static int inText(String text, String word) {
    int best = 0;
    for (int at = text.indexOf(word); at >= 0 && best < 3; at = text.indexOf(word, at + 1)) {
      boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      int after = at + word.length();
      boolean ends = after >= text.length() || !Character.isLetterOrDigit(text.charAt(after));
      best = Math.max(best, begins && ends ? 3 : begins ? 2 : 1);
    }
    // One or two letters within a word say nothing; in a script without spaces they are a word.
    boolean tooShort = best == 1 && word.length() <= 2 && word.chars().allMatch(c -> c < 0x250);
    return tooShort ? 0 : best;
  }

  /** Lower case, compatibility forms folded, without accents; Japanese voicing marks are kept. */
  static String plain(String text) {
    String folded =
        ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return Normalizer.normalize(folded, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
