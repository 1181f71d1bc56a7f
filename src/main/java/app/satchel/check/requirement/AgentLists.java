package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.skill.FrontmatterValue;
import app.satchel.skill.FrontmatterValue.Scalar;
import app.satchel.skill.FrontmatterValue.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads lists that name the products a skill runs in and nothing else: {@code [claude, cursor]}.
 * Their company says what a name is that elsewhere is a command, or that nobody knows.
 */
final class AgentLists {
  private final Vocabulary vocabulary;

  AgentLists(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The products, in order; empty when the list is of another sort, or its key says nothing. */
  List<Mention> read(String key, Sequence list) {
    if (!ValueReader.isCompatibility(key)) {
      return List.of();
    }
    List<Mention> products = new ArrayList<>();
    boolean known = false;
    for (FrontmatterValue item : list.items()) {
      String name = item instanceof Scalar scalar ? scalar.text().strip() : "";
      if (name.isEmpty() || name.length() > Excerpts.BRIEF || !Nouns.isSlug(name)) {
        return List.of();
      }
      List<Term> terms = vocabulary.terms(name);
      Optional<Term> agent = terms.stream().filter(term -> term.kind() == Kind.AGENT).findFirst();
      boolean unknown = terms.isEmpty() && !vocabulary.ordinary(name);
      if (agent.isEmpty() && !unknown || products.size() == ValueReader.MOST_ENTRIES) {
        return List.of();
      }
      known |= agent.isPresent();
      products.add(new Mention(Kind.AGENT, agent.map(Term::name).orElse(name)));
    }
    return known && products.size() > 1 ? products : List.of();
  }
}
