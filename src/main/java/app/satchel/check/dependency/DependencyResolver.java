package app.satchel.check.dependency;

import app.satchel.check.dependency.Dependency.Status;
import app.satchel.check.dependency.DependencyWalk.Visit;
import app.satchel.skill.Namespace;
import app.satchel.skill.SkillMd;
import app.satchel.task.Cancellation;
import app.satchel.task.Parallel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

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

  /** Questions to marketplaces, or skills that are read, at a time. */
  private static final int AT_ONCE = 8;

  private final SkillWorld world;
  private final Function<SkillMd, DependencyReader.Names> reader;

  /** One that goes by what the keys of a frontmatter and the text's lists name. */
  public DependencyResolver(SkillWorld world) {
    this(world, DependencyReader::names);
  }

  /**
   * @param reader the skills that a SKILL.md names, needed ones first
   */
  public DependencyResolver(SkillWorld world, Function<SkillMd, DependencyReader.Names> reader) {
    this.world = Objects.requireNonNull(world);
    this.reader = Objects.requireNonNull(reader);
  }

  /** A dependency with the skill it was found to be; {@code skill} is null when there is none. */
  public record Resolved(Dependency dependency, KnownSkill skill) {}

  /** What became of every skill that a SKILL.md names, needed ones first. */
  public List<Dependency> resolve(KnownSkill skill, SkillMd md, Cancellation cancellation) {
    return resolveAll(skill, md, cancellation).stream().map(Resolved::dependency).toList();
  }

  /** The same with the skills found. */
  public List<Resolved> resolveAll(KnownSkill skill, SkillMd md, Cancellation cancellation) {
    List<DeclaredDependency> others =
        reader.apply(md).names().stream()
            .filter(one -> !one.name().equals(one.skillName()) || !skill.isCalled(one.name()))
            .toList();
    return Parallel.map(others, AT_ONCE, one -> resolve(skill, one), cancellation).stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * The skill that one which is no longer where its listing says is now, in the same repository.
   *
   * @param description what the listing still says it was for, or null
   * @return empty when there is no or no single one
   */
  public Optional<KnownSkill> successor(KnownSkill gone, String description) {
    List<KnownSkill> others =
        world.repository(gone).stream()
            .filter(one -> !one.namespace().equals(gone.namespace()))
            .toList();
    List<Renames.Match> matches =
        renames(gone.name(), Stream.ofNullable(description).toList(), others);
    boolean tie = matches.size() > 1 && matches.get(1).score() == matches.getFirst().score();
    return matches.isEmpty() || tie ? Optional.empty() : Optional.of(matches.getFirst().skill());
  }

  /**
   * Everything that is needed, level by level. Related and optional skills are not followed; nor
   * are ambiguous ones, because a person has to choose first.
   */
  public DependencyPlan plan(KnownSkill root, SkillMd rootMd, Cancellation cancellation) {
    DependencyWalk walk = new DependencyWalk(root);
    List<Visit> level = List.of(new Visit(root, rootMd, List.of(root.name())));
    while (!level.isEmpty()) {
      List<Visit> next = new ArrayList<>();
      List<List<Resolved>> found =
          Parallel.map(
              level,
              AT_ONCE,
              visit -> resolveAll(visit.skill(), visit.md(), cancellation),
              cancellation);
      for (int i = 0; i < level.size(); i++) {
        Visit visit = level.get(i);
        if (!reader.apply(visit.md()).complete()) {
          walk.cut();
        }
        for (Resolved one : found.get(i)) {
          boolean fresh = one.dependency().needed() && walk.note(one, visit);
          if (fresh && one.skill() != null) {
            next.add(visit.next(one.skill()));
          }
        }
      }
      level = read(next, cancellation);
    }
    return walk.plan();
  }

  /** The skills of the next level with their texts, those that can be had. */
  private List<Visit> read(List<Visit> next, Cancellation cancellation) {
    return Parallel.map(
            next,
            AT_ONCE,
            visit -> world.text(visit.skill()).map(md -> visit.with(md)),
            cancellation)
        .stream()
        .flatMap(Optional::stream)
        .toList();
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
      Optional<KnownSkill> skill = world.find(exact.get()).filter(one -> there(one, declared));
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
    List<KnownSkill> stale = here.stream().filter(one -> !there(one, declared)).toList();
    if (here.size() > stale.size()) {
      List<KnownSkill> rest = here.stream().filter(one -> !stale.contains(one)).toList();
      return Optional.of(found(declared, Status.AVAILABLE, rest));
    }
    List<KnownSkill> ofOwner = named(world.ofOwner(from, name), declared);
    if (!ofOwner.isEmpty()) {
      return Optional.of(found(declared, Status.AVAILABLE, ofOwner));
    }
    if (!declared.certain()) {
      return Optional.empty();
    }
    return renamed(from, declared, repository, stale).or(() -> elsewhere(from, declared));
  }

  /**
   * Related skills are links a person may follow; that a link is dead shows when it is followed.
   */
  private boolean there(KnownSkill skill, DeclaredDependency declared) {
    return !declared.needed() || !world.gone(skill);
  }

  private Optional<Resolved> renamed(
      KnownSkill from,
      DeclaredDependency declared,
      List<KnownSkill> repository,
      List<KnownSkill> stale) {
    List<KnownSkill> others = new ArrayList<>(world.beside(from));
    repository.stream()
        .filter(one -> !contains(others, one) && !contains(stale, one))
        .forEach(others::add);
    if (others.isEmpty()) {
      return Optional.empty();
    }
    // What is still known of the old skill: a stale row, or copies under the old name elsewhere.
    List<KnownSkill> old = stale.isEmpty() ? world.anywhere(declared.skillName()) : stale;
    List<String> descriptions =
        old.stream()
            .filter(one -> one.isCalled(declared.skillName()))
            .limit(MAX_CANDIDATES)
            .map(world::description)
            .flatMap(Optional::stream)
            .toList();
    List<Renames.Match> matches = renames(declared.skillName(), descriptions, others);
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

  private List<Renames.Match> renames(
      String oldName, List<String> descriptions, List<KnownSkill> candidates) {
    return Renames.find(oldName, descriptions, candidates, world::text, world.textsForRename());
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
        declared.name(),
        declared.field(),
        declared.needed(),
        status,
        namespace,
        candidates,
        declared.reason());
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
