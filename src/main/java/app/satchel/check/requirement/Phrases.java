package app.satchel.check.requirement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The phrases of a vocabulary as a tree, word by word: what role each has in a sentence, and what
 * it names. Filled once, then only read.
 */
final class Phrases {
  /** Which role the phrases of a group of {@code words} have. */
  private static final Map<String, Role> ROLES =
      Map.ofEntries(
          Map.entry("need", Role.NEED),
          Map.entry("needPart", Role.NEED_PART),
          Map.entry("use", Role.USE),
          Map.entry("usePart", Role.USE_PART),
          Map.entry("prefer", Role.PREFER),
          Map.entry("required", Role.REQUIRED),
          Map.entry("optional", Role.OPTIONAL),
          Map.entry("optionally", Role.OPTIONALLY),
          Map.entry("ifAvailable", Role.IF_AVAILABLE),
          Map.entry("onlyFor", Role.ONLY_FOR),
          Map.entry("skipped", Role.SKIPPED),
          Map.entry("fallback", Role.FALLBACK),
          Map.entry("not", Role.NOT),
          Map.entry("excludes", Role.EXCLUDES),
          Map.entry("unsupported", Role.UNSUPPORTED),
          Map.entry("verified", Role.VERIFIED),
          Map.entry("provided", Role.PROVIDED),
          Map.entry("oneOf", Role.ONE_OF),
          Map.entry("and", Role.AND),
          Map.entry("or", Role.OR),
          Map.entry("with", Role.WITH),
          Map.entry("but", Role.BUT),
          Map.entry("for", Role.FOR),
          Map.entry("condition", Role.CONDITION),
          Map.entry("to", Role.TO),
          Map.entry("preposition", Role.PREPOSITION),
          Map.entry("copula", Role.COPULA),
          Map.entry("orLater", Role.OR_LATER),
          Map.entry("atMost", Role.AT_MOST),
          Map.entry("atLeast", Role.AT_LEAST),
          Map.entry("rename", Role.RENAME),
          Map.entry("onPath", Role.ON_PATH),
          Map.entry("glue", Role.GLUE),
          Map.entry("generic", Role.GENERIC));

  /** A place in the tree of phrases, word by word. */
  private static final class Node {
    final Map<String, Node> next = new HashMap<>();
    final List<Term> terms = new ArrayList<>();
    Role role;
    String head;
  }

  /**
   * The longest phrase found at a place.
   *
   * @param words how many words it takes
   */
  record Match(int words, Role role, List<Term> terms, String head) {}

  private final Node root = new Node();

  private Node node(String phrase) {
    Node node = root;
    for (String word : phrase.split(" ")) {
      node = node.next.computeIfAbsent(word, _ -> new Node());
    }
    return node;
  }

  /** Adds a phrase of a group of {@code words}; groups without a role are no phrases. */
  void phrase(String phrase, String group) {
    Role role = ROLES.get(group);
    if (role == null) {
      return;
    }
    Node node = node(phrase);
    boolean filler = role == Role.GLUE || role == Role.GENERIC;
    if (node.role == null || !filler) {
      node.role = role;
    }
  }

  /** Adds a phrase unless it has a role already. */
  void other(String phrase, String group) {
    if (node(phrase).role == null) {
      phrase(phrase, group);
    }
  }

  /** Adds a noun that says what sort of thing its neighbour names. */
  void head(String phrase, String sort) {
    Node node = node(phrase);
    node.role = sort.equals("environment") ? Role.ENVIRONMENT : Role.HEAD;
    node.head = sort;
  }

  /** Adds the beginning of an install command. */
  void install(String phrase, String ecosystem) {
    Node node = node(phrase);
    node.role = Role.INSTALL;
    node.head = ecosystem;
  }

  /**
   * The longest phrase that starts at a word.
   *
   * @param words lower-case words; null where a sign stands
   * @param from where to start
   * @return empty when no phrase starts there
   */
  Optional<Match> longest(List<String> words, int from) {
    Node node = root;
    Match best = null;
    for (int i = from; i < words.size(); i++) {
      node = words.get(i) == null ? null : node.next.get(words.get(i));
      if (node == null) {
        break;
      }
      if (!node.terms.isEmpty() || node.role != null) {
        Role role = node.terms.isEmpty() || node.role != null ? node.role : Role.TERM;
        best = new Match(i - from + 1, role, List.copyOf(node.terms), node.head);
      }
    }
    return Optional.ofNullable(best);
  }

  /** Adds a name in lower case. */
  void name(String name, Term term) {
    node(name).terms.add(term);
  }

  /** Adds the name of a command that is called otherwise, before libraries of that name. */
  void command(String name, Term term) {
    List<Term> terms = node(name).terms;
    boolean library = !terms.isEmpty() && terms.getFirst().kind() == Requirement.Kind.PACKAGE;
    terms.add(library ? 0 : terms.size(), term);
  }

  /** What the whole of a name means; empty when it is not known. */
  List<Term> terms(String name) {
    Node node = root;
    for (String word : name.toLowerCase(Locale.ROOT).strip().split("[ ]+")) {
      node = node.next.get(word);
      if (node == null) {
        return List.of();
      }
    }
    return List.copyOf(node.terms);
  }

  /** Whether a word by itself has a role in sentences. */
  boolean hasRole(String word) {
    Node node = root.next.get(word);
    return node != null && node.role != null;
  }
}
