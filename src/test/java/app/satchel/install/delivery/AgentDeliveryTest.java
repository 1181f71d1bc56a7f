package app.satchel.install.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.satchel.check.dependency.Dependency.Status;
import app.satchel.install.delivery.Delivered.Done;
import app.satchel.install.delivery.Delivered.Reason;
import app.satchel.install.delivery.DeliveryListener.Stage;
import app.satchel.install.delivery.PlannedSkill.Existing;
import app.satchel.problem.ProblemException;
import app.satchel.task.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** What becomes of skills that go into an agent's folder. */
class AgentDeliveryTest extends DeliveryRig {
  private static Target claudeCode() {
    return new Target.AgentFolder("claude-code", null);
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
}
