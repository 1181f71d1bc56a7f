package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads items that only say more of something named before: its version, its service. */
final class Completions {
  /** Where one has an account. */
  private static final Set<String> ACCOUNTS =
      Set.of("instance", "services", "tenant", "org", "workspace", "api", "apis");

  /** What a program has: "the acme CLI with `stack` support". */
  private static final Set<String> PARTS =
      Set.of("support", "command", "commands", "group", "groups", "subcommand", "subcommands");

  /** What a key can be for. */
  private static final Set<Kind> KEYED = Set.of(Kind.SERVICE, Kind.MCP);

  /** How one may have a service. */
  private static final Set<String> HOSTED = Set.of("self-managed", "self-hosted", "on-premises");

  /** What the offers of those who run it for others are called. */
  private static final Set<String> OFFERS =
      Set.of("cloud", "dedicated", "enterprise", "hosted", "saas", "serverless");

  /** A name on the internet: {@code api.acme.com}, with its scheme or without. */
  private static final Pattern HOST =
      Pattern.compile(
          "https?://([a-z0-9-]{1,63}\\.){1,9}[a-z]{2,9}(/.*)?"
              + "|([a-z0-9-]{1,63}\\.){1,9}(com|org|net|io|dev|ai|app|co|gov)");

  private final Vocabulary vocabulary;
  private final Prose prose;
  private final ClauseState state;
  private final ItemList own;

  Completions(Vocabulary vocabulary, Prose prose, ClauseState state, ItemList own) {
    this.vocabulary = vocabulary;
    this.prose = prose;
    this.state = state;
    this.own = own;
  }

  /** Whether an item was such a completion; it is read then. */
  boolean read(List<Lexeme> item) {
    if (own.isEmpty()) {
      return completes(item);
    }
    boolean apart = state.joinedBy == Role.COMMA || state.joinedBy == Role.AND;
    apart &= !state.afterWith || state.via; // "an account with Acme"
    return own.last().unnamed && !apart && naming(item)
        || ownCommand(item)
        || partOfProgram(item)
        || hosting(item)
        || holding(item)
        || completes(item);
  }

  /** "the acme CLI with `stack` support", "with the `find` command group": what the program can. */
  private boolean partOfProgram(List<Lexeme> item) {
    boolean program = state.afterWith && own.last().kind == Kind.TOOL && !own.last().name.isEmpty();
    boolean written = item.stream().anyMatch(w -> w.code() && !w.is(Role.VERSION, Role.VARIABLE));
    String last = item.getLast().text().toLowerCase(Locale.ROOT);
    return program && written && PARTS.contains(last);
  }

  /** "Acme 8, self-managed, Acme Cloud or Acme Serverless": ways to have one thing. */
  private boolean hosting(List<Lexeme> item) {
    boolean way = item.size() == 1 && HOSTED.contains(item.getFirst().text());
    state.hosting |= way && own.last().kind == Kind.SERVICE;
    boolean another = state.joinedBy == Role.COMMA || state.joinedBy == Role.OR;
    boolean offer =
        item.stream()
            .flatMap(w -> Arrays.stream(w.text().toLowerCase(Locale.ROOT).split(" ")))
            .anyMatch(OFFERS::contains);
    return state.hosting && another && (way || offer);
  }

  /** "an Acme token in ACME_TOKEN", "Acme credentials via ACME_FILE": the variable is its name. */
  private boolean holding(List<Lexeme> item) {
    Mention key = own.last();
    List<Lexeme> variables = item.stream().filter(w -> w.is(Role.VARIABLE)).toList();
    boolean holds =
        variables.size() == 1
            && (state.afterPreposition || state.via)
            && key.kind == Kind.CREDENTIAL
            && !VersionWords.isVariable(key.name);
    if (holds) {
      key.name(variables.getFirst().text());
      state.lastItem = List.of(key);
    }
    return holds;
  }

