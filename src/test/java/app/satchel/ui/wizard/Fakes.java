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
import app.satchel.check.upload.Repair;
import app.satchel.check.upload.UploadReport;
import app.satchel.install.delivery.Candidate;
import app.satchel.install.delivery.Need;
import app.satchel.install.delivery.PlannedSkill;
import app.satchel.install.delivery.PlannedSkill.Existing;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.Namespace;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.ui.kit.Desktop;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
