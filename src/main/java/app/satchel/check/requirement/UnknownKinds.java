package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.List;
import java.util.Set;

/**
 * Tells what kind of thing a word is that nobody knows: by what a noun says of its list, by what
 * stands beside it, and by its letters. A list of rules; the first that knows decides.
 */
final class UnknownKinds {
  /** An unknown alternative to one of these is another. */
  private static final Set<Kind> NAMED_ALIKE = Set.of(Kind.TOOL, Kind.PACKAGE, Kind.AGENT);

  /** Runtimes whose skills mostly name packages besides. */
  private static final Set<String> LANGUAGES =
      Set.of("python", "node", "r", "php", "ruby", "dotnet", "flutter", "dart", "julia", "elixir");

  /** How the subcommands of programs begin. */
  private static final Set<String> SUBCOMMANDS =
      Set.of(
          "create", "get", "list", "start", "stop", "update", "delete", "describe", "put", "run");

  /** One rule: what it is, or that it is no name; null where the rule does not know. */
  private interface Rule {
    Answer answer();
  }

  /** The kind of a word; null when it is no name. */
  private record Answer(Kind kind) {}

  private static final Answer NO_NAME = new Answer(null);

  private final Mention word;
  private final List<Mention> all;
  private final Kind listKind;
  private final Prose prose;

  /** What stands in the same list, the word among it. */
  private final List<Mention> list;

  /** What is known of the part of the sentence. */
  private final List<Mention> named;

  /**
   * @param word the word
   * @param all what its part of the sentence names, in order
   * @param listKind what a plural noun said of the list, or null
   */
  UnknownKinds(Mention word, List<Mention> all, Kind listKind, Prose prose) {
    this.word = word;
    this.all = all;
    this.listKind = listKind;
    this.prose = prose;
    this.list = all.stream().filter(m -> m.list == word.list).toList();
    this.named = all.stream().filter(m -> !m.unknown).toList();
  }

  /** What the word is; null when nothing tells. */
  Kind kind() {
    List<Rule> rules =
        List.of(
            this::agentByName,
            this::everyday,
            this::title,
            this::said,
            this::agents,
            this::library,
            this::skills,
            this::alternative,
            this::byName,
            this::product,
            this::anyWord,
            this::byCompany);
    for (Rule rule : rules) {
      Answer answer = rule.answer();
      if (answer != null) {
        return answer.kind();
      }
    }
    return null;
  }

  /** "AcmeAgent" */
  private Answer agentByName() {
    boolean agent = (word.bare || word.title) && word.name.matches("[a-z]{3,}agent");
    return agent && !word.lower ? new Answer(Kind.AGENT) : null;
  }

  private Answer everyday() {
    if (!word.everyday) {
      return null;
    }
    boolean plural = listKind == Kind.MCP || listKind == Kind.SKILL;
    return plural && !word.afterPlural && word.joinedBy != Role.SLASH
        ? new Answer(listKind)
        : NO_NAME;
  }

  private Answer title() {
    if (!word.title) {
      return null;
    }
    if (listKind == Kind.PACKAGE && word.name.indexOf('.') > 0) {
      return new Answer(listKind);
    }
    boolean last = word.commaBefore && !prose.ordinary(word.name); // "numpy, and Zorbix3"
    if ((word.joinedBy == Role.COMMA || last) && packagesOnly()) {
      return new Answer(Kind.PACKAGE);
    }
    if (word.strange && products()) {
      return new Answer(Kind.AGENT);
    }
    if (word.strange && mcp()) {
      return new Answer(Kind.SERVICE);
    }
    Mention other = otherWay();
    if (word.strange && other != null) {
      return new Answer(other.kind); // "Maven or Zorbix"
    }
    int company = word.version == null ? 2 : 1;
    return word.strange && known().size() >= company ? new Answer(ofMost()) : NO_NAME;
  }

  /** The known thing that a word is an alternative to; null when there is none. */
  private Mention otherWay() {
    int at = all.indexOf(word);
    Mention before = at > 0 && word.joinedBy == Role.OR ? all.get(at - 1) : null;
    Mention next = at + 1 < all.size() ? all.get(at + 1) : null;
    Mention after = next != null && next.joinedBy == Role.OR ? next : null;
    Mention other = before == null || before.unknown ? after : before;
    boolean known = other != null && !other.unknown;
    return known && (other.kind == Kind.SERVICE || NAMED_ALIKE.contains(other.kind)) ? other : null;
  }

