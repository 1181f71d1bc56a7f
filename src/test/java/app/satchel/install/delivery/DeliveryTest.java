package app.satchel.install.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.satchel.check.dependency.Dependency.Status;
import app.satchel.check.upload.Repair;
import app.satchel.install.delivery.Delivered.Done;
import app.satchel.install.delivery.Delivered.Reason;
import app.satchel.install.delivery.DeliveryListener.Stage;
import app.satchel.install.delivery.PlannedSkill.Existing;
import app.satchel.problem.ProblemException;
import app.satchel.task.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** What becomes of a skill and of what it needs, as ZIPs in a folder. */
class DeliveryTest extends DeliveryRig {
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
