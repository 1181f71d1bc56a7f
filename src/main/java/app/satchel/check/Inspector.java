package app.satchel.check;

import app.satchel.check.dependency.DeclaredDependency;
import app.satchel.check.dependency.Dependency;
import app.satchel.check.dependency.DependencyReader;
import app.satchel.check.dependency.DependencyResolver;
import app.satchel.check.dependency.KnownSkill;
import app.satchel.check.dependency.SkillWorld;
import app.satchel.check.requirement.CheckedRequirement;
import app.satchel.check.requirement.CheckedRequirement.Status;
import app.satchel.check.requirement.Host;
import app.satchel.check.requirement.Requirement;
import app.satchel.check.requirement.RequirementReader;
import app.satchel.check.requirement.RequirementReport;
import app.satchel.check.review.ReviewCheck;
import app.satchel.check.review.ReviewReport;
import app.satchel.check.upload.ArchiveLayout;
import app.satchel.check.upload.Change;
import app.satchel.check.upload.Offer;
import app.satchel.check.upload.Repair;
import app.satchel.check.upload.UploadCheck;
import app.satchel.check.upload.UploadRepair;
import app.satchel.check.upload.UploadReport;
import app.satchel.check.upload.UploadRules;
import app.satchel.skill.SkillFolder;
import app.satchel.skill.SkillMd;
import app.satchel.task.Cancellation;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Asks all checks about a skill. Each part can be asked for alone, so that a window shows answers
 * as they come: upload, repair and review take milliseconds, requirements may start programs that
 * are installed here to ask for their versions, dependencies may wait for marketplaces. Whether the
 * requirements are met depends on what would run the skill: this computer, or a target's sandbox.
 * Thread-safe.
 */
public final class Inspector {
  private final UploadCheck upload;
  private final UploadRepair repair;
  private final RequirementReader reader;
  private final Host host;
  private final Function<String, Host> sandboxes;

  /**
   * An inspector for skills that run on this computer.
   *
   * @param upload the upload check to go by
   * @param reader reads what is needed
   * @param computer this computer
   * @param sandboxes what runs a skill that is uploaded to a target, by the target's id
   */
  public Inspector(
      UploadCheck upload,
      RequirementReader reader,
      Host computer,
      Function<String, Host> sandboxes) {
    this.upload = Objects.requireNonNull(upload);
    this.repair = new UploadRepair(upload);
    this.reader = Objects.requireNonNull(reader);
    this.host = Objects.requireNonNull(computer);
    this.sandboxes = Objects.requireNonNull(sandboxes);
  }

  /**
   * The same for a place that skills are uploaded to: by its rules, and with its sandbox in the
   * place of this computer.
   *
   * @param id one of {@link UploadRules#targets}
   */
  public Inspector forTarget(String id) {
    Host there = sandboxes.apply(id);
    UploadCheck check =
        id.equals(rules().target()) ? upload : new UploadCheck(rules().forTarget(id));
    return new Inspector(check, reader, there, sandboxes);
  }

  /** What would run the skill. */
  public Host host() {
    return host;
  }

  /** The rules that the upload check goes by. */
  public UploadRules rules() {
    return upload.rules();
  }

  /** What claude.ai would say to the skill if its folder were zipped as it is. */
  public UploadReport upload(SkillFolder skill) {
    return upload.check(skill);
  }

  /**
   * What claude.ai would say to the archive that the skill came in.
   *
   * @param layout the archive's entries, or null when there is no archive
   */
  public UploadReport upload(SkillFolder skill, ArchiveLayout layout) {
    return layout == null ? upload.check(skill) : upload.checkArchive(skill, layout);
  }

  /** A repaired copy, as far as a level allows. */
  public Repair repaired(SkillFolder skill, Repair.Level level) {
    return repair.repair(skill, level);
  }

  /** A repaired copy with safe changes and the proposals that are accepted. */
  public Repair repaired(SkillFolder skill, Predicate<Change> accepted) {
    return repair.repair(skill, accepted);
  }

  /** What a person is asked about a skill; see {@link UploadRepair#offer}. */
  public Offer offer(SkillFolder skill, Predicate<Change> accepted) {
    return repair.offer(skill, accepted);
  }

  /** What the skill says it needs. Nothing on this computer is looked at. */
  public List<Requirement> requirements(SkillMd skillMd) {
    return reader.read(skillMd);
  }

  /** What a value of a frontmatter field says is needed; for text that is not in a SKILL.md. */
  public List<Requirement> requirements(String field, JsonNode value) {
    return reader.readValue(field, value);
  }

