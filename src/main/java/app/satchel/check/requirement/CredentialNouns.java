package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what stands before "key", "account", "token" and their like. */
final class CredentialNouns {
  /** Where the site of a service lies. */
  private static final Pattern SITE = Pattern.compile("\\.(com|io|ai|dev|app|sh|co|net|org)$");

  /** Letters a name has at least without its site: "You.com" is called so as a whole. */
  private static final int SHORTEST = 3;

  /** What one does with a program rather than at a service. */
  private static final Set<String> PROGRAM_USE =
      Set.of("access", "authentication", "auth", "login");

  /** How credentials begin that may stand without their service, which is said elsewhere. */
  private static final Set<String> UNNAMED =
      Set.of(
          "api",
          "oauth",
          "credential",
          "profile",
          "account",
          "service account",
          "subscription",
          "long-lived",
          "token",
          "cuenta",
          "conta",
          "compte",
          "clave",
          "chave",
          "clé",
          "chiave",
          "service role",
          "private app",
          "app token",
          "management token",
          "deploy token",
          "auth token",
          "bearer token",
          "integration token",
          "access token",
          "admin token",
          "bot token",
          "personal access token");

  /** What sort of key or account it is. */
  private static final Set<String> SORTS =
      Set.of(
          "admin", "partner", "developer", "trial", "sandbox", "standard", "platform", "private");

  /** Whose accounts a service has. */
  private static final Set<String> HOLDERS =
      Set.of("admin", "partner", "developer", "trial", "sandbox", "user", "member");

  /** Ways to sign in, whose credentials are those of a service named elsewhere. */
  private static final Set<String> SCHEMES = Set.of("oauth", "oauth2");

  /** Words with a capital before a key or licence that do not name whose it is. */
  private static final Set<String> NO_SERVICES =
      Set.of(
          "enterprise",
          "asr",
          "tts",
          "stt",
          "ocr",
          "llm",
          "vlm",
          "imap",
          "smtp",
          "oauth",
          "oauth2",
          "oidc",
          "sso",
          "saml",
          "jwt",
          "pro",
          "team",
          "business",
          "premium",
          "configure",
          "get",
          "set",
          "add",
          "obtain",
          "create",
          "provide",
          "use",
          "every",
          "each",
          "all",
          "any",
          "both",
          "some",
          "this",
          "these",
          "those",
          "stores",
          "uses",
          "needs",
          "mit",
          "apache",
          "apache-2.0",
          "gpl",
          "bsd");

  private final Vocabulary vocabulary;
  private final ComposedNames names;

  CredentialNouns(Vocabulary vocabulary, ComposedNames names) {
    this.vocabulary = vocabulary;
    this.names = names;
  }

  /**
   * @param before the words before the noun
   * @return null when the noun says nothing here
   */
  List<Mention> read(List<Lexeme> before, Lexeme head) {
    boolean key = head.text().toLowerCase(Locale.ROOT).startsWith("key");
    if (key && (before.isEmpty() || before.getLast().term(Kind.SERVICE) == null)) {
      return null; // "SSH keys", "the primary key"; but "a Stripe key"
    }
    for (Lexeme word : before) {
      Term network = word.term(Kind.NETWORK);
      if (network != null) {
        return List.of(new Mention(Kind.NETWORK, network.name()));
      }
    }
    List<Lexeme> named = named(before, head);
    if (named.isEmpty()) {
      return unnamed(head);
    }
    if (named.size() == 1 && nobodys(named.getFirst(), head)) {
      boolean scheme = SCHEMES.contains(named.getFirst().text().toLowerCase(Locale.ROOT));
      return scheme ? unnamed(head) : List.of();
    }
    if (named.size() > 1 && NounReader.isEdition(named.getLast())) {
      named.removeLast(); // "a Power BI Pro license"
    }
    if (named.size() > 1 && HOLDERS.contains(named.getLast().text().toLowerCase(Locale.ROOT))) {
      named.removeLast(); // "a Shopify Partner account"
    }
    List<Mention> program = program(named.getLast(), head);
    if (program != null) {
      return program;
    }
    Mention account = new Mention(Kind.CREDENTIAL, serviceName(named));
    account.access = head.text().equalsIgnoreCase("access");
    String noun = head.text().toLowerCase(Locale.ROOT);
    account.key = noun.endsWith("key") || noun.endsWith("token");
    return List.of(account);
  }

