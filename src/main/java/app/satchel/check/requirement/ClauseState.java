package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.List;

/** Where the reading of one part of a sentence has come to. Mutable, used by one reader only. */
final class ClauseState {
  /** The level of what is named next. */
  Level level = Level.REQUIRED;

  /** Whether unknown words may stand beside names: after a verb of need or a heading. */
  boolean lenient;

  /** Whether an earlier part of the sentence had a verb that also governs this one. */
  boolean verbBefore;

  /** Whether this is what stands in brackets. */
  boolean inBrackets;

  /** After a word of denial. */
  boolean negated;

  /** After "does not support": systems are excluded. */
  boolean excludes;

  /** Inside a purpose or circumstance: nothing there is needed. */
  boolean purpose;

  /** After "aware of", "ready for": all that follows only says what there is to work on. */
  boolean scope;

  /** Inside a condition after an item: its verb is not one of need. */
  boolean condition;

  /** Whether the part opened with a condition that holds for all of it. */
  boolean conditional;

  /** After a preposition: only supported systems and products count. */
  boolean afterPreposition;

  /** After "on" and a system that all is needed on. */
  boolean onSystem;

  /** After "tested with" or "for example". */
  boolean verified;

  /** What the network was said to be needed for, or null: "network access to the Acme API". */
  Mention reached;

  /** Whether that is how something was made or installed, which ends at a comma. */
  boolean made;

  /** Whether that stands behind something that is needed. */
  boolean tested;

  /** Whether what is negated ends at a comma: "acme without a server, git and jq". */
  boolean without;

  /** In what is said of the project that something is needed in. */
  boolean inProject;

  /** Directly after "connected to". */
  boolean connected;

  /** Directly after "from", "by" and their like. */
  boolean source;

  /** After "is": an unknown word there is a participle rather than a name. */
  boolean predicate;

  /** How many things were known before the last "is". */
  int knownBefore;

  /** After "via". */
  boolean via;

  /** Whether a verb of need or use went before. */
  boolean positiveVerb;

  /** After "logged in to": a service is named for the account there. */
  boolean signedIn;

  /** How many things were named before the last "and" of the run; -1 without one. */
  int beforeAnd = -1;

  /** After a colon: the list that follows is one. */
  boolean afterColon;

  /** After "requires access to": a service is named for the account there. */
  boolean access;

  /** Whether the last verb was one of use. */
  boolean useVerb;

  /** After "with": what follows belongs to what went before. */
  boolean afterWith;

  boolean afterBut;

  boolean optionally;

  /** After an install command, whose brackets name systems or managers. */
  boolean afterInstall;

  /** In a statement that names no requirements. */
  boolean idle;

  /** After what something falls back to. */
  boolean fellBack;

  /** How much that was needed which the next item can stand for. */
  Level spareLevel = Level.OPTIONAL;

  /** What the next item can stand for: before "falls back to"; else empty. */
  List<Mention> insteadOf = List.of();

  /** After "falls back to" with nothing that it could stand for: only known names count. */
  boolean fallsBack;

  /** Right before a "for": "acme for letters, emca for slides". */
  boolean ownPurpose;

  /** Right before a "required" that ends the sentence, or "must be running". */
  boolean demanded;

  /** After "self-managed": the ways to have what was named follow. */
  boolean hosting;

  /** After "network access to": hosts and services follow, which are no needs of their own. */
  boolean hosts;

  /** After "designed for" and its like. */
  boolean madeFor;

  /** After "supports": what is named are the choices a person has. */
  boolean supports;

  /** After "works with": what is named goes together with the skill. */
  boolean worksWith;

  /** Whether it was said that all works without what follows. */
  boolean spared;

  /** Whether this list has had a purpose: unknown words after it may belong to that. */
  boolean purposeSeen;

  /** What stood before a colon and waits for its version, or null. */
  Mention labelled;

  /** The group that "one of" began; 0 for none. */
  int oneOf;

  /** How many things were named before "either"; -1 without one. */
  int either = -1;

  /** After the "or" of an "either". */
  boolean otherwise;

  /** In what only one of the alternatives of an "either" needs. */
  boolean oneWay;

  Role joinedBy;

  boolean commaBefore;

  /** Whether brackets stand directly before. */
  boolean afterBrackets;

  /** Whether brackets follow directly. */
  boolean beforeBrackets;

  /** Where the subject of the next verb begins. */
  int subjectStart;

  List<Mention> lastItem = List.of();

  boolean lastItemKnown = true;

  /** What a plural said the words of the list are, or null. */
  Kind listKind;

  /** Whether the part begins with the item, and then says what it has: "Acme with its tools". */
  boolean equipped;

  /** Whether a plural spoke of what stands before it, and no more. */
  boolean pluralSaid;

  /** After the comma that follows such a plural. */
  boolean pluralOver;

  /** Whether the last item was any of a sort, so that brackets after it give examples. */
  boolean anyOfSort;

  /** What a noun without a name said that brackets after it name, or null. */
  Kind bracketKind;

  /** What the label before a colon said of the list, so that spaces may part its words; or null. */
  Kind labelKind;

  /** Whether that is only the next item: "the MCP server of Acme and git". */
  boolean labelsOne;

  /** After "the acme CLI:" an install command only says where it comes from. */
  boolean installHint;

  /** The level that brackets before an item gave to it alone, or null. */
  Level nextLevel;

  /** What was said of the item that ends here says nothing of the next. */
  void endItem() {
    afterInstall = false;
    joinedBy = null;
    signedIn = false;
    afterWith = false;
    commaBefore = false;
    nextLevel = null;
    labelKind = labelsOne ? null : labelKind;
    labelsOne = false;
  }

  /** After a verb everything begins anew. */
  void beginVerb(boolean use, int at) {
    labelKind = null;
    pluralSaid = false;
    pluralOver = false;
    either = -1;
    otherwise = false;
    oneWay = false;
    optionally = false;
    positiveVerb = true;
    useVerb = use;
    worksWith = false;
    madeFor = false;
    supports = false;
    hosting = false;
    hosts = false;
    purpose = false;
    scope = false;
    purposeSeen = false;
    predicate = false;
    idle = false;
    afterPreposition = false;
    verified = false;
    joinedBy = null;
    lastItem = List.of();
    lastItemKnown = true;
    subjectStart = at + 1;
  }

  /** "either a or b with c": c goes with b alone. */
  void beginWith() {
    boolean runtime = !lastItem.isEmpty() && lastItem.getLast().kind == Kind.RUNTIME;
    afterPreposition &= !runtime; // "Acme 3 on Java 21 with Emca"
    afterWith = true;
    oneWay |= otherwise;
    joinedBy = Role.AND;
  }

  /** "either a browser or the acme CLI": all of the other way is for that way only. */
  void beginOr(int named) {
    otherwise |= either >= 0;
    oneWay |= either == named;
  }

  /** A comma ends purposes and circumstances, and a denial within a list of needs. */
  void beginRun(int at) {
    purpose = scope;
    access = false;
    condition = false;
    predicate = false;
    afterPreposition = false;
    positiveVerb |= without;
    without = false;
    negated &= !positiveVerb || excludes;
    joinedBy = Role.COMMA;
    beforeAnd = -1;
    commaBefore = true;
    via = false;
    pluralOver |= pluralSaid;
    subjectStart = at + 1;
  }
}
