package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a text about requirements sentence by sentence. One reader reads one text: it remembers
 * what earlier sentences named.
 */
final class Prose {
  /** How a part begins that is one more entry of a list: "...; a Python environment". */
  private static final Set<String> MORE = Set.of("a", "an", "and", "or");

  /** How a sentence begins that names another way. */
  private static final Set<String> OTHER_WAYS = Set.of("alternatively", "or", "alternately");

  /** A product and the one it runs in. */
  private static final Set<String> WITHIN = Set.of("vscode", "copilot");

  private final Vocabulary vocabulary;
  private final NounReader nouns;
  private final List<Mention> before = new ArrayList<>();
  private final InstallReader installs = new InstallReader();
  private final ApiHosts apiHosts = new ApiHosts();
  private int groups;
  private SentenceReader current;
  private int sentenceAt;

  Prose(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.nouns = new NounReader(vocabulary);
  }

  /**
   * Reads the text.
   *
   * @param firstGroup the highest group number already given away
   * @param lenient whether the text as a whole stands where a requirement is expected (an entry of
   *     a list of requirements), so that an unknown word may be a name
   */
  List<Mention> read(String text, int firstGroup, boolean lenient) {
    groups = firstGroup;
    List<Lexeme> lexemes = new Lexer(vocabulary).lex(text);
    int from = 0;
    int depth = 0;
    for (int i = 0; i <= lexemes.size(); i++) {
      boolean end = i == lexemes.size();
      if (!end && lexemes.get(i).is(Role.OPEN)) {
        depth++;
      } else if (!end && lexemes.get(i).is(Role.CLOSE)) {
        depth = Math.max(0, depth - 1);
      } else if (end || (lexemes.get(i).is(Role.STOP) && (depth == 0 || newLine(lexemes.get(i))))) {
        sentence(lexemes.subList(from, i), lenient);
        from = i + 1;
        depth = 0;
      }
    }
    return finish();
  }

  private static boolean newLine(Lexeme stop) {
    return stop.text().equals("\n");
  }

  private void sentence(List<Lexeme> words, boolean lenient) {
    if (words.isEmpty()) {
      return;
    }
    List<Lexeme> lexemes = new ArrayList<>(words);
    int start = lexemes.getFirst().start();
    sentenceAt = start;
    int end = lexemes.getLast().end();
    apiHosts.look(words);
    int from = 0;
    int depth = 0;
    boolean verb = false;
    boolean spared = false;
    List<Mention> instead = alternatively(lexemes) ? lastPart() : List.of();
    for (int i = 0; i <= lexemes.size(); i++) {
      boolean last = i == lexemes.size();
      if (!last && lexemes.get(i).is(Role.OPEN)) {
        depth++;
      } else if (!last && lexemes.get(i).is(Role.CLOSE)) {
        depth = Math.max(0, depth - 1);
      } else if (!last && depth == 0 && headed(lexemes, from, i)) {
        lexemes.set(i, lexemes.get(i).as(Role.COLON)); // "Optional - fzf"
      } else if (!last && depth == 0 && afterthought(lexemes, i)) {
        lexemes.set(i, lexemes.get(i).as(Role.COMMA)); // "jq, fzf - optional"
      } else if (last || (depth == 0 && lexemes.get(i).is(Role.SEMICOLON, Role.DASH))) {
        SentenceReader reader =
            new SentenceReader(
                vocabulary, nouns, this, spared ? Level.OPTIONAL : Level.REQUIRED, lenient);
        current = reader;
        reader.verbBefore(verb);
        if (verb && goesOn(lexemes, from, i)) {
          reader.goOn();
        }
        for (Mention mention : reader.read(lexemes.subList(from, i))) {
          mention.sentenceStart = start;
          mention.sentenceEnd = end;
          mention.part = from;
          mention.whole = from == 0 && last;
          before.add(mention);
        }
        verb |= reader.hasVerb();
        spared |= reader.spared();
        from = i + 1;
      }
    }
    if (OpenLists.examples(words)) {
      before.removeIf(m -> m.kind == Kind.AGENT && m.sentenceStart == start);
    }
    join(instead, start);
  }

  /** Whether a sentence names another way: "Alternatively the Acme MCP". */
  private static boolean alternatively(List<Lexeme> sentence) {
    return OTHER_WAYS.contains(sentence.getFirst().text().toLowerCase(Locale.ROOT));
  }

  /** Makes one choice of what was named before and what the sentence from a place on names. */
  private void join(List<Mention> instead, int start) {
    List<Mention> own = before.stream().filter(m -> m.sentenceStart == start).toList();
    boolean alike = instead.stream().allMatch(m -> m.level == Level.REQUIRED);
    if (instead.isEmpty() || own.size() != 1 || !alike) {
      return;
    }
    int group = instead.getFirst().group == 0 ? newGroup() : instead.getFirst().group;
    instead.forEach(mention -> mention.group = group);
    own.getFirst().group = group;
  }