  /**
   * "access to Acme", "access to an Acme instance": what it takes is an account there; "access to
   * acme.com": the network.
   */
  List<Mention> accessTo(List<Mention> found, List<Lexeme> item) {
    if (found.isEmpty() && item.stream().anyMatch(w -> HOST.matcher(w.text()).matches())) {
      return List.of(new Mention(Kind.NETWORK, "internet"));
    }
    Lexeme last = item.getLast();
    boolean named = last.is(Role.TERM) && !last.text().toLowerCase(Locale.ROOT).endsWith("cluster");
    if (Nouns.says(item, "running")) {
      return found; // "access to a running Acme instance"
    }
    boolean plain = named || ACCOUNTS.contains(last.text().toLowerCase(Locale.ROOT));
    if (found.size() == 1 && found.getFirst().kind == Kind.SERVICE && plain) {
      found.getFirst().kind = Kind.CREDENTIAL;
    }
    return found;
  }

  /** "a running Acme and its CLI": the program of the application, which goes by its name. */
  private boolean ownCommand(List<Lexeme> item) {
    Lexeme last = item.getLast();
    Mention application = own.last();
    boolean its = item.size() == 2 && item.getFirst().text().equalsIgnoreCase("its");
    if (!its || !last.is(Role.HEAD) || !last.head().equals("tool")) {
      return false;
    }
    if (application.kind == Kind.SERVICE && !application.unknown) {
      Mention command = new Mention(Kind.TOOL, application.name);
      command.level = application.level;
      own.add(command);
      state.lastItem = List.of(command);
    }
    return true;
  }

  /** "the Acme MCP tools or CLI": the same product in its other form. */
  List<Mention> otherForm(List<Lexeme> item) {
    List<Lexeme> words = Nouns.trim(item);
    boolean head = words.size() == 1 && words.getFirst().is(Role.HEAD);
    boolean server = head && words.getFirst().head().equals("mcp");
    boolean program = head && words.getFirst().text().equalsIgnoreCase("CLI");
    Kind first = server ? Kind.TOOL : Kind.MCP;
    boolean other = (server || program) && own.last().kind == first;
    return other ? List.of(new Mention(server ? Kind.MCP : Kind.TOOL, own.last().name)) : List.of();
  }

  /** "AWS CLI with a valid profile": credentials without a name are those of the program. */
  void account(List<Mention> found) {
    Mention program = state.lastItem.isEmpty() ? null : state.lastItem.getLast();
    boolean unnamed = found.size() == 1 && found.getFirst().unnamed;
    if (unnamed && program != null && program.kind == Kind.TOOL) {
      found.getFirst().name(vocabulary.account(program.name).orElse(""));
    } else if (unnamed && program != null && KEYED.contains(program.kind)) {
      found.getFirst().name(program.name); // "a running Grafana with an admin token"
    }
  }

  /** "an Acme site and an API token": the key is one of the service before it. */
  void keyThere(List<Mention> found, List<Lexeme> item) {
    Mention service = state.lastItem.isEmpty() ? null : state.lastItem.getLast();
    if (service == null && state.reached != null) {
      service = state.reached; // "network access to the Acme API, and an API key"
    }
    boolean keys = Nouns.says(item, "credentials") && state.joinedBy == Role.OR;
    if (service == null && keys && !own.isEmpty() && own.last().kind == Kind.TOOL) {
      service = own.last(); // "the AWS CLI, SSO or key-based credentials"
    }
    boolean server = service != null && (service.kind == Kind.SERVICE || service.kind == Kind.MCP);
    boolean known = server && !service.unknown && !service.name.startsWith("@");
    known |= service != null && service.product; // "the Acmeworks API and an API key"
    boolean bare =
        item.stream()
            .allMatch(
                word ->
                    word.is(Role.HEAD, Role.GLUE, Role.GENERIC)
                        || vocabulary.adjective(word.text()));
    boolean unnamed = found.size() == 1 && found.getFirst().unnamed;
    if (known && bare && unnamed) {
      found.getFirst().name(service.name);
    } else if (unnamed && service != null && bare && Nouns.says(item, "account")) {
      vocabulary.account(service.name).ifPresent(found.getFirst()::name);
    } else if (unnamed && isProgram(service) && Nouns.says(item, "credentials")) {
      vocabulary.account(service.name).ifPresent(found.getFirst()::name); // "AWS CLI, credentials"
    } else if (unnamed && isProgram(service) && Nouns.says(item, "profile")) {
      // "acme-cli and an active profile"
      String own = service.name.endsWith("-cli") ? service.name.replaceFirst("-cli$", "") : "";
      found.getFirst().name(vocabulary.account(service.name).orElse(own));
    }
  }

