package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.List;
import java.util.Set;

/** Settles what only a whole list tells: the sort of its unknown words, and its alternatives. */
final class Lists {
  /** Runtimes of JavaScript, beside which its other language is a need. */
  private static final Set<String> SCRIPTED = Set.of("node", "bun", "deno");

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
    Kind kind = new UnknownKinds(mention, all, listKind, prose).kind();
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

  /** "fastp 0.23+; acme 2.4+; samtools 1.15+": among programs, what has a floor is one as well. */
  static void programs(List<Mention> all) {
    long tools = all.stream().filter(m -> m.kind == Kind.TOOL).count();
    boolean libraries = all.stream().anyMatch(m -> m.kind == Kind.PACKAGE && !m.floored);
    if (libraries) {
      return;
    }
    all.stream()
        .filter(m -> tools > 1 || m.group != 0 && all.stream().anyMatch(o -> alternative(o, m)))
        .filter(m -> m.floored && m.kind == Kind.PACKAGE && m.lower && m.name.indexOf('/') < 0)
        .forEach(m -> m.kind = Kind.TOOL);
  }

  private static boolean alternative(Mention program, Mention word) {
    return program.kind == Kind.TOOL && program.group == word.group;
  }

  private static boolean company(Mention each, Mention word) {
    boolean script = each.kind == Kind.RUNTIME && SCRIPTED.contains(each.name);
    boolean alike = each.kind == word.kind || script && word.kind == Kind.PACKAGE;
    return !each.doubtful && !each.unknown && alike && each.list == word.list;
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
