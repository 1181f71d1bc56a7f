package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds out which things of a list are alternatives: joined by words, signs, or their sort. */
final class Choices {
  /** Lists of these are one choice, with or without a comma before "or". */
  private static final Set<Kind> CHOICES = Set.of(Kind.OS, Kind.AGENT, Kind.PACKAGE, Kind.MCP);

  /** What a command may be read as: "codex CLI or claude CLI". */
  private static final Set<Kind> PROGRAMS = Set.of(Kind.AGENT, Kind.TOOL);

  private Choices() {}

  /** Gives alternatives their common group; the kinds of all mentions are settled by now. */
  static void settle(List<Mention> mentions, Prose prose) {
    alternatives(mentions, prose);
    pairs(mentions);
    supported(mentions, prose);
    row(mentions, prose);
    openChoices(mentions, prose);
  }

  private static void alternatives(List<Mention> mentions, Prose prose) {
    for (int i = 1; i < mentions.size(); i++) {
      Mention last = mentions.get(i);
      Mention previous = mentions.get(i > 1 && mentions.get(i - 1).beside ? i - 2 : i - 1);
      boolean or = last.joinedBy == Role.OR || last.joinedBy == Role.SLASH;
      boolean system = last.kind == Kind.OS ^ previous.kind == Kind.OS;
      boolean programs = last.kind == Kind.TOOL && previous.kind == Kind.TOOL;
      boolean pair = // "Ruby 3.2+/Rails 7.1+", but not "bash 4+ / pwsh 7+"
          last.version != null
              && previous.version != null
              && !last.name.equals(previous.name)
              && !programs;
      if (!or
          || last.joinedBy == Role.SLASH && variables(previous, last) // "ACME_ID/ACME_KEY": both
          || last.joinedBy == Role.SLASH && family(previous, last) // "acme_pub/acme_sub": both
          || pair && last.joinedBy == Role.SLASH // "Ruby 3.2+/Rails 7.1+": both
          || system && last.joinedBy == Role.SLASH // "Windows/PowerShell": both
          || last.list != previous.list
          || last.group != 0 && last.group == previous.group) {
        continue;
      }
      List<Mention> group = new ArrayList<>(List.of(previous, last));
      if (last.joinedBy == Role.OR && extends_(mentions, i, prose)) {
        int j = i - 1;
        Kind kind = last.commaBefore ? previous.kind : last.kind; // "the a MCP, the b MCP, or c"
        while (j > 0
            && continues(mentions.get(j))
            && (alike(mentions.get(j - 1).kind, kind)
                || prose.packageManager(last.name) && prose.packageManager(mentions.get(j - 1).name)
                || last.inBrackets && mentions.get(j - 1).inBrackets)
            && (!last.again || mentions.get(j - 1).name.equals(last.name))) {
          group.add(mentions.get(--j));
        }
      }
      int number = group.stream().mapToInt(m -> m.group).filter(g -> g != 0).findFirst().orElse(0);
      int common = number == 0 ? prose.newGroup() : number;
      group.forEach(mention -> mention.group = common);
    }
  }

  /** "Azure, AWS, GCP": a list of services and nothing else says with which of them it works. */
  private static void supported(List<Mention> mentions, Prose prose) {
    boolean services =
        mentions.size() > 2
            && mentions.stream().allMatch(m -> m.kind == Kind.SERVICE && m.group == 0)
            && mentions.stream().skip(1).allMatch(Choices::continues);
    boolean bare = mentions.stream().allMatch(m -> m.version == null && m.level == Level.REQUIRED);
    if (services && bare && !prose.needs()) {
      int group = prose.newGroup();
      mentions.forEach(mention -> mention.group = group);
    }
  }

