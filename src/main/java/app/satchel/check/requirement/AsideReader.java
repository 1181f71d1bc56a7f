package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads what stands in brackets after an item: the command's or variable's name, a version, a
 * level, a purpose. Everything else there is an aside and needs nothing.
 */
final class AsideReader {
  /** How a list ends that goes on. */
  private static final Set<String> MORE = Set.of("other", "others", "similar", "more");

  private static final Set<String> PARTS =
      Set.of("script", "scripts", "tests", "test", "export", "hooks", "build", "validation");

  private final Vocabulary vocabulary;
  private final SentenceReader outer;
  private final AsideNames names;

  /**
   * @param outer the reader of the sentence around the brackets
   */
  AsideReader(Vocabulary vocabulary, SentenceReader outer) {
    this.vocabulary = vocabulary;
    this.outer = outer;
    this.names = new AsideNames(vocabulary);
  }

  /**
   * @param whole what stands between the brackets
   * @param items the item before them, then its alternatives; changed in place
   * @param alternatives whether "or" follows, so that "(recommended)" does not make it optional
   * @param level the level of what is needed besides
   * @return further requirements found in the brackets
   */
  List<Mention> read(List<Lexeme> whole, List<Mention> items, boolean alternatives, Level level) {
    boolean placed = whole.size() > 1 && whole.getLast().is(Role.ON_PATH); // "(acme in PATH)"
    List<Lexeme> content = placed ? whole.subList(0, whole.size() - 1) : whole;
    Mention item = items.getFirst();
    Lexeme first = content.getFirst();
    if (first(content, Role.VARIABLE) != null) {
      return AsideKeys.read(content, items, level, outer);
    }
    if (first.is(Role.INSTALL)) {
      AsideNames.installed(content, item);
      boolean further = item.kind == Kind.RUNTIME && !first.head().equals("run");
      return further // "Python 3.9+ (pip install acme)"
          ? outer.inner(item.level, true).read(content)
          : List.of();
    }
    if (first.is(Role.VERSION, Role.COMPARATOR, Role.AT_LEAST)) {
      return AsideVersions.read(content, item);
    }
    if (first.is(Role.OPTIONALLY) && content.size() > 1 && content.get(1).is(Role.VERSION)) {
      return AsideVersions.preferred(content.subList(1, content.size()), item);
    }
    boolean host = item.kind == Kind.OS || item.kind == Kind.AGENT;
    if (host && first.is(Role.USE, Role.NEED) && content.size() > 2) {
      return outer.inner(item.level, true).read(content); // "macOS only (uses sips and open)"
    }
    if (item.kind == Kind.OS && item.name.equals("windows") && linuxWithin(content, item)) {
      return List.of();
    }
    if (item.kind == Kind.OS && item.level == Level.REQUIRED && otherSystem(content)) {
      Mention within = new Mention(Kind.OS, "wsl"); // "macOS or Linux (WSL on Windows)"
      within.joinedBy = Role.OR;
      return List.of(within);
    }
    if (first.is(Role.NEED) && content.size() > 1 && item.partial()) {
      return outer.inner(item.level, true).read(content); // "acme (needs emca)"
    }
    if (AsideNames.published(content, item)) {
      return List.of();
    }
    if (first.is(Role.OPTIONAL) && content.size() > 2 && content.get(1).is(Role.COLON)) {
      return outer.inner(Level.OPTIONAL, true).read(content.subList(2, content.size()));
    }
    if (first.is(Role.OR) && item.unnamed) {
      List<Mention> instead = outer.inner(level, true).read(content.subList(1, content.size()));
      instead.forEach(mention -> mention.demote(Level.CONDITIONAL));
      instead.forEach(mention -> mention.beside = true);
      return instead; // "an API key (or a local acme server)"
    }
    if (first.is(Role.OR)) {
      return alternatives(content.subList(1, content.size()), level);
    }
    if (first.is(Role.AND)) {
      return outer.inner(level, true).read(content.subList(1, content.size()));
    }
    boolean server = content.stream().anyMatch(w -> w.is(Role.HEAD) && w.head().equals("mcp"));
    boolean named = content.stream().anyMatch(w -> w.is(Role.TERM, Role.COMMA));
    if (server && item.kind == Kind.SERVICE && named && first(content, Role.OR) == null) {
      return outer.inner(item.level, true).read(content); // "Acme 5 (an add-on, the Acme MCP)"
    }
    List<Mention> said = names.read(content, item);
    if (said != null) {
      return said;
    }
    boolean slash = item.joinedBy == Role.SLASH && item.kind == Kind.TOOL; // "a/b (macOS/Linux)"
    boolean choice = alternatives || item.joinedBy == Role.OR || slash;
    List<Mention> own = own(content, item, level, choice);
    if (!own.isEmpty()) {
      return own;
    }
    boolean ways = item.kind == Kind.RUNTIME || item.kind == Kind.PACKAGE;
    if (ways
        && content.size() > 2
        && first.term(Kind.TOOL) != null
        && content.get(1).is(Role.OR)
        && content.get(2).term(Kind.TOOL) != null) {
      return outer.inner(item.level, true).read(content); // "Java 17 (Maven or Gradle)"
    }
    if (item.kind == Kind.TOOL && programs(content, item)) {
      List<Mention> commands = outer.inner(item.level, true).read(content);
      item.name = commands.removeFirst().name; // "Acme (acme, acmectl)"
      return commands;
    }
    boolean broad = item.kind == Kind.RUNTIME || item.unknown; // "the Go toolchain (gofmt, gopls)"
    if (broad && first(content, Role.COMMA) != null && commands(content)) {
      return outer.inner(item.level, true).read(content);
    }
    boolean another = // "macOS with sips (swift for the masks)"
        content.size() > 2
            && content.get(1).is(Role.FOR)
            && first.is(Role.TERM)
            && !Nouns.capital(first)
            && (first.term(Kind.TOOL) != null
                || first.term(Kind.RUNTIME) != null
                || first.term(Kind.PACKAGE) != null)
            && first.terms().stream().noneMatch(t -> t.name().equals(item.name));
    if (another && item.partial() && !choice) {
      List<Mention> part = outer.inner(Level.CONDITIONAL, true).read(content);
      part.forEach(mention -> mention.demote(Level.CONDITIONAL));
      return part;
    }
    List<Mention> better = recommended(content);
    if (!better.isEmpty()) {
      return better;
    }
    boolean optional =
        content.stream().anyMatch(w -> w.is(Role.OPTIONAL) && !isDefault(w))
            || first(content, Role.IF_AVAILABLE) != null;
    boolean ofOther = content.getLast().is(Role.OPTIONAL) && first(content, Role.HEAD) != null;
    if (ofOther) {
      return List.of(); // "Acme (a paid plan is recommended)"
    }
    if (optional && content.size() == 1) {
      item.spokenOf(); // "acme (optional)"
    }
    if (optional && !alternatives && item.joinedBy != Role.OR && item.group == 0) {
      items.forEach(each -> each.demote(Level.OPTIONAL));
    }
    boolean part =
        content.stream().anyMatch(w -> vocabulary.part(w.text().toLowerCase(Locale.ROOT)));
    part |= first(content, Role.PLACE) != null;
    // "ffmpeg (for video files), git": each for what it is for; of two ways the whole needs one
    part |= !choice && item.partial() && item.group == 0;
    boolean only =
        content.size() > 1 && content.size() < 4 && content.getLast().text().equals("only");
    if (only && content.stream().anyMatch(w -> PARTS.contains(w.text().toLowerCase(Locale.ROOT)))) {
      item.demote(Level.CONDITIONAL); // "python (script only)"
    }
    boolean explains =
        content.size() > 1
            && item.version != null
            && (content.get(1).code()
                || content.get(1).text().toLowerCase(Locale.ROOT).startsWith(item.name));
    if (explains) {
      return List.of(); // "git 2.38+ (for `git merge-tree`)": says why this version
    }
    if (first.is(Role.NOT)
        && content.size() > 2
        && first.text().toLowerCase(Locale.ROOT).endsWith("needed")) {
      item.demote(Level.CONDITIONAL); // "ACME_KEY (not needed with a local server)"
    }
    if (first.is(Role.ONLY_FOR, Role.CONDITION) || (first.is(Role.FOR) && part)) {
      item.demote(Level.CONDITIONAL);
    }
    if (optional) {
      return List.of();
    }
    List<Mention> besides = floors(content, item, level);
    if (alternatives) {
      // "npx (Node 18+) or Docker": what runs one of two ways belongs to that way
      besides.removeIf(m -> m.kind != Kind.RUNTIME || item.kind != Kind.TOOL);
      besides.forEach(m -> m.demote(Level.CONDITIONAL));
      besides.forEach(m -> m.beside = true);
    }
    return besides;
  }

