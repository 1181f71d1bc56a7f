package app.satchel.install.delivery;

import app.satchel.check.upload.UploadReport;
import app.satchel.install.delivery.Delivered.Done;
import app.satchel.install.delivery.Delivered.Reason;
import app.satchel.install.delivery.DeliveryListener.Stage;
import app.satchel.install.delivery.PlannedSkill.Existing;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import app.satchel.workspace.SkillsApi;
import app.satchel.workspace.WorkspaceSkill;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Sends skills to a developer workspace, one after the other. There is no taking back and no
 * all-or-nothing there: what has been sent stays, also when the next one fails, and is told. A
 * skill that is there already gets a new version only when the person says so.
 */
final class WorkspaceUpload {
  private final SkillsApi api;
  private final Target.Workspace target;
  private final Decisions decisions;
  private final DeliveryListener listener;
  private final Cancellation cancellation;

  WorkspaceUpload(
      SkillsApi api,
      Target.Workspace target,
      Decisions decisions,
      DeliveryListener listener,
      Cancellation cancellation) {
    this.api = api;
    this.target = target;
    this.decisions = decisions;
    this.listener = listener;
    this.cancellation = cancellation;
  }

  /** What became of one skill. */
  sealed interface Outcome {
    /** It is there now. */
    record Sent(Done done) implements Outcome {}

    /** It is not; {@code problem} says why when something went wrong. */
    record NotSent(Ready ready, Reason reason, Problem problem) implements Outcome {}
  }

  /** What lies in a workspace under a skill's name. */
  static Existing existing(
      SkillsApi api, Target.Workspace target, SkillFolder skill, Cancellation cancellation) {
    return api.find(target.key(), name(skill), cancellation).isPresent()
        ? Existing.DIFFERENT
        : Existing.NONE;
  }

  private static String name(SkillFolder skill) {
    return skill.skillMd().name().orElse(skill.folderName());
  }

  /** What the console shows: the author's own form of the name, where a repair kept it. */
  private static String displayName(SkillFolder skill) {
    return skill
        .skillMd()
        .frontmatter()
        .metadata()
        .flatMap(metadata -> metadata.entry("display-name"))
        .map(entry -> entry.value().asText().strip())
        .filter(text -> !text.isEmpty() && SkillsApi.showable(text))
        .orElse(null);
  }

  /**
   * Sends all.
   *
   * @throws ProblemException when the skill asked for cannot be sent; nothing has been sent then
   * @throws CancellationException when cancelled before anything was sent
   */
  List<Outcome> send(List<Ready> skills) {
    List<Outcome> outcomes = new ArrayList<>();
    boolean sent = false;
    for (Ready one : skills) {
      try {
        cancellation.throwIfCancelled();
        Outcome outcome = send(one);
        sent |= outcome instanceof Outcome.Sent;
        outcomes.add(outcome);
      } catch (CancellationException e) {
        if (!sent) {
          throw e;
        }
        outcomes.add(new Outcome.NotSent(one, Reason.CANCELLED, null));
      } catch (ProblemException e) {
        if (one.skill().root()) {
          throw e;
        }
        outcomes.add(new Outcome.NotSent(one, Reason.FAILED, e.problem()));
      }
    }
    return outcomes;
  }

  private Outcome send(Ready one) {
    SkillFolder skill = one.repaired().skill();
    Optional<WorkspaceSkill> there = api.find(target.key(), name(skill), cancellation);
    if (there.isPresent() && decisions.onExisting(one.skill()) == Decisions.OnExisting.KEEP) {
      return new Outcome.NotSent(one, Reason.KEPT, null);
    }
    WorkspaceSkill made =
        there.isPresent()
            ? api.addVersion(
                target.key(),
                there.get().id(),
                skill,
                (done, total) -> listener.at(one.skill(), Stage.SEND, done, total),
                cancellation)
            : api.create(
                target.key(),
                skill,
                displayName(skill),
                (done, total) -> listener.at(one.skill(), Stage.SEND, done, total),
                cancellation);
    UploadReport report = one.repaired().report();
    listener.at(one.skill(), Stage.DONE, 1, 1);
    return new Outcome.Sent(
        new Done(
            one.skill(),
            name(skill),
            null,
            null,
            skill.totalBytes(),
            skill.files().size(),
            report,
            one.repaired().changes(),
            null,
            null,
            made));
  }
}
