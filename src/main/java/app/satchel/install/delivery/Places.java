package app.satchel.install.delivery;

import app.satchel.check.upload.UploadCheck;
import app.satchel.install.AgentInstaller;
import app.satchel.install.Agents;
import app.satchel.install.Decision;
import app.satchel.install.Destination;
import app.satchel.install.FolderName;
import app.satchel.install.InstallEntry;
import app.satchel.install.InstallPlan;
import app.satchel.install.Installed;
import app.satchel.install.delivery.Delivered.Done;
import app.satchel.install.delivery.DeliveryListener.Stage;
import app.satchel.install.delivery.PlannedSkill.Existing;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import app.satchel.words.Words;
import app.satchel.workspace.SkillsApi;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The places that skills go to: what lies there now, and how an agent's get there. */
public final class Places {
  private static final Words WORDS = Words.of(Places.class);

  private final Agents agents;
  private final AgentInstaller installer;
  private final UploadCheck check;
  private final Supplier<SkillsApi> api;
  private final Uploads uploads;

  /**
   * @param api asked for when a skill is to go to a workspace
   * @param uploads what the person said to have uploaded to sites
   */
  public Places(
      Agents agents,
      AgentInstaller installer,
      UploadCheck check,
      Supplier<SkillsApi> api,
      Uploads uploads) {
    this.agents = Objects.requireNonNull(agents);
    this.installer = Objects.requireNonNull(installer);
    this.check = Objects.requireNonNull(check);
    this.api = Objects.requireNonNull(api);
    this.uploads = Objects.requireNonNull(uploads);
  }

  /**
   * Makes sure that there is such a target.
   *
   * @throws ProblemException {@code agent-unknown} (NOT_FOUND), {@code agent-has-no-user-folder}
   *     (INPUT)
   */
  void require(Target target) {
    if (target instanceof Target.AgentFolder agent) {
      destination(agent);
    }
  }

  private Destination destination(Target.AgentFolder target) {
    return agents.destination(agents.get(target.agent()), target.project());
  }

  /**
   * Whether an agent has a skill of that name; a site cannot be asked, so there it is what the
   * person said.
   */
  boolean isInstalled(Target target, String name) {
    return switch (target) {
      case Target.AgentFolder agent ->
          FolderName.isUsable(name)
              && Files.isRegularFile(destination(agent).skills().resolve(name).resolve("SKILL.md"));
      case Target.Zips zips -> uploads.there(zips.site(), name);
      case Target.Workspace _ -> false;
    };
  }

  /**
   * The identity of what Satchel itself installed at an agent under a name; empty when it did not,
   * or does not know.
   */
  Optional<String> installedIdentity(Target target, String name) {
    if (!(target instanceof Target.AgentFolder agent) || !FolderName.isUsable(name)) {
      return Optional.empty();
    }
    String place = destination(agent).skills().resolve(name).toString();
    return installer.installed().stream()
        .filter(entry -> entry.path().equals(place) && entry.namespace() != null)
        .map(InstallEntry::namespace)
        .reduce((_, last) -> last);
  }

  /**
   * What lies at a skill's place.
   *
   * @param path the ZIP or the folder that it would be put at; null in a workspace, and when it
   *     cannot be put anywhere
   */
  record Look(Path path, Existing existing) {}

  /**
   * Looks at the place of a skill.
   *
   * @param skill as it would be delivered
   * @param whole whether all of its files are known, so that they can be compared
   */
  Look look(Target target, SkillFolder skill, boolean whole, Cancellation cancellation) {
    return switch (target) {
      case Target.Workspace workspace ->
          new Look(null, WorkspaceUpload.existing(api.get(), workspace, skill, cancellation));
      case Target.Zips zips -> {
        Path zip = ZipFolder.place(zips.folder(), skill.folderName());
        // Its bytes are only known once it is built; the same ones are then left alone.
        yield new Look(zip, exists(zip) ? Existing.DIFFERENT : Existing.NONE);
      }
      case Target.AgentFolder agent -> lookAt(destination(agent), skill, whole);
    };
  }