  /** Whether brackets hold a list that goes on: "(Acme, Emca, ...)". */
  static boolean examples(List<Lexeme> content) {
    if (content.isEmpty()) {
      return false;
    }
    Lexeme last = content.getLast();
    String word = last.text().toLowerCase(Locale.ROOT);
    boolean agents = content.stream().anyMatch(w -> w.term(Kind.AGENT) != null);
    boolean goesOn = // of products "and similar" says no more than that there are others
        last.is(Role.STOP) || word.startsWith("etc") || !agents && MORE.contains(word);
    return goesOn && content.stream().anyMatch(w -> w.is(Role.COMMA));
  }

  /** "(indexing; the flag defaults to true)": of a setting, not of what stands before. */
  private static boolean isDefault(Lexeme word) {
    return word.text().toLowerCase(Locale.ROOT).startsWith("default");
  }

  /** Whether brackets list the commands of a program, its own among them. */
  private static boolean programs(List<Lexeme> content, Mention item) {
    return first(content, Role.COMMA) != null
        && first(content, Role.OR) == null
        && commands(content)
        && content.stream().anyMatch(w -> w.term(Kind.TOOL) != null && AsideNames.isPart(w, item));
  }

  /** Whether brackets hold nothing but the names of commands. */
  static boolean commands(List<Lexeme> content) {
    return content.stream()
        .allMatch(
            w ->
                w.is(Role.COMMA, Role.AND, Role.OR, Role.GLUE, Role.VERSION)
                    || w.term(Kind.TOOL) != null
                    || w.term(Kind.RUNTIME) != null);
  }

