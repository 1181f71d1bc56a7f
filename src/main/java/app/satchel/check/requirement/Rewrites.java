package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Says what the words of a part of a sentence do where they stand, when that is not what they
 * mostly do: a verb that is a noun, a number that is an amount. A list of rules; the first that
 * speaks of a word decides. Immutable.
 */
final class Rewrites {
  private static final Set<String> RELATIVES = Set.of("that", "which", "who");

  private static final Set<String> PEOPLE =
      Set.of("developers", "users", "teams", "engineers", "people", "authors", "researchers");

  private static final Set<String> PARTICIPLES =
      Set.of("built", "depending", "listening", "part", "set", "written");

  /** How many words such a condition has at most. */
  private static final int ASIDE = 8;

  private static final Set<String> MEASURES = Set.of("MB", "GB", "TB", "MiB", "GiB");

  /** One rule: what the word at a place does there, or null. Places before it are settled. */
  private interface Rule {
    Role role(List<Lexeme> part, int at);
  }

  private final Vocabulary vocabulary;
  private final VersionOrder order;
  private final List<Rule> rules;

  Rewrites(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.order = new VersionOrder(vocabulary);
    this.rules =
        List.of(
            CommandWords::written,
            this::atLeast,
            CommandWords::command,
            Rewrites::otherwise,
            this::opens,
            CommandWords::invoke,
            Rewrites::access,
            this::skill,
            Rewrites::amount,
            Rewrites::ofInterface,
            Rewrites::toCluster,
            Rewrites::runsSystem,
            Rewrites::onMachine,
            Rewrites::measure,
            Rewrites::matching,
            Rewrites::installs,
            Rewrites::relative,
            CommandWords::makes,
            this::server,
            Rewrites::people,
            Rewrites::help,
            Rewrites::overServer,
            Genitives::ofName,
            Genitives::ofLanguage,
            Genitives::obtained,
            this::participle,
            this::language,
            Rewrites::noun);
  }

  /** The words of a part with what they do there. */
  List<Lexeme> apply(List<Lexeme> whole) {
    List<Lexeme> part = order.apply(whole);
    asides(part);
    CommandWords.just(part, vocabulary);
    needsAccess(part);
    abbreviated(part);
    for (int at = 0; at < part.size(); at++) {
      for (Rule rule : rules) {
        Role role = rule.role(part, at);
        if (role != null) {
          part.set(at, part.get(at).as(role));
          break;
        }
      }
    }
    return part;
  }

  /** "you need access to Acme": as "requires access to Acme" is read. */
  private static void needsAccess(List<Lexeme> part) {
    for (int i = 0; i + 2 < part.size(); i++) {
      boolean access =
          part.get(i).is(Role.NEED)
              && part.get(i + 1).text().equals("access")
              && part.get(i + 2).is(Role.TO);
      if (access) {
        Lexeme verb = part.get(i);
        int end = part.get(i + 2).end();
        part.subList(i, i + 3).clear();
        String text = "requires access to";
        part.add(i, new Lexeme(Role.NEED, text, List.of(), null, false, verb.start(), end));
      }
    }
  }

  /** "acme or, if it is missing, emca": the condition says no more than "or" does. */
  private static void asides(List<Lexeme> part) {
    for (int i = 0; i + 3 < part.size(); i++) {
      if (!Lexeme.is(part, i, Role.OR)
          || !Lexeme.is(part, i + 1, Role.COMMA)
          || !Lexeme.is(part, i + 2, Role.CONDITION)) {
        continue;
      }
      int end = i + 3;
      while (end < part.size() && end < i + ASIDE && !part.get(end).is(Role.COMMA)) {
        end++;
      }
      if (Lexeme.is(part, end, Role.COMMA)) {
        part.subList(i + 1, end + 1).clear();
      }
    }
  }

