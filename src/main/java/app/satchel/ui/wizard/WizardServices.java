package app.satchel.ui.wizard;

import app.satchel.check.upload.Change;
import app.satchel.check.upload.Offer;
import app.satchel.check.upload.UploadRules;
import app.satchel.install.delivery.Decisions;
import app.satchel.install.delivery.Delivered;
import app.satchel.install.delivery.DeliveryListener;
import app.satchel.install.delivery.DeliveryPlan;
import app.satchel.install.delivery.PlannedSkill;
import app.satchel.install.delivery.Target;
import app.satchel.problem.Problem;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import app.satchel.workspace.ApiKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the wizard needs from the rooms below, for one skill. Every method may block, is called off
 * the UI thread, and fails with a {@link app.satchel.problem.ProblemException}; only {@link #name}
 * and {@link #rules} are called on it.
 */
public interface WizardServices {
  /** The skill's name. */
  String name();

  /** What is known about uploading to claude.ai: rules, menu, error texts. */
  UploadRules rules();

  /** Where skills can go: claude.ai first, then the agents that were found, then the others. */
  List<Place> places();

  /** What a delivery would do. */
  DeliveryPlan plan(Target target, Cancellation cancellation);

  /**
   * What a person is asked before a skill can go somewhere, and what comes of the answers.
   *
   * @param skill as published
   * @param rules id of the upload rules that hold there
   * @param accepted asked for each proposal
   */
  Offer offer(SkillFolder skill, String rules, Predicate<Change> accepted);

  /** The marketplaces of a plan that count a download as an installation, by name. */
  List<String> counting(DeliveryPlan plan);

  /** Carries a plan out: all of it or nothing. */
  Delivered deliver(
      DeliveryPlan plan, Decisions decisions, DeliveryListener listener, Cancellation cancellation);

  /** The key of a developer workspace, as far as it is known without asking. */
  KnownKey key();

  /** Keeps a key in the keyring; empty when it is kept, else why not. */
  Optional<Problem> keepKey(ApiKey key);

  /** Takes the key out of the keyring; empty when it is gone, else why not. */
  Optional<Problem> forgetKey();

  /** Remembers what the person says: that a skill has arrived at a site, or that it has not. */
  void arrived(String site, PlannedSkill skill, boolean there);

  /** Takes a delivery to an agent back. */
  void undo(Delivered delivered);
}
