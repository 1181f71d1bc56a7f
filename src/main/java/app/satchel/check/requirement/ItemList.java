package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * The mentions of one part of a sentence, in order. A verb begins a new list, a comma a new run in
 * it: what a word after an item speaks of ("recommended", "if available") is one or the other.
 */
final class ItemList {
  private final List<Mention> own = new ArrayList<>();
  private int list;
  private int run;

  /** All mentions; the list itself, which {@link Lists} still changes. */
  List<Mention> all() {
    return own;
  }

  boolean isEmpty() {
    return own.isEmpty();
  }

  /** How many of the mentions are known to name something, or look like it. */
  int named() {
    return (int) own.stream().filter(m -> !m.unknown || m.strange || m.code).count();
  }

  /** How many of the mentions are known to name something. */
  int known() {
    return (int) own.stream().filter(mention -> !mention.unknown).count();
  }

  /** The last mention, or null. */
  Mention last() {
    return own.isEmpty() ? null : own.getLast();
  }

  /** The run that is being filled. */
  int lastRun() {
    return run;
  }

  void beginList() {
    list++;
    run++;
  }

  void beginRun() {
    run++;
  }

  /** Adds what an install command names: no verb after it takes it for its subject. */
  void addInstalled(Mention mention) {
    mention.list = -1;
    mention.run = -1;
    own.add(mention);
  }

  /** Adds a mention where the sentence has come to. */
  void add(Mention mention) {
    mention.list = list;
    mention.run = run;
    own.add(mention);
  }

  List<Mention> inRun() {
    return own.stream().filter(m -> m.list == list && m.run == run).toList();
  }

  List<Mention> inList() {
    return own.stream().filter(m -> m.list == list).toList();
  }

  /** Takes out what stands in the current run without a version. */
  void removeUnversionedRun() {
    own.removeIf(m -> m.list == list && m.run == run && m.version == null);
  }

  /** What is done without: optional, or needed for its purpose only. */
  static void spare(List<Mention> mentions) {
    for (Mention mention : mentions) {
      if (mention.level == Level.CONDITIONAL) {
        continue; // "Full mode needs Node; the viewer works without it"
      }
      mention.demote(mention.purpose.isEmpty() ? Level.OPTIONAL : Level.CONDITIONAL);
    }
  }

  /** The last item, with the alternatives it is joined to. */
  List<Mention> lastAlternatives() {
    List<Mention> last = new ArrayList<>();
    for (int i = own.size() - 1; i >= 0; i--) {
      Mention mention = own.get(i);
      last.add(mention);
      boolean pair = mention.joinedBy == Role.AND && i > 0 && variables(own.get(i - 1), mention);
      if (mention.joinedBy != Role.OR && mention.joinedBy != Role.SLASH && !pair) {
        break;
      }
    }
    return last;
  }

  /** "ACME_ID and ACME_SECRET for the upload": two that only go together. */
  private static boolean variables(Mention one, Mention other) {
    return one.run == other.run
        && VersionWords.isVariable(one.name)
        && VersionWords.isVariable(other.name);
  }

  /** Takes out the words of the list that nobody knows and that nothing made a name. */
  void dropUnknown() {
    own.removeIf(m -> m.list == list && m.unknown && !m.code && m.version == null);
  }

  /** Takes out the programs and libraries that the list names without a version. */
  void dropPrograms() {
    own.removeIf(
        m ->
            m.list == list && m.version == null && (m.kind == Kind.TOOL || m.kind == Kind.PACKAGE));
  }

  /** Takes out what the list names without a version. */
  void dropList() {
    own.removeIf(m -> m.list == list && m.version == null);
  }

  /** Items that turned out to be the subject of a verb are not needed themselves. */
  void dropSubject() {
    own.removeIf(
        mention -> {
          boolean subject = mention.list == list && mention.run == run;
          if (subject && mention.via) {
            mention.level = Level.CONDITIONAL;
          }
          boolean library = mention.kind == Kind.PACKAGE || mention.kind == Kind.RUNTIME;
          boolean optional = mention.level == Level.OPTIONAL && !mention.unknown && library;
          return subject && !mention.via && !optional; // "Optional acme loggers need more"
        });
  }

  static void level(List<Mention> mentions, Level level) {
    if (level != Level.REQUIRED) {
      mentions.forEach(mention -> mention.demote(level));
    }
  }

  /** Systems in the current run are excluded; anything else there is not needed. */
  void excludeRun() {
    for (Mention mention : inRun()) {
      if (mention.kind == Kind.OS) {
        mention.level = Level.EXCLUDED;
      } else {
        own.remove(mention);
      }
    }
  }
}
