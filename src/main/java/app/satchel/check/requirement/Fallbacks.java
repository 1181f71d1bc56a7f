package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.List;
import java.util.Locale;

/**
 * Reads what takes the place of something: "works without it" makes it optional, "falls back to the
 * gh CLI" makes a choice of the two.
 */
final class Fallbacks {
  private final NounReader nouns;
  private final Prose prose;
  private final ClauseState state;
  private final ItemList own;

  Fallbacks(NounReader nouns, Prose prose, ClauseState state, ItemList own) {
    this.nouns = nouns;
    this.prose = prose;
    this.state = state;
    this.own = own;
  }

  /** "works without it", "falls back to the gh CLI". */
  void read(Lexeme words) {
    if (own.isEmpty() && state.inBrackets) {
      return; // "git optional (falls back to a walk)": of what stands before the brackets
    }
    List<Mention> before = state.verbBefore ? prose.lastPartHere() : prose.lastPart();
    List<Mention> spare = own.isEmpty() ? before : own.inList();
    state.spareLevel = spare.isEmpty() ? Level.OPTIONAL : spare.getFirst().level;
    ItemList.spare(spare);
    state.idle = true;
    boolean back = words.text().toLowerCase(Locale.ROOT).contains("back");
    if (back && !spare.isEmpty()) {
      state.insteadOf = spare; // "falls back to the gh CLI"
      state.level = Level.OPTIONAL;
      state.lenient = true;
    } else if (back) {
      state.fallsBack = true; // "keys for the remote mode; falls back to the local acme"
      state.level = Level.CONDITIONAL;
      state.lenient = true;
      state.idle = false;
    } else if (spare.isEmpty()) {
      state.spared = true; // "Works without any tool; acme or emca makes it exact"
    }
  }

  /** What something falls back to stands for it, if it is known at all. */
  void instead(List<Lexeme> item) {
    List<Mention> spare = state.insteadOf;
    state.insteadOf = List.of();
    List<Lexeme> last =
        item.getLast().text().equalsIgnoreCase("otherwise")
            ? item.subList(0, item.size() - 1)
            : item;
    List<Mention> found = nouns.read(last, true).stream().filter(m -> !m.unknown).toList();
    boolean words = // "falls back to unauthenticated requests"
        last.getFirst().is(Role.WORD)
            && !Nouns.capital(last.getFirst())
            && found.stream().allMatch(m -> m.kind == Kind.PACKAGE);
    if (found.size() == 1 && !words) {
      int group = spare.getFirst().group == 0 ? prose.newGroup() : spare.getFirst().group;
      state.fellBack = true;
      Mention other = found.getFirst();
      boolean there = // "Requires curl. Uses the Acme MCP; falls back to curl"
          prose.before().stream().anyMatch(m -> m.kind == other.kind && m.name.equals(other.name));
      Level level = there ? Level.OPTIONAL : state.spareLevel; // else one of the two is needed
      spare.forEach(mention -> mention.level = level);
      spare.forEach(mention -> mention.group = group);
      other.level = level;
      other.group = group;
      own.add(other);
    }
  }
}
