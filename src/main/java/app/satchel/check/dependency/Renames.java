package app.satchel.check.dependency;

import app.satchel.skill.Frontmatter;
import app.satchel.skill.FrontmatterValue.Entry;
import app.satchel.skill.FrontmatterValue.Mapping;
import app.satchel.skill.SkillMd;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Recognises a skill under its new name, among the skills of one repository. Three kinds of
 * evidence, the strongest first: the other skill says that it had the old name (in a frontmatter
 * key such as {@code formerly}, or in a line with the old name and a word such as "renamed"); what
 * is still known of the old skill describes the same thing (a marketplace's stale row, a copy
 * elsewhere, an installed one); or the names mean the same once parts that say nothing about the
 * subject are left out ({@code python-typing-patterns}, {@code python-typing-ops}), or are a slip
 * of the pen apart.
 */
final class Renames {
  /** Names closer than this mean the same skill. */
  static final double THRESHOLD = 0.75;

  /**
   * The share of words that two descriptions of one skill have in common at least, and how much it
   * must lead over the next candidate. Measured on a real repository before and after it renamed
   * its skills, and on the 2,830 other skills of the corpus (2026-11-25): of the 14 old skills that
   * have a successor 11 kept their description and reach it, three were rewritten (29 to 48 %), and
   * the best of the wrong ones has 29 %; of skills that were not renamed, 1 in 100 has a neighbour
   * that would pass.
   */
  static final double DESCRIPTION_THRESHOLD = 0.6;

  static final double DESCRIPTION_LEAD = 0.15;

  private static final double SAID_SO = 2;
  private static final double SAME_DESCRIPTION = 1.5;
  private static final double SAME_SUBJECT = 1;
  private static final double SLIP = 0.9;

  /** Twice what the standard allows. */
  private static final int LONGEST_DESCRIPTION = 2_048;

  private static final DependencyRules RULES = DependencyRules.CURRENT;

  private Renames() {}

  /**
   * A skill that may have had the name.
   *
   * @param score at least {@link #THRESHOLD}
   */
  record Match(KnownSkill skill, double score) {}

  /**
   * The skills that {@code oldName} may mean now, best first.
   *
   * @param oldDescriptions what is still known of the old skill's description; may be empty
   * @param candidates skills of the repository
   * @param text how to get a skill's SKILL.md
   * @param texts how many may be asked for; those with the most similar names come first
   */
  static List<Match> find(
      String oldName,
      List<String> oldDescriptions,
      List<KnownSkill> candidates,
      Function<KnownSkill, Optional<SkillMd>> text,
      int texts) {
    List<Match> byName =
        candidates.stream()
            .map(candidate -> new Match(candidate, similarity(oldName, candidate)))
            .sorted(Comparator.comparingDouble(Match::score).reversed())
            .toList();
    Map<KnownSkill, SkillMd> read = new LinkedHashMap<>();
    for (Match match : byName.subList(0, Math.min(texts, byName.size()))) {
      text.apply(match.skill()).ifPresent(md -> read.put(match.skill(), md));
    }
    KnownSkill same = described(oldDescriptions, read);
    List<Match> matches = new ArrayList<>();
    for (Match match : byName) {
      SkillMd md = read.get(match.skill());
      double score = md == null ? match.score() : score(oldName, match, md);
      double best = match.skill().equals(same) ? Math.max(score, SAME_DESCRIPTION) : score;
      if (best >= THRESHOLD) {
        matches.add(new Match(match.skill(), best));
      }
    }
    matches.sort(Comparator.comparingDouble(Match::score).reversed());
    return matches;
  }

  /** The one skill whose description is nearly one of the old skill's; null when there is none. */
  private static KnownSkill described(
      List<String> oldDescriptions, Map<KnownSkill, SkillMd> candidates) {
    KnownSkill best = null;
    double first = 0;
    double second = 0;
    for (Map.Entry<KnownSkill, SkillMd> candidate : candidates.entrySet()) {
      String description = candidate.getValue().description().orElse("");
      double likeness =
          oldDescriptions.stream()
              .mapToDouble(old -> common(words(old), words(description)))
              .max()
              .orElse(0);
      if (likeness > first) {
        second = first;
        first = likeness;
        best = candidate.getKey();
      } else {
        second = Math.max(second, likeness);
      }
    }
    boolean clear = first >= DESCRIPTION_THRESHOLD && first - second >= DESCRIPTION_LEAD;
    return clear ? best : null;
  }

  private static Set<String> words(String description) {
    String start = description.substring(0, Math.min(LONGEST_DESCRIPTION, description.length()));
    Set<String> words = new LinkedHashSet<>();
    for (String word : start.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (word.length() > 1) {
        words.add(word);
      }
    }
    return words;
  }

  /** The share of words that are in both. */
  private static double common(Set<String> left, Set<String> right) {
    Set<String> both = new LinkedHashSet<>(left);
    both.retainAll(right);
    Set<String> all = new LinkedHashSet<>(left);
    all.addAll(right);
    return all.isEmpty() ? 0 : (double) both.size() / all.size();
  }