  /** "the Acme Model Context Protocol (MCP) server" */
  private static void abbreviated(List<Lexeme> part) {
    for (int i = 1; i + 3 < part.size(); i++) {
      boolean mcp =
          Lexeme.is(part, i, Role.OPEN)
              && Lexeme.is(part, i + 1, Role.HEAD)
              && part.get(i + 1).head().equals("mcp")
              && Lexeme.is(part, i + 2, Role.CLOSE)
              && part.get(i + 3).text().toLowerCase(Locale.ROOT).startsWith("server");
      if (mcp) {
        Lexeme noun = part.get(i + 1);
        boolean several = part.get(i + 3).text().endsWith("s");
        boolean spelt = i > 2 && part.get(i - 1).text().equalsIgnoreCase("Protocol");
        int from = spelt ? i - 3 : i;
        part.subList(from, i + 4).clear();
        String text = several ? "MCP servers" : "MCP server";
        part.add(
            from, new Lexeme(Role.HEAD, text, List.of(), "mcp", false, noun.start(), noun.end()));
      }
    }
  }

  /** "Acme 1.27+ cluster access": the version is that of the cluster, not of an account. */
  private static Role toCluster(List<Lexeme> part, int at) {
    boolean access =
        at > 1 && part.get(at).text().equals("access") && Lexeme.is(part, at - 1, Role.HEAD);
    return access && Lexeme.is(part, at - 2, Role.VERSION) ? Role.GLUE : null;
  }

  /** "Acme API v2": the number is that of the interface, not of the product. */
  private static Role ofInterface(List<Lexeme> part, int at) {
    boolean version =
        part.get(at).is(Role.VERSION) && at > 1 && part.get(at - 1).text().equals("API");
    return version && part.get(at - 2).term(Kind.SERVICE) != null ? Role.GLUE : null;
  }

  /** "At least Python 3.9", "at least acme 2" */
  private Role atLeast(List<Lexeme> part, int at) {
    boolean floor = part.get(at).is(Role.AT_LEAST);
    boolean strange =
        floor
            && Lexeme.is(part, at + 1, Role.WORD)
            && Lexeme.is(part, at + 2, Role.VERSION)
            && !vocabulary.ordinary(part.get(at + 1).text());
    return strange || floor && at == 0 && Lexeme.is(part, 1, Role.TERM) ? Role.GLUE : null;
  }

  /** "acme, else emca" */
  private static Role otherwise(List<Lexeme> part, int at) {
    boolean other = at > 0 && Set.of("else", "otherwise").contains(part.get(at).text());
    boolean between = other && part.get(at - 1).is(Role.COMMA, Role.TERM, Role.VERSION);
    return between && Lexeme.is(part, at + 1, Role.TERM) ? Role.OR : null;
  }

  /** "Jump server", "Each account": the capital of a first word that all use says nothing. */
  private Role opens(List<Lexeme> part, int at) {
    Lexeme word = part.get(at);
    boolean plain =
        at == 0
            && Lexeme.is(part, 1, Role.HEAD)
            && word.is(Role.WORD)
            && !word.code()
            && word.text().chars().allMatch(Character::isLetter)
            && vocabulary.ordinary(word.text());
    return plain ? Role.GENERIC : null;
  }

  /** "acme compiled with TLS", "acme located in bin/": says more of what is needed. */
  private Role participle(List<Lexeme> part, int at) {
    Lexeme word = part.get(at);
    String text = word.text();
    boolean form = PARTICIPLES.contains(text) || text.matches("[a-z]{3,}ed");
    boolean plain = at > 0 && form && word.is(Role.WORD, Role.GENERIC) && !word.code();
    boolean by = Lexeme.is(part, at + 1, Role.FOR) && part.get(at + 1).text().equals("by");
    boolean goesOn = by || Lexeme.is(part, at + 1, Role.PREPOSITION, Role.WITH, Role.TO);
    return plain && goesOn && !vocabulary.bundled(text) && name(part, at - 1) ? Role.GLUE : null;
  }

