package app.satchel.check.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a review looks for, as dated data ({@code review-rules.json}). Each rule brings three
 * examples that it must hit and three that it must not.
 *
 * @param date when it was last looked through
 * @param source what it was gathered from
 * @param tiers what a tier means
 * @param teachingWords words that many texts about attacks use; where several of them stand, a
 *     command is probably quoted, and a stop is only shown for review
 * @param rules the rules, the most serious first within a tier
 */
record ReviewRules(
    String date,
    String source,
    Map<String, String> tiers,
    List<String> teachingWords,
    List<Rule> rules) {

  /** The rules that come with this version. */
  static final ReviewRules CURRENT = load();

  private static final KeywordIndex INDEX =
      new KeywordIndex(
          java.util.stream.Stream.concat(
                  CURRENT.teachingWords.stream(),
                  CURRENT.rules.stream().flatMap(rule -> rule.keywords().stream()))
              .toList());

  ReviewRules {
    LocalDate.parse(date);
    Objects.requireNonNull(source);
    tiers = Map.copyOf(tiers);
    teachingWords = List.copyOf(teachingWords);
    rules = List.copyOf(rules);
  }

  /** How much a rule's findings matter. */
  enum Tier {
    @JsonProperty("stop")
    STOP,
    @JsonProperty("review")
    REVIEW,
    @JsonProperty("notice")
    NOTICE
  }

  /** Where a rule looks. */
  enum Scope {
    /** Text and scripts. */
    @JsonProperty("any")
    ANY,
    /** Markdown and other text. */
    @JsonProperty("text")
    TEXT,
    /** Scripts, and commands in text. */
    @JsonProperty("script")
    SCRIPT,
    @JsonProperty("path")
    PATH,
    @JsonProperty("frontmatter")
    FRONTMATTER,
    @JsonProperty("tools")
    TOOLS
  }

  /**
   * One rule.
   *
   * @param id stable kebab-case id
   * @param detector {@code pattern} or {@code built-in}
   * @param in where it looks
   * @param lines how many lines a match may span
   * @param keywords lower-case; a line without any of them is passed over
   * @param also lower-case; one of these must stand near as well, unless empty
   * @param pattern what to find, bounded repetitions only; null for a built-in
   * @param message one sentence; {@code {0}} stands for the text found
   * @param fix what to do; may be empty
   */
  record Rule(
      String id,
      Tier tier,
      String detector,
      Scope in,
      int lines,
      List<String> keywords,
      List<String> also,
      Pattern pattern,
      String message,
      String fix,
      List<String> hit,
      List<String> miss) {
    Rule {
      Objects.requireNonNull(id);
      Objects.requireNonNull(tier);
      Objects.requireNonNull(in);
      Objects.requireNonNull(message);
      keywords = List.copyOf(keywords);
      also = List.copyOf(also);
      hit = List.copyOf(hit);
      miss = List.copyOf(miss);
      if (pattern != null) {
        pattern = Pattern.compile(pattern.pattern(), Pattern.CASE_INSENSITIVE);
      }
    }
  }

  /** An index of all keywords and teaching words. */
  KeywordIndex index() {
    return INDEX;
  }

  /** The rule of an id; a missing one is a mistake in the data that a test finds. */
  Rule rule(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
  }

  private static ReviewRules load() {
    try (InputStream in = ReviewRules.class.getResourceAsStream("review-rules.json")) {
      return new ObjectMapper().readValue(in, ReviewRules.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
