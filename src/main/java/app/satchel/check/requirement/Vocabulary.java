package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words that requirements are read with, from the dated data file {@code vocabulary.json}: the
 * names of runtimes, tools, packages, systems, agents and services with their aliases, and the
 * phrases of the sentences around them. Immutable.
 */
final class Vocabulary {
  private static final String FILE = "vocabulary.json";

  /** Letters that what everybody calls by its initials has at most. */
  private static final int INITIALS = 4;

  private final Phrases phrases = new Phrases();
  private final Set<String> commonWords = new HashSet<>();
  private final Set<String> partWords = new HashSet<>();
  private final Set<String> wholeWords = new HashSet<>();
  private final Set<String> wholeNouns = new HashSet<>();
  private final Set<String> availability = new HashSet<>();
  private final Set<String> abilities = new HashSet<>();
  private final Set<String> agentTools = new HashSet<>();
  private final Set<String> models = new HashSet<>();
  private final Set<String> packageManagers = new HashSet<>();
  private final Set<String> systemPackageManagers = new HashSet<>();
  private final Set<String> mcpServers = new HashSet<>();
  private final Set<String> skillNames = new HashSet<>();
  private final Set<String> adjectives = new HashSet<>();
  private final EverydayWords everydayWords = EverydayWords.load();
  private final Set<String> companyWords = new HashSet<>();
  private final Set<String> bundledWords = new HashSet<>();
  private final Map<String, String> accounts = new HashMap<>();
  private final Map<String, List<String>> expansions = new HashMap<>();
  private final Map<String, List<String>> packageAliases = new HashMap<>();
  private final Set<String> sections = new HashSet<>();
  private final Set<String> optionalSections = new HashSet<>();
  private final List<String> optionalParts = new ArrayList<>();
  private final LocalDate updated;

  private Vocabulary(JsonNode data) {
    updated = LocalDate.parse(data.path("updated").asText());
    // Phrases of the sentence first: a phrase that is also a name stays a phrase.
    data.path("words")
        .properties()
        .forEach(
            group -> {
              each(group.getValue(), phrase -> phrases.phrase(phrase, group.getKey()));
            });
    data.path("patterns")
        .properties()
        .forEach(group -> group.getValue().forEach(parts -> pattern("", parts, 0, group.getKey())));
    data.path("heads")
        .properties()
        .forEach(group -> each(group.getValue(), phrase -> phrases.head(phrase, group.getKey())));
    data.path("install")
        .properties()
        .forEach(
            group -> each(group.getValue(), phrase -> phrases.install(phrase, group.getKey())));
    for (Kind kind : Kind.values()) {
      each(data.path("terms").path(kind.word()), line -> term(kind, line, null));
      if (kind == Kind.RUNTIME) {
        data.path("packages")
            .properties()
            .forEach(
                group -> each(group.getValue(), line -> term(Kind.PACKAGE, line, group.getKey())));
      }
    }
    each(data.path("sections").path("required"), sections::add);
    each(data.path("sections").path("optional"), optionalSections::add);
    each(data.path("sections").path("optionalWithin"), optionalParts::add);
    each(data.path("commonWords"), commonWords::add);
    each(data.path("abilities"), abilities::add);
    each(data.path("packageManagers"), packageManagers::add);
    each(data.path("systemPackageManagers"), systemPackageManagers::add);
    each(data.path("mcpServers"), mcpServers::add);
    each(data.path("skillNames"), skillNames::add);
    each(data.path("agentTools"), agentTools::add);
    each(data.path("models"), models::add);
    each(data.path("adjectiveEndings"), adjectives::add);
    each(data.path("companyWords"), companyWords::add);
    data.path("installedAs")
        .properties()
        .forEach(e -> packageAliases.put(e.getKey(), List.of(e.getKey(), e.getValue().asText())));
    each(data.path("bundledWords"), bundledWords::add);
    data.path("accounts")
        .properties()
        .forEach(entry -> accounts.put(entry.getKey(), entry.getValue().asText()));
    each(data.path("words").path("part"), partWords::add);
    each(data.path("words").path("whole"), wholeWords::add);
    each(data.path("words").path("wholeLast"), wholeNouns::add);
    each(data.path("words").path("availability"), availability::add);
    data.path("expansions")
        .properties()
        .forEach(
            entry -> {
              List<String> names = new ArrayList<>();
              each(entry.getValue(), names::add);
              expansions.put(entry.getKey(), List.copyOf(names));
            });
  }