  private static boolean isProgram(Mention mention) {
    boolean named = mention != null && mention.unknown && mention.name.endsWith("-cli");
    return named || mention != null && mention.kind == Kind.TOOL;
  }

  /** "an Acme (acme.example) API key": the key is that of what stands before the brackets. */
  boolean keyOf(List<Mention> found) {
    Mention service = state.lastItem.isEmpty() ? null : state.lastItem.getLast();
    boolean key = found.size() == 1 && found.getFirst().unnamed;
    if (!key || service == null || !service.unknown && service.kind != Kind.SERVICE) {
      return false;
    }
    service.kind = Kind.CREDENTIAL;
    service.unknown = false;
    return true;
  }

  /** "the acme CLI with an authenticated Acme session": says no more than that it is signed in. */
  void session(List<Mention> found, List<Lexeme> item) {
    boolean program = !state.lastItem.isEmpty() && state.lastItem.getLast().kind == Kind.TOOL;
    if (program && (Nouns.says(item, "session") || Nouns.says(item, "login"))) {
      found.removeIf(m -> m.kind == Kind.SERVICE || m.kind == Kind.CREDENTIAL);
    }
  }

  /** "the gh CLI and an authenticated GitHub session": no more than that it is signed in. */
  void signedIn(List<Mention> found, List<Lexeme> item) {
    Mention program = state.lastItem.isEmpty() ? null : state.lastItem.getLast();
    if (program != null && program.kind == Kind.TOOL && Nouns.says(item, "session")) {
      found.removeIf(
          mention ->
              (mention.kind == Kind.SERVICE || mention.kind == Kind.CREDENTIAL)
                  && vocabulary.account(program.name).filter(mention.name::equals).isPresent());
    }
  }

  /** What one signs in at takes an account there, unless the program is the service's own. */
  void signedInAt(List<Mention> found) {
    Mention program = state.lastItem.isEmpty() ? null : state.lastItem.getLast();
    String own = program == null ? "" : vocabulary.account(program.name).orElse("");
    found.removeIf(mention -> mention.name.equals(own));
    for (Mention mention : found) {
      boolean product = mention.unknown && mention.product; // "logged in to Acmeworks"
      if ((mention.kind == Kind.SERVICE || product) && state.lenient) {
        mention.kind = Kind.CREDENTIAL;
        mention.unknown = false;
      }
    }
  }

  /** {@code Python: 3.10+}, {@code Python >=3.9, <3.13}: a version of what was named before. */
  private boolean completes(List<Lexeme> item) {
    String bare = NounReader.bareVersion(item);
    Mention label = state.labelled;
    state.labelled = null;
    if (bare == null) {
      return false;
    }
    if (label != null) {
      label.version = bare;
      return true;
    }
    Mention last = state.lastItem.isEmpty() ? null : state.lastItem.getLast();
    if (state.afterBrackets && state.joinedBy == null && last != null && last.version == null) {
      last.version = bare; // "Acme CLI (ac) 2+"
      return true;
    }
    boolean said = item.getFirst().is(Role.AT_LEAST) && state.joinedBy == Role.COMMA;
    if (said && last != null && last.version == null) {
      last.version = bare; // "Acme, version 2+"
      return true;
    }
    boolean second = bare.startsWith("<") || bare.startsWith("!=");
    boolean joined = state.joinedBy == Role.COMMA || state.joinedBy == Role.AND;
    if (second && joined && last != null && last.version != null) {
      last.version += " " + bare;
      return true;
    }
    return false;
  }

  /** The service of an API key that stands after "from". */
  private boolean naming(List<Lexeme> item) {
    Mention key = own.last();
    Lexeme last = item.getLast();
    Term service = last.term(Kind.SERVICE);
    boolean host = last.is(Role.PLACE) && last.text().indexOf('.') > 0; // no "lib/tokens"
    if (host || service != null || (last.is(Role.WORD) && last.capitalised())) {
      String whole = item.stream().map(Lexeme::text).collect(Collectors.joining("-"));
      String word = Nouns.titled(item) ? whole : last.text(); // "a key from Acme Studio"
      key.name = service != null ? service.name() : prose.hostName(word);
      key.unnamed = key.name.isEmpty();
      key.group = state.oneOf; // "an API key for one of: Acme, Emca"
      state.lastItem = List.of(key);
      state.bracketKind = null;
      return true;
    }
    return false;
  }
}
