package app.satchel.ui.skill;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.catalog.FetchedSkill;
import app.satchel.check.Finding;
import app.satchel.check.Severity;
import app.satchel.check.dependency.Dependency;
import app.satchel.check.requirement.RequirementReport;
import app.satchel.check.review.Capabilities;
import app.satchel.check.upload.Change;
import app.satchel.check.upload.Edits;
import app.satchel.check.upload.Offer;
import app.satchel.check.upload.Repair;
import app.satchel.check.upload.UploadRepair;
import app.satchel.check.upload.UploadReport;
import app.satchel.check.upload.UploadRules;
import app.satchel.markdown.MarkdownDocument;
import app.satchel.marketplace.Listing;
import app.satchel.marketplace.TestListings;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.Namespace;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.skill.SkillMd;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.QueuedBackground;
import app.satchel.ui.skill.Verdict.Tone;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class SkillPageModelTest {
  private static final UploadReport FINE = new UploadReport(List.of());
  private static final UploadRules RULES = UploadRules.bundled();
  private static final Edits NO_EDITS = new Edits(List.of());
  private static final UploadReport REFUSED =
      new UploadReport(
          List.of(new Finding("unexpected-key", Severity.ERROR, "SKILL.md", 3, "No.", null)));

  private final QueuedBackground background = new QueuedBackground();
  private final Services answers = new Services();
  private final SkillPageModel model = new SkillPageModel(answers, background);

  private static Listing listing(String skill) {
    return TestListings.named(skill);
  }

  @Test
  void showsThePageAndItsChecksAsTheyCome() {
    model.show(listing("a"));
    assertThat(model.stateProperty().get()).isEqualTo(SkillPageModel.State.LOADING);
    assertThat(model.uploadVerdict().tone()).isEqualTo(Tone.WAITING);

    background.take(0).run();
    assertThat(model.stateProperty().get()).isEqualTo(SkillPageModel.State.READY);
    assertThat(model.pageProperty().get().skillMd().name()).contains("a");
    assertThat(model.uploadVerdict().tone()).isEqualTo(Tone.WAITING);

    background.runAll();
    assertThat(model.uploadVerdict()).isEqualTo(new Verdict(Tone.OK, "Accepted as is"));
    assertThat(model.filesProperty().get().files()).hasSize(2);
  }

  @Test
  void aLatePageNeverOverwritesANewerOne() {
    model.show(listing("a"));
    Runnable late = background.take(0);
    model.show(listing("b"));
    background.runAll();
    late.run();

    assertThat(model.pageProperty().get().skillMd().name()).contains("b");
  }

  @Test
  void withoutFilesTheVerdictSaysThatItKnowsTheTextAlone() {
    answers.files = false;
    model.show(listing("a"));
    background.runAll();

    assertThat(model.filesProperty().get()).isNull();
    assertThat(model.uploadVerdict().words()).isEqualTo("SKILL.md accepted as is");
  }

  @Test
  void theUploadTileSaysWhatStandsInTheWay() {
    SkillFolder skill = answers.folder("a");
    Change change =
        new Change("move-key", Change.Consent.SAFE, "SKILL.md", 3, "a", "b", "why", null);
    Repair safe = new Repair(skill, List.of(change, change), List.of(), NO_EDITS, FINE);
    Repair notEnough = new Repair(skill, List.of(), List.of(change), NO_EDITS, REFUSED);
    Repair proposals = new Repair(skill, List.of(change), List.of(), NO_EDITS, FINE);
    Change other =
        new Change("name-slug", Change.Consent.SAFE, "SKILL.md", 2, "a", "b", "why", null);
    Repair two = new Repair(skill, List.of(), List.of(change, other), NO_EDITS, REFUSED);
    UploadReport still =
        new UploadReport(
            List.of(
                new Finding("too-many-entries", Severity.ERROR, null, null, "No.", null),
                new Finding("too-large", Severity.ERROR, null, null, "No.", null)));
    Repair tooMany = new Repair(skill, List.of(), List.of(), NO_EDITS, still);

    answers.upload = new PageServices.Upload(REFUSED, safe, safe, RULES);
    assertThat(uploadOf("a")).isEqualTo(new Verdict(Tone.OK, "Accepted after 2 safe edits"));
    answers.upload = new PageServices.Upload(REFUSED, notEnough, proposals, RULES);
    assertThat(uploadOf("b")).isEqualTo(new Verdict(Tone.WARN, "Needs your decision"));
    answers.upload = new PageServices.Upload(REFUSED, two, proposals, RULES);
    assertThat(uploadOf("c")).isEqualTo(new Verdict(Tone.WARN, "Needs your decision (2)"));
    answers.upload = new PageServices.Upload(REFUSED, notEnough, tooMany, RULES);
    assertThat(uploadOf("d")).isEqualTo(new Verdict(Tone.BAD, "Cannot: too many files"));
  }

  @Test
  void aCheckThatFailsIsSaidAndTheNextSkillIsCheckedAgain() {
    answers.checkFailure = new Problem(ProblemKind.DISK, "unreadable", "No.", "", "", "");
    assertThat(uploadOf("a")).isEqualTo(new Verdict(Tone.INFO, "Could not be checked"));
    assertThat(model.changes().problemProperty().get().code()).isEqualTo("unreadable");
    assertThat(model.stateProperty().get()).isEqualTo(SkillPageModel.State.READY);

    answers.checkFailure = null;
    assertThat(uploadOf("b").words()).isEqualTo("Accepted as is");
  }

  @Test
  void whatIsAgreedToElsewhereCountsForItsOwnSkillAlone() {
    model.show(listing("claude-a"));
    background.runAll();
    Set<Change> asked = Set.copyOf(offer().proposals());
    assertThat(asked).isNotEmpty();

    model.agreed(listing("claude-b"), asked);
    background.runAll();
    assertThat(offer().accepted()).isEmpty();
    model.agreed(listing("claude-a"), asked);
    background.runAll();
    assertThat(offer().accepted()).isEqualTo(asked);
  }

  private Offer offer() {
    return model.changes().shownProperty().get().offer();
  }

  private Verdict uploadOf(String skill) {
    model.show(listing(skill));
    background.runAll();
    return model.uploadVerdict();
  }

  @Test
  void aListingThatLeadsNowhereIsAStateAndNoError() {
    answers.gone = true;
    model.show(listing("a"));
    background.runAll();

    assertThat(model.stateProperty().get()).isEqualTo(SkillPageModel.State.GONE);
    assertThat(model.successorProperty().get()).isNull();
  }

  @Test
  void aFailureSaysWhyAndCanBeTriedAgain() {
    answers.failure = new Problem(ProblemKind.NETWORK, "unreachable", "No answer.", "", "", "");
    model.show(listing("a"));
    background.runAll();
    assertThat(model.stateProperty().get()).isEqualTo(SkillPageModel.State.FAILED);
    assertThat(model.problemProperty().get().code()).isEqualTo("unreachable");

    answers.failure = null;
    model.retry();
    background.runAll();

    assertThat(model.stateProperty().get()).isEqualTo(SkillPageModel.State.READY);
  }

  @Test
  void aSkillThatHasGoneIsAnsweredWithItsNewName() {
    answers.gone = true;
    answers.successor = new Namespace("a", "r", "b-ops");
    model.show(listing("a"));
    background.runAll();

    assertThat(model.successorProperty().get()).isEqualTo(answers.successor);
    model.show(listing("b"));
    assertThat(model.successorProperty().get()).isNull();
  }

  private static final class Services extends UnaskedPageServices {
    private boolean files = true;
    private boolean gone;
    private Problem failure;
    private Problem checkFailure;
    private Upload upload;
    private Namespace successor;

    SkillFolder folder(String name) {
      return SkillFolder.of(
          name, List.of(SkillFile.of("SKILL.md", md(name)), SkillFile.of("a.txt", new byte[3])));
    }

    private static byte[] md(String name) {
      return ("---\nname: " + name + "\ndescription: d\n---\n# Hello\n")
          .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<byte[]> skillMd(Listing listing, Cancellation cancellation) {
      if (failure != null) {
        throw new ProblemException(failure);
      }
      return gone ? Optional.empty() : Optional.of(md(listing.name()));
    }

    @Override
    public Optional<FetchedSkill> files(Listing listing, Cancellation cancellation) {
      return files
          ? Optional.of(new FetchedSkill(listing, folder(listing.name()), null, null))
          : Optional.empty();
    }

    @Override
    public MarkdownDocument markdown(String body) {
      return MarkdownDocument.empty();
    }

    @Override
    public Upload upload(SkillFolder skill) {
      if (checkFailure != null) {
        throw new ProblemException(checkFailure);
      }
      Repair none = new Repair(skill, List.of(), List.of(), NO_EDITS, FINE);
      return upload == null ? new Upload(FINE, none, none, RULES) : upload;
    }

    @Override
    public Offer offer(SkillFolder skill, Predicate<Change> accepted) {
      return new UploadRepair().offer(skill, accepted);
    }

    @Override
    public Answers requirements(
        SkillMd md, String host, Cancellation cancellation, Consumer<Answers> sofar) {
      return new Answers("computer", RequirementReport.nothing());
    }

    @Override
    public Optional<Namespace> successor(Listing listing, Cancellation cancellation) {
      return Optional.ofNullable(successor);
    }

    @Override
    public List<Dependency> dependencies(SkillMd md, Listing listing, Cancellation cancellation) {
      return List.of();
    }

    @Override
    public Review review(SkillFolder skill) {
      return new Review(
          new Capabilities(
              Set.of(Capabilities.Kind.READ_FILES),
              List.of(),
              false,
              Map.of(),
              List.of(),
              List.of()),
          List.of(),
          0);
    }
  }
}
