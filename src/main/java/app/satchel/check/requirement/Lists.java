package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.List;
import java.util.Set;

/** Settles what only a whole list tells: the sort of its unknown words, and its alternatives. */
final class Lists {
  /** An unknown alternative to one of these is another. */
  private static final Set<Kind> NAMED_ALIKE = Set.of(Kind.TOOL, Kind.PACKAGE, Kind.AGENT);

  /** Runtimes whose skills mostly name packages besides. */
  private static final Set<String> LANGUAGES =
      Set.of("python", "node", "r", "php", "ruby", "dotnet", "flutter", "dart", "julia", "elixir");

  /** Runtimes of JavaScript, beside which its other language is a need. */
  private static final Set<String> SCRIPTED = Set.of("node", "bun", "deno");

  /** How the subcommands of programs begin. */
  private static final Set<String> SUBCOMMANDS =
      Set.of(
          "create", "get", "list", "start", "stop", "update", "delete", "describe", "put", "run");

  private Lists() {}

  /**
   * @param mentions those of one part of a sentence, in order; unknown words that stay unknown are
   *     taken out
   * @param listKind what a plural noun said of the list, or null
   */
  static void settle(List<Mention> mentions, Kind listKind, Prose prose) {
    mentions.stream()
        .filter(
            m ->
                m.doubtful
                    && mentions.stream().noneMatch(each -> company(each, m))
                    && prose.before().stream().noneMatch(each -> each.kind == m.kind))
        .toList()
        .forEach(m -> drop(m, mentions));
    if (listKind != Kind.PACKAGE) { // "Python packages: acme_kit"
      functions(mentions, prose);
    }
    // First the words that nobody knows: they are company for everyday words in the same list.
    mentions.stream()
        .filter(m -> m.strange)
        .toList()
        .forEach(m -> name(m, mentions, listKind, prose));
    List.copyOf(mentions).forEach(m -> name(m, mentions, listKind, prose));
    host(mentions, prose);
    for (Mention each : mentions) {
      boolean named = each.bare || !prose.needs();
      boolean host = each.kind == Kind.TOOL && named && prose.agent(each.name);
      boolean others =
          mentions.stream()
              .filter(m -> m != each)
              .allMatch(m -> m.kind == Kind.AGENT || m.unknown || prose.agent(m.name));
      if (host && others && mentions.size() > 1) {
        each.kind = Kind.AGENT; // "cursor, codex, claude"
        each.name = prose.agentName(each.name);
      }
    }
    if (listKind == Kind.PACKAGE) {
      // "phoenix and openai packages"
      mentions.stream().filter(m -> m.plainService).forEach(m -> m.kind = Kind.PACKAGE);
    }
    if (listKind == Kind.MCP || listKind == Kind.CREDENTIAL || listKind == Kind.SKILL) {
      Plurals.apply(mentions, listKind);
    }
    if (listKind == Kind.TOOL) {
      commands(mentions);
      mentions.forEach(Mention::asCommand); // "the codex and claude CLIs"
    }
    applications(mentions, prose);
    Company.apply(mentions, prose.before(), listKind);
    scope(mentions);
    SharedNouns.apply(mentions, prose);
    Choices.settle(mentions, prose);
    Unions.join(mentions);
  }

  /** "Acme 2, TypeScript or Python": what stands for a dropped word stands for no other. */
  private static void drop(Mention mention, List<Mention> all) {
    int at = all.indexOf(mention);
    boolean first = mention.joinedBy != Role.OR && mention.joinedBy != Role.SLASH;
    if (first && at + 1 < all.size() && all.get(at + 1).list == mention.list) {
      Mention next = all.get(at + 1);
      boolean or = next.joinedBy == Role.OR || next.joinedBy == Role.SLASH;
      next.joinedBy = or ? mention.joinedBy : next.joinedBy;
    }
    all.remove(mention);
  }

  /** "the `prettier` and `acme` commands": the library before is called as a command, too. */
  private static void commands(List<Mention> mentions) {
    for (int i = 1; i < mentions.size(); i++) {
      Mention before = mentions.get(i - 1);
      Mention last = mentions.get(i);
      boolean pair =
          last.kind == Kind.TOOL && last.joinedBy == Role.AND && last.list == before.list;
      if (pair && before.kind == Kind.PACKAGE && before.lower && before.version == null) {
        before.kind = Kind.TOOL;
      }
    }
  }

