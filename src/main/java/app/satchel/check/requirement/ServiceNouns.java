package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads what stands before "server", "instance", "connector", "running" and their like: first which
 * words name it, then what such a name means. A list of rules, whose order counts.
 */
final class ServiceNouns {
  /** Nouns that speak of a server that was said before them: "an acme-mcp server instance". */
  private static final Set<String> OF_SERVERS = Set.of("instance", "connection", "running");

  /** One rule: what the words name, maybe nothing, which ends the reading; or null. */
  private interface Rule {
    Reading read(Item item);
  }

  /** What a rule has found; {@code mentions} is null when the noun says nothing here. */
  private record Reading(List<Mention> mentions) {
    private static final Reading NOTHING = new Reading(List.of());
    private static final Reading NOT_HERE = new Reading(null);

    private static Reading of(Mention mention) {
      return new Reading(List.of(mention));
    }
  }

  /** The words before a noun, those of them that name something, and the last of these. */
  private static final class Item {
    private final List<Lexeme> all;
    private final List<Lexeme> before;
    private final List<Lexeme> named;
    private final List<Lexeme> after;
    private final Lexeme head;
    private final Lexeme last;
    private final Term term;

    private Item(
        List<Lexeme> all,
        List<Lexeme> before,
        List<Lexeme> named,
        List<Lexeme> after,
        Lexeme head) {
      this.all = all;
      this.before = before;
      this.named = named;
      this.after = after;
      this.head = head;
      this.last = named.getLast();
      this.term = last.term();
    }

    private String noun() {
      return head.text().toLowerCase(Locale.ROOT);
    }

    /** With the version that stands behind the name or the noun. */
    private Reading versioned(Mention mention) {
      List<Lexeme> words = HeadNouns.words(HeadNouns.from(before, last), after);
      return Reading.of(Nouns.versioned(mention, words, 0));
    }
  }

  private final Vocabulary vocabulary;
  private final ComposedNames composed;
  private final List<Rule> rules;

  ServiceNouns(Vocabulary vocabulary, ComposedNames composed) {
    this.vocabulary = vocabulary;
    this.composed = composed;
    this.rules =
        List.of(
            this::adjective,
            ServiceNouns::remote,
            ServiceNouns::endpoint,
            ServiceNouns::mcp,
            ServiceNouns::workspace,
            ServiceNouns::goesOn,
            ServiceNouns::known,
            this::slug,
            this::composed);
  }

  /**
   * @param all the words before the noun
   * @param after those behind it, trimmed
   * @return null when the noun says nothing here
   */
  List<Mention> read(List<Lexeme> all, List<Lexeme> after, Lexeme head) {
    List<Lexeme> before = Nouns.trim(all);
    if (before.isEmpty() && !all.isEmpty()) {
      String name = ComposedNames.titled(all);
      return name.isEmpty() ? null : List.of(new Mention(Kind.SERVICE, name));
    }
    while (before.size() > 1
        && before.getLast().is(Role.HEAD)
        && OF_SERVERS.contains(head.text())) {
      before = before.subList(0, before.size() - 1);
    }
    List<Lexeme> named = named(before, head);
    if (named.isEmpty()) {
      return null;
    }
    Item item = new Item(all, before, named, after, head);
    for (Rule rule : rules) {
      Reading reading = rule.read(item);
      if (reading != null) {
        return reading.mentions();
      }
    }
    return List.of();
  }

  /** The words that name it: without versions, and without a sort of thing before the noun. */
  private List<Lexeme> named(List<Lexeme> before, Lexeme head) {
    List<Lexeme> words =
        before.stream()
            .filter(w -> !w.is(Role.VERSION, Role.OR_LATER, Role.AT_LEAST, Role.GLUE))
            .toList();
    if (words.size() < 2) {
      return words;
    }
    Lexeme slug = words.getFirst();
    boolean described = // "the acme-ai document processing backend"
        words.size() > 2
            && slug.is(Role.WORD)
            && slug.text().indexOf('-') > 0
            && !Nouns.capital(slug)
            && !vocabulary.adjective(slug.text())
            && !vocabulary.ordinary(slug.text())
            && words.stream().skip(1).allMatch(this::plain);
    if (described) {
      return List.of(slug);
    }
    Lexeme last = words.getLast();
    Lexeme sort = words.get(words.size() - 2);
    boolean what = last.is(Role.WORD) && !Nouns.capital(last) && vocabulary.ordinary(last.text());
    boolean strange = // "the acme-island widget running"
        head.text().equals("running") && sort.is(Role.WORD) && !vocabulary.ordinary(sort.text());
    return what && (sort.term() != null || strange)
        ? words.subList(0, words.size() - 1) // "the Acme tracking server"
        : words;
  }

