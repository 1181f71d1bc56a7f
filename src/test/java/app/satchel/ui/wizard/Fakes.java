package app.satchel.ui.wizard;

import app.satchel.check.Finding;
import app.satchel.check.Inspection;
import app.satchel.check.Severity;
import app.satchel.check.dependency.Dependency;
import app.satchel.check.requirement.CheckedRequirement;
import app.satchel.check.requirement.Requirement;
import app.satchel.check.requirement.RequirementReport;
import app.satchel.check.review.Capabilities;
import app.satchel.check.review.ReviewReport;
import app.satchel.check.upload.Change;
import app.satchel.check.upload.Edits;
import app.satchel.check.upload.Offer;
import app.satchel.check.upload.Repair;
import app.satchel.check.upload.UploadReport;
import app.satchel.check.upload.UploadRules;
import app.satchel.install.delivery.Candidate;
import app.satchel.install.delivery.Decisions;
import app.satchel.install.delivery.Delivered;
import app.satchel.install.delivery.DeliveryListener;
import app.satchel.install.delivery.DeliveryListener.Stage;
import app.satchel.install.delivery.DeliveryPlan;
import app.satchel.install.delivery.Need;
import app.satchel.install.delivery.PlannedSkill;
import app.satchel.install.delivery.PlannedSkill.Existing;
import app.satchel.install.delivery.Target;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.Namespace;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.Desktop;
import app.satchel.workspace.ApiKey;
import app.satchel.workspace.WorkspaceSkill;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A world for the wizard that does what a test says. */
final class Fakes {
  private Fakes() {}

  static final Path HOME = Path.of(System.getProperty("user.home"));
  static final Place CLAUDE =
      new Place("claude-ai", "Claude", Place.Kind.SITE, HOME.resolve("Downloads"), null, true);
  static final Place CLAUDE_CODE =
      new Place(
          "claude-code",
          "Claude Code",
          Place.Kind.AGENT,
          HOME.resolve(".claude/skills"),
          ".claude/skills",
          true);
  static final Place WORKSPACE =
      new Place("claude-api", "Claude API", Place.Kind.WORKSPACE, null, null, true);
  static final Place CODEX =
      new Place(
          "codex",
          "Codex",
          Place.Kind.AGENT,
          HOME.resolve(".codex/skills"),
          ".agents/skills",
          true);
  static final Place EVE = new Place("eve", "Eve", Place.Kind.AGENT, null, "agent/skills", false);
  static final Place GOOSE =
      new Place(
          "goose",
          "Goose",
          Place.Kind.AGENT,
          HOME.resolve(".config/goose/skills"),
          ".goose/skills",
          false);

  static final Problem PROBLEM =
      new Problem(
          ProblemKind.NETWORK,
          "marketplace-unavailable",
          "claude-plugins.dev did not answer.",
          "The skill could not be fetched.",
          "Check your connection and try again.",
          "GET /api/download: 503 after 3 tries");

  /** Remembers what was asked of the desktop. */
  static final class Asked implements Desktop {
    final List<String> calls = new ArrayList<>();
    Path folder;

    @Override
    public void open(URI address) {
      calls.add("open " + address);
    }

    @Override
    public void show(Path path) {
      calls.add("show " + path);
    }

    @Override
    public void copy(String text) {
      calls.add("copy " + text);
    }

    @Override
    public Optional<Path> chooseFolder(String title, Path start) {
      calls.add("choose");
      return Optional.ofNullable(folder);
    }

    @Override
    public Optional<Path> chooseFile(String title) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> saveFile(String title, String suggestedName) {
      return Optional.empty();
    }
  }

  /** Services whose answers can be set. */
  static final class Services implements WizardServices {
    final List<String> arrived = new ArrayList<>();
    List<Place> places = List.of(CLAUDE, CLAUDE_CODE, CODEX, GOOSE, EVE, WORKSPACE);
    List<PlannedSkill> dependencies = List.of();
    Existing rootExisting = Existing.NONE;
    Inspection inspection = accepted();
    List<String> counting = List.of();
    List<String> unreachable = List.of();
    Problem planProblem;
    Problem deliverProblem;
    String name = "python-database-patterns";
    boolean refuse;

    /** Ids of skills that are refused until something is agreed to. */
    Set<String> refused = Set.of();

    SkillFolder published = skill();

    /** What turns out to be in a skill only once all its files are here. */
    SkillFolder found = skill();

    /** What is asked about that. */
    List<Change> late = List.of();

    /** Called while delivering, with the listener. */
    java.util.function.BiConsumer<DeliveryListener, Cancellation> during = (l, c) -> {};

