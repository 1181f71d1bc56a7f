package app.satchel.check.upload;

import app.satchel.check.upload.UploadRules.Menu;
import app.satchel.check.upload.UploadRules.Rule;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is wrong with rules that were given from outside, before anything is judged by them. */
final class RulesFault {
  /** Every character that the standard allows in a name (2025-12). */
  private static final String PLAIN_NAME = "abcdefghijklmnopqrstuvwxyz-0123456789";

  private RulesFault() {}

  /** The first fault, technical; empty when there is none. */
  static Optional<String> of(UploadRules rules) {
    return Stream.<Function<UploadRules, Optional<String>>>of(
            RulesFault::words, RulesFault::pages, RulesFault::limits, RulesFault::names)
        .map(look -> look.apply(rules))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> words(UploadRules rules) {
    for (Rule rule : rules.rules()) {
      for (String words : new String[] {rule.message(), rule.fix()}) {
        try {
          new MessageFormat(words == null ? "" : words, Locale.ROOT).format(new Object[] {1, 2, 3});
        } catch (IllegalArgumentException e) {
          return Optional.of("words of " + rule.id() + ": " + e.getMessage());
        }
      }
    }
    boolean twice = rules.rules().stream().map(Rule::id).distinct().count() < rules.rules().size();
    return twice ? Optional.of("a rule that stands there twice") : Optional.empty();
  }

  private static Optional<String> pages(UploadRules rules) {
    if (rules.menu() == null) {
      return Optional.of("no menu");
    }
    return Stream.concat(Stream.of(rules.menu()), rules.others().stream().map(OtherTarget::menu))
        .filter(Objects::nonNull)
        .flatMap(RulesFault::pagesOf)
        .filter(page -> !page.startsWith("https://"))
        .findFirst()
        .map(page -> "not a protected address: " + page);
  }

  private static Stream<String> pagesOf(Menu menu) {
    return Stream.of(menu.uploadPage(), menu.codeExecutionPage(), menu.organisationPage())
        .filter(Objects::nonNull);
  }

  private static Optional<String> limits(UploadRules rules) {
    boolean kept =
        rules.limits().canBeKept()
            && rules.allowedKeys().containsAll(List.of("name", "description", "metadata"));
    return kept ? Optional.empty() : Optional.of("limits that no skill can keep");
  }

  /** A plain skill must keep clear of the words, the alphabets and the by-products. */
  private static Optional<String> names(UploadRules rules) {
    boolean kept =
        rules.reservedWords().stream().noneMatch(String::isBlank)
            && !rules.pluginManifestFolder().isBlank()
            && within(PLAIN_NAME, rules.folderAlphabet())
            && within(PLAIN_NAME + "SKILL.md_", rules.pathAlphabet())
            && !rules.junk().matches(PLAIN_NAME + "/SKILL.md")
            && !rules.junk().matches(PLAIN_NAME);
    return kept ? Optional.empty() : Optional.of("names that no skill can have");
  }

  private static boolean within(String text, String alphabet) {
    return text.chars().allMatch(c -> alphabet.indexOf(c) >= 0);
  }
}