  /** "Acme 17, 18": versions in a row are alternatives as with "or". */
  private static void row(List<Mention> mentions, Prose prose) {
    for (int i = 1; i < mentions.size(); i++) {
      Mention last = mentions.get(i);
      Mention first = mentions.get(i - 1);
      boolean same = last.name.equals(first.name) && last.kind == first.kind;
      boolean plain = last.again && !last.floor && !first.floor && last.level == first.level;
      if (same && plain && last.joinedBy == Role.COMMA && last.group == 0) {
        first.group = first.group == 0 ? prose.newGroup() : first.group;
        last.group = first.group;
      }
    }
  }

  /** "ACME_ID and ACME_SECRET, or EMCA_KEY": two that only go together stand for the third. */
  private static void pairs(List<Mention> mentions) {
    for (int i = 1; i < mentions.size(); i++) {
      Mention one = mentions.get(i - 1);
      Mention other = mentions.get(i);
      boolean pair =
          other.joinedBy == Role.AND
              && one.list == other.list
              && variables(one, other)
              && stem(one).equals(stem(other));
      if (pair && (one.group == 0) != (other.group == 0)) {
        int group = Math.max(one.group, other.group);
        one.group = group;
        other.group = group;
      }
    }
  }

  /** Whether two programs are parts of one: their names begin alike. */
  private static boolean family(Mention one, Mention other) {
    int end = one.name.indexOf('_');
    return end > 0
        && one.kind == Kind.TOOL
        && other.kind == Kind.TOOL
        && other.name.startsWith(one.name.substring(0, end + 1));
  }

  private static String stem(Mention variable) {
    return variable.name.substring(0, variable.name.indexOf('_'));
  }

  private static boolean variables(Mention one, Mention other) {
    return VersionWords.isVariable(one.name) && VersionWords.isVariable(other.name);
  }

  /** "a, b, or any other": alternatives although the last has no name. */
  private static void openChoices(List<Mention> mentions, Prose prose) {
    for (int i = 1; i < mentions.size(); i++) {
      Mention last = mentions.get(i);
      int first = i;
      while (first > 0
          && continues(mentions.get(first))
          && mentions.get(first - 1).list == last.list
          && mentions.get(first - 1).kind == last.kind) {
        first--;
      }
      if (last.openChoice && first < i && last.group == 0) {
        int group = prose.newGroup();
        mentions.subList(first, i + 1).forEach(mention -> mention.group = group);
      }
    }
  }

  /** Whether things of two kinds stand for each other in a choice. */
  private static boolean alike(Kind one, Kind other) {
    return one == other || PROGRAMS.contains(one) && PROGRAMS.contains(other);
  }

  private static boolean continues(Mention mention) {
    return mention.joinedBy == Role.COMMA || mention.joinedBy == Role.SLASH;
  }

  /** Whether the "or" speaks of the whole list before it: {@code a, b, or c}, {@code a, b or c}. */
  private static boolean extends_(List<Mention> mentions, int or, Prose prose) {
    Mention last = mentions.get(or);
    if (last.commaBefore || last.again || last.either && mentions.get(or - 1).either) {
      return true;
    }
    boolean goesOn =
        mentions.subList(or + 1, mentions.size()).stream()
            .anyMatch(m -> m.list == last.list && m.joinedBy == Role.AND);
    // "the codex, claude or gemini CLI": each stands for an agent.
    boolean agents =
        mentions.stream().filter(m -> m.list == last.list).allMatch(m -> prose.agent(m.name));
    List<Mention> list = mentions.stream().filter(m -> m.list == last.list).toList();
    boolean one =
        list.size() > 2
            && list.size() < 5
            && list.stream().allMatch(m -> alike(m.kind, last.kind) && m.level == last.level)
            && list.stream().map(m -> m.version == null).distinct().count() == 1;
    one |= list.stream().allMatch(m -> prose.packageManager(m.name));
    return !goesOn
        && (one
            || agents
            || last.inBrackets && mentions.get(or - 1).inBrackets
            || CHOICES.contains(last.kind) && list.stream().allMatch(m -> m.kind == last.kind));
  }
}