  /** Whether a part after a semicolon is more of a list: it says nothing of its own. */
  private static boolean goesOn(List<Lexeme> lexemes, int from, int to) {
    return from > 0
        && from < to
        && lexemes.get(from - 1).is(Role.SEMICOLON)
        && MORE.contains(lexemes.get(from).text().toLowerCase(Locale.ROOT))
        && lexemes.subList(from, to).stream().noneMatch(w -> w.is(Role.COPULA, Role.NOT));
  }

  /** Whether all that follows a dash is how much is needed. */
  private static boolean afterthought(List<Lexeme> lexemes, int dash) {
    return lexemes.get(dash).is(Role.DASH)
        && dash + 2 == lexemes.size()
        && lexemes.getLast().is(Role.OPTIONAL);
  }

  /** Whether a dash only sets off a heading before it. */
  private static boolean headed(List<Lexeme> lexemes, int from, int dash) {
    return dash > from
        && lexemes.get(dash).is(Role.DASH)
        && lexemes.subList(from, dash).stream()
            .allMatch(
                w ->
                    w.is(Role.OPTIONAL, Role.REQUIRED, Role.NEED, Role.GLUE)
                        || lexemes.get(from).is(Role.FOR) // "For the export - pandoc"
                            && w.is(Role.FOR, Role.WORD, Role.GENERIC, Role.GLUE)
                        || lexemes.get(from).is(Role.OPTIONAL) && w.is(Role.HEAD, Role.GENERIC));
  }

  /** Whether a name is also that of an agent. */
  boolean agent(String name) {
    return vocabulary.term(name, Kind.AGENT).isPresent();
  }

  /** Whether a program installs packages, of which a project uses one. */
  boolean packageManager(String name) {
    return vocabulary.packageManager(name);
  }

  /** What the agent of a name is called. */
  String agentName(String name) {
    return vocabulary.term(name, Kind.AGENT).map(Term::name).orElse(name);
  }

  /** Whether the part that is read has a verb of need, so that it says more than where it runs. */
  boolean needs() {
    return current != null && current.hasVerb();
  }

  /** Whether a name is a word of everyday language. */
  boolean ordinary(String name) {
    return vocabulary.ordinary(name);
  }

  /** Whether a name is that of a function of the agent. */
  boolean agentTool(String name) {
    return vocabulary.agentTool(name);
  }

  /** What reads install commands. */
  InstallReader installs() {
    return installs;
  }

  /** What earlier parts named. */
  List<Mention> before() {
    return before;
  }

  /** What the last part that named anything named, if it belongs to the sentence that is read. */
  List<Mention> lastPartHere() {
    return lastPart().stream().filter(m -> m.sentenceStart == sentenceAt).toList();
  }

  /** What the last part that named anything named, if it was one thing or one choice. */
  List<Mention> lastPart() {
    if (before.isEmpty()) {
      return List.of();
    }
    Mention last = before.getLast();
    List<Mention> part =
        before.stream()
            .filter(m -> m.sentenceStart == last.sentenceStart && m.part == last.part)
            .toList();
    boolean one = part.stream().allMatch(m -> m == last || m.group != 0 && m.group == last.group);
    return one ? part : List.of();
  }

  int newGroup() {
    return ++groups;
  }

  int groups() {
    return groups;
  }

  /** The last thing named that a bare version can belong to, or null. */
  Mention lastRuntime(List<Mention> own) {
    List<Mention> all = new ArrayList<>(before);
    all.addAll(own);
    return all.reversed().stream()
        .filter(m -> m.version != null && m.kind == Kind.RUNTIME)
        .findFirst()
        .orElse(null);
  }

  /** "LLM scoring can be skipped": what is only needed for that, is needed for a part. */
  void skipped(List<String> words) {
    String subject = String.join(" ", words);
    for (Mention mention : before) {
      if (!subject.isEmpty() && mention.purpose.contains(subject)) {
        mention.demote(Level.CONDITIONAL);
      }
    }
  }

  /** The service a host name belongs to: {@code app.tamarind.bio} gives {@code tamarind}. */
  String hostName(String place) {
    String host = place.toLowerCase(Locale.ROOT).replaceFirst("^https?://", "");
    int slash = host.indexOf('/');
    String[] labels = (slash < 0 ? host : host.substring(0, slash)).split("\\.");
    String name = labels.length == 0 ? "" : labels[Math.max(0, labels.length - 2)]; // "https://."
    return Nouns.isSlug(name) ? name : "";
  }