  /** "Swift 6, Zorbix, macOS 15": what most of the things are that it stands among. */
  private Kind ofMost() {
    long packages = known().stream().filter(m -> m.kind == Kind.PACKAGE).count();
    long tools = known().stream().filter(m -> m.kind == Kind.TOOL).count();
    long services = known().stream().filter(m -> m.kind == Kind.SERVICE).count();
    if (packages + tools + services == 0) {
      boolean language = known().stream().anyMatch(UnknownKinds::hasPackages);
      return language && word.version != null ? Kind.PACKAGE : null; // "Ruby 3.4+, Zorbix 8"
    }
    return services >= packages && services >= tools
        ? Kind.SERVICE
        : tools > packages ? Kind.TOOL : Kind.PACKAGE;
  }

  /** What a noun says of the list: "acme and emca packages", "MCP servers: a, b". */
  private Answer said() {
    if (listKind == Kind.CREDENTIAL && word.cli()) {
      return new Answer(Kind.TOOL); // "acme-cli and Acme API credentials"
    }
    if (listKind == Kind.MCP && prose.agentTool(word.name.replace('_', '-'))) {
      return NO_NAME; // "web_fetch and acme:find_all tools"
    }
    boolean written = word.strange || word.code || word.product;
    if (listKind == Kind.CREDENTIAL && !written) {
      return NO_NAME; // "a key (instant)"
    }
    boolean apart = word.joinedBy == null && !word.strange && !word.code && all.indexOf(word) > 0;
    boolean verb = apart && word.name.indexOf('-') < 0; // "MCP servers (a, b) launched by npx"
    return listKind != null && !word.afterPlural && !verb ? new Answer(listKind) : null;
  }

  private Answer agents() {
    return word.strange && products() ? new Answer(Kind.AGENT) : null;
  }

  /** A product among libraries, and "Acme.Windows.Emca": how .NET names its packages. */
  private Answer library() {
    boolean library = packagesOnly() || word.name.indexOf('.') > 0;
    return word.product && library ? new Answer(Kind.PACKAGE) : null;
  }

  /** "acme-report-writer and emca-fact-checker" */
  private Answer skills() {
    boolean slugs =
        list.size() > 1
            && list.stream().allMatch(m -> hyphens(m.name) > 1 && m.version == null)
            && list.stream().allMatch(m -> m.unknown || m.kind == Kind.SKILL)
            && list.stream().anyMatch(m -> m.strange);
    String family = word.name.split("-", 2)[0] + "-";
    boolean siblings = // "fusion-planner and fusion-judge": everyday words of one family
        list.size() > 1
            && list.stream().allMatch(m -> m.unknown && !m.strange || m.kind == Kind.SKILL)
            && list.stream().allMatch(m -> m.version == null)
            && list.stream().allMatch(m -> m.name.startsWith(family));
    slugs |= siblings && family.length() > 3;
    return slugs && !word.bare && !word.name.contains("-plugin-") ? new Answer(Kind.SKILL) : null;
  }

  /** "acme or zorbix": of the kind of what it stands for. */
  private Answer alternative() {
    if (word.strange && word.name.endsWith("-agent") && only(Kind.AGENT, named)) {
      return new Answer(Kind.AGENT); // "Hosts: vscode, acme-coding-agent"
    }
    int at = all.indexOf(word);
    boolean slash = word.joinedBy == Role.SLASH && word.strange; // not "an SDK/instrumentation"
    Mention before = at > 0 && (word.joinedBy == Role.OR || slash) ? all.get(at - 1) : null;
    boolean alike = before != null && NAMED_ALIKE.contains(before.kind) && !before.unknown;
    return alike ? new Answer(before.kind) : null;
  }

  private Answer byName() {
    if (word.name.indexOf('/') > 0 && !word.code) {
      return only(Kind.PACKAGE, all) ? new Answer(Kind.PACKAGE) : NO_NAME; // "acme/agent-gears"
    }
    if (word.name.contains("-plugin-") && !word.via) {
      return new Answer(Kind.PACKAGE);
    }
    boolean program = word.name.endsWith("-cli") || word.name.endsWith("-tool");
    return program ? new Answer(Kind.TOOL) : null;
  }

  private Answer product() {
    if (!word.product) {
      return null;
    }
    return new Answer(
        only(Kind.AGENT, named)
            ? Kind.AGENT
            : only(Kind.PACKAGE, named) ? Kind.PACKAGE : Kind.SERVICE);
  }