  private Look lookAt(Destination destination, SkillFolder skill, boolean whole) {
    Optional<Path> folder = FolderName.of(skill).map(destination.skills()::resolve);
    if (folder.isEmpty()) {
      return new Look(null, Existing.NONE);
    }
    if (!exists(folder.get())) {
      return new Look(folder.get(), Existing.NONE);
    }
    if (!whole) {
      return new Look(folder.get(), Existing.DIFFERENT);
    }
    InstallPlan plan = installer.plan(skill, destination);
    Existing existing =
        switch (plan.existing()) {
          case NONE -> Existing.NONE;
          case SAME -> Existing.SAME;
          case DIFFERENT -> Existing.DIFFERENT;
        };
    return new Look(plan.target(), existing);
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** What became of one skill at an agent. */
  sealed interface Outcome {
    /** It is there now. */
    record Placed(Done done) implements Outcome {}

    /** It is not; {@code problem} says why when something went wrong. */
    record NotPlaced(
        PlannedSkill skill, Delivered.Reason reason, app.satchel.problem.Problem problem)
        implements Outcome {}
  }

  /** Installs all skills, or none when one fails or the person cancels. */
  List<Outcome> install(
      Target.AgentFolder target,
      List<Ready> skills,
      Decisions decisions,
      DeliveryListener listener,
      Cancellation cancellation) {
    Destination destination = destination(target);
    List<Outcome> outcomes = new ArrayList<>();
    List<String> transactions = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    try {
      for (Ready one : skills) {
        cancellation.throwIfCancelled();
        String folder = FolderName.of(one.repaired().skill()).orElse("");
        Outcome outcome =
            folder.isEmpty() || taken.add(folder.toLowerCase(Locale.ROOT))
                ? install(destination, one, decisions, listener, cancellation)
                : sameName(one, folder);
        if (outcome instanceof Outcome.Placed placed) {
          transactions.add(placed.done().transaction());
        }
        outcomes.add(outcome);
      }
      return outcomes;
    } catch (RuntimeException | Error e) {
      for (String transaction : transactions.reversed()) {
        try {
          installer.undo(transaction);
        } catch (RuntimeException undo) {
          e.addSuppressed(undo);
        }
      }
      throw e;
    }
  }

  /** Two skills cannot share a folder, and one must not undo what the other just did. */
  private static Outcome sameName(Ready one, String folder) {
    ProblemException same =
        ProblemException.of(
            WORDS, ProblemKind.CONFLICT, "delivery-same-name", "", folder, one.skill().from());
    if (one.skill().root()) {
      throw same;
    }
    return new Outcome.NotPlaced(one.skill(), Delivered.Reason.FAILED, same.problem());
  }

  private Outcome install(
      Destination destination,
      Ready one,
      Decisions decisions,
      DeliveryListener listener,
      Cancellation cancellation) {
    SkillFolder skill = one.repaired().skill();
    Decision decision =
        decisions.onExisting(one.skill()) == Decisions.OnExisting.REPLACE
            ? Decision.REPLACE_WITH_BACKUP
            : Decision.KEEP;
    Installed installed;
    try {
      installed =
          installer.install(
              skill,
              destination,
              decision,
              origin(one),
              (done, total) -> listener.at(one.skill(), Stage.BUILD, done, total),
              cancellation);
    } catch (ProblemException e) {
      if (one.skill().root()) {
        throw e;
      }
      return new Outcome.NotPlaced(one.skill(), Delivered.Reason.FAILED, e.problem());
    }
    return switch (installed.outcome()) {
      case ALREADY_THERE ->
          new Outcome.NotPlaced(one.skill(), Delivered.Reason.ALREADY_THERE, null);
      case KEPT -> new Outcome.NotPlaced(one.skill(), Delivered.Reason.KEPT, null);
      case INSTALLED, REPLACED -> {
        listener.at(one.skill(), Stage.VERIFY, skill.files().size(), skill.files().size());
        yield new Outcome.Placed(
            new Done(
                one.skill(),
                skill.displayName(),
                installed.path(),
                null,
                skill.totalBytes(),
                skill.files().size(),
                check.check(skill),
                List.of(),
                installed.transaction(),
                installed.backup(),
                null));
      }
    };
  }

  private static AgentInstaller.Origin origin(Ready one) {
    PlannedSkill skill = one.skill();
    return new AgentInstaller.Origin(
        skill.namespace() == null ? null : skill.namespace().toString(),
        skill.from().isEmpty() ? null : skill.from());
  }

  /** Sends skills to a workspace. */
  List<WorkspaceUpload.Outcome> send(
      Target.Workspace target,
      List<Ready> skills,
      Decisions decisions,
      DeliveryListener listener,
      Cancellation cancellation) {
    return new WorkspaceUpload(api.get(), target, decisions, listener, cancellation).send(skills);
  }

  /** Takes back what a delivery installed, the last first. */
  void undo(Delivered delivered) {
    for (Done done : delivered.done().reversed()) {
      if (done.transaction() != null) {
        installer.undo(done.transaction());
      }
    }
  }
}
