package app.satchel.install.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.satchel.catalog.FetchedSkill;
import app.satchel.check.Inspector;
import app.satchel.check.dependency.Dependency.Status;
import app.satchel.check.upload.Repair;
import app.satchel.check.upload.UploadCheck;
import app.satchel.install.AgentEnvironment;
import app.satchel.install.AgentInstaller;
import app.satchel.install.Agents;
import app.satchel.install.delivery.Delivered.Done;
import app.satchel.install.delivery.Delivered.Reason;
import app.satchel.install.delivery.DeliveryListener.Stage;
import app.satchel.install.delivery.PlannedSkill.Existing;
import app.satchel.install.pack.Packager;
import app.satchel.problem.ProblemException;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryTest {
  @TempDir Path temp;
  private Path skills;
  private Path out;
  private FakeSupply supply;
  private DeliveryPlanner planner;
  private Delivery delivery;
  private Uploads uploads;

  @BeforeEach
  void putTogether() throws IOException {
    skills = Files.createDirectories(temp.resolve("repo/skills"));
    Files.writeString(temp.resolve("repo/README.md"), "skills");
    out = temp.resolve("out");
    supply = new FakeSupply(temp.resolve("market"));
    uploads = new Uploads(temp.resolve("uploads.json"), Clock.systemUTC());
    UploadCheck check = new UploadCheck();
    Inspector inspector = TestInspector.with(check);
    Path person = Files.createDirectories(temp.resolve("person/.claude")).getParent();
    Agents agents = Agents.of(new AgentEnvironment(person, Map.of(), temp));
    AgentInstaller installer = new AgentInstaller(temp.resolve("state"), Clock.systemUTC());
    Places places =
        new Places(
            agents,
            installer,
            check,
            () -> {
              throw new AssertionError("no workspace here");
            },
            uploads);
    planner = new DeliveryPlanner(inspector, List.of(supply), supply, places);
    delivery = new Delivery(inspector, new Packager(check), supply, places);
  }

  private static void write(Path parent, String name, String more) throws IOException {
    Path folder = Files.createDirectories(parent.resolve(name));
    Files.writeString(
        folder.resolve("SKILL.md"),
        "---\nname: " + name + "\ndescription: Does one thing well.\n" + more + "---\n\nText.\n");
  }

  private FetchedSkill local(String name) {
    Path folder = skills.resolve(name);
    return new FetchedSkill(null, SkillFolder.read(folder), folder, null);
  }

  private Target zips() {
    return new Target.Zips(Target.CLAUDE_AI, out);
  }

  private static Target claudeCode() {
    return new Target.AgentFolder("claude-code", null);
  }

  private DeliveryPlan plan(FetchedSkill root, Target target) {
    return planner.plan(root, target, true, Cancellation.none());
  }

  private Delivered deliver(DeliveryPlan plan, Decisions decisions) {
    return delivery.deliver(plan, decisions, DeliveryListener.silent(), Cancellation.none());
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatThePersonSaidToHaveUploadedIsNotBuiltAgain() throws IOException {
    write(supply.folder(), "root", "depends-on: [leaf]\n");
    write(supply.folder(), "leaf", "");
    uploads.said(Target.CLAUDE_AI, "leaf", true);
    DeliveryPlan plan = planner.plan(supply.listing("root"), zips(), true, Cancellation.none());
    assertThat(plan.dependencies())
        .extracting(PlannedSkill::status)
        .containsExactly(Status.INSTALLED);
    deliver(plan, Decisions.careful());
    assertThat(names(out)).containsExactly("root.zip");
  }

  @Test
  void aNeededSkillThatCannotBeAskedAboutKeepsNobodyFromTheRest() throws IOException {
    write(supply.folder(), "root", "depends-on: [silent-one, middle]\n");
    write(supply.folder(), "silent-one", "");
    write(supply.folder(), "middle", "");
    supply.silent("silent-one");
    DeliveryPlan plan = planner.plan(supply.listing("root"), zips(), true, Cancellation.none());
    assertThat(plan.dependencies())
        .extracting(PlannedSkill::status)
        .containsExactly(Status.MISSING, Status.AVAILABLE);
    assertThat(plan.unreachable()).containsExactly("fake");
    deliver(plan, Decisions.careful());
    assertThat(names(out)).containsExactly("middle.zip", "root.zip");
  }

  @Test
  void whatIsInstalledIsComparedAndReplacedOnlyWhenAsked() throws IOException {
    write(supply.folder(), "root", "depends-on: [leaf]\n");
    write(supply.folder(), "leaf", "");
    deliver(
        planner.plan(supply.listing("root"), claudeCode(), true, Cancellation.none()),
        Decisions.careful());
    DeliveryPlan again =
        planner.plan(supply.listing("root"), claudeCode(), true, Cancellation.none());
    PlannedSkill leaf = again.dependencies().getFirst();
    assertThat(leaf.status()).isEqualTo(Status.INSTALLED);
    assertThat(leaf.existing()).isEqualTo(PlannedSkill.Existing.SAME);
    Path edited = temp.resolve("person/.claude/skills/leaf/SKILL.md");
    Files.writeString(edited, Files.readString(edited) + "Mine.\n");
    DeliveryPlan now =
        planner.plan(supply.listing("root"), claudeCode(), true, Cancellation.none());
    leaf = now.dependencies().getFirst();
    assertThat(leaf.existing()).isEqualTo(PlannedSkill.Existing.DIFFERENT);
    deliver(now, Decisions.careful());
    assertThat(edited).content().endsWith("Mine.\n");
    deliver(now, Decisions.careful().on(leaf, Decisions.OnExisting.REPLACE));
    assertThat(edited).content().doesNotContain("Mine.");
  }

  @Test
  void aPlanHasTheSkillAndAllItNeeds() throws IOException {
    write(skills, "root", "depends-on: [middle]\nrelated-skills: [friend]\n");
    write(skills, "middle", "depends-on: leaf\n");
    write(skills, "leaf", "depends-on: root\n");
    write(skills, "friend", "");
    DeliveryPlan plan = plan(local("root"), zips());
    assertThat(plan.skills())
        .extracting(PlannedSkill::name)
        .containsExactly("root", "middle", "leaf");
    assertThat(plan.root().root()).isTrue();
    assertThat(plan.dependencies().getLast().need().by()).containsExactly("middle");
    assertThat(plan.skills()).extracting(one -> one.need().depth()).containsExactly(0, 1, 2);
    assertThat(plan.inOrder())
        .as("what is needed comes before who needs it")
        .extracting(PlannedSkill::name)
        .containsExactly("leaf", "middle", "root");
    assertThat(plan.cycles()).containsExactly(List.of("root", "middle", "leaf", "root"));
    assertThat(plan.complete()).isTrue();
    assertThat(plan.dependencies().getFirst().status()).isEqualTo(Status.INCLUDED);
    assertThat(plan.dependencies().getFirst().files()).isEqualTo(1);
    assertThat(plan.root().destination()).isEqualTo(out.resolve("root.zip"));
    assertThat(out).as("planning writes nothing").doesNotExist();
  }

  @Test
  void withoutDependenciesTheSkillIsAlone() throws IOException {
    write(skills, "root", "depends-on: [middle]\n");
    write(skills, "middle", "");
    assertThat(planner.plan(local("root"), zips(), false, Cancellation.none()).skills()).hasSize(1);
  }

  @Test
  void zipsAreBuiltForAllAndNothingElseIsLeft() throws IOException {
    write(skills, "root", "depends-on: [middle]\n");
    write(skills, "middle", "version: 1\n");
    List<Stage> stages = new ArrayList<>();
    DeliveryPlan plan = plan(local("root"), zips());
    Delivered delivered =
        delivery.deliver(
            plan,
            Decisions.careful(),
            (skill, stage, _, _) -> {
              if (skill.root()) {
                stages.add(stage);
              }
            },
            Cancellation.none());
    assertThat(delivered.done()).extracting(Done::name).containsExactly("root", "middle");
    assertThat(delivered.done()).allMatch(done -> done.report().accepted());
    assertThat(delivered.skipped()).isEmpty();
    assertThat(names(out)).containsExactly("middle.zip", "root.zip");
    assertThat(stages)
        .contains(Stage.REPAIR, Stage.BUILD, Stage.VERIFY, Stage.PLACE)
        .endsWith(Stage.DONE);
  }

  @Test
  void whatIsLeftOutIsSkipped() throws IOException {
    write(skills, "root", "depends-on: [middle]\n");
    write(skills, "middle", "");
    DeliveryPlan plan = plan(local("root"), zips());
    String middle = plan.dependencies().getFirst().id();
    Delivered delivered = deliver(plan, Decisions.careful().leavingOut(Set.of(middle)));
    assertThat(names(out)).containsExactly("root.zip");
    assertThat(delivered.skipped())
        .extracting(Delivered.Skipped::reason)
        .containsExactly(Reason.LEFT_OUT);
  }

  @Test
  void aMissingSkillDoesNotKeepTheOthersBack() throws IOException {
    write(skills, "root", "depends-on: [nobody-has-this]\n");
    Delivered delivered = deliver(plan(local("root"), zips()), Decisions.careful());
    assertThat(names(out)).containsExactly("root.zip");
    assertThat(delivered.skipped())
        .extracting(Delivered.Skipped::reason)
        .containsExactly(Reason.MISSING);
  }

  @Test
  void aRefusedRootDeliversNothing() throws IOException {
    write(skills, "claude-helper", "depends-on: [middle]\n");
    write(skills, "middle", "");
    DeliveryPlan plan = plan(local("claude-helper"), zips());
    Delivered delivered = deliver(plan, Decisions.careful());
    assertThat(delivered.done()).isEmpty();
    assertThat(delivered.skipped())
        .extracting(Delivered.Skipped::reason)
        .containsExactly(Reason.REFUSED, Reason.NOT_NEEDED);
    assertThat(delivered.skipped().getFirst().report().accepted()).isFalse();
    assertThat(out).as("the folder that was made for it is gone").doesNotExist();

    Delivered agreed = deliver(plan, Decisions.careful().repairing(Repair.Level.PROPOSALS));
    assertThat(agreed.done()).hasSize(2);
    assertThat(agreed.done().getFirst().report().accepted()).isTrue();
  }

  @Test
  void anExistingZipOfOthersIsKeptUnlessAgreed() throws IOException {
    write(skills, "root", "");
    Files.createDirectories(out);
    Files.writeString(out.resolve("root.zip"), "mine");
    DeliveryPlan plan = plan(local("root"), zips());
    assertThat(plan.root().existing()).isEqualTo(Existing.DIFFERENT);
    Delivered kept = deliver(plan, Decisions.careful());
    assertThat(kept.skipped()).extracting(Delivered.Skipped::reason).containsExactly(Reason.KEPT);
    assertThat(Files.readString(out.resolve("root.zip"))).isEqualTo("mine");

    Delivered replaced =
        deliver(plan, Decisions.careful().on(plan.root(), Decisions.OnExisting.REPLACE));
    assertThat(replaced.done()).hasSize(1);
    assertThat(names(out)).containsExactly("root.zip");

    Delivered again = deliver(plan(local("root"), zips()), Decisions.careful());
    assertThat(again.done()).as("the same bytes are no conflict").hasSize(1);
  }

  @Test
  void aFolderInTheWayIsLeftAlone() throws IOException {
    write(skills, "root", "depends-on: [middle]\n");
    write(skills, "middle", "");
    Files.createDirectories(out.resolve("middle.zip/in-the-way"));
    Files.writeString(out.resolve("root.zip"), "mine");
    DeliveryPlan plan = plan(local("root"), zips());
    Decisions replaceAll = Decisions.careful();
    for (PlannedSkill skill : plan.skills()) {
      replaceAll = replaceAll.on(skill, Decisions.OnExisting.REPLACE);
    }
    Decisions decisions = replaceAll;
    Delivered delivered = deliver(plan, decisions);
    assertThat(delivered.done()).extracting(Done::name).containsExactly("root");
    assertThat(delivered.skipped().getFirst().problem().code()).isEqualTo("delivery-place-taken");
    assertThat(out.resolve("middle.zip/in-the-way")).isDirectory();
    assertThat(names(out)).containsExactly("middle.zip", "root.zip");
  }

  @Test
  void cancellingLeavesNothing() throws IOException {
    write(skills, "root", "depends-on: [middle]\n");
    write(skills, "middle", "");
    DeliveryPlan plan = plan(local("root"), zips());
    for (Stage when : List.of(Stage.REPAIR, Stage.BUILD, Stage.VERIFY)) {
      Cancellation cancellation = new Cancellation();
      assertThatThrownBy(
              () ->
                  delivery.deliver(
                      plan,
                      Decisions.careful(),
                      (skill, stage, _, _) -> {
                        if (stage == when && !skill.root()) {
                          cancellation.cancel();
                        }
                      },
                      cancellation))
          .as("cancelled at %s", when)
          .isInstanceOf(CancellationException.class);
      assertThat(out).doesNotExist();
    }
  }

  @Test
  void anAgentGetsSkillsAsPublishedAndTheyCanBeTakenBack() throws IOException {
    write(skills, "root", "depends-on: [middle]\n");
    write(skills, "middle", "");
    Path claude = temp.resolve("person/.claude/skills");
    DeliveryPlan plan = plan(local("root"), claudeCode());
    Delivered delivered = deliver(plan, Decisions.careful());
    assertThat(delivered.done())
        .extracting(Done::path)
        .containsExactly(claude.resolve("root"), claude.resolve("middle"));
    assertThat(Files.readAllBytes(claude.resolve("root/SKILL.md")))
        .isEqualTo(Files.readAllBytes(skills.resolve("root/SKILL.md")));

    DeliveryPlan again = plan(local("root"), claudeCode());
    assertThat(again.root().existing()).isEqualTo(Existing.SAME);
    assertThat(deliver(again, Decisions.careful()).skipped())
        .allMatch(skipped -> skipped.reason() == Reason.ALREADY_THERE);

    delivery.undo(delivered);
    assertThat(names(claude)).isEmpty();
  }

  @Test
  void anEditedSkillOfAnAgentIsKeptOrBackedUp() throws IOException {
    write(skills, "root", "");
    Path mine =
        Files.createDirectories(temp.resolve("person/.claude/skills/root")).resolve("SKILL.md");
    Files.writeString(mine, "my own words");
    DeliveryPlan plan = plan(local("root"), claudeCode());
    assertThat(plan.root().existing()).isEqualTo(Existing.DIFFERENT);
    assertThat(deliver(plan, Decisions.careful()).skipped())
        .extracting(Delivered.Skipped::reason)
        .containsExactly(Reason.KEPT);
    assertThat(Files.readString(mine)).isEqualTo("my own words");

    Delivered replaced =
        deliver(plan, Decisions.careful().on(plan.root(), Decisions.OnExisting.REPLACE));
    assertThat(Files.readString(replaced.done().getFirst().backup().resolve("SKILL.md")))
        .isEqualTo("my own words");
    delivery.undo(replaced);
    assertThat(Files.readString(mine)).isEqualTo("my own words");
  }

  @Test
  void cancellingAnInstallationTakesBackWhatWasInstalled() throws IOException {
    write(skills, "root", "depends-on: [middle]\n");
    write(skills, "middle", "");
    Cancellation cancellation = new Cancellation();
    DeliveryPlan plan = plan(local("root"), claudeCode());
    assertThatThrownBy(
            () ->
                delivery.deliver(
                    plan,
                    Decisions.careful(),
                    (skill, stage, _, _) -> {
                      if (skill.root() && stage == Stage.VERIFY) {
                        cancellation.cancel();
                      }
                    },
                    cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(names(temp.resolve("person/.claude/skills"))).isEmpty();
  }

  @Test
  void anUnknownAgentIsSaidBeforeAnythingIsDone() throws IOException {
    write(skills, "root", "");
    assertThatThrownBy(() -> plan(local("root"), new Target.AgentFolder("nobody", null)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("agent-unknown");
  }

  @Test
  void aMarketplaceThatCountsIsNotDownloadedFromForAPlan() throws IOException {
    write(supply.folder(), "root", "depends-on: [middle]\n");
    write(supply.folder(), "middle", "");
    supply.counting(true);
    DeliveryPlan plan = planner.plan(supply.listing("root"), zips(), true, Cancellation.none());
    assertThat(supply.fetched()).isEmpty();
    assertThat(plan.root().fetched()).isNull();
    assertThat(plan.root().bytes()).isNull();
    assertThat(plan.skills()).extracting(PlannedSkill::name).containsExactly("root", "middle");

    Delivered delivered = deliver(plan, Decisions.careful());
    assertThat(supply.fetched()).containsExactly("root", "middle");
    assertThat(names(out)).containsExactly("middle.zip", "root.zip");
    assertThat(delivered.done()).hasSize(2);
  }

  @Test
  void aNeededSkillThatCannotBeFetchedIsSkippedAndARootThatCannotFails() throws IOException {
    write(supply.folder(), "root", "depends-on: [middle]\n");
    write(supply.folder(), "middle", "");
    supply.counting(true);
    DeliveryPlan plan = planner.plan(supply.listing("root"), zips(), true, Cancellation.none());
    supply.failing("middle");
    Delivered delivered = deliver(plan, Decisions.careful());
    assertThat(delivered.skipped().getFirst().reason()).isEqualTo(Reason.FAILED);
    assertThat(delivered.skipped().getFirst().problem().code()).isEqualTo("test-failure");
    assertThat(names(out)).containsExactly("root.zip");

    supply.failing("root");
    assertThatThrownBy(() -> deliver(plan, Decisions.careful()))
        .isInstanceOf(ProblemException.class);
  }
}
