package app.satchel.check.dependency;

import app.satchel.check.dependency.Dependency.Status;
import app.satchel.skill.Namespace;
import app.satchel.skill.SkillMd;
import app.satchel.task.Cancellation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * Finds the skills that a skill names: in the same folder, in the same repository, by the same
 * owner, under a new name in the same repository, then anywhere. The nearest wins because names are
 * not unique (21,278 names seen, 3,462 of them used for different contents; 2026-11). Nothing here
 * blocks a skill: what is not found is {@link Status#MISSING}.
 */
public final class DependencyResolver {
  /** Deeper chains are not followed; real ones end at three (2026-11). */
  static final int MAX_DEPTH = 12;

  /** More skills than anybody installs at once. */
  static final int MAX_STEPS = 200;

  private static final int MAX_CANDIDATES = 12;

  private final SkillWorld world;

  public DependencyResolver(SkillWorld world) {
    this.world = Objects.requireNonNull(world);
  }

  /** A dependency with the skill it was found to be; {@code skill} is null when there is none. */
  public record Resolved(Dependency dependency, KnownSkill skill) {}

  /** What became of every skill that a SKILL.md names, needed ones first. */
  public List<Dependency> resolve(KnownSkill skill, SkillMd md, Cancellation cancellation) {
    return resolveAll(skill, md, cancellation).stream().map(Resolved::dependency).toList();
  }

  /** The same with the skills found. */
  public List<Resolved> resolveAll(KnownSkill skill, SkillMd md, Cancellation cancellation) {
    List<Resolved> result = new ArrayList<>();
    for (DeclaredDependency declared : DependencyReader.read(md)) {
      cancellation.throwIfCancelled();
      boolean self =
          declared.name().equals(declared.skillName()) && skill.isCalled(declared.name());
      if (!self) {
        resolve(skill, declared).ifPresent(result::add);
      }
    }
    return List.copyOf(result);
  }

  /**
   * Everything that is needed, level by level. Related and optional skills are not followed; nor
   * are ambiguous ones, because a person has to choose first.
   */
  public DependencyPlan plan(KnownSkill root, SkillMd rootMd, Cancellation cancellation) {
    Walk walk = new Walk(root);
    Queue<Visit> queue = new ArrayDeque<>();
    queue.add(new Visit(root, rootMd, List.of(root.name())));
    while (!queue.isEmpty()) {
      Visit visit = queue.remove();
      for (Resolved one : resolveAll(visit.skill(), visit.md(), cancellation)) {
        if (!one.dependency().needed()) {
          continue;
        }
        boolean fresh = walk.note(one, visit);
        if (fresh && one.skill() != null) {
          if (visit.chain().size() >= MAX_DEPTH || walk.full()) {
            walk.cut();
          } else {
            world.text(one.skill()).ifPresent(md -> queue.add(visit.next(one.skill(), md)));
          }
        }
      }
    }
    return walk.plan();
  }

  private record Visit(KnownSkill skill, SkillMd md, List<String> chain) {
    Visit next(KnownSkill to, SkillMd text) {
      List<String> longer = new ArrayList<>(chain);
      longer.add(to.name());
      return new Visit(to, text, longer);
    }
  }

  /** What a walk has seen so far. */
  private static final class Walk {
    private final KnownSkill root;
    private final Map<String, DependencyPlan.Step> steps = new LinkedHashMap<>();
    private final Set<List<String>> cycles = new LinkedHashSet<>();
    private boolean complete = true;

    Walk(KnownSkill root) {
      this.root = root;
    }

    /** Whether this is the first time that the skill is needed. */
    boolean note(Resolved one, Visit visit) {
      String by = visit.skill().name();
      if (isRoot(one)) {
        noteCycle(root.name(), visit.chain());
        return false;
      }
      String key =
          one.skill() == null
              ? one.dependency().name().toLowerCase(Locale.ROOT)
              : one.skill().namespace().toString();
      DependencyPlan.Step before = steps.get(key);
      if (before == null && full()) {
        complete = false;
        return false;
      }
      if (before == null) {
        steps.put(
            key,
            new DependencyPlan.Step(
                one.dependency(), one.skill(), List.of(by), visit.chain().size()));
        return true;
      }
      if (one.skill() != null) {
        noteCycle(one.skill().name(), visit.chain());
      }
      Set<String> neededBy = new LinkedHashSet<>(before.neededBy());
      neededBy.add(by);
      steps.put(
          key,
          new DependencyPlan.Step(
              before.dependency(), before.skill(), List.copyOf(neededBy), before.depth()));
      return false;
    }

    /** The root itself; a skill from a folder may be unknown to the world it is resolved in. */
    private boolean isRoot(Resolved one) {
      return one.skill() == null
          ? one.dependency().status() == Status.MISSING && root.isCalled(one.dependency().name())
          : one.skill().namespace().equals(root.namespace());
    }

    private void noteCycle(String name, List<String> chain) {
      int start = chain.indexOf(name);
      if (start >= 0) {
        List<String> cycle = new ArrayList<>(chain.subList(start, chain.size()));
        cycle.add(name);
        cycles.add(cycle);
      }
    }

    boolean full() {
      return steps.size() >= MAX_STEPS;
    }

    void cut() {
      complete = false;
    }

    DependencyPlan plan() {
      return new DependencyPlan(List.copyOf(steps.values()), List.copyOf(cycles), complete);
    }
  }

  /** Empty when an entry that need not be a skill was not found. */
  private Optional<Resolved> resolve(KnownSkill from, DeclaredDependency declared) {
    Optional<Resolved> found = locate(from, declared);
    if (found.isEmpty() && !declared.certain()) {
      return Optional.empty();
    }
    Resolved resolved =
        found.orElseGet(() -> new Resolved(of(declared, Status.MISSING, null, List.of()), null));
    if (!world.installed(declared.skillName())
        || resolved.dependency().status() == Status.INCLUDED) {
      return Optional.of(resolved);
    }
    Dependency known = resolved.dependency();
    return Optional.of(
        new Resolved(
            of(declared, Status.INSTALLED, known.namespace(), known.candidates()),
            resolved.skill()));
  }

  private Optional<Resolved> locate(KnownSkill from, DeclaredDependency declared) {
    Optional<Namespace> exact =
        Namespace.parse(declared.name().replace(':', '/')).filter(_ -> declared.certain());
    if (exact.isPresent()) {
      Optional<KnownSkill> skill = world.find(exact.get());
      if (skill.isPresent()) {
        Status status =
            contains(world.beside(from), skill.get()) ? Status.INCLUDED : Status.AVAILABLE;
        return Optional.of(found(declared, status, List.of(skill.get())));
      }
    }
    String name = declared.skillName();
    List<KnownSkill> beside = named(world.beside(from), declared);
    if (!beside.isEmpty()) {
      return Optional.of(found(declared, Status.INCLUDED, beside));
    }
    List<KnownSkill> repository = world.repository(from);
    List<KnownSkill> here = nearest(from, named(repository, declared));
    if (!here.isEmpty()) {
      return Optional.of(found(declared, Status.AVAILABLE, here));
    }
    List<KnownSkill> ofOwner = named(world.ofOwner(from, name), declared);
    if (!ofOwner.isEmpty()) {
      return Optional.of(found(declared, Status.AVAILABLE, ofOwner));
    }
    if (!declared.certain()) {
      return Optional.empty();
    }
    return renamed(from, declared, repository).or(() -> elsewhere(from, declared));
  }

  private Optional<Resolved> renamed(
      KnownSkill from, DeclaredDependency declared, List<KnownSkill> repository) {
    List<KnownSkill> others = new ArrayList<>(world.beside(from));
    repository.stream().filter(one -> !contains(others, one)).forEach(others::add);
    List<Renames.Match> matches =
        Renames.find(declared.skillName(), others, world::text, world.textsForRename());
    if (matches.isEmpty()) {
      return Optional.empty();
    }
    double best = matches.getFirst().score();
    boolean tie = matches.size() > 1 && matches.get(1).score() == best;
    List<KnownSkill> skills = matches.stream().map(Renames.Match::skill).toList();
    return Optional.of(
        tie
            ? ambiguous(declared, skills)
            : new Resolved(
                of(declared, Status.RENAMED, skills.getFirst().namespace(), rest(skills)),
                skills.getFirst()));
  }

  private Optional<Resolved> elsewhere(KnownSkill from, DeclaredDependency declared) {
    List<KnownSkill> all = named(world.anywhere(declared.skillName()), declared);
    // The repository comes first here too: not every world could list it.
    List<KnownSkill> own =
        all.stream()
            .filter(
                one -> one.namespace().repository().equalsIgnoreCase(from.namespace().repository()))
            .toList();
    List<KnownSkill> best = own.isEmpty() ? all : nearest(from, own);
    return best.isEmpty() ? Optional.empty() : Optional.of(found(declared, Status.AVAILABLE, best));
  }

  private static Resolved found(
      DeclaredDependency declared, Status status, List<KnownSkill> skills) {
    return skills.size() > 1
        ? ambiguous(declared, skills)
        : new Resolved(
            of(declared, status, skills.getFirst().namespace(), List.of()), skills.getFirst());
  }

  private static Resolved ambiguous(DeclaredDependency declared, List<KnownSkill> skills) {
    List<Namespace> candidates =
        skills.stream().map(KnownSkill::namespace).distinct().limit(MAX_CANDIDATES).toList();
    return new Resolved(of(declared, Status.AMBIGUOUS, null, candidates), null);
  }

  private static List<Namespace> rest(List<KnownSkill> skills) {
    return skills.stream()
        .skip(1)
        .map(KnownSkill::namespace)
        .distinct()
        .limit(MAX_CANDIDATES)
        .toList();
  }

  private static Dependency of(
      DeclaredDependency declared, Status status, Namespace namespace, List<Namespace> candidates) {
    return new Dependency(
        declared.name(), declared.field(), declared.needed(), status, namespace, candidates);
  }

  /**
   * The skills that a name means, one per identity. What stands before the name ({@code
   * folder/skill}, {@code plugin:skill}) narrows the choice where it can; where it cannot, the name
   * alone decides.
   */
  private static List<KnownSkill> named(List<KnownSkill> skills, DeclaredDependency declared) {
    String name = declared.skillName();
    Set<Namespace> seen = new HashSet<>();
    List<KnownSkill> called =
        skills.stream()
            .filter(one -> one.isCalled(name))
            .filter(one -> seen.add(one.namespace()))
            .toList();
    String before = declared.name().substring(0, declared.name().length() - name.length());
    if (before.length() < 2) {
      return called;
    }
    String[] hints = before.substring(0, before.length() - 1).split("[/:]");
    String hint = hints[hints.length - 1].toLowerCase(Locale.ROOT);
    List<KnownSkill> narrowed = called.stream().filter(one -> fits(one, hint)).toList();
    return narrowed.isEmpty() ? called : narrowed;
  }

  private static boolean fits(KnownSkill skill, String hint) {
    return skill.namespace().repo().equalsIgnoreCase(hint)
        || List.of(skill.directory().toLowerCase(Locale.ROOT).split("/")).contains(hint);
  }

  /** Those whose folder is nearest; copies farther away do not make a name ambiguous. */
  private static List<KnownSkill> nearest(KnownSkill from, List<KnownSkill> skills) {
    if (skills.size() < 2) {
      return skills;
    }
    int best =
        skills.stream()
            .map(one -> distance(from.directory(), one.directory()))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    return skills.stream()
        .filter(one -> distance(from.directory(), one.directory()) == best)
        .toList();
  }

  private static int distance(String left, String right) {
    String[] a = left.split("/");
    String[] b = right.split("/");
    int common = 0;
    while (common < Math.min(a.length, b.length) && a[common].equals(b[common])) {
      common++;
    }
    return a.length + b.length - 2 * common;
  }

  private static boolean contains(List<KnownSkill> skills, KnownSkill skill) {
    return skills.stream().anyMatch(one -> one.namespace().equals(skill.namespace()));
  }
}
