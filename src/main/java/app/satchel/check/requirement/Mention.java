package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.List;
import java.util.Locale;

/** A requirement while its sentence is being read: everything may still change. */
final class Mention {
  Kind kind;
  String name;
  String version;
  Level level = Level.REQUIRED;

  /** Number of the group of alternatives it belongs to; 0 for none. */
  int group;

  /** The sign or word that joins it to the item before it in the list; null for the first. */
  Role joinedBy;

  /** Whether a comma stands before that word ({@code a, b, or c}). */
  boolean commaBefore;

  /** Which list it stands in: verbs, purposes and sentences begin a new one. */
  int list;

  /** All that its part of a sentence asks for. */
  boolean sole;

  /** Stands after the comma behind a plural, which does not speak of it. */
  boolean afterPlural;

  /** Whether an article stands before it. */
  boolean article;

  /** Written in lower case. */
  boolean lower;

  /** Which run between commas it stands in. */
  int run;

  /** A word in a list of which it is not known yet what it names. */
  boolean unknown;

  /** An unknown word with a capital: only a list of packages makes it one. */
  boolean title;

  /** An unknown word in lower case that is none of everyday language. */
  boolean strange;

  /** An everyday word in backticks: only a plural that says what it is makes it a name. */
  boolean everyday;

  /** Written in backticks. */
  boolean code;

  /** An unknown word in a list that no verb and no label governs. */
  boolean bare;

  /** An unknown name with a capital where only a product can stand. */
  boolean product;

  /** What only one of the ways before and after it needs besides. */
  boolean beside;

  /** Taken for the product that runs the skill because it stands alone. */
  boolean alone;

  /** Stands in brackets, whose list is one. */
  boolean inBrackets;

  /** One of those that "either" opens: the choice is of all of them. */
  boolean either;

  /** The last of a choice that goes on with something without a name: "a, b or any other". */
  boolean openChoice;

  /** One of those that a skill "supports". */
  boolean supported;

  /** Named by an ordinary word alone: only others of its kind in the list make it a name. */
  boolean doubtful;

  /** Named like a service, but in lower case as packages are. */
  boolean plainService;

  /** Everything its name can mean; what stands beside it tells which. */
  List<Term> readings = List.of();

  /** Another version of what was named before: "Acme 2 or 3". */
  boolean again;

  /** A name nobody knows that only its version makes one. */
  boolean floored;

  /** Whether its version is said to be a floor: "3+", ">= 3", "3 or later". */
  boolean floor;

  /** A key whose noun may speak of the services before it, too: "an Acme or Emca API key". */
  boolean shares;

  /** The language of the projects it is for: needed with the programs it is used with. */
  boolean language;

  /** Access to a service, which a server may give: "Acme access via MCP". */
  boolean access;

  /** An API key or a token, which a variable may hold. */
  boolean key;

  /** An API key without the name of its service. */
  boolean unnamed;

  /** The subject of a statement: says nothing of how much it is needed. */
  boolean subject;

  /** Introduced by "via": stays a requirement even as part of a subject. */
  boolean via;

  /** The command by which an agent was named in lower case; null for everything else. */
  String command;

  /** The known name as it is written, in lower case; empty for what nobody knows. */
  String written = "";

  /** What it is for, in lower case; empty when nothing was said. */
  String purpose = "";

  /** The sentence it stands in. */
  int sentenceStart;

  int sentenceEnd;

  /** Whether its sentence has one part only. */
  boolean whole;

  /** Where in its sentence its part begins. */
  int part;

  Mention(Kind kind, String name) {
    this.kind = kind;
    this.name = name;
  }

  static Mention unknown(String name) {
    Mention mention = new Mention(Kind.PACKAGE, name.toLowerCase(Locale.ROOT));
    mention.unknown = true;
    return mention;
  }

  /** Gives an API key the name of its service. */
  void name(String service) {
    name = service;
    unnamed = service.isEmpty();
  }

  /** Where no verb or label governs, a capital alone is no proof of a product. */
  void onlyTitle() {
    product = false;
    title = true;
    strange = true;
  }

  /** Named for its command: the program rather than the product that runs the skill. */
  void asCommand() {
    if (kind == Kind.AGENT && command != null) {
      kind = Kind.TOOL;
      name = command;
    } else if (unknown && code) {
      kind = Kind.TOOL;
      unknown = false;
    }
  }

  /** All that a text says: a name that nobody knows is the product that runs the skill. */
  void asHost() {
    if (kind == Kind.TOOL && readings.isEmpty() && version == null && strange) {
      kind = Kind.AGENT;
    }
  }

  /** Beside a skill: a name of several words that nobody knows is another skill. */
  void asCompanion() {
    boolean slug = unknown && !product && !title || lower && kind == Kind.TOOL;
    if (slug && name.indexOf('-') > 0) {
      kind = Kind.SKILL;
      unknown = false;
    }
  }

  /** Said to be of a language: the library rather than the program of that name. */
  void asPackage() {
    for (Term term : readings) {
      if (term.kind() == Kind.PACKAGE) {
        kind = Kind.PACKAGE;
        name = term.name();
      }
    }
  }

  /** Said to be on the PATH: the program rather than the application. */
  void asProgram() {
    for (Term term : readings) {
      if (kind == Kind.SERVICE && term.kind() == Kind.TOOL) {
        kind = Kind.TOOL;
        name = term.name();
      }
    }
  }

  /** Whether it is a program or library, which a skill can need for a part alone. */
  boolean partial() {
    return kind == Kind.TOOL || kind == Kind.RUNTIME || kind == Kind.PACKAGE;
  }

  /** Whether a name says that it is that of a program. */
  boolean cli() {
    return name.endsWith("-cli");
  }

  void require() {
    level = Level.REQUIRED;
  }

  /** Said to be needed or of use after its name, so that it is the name of something. */
  void spokenOf() {
    bare = false;
  }

  /** Lowers the level: optional wins over conditional, both over required. */
  void demote(Level lower) {
    if (level == Level.REQUIRED || lower == Level.OPTIONAL) {
      level = lower;
    }
  }
}