  /** "Jira over MCP" */
  private static Role overServer(List<Lexeme> part, int at) {
    boolean over =
        at > 0 && part.get(at).text().equals("over") && Lexeme.is(part, at + 1, Role.HEAD);
    return over && part.get(at + 1).head().equals("mcp") ? Role.WITH : null;
  }

  /** "acme written in Rust": what it is made of, which nobody needs to have. */
  private Role language(List<Lexeme> part, int at) {
    boolean written = at > 0 && part.get(at).text().equals("written in");
    boolean program = written && part.get(at - 1).term(Kind.AGENT) == null;
    return program && name(part, at - 1) ? Role.VERIFIED : null;
  }

  /** Whether a word is a name, alone or behind an article. */
  private boolean name(List<Lexeme> part, int at) {
    Lexeme word = part.get(at);
    boolean first =
        at == 0 || !Clause.isNounRole(part.get(at - 1)) || Clause.article(part.get(at - 1));
    boolean noun = // "the Acme CLI"
        at > 0
            && word.is(Role.HEAD)
            && part.get(at - 1).is(Role.WORD, Role.TERM)
            && !vocabulary.ordinary(part.get(at - 1).text());
    return noun
        || word.is(Role.TERM)
        || word.is(Role.WORD) && first && !vocabulary.ordinary(word.text());
  }

  /** "Access to the Acme MCP server": what is asked for first. */
  private static Role access(List<Lexeme> part, int at) {
    boolean begins = part.size() > 2 && part.get(0).text().equalsIgnoreCase("access");
    if (at == 0 && begins && part.get(1).is(Role.TO)) {
      return Role.NEED;
    }
    return at == 1 && begins && part.get(0).is(Role.NEED) ? Role.GLUE : null;
  }

  /** "the pdf and docx skills": a word for files whose noun stands behind it, or the next. */
  private Role skill(List<Lexeme> part, int at) {
    int noun = Lexeme.is(part, at + 1, Role.AND, Role.COMMA, Role.OR) ? at + 3 : at + 1;
    boolean named =
        part.get(at).is(Role.GENERIC)
            && vocabulary.skillName(part.get(at).text())
            && Lexeme.is(part, noun, Role.HEAD)
            && part.get(noun).head().equals("skill");
    return named ? Role.WORD : null;
  }

  /** "16 GB": no version. */
  private static Role amount(List<Lexeme> part, int at) {
    boolean number = part.get(at).is(Role.VERSION) && Lexeme.is(part, at + 1, Role.WORD);
    return number && MEASURES.contains(part.get(at + 1).text()) ? Role.GLUE : null;
  }

  /** "a Mac running macOS 26" */
  private static Role runsSystem(List<Lexeme> part, int at) {
    boolean runs =
        at > 0
            && part.get(at).text().equalsIgnoreCase("running")
            && Lexeme.is(part, at + 1, Role.TERM)
            && part.get(at + 1).term(Kind.OS) != null;
    return runs ? Role.WITH : null;
  }

  /** "macOS 14+ on Apple Silicon" */
  private static Role onMachine(List<Lexeme> part, int at) {
    boolean on =
        at > 0 && part.get(at).text().equalsIgnoreCase("on") && Lexeme.is(part, at + 1, Role.TERM);
    if (!on || part.get(at + 1).term(Kind.HARDWARE) == null) {
      return null;
    }
    int system = at - 1;
    while (Lexeme.is(part, system, Role.VERSION, Role.OR_LATER)) {
      system--;
    }
    boolean runs = Lexeme.is(part, system, Role.TERM) && part.get(system).term(Kind.OS) != null;
    return runs ? Role.WITH : null;
  }

  /** "with a matching server": what is beside, rather than what something else must fit. */
  private static Role matching(List<Lexeme> part, int at) {
    boolean said = at > 0 && part.get(at).text().equalsIgnoreCase("matching");
    int before = said && Clause.article(part.get(at - 1)) ? at - 2 : at - 1;
    return said && Lexeme.is(part, before, Role.WITH) ? Role.GLUE : null;
  }

