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
    List<Lexeme> named = new ArrayList<>(before);
    while (!named.isEmpty()
        && !(named.getLast().is(Role.HEAD) && isMcp(named.getLast())) // "the mcp package"
        && (named
                .getLast()
                .is(
                    Role.HEAD,
                    Role.GLUE,
                    Role.VERSION,
                    Role.COMPARATOR,
                    Role.OR_LATER,
                    Role.AT_LEAST)
            || ECOSYSTEM_WORDS.contains(named.getLast().text().toLowerCase(Locale.ROOT)))) {
      named.removeLast();
    }
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
    if (named.isEmpty()) {
      return null;
    }
    boolean provider = head.text().equalsIgnoreCase("provider");
    if (provider && HeadNouns.words(before, after).stream().noneMatch(w -> w.is(Role.VERSION))) {
      return null; // "the board provider"; those of Terraform have versions
    }
    Term known = named.getLast().term(Kind.PACKAGE);
    boolean brand = named.getLast().term() != null && known == null && !named.getLast().code();
    boolean plain = brand && !Nouns.capital(named.getLast()) && named.getLast().is(Role.TERM);
    boolean program = ecosystem(head) && named.getLast().term(Kind.TOOL) != null;
    if (plain && named.size() == 1 && (program || named.getLast().term().kind() == Kind.SERVICE)) {
      return List.of(new Mention(Kind.PACKAGE, named.getLast().text())); // "stripe Python package"
    }
    Term tool = named.getLast().term(Kind.TOOL);
    boolean itself = // "the official ffmpeg package"; but "an npm package"
        plain
            && named.size() == 1
            && after.isEmpty()
            && tool != null
            && head.text().equals("package")
            && !vocabulary.packageManager(tool.name())
            && !ECOSYSTEM_WORDS.contains(tool.name());
    if (itself) {
      return List.of(Nouns.mention(tool));
    }
    if (brand) {
      return head.text().equalsIgnoreCase("framework") ? null : sdk(named, after, head);
    }
    if (!named.getLast().code() && vocabulary.adjective(named.getLast().text())) {
      return null; // "whichever platform-specific package"
    }
    boolean kit = head.text().equalsIgnoreCase("sdk") && named.size() == 1 && known == null;
    if (kit && named.getLast().capitalised() && word(named.getLast())) {
      String name = named.getLast().text().toLowerCase(Locale.ROOT);
      Mention mention = new Mention(Kind.PACKAGE, name + "-sdk"); // "the Acme SDK 2.x"
      return List.of(Nouns.versioned(mention, after, 0));
    }
    boolean scoped = named.getLast().is(Role.SCOPED);
    boolean single = named.size() == 1 || named.getLast().code() || known != null || scoped;
    if (!single
        || (known == null
            && !(follows && after.size() == 1 && ecosystem(head) && word(named.getLast()))
            && !(after.isEmpty() && titled(named.getLast(), follows, head))
            && !packageLike(
                named.getLast(),
                follows && !head.text().endsWith("s"), // "the packages zorbix and emca"
                vocabulary.ordinary(named.getLast().text())))) {
      return List.of();
    }
    Mention mention =
        new Mention(
            Kind.PACKAGE,
            known == null ? named.getLast().text().toLowerCase(Locale.ROOT) : known.name());
    List<Lexeme> versions = follows ? named : HeadNouns.from(before, named.getLast());
    return List.of(Nouns.versioned(mention, HeadNouns.words(versions, after), 0));
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
