package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads brackets that say more of what the item before them is: its command, its package, the
 * product that it runs in, what it is installed with.
 */
final class AsideNames {
  private static final int SHORT_COMMAND = 4;

  private static final Set<String> BROWSERS = Set.of("chromium", "chrome", "firefox", "webkit");

  /** Where packages are published. */
  private static final Set<String> REGISTRIES =
      Set.of("pypi", "npm", "crates.io", "conda-forge", "cran", "pip");

  /** What installs programs rather than libraries. */
  private static final Set<String> PROGRAM_MANAGERS = Set.of("tool", "go", "run");

  private final Vocabulary vocabulary;

  AsideNames(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Whether packages are published at a place of this name. */
  static boolean registry(String name) {
    return REGISTRIES.contains(name);
  }

  /** {@code acme (pip install acme)}: the way to install it says what it is. */
  static void installed(List<Lexeme> content, Mention item) {
    Lexeme first = content.getFirst();
    if (first.head().equals("skill") && Nouns.isSlug(item.name)) {
      item.kind = Kind.SKILL; // "page-reader (npx skills add acme/page-reader)"
      item.unknown = false;
    }
    boolean itself =
        content.stream().anyMatch(w -> w.text().equalsIgnoreCase(item.name)) && item.unknown;
    if (itself) {
      boolean program = first.text().endsWith("-g") || first.text().endsWith("global");
      program |= first.text().contains("tool install");
      program |= PROGRAM_MANAGERS.contains(first.head()) || item.name.endsWith("-cli");
      item.kind = program ? Kind.TOOL : Kind.PACKAGE;
      item.unknown = false;
    }
    AsideVersions.pin(content, item);
    Lexeme last = content.getLast();
    boolean kit = item.kind == Kind.PACKAGE && item.name.endsWith("-sdk") && content.size() == 2;
    if (kit && last.is(Role.WORD, Role.TERM, Role.SCOPED)) {
      item.name = last.text(); // "the Acme SDK (npm install acme)"
    }
    if (item.kind == Kind.PACKAGE && last.text().endsWith("-" + item.name)) {
      item.name = last.text(); // "the Acme SDK (pip install emca-acme-sdk)"
    }
  }

  /** Whether brackets only say where a program comes from, or that it is one. */
  static boolean published(List<Lexeme> content, Mention item) {
    Lexeme first = content.getFirst();
    boolean source = first.is(Role.HEAD) && first.head().equals("package");
    if (source && item.kind == Kind.TOOL && !item.unknown) {
      return true; // "the acme CLI (npm package `acme-cli`)"
    }
    Lexeme last = content.getLast();
    boolean noun = item.unknown && content.size() == 1 && last.is(Role.HEAD);
    if (noun && last.head().equals("mcp") && (item.product || item.title)) {
      item.kind = Kind.MCP; // "Acmeworks (MCP)"
      item.unknown = false;
      return true;
    }
    if (noun && last.head().equals("skill") && Nouns.isSlug(item.name) && !item.product) {
      item.kind = Kind.SKILL; // "acme-writer (skill)"
      item.unknown = false;
      return true;
    }
    if (item.unknown && content.size() < 3 && last.is(Role.HEAD) && last.head().equals("tool")) {
      item.kind = Kind.TOOL; // "acme-triage (Python CLI)"
      item.unknown = false;
      return true;
    }
    return false;
  }

  /**
   * Reads a name.
   *
   * @return what it names besides; null when the brackets say something else
   */
  List<Mention> read(List<Lexeme> content, Mention item) {
    Lexeme first = content.getFirst();
    boolean server = content.stream().anyMatch(w -> w.is(Role.HEAD) && w.head().equals("mcp"));
    boolean or = Aside.first(content, Role.OR) != null;
    if (server && item.kind == Kind.SERVICE && !or) {
      item.kind = Kind.MCP; // "the Acme connector (a remote MCP server)"
      return List.of();
    }
    if (server && item.kind == Kind.SERVICE && or && first.is(Role.GLUE, Role.HEAD)) {
      item.kind = Kind.MCP; // "a Linear integration (an MCP server, the `linear` CLI, or a fetch)"
      return programs(content, item);
    }
    if (server && item.kind == Kind.CREDENTIAL && or) {
      Mention instead = new Mention(Kind.MCP, item.name); // "Jira access (a token or an MCP)"
      instead.joinedBy = Role.OR;
      instead.level = item.level;
      return VersionWords.isVariable(item.name) ? List.of() : List.of(instead);
    }
    boolean alone = content.size() == 1 || first.code() && content.get(1).is(Role.COMMA);
    if (!alone) {
      return null;
    }
    if (renames(first, item) || language(first, item) || command(first, item)) {
      return List.of();
    }
    Term tool = first.is(Role.INSTALL) ? null : first.term(Kind.TOOL);
    boolean browser = item.kind == Kind.PACKAGE && tool != null && BROWSERS.contains(tool.name());
    boolean started = item.kind == Kind.RUNTIME && first.term(Kind.RUNTIME) == null;
    if (tool != null && (browser || started)) {
      Mention besides = Nouns.mention(tool); // "Playwright (Chromium)", "the Go toolchain (gofmt)"
      besides.level = item.level;
      return List.of(besides);
    }
    return null;
  }

  /** The commands among other ways to reach a service. */
  private static List<Mention> programs(List<Lexeme> content, Mention item) {
    List<Mention> found = new ArrayList<>();
    for (int i = 1; i < content.size(); i++) {
      Lexeme noun = content.get(i);
      Lexeme name = content.get(i - 1);
      boolean command = noun.is(Role.HEAD) && noun.head().equals("tool");
      Term tool = noun.is(Role.TERM) ? noun.term(Kind.TOOL) : null;
      boolean named = command && name.is(Role.TERM, Role.WORD) && Nouns.isSlug(name.text());
      if (tool != null || named) {
        Mention mention =
            tool != null
                ? Nouns.mention(tool) // "the linear CLI"
                : new Mention(Kind.TOOL, name.text().toLowerCase(Locale.ROOT));
        mention.joinedBy = Role.OR;
        mention.level = item.level;
        found.add(mention);
      }
    }
    return found;
  }

  /** Whether a word is another name of the item, which then is called so. */
  private boolean renames(Lexeme word, Mention item) {
    if (item.kind == Kind.AGENT && word.code() && Nouns.isSlug(word.text())) {
      item.kind = Kind.TOOL; // "the Acme CLI (`acme`)": called as a command
      item.name = word.text();
      return true;
    }
    Term command = item.kind == Kind.SERVICE ? word.term(Kind.TOOL) : null;
    if (command != null
        && vocabulary.account(command.name()).filter(item.name::equals).isPresent()) {
      item.kind = Kind.TOOL; // "a GitHub (gh) or GitLab (glab) remote"
      item.name = command.name();
      return true;
    }
    boolean published = item.kind == Kind.AGENT || item.kind == Kind.SERVICE;
    boolean itsOwn = item.unknown ? word.text().endsWith("/" + item.name) : published;
    if (word.is(Role.SCOPED) && !word.text().startsWith("@") && item.kind == Kind.TOOL) {
      return true; // "acme (github.com/someone/acme)": where its source lies
    }
    if (itsOwn && word.is(Role.SCOPED) && (word.text().startsWith("@") || !item.cli())) {
      item.kind = Kind.PACKAGE; // "the Acme Agent SDK (@acme/agent-sdk)"
      item.name = word.text();
      item.unknown = false;
      return true;
    }
    boolean vendor = // "the Acme SDK (@acme/sdk)"
        word.text().startsWith("@" + item.name.split("-", 2)[0] + "/") && !word.code();
    if (word.is(Role.SCOPED) && item.kind == Kind.PACKAGE && vendor) {
      item.name = word.text();
      return true;
    }
    if (word.is(Role.SCOPED) && item.kind == Kind.MCP && word.text().contains("mcp")) {
      item.name = word.text(); // "the Acme MCP server (@acme/mcp-server)"
      return true;
    }
    boolean registered = word.text().endsWith("-mcp") || word.text().startsWith(item.name + "-");
    boolean slug = word.is(Role.WORD, Role.TERM) && Nouns.isSlug(word.text());
    registered &= !Nouns.capital(word) && word.text().indexOf('.') < 0;
    if (item.kind == Kind.MCP && slug && registered) {
      item.name = word.text(); // "the Acme MCP server (acme-cloud-mcp)"
      return true;
    }
    if (word.term(Kind.RUNTIME) != null && item.kind == Kind.TOOL) {
      item.asPackage(); // "edge-tts (Python)"
      return true;
    }
    Term product = item.kind == Kind.AGENT ? word.term(Kind.AGENT) : null;
    if (product != null && item.name.startsWith("gemini")) {
      item.name = product.name(); // "Gemini (Antigravity)": the model, and what it runs in
      return true;
    }
    return false;
  }

  /** {@code acme-kit (Python)}: whose package an unknown name is. */
  private static boolean language(Lexeme word, Mention item) {
    boolean registry = REGISTRIES.contains(word.text().toLowerCase(Locale.ROOT));
    Term runtime = word.term(Kind.RUNTIME);
    if (runtime == null && !registry || !item.unknown || item.product && !registry) {
      return false;
    }
    item.kind = Kind.PACKAGE;
    item.unknown = false;
    return true;
  }

  /** {@code ripgrep (rg)}: the name of the command. */
  private boolean command(Lexeme word, Mention item) {
    Term tool = word.term(Kind.TOOL);
    if (item.kind != Kind.TOOL && !item.unknown) {
      return false;
    }
    boolean source = tool != null && vocabulary.systemPackageManager(tool.name());
    if (source && !item.unknown && !item.name.equals(tool.name())) {
      return true; // "ImageMagick (brew)": where it comes from
    }
    boolean shorter = word.text().length() <= SHORT_COMMAND && item.name.length() > SHORT_COMMAND;
    boolean longer =
        word.text().endsWith("-" + item.name)
            || word.text().equals(item.name + "-cli"); // "the GCC toolchain (arm-gcc)"
    boolean suite = // "Poppler (pdftoppm)": one of its commands, and no package of another
        tool != null
            && !item.written.isEmpty()
            && !item.written.equals(item.name)
            && !item.name.startsWith(tool.name())
            && !Nouns.capital(word);
    if (tool != null && !item.unknown && !word.code() && !shorter && !longer && !suite) {
      return true; // "pdftoppm (poppler-utils)": where it comes from
    }
    if (tool != null) {
      item.name = tool.name();
      item.kind = Kind.TOOL;
      item.unknown = false;
      return true;
    }
    boolean latin = word.text().chars().allMatch(c -> c < 0x250);
    boolean slug = latin && (word.is(Role.WORD) || word.code()) && Nouns.isSlug(word.text());
    boolean initials = // "the Acme Agent Toolkit (AAT)"
        !word.code()
            && word.text().length() > 1
            && word.text().equals(word.text().toUpperCase(Locale.ROOT));
    slug &= !initials;
    boolean shorten = item.unknown || shorter; // not "pnpm (pnpx)"
    boolean type = word.code() && Nouns.capital(word) && item.name.indexOf('-') > 0;
    slug &= !type; // "agent-framework 1.0 (`AgentFactory`)": a class of the library
    if (slug && (word.code() || longer || word.text().length() <= SHORT_COMMAND && shorten)) {
      item.name = word.text();
      item.kind = Kind.TOOL;
      item.unknown = false;
      return true;
    }
    return false;
  }

  /** Whether a command is one of those that a program comes with. */
  static boolean isPart(Lexeme command, Mention item) {
    String stem = item.name.substring(0, Math.min(item.name.length(), SHORT_COMMAND));
    return command.term(Kind.TOOL).name().equals(item.name) || command.text().contains(stem);
  }
}