  /** "8 GB of RAM" */
  private static Role measure(List<Lexeme> part, int at) {
    boolean of = at > 0 && part.get(at).text().equalsIgnoreCase("of");
    boolean amount = of && MEASURES.contains(part.get(at - 1).text().replaceFirst("^\\d+", ""));
    return amount ? Role.GLUE : null;
  }

  /** "For the search, install acme": a person is told to install what follows. */
  private static Role installs(List<Lexeme> part, int at) {
    boolean begins = at == 0 || part.get(at - 1).is(Role.COMMA, Role.COLON);
    boolean told = begins && part.get(at).text().equalsIgnoreCase("install");
    int name = at + 1;
    while (Lexeme.is(part, name, Role.GLUE)) {
      name++;
    }
    return told && Lexeme.is(part, name, Role.TERM) ? Role.NEED : null;
  }

  /** "a host that uses acme", "a profile that can assume it": a verb of something else. */
  private static Role relative(List<Lexeme> part, int at) {
    int itself = at > 1 && part.get(at - 1).text().equalsIgnoreCase("itself") ? 2 : 1;
    itself += at > itself && part.get(at - itself).is(Role.COPULA) ? 1 : 0;
    boolean relative =
        at >= itself && RELATIVES.contains(part.get(at - itself).text().toLowerCase(Locale.ROOT));
    return relative && part.get(at).is(Role.USE, Role.NEED) ? Role.PREPOSITION : null;
  }

  /** "developers using Acme": what somebody else uses. */
  private static Role people(List<Lexeme> part, int at) {
    boolean using = part.get(at).text().equalsIgnoreCase("using") && part.get(at).is(Role.USE);
    boolean people = at > 0 && PEOPLE.contains(part.get(at - 1).text().toLowerCase(Locale.ROOT));
    return using && people ? Role.PREPOSITION : null;
  }

  /** "or the user's help": a noun. */
  private static Role help(List<Lexeme> part, int at) {
    boolean help = part.get(at).text().equalsIgnoreCase("help") && part.get(at).is(Role.OPTIONAL);
    return help && Lexeme.is(part, at - 1, Role.GLUE) ? Role.GENERIC : null;
  }

  /** "the filesystem MCP server": an everyday word that names one. */
  private Role server(List<Lexeme> part, int at) {
    boolean named =
        Lexeme.is(part, at + 1, Role.HEAD)
            && part.get(at + 1).head().equals("mcp")
            && part.get(at).is(Role.GENERIC, Role.WORD)
            && vocabulary.mcpServer(part.get(at).text());
    return named ? Role.WORD : null;
  }

  /** "the target tenant", "on first use": a word of the verbs that is a noun here. */
  private static Role noun(List<Lexeme> part, int at) {
    Lexeme word = part.get(at);
    if (!word.is(Role.USE, Role.NEED) || word.text().indexOf(' ') >= 0 || at == 0) {
      return null;
    }
    Lexeme before = part.get(at - 1);
    if (Clause.article(before)) {
      return Role.GENERIC; // "the target CLI" has no name
    }
    boolean objectless = at + 1 == part.size() || part.get(at + 1).is(Role.COMMA, Role.CLOSE);
    boolean noun =
        objectless && before.is(Role.TERM, Role.WORD, Role.GENERIC, Role.GLUE)
            || before.is(Role.TO, Role.FOR, Role.CONDITION, Role.PREPOSITION)
            || before.is(Role.WITH) && word.text().equals("target") // "set up with target context"
            || word.capitalised() && Clause.isNounRole(before);
    boolean latin = word.text().charAt(0) < 0x250;
    if (!latin && objectless && (noun || before.is(Role.IF_AVAILABLE))) {
      return Role.GLUE; // "acme があれば使用": the verb stands last there
    }
    return noun ? Role.WORD : null;
  }
}
