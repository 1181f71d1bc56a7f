package app.satchel.ui.skill;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.upload.Change;
import app.satchel.check.upload.Offer;
import app.satchel.check.upload.Repair;
import app.satchel.check.upload.UploadCheck;
import app.satchel.check.upload.UploadRepair;
import app.satchel.check.upload.UploadRules;
import app.satchel.marketplace.Listing;
import app.satchel.marketplace.TestListings;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.Namespace;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.ui.kit.QueuedBackground;
import app.satchel.ui.skill.Verdict.Tone;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadModelTest {
  private static final String DECISION =
      "---\nname: claude-notes\ndescription: Fill in <b>.\ntags: [x]\n---\n# A\n";

  @TempDir Path disk;

  private final QueuedBackground background = new QueuedBackground();
  private final Answers answers = new Answers();
  private final UploadModel model = new UploadModel(answers, background);

  private static SkillFolder skill(String folder, String md) {
    return SkillFolder.of(
        folder,
        List.of(
            SkillFile.of("SKILL.md", md.getBytes(StandardCharsets.UTF_8)),
            SkillFile.of("references/a.md", new byte[3])));
  }

  private static UploadShown.Subject subject(SkillFolder skill, String directory, boolean whole) {
    Listing listing =
        TestListings.at(new Namespace("o", "r", skill.folderName()), directory, "test");
    return new UploadShown.Subject(listing, skill, whole, new Answers().upload(skill));
  }

  private void show(String folder, String md) {
    model.show(subject(skill(folder, md), "skills/" + folder, true));
    background.runAll();
  }

  private UploadShown shown() {
    return model.shownProperty().get();
  }

  private Change proposal(String id) {
    return shown().offer().proposals().stream()
        .filter(change -> change.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void saysWhatComesOfTheSkillInEachState() {
    show("a", "---\nname: a\ndescription: d\n---\n# A\n");
    assertThat(shown().verdict().tone()).isEqualTo(Tone.OK);
    assertThat(shown().changes()).isFalse();
    assertThat(shown().patch().isEmpty()).isTrue();

    show("a", "---\nname: a\ndescription: d\ntags: [x]\n---\n# A\n");
    assertThat(shown().verdict())
        .isEqualTo(
            new Verdict(
                Tone.OK,
                "claude.ai would refuse this skill as published. After one safe edit no known rule"
                    + " refuses it."));

    show("claude-notes", DECISION);
    assertThat(shown().verdict())
        .isEqualTo(
            new Verdict(
                Tone.WARN,
                "claude.ai would refuse this skill. 2 changes that would help need your yes."));
    assertThat(shown().remaining()).extracting(finding -> finding.rule()).contains("name-reserved");
  }

  @Test
  void whatNoChangeWouldHelpIsSaid() {
    List<SkillFile> files = new ArrayList<>();
    files.add(
        SkillFile.of(
            "SKILL.md",
            "---\nname: a\ndescription: d\n---\n# A\n".getBytes(StandardCharsets.UTF_8)));
    for (int i = 0; i < 300; i++) {
      files.add(SkillFile.of("assets/" + i + ".txt", new byte[1]));
    }
    SkillFolder large = SkillFolder.of("a", files);
    model.show(subject(large, null, true));
    background.runAll();

    assertThat(shown().verdict().tone()).isEqualTo(Tone.BAD);
    assertThat(shown().verdict().words()).endsWith("would help: too many files.");
    assertThat(UploadVerdict.tile(answers.upload(large), true, null).words())
        .isEqualTo("Cannot: too many files");
  }

  private Verdict tile() {
    return UploadVerdict.tile(shown().subject().upload(), true, shown().offer());
  }

  @Test
  void theVerdictAndTheDifferenceFollowTheTicks() {
    show("claude-notes", DECISION);
    int before = shown().diff().removed();

    model.accept(proposal("name-reserved-word"), true);
    background.runAll();
    assertThat(shown().verdict().words()).contains("One change that would help needs your yes");
    assertThat(tile()).isEqualTo(new Verdict(Tone.WARN, "Needs your decision"));
    assertThat(shown().diff().removed()).isGreaterThan(before);

    model.accept(proposal("reword-brackets"), true);
    background.runAll();
    assertThat(shown().verdict().words()).startsWith("With what you ticked");
    assertThat(tile()).isEqualTo(new Verdict(Tone.OK, "Accepted with your yes"));
    assertThat(shown().remaining()).isEmpty();

    model.acceptNone();
    background.runAll();
    assertThat(shown().verdict().tone()).isEqualTo(Tone.WARN);
    assertThat(tile()).isEqualTo(new Verdict(Tone.WARN, "Needs your decision (2)"));
    assertThat(shown().diff().removed()).isEqualTo(before);
    model.acceptAll();
    background.runAll();
    assertThat(shown().offer().open()).isEmpty();
  }

  @Test
  void whatWasAgreedToElsewhereIsFollowed() {
    show("claude-notes", DECISION);
    Change name = proposal("name-reserved-word");
    Change brackets = proposal("reword-brackets");
    model.accept(name, true);
    background.runAll();

    model.follow(Set.of(brackets));
    background.runAll();
    assertThat(shown().offer().accepted()).containsExactly(brackets);
    model.accept(name, true);
    background.runAll();
    assertThat(tile()).isEqualTo(new Verdict(Tone.OK, "Accepted with your yes"));

    model.follow(Set.of());
    background.runAll();
    assertThat(tile()).isEqualTo(new Verdict(Tone.WARN, "Needs your decision (2)"));
  }

  @Test
  void quickTicksAllCountThoughOnlyTheLastAnswerIsShown() {
    show("claude-notes", DECISION);
    model.accept(proposal("name-reserved-word"), true);
    Runnable late = background.take(0);
    model.accept(proposal("reword-brackets"), true);
    background.runAll();
    UploadShown newest = shown();
    late.run();

    assertThat(shown()).isSameAs(newest);
    assertThat(shown().offer().accepted()).hasSize(2);
  }

  @Test
  void aLateAnswerNeverBelongsToAnotherSkill() {
    show("claude-notes", DECISION);
    model.accept(proposal("name-reserved-word"), true);
    Runnable late = background.take(0);
    model.show(null);
    late.run();

    assertThat(shown()).isNull();
  }

  @Test
  void aWishThatCannotBeFollowedLeavesWhatIsShown() {
    show("claude-notes", DECISION);
    UploadShown before = shown();
    answers.failure = new Problem(ProblemKind.DISK, "unreadable", "No.", "", "", "");
    model.accept(proposal("name-reserved-word"), true);
    background.runAll();
    assertThat(model.problemProperty().get().code()).isEqualTo("unreadable");
    assertThat(shown()).isSameAs(before);

    answers.failure = null;
    model.accept(proposal("reword-brackets"), true);
    background.runAll();
    assertThat(model.problemProperty().get()).isNull();
    assertThat(shown().offer().accepted()).hasSize(1);
  }

  @Test
  void theReportIsAboutTheSkillAsPublishedWhateverIsTicked() {
    show("claude-notes", DECISION);
    String before = shown().report();
    model.acceptAll();
    background.runAll();

    assertThat(before)
        .startsWith("# Will claude.ai accept ")
        .contains("`skills/claude-notes`", "`name-reserved`", "2026-11-22")
        .doesNotContain("Only SKILL.md");
    assertThat(shown().report()).isEqualTo(before);
  }

  @Test
  void thePatchIsWrittenWithItsPlaceAndItsTicks() throws Exception {
    show("claude-notes", DECISION);
    model.acceptAll();
    background.runAll();
    Path file = disk.resolve("my patches/a.patch");
    model.save(file);
    assertThat(file).doesNotExist();
    background.runAll();

    assertThat(Files.readString(file))
        .isEqualTo(new String(shown().patch().patch().bytes(), StandardCharsets.UTF_8))
        .contains(
            "rename from skills/claude-notes/SKILL.md",
            "rename to skills/notes/SKILL.md",
            "+name: notes\n");
    UploadModel.Saved saved = model.savedProperty().get();
    assertThat(saved.hint()).isEqualTo("Apply it at the top of a clone of o/r:");
    assertThat(saved.command()).isEqualTo("git apply \"" + file + "\"");
    try (var all = Files.list(file.getParent())) {
      assertThat(all).containsExactly(file);
    }
  }

  @Test
  void aPatchThatCannotBeWrittenLosesNothing() throws Exception {
    show("claude-notes", DECISION);
    model.acceptAll();
    background.runAll();
    UploadShown before = shown();
    Path file = Files.writeString(disk.resolve("file"), "mine");
    model.save(file.resolve("a.patch"));
    background.runAll();

    assertThat(model.problemProperty().get().code()).isEqualTo("patch-not-saved");
    assertThat(model.problemProperty().get().sentence()).contains("a.patch");
    assertThat(model.savedProperty().get()).isNull();
    assertThat(shown()).isSameAs(before);
    assertThat(file).hasContent("mine");

    model.save(disk.resolve("a.patch"));
    background.runAll();
    assertThat(model.problemProperty().get()).isNull();
    assertThat(model.savedProperty().get().file()).exists();
  }

  @Test
  void withTheTextAloneThePatchIsOfSkillMdAlone() {
    SkillFolder alone =
        SkillFolder.of(
            "claude-notes",
            List.of(SkillFile.of("SKILL.md", DECISION.getBytes(StandardCharsets.UTF_8))));
    model.show(subject(alone, null, false));
    background.runAll();
    model.acceptAll();
    background.runAll();

    SkillPatch patch = shown().patch();
    String text = new String(patch.patch().bytes(), StandardCharsets.UTF_8);
    assertThat(text)
        .contains("diff --git a/claude-notes/SKILL.md b/claude-notes/SKILL.md")
        .doesNotContain("rename");
    assertThat(patch.notes()).hasSize(2).last().asString().contains("has to be called notes,");
    assertThat(patch.hint()).contains("FOLDER", "o/r", "claude-notes");
    assertThat(patch.command(disk.resolve("p"))).startsWith("git apply --directory=FOLDER ");
    assertThat(shown().report()).contains("Only SKILL.md was looked at");
  }

  @Test
  void aSkillThatIsTheRepositoryHasNoFolderInThePatch() {
    model.show(subject(skill("a", "---\nname: a\ndescription: d\ntags: [x]\n---\n"), ".", true));
    background.runAll();

    assertThat(new String(shown().patch().patch().bytes(), StandardCharsets.UTF_8))
        .contains("diff --git a/SKILL.md b/SKILL.md");
  }

  @Test
  void aFileNameIsMadeOfWhatEveryDiskTakes() {
    assertThat(SkillPatch.fileName("my-skill")).isEqualTo("my-skill.patch");
    assertThat(SkillPatch.fileName("../a b/\u0000:c")).isEqualTo("a-b-c.patch");
    assertThat(SkillPatch.fileName("\u65E5\u672C")).isEqualTo("skill.patch");
    assertThat(SkillPatch.fileName("x".repeat(400))).hasSize(70);
  }

  private static final class Answers extends UnaskedPageServices {
    private Problem failure;

    @Override
    public Upload upload(SkillFolder skill) {
      UploadRepair repair = new UploadRepair();
      return new Upload(
          new UploadCheck().check(skill),
          repair.repair(skill, Repair.Level.SAFE),
          repair.repair(skill, Repair.Level.PROPOSALS),
          UploadRules.bundled());
    }

    @Override
    public Offer offer(SkillFolder skill, Predicate<Change> accepted) {
      if (failure != null) {
        throw new ProblemException(failure);
      }
      return new UploadRepair().offer(skill, accepted);
    }
  }
}