  private boolean plain(Lexeme word) {
    boolean everyday = word.is(Role.WORD) && vocabulary.ordinary(word.text());
    return word.is(Role.GENERIC) || everyday && !Nouns.capital(word) && !word.code();
  }

  /** "an external Node-based server", "a CRM connection" */
  private Reading adjective(Item item) {
    boolean plain = vocabulary.adjective(item.last.text());
    plain |= item.named.size() == 1 && vocabulary.initials(item.last.text());
    return item.term == null && !item.last.code() && plain ? Reading.NOTHING : null;
  }

  /** "an Acme RPC endpoint" */
  private static Reading remote(Item item) {
    boolean remote = item.last.text().equals("RPC") && item.named.size() == 2;
    if (!remote || !item.noun().contains("endpoint") || !Nouns.capital(item.named.getFirst())) {
      return null;
    }
    String node = item.named.getFirst().text().toLowerCase(Locale.ROOT) + "-rpc";
    return Reading.of(new Mention(Kind.SERVICE, node));
  }

  /** "a render endpoint"; but "a Foundry project endpoint" */
  private static Reading endpoint(Item item) {
    boolean endpoint = item.noun().contains("endpoint");
    return endpoint && item.last.term(Kind.SERVICE) == null ? Reading.NOTHING : null;
  }

  /** "the mcp-files server" */
  private static Reading mcp(Item item) {
    boolean server = item.noun().equals("server") && item.last.text().contains("-mcp-");
    return Nouns.namesMcp(item.last) || server && item.last.is(Role.WORD)
        ? Reading.of(new Mention(Kind.MCP, item.last.text().toLowerCase(Locale.ROOT)))
        : null;
  }

  /** A place of work, not something that runs. */
  private static Reading workspace(Item item) {
    return item.term == null && item.noun().equals("workspace") ? Reading.NOTHING : null;
  }

  /** "an Acme Workspace project", "facts of the Acme engine" */
  private static Reading goesOn(Item item) {
    boolean goesOn = !item.after.isEmpty() && item.after.getFirst().is(Role.GENERIC, Role.WORD);
    boolean doubtful = item.term == null || item.term.kind() == Kind.TOOL;
    return goesOn && doubtful ? Reading.NOT_HERE : null;
  }

  private static Reading known(Item item) {
    if (item.term == null) {
      return null;
    }
    Term service = item.last.term(Kind.SERVICE);
    Mention mention = Nouns.mention(service == null ? item.term : service);
    if (mention.kind == Kind.OS) {
      return Reading.of(mention); // "Ubuntu 22.04 database hosts": no Linux 22.04
    }
    if (mention.kind == Kind.PACKAGE && item.noun().endsWith("server")) {
      mention.kind = Kind.SERVICE; // "an MLflow server"
    }
    return item.versioned(mention);
  }

  /** "the acme-sync server" */
  private Reading slug(Item item) {
    Lexeme last = item.last;
    boolean word = last.is(Role.WORD) && Nouns.isSlug(last.text());
    boolean named = word && (last.code() || !vocabulary.ordinary(last.text()));
    boolean slug = named && !Nouns.capital(last) && !vocabulary.adjective(last.text());
    return slug
        ? Reading.of(Nouns.versioned(new Mention(Kind.SERVICE, last.text()), item.after, 0))
        : null;
  }

  /** "Acme Studio 2 server", "Remote Control API enabled" */
  private Reading composed(Item item) {
    Lexeme last = item.last;
    boolean everyday = item.head.text().endsWith("enabled") && vocabulary.ordinary(last.text());
    String name =
        last.is(Role.WORD) && Nouns.capital(last) && !everyday
            ? composed.joined(item.before, true)
            : ComposedNames.titled(item.all);
    return name.isEmpty() ? Reading.NOTHING : item.versioned(new Mention(Kind.SERVICE, name));
  }
}