  /** The words before the noun that say whose it is; none when they say only what sort it is. */
  private List<Lexeme> named(List<Lexeme> before, Lexeme head) {
    List<Lexeme> named = new ArrayList<>();
    for (Lexeme word : before) {
      boolean name =
          word.is(Role.TERM) || word.code() || (word.is(Role.WORD) && Nouns.capital(word));
      if (vocabulary.adjective(word.text())) {
        named.clear(); // "OpenAI-compatible API access": of any service
        continue;
      }
      boolean title = !named.isEmpty() && ComposedNames.titleWord(word);
      title |= named.isEmpty() && ComposedNames.leads(before, before.indexOf(word));
      boolean strange = word == before.getLast() && strange(word, head);
      if (title || strange || name && !word.text().equalsIgnoreCase("api")) {
        named.add(word);
      } else if (!word.is(Role.GLUE, Role.GENERIC, Role.HEAD) && !describes(word, head, named)) {
        named.clear();
      }
    }
    boolean sort =
        named.size() == 1 && SORTS.contains(named.getFirst().text().toLowerCase(Locale.ROOT));
    return sort ? List.of() : named; // "an Admin API key": of a service named elsewhere
  }

  /** "an acmeworks account" */
  private boolean strange(Lexeme word, Lexeme head) {
    return !head.text().endsWith("access")
        && word.is(Role.WORD)
        && Nouns.isSlug(word.text())
        && !vocabulary.ordinary(word.text());
  }

  /** "an Enterprise license", "CRM access", "OAuth credentials": a word that names no service. */
  private boolean nobodys(Lexeme word, Lexeme head) {
    boolean ordinary = NO_SERVICES.contains(word.text().toLowerCase(Locale.ROOT)) && !word.code();
    boolean sort = head.text().equals("access") && vocabulary.initials(word.text());
    return word.is(Role.WORD) && (ordinary || sort);
  }

  /** A credential whose service is named elsewhere; nothing where the noun is too general. */
  private static List<Mention> unnamed(Lexeme head) {
    if (UNNAMED.stream().noneMatch(head.text().toLowerCase(Locale.ROOT)::startsWith)) {
      return List.of();
    }
    Mention unnamed = new Mention(Kind.CREDENTIAL, "");
    unnamed.unnamed = true;
    return List.of(unnamed);
  }

  /** "bash access", "`acme2cli` access": the program; nothing of a library; null of a service. */
  private List<Mention> program(Lexeme last, Lexeme head) {
    String noun = head.text().toLowerCase(Locale.ROOT);
    boolean use = PROGRAM_USE.contains(noun);
    boolean own = noun.startsWith("account") || noun.contains("token");
    boolean program =
        last.term() != null
            && Set.of(Kind.TOOL, Kind.RUNTIME, Kind.OS).contains(last.term().kind())
            && !(own && vocabulary.terms(last.text()).size() == 1); // "an npm account"
    if (program && last.term(Kind.SERVICE) == null && (use || !Nouns.capital(last))) {
      return List.of(Nouns.mention(last.term()));
    }
    if (use && last.code() && last.term() == null && !Nouns.capital(last)) {
      return List.of(new Mention(Kind.TOOL, last.text()));
    }
    boolean library =
        last.term() != null && last.terms().stream().allMatch(t -> t.kind() == Kind.PACKAGE);
    boolean held = noun.startsWith("licen") || noun.endsWith("account") || noun.endsWith("key");
    return library && !held ? List.of() : null; // "GraphQL API access"
  }

  /** "a Hex-Rays decompiler license": a word between the name and the noun. */
  private static boolean describes(Lexeme word, Lexeme head, List<Lexeme> named) {
    boolean owned = head.text().toLowerCase(Locale.ROOT).startsWith("licen");
    boolean plain = word.is(Role.WORD) && !Nouns.capital(word) && word.text().indexOf('-') < 0;
    return word.text().equals("user") || owned && plain && !named.isEmpty();
  }

  private String serviceName(List<Lexeme> words) {
    if (words.size() == 1) {
      Term service = words.getFirst().term(Kind.SERVICE);
      if (service != null) {
        return service.name();
      }
    }
    String joined = names.joined(words, false);
    boolean one = words.size() == 1 && joined.indexOf('.') > SHORTEST;
    return one ? SITE.matcher(joined).replaceFirst("") : joined; // "a Acmeworks.com API key"
  }
}
