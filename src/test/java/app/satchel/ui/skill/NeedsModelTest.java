package app.satchel.ui.skill;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.dependency.Dependency;
import app.satchel.check.requirement.CheckedRequirement;
import app.satchel.check.requirement.CheckedRequirement.Status;
import app.satchel.check.requirement.Requirement;
import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import app.satchel.check.requirement.RequirementReport;
import app.satchel.marketplace.Listing;
import app.satchel.marketplace.TestListings;
import app.satchel.skill.SkillMd;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.HandBackground;
import app.satchel.ui.skill.Verdict.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class NeedsModelTest {
  private static final SkillMd SKILL = SkillMd.parse("---\nname: a\n---\n");
  private static final Listing LISTING = TestListings.named("a");

  private final Services services = new Services();

  private static CheckedRequirement requirement(
      String name, Level level, String anyOf, Status status) {
    return new CheckedRequirement(
        new Requirement(
            Kind.TOOL,
            name,
            null,
            level,
            anyOf,
            name,
            new Requirement.Place("compatibility", null)),
        status,
        null);
  }

  private static Dependency dependency(String name, boolean needed, Dependency.Status status) {
    return new Dependency(name, "depends-on", needed, status, null, List.of(), null);
  }

  private NeedsModel shown() {
    NeedsModel model = new NeedsModel(services, HandBackground.immediate());
    model.show(SKILL, LISTING, Cancellation.none());
    return model;
  }

  @Test
  void whatIsOnlyForAPartNeverCountsAsMissing() {
    services.declared =
        List.of(
            requirement("python", Level.REQUIRED, null, Status.MET),
            requirement("asyncpg", Level.CONDITIONAL, "a", Status.MISSING),
            requirement("aiosqlite", Level.CONDITIONAL, "a", Status.MISSING),
            requirement("jq", Level.REQUIRED, null, Status.OUTDATED),
            requirement("macos", Level.REQUIRED, null, Status.NOT_APPLICABLE));

    assertThat(shown().requirementVerdict()).isEqualTo(new Verdict(Tone.WARN, "1 met, 1 missing"));
  }

  @Test
  void whatOnlyAPartNeedsIsSaidWithoutStandingInTheWay() {
    services.declared =
        List.of(
            requirement("python", Level.REQUIRED, null, Status.MET),
            requirement("weasyprint", Level.CONDITIONAL, "a", Status.MISSING),
            requirement("wkhtmltopdf", Level.CONDITIONAL, "a", Status.MISSING));
    assertThat(shown().requirementVerdict())
        .isEqualTo(new Verdict(Tone.OK, "1 met, 1 extra missing"));

    services.declared = List.of(requirement("jq", Level.OPTIONAL, null, Status.MISSING));
    assertThat(shown().requirementVerdict()).isEqualTo(new Verdict(Tone.PLAIN, "1 extra missing"));

    services.declared = List.of(requirement("macos", Level.REQUIRED, null, Status.NOT_APPLICABLE));
    assertThat(shown().requirementVerdict()).isEqualTo(new Verdict(Tone.PLAIN, "Nothing required"));
  }

  @Test
  void theNeedsTileCountsNeededSkillsOnly() {
    services.dependencies =
        List.of(
            dependency("x", true, Dependency.Status.AVAILABLE),
            dependency("y", true, Dependency.Status.MISSING),
            dependency("z", false, Dependency.Status.MISSING));

    assertThat(shown().dependencyVerdict())
        .isEqualTo(new Verdict(Tone.WARN, "2 skills, 1 not found"));
  }

  @Test
  void answersStreamInAndTheTileSaysHowFarTheyAre() {
    services.declared =
        List.of(
            requirement("python", Level.REQUIRED, null, Status.MET),
            requirement("jq", Level.REQUIRED, null, Status.MET));
    NeedsModel model = new NeedsModel(services, HandBackground.immediate());
    List<String> seen = new ArrayList<>();
    model
        .answersProperty()
        .subscribe(
            (before, now) -> {
              if (now != null) {
                seen.add(model.requirementVerdict().words());
              }
            });
    model.show(SKILL, LISTING, Cancellation.none());

    assertThat(seen).containsExactly("Checking, 0 of 2", "Checking, 1 of 2", "All 2 met");
  }

  @Test
  void theTileSaysWhereAndTheChoiceIsKept() {
    NeedsModel model = shown();
    assertThat(model.requirementTitle()).isEqualTo("On this computer");
    model.choose("claude-ai");

    assertThat(services.asked).containsExactly(null, "claude-ai");
    assertThat(services.kept).containsExactly("claude-ai");
    assertThat(model.requirementTitle()).isEqualTo("In claude.ai");
    assertThat(model.chosenProperty().get()).isEqualTo("claude-ai");
    model.choose("claude-ai");
    assertThat(services.kept).as("nothing new").hasSize(1);
  }

  @Test
  void aLateAnswerOfAnotherHostIsDropped() {
    HandBackground held = HandBackground.held();
    NeedsModel model = new NeedsModel(services, held);
    model.show(SKILL, LISTING, Cancellation.none());
    model.choose("claude-ai");
    held.go();
    assertThat(model.answersProperty().get().host()).isEqualTo("claude-ai");
  }

  @Test
  void whatStandsOnlyInTheTextDecidesNothing() {
    services.mentioned = List.of(requirement("jq", Level.REQUIRED, null, Status.MISSING));

    assertThat(shown().requirementVerdict())
        .isEqualTo(new Verdict(Tone.PLAIN, "Declares nothing; its text names 1"));
  }

  private static final class Services extends UnaskedPageServices {
    private List<CheckedRequirement> declared = List.of();
    private List<CheckedRequirement> mentioned = List.of();
    private List<Dependency> dependencies = List.of();
    private final List<String> asked = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();

    @Override
    public Answers requirements(
        SkillMd md, String host, Cancellation cancellation, Consumer<Answers> sofar) {
      asked.add(host);
      String answering = host == null ? "computer" : host;
      List<CheckedRequirement> open =
          new ArrayList<>(
              declared.stream()
                  .map(one -> new CheckedRequirement(one.requirement(), Status.OPEN, null))
                  .toList());
      for (int i = 0; i < declared.size(); i++) {
        sofar.accept(new Answers(answering, new RequirementReport(open, mentioned)));
        open.set(i, declared.get(i));
      }
      return new Answers(answering, new RequirementReport(declared, mentioned));
    }

    @Override
    public void keepHost(String host) {
      kept.add(host);
    }

    @Override
    public List<Dependency> dependencies(SkillMd md, Listing listing, Cancellation cancellation) {
      return dependencies;
    }
  }
}
