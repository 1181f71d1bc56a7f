package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what stands before "key", "account", "token" and their like. */
final class CredentialNouns {
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
    List<Lexeme> named = new ArrayList<>();
    for (Lexeme word : before) {
      Term network = word.term(Kind.NETWORK);
      if (network != null) {
        return List.of(new Mention(Kind.NETWORK, network.name()));
      }
      boolean name =
          word.is(Role.TERM) || word.code() || (word.is(Role.WORD) && Nouns.capital(word));
      if (vocabulary.adjective(word.text())) {
        named.clear(); // "OpenAI-compatible API access": of any service
        continue;
      }
      boolean title = !named.isEmpty() && ComposedNames.titleWord(word);
      title |= named.isEmpty() && ComposedNames.leads(before, before.indexOf(word));
      boolean strange = // "an acmeworks account"
          word == before.getLast()
              && !head.text().endsWith("access")
              && word.is(Role.WORD)
              && Nouns.isSlug(word.text())
              && !vocabulary.ordinary(word.text());
      if (title || strange || name && !word.text().equalsIgnoreCase("api")) {
        named.add(word);
      } else if (!word.is(Role.GLUE, Role.GENERIC, Role.HEAD) && !describes(word, head, named)) {
        named.clear();
      }
    }
    boolean sort =
        named.size() == 1 && SORTS.contains(named.getFirst().text().toLowerCase(Locale.ROOT));
    if (sort) {
      named.clear(); // "an Admin API key": of a service named elsewhere
    }
    boolean ordinary =
        named.size() == 1
            && named.getFirst().is(Role.WORD)
            && !named.getFirst().code()
            && NO_SERVICES.contains(named.getFirst().text().toLowerCase(Locale.ROOT));
    boolean scheme = ordinary && SCHEMES.contains(named.getFirst().text().toLowerCase(Locale.ROOT));
    boolean access = named.size() == 1 && head.text().equals("access");
    boolean sortOfSystem =
        access && named.getFirst().is(Role.WORD) && vocabulary.initials(named.getFirst().text());
    if (ordinary && !scheme || sortOfSystem) {
      return List.of(); // "an Enterprise license", "CRM access"
    }
    if (named.isEmpty() || scheme) {
      Mention unnamed = new Mention(Kind.CREDENTIAL, "");
      unnamed.unnamed = true;
      return UNNAMED.stream().anyMatch(head.text().toLowerCase(Locale.ROOT)::startsWith)
          ? List.of(unnamed)
          : List.of();
    }
    if (named.size() > 1 && NounReader.isEdition(named.getLast())) {
      named.removeLast(); // "a Power BI Pro license"
    }
    if (named.size() > 1 && HOLDERS.contains(named.getLast().text().toLowerCase(Locale.ROOT))) {
      named.removeLast(); // "a Shopify Partner account"
    }
    Lexeme last = named.getLast();
    boolean program =
        last.term() != null
            && Set.of(Kind.TOOL, Kind.RUNTIME, Kind.OS).contains(last.term().kind());
    String noun = head.text().toLowerCase(Locale.ROOT);
    boolean use = PROGRAM_USE.contains(noun);
    boolean own = noun.startsWith("account") || noun.contains("token");
    if (program && own && vocabulary.terms(last.text()).size() == 1) {
      program = false; // "an npm account"
    }
    if (program && last.term(Kind.SERVICE) == null && (use || !Nouns.capital(last))) {
      return List.of(Nouns.mention(last.term())); // "bash access", "SSH access"
    }
    if (use && last.code() && last.term() == null && !Nouns.capital(last)) {
      return List.of(new Mention(Kind.TOOL, last.text())); // "`acme2cli` access"
    }
    boolean library =
        last.term() != null && last.terms().stream().allMatch(t -> t.kind() == Kind.PACKAGE);
    boolean held = noun.startsWith("licen") || noun.endsWith("account") || noun.endsWith("key");
    if (library && !held) {
      return List.of(); // "GraphQL API access"
    }
    Mention account = new Mention(Kind.CREDENTIAL, serviceName(named));
    account.access = noun.equals("access");
    return List.of(account);
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
    return names.joined(words, false);
  }
}