  /** "Supports Java, Python and Go": languages without versions say what there is to work on. */
  private static void scope(List<Mention> mentions) {
    List<Mention> languages =
        mentions.stream()
            .filter(m -> m.supported && m.kind == Kind.RUNTIME && m.version == null)
            .toList();
    if (languages.size() > 2) {
      mentions.removeAll(languages);
    }
  }

  /** "read_file, grep and run_shell": a list of what agents do by themselves names nothing. */
  private static void functions(List<Mention> mentions, Prose prose) {
    long functions = mentions.stream().filter(m -> m.unknown && m.name.indexOf('_') > 0).count();
    boolean others =
        mentions.stream()
            .anyMatch(m -> !m.unknown && m.kind != Kind.TOOL && m.kind != Kind.NETWORK);
    if (functions > 1 && !others) {
      mentions.removeIf(m -> prose.agentTool(m.name));
    }
    mentions.removeIf(m -> m.unknown && m.inBrackets && !m.code && m.name.indexOf('_') > 0);
    if (mentions.stream().anyMatch(m -> m.kind == Kind.MCP)) {
      // "the Acme MCP or fetch_page": what takes a server's place is a function of the agent.
      mentions.removeIf(m -> m.unknown && m.name.indexOf('_') > 0 && m.joinedBy == Role.OR);
    }
  }

  private static void name(Mention mention, List<Mention> all, Kind listKind, Prose prose) {
    if (!mention.unknown) {
      return;
    }
    Kind kind = kindOf(mention, all, listKind, prose);
    if (kind == null) {
      all.remove(mention);
    } else {
      mention.kind = kind;
      mention.unknown = false;
    }
  }

  /** "Acmeworks 0.3+": what a text says alone, or beside other products, is what runs the skill. */
  private static void host(List<Mention> mentions, Prose prose) {
    Mention first = mentions.isEmpty() ? null : mentions.getFirst();
    boolean named =
        first != null
            && first.version != null
            && first.name.indexOf('/') < 0
            && (first.floored && first.kind != Kind.TOOL // "acme-cli >= 2"
                || first.unknown && (first.product || first.title))
            && prose.before().isEmpty();
    boolean alone =
        mentions.stream()
            .allMatch(m -> m == first || m.kind == Kind.AGENT || m.kind == Kind.NETWORK);
    boolean written = // "chem_auto >= 0.2": how packages are written
        mentions.size() == 1 && first.floored && !first.product && !first.title;
    // "Acme Code 2.4+" says so itself
    if (named && first.kind != Kind.AGENT && alone && !written && !prose.needs()) {
      first.kind = Kind.AGENT;
      first.alone = true;
      first.unknown = false;
    }
  }

  private static boolean company(Mention each, Mention word) {
    boolean script = each.kind == Kind.RUNTIME && SCRIPTED.contains(each.name);
    boolean alike = each.kind == word.kind || script && word.kind == Kind.PACKAGE;
    return !each.doubtful && !each.unknown && alike && each.list == word.list;
  }