  /** The vocabulary that ships with Satchel. */
  static Vocabulary load() {
    try (InputStream in = Vocabulary.class.getResourceAsStream(FILE)) {
      return new Vocabulary(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LocalDate updated() {
    return updated;
  }

  private static void each(JsonNode list, java.util.function.Consumer<String> action) {
    list.forEach(item -> action.accept(item.asText()));
  }

  /** Adds all phrases that take one word or none of each part in turn. */
  private void pattern(String begun, JsonNode parts, int at, String group) {
    if (at == parts.size()) {
      phrases.other(begun, group);
      return;
    }
    for (JsonNode part : parts.get(at)) {
      boolean more = !part.asText().isEmpty();
      String phrase =
          begun.isEmpty() || !more ? begun + part.asText() : begun + " " + part.asText();
      pattern(phrase, parts, at + 1, group);
    }
  }

  private void term(Kind kind, String line, String ecosystem) {
    String[] names = line.split("\\|");
    Term term = new Term(kind, names[0], ecosystem);
    if (kind == Kind.PACKAGE && names.length > 1) {
      packageAliases.put(
          names[0], Arrays.stream(names).filter(name -> name.indexOf(' ') < 0).toList());
    }
    // "kubeconfig" is a credential for Kubernetes; "Kubernetes" itself is none.
    int first = kind == Kind.CREDENTIAL ? 1 : 0;
    for (String name : Arrays.asList(names).subList(first, names.length)) {
      String alias = name.toLowerCase(Locale.ROOT);
      if (kind == Kind.TOOL && !alias.equals(names[0])) {
        phrases.command(alias, term); // "Graphviz" is rather the program dot than a library
      } else {
        phrases.name(alias, term);
      }
      // "claude-code" is also written "claude code"; package names are exact.
      if (kind != Kind.PACKAGE && alias.indexOf('-') > 0 && alias.indexOf(' ') < 0) {
        phrases.name(alias.replace('-', ' '), term);
      }
    }
  }

  /** Its phrases and names as a tree. */
  Phrases phrases() {
    return phrases;
  }

  /** Whether a single word is one of the vocabulary, a name or not. */
  boolean knows(String word) {
    return phrases.longest(List.of(word), 0).isPresent();
  }

  /** What the whole of a name means; empty when it is not known. */
  List<Term> terms(String name) {
    return phrases.terms(name);
  }

  /** The term of a kind that a name means. */
  Optional<Term> term(String name, Kind kind) {
    return terms(name).stream().filter(term -> term.kind() == kind).findFirst();
  }

  /** Whether a name can be that of a program. */
  boolean isTool(String name) {
    return term(name, Kind.TOOL).isPresent();
  }

  /** Whose package manager a package comes from, when that is known. */
  Optional<String> ecosystem(String packageName) {
    return term(packageName, Kind.PACKAGE).map(Term::ecosystem);
  }

  /** All package managers that have a package of this name, as far as is known. */
  List<String> ecosystems(String packageName) {
    return terms(packageName).stream()
        .filter(term -> term.kind() == Kind.PACKAGE)
        .map(Term::ecosystem)
        .distinct()
        .toList();
  }

  /**
   * The package managers a package may come from.
   *
   * @param all everything that is needed with it: a lone runtime tells whose package it is
   */
  Set<String> ecosystems(String packageName, List<Requirement> all) {
    if (packageName.startsWith("@")) {
      return Set.of("node");
    }
    Set<String> known = new LinkedHashSet<>(ecosystems(packageName));
    if (known.size() == 1) {
      return known;
    }
    Set<String> runtimes = new LinkedHashSet<>();
    for (Requirement each : all) {
      if (each.kind() == Kind.RUNTIME) {
        runtimes.add(each.name());
      }
    }
    Set<String> both = known.isEmpty() ? Set.of("python", "node") : known;
    boolean pythonOnly = runtimes.contains("python") && !runtimes.contains("node");
    return pythonOnly && both.contains("python") ? Set.of("python") : both;
  }

  /** The names a package may be installed under: its own, then its aliases without spaces. */
  List<String> packageNames(String packageName) {
    return packageAliases.getOrDefault(packageName, List.of(packageName));
  }

  /** Whether a name is also an ordinary word, so that it needs more evidence. */
  boolean common(String name) {
    return commonWords.contains(name);
  }

  /**
   * Whether a word is the initials of a sort of thing, which everybody uses and nobody owns: CRM.
   */
  boolean initials(String word) {
    boolean capitals = word.length() <= INITIALS && word.equals(word.toUpperCase(Locale.ROOT));
    return capitals && ordinary(word);
  }

  /** Whether a name, as written, is a tool that agents have built in. */
  boolean ability(String name) {
    return abilities.contains(name);
  }

  /**
   * Whether a name in a list of tools is a function of the agent: one of the usual, or written as
   * functions are and no command: {@code read_file}.
   */
  boolean agentTool(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return agentTools.contains(lower) || lower.indexOf('_') > 0 && terms(lower).isEmpty();
  }

  /** Whether a program installs packages, of which a project uses one. */
  boolean packageManager(String name) {
    return packageManagers.contains(name);
  }

  /** Whether a program installs programs for a whole system, as {@code apt} does. */
  boolean systemPackageManager(String name) {
    return systemPackageManagers.contains(name);
  }

  /** Whether an everyday word is also the name of a well-known MCP server. */
  boolean mcpServer(String word) {
    return mcpServers.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether an everyday word is also the name of a well-known skill. */
  boolean skillName(String word) {
    return skillNames.contains(word);
  }

  /** Whether a name with a version is that of a language model. */
  boolean model(String name) {
    return models.contains(name);
  }

  /**
   * Whether every word of a name joined with hyphens is one of everyday language, so that only a
   * clear place makes it a name.
   */
  boolean ordinary(String name) {
    for (String word : name.toLowerCase(Locale.ROOT).split("[-_ ]")) {
      boolean number = !word.isEmpty() && word.chars().allMatch(Character::isDigit);
      boolean said =
          everydayWords.contains(word)
              || phrases.hasRole(word)
              || wholeWords.contains(word)
              || wholeNouns.contains(word);
      if (!number && word.length() > 2 && !said) {
        return false;
      }
    }
    return true;
  }

  /** Whether a word says that something comes with the skill. */
  boolean bundled(String word) {
    return bundledWords.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether a name is only one beside others of its kind, for it is a language too. */
  boolean needsCompany(String name) {
    return companyWords.contains(name);
  }

  /** Whether a word with a hyphen only describes: "read-only", "cloud-based". */
  boolean adjective(String word) {
    int hyphen = word.lastIndexOf('-');
    return hyphen > 0 && adjectives.contains(word.substring(hyphen + 1).toLowerCase(Locale.ROOT));
  }

  /** The service that a program signs in at: {@code az} at Azure. */
  Optional<String> account(String program) {
    return Optional.ofNullable(accounts.get(program));
  }

  /** Whether a word of a subject or purpose says that only a part is meant. */
  boolean part(String word) {
    return partWords.contains(word);
  }

  /** Whether a word of a subject means the skill as a whole. */
  boolean whole(String word) {
    return wholeWords.contains(word);
  }

  /** Whether a subject that ends with a word means everything: "frontend project". */
  boolean wholeNoun(String word) {
    return wholeNouns.contains(word);
  }

  /** Whether a condition that ends with a word asks for no more than the thing: "is present". */
  boolean availability(String word) {
    return availability.contains(word);
  }

  /** Whether a heading, in lower case, opens a section that says what is needed. */
  boolean section(String heading) {
    return sections.contains(heading);
  }

  /** Whether it opens one that says what is of use, but not needed. */
  boolean optionalSection(String heading) {
    return optionalSections.contains(heading);
  }

  /** Whether a heading within such a section says that its part is not needed by all. */
  boolean optionalPart(String heading) {
    return optionalParts.stream().anyMatch(heading::contains);
  }

  /** Whether a command line installs packages or programs. */
  boolean installs(String commandLine) {
    List<String> words = List.of(commandLine.toLowerCase(Locale.ROOT).split("\\s+", 8));
    return phrases.longest(words, 0).filter(match -> match.role() == Role.INSTALL).isPresent();
  }

  /** The names that a name stands for: {@code posix} for Linux and macOS; else itself. */
  List<String> expand(String name) {
    return expansions.getOrDefault(name, List.of(name));
  }
}
