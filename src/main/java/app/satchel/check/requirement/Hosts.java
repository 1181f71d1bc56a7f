package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells what something runs on, in or with from what is only named beside it. */
final class Hosts {
  private final Prose prose;
  private final ClauseState state;

  Hosts(Prose prose, ClauseState state) {
    this.prose = prose;
    this.state = state;
  }

  /** What something is said to be made for: a name that nobody knows is what runs it. */
  List<Mention> madeFor(List<Mention> found, List<Lexeme> item) {
    Lexeme word = item.getLast();
    boolean acronym = item.size() == 1 && word.is(Role.WORD) && word.text().matches("[A-Z]{3,12}");
    boolean nothing = found.stream().allMatch(m -> m.unknown && !m.product);
    if (nothing && acronym && !prose.ordinary(word.text())) {
      return new ArrayList<>(
          List.of(new Mention(Kind.AGENT, word.text().toLowerCase(Locale.ROOT))));
    }
    boolean alone = item.stream().allMatch(w -> w.is(Role.WORD, Role.GLUE) && w.capitalised());
    if (found.size() != 1 || !found.getFirst().unknown || !found.getFirst().product) {
      return found;
    }
    found.getFirst().kind = Kind.AGENT;
    found.getFirst().unknown = false;
    return alone ? found : new ArrayList<>(); // "Designed for Acme recovery loops"
  }

  /** What something runs on: a system, a product, or a runtime from some version on. */
  boolean host(Mention mention) {
    boolean used = state.useVerb || !state.positiveVerb && !state.lenient; // "Acme 3 on Java 17"
    boolean project = state.inProject; // "pytest in a Python 3.12+ project"
    boolean runtime = mention.kind == Kind.RUNTIME && mention.version != null && (used || project);
    boolean part = mention.kind == Kind.PACKAGE || mention.kind == Kind.TOOL;
    boolean library = part && mention.version != null && used; // "Acme 2 on Gradle 9"
    return mention.kind == Kind.OS || mention.kind == Kind.AGENT || runtime || library;
  }

  /** "a service key in ACME_KEY": a variable is needed wherever it is named. */
  boolean held(Mention mention) {
    boolean service = mention.kind == Kind.SERVICE && !mention.unknown && state.connected;
    boolean server = mention.kind == Kind.MCP && state.source || service; // "connected to Acme"
    return server
        || mention.kind == Kind.SKILL && !mention.unknown
        || state.signedIn && mention.kind == Kind.CREDENTIAL
        || mention.kind == Kind.CREDENTIAL && VersionWords.isVariable(mention.name);
  }

  /** "Compact mode works in Codex": where a part works is where the skill is made for. */
  boolean supported(Mention mention) {
    boolean host = mention.kind == Kind.OS || mention.kind == Kind.AGENT;
    return host && state.useVerb && state.level == Level.CONDITIONAL && !state.conditional;
  }
}
