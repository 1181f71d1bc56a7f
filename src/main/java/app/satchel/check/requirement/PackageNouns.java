package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what stands beside "package", "library", "SDK" and their like. */
final class PackageNouns {
  /** Ways to say in whose package manager something is; no part of a name. */
  private static final Set<String> ECOSYSTEM_WORDS =
      Set.of(
          "python",
          "node",
          "npm",
          "pip",
          "conda",
          "r",
          "ruby",
          "java",
          "go",
          "rust",
          "php",
          "swift",
          "typescript",
          "javascript",
          "dart",
          "julia",
          "composer",
          "nuget");

  private final Vocabulary vocabulary;

  PackageNouns(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * @param before the words before the noun, trimmed
   * @param after those behind it
   * @return null when it says nothing here
   */
  List<Mention> read(List<Lexeme> before, List<Lexeme> after, Lexeme head) {
    List<Lexeme> named = named(before);
    boolean several = head.text().toLowerCase(Locale.ROOT).endsWith("packages");
    if (!named.isEmpty() && several && after.size() == 1 && after.getFirst().is(Role.TERM)) {
      List<Mention> own = read(before, List.of(), head); // "Acme 3.18 packages emca, zorbix"
      List<Mention> both = new ArrayList<>(own == null ? List.of() : own);
      both.add(Nouns.mention(after.getFirst().term()));
      return both;
    }
    boolean follows = named.isEmpty();
    if (follows) {
      named.addAll(after.stream().limit(1).toList());
    }
    if (named.isEmpty() || isProvider(before, after, head)) {
      return null;
    }
    Lexeme name = named.getLast();
    Term known = name.term(Kind.PACKAGE);
    if (name.term() != null && known == null && !name.code()) {
      return brand(named, after, head);
    }
    if (!name.code() && vocabulary.adjective(name.text())) {
      return null; // "whichever platform-specific package"
    }
    if (isKit(named, head)) {
      String kit = name.text().toLowerCase(Locale.ROOT) + "-sdk";
      return List.of(Nouns.versioned(new Mention(Kind.PACKAGE, kit), after, 0));
    }
    boolean single = named.size() == 1 || name.code() || known != null || name.is(Role.SCOPED);
    if (!single || known == null && !isName(name, after, head, follows)) {
      return List.of();
    }
    String called = known == null ? name.text().toLowerCase(Locale.ROOT) : known.name();
    List<Lexeme> versions = follows ? named : HeadNouns.from(before, name);
    return List.of(
        Nouns.versioned(new Mention(Kind.PACKAGE, called), HeadNouns.words(versions, after), 0));
  }

  /** The words before the noun without versions and ecosystems. */
  private static List<Lexeme> named(List<Lexeme> before) {
    List<Lexeme> named = new ArrayList<>(before);
    while (!named.isEmpty() && describes(named.getLast())) {
      named.removeLast();
    }
    return named;
  }

  private static boolean describes(Lexeme last) {
    if (last.is(Role.HEAD) && isMcp(last)) {
      return false; // "the mcp package"
    }
    return last.is(
            Role.HEAD, Role.GLUE, Role.VERSION, Role.COMPARATOR, Role.OR_LATER, Role.AT_LEAST)
        || ECOSYSTEM_WORDS.contains(last.text().toLowerCase(Locale.ROOT));
  }

  /** "the board provider"; those of Terraform have versions. */
  private static boolean isProvider(List<Lexeme> before, List<Lexeme> after, Lexeme head) {
    return head.text().equalsIgnoreCase("provider")
        && HeadNouns.words(before, after).stream().noneMatch(w -> w.is(Role.VERSION));
  }

  /** "stripe Python package", "the official ffmpeg package", "OpenTelemetry SDK" */
  private List<Mention> brand(List<Lexeme> named, List<Lexeme> after, Lexeme head) {
    Lexeme name = named.getLast();
    boolean plain = named.size() == 1 && !Nouns.capital(name) && name.is(Role.TERM);
    Term tool = name.term(Kind.TOOL);
    boolean library = ecosystem(head) && tool != null || name.term().kind() == Kind.SERVICE;
    if (plain && library) {
      return List.of(new Mention(Kind.PACKAGE, name.text()));
    }
    boolean itself = // but "an npm package"
        plain
            && after.isEmpty()
            && tool != null
            && head.text().equals("package")
            && !vocabulary.packageManager(tool.name())
            && !ECOSYSTEM_WORDS.contains(tool.name());
    if (itself) {
      return List.of(Nouns.mention(tool));
    }
    return head.text().equalsIgnoreCase("framework") ? null : sdk(named, after, head);
  }

  /** "the Acme SDK 2.x" of a maker nobody knows. */
  private boolean isKit(List<Lexeme> named, Lexeme head) {
    Lexeme name = named.getLast();
    return head.text().equalsIgnoreCase("sdk")
        && named.size() == 1
        && name.term(Kind.PACKAGE) == null
        && name.capitalised()
        && word(name);
  }

  /** Whether a word that nobody knows is the name of a package here. */
  private boolean isName(Lexeme name, List<Lexeme> after, Lexeme head, boolean follows) {
    boolean behind = follows && after.size() == 1 && ecosystem(head) && word(name);
    boolean before = after.isEmpty() && titled(name, follows, head);
    boolean doubtful = follows && !head.text().endsWith("s"); // "the packages zorbix and emca"
    return behind || before || packageLike(name, doubtful, vocabulary.ordinary(name.text()));
  }

  private static boolean isMcp(Lexeme word) {
    return word.code() || word.text().equals("mcp");
  }

  /** "the npm package acme": whose package it is leaves no doubt that a name follows. */
  private static boolean ecosystem(Lexeme head) {
    String first = head.text().toLowerCase(Locale.ROOT).split(" ")[0];
    return ECOSYSTEM_WORDS.contains(first) && !head.text().endsWith("s");
  }

  private boolean word(Lexeme name) {
    return name.is(Role.WORD) && Nouns.isSlug(name.text()) && !vocabulary.ordinary(name.text());
  }

  /** "the AcmeSkills package": a capitalised word that no dictionary has. */
  private boolean titled(Lexeme name, boolean follows, Lexeme head) {
    return !follows && head.text().equals("package") && name.capitalised() && word(name);
  }

  /** Whether an unknown word beside "package" is its name rather than part of the sentence. */
  private static boolean packageLike(Lexeme word, boolean follows, boolean ordinary) {
    String name = word.text();
    boolean lower =
        name.equals(name.toLowerCase(Locale.ROOT)) && Nouns.isSlug(name)
            || Nouns.isVendored(name)
            || Nouns.isSpace(name);
    boolean composed = name.indexOf('-') > 0 || name.indexOf('_') > 0 || Nouns.isSpace(name);
    boolean everyday = !word.code() && !composed && ordinary;
    return !everyday && packageShaped(word, lower, composed, follows);
  }

  private static boolean packageShaped(
      Lexeme word, boolean lower, boolean composed, boolean doubtful) {
    return word.is(Role.SCOPED)
        || (word.is(Role.WORD) || word.code())
            && lower
            && word.text().length() > 2
            && (word.code() || composed || !doubtful);
  }

  /** "OpenTelemetry SDK" names the package; a runtime's or tool's own SDK is that runtime. */
  private List<Mention> sdk(List<Lexeme> named, List<Lexeme> after, Lexeme head) {
    Term term = named.getLast().term(Kind.SERVICE);
    if (term != null && head.text().toLowerCase(Locale.ROOT).contains("sdk")) {
      Mention mention = new Mention(Kind.PACKAGE, term.name() + "-sdk");
      return List.of(Nouns.versioned(mention, after, 0));
    }
    return null;
  }
}
