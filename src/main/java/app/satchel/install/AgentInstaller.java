package app.satchel.install;

import app.satchel.install.InstallPlan.Existing;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import app.satchel.words.Words;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Puts skills into agents' folders, as published. Every write is staged beside its target, compared
 * with the skill byte for byte, and then takes its place by renaming; what lay there before is in a
 * backup in Satchel's own folder first. Nothing is ever overwritten unasked, nothing is left behind
 * when a write fails or is cancelled, and {@link #undo} takes back what has not been changed since.
 * Blocks; one write at a time, also among several Satchels.
 */
public final class AgentInstaller {
  private static final Words WORDS = Words.of(AgentInstaller.class);

  private final Path state;
  private final Clock clock;
  private final InstallRecord record;
  private final Journal journal;

  /**
   * @param state Satchel's own folder; made when it does not exist
   */
  public AgentInstaller(Path state, Clock clock) {
    this.state = state.toAbsolutePath().normalize();
    this.clock = Objects.requireNonNull(clock);
    this.record = new InstallRecord(this.state, clock);
    this.journal = new Journal(this.state, record);
  }

  /**
   * Where a skill comes from, for the record.
   *
   * @param namespace {@code @owner/repo/skill}, or null
   * @param source a marketplace's name or a path, or null
   */
  public record Origin(String namespace, String source) {
    /** From nowhere in particular. */
    public static Origin unknown() {
      return new Origin(null, null);
    }
  }

  /**
   * What installing would do.
   *
   * @throws ProblemException {@code skill-has-link}, {@code folder-name-unusable} (INPUT), {@code
   *     link-in-path} (CONFLICT), or of kind DISK
   */
  public InstallPlan plan(SkillFolder skill, Destination destination) {
    Path target = target(skill, destination);
    try {
      boolean newFolder = !Files.isDirectory(destination.skills());
      return new InstallPlan(
          target, existing(skill, target), newFolder, skill.files().size(), skill.totalBytes());
    } catch (IOException e) {
      throw disk(e, target);
    }
  }

  private static Existing existing(SkillFolder skill, Path target) throws IOException {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return Existing.NONE;
    }
    if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      return Existing.DIFFERENT;
    }
    String wanted = TreeHash.of(skill, TreeHash.hasExecutableBits(target));
    return TreeHash.of(target).equals(wanted) ? Existing.SAME : Existing.DIFFERENT;
  }

  /** The folder that a skill goes to; checks everything that can be checked without reading it. */
  private static Path target(SkillFolder skill, Destination destination) {
    for (SkillFile file : skill.files()) {
      if (file.type() != SkillFile.Type.REGULAR) {
        throw ProblemException.of(
            WORDS, ProblemKind.INPUT, "skill-has-link", file.path(), skill.displayName());
      }
    }
    String name =
        FolderName.of(skill)
            .orElseThrow(
                () ->
                    ProblemException.of(
                        WORDS,
                        ProblemKind.INPUT,
                        "folder-name-unusable",
                        skill.folderName(),
                        skill.displayName()));
    Path target = destination.skills().resolve(name);
    refuseLinks(destination.base(), target);
    return target;
  }

  /** No link between the home or project folder and the target, and none as the target. */
  private static void refuseLinks(Path base, Path target) {
    for (Path at = target; at != null && !at.equals(base); at = at.getParent()) {
      if (Files.isSymbolicLink(at)) {
        throw ProblemException.of(
            WORDS, ProblemKind.CONFLICT, "link-in-path", target.toString(), at.toString());
      }
      if (!at.startsWith(base)) {
        return;
      }
    }
  }

  /**
   * Installs a skill.
   *
   * @param decision what to do when something different lies there
   * @throws ProblemException as {@link #plan}; {@code already-there} (CONFLICT) when something
   *     different lies there and the decision is to cancel; {@code staged-differs} (INPUT) when the
   *     skill's files changed while they were copied
   * @throws java.util.concurrent.CancellationException when cancelled; nothing has changed then
   */
  public Installed install(
      SkillFolder skill,
      Destination destination,
      Decision decision,
      Origin origin,
      Progress progress,
      Cancellation cancellation) {
    Path target = target(skill, destination);
    try (StateLock _ = StateLock.take(state)) {
      journal.recover();
      Existing existing = existing(skill, target);
      if (existing == Existing.SAME) {
        String hash = TreeHash.of(target);
        return new Installed(Installed.Outcome.ALREADY_THERE, target, hash, null, null);
      }
      if (existing == Existing.DIFFERENT && decision != Decision.REPLACE_WITH_BACKUP) {
        return keep(target, decision);
      }
      cancellation.throwIfCancelled();
      return write(skill, destination, target, existing, origin, progress, cancellation);
    } catch (IOException e) {
      throw disk(e, target);
    }
  }

  private static Installed keep(Path target, Decision decision) throws IOException {
    if (decision == Decision.CANCEL || !Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      throw ProblemException.of(
          WORDS, ProblemKind.CONFLICT, "already-there", target.toString(), target.getFileName());
    }
    return new Installed(Installed.Outcome.KEPT, target, TreeHash.of(target), null, null);
  }

  private Installed write(
      SkillFolder skill,
      Destination destination,
      Path target,
      Existing existing,
      Origin origin,
      Progress progress,
      Cancellation cancellation)
      throws IOException {
    String id = UUID.randomUUID().toString();
    Path firstMade = firstMissing(destination.skills());
    Files.createDirectories(destination.skills());
    Path staging = destination.skills().resolve(".satchel-new-" + id);
    Path backup = null;
    boolean done = false;
    try {
      FileTree.write(skill, staging, progress, cancellation);
      String hash = TreeHash.of(staging);
      if (!hash.equals(TreeHash.of(skill, TreeHash.hasExecutableBits(staging)))) {
        throw ProblemException.of(
            WORDS, ProblemKind.INPUT, "staged-differs", "", skill.displayName());
      }
      String backupHash = null;
      if (existing == Existing.DIFFERENT) {
        backup = state.resolve("backups").resolve(id).resolve(target.getFileName().toString());
        backupHash = backUp(target, backup);
      }
      InstallEntry entry =
          new InstallEntry(
              id,
              destination.agent(),
              destination.base().toString(),
              target.toString(),
              hash,
              clock.instant().toString(),
              origin.namespace(),
              origin.source(),
              backup == null ? null : backup.toString(),
              backupHash);
      cancellation.throwIfCancelled();
      refuseLinks(destination.base(), target);
      swap(id, staging, target, hash, entry, null);
      done = true;
      return new Installed(
          backup == null ? Installed.Outcome.INSTALLED : Installed.Outcome.REPLACED,
          target,
          hash,
          id,
          backup);
    } finally {
      if (!done) {
        FileTree.delete(staging);
        if (backup != null) {
          FileTree.delete(backup.getParent());
        }
        deleteEmpty(destination.skills(), firstMade);
      }
    }
  }

  /** The highest folder of a path that does not exist yet; null when all do. */
  private static Path firstMissing(Path folder) {
    Path missing = null;
    for (Path at = folder; at != null && !Files.exists(at); at = at.getParent()) {
      missing = at;
    }
    return missing;
  }

  /** Removes the folders that were made for a write that failed, as far as they are empty. */
  private static void deleteEmpty(Path folder, Path upTo) throws IOException {
    for (Path at = folder; upTo != null && at.startsWith(upTo); at = at.getParent()) {
      try (var entries = Files.list(at)) {
        if (entries.findAny().isPresent()) {
          return;
        }
      }
      Files.delete(at);
    }
  }

  /** Copies what lies at the target, checks the copy, and gives its hash. */
  private static String backUp(Path target, Path backup) throws IOException {
    Files.createDirectories(backup.getParent());
    if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(target.toString(), null, "not a folder");
    }
    FileTree.copy(target, backup);
    String hash = TreeHash.of(target);
    if (!TreeHash.of(backup).equals(hash)) {
      throw new FileSystemException(backup.toString(), null, "the backup differs");
    }
    return hash;
  }

  private void swap(
      String id, Path staging, Path target, String hash, InstallEntry entry, String undoes)
      throws IOException {
    Path aside = target.resolveSibling(".satchel-old-" + id);
    Journal.Write write =
        new Journal.Write(
            id, staging.toString(), aside.toString(), target.toString(), hash, entry, undoes);
    journal.begin(write);
    journal.swap(write);
  }

  /**
   * Takes an installation back: what was there before is there again.
   *
   * @param transaction from {@link Installed#transaction}
   * @throws ProblemException {@code undo-unknown} (NOT_FOUND); {@code undo-changed} (CONFLICT) when
   *     the folder was changed since; {@code undo-backup-damaged} (CONFLICT); or of kind DISK
   */
  public void undo(String transaction) {
    Path target = null;
    try (StateLock _ = StateLock.take(state)) {
      journal.recover();
      InstallEntry entry =
          record
              .find(transaction)
              .orElseThrow(
                  () ->
                      ProblemException.of(
                          WORDS, ProblemKind.NOT_FOUND, "undo-unknown", transaction));
      target = Path.of(entry.path());
      takeBack(entry, target);
    } catch (IOException e) {
      throw disk(e, target == null ? state : target);
    }
  }

  private void takeBack(InstallEntry entry, Path target) throws IOException {
    refuseLinks(Path.of(entry.base()), target);
    boolean there = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    if (there && !TreeHash.of(target).equals(entry.treeHash())) {
      throw ProblemException.of(
          WORDS, ProblemKind.CONFLICT, "undo-changed", target.toString(), target.getFileName());
    }
    String id = UUID.randomUUID().toString();
    Path staging = target.resolveSibling(".satchel-new-" + id);
    String hash = "";
    boolean done = false;
    try {
      Files.createDirectories(target.getParent());
      if (entry.backup() != null) {
        Path backup = Path.of(entry.backup());
        if (!Files.isDirectory(backup) || !TreeHash.of(backup).equals(entry.backupHash())) {
          throw ProblemException.of(
              WORDS, ProblemKind.CONFLICT, "undo-backup-damaged", entry.backup(), entry.backup());
        }
        FileTree.copy(backup, staging);
        hash = entry.backupHash();
      }
      swap(id, staging, target, hash, null, entry.id());
      done = true;
    } finally {
      if (!done) {
        FileTree.delete(staging);
      }
    }
    if (entry.backup() != null) {
      FileTree.delete(Path.of(entry.backup()).getParent());
    }
  }

  /** What Satchel installed, oldest first, as far as its record can be read. */
  public List<InstallEntry> installed() {
    try (StateLock _ = StateLock.take(state)) {
      return record.entries();
    } catch (IOException e) {
      throw disk(e, state);
    }
  }

  /** Finishes or takes back what a crash cut short. Called at start; cheap when nothing was. */
  public void recover() {
    try (StateLock _ = StateLock.take(state)) {
      journal.recover();
    } catch (IOException e) {
      throw disk(e, state);
    }
  }

  private static ProblemException disk(IOException cause, Path where) {
    String code = cause instanceof AccessDeniedException ? "install-denied" : "install-failed";
    return ProblemException.of(
        WORDS, ProblemKind.DISK, code, cause.toString(), cause, where.toString());
  }
}