    KnownKey known = new KnownKey(null, KnownKey.Source.NONE, null);
    final List<ApiKey> keptKeys = new ArrayList<>();
    final List<Target> planned = new ArrayList<>();
    final List<Decisions> delivered = new ArrayList<>();
    int undone;

    @Override
    public String name() {
      return name;
    }

    @Override
    public UploadRules rules() {
      return UploadRules.bundled();
    }

    @Override
    public List<Place> places() {
      return places;
    }

    @Override
    public DeliveryPlan plan(Target target, Cancellation cancellation) {
      planned.add(target);
      if (planProblem != null) {
        throw new ProblemException(planProblem);
      }
      List<PlannedSkill> skills = new ArrayList<>();
      skills.add(root(target));
      skills.addAll(dependencies);
      return new DeliveryPlan(target, skills, published, inspection, unreachable, List.of(), true);
    }

    private PlannedSkill root(Target target) {
      Path folder = target instanceof Target.Zips zip ? zip.folder() : CLAUDE_CODE.folder();
      boolean zip = target instanceof Target.Zips;
      return new PlannedSkill(
          "root",
          name,
          Need.root(name),
          Dependency.Status.INCLUDED,
          Namespace.parse("@0xDarkMatter/claude-mods/python-database-patterns").orElseThrow(),
          List.of(),
          null,
          null,
          "claude-plugins.dev",
          7,
          12_300L,
          rootExisting,
          target instanceof Target.Workspace ? null : folder.resolve(name + (zip ? ".zip" : "")));
    }

    @Override
    public Offer offer(SkillFolder skill, String rules, Predicate<Change> accepted) {
      if (skill == found) {
        Set<Change> yes = late.stream().filter(accepted).collect(Collectors.toSet());
        Repair refused =
            inspection(late, List.of(), yes.size() == late.size(), List.of(), nothing()).repaired();
        return new Offer(late, yes, refused);
      }
      Repair repaired = inspection.repaired();
      Set<Change> agreed =
          repaired.proposals().stream().filter(accepted).collect(Collectors.toSet());
      boolean enough =
          repaired.report().accepted()
              || !agreed.isEmpty() && agreed.size() == repaired.proposals().size();
      List<Change> made = new ArrayList<>(repaired.changes());
      made.addAll(agreed);
      UploadReport report = enough ? new UploadReport(List.of()) : repaired.report();
      return new Offer(
          repaired.proposals(),
          agreed,
          new Repair(repaired.skill(), made, List.of(), repaired.edits(), report));
    }

    @Override
    public List<String> counting(DeliveryPlan plan) {
      return counting;
    }

    @Override
    public Delivered deliver(
        DeliveryPlan plan,
        Decisions decisions,
        DeliveryListener listener,
        Cancellation cancellation) {
      delivered.add(decisions);
      during.accept(listener, cancellation);
      if (deliverProblem != null) {
        throw new ProblemException(deliverProblem);
      }
      List<Delivered.Done> done = new ArrayList<>();
      List<Delivered.Skipped> skipped = new ArrayList<>();
      for (PlannedSkill skill : plan.skills()) {
        Delivered.Reason reason = reason(skill, decisions);
        if (reason != null) {
          boolean no = reason == Delivered.Reason.REFUSED;
          skipped.add(
              new Delivered.Skipped(
                  skill,
                  reason,
                  no ? new UploadReport(List.of(tooLong())) : null,
                  null,
                  no ? found : null));
        } else {
          listener.at(skill, Stage.DONE, 1, 1);
          done.add(done(plan, skill));
        }
      }
      return new Delivered(plan.target(), done, skipped);
    }

    private Delivered.Reason reason(PlannedSkill skill, Decisions decisions) {
      if (!decisions.wanted(skill)) {
        return Delivered.Reason.LEFT_OUT;
      }
      if (!skill.deliverable() && !decisions.choices().containsKey(skill.id())) {
        return skill.status() == Dependency.Status.MISSING
            ? Delivered.Reason.MISSING
            : Delivered.Reason.AMBIGUOUS;
      }
      boolean meant = refuse || refused.contains(skill.id());
      if (meant && decisions.accepted(skill).isEmpty()) {
        return Delivered.Reason.REFUSED;
      }
      return switch (skill.existing()) {
        case NONE -> null;
        case SAME -> Delivered.Reason.ALREADY_THERE;
        case DIFFERENT ->
            decisions.onExisting(skill) == Decisions.OnExisting.KEEP ? Delivered.Reason.KEPT : null;
      };
    }

