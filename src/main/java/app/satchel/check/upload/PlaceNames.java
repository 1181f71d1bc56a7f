package app.satchel.check.upload;

import app.satchel.words.Words;

/**
 * What a place that skills go to is called in a sentence.
 *
 * @param first at its beginning, such as "The Claude API"
 * @param within after that, such as "the Claude API"
 */
record PlaceNames(String first, String within) {
  private static final Words WORDS = Words.of(PlaceNames.class);

  /** What the words of a rule call the place that the rules were gathered of. */
  private static final String GATHERED = "claude.ai";

  static PlaceNames of(UploadRules rules) {
    return of(rules.target(), rules.targetName());
  }

  static PlaceNames of(OtherTarget target) {
    return of(target.id(), target.name());
  }

  private static PlaceNames of(String id, String name) {
    String within = WORDS.optional("place." + id);
    String first = WORDS.optional("place." + id + ".first");
    String known = within.isEmpty() ? name : within;
    return new PlaceNames(first.isEmpty() ? known : first, known);
  }

  /** The same rule at this place, which has taken it over: its words name this place. */
  UploadRules.Rule in(UploadRules.Rule rule) {
    return new UploadRules.Rule(
        rule.id(),
        rule.severity(),
        rule.scope(),
        naming(rule.message()),
        naming(rule.fix()),
        rule.source(),
        rule.date());
  }

  private String naming(String words) {
    return words == null ? null : words.replace(GATHERED, within);
  }
}
