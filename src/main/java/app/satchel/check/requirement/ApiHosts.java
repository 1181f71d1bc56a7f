package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the hosts of APIs in a text: where one is named, the network is needed, said or not. */
final class ApiHosts {
  private static final Pattern HOST =
      Pattern.compile("^(https?://)?api\\.([a-z0-9-]{1,63}\\.){1,9}[a-z]{2,10}(/|$)");

  private int start = -1;
  private int end;
  private Level level = Level.REQUIRED;

  /** Looks at a sentence; one that says what is not used, or tested, says nothing. */
  void look(List<Lexeme> sentence) {
    boolean named = false;
    for (int i = 0; i < sentence.size(); i++) {
      boolean source = // "an API key from api.acme.com": whose key it is
          i > 0 && sentence.get(i - 1).text().equalsIgnoreCase("from");
      boolean place = sentence.get(i).is(Role.PLACE) && !source;
      named |= place && HOST.matcher(sentence.get(i).text()).find();
    }
    boolean refused = sentence.stream().anyMatch(w -> w.is(Role.NOT, Role.EXCLUDES, Role.VERIFIED));
    if (named && !refused && start < 0) {
      start = sentence.getFirst().start();
      end = sentence.getLast().end();
      level = sentence.getFirst().is(Role.OPTIONAL) ? Level.OPTIONAL : Level.REQUIRED;
    }
  }

  /** The network, if a host was found and nothing else that is named says so already. */
  Optional<Mention> mention(Collection<Mention> named) {
    boolean said = named.stream().anyMatch(m -> m.kind == Kind.NETWORK || m.kind == Kind.MCP);
    if (start < 0 || said) {
      return Optional.empty();
    }
    Mention network = new Mention(Kind.NETWORK, "internet");
    network.level = level;
    network.sentenceStart = start;
    network.sentenceEnd = end;
    return Optional.of(network);
  }
}