  /** What an unknown word is by its company; null when nothing tells. */
  private static Kind kindOf(Mention word, List<Mention> all, Kind listKind, Prose prose) {
    boolean agent = (word.bare || word.title) && word.name.matches("[a-z]{3,}agent");
    if (agent && !word.lower) {
      return Kind.AGENT; // "AcmeAgent"
    }
    if (word.everyday) {
      boolean named = listKind == Kind.MCP || listKind == Kind.SKILL;
      named &= !word.afterPlural;
      return named && word.joinedBy != Role.SLASH ? listKind : null;
    }
    if (word.title && listKind == Kind.PACKAGE && word.name.indexOf('.') > 0) {
      return listKind;
    }
    if (word.title) {
      boolean last = word.commaBefore && !prose.ordinary(word.name); // "numpy, and Zorbix3"
      if ((word.joinedBy == Role.COMMA || last) && packagesOnly(word, all)) {
        return Kind.PACKAGE;
      }
      boolean host = products(word, all) && word.strange;
      boolean server = mcp(word, all) && word.strange; // "Zorbix, Exa, or Brave Search MCP"
      return host ? Kind.AGENT : server ? Kind.SERVICE : null;
    }
    if (listKind == Kind.CREDENTIAL && word.cli()) {
      return Kind.TOOL; // "acme-cli and Acme API credentials"
    }
    boolean apart = word.joinedBy == null && !word.strange && !word.code && all.indexOf(word) > 0;
    boolean said = word.strange || word.code || word.title || word.product;
    if (listKind == Kind.MCP && prose.agentTool(word.name.replace('_', '-'))) {
      return null; // "web_fetch and acme:find_all tools"
    }
    if (listKind == Kind.CREDENTIAL && !said) {
      return null; // "a key (instant)"
    }
    boolean verb = apart && word.name.indexOf('-') < 0; // "MCP servers (a, b) launched by npx"
    if (listKind != null && !word.afterPlural && !verb) {
      return listKind;
    }
    if (products(word, all) && word.strange) {
      return Kind.AGENT;
    }
    if (word.product && packagesOnly(word, all)) {
      return Kind.PACKAGE;
    }
    if (word.product && word.name.indexOf('.') > 0) {
      return Kind.PACKAGE; // "Acme.Windows.Emca": how .NET names its packages
    }
    List<Mention> list = all.stream().filter(m -> m.list == word.list).toList();
    boolean slugs =
        list.size() > 1
            && list.stream().allMatch(m -> hyphens(m.name) > 1 && m.version == null)
            && list.stream().allMatch(m -> m.unknown || m.kind == Kind.SKILL);
    slugs &= list.stream().anyMatch(m -> m.strange);
    if (slugs && !word.bare && !word.name.contains("-plugin-")) {
      return Kind.SKILL; // "acme-report-writer and emca-fact-checker"
    }
    List<Mention> named = all.stream().filter(m -> !m.unknown).toList();
    if (word.strange && word.name.endsWith("-agent") && only(Kind.AGENT, word, named)) {
      return Kind.AGENT; // "Hosts: vscode, acme-coding-agent"
    }
    int at = all.indexOf(word);
    boolean slash = word.joinedBy == Role.SLASH && word.strange; // not "an SDK/instrumentation"
    boolean or = word.joinedBy == Role.OR || slash;
    if (or && at > 0 && NAMED_ALIKE.contains(all.get(at - 1).kind) && !all.get(at - 1).unknown) {
      return all.get(at - 1).kind;
    }
    if (word.name.indexOf('/') > 0 && !word.code) {
      return only(Kind.PACKAGE, word, all) ? Kind.PACKAGE : null; // "acme/agent-gears"
    }
    if (word.name.contains("-plugin-") && !word.via) {
      return Kind.PACKAGE;
    }
    if (word.name.endsWith("-cli") || word.name.endsWith("-tool")) {
      return Kind.TOOL;
    }
    if (word.product) {
      return only(Kind.AGENT, word, named)
          ? Kind.AGENT
          : only(Kind.PACKAGE, word, named) ? Kind.PACKAGE : Kind.SERVICE;
    }
    boolean composed =
        word.name.chars().skip(1).anyMatch(c -> c == '-' || c == '_' || Character.isDigit(c));
    if (!word.bare && packagesOnly(word, all) && !composed && !word.strange) {
      return Kind.PACKAGE; // Any word can be the name of a package.
    }
    if (!word.strange && SUBCOMMANDS.contains(word.name.split("-", 2)[0])) {
      return null; // "acme create-site, delete-site"
    }
    Kind company = kindByCompany(named, prose.before(), word.strange || word.version != null);
    if (company == null && services(word, all) && (word.strange || composed)) {
      return Kind.SERVICE; // "slack, zoom and zorbly"
    }
    boolean slug = word.name.indexOf('-') > 0 && word.name.indexOf('_') < 0;
    if (company == null && word.bare && word.floor && (slug || word.strange)) {
      return Kind.PACKAGE; // "acme-core-kit 0.19+"
    }
    if (company == null && slug && !word.strange && word.sole && word.version == null) {
      return Kind.SKILL; // "Requires security-testing"
    }
    boolean listed = // "Rust 1.70+, acmectl"
        all.stream().anyMatch(m -> m != word && m.list == word.list && m.kind == Kind.RUNTIME);
    return word.strange && (!word.bare || word.code || listed && word.lower) && company == null
        ? Kind.TOOL
        : word.strange || composed ? company : null;
  }