    private static Delivered.Done done(DeliveryPlan plan, PlannedSkill skill) {
      boolean zip = plan.target() instanceof Target.Zips;
      return new Delivered.Done(
          skill,
          skill.name(),
          skill.destination(),
          zip ? "00" : null,
          12_300,
          7,
          new UploadReport(List.of()),
          List.of(),
          zip ? null : "t1",
          skill.existing() == Existing.DIFFERENT
              ? HOME.resolve(".local/share/satchel/backups/t1")
              : null,
          plan.target() instanceof Target.Workspace
              ? new WorkspaceSkill("skill_01", "skver_02", skill.name(), null, null)
              : null);
    }

    @Override
    public KnownKey key() {
      return known;
    }

    @Override
    public Optional<Problem> keepKey(ApiKey key) {
      keptKeys.add(key);
      return Optional.empty();
    }

    @Override
    public Optional<Problem> forgetKey() {
      keptKeys.clear();
      return Optional.empty();
    }

    @Override
    public void arrived(String site, PlannedSkill skill, boolean there) {
      arrived.add(site + " " + skill.name() + " " + there);
    }

    @Override
    public void undo(Delivered what) {
      undone++;
    }
  }

  static PlannedSkill dependency(String name, Dependency.Status status) {
    Namespace namespace = Namespace.parse("@0xDarkMatter/claude-mods/" + name).orElseThrow();
    boolean known = status != Dependency.Status.MISSING && status != Dependency.Status.AMBIGUOUS;
    return new PlannedSkill(
        name,
        name,
        new Need(name, List.of("python-database-patterns"), 1, "depends-on", null),
        status,
        known ? namespace : null,
        status == Dependency.Status.AMBIGUOUS
            ? List.of(
                Candidate.of(namespace),
                new Candidate(
                    Namespace.parse("@another/skill-collection/" + name).orElseThrow(),
                    "The same for people who write it from scratch.",
                    118,
                    902,
                    Instant.parse("2026-08-03T10:00:00Z"),
                    "claude-plugins.dev"))
            : List.of(),
        null,
        null,
        known ? "claude-plugins.dev" : "",
        known ? 3 : null,
        known ? 6_100L : null,
        status == Dependency.Status.INSTALLED ? Existing.SAME : Existing.NONE,
        known ? HOME.resolve("Downloads/" + name + ".zip") : null);
  }

  /** A change that the person is asked about. */
  static Change proposal(String id, String effect) {
    return new Change(
        id, Change.Consent.PROPOSAL, "SKILL.md", 3, "long", "short", "Too long.", effect);
  }

  static Finding tooLong() {
    return new Finding(
        "description-length",
        Severity.ERROR,
        "SKILL.md",
        3,
        "The description has 1,310 characters; 1,024 are allowed.",
        "Shorten it.");
  }

  static SkillFolder skill() {
    String text =
        """
        ---
        name: python-database-patterns
        description: How to talk to databases.
        ---
        # Databases
        """;
    return SkillFolder.of(
        "python-database-patterns",
        List.of(SkillFile.of("SKILL.md", text.getBytes(StandardCharsets.UTF_8))));
  }

  static Inspection accepted() {
    return inspection(List.of(), List.of(), true, List.of(), nothing());
  }

  static ReviewReport nothing() {
    return review(List.of(), List.of());
  }

  static ReviewReport review(List<Finding> findings, List<Finding> serious) {
    return new ReviewReport(
        new Capabilities(Set.of(), List.of(), false, Map.of(), List.of(), List.of()),
        findings,
        serious,
        true,
        "2026-11-01");
  }

  static Inspection inspection(
      List<Change> changes,
      List<Change> proposals,
      boolean accepted,
      List<CheckedRequirement> requirements,
      ReviewReport reviewed) {
    UploadReport after = new UploadReport(accepted ? List.of() : List.of(tooLong()));
    UploadReport before =
        new UploadReport(changes.isEmpty() && accepted ? List.of() : List.of(tooLong()));
    return new Inspection(
        before,
        new Repair(skill(), changes, proposals, new Edits(List.of()), after),
        new RequirementReport(requirements, List.of()),
        List.of(),
        reviewed);
  }

  static CheckedRequirement requirement(
      String name,
      String version,
      String anyOf,
      String text,
      CheckedRequirement.Status status,
      String found) {
    return new CheckedRequirement(
        new Requirement(
            Requirement.Kind.PACKAGE,
            name,
            version,
            Requirement.Level.REQUIRED,
            anyOf,
            text,
            new Requirement.Place("compatibility", 5)),
        status,
        found);
  }
}
