package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.skill.FrontmatterValue.Scalar;
import app.satchel.skill.FrontmatterValue.Sequence;
import java.util.Locale;
import java.util.Set;

/** Says whether a list whose key does not tell names skills. */
final class SkillLists {
  private final Vocabulary vocabulary;

  SkillLists(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Whether an untyped list names skills: the field says so, or nothing in it is anything else. */
  boolean names(String field, Sequence list) {
    boolean skillField =
        Set.of("prerequisites", "prerequisite", "dependson", "dependsonskills", "requiresskills")
            .contains(field);
    boolean slugs =
        list.items().stream()
            .limit(ValueReader.MOST_ENTRIES)
            .allMatch(item -> item instanceof Scalar s && isName(s.text()));
    boolean hyphens =
        list.items().stream().allMatch(i -> i instanceof Scalar s && s.text().indexOf('-') > 0);
    boolean packages =
        list.items().stream()
            .anyMatch(i -> i instanceof Scalar s && !vocabulary.terms(s.text().strip()).isEmpty());
    return skillField
        || field.equals("requires") && slugs
        || field.equals("dependencies") && slugs && hyphens && !packages;
  }

  /** Whether a text is a name as skills have, and of nothing else that is known. */
  boolean isName(String text) {
    String name = text.length() > 2 * Excerpts.BRIEF ? "" : text.strip();
    return name.length() <= 64
        && !name.isEmpty()
        && name.equals(name.toLowerCase(Locale.ROOT))
        && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_')
        && vocabulary.terms(name).stream().allMatch(t -> t.kind() == Kind.SERVICE);
  }
}