  /** {@code Windows (WSL2)}: what runs is the Linux within. */
  private boolean linuxWithin(List<Lexeme> content, Mention windows) {
    boolean only =
        content.stream().allMatch(w -> w.is(Role.TERM, Role.VERSION, Role.WITH, Role.GLUE));
    List<Mention> found = only ? outer.inner(windows.level, true).read(content) : List.of();
    boolean within = found.size() == 1 && found.getFirst().name.equals("wsl");
    if (within) {
      windows.name = "wsl";
      windows.version = found.getFirst().version;
    }
    return within;
  }

  /** {@code (WSL on Windows)}, {@code (or WSL)} */
  private static boolean otherSystem(List<Lexeme> content) {
    List<String> systems =
        content.stream()
            .filter(w -> w.is(Role.TERM) && w.term(Kind.OS) != null)
            .map(w -> w.term(Kind.OS).name())
            .toList();
    boolean only =
        content.stream()
            .allMatch(
                w ->
                    w.is(Role.PREPOSITION, Role.WITH, Role.OR, Role.VERSION)
                        || w.is(Role.TERM) && w.term(Kind.OS) != null);
    return only && systems.contains("wsl") && Set.of("wsl", "windows").containsAll(systems);
  }

  /** {@code Docker (or Podman)} */
  private List<Mention> alternatives(List<Lexeme> content, Level level) {
    List<Mention> found = outer.inner(level, true).read(content);
    found.forEach(mention -> mention.joinedBy = Role.OR);
    return found;
  }