  private List<Mention> finish() {
    Lists.programs(before);
    List<Mention> kept = new ArrayList<>();
    for (Mention mention : before) {
      boolean held =
          mention.key && before.stream().anyMatch(other -> CalledNames.holds(other, mention));
      if (held || mention.unnamed || mention.name.isEmpty() || repeats(mention, kept)) {
        continue;
      }
      kept.add(mention);
    }
    hosts(kept);
    apiHosts.mention(kept).ifPresent(kept::add);
    kept.forEach(CalledNames::command);
    kept.forEach(CalledNames::library);
    oneChoice(kept, Kind.OS);
    oneChoice(kept, Kind.AGENT);
    oneChoice(kept.stream().filter(mention -> mention.supported).toList());
    alone(kept);
    CalledNames.network(kept);
    return kept;
  }

  /** What was taken for the host because it stood alone, and then is not alone, is a service. */
  private static void hosts(List<Mention> kept) {
    boolean others =
        kept.stream()
            .anyMatch(
                m -> Set.of(Kind.TOOL, Kind.RUNTIME, Kind.PACKAGE, Kind.SERVICE).contains(m.kind));
    kept.stream().filter(m -> m.alone && others).forEach(m -> m.kind = Kind.SERVICE);
  }

  /** What is left of a choice after all its others said the same is none any more. */
  private static void alone(List<Mention> kept) {
    for (Mention mention : kept) {
      boolean other = kept.stream().anyMatch(m -> m != mention && m.group == mention.group);
      if (!other) {
        mention.group = 0;
      }
    }
  }

  /** Whether something says no more than what is already there; what it adds is taken over. */
  private boolean repeats(Mention mention, List<Mention> kept) {
    for (Mention other : kept) {
      boolean sameName = other.name.equals(mention.name);
      if (sameName && installs.gave(mention)) {
        if (mention.version != null && other.kind == mention.kind) {
          other.version = mention.version;
        }
        return true;
      }
      if (mention.kind == Kind.CREDENTIAL
          && other.kind == Kind.CREDENTIAL
          && sameService(mention, other)) {
        return true;
      }
      if (sameName && other.kind == mention.kind && adds(mention, other)) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameService(Mention key, Mention other) {
    int word = other.name.indexOf('-');
    String brand = word > 3 ? other.name.substring(0, word) : other.name;
    return !VersionWords.isVariable(key.name)
        && !VersionWords.isVariable(other.name)
        && (key.name.startsWith(brand) || other.name.startsWith(key.name + "-"));
  }

  private static boolean adds(Mention mention, Mention other) {
    boolean choice = mention.group != 0 && mention.group == other.group;
    if (mention.version != null
        && other.version != null
        && !mention.version.equals(other.version)
        && mention.kind != Kind.OS) { // "Windows 10 or 11": the first is enough.
      // "Acme needs Node 20+; Emca needs Node 24+": a floor each
      return mention.level == other.level && !choice && mention.level != Level.CONDITIONAL;
    }
    boolean floorOfAPart =
        mention.version != null && other.version == null && mention.level == Level.CONDITIONAL;
    if (floorOfAPart && other.level == Level.REQUIRED) {
      return false; // "Acme; the examples need Acme 3+"
    }
    if (other.version == null) {
      other.version = mention.version;
    }
    boolean stronger = mention.level.ordinal() < other.level.ordinal() && !mention.subject;
    if (stronger && mention.level == Level.REQUIRED) {
      other.level = Level.REQUIRED;
    }
    return true;
  }

  /** Whether all are alternatives already, maybe with others: "codex CLI or claude CLI". */
  static boolean grouped(List<Mention> mentions) {
    int group = mentions.getFirst().group;
    return group != 0 && mentions.stream().allMatch(mention -> mention.group == group);
  }

  /** Supported systems and supported products are alternatives, wherever they are listed. */
  private void oneChoice(Collection<Mention> mentions, Kind kind) {
    for (Level level : List.of(Level.REQUIRED, Level.CONDITIONAL, Level.OPTIONAL)) {
      oneChoice(mentions.stream().filter(m -> m.kind == kind && m.level == level).toList());
    }
  }

  /** Whether products are one in the other rather than a choice: "VS Code with Copilot". */
  static boolean oneInTheOther(List<Mention> all) {
    return all.stream().allMatch(mention -> WITHIN.contains(mention.name));
  }

  private void oneChoice(List<Mention> all) {
    if (all.size() > 1 && !grouped(all) && !oneInTheOther(all)) {
      int group = newGroup();
      all.forEach(mention -> mention.group = group);
    }
  }
}