  private Answer anyWord() {
    if (!word.bare && packagesOnly() && !composed() && !word.strange) {
      return new Answer(Kind.PACKAGE); // Any word can be the name of a package.
    }
    boolean subcommand = SUBCOMMANDS.contains(word.name.split("-", 2)[0]);
    return !word.strange && subcommand ? NO_NAME : null; // "acme create-site, delete-site"
  }

  private Answer byCompany() {
    Kind company = kindByCompany(word.strange || word.version != null);
    if (company == null && services() && (word.strange || composed())) {
      return new Answer(Kind.SERVICE); // "slack, zoom and zorbly"
    }
    boolean slug = word.name.indexOf('-') > 0 && word.name.indexOf('_') < 0;
    if (company == null && word.bare && word.floor && (slug || word.strange)) {
      return new Answer(Kind.PACKAGE); // "acme-core-kit 0.19+"
    }
    if (company == null && slug && !word.strange && word.sole && word.version == null) {
      return new Answer(Kind.SKILL); // "Requires security-testing"
    }
    boolean listed = // "Rust 1.70+, acmectl"
        list.stream().anyMatch(m -> m != word && m.kind == Kind.RUNTIME);
    boolean named = word.strange && (!word.bare || word.code || listed && word.lower);
    return named && company == null
        ? new Answer(Kind.TOOL)
        : new Answer(word.strange || composed() ? company : null);
  }

  private boolean composed() {
    return word.name.chars().skip(1).anyMatch(c -> c == '-' || c == '_' || Character.isDigit(c));
  }

  private static long hyphens(String name) {
    return name.chars().filter(c -> c == '-').count();
  }

  /** What of the list is known. */
  private List<Mention> known() {
    return list.stream().filter(m -> !m.unknown).toList();
  }

  /** Whether the list names at least two products that run skills, and no other known thing. */
  private boolean products() {
    return known().size() > 1 && known().stream().allMatch(m -> m.kind == Kind.AGENT);
  }

  /** Whether everything of the list that is among these is of a kind. */
  private boolean only(Kind kind, List<Mention> mentions) {
    List<Mention> beside = mentions.stream().filter(m -> m.list == word.list).toList();
    return !beside.isEmpty() && beside.stream().allMatch(m -> m.kind == kind);
  }

  /** What a name is likely to be beside others, or after them; null when nothing tells. */
  private Kind kindByCompany(boolean written) {
    Kind beside = majority(named);
    if (beside != null) {
      return beside;
    }
    boolean packages = named.stream().anyMatch(UnknownKinds::hasPackages);
    if (packages || !written) {
      return packages ? Kind.PACKAGE : null;
    }
    Kind earlier = majority(prose.before());
    boolean language = prose.before().stream().anyMatch(UnknownKinds::hasPackages);
    return earlier == null && language ? Kind.PACKAGE : earlier;
  }

  /** Whether things are more often programs or packages; null when they are neither. */
  private static Kind majority(List<Mention> mentions) {
    long libraries = mentions.stream().filter(m -> m.kind == Kind.PACKAGE).count();
    long programs = mentions.stream().filter(m -> m.kind == Kind.TOOL).count();
    return libraries + programs == 0 ? null : programs > libraries ? Kind.TOOL : Kind.PACKAGE;
  }

  /** Whether the list names at least two things, and nothing but packages and their runtimes. */
  private boolean packagesOnly() {
    List<Mention> sure = known().stream().filter(m -> !m.doubtful).toList();
    return sure.size() > 1
        && sure.stream().allMatch(m -> m.kind == Kind.PACKAGE || m.kind == Kind.RUNTIME)
        && sure.stream().anyMatch(m -> m.kind == Kind.PACKAGE);
  }

  /** Whether the list names at least two services, and nothing else that is known. */
  private boolean services() {
    return known().size() > 1 && known().stream().allMatch(m -> m.kind == Kind.SERVICE);
  }

  /** Whether the list is a choice of services of which the last is said to be an MCP server. */
  private boolean mcp() {
    List<Mention> others = list.stream().filter(m -> m != word).toList();
    boolean last =
        !others.isEmpty() && others.getLast().kind == Kind.MCP && others.getLast().shares;
    return last && others.stream().allMatch(m -> m.kind == Kind.MCP || m.kind == Kind.SERVICE);
  }

  private static boolean hasPackages(Mention mention) {
    boolean command = mention.written.equals("python3"); // as one types it: "python3, jq, acme"
    return mention.kind == Kind.RUNTIME && LANGUAGES.contains(mention.name) && !command;
  }
}