  /** {@code R (tidyverse recommended)}: what is recommended there is something else. */
  private List<Mention> recommended(List<Lexeme> content) {
    boolean last = content.getLast().is(Role.OPTIONAL) && content.size() > 1;
    List<Mention> found = last ? outer.inner(Level.OPTIONAL, true).read(content) : List.of();
    found.forEach(mention -> mention.level = Level.OPTIONAL);
    return found;
  }

  static Lexeme first(List<Lexeme> content, Role role) {
    return content.stream().filter(w -> w.is(role)).findFirst().orElse(null);
  }

  /** What brackets name besides the item: packages of a runtime, systems, something optional. */
  private List<Mention> own(List<Lexeme> content, Mention item, Level level, boolean choice) {
    boolean runtime = item.kind == Kind.RUNTIME;
    if (runtime && library(content)) {
      Mention named = new Mention(Kind.PACKAGE, content.getFirst().text());
      named.level = choice ? Level.CONDITIONAL : item.level; // "Python 3.10+ (acme-kit 1.x)"
      return List.of(Nouns.versioned(named, content, 1));
    }
    boolean packages = runtime && (only(content, Kind.PACKAGE) || libraries(content));
    boolean systems =
        only(content, Kind.OS)
            && content.size() > 1
            && !choice
            && item.level == Level.REQUIRED; // else the systems are those of one of several ways
    boolean other =
        first(content, Role.OPTIONAL) != null
            && content.getFirst().is(Role.TERM)
            && content.getFirst().terms().stream().noneMatch(t -> t.name().equals(item.name));
    if (!packages && !systems && !other) {
      return List.of();
    }
    List<Mention> found = outer.inner(systems ? Level.REQUIRED : level, true).read(content);
    found.removeIf(m -> other && m.level == Level.REQUIRED);
    return found;
  }

  /** Whether brackets hold the name of one package that nobody knows, and its version. */
  private static boolean library(List<Lexeme> content) {
    Lexeme word = content.getFirst();
    boolean alone =
        content.size() == 1 || content.size() == 2 && content.getLast().is(Role.VERSION);
    return alone
        && word.is(Role.WORD)
        && !Nouns.namesMcp(word)
        && word.text().matches("[a-z0-9]+(-[a-z0-9]+)+");
  }

  /** "Python 3 (requests, zorbix)": a list of names of which one is that of a package. */
  private static boolean libraries(List<Lexeme> content) {
    boolean list = first(content, Role.COMMA) != null;
    boolean known = content.stream().anyMatch(w -> w.is(Role.TERM) && w.term(Kind.PACKAGE) != null);
    return list
        && known
        && content.stream()
            .allMatch(
                w ->
                    w.is(Role.COMMA, Role.AND, Role.VERSION, Role.COMPARATOR)
                        || w.is(Role.TERM, Role.WORD) && !Nouns.capital(w));
  }

  private static boolean only(List<Lexeme> content, Kind kind) {
    return content.stream()
        .allMatch(
            w ->
                w.is(Role.COMMA, Role.AND, Role.OR, Role.SLASH, Role.WITH)
                    || w.is(Role.TERM) && w.term(kind) != null);
  }

  /** Names with a version of their own: {@code WordPress 6.9+ (PHP 7.2.24+)}. */
  private List<Mention> floors(List<Lexeme> content, Mention item, Level level) {
    List<Mention> found = new ArrayList<>();
    for (Mention mention : outer.inner(level, false).read(content)) {
      boolean other = !mention.name.equals(item.name) && mention.kind != Kind.OS;
      other &= !mention.name.equals("build"); // "Windows 11 (build 22000+)"
      other &= !AsideNames.registry(mention.name); // "(PyPI 2.8 caps at <3.12)"
      if (mention.name.equals(item.name) && item.version == null) {
        item.version = mention.version; // "acme for the versions (acme >= 2)"
      }
      boolean network = mention.kind == Kind.NETWORK; // "ACME_KEY (network access to its API)"
      if ((mention.version != null || network) && other && mention.kind != Kind.AGENT) {
        mention.demote(item.level); // "a GPU is recommended (CUDA 12+)"
        found.add(mention);
      }
    }
    return found;
  }
}