  /** What the skill says it needs, and whether its {@link #host} has it. Blocks. */
  public RequirementReport checkedRequirements(SkillMd skillMd, Cancellation cancellation) {
    return checkedRequirements(skillMd, cancellation, _ -> {});
  }

  /**
   * The same, told as the answers come.
   *
   * @param sofar given what is known, from any thread, one call after the other; at first nothing
   *     is answered
   */
  public RequirementReport checkedRequirements(
      SkillMd skillMd, Cancellation cancellation, Consumer<RequirementReport> sofar) {
    List<Requirement> declared = reader.read(skillMd);
    List<Requirement> all = new ArrayList<>(declared);
    all.addAll(mentioned(skillMd, declared));
    if (all.isEmpty()) {
      return RequirementReport.nothing();
    }
    CheckedRequirement[] answers = new CheckedRequirement[all.size()];
    Arrays.setAll(answers, i -> new CheckedRequirement(all.get(i), Status.OPEN, null));
    sofar.accept(report(List.of(answers), declared.size()));
    List<CheckedRequirement> checked =
        host.check(
            all,
            cancellation,
            (index, answer) -> {
              synchronized (answers) {
                answers[index] = answer;
                sofar.accept(report(List.of(answers), declared.size()));
              }
            });
    return report(checked, declared.size());
  }

  /** What the text mentions, without the skills it depends on, which are shown as such. */
  private List<Requirement> mentioned(SkillMd skillMd, List<Requirement> declared) {
    Set<String> skills =
        DependencyReader.read(skillMd).stream()
            .filter(DeclaredDependency::certain)
            .map(DeclaredDependency::skillName)
            .collect(Collectors.toSet());
    return reader.readText(skillMd, declared).stream()
        .filter(each -> !skills.contains(each.name()))
        .toList();
  }

  private static RequirementReport report(List<CheckedRequirement> all, int declared) {
    return new RequirementReport(all.subList(0, declared), all.subList(declared, all.size()));
  }

  /**
   * The skills that a skill names, and what became of them. Blocks.
   *
   * @param self the skill as the world knows it
   */
  public List<Dependency> dependencies(
      KnownSkill self, SkillMd skillMd, SkillWorld world, Cancellation cancellation) {
    return dependencyResolver(world).resolve(self, skillMd, cancellation);
  }

  /**
   * What finds the skills that a skill names: in the keys of its frontmatter, in its text's lists,
   * and in the prose of its requirements ("needs the pdf skill").
   */
  public DependencyResolver dependencyResolver(SkillWorld world) {
    return new DependencyResolver(world, this::named);
  }

  private DependencyReader.Names named(SkillMd skillMd) {
    DependencyReader.Names read = DependencyReader.names(skillMd);
    List<DeclaredDependency> all = new ArrayList<>(read.names());
    Set<String> known = new HashSet<>();
    all.forEach(one -> known.add(one.skillName().toLowerCase(Locale.ROOT)));
    for (Requirement one : reader.read(skillMd)) {
      if (one.kind() == Requirement.Kind.SKILL && known.add(one.name().toLowerCase(Locale.ROOT))) {
        // A name in prose may be read wrong, so it counts only when there is such a skill nearby.
        boolean needed = one.level() == Requirement.Level.REQUIRED;
        Integer line = one.place().line();
        all.add(
            new DeclaredDependency(
                one.name(),
                one.place().where(),
                needed,
                false,
                line == null ? 0 : line,
                one.text()));
      }
    }
    all.sort(Comparator.comparing(one -> !one.needed()));
    return new DependencyReader.Names(all, read.complete());
  }

  /** What the skill may do. */
  public ReviewReport review(SkillFolder skill) {
    return ReviewCheck.review(skill);
  }

  /**
   * All of it. Blocks.
   *
   * @param layout the entries of the archive that the skill came in, or null
   * @param self the skill as the world knows it
   */
  public Inspection inspect(
      SkillFolder skill,
      ArchiveLayout layout,
      KnownSkill self,
      SkillWorld world,
      Cancellation cancellation) {
    UploadReport asPublished = upload(skill, layout);
    cancellation.throwIfCancelled();
    Repair repaired = repaired(skill, Repair.Level.SAFE);
    cancellation.throwIfCancelled();
    RequirementReport requirements = checkedRequirements(skill.skillMd(), cancellation);
    cancellation.throwIfCancelled();
    List<Dependency> dependencies = dependencies(self, skill.skillMd(), world, cancellation);
    cancellation.throwIfCancelled();
    return new Inspection(asPublished, repaired, requirements, dependencies, review(skill));
  }
}