  private static double score(String oldName, Match match, SkillMd md) {
    if (saysSo(oldName, md)) {
      return SAID_SO;
    }
    return match.score() >= THRESHOLD
        ? match.score()
        : match.score() + described(oldName, match.skill(), md);
  }

  private static double similarity(String oldName, KnownSkill candidate) {
    return Math.max(
        similarity(oldName, candidate.name()), similarity(oldName, candidate.namespace().skill()));
  }

  /** How much two names mean the same: 0 to 1. */
  static double similarity(String oldName, String newName) {
    Set<String> before = subject(oldName);
    Set<String> after = subject(newName);
    if (!before.isEmpty() && before.equals(after)) {
      return SAME_SUBJECT;
    }
    if (slipOfThePen(oldName, newName)) {
      return SLIP;
    }
    return common(before, after);
  }

  /**
   * What is added when the parts of the old name that the new one lacks stand in its description.
   */
  private static double described(String oldName, KnownSkill candidate, SkillMd md) {
    Set<String> before = subject(oldName);
    Set<String> after = subject(candidate.name());
    Set<String> lacking = new LinkedHashSet<>(before);
    lacking.removeAll(after);
    // One shared part is not enough: "python" stands in every description of a Python collection.
    if (before.size() - lacking.size() < 2 || lacking.isEmpty()) {
      return 0;
    }
    Set<String> words = tokens(md.description().orElse(""));
    return words.containsAll(lacking) ? 0.3 : 0;
  }

  /** The parts of a name that say what it is about, in the singular. */
  static Set<String> subject(String name) {
    Set<String> parts = tokens(name);
    parts.removeAll(RULES.genericTokens());
    return parts;
  }

  private static Set<String> tokens(String text) {
    Set<String> tokens = new LinkedHashSet<>();
    for (String token : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (!token.isEmpty()) {
        tokens.add(singular(token));
      }
    }
    return tokens;
  }

  private static String singular(String token) {
    if (RULES.genericTokens().contains(token)) {
      return token;
    }
    if (token.length() > 4 && token.endsWith("ies")) {
      return token.substring(0, token.length() - 3) + "y";
    }
    return token.length() > 3 && token.endsWith("s") && !token.endsWith("ss")
        ? token.substring(0, token.length() - 1)
        : token;
  }

  private static boolean saysSo(String oldName, SkillMd md) {
    String wanted = oldName.toLowerCase(Locale.ROOT);
    Frontmatter front = md.frontmatter();
    if (Stream.concat(
            front.entries().stream(),
            front.metadata().map(Mapping::entries).orElse(List.of()).stream())
        .filter(entry -> RULES.renameKeys().contains(entry.key()))
        .anyMatch(entry -> names(entry).contains(wanted))) {
      return true;
    }
    String text = md.text();
    String lower = text.toLowerCase(Locale.ROOT);
    for (int at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
      if (standsAlone(lower, at, at + wanted.length())) {
        int from = lower.lastIndexOf('\n', at) + 1;
        int to = lower.indexOf('\n', at);
        String line = lower.substring(from, to < 0 ? lower.length() : to);
        if (line.length() <= 2_000 && RULES.renameWords().stream().anyMatch(line::contains)) {
          return true;
        }
        at = to < 0 ? lower.length() : to;
      }
    }
    return false;
  }

  private static List<String> names(Entry entry) {
    return Stream.of(entry.value().asText().toLowerCase(Locale.ROOT).split("[,;\\s]+")).toList();
  }

  /** Whether the place is a whole name, not a part of a longer one. */
  private static boolean standsAlone(String text, int start, int end) {
    return (start == 0 || !inName(text.charAt(start - 1)))
        && (end == text.length() || !inName(text.charAt(end)));
  }

  private static boolean inName(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }

  /**
   * Whether exactly one part differs, by a letter or (in long parts) two. Short parts are never
   * taken for slips: {@code sdc} and {@code pdf} are two things.
   */
  private static boolean slipOfThePen(String left, String right) {
    String[] before = left.toLowerCase(Locale.ROOT).split("[-_.]");
    String[] after = right.toLowerCase(Locale.ROOT).split("[-_.]");
    int different = -1;
    for (int i = 0; before.length == after.length && i < before.length; i++) {
      if (!before[i].equals(after[i])) {
        if (different >= 0) {
          return false;
        }
        different = i;
      }
    }
    if (different < 0) {
      return false;
    }
    int length = Math.min(before[different].length(), after[different].length());
    return length >= 5 && slips(before[different], after[different]) <= (length >= 9 ? 2 : 1);
  }

  /** Edit distance; names are short. */
  private static int slips(String left, String right) {
    if (Math.abs(left.length() - right.length()) > 2 || left.length() > 100) {
      return Integer.MAX_VALUE;
    }
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int swap = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(swap, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[right.length()];
  }
}