  private static long hyphens(String name) {
    return name.chars().filter(c -> c == '-').count();
  }

  /** Whether a list names at least two products that run skills, and no other known thing. */
  private static boolean products(Mention word, List<Mention> all) {
    List<Mention> known = all.stream().filter(m -> !m.unknown && m.list == word.list).toList();
    return known.size() > 1 && known.stream().allMatch(m -> m.kind == Kind.AGENT);
  }

  /** Whether everything else in a list is of a kind. */
  private static boolean only(Kind kind, Mention word, List<Mention> known) {
    List<Mention> list = known.stream().filter(m -> m.list == word.list).toList();
    return !list.isEmpty() && list.stream().allMatch(m -> m.kind == kind);
  }

  /** What a name is likely to be beside others, or after them; null when nothing tells. */
  private static Kind kindByCompany(List<Mention> known, List<Mention> before, boolean written) {
    Kind beside = majority(known);
    if (beside != null) {
      return beside;
    }
    boolean packages = known.stream().anyMatch(Lists::hasPackages);
    if (packages || !written) {
      return packages ? Kind.PACKAGE : null;
    }
    Kind earlier = majority(before);
    return earlier == null && before.stream().anyMatch(Lists::hasPackages) ? Kind.PACKAGE : earlier;
  }

  /** Whether things are more often programs or packages; null when they are neither. */
  private static Kind majority(List<Mention> mentions) {
    long libraries = mentions.stream().filter(m -> m.kind == Kind.PACKAGE).count();
    long programs = mentions.stream().filter(m -> m.kind == Kind.TOOL).count();
    return libraries + programs == 0 ? null : programs > libraries ? Kind.TOOL : Kind.PACKAGE;
  }

  /** Whether a list names at least two things, and nothing but packages and their runtimes. */
  private static boolean packagesOnly(Mention word, List<Mention> all) {
    List<Mention> known =
        all.stream().filter(m -> !m.unknown && !m.doubtful && m.list == word.list).toList();
    return known.size() > 1
        && known.stream().allMatch(m -> m.kind == Kind.PACKAGE || m.kind == Kind.RUNTIME)
        && known.stream().anyMatch(m -> m.kind == Kind.PACKAGE);
  }

  /** Whether a list names at least two services, and nothing else that is known. */
  private static boolean services(Mention word, List<Mention> all) {
    List<Mention> known = all.stream().filter(m -> !m.unknown && m.list == word.list).toList();
    return known.size() > 1 && known.stream().allMatch(m -> m.kind == Kind.SERVICE);
  }

  /** Whether a list is a choice of services of which the last is said to be an MCP server. */
  private static boolean mcp(Mention word, List<Mention> all) {
    List<Mention> list = all.stream().filter(m -> m != word && m.list == word.list).toList();
    boolean last = !list.isEmpty() && list.getLast().kind == Kind.MCP && list.getLast().shares;
    return last && list.stream().allMatch(m -> m.kind == Kind.MCP || m.kind == Kind.SERVICE);
  }

  private static boolean hasPackages(Mention mention) {
    return mention.kind == Kind.RUNTIME && LANGUAGES.contains(mention.name);
  }

  /** "Acme 2.8+" where no language and no library is named: an application. */
  private static void applications(List<Mention> mentions, Prose prose) {
    Set<Kind> libraries = Set.of(Kind.PACKAGE, Kind.RUNTIME);
    boolean others =
        mentions.stream().anyMatch(m -> !(m.floored && m.product) && libraries.contains(m.kind))
            || prose.before().stream().anyMatch(m -> libraries.contains(m.kind));
    mentions.stream()
        .filter(m -> m.floored && m.product && m.kind == Kind.PACKAGE && !others)
        .forEach(m -> m.kind = Kind.SERVICE);
  }
}
