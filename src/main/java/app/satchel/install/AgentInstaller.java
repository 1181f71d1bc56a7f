package app.satchel.install;

import app.satchel.disk.FolderTree;
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
      if (existing == Existing.DIFFERENT) {
        if (decision == Decision.CANCEL || !Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
          throw ProblemException.of(
              WORDS,
              ProblemKind.CONFLICT,
              "already-there",
              target.toString(),
              target.getFileName());
        }
        if (decision == Decision.KEEP) {
          return new Installed(Installed.Outcome.KEPT, target, TreeHash.of(target), null, null);
        }
      }
      cancellation.throwIfCancelled();
      return write(skill, destination, target, existing, origin, progress, cancellation);
    } catch (IOException e) {
      throw disk(e, target);
    }
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
    String hash = TreeHash.of(skill, TreeHash.hasExecutableBits(destination.skills()));
    Path backup =
        existing == Existing.DIFFERENT
            ? state.resolve("backups").resolve(id).resolve(target.getFileName().toString())
            : null;
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
            backup == null ? null : TreeHash.of(target));
    Journal.Write write = write(id, target, hash, entry, null);
    boolean done = false;
    try {
      journal.begin(write);
      FileTree.write(skill, Path.of(write.staging()), progress, cancellation);
      if (!TreeHash.of(Path.of(write.staging())).equals(hash)) {
        throw ProblemException.of(
            WORDS, ProblemKind.INPUT, "staged-differs", "", skill.displayName());
      }
      if (backup != null) {
        backUp(target, backup, entry.backupHash());
      }
      cancellation.throwIfCancelled();
      refuseLinks(destination.base(), target);
      journal.swap(write);
      done = true;
    } finally {
      if (!done) {
        journal.abandon(write);
        deleteEmpty(destination.skills(), firstMade);
      }
    }
    return new Installed(
        backup == null ? Installed.Outcome.INSTALLED : Installed.Outcome.REPLACED,
        target,
        hash,
        id,
        backup);
  }

  /** A write under way: staged and put aside beside its target, so that renaming is one step. */
  private static Journal.Write write(
      String id, Path target, String hash, InstallEntry entry, String undoes) {
    return new Journal.Write(
        id,
        target.resolveSibling(".satchel-new-" + id).toString(),
        target.resolveSibling(".satchel-old-" + id).toString(),
        target.toString(),
        hash,
        entry,
        undoes);
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

  /** Copies what lies at the target and checks the copy, and that the target is still the same. */
  private static void backUp(Path target, Path backup, String hash) throws IOException {
    Files.createDirectories(backup.getParent());
    FileTree.copy(target, backup);
    if (!TreeHash.of(backup).equals(hash) || !TreeHash.of(target).equals(hash)) {
      throw new FileSystemException(backup.toString(), null, "the backup differs");
    }
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
    String hash = entry.backup() == null ? "" : entry.backupHash();
    if (entry.backup() != null && !intact(Path.of(entry.backup()), hash)) {
      throw ProblemException.of(
          WORDS, ProblemKind.CONFLICT, "undo-backup-damaged", entry.backup(), entry.backup());
    }
    Journal.Write write = write(UUID.randomUUID().toString(), target, hash, null, entry.id());
    boolean done = false;
    try {
      journal.begin(write);
      if (entry.backup() != null) {
        Files.createDirectories(target.getParent());
        FileTree.copy(Path.of(entry.backup()), Path.of(write.staging()));
      }
      journal.swap(write);
      done = true;
    } finally {
      if (!done) {
        journal.abandon(write);
      }
    }
    if (entry.backup() != null) {
      FolderTree.delete(Path.of(entry.backup()).getParent());
    }
  }

  private static boolean intact(Path backup, String hash) throws IOException {
    return Files.isDirectory(backup) && TreeHash.of(backup).equals(hash);
  }

  /** How an installed skill looks now, compared with what was installed. */
  public enum State {
    UNCHANGED,
    /** Somebody edited it: it is not taken back, so that no edit is lost. */
    CHANGED,
    GONE
  }

  /**
   * Compares an installed skill with what was installed. Blocks.
   *
   * @throws ProblemException of kind DISK
   */
  public State state(InstallEntry entry) {
    Path folder = Path.of(entry.path());
    try {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        return State.GONE;
      }
      return TreeHash.of(folder).equals(entry.treeHash()) ? State.UNCHANGED : State.CHANGED;
    } catch (IOException e) {
      throw disk(e, folder);
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

  private ProblemException disk(IOException cause, Path where) {
    String code = cause instanceof AccessDeniedException ? "install-denied" : "install-failed";
    // The record is part of every write: a person has to know which of the two places refused.
    boolean record =
        cause instanceof FileSystemException e
            && e.getFile() != null
            && Path.of(e.getFile()).startsWith(state);
    return ProblemException.of(
        WORDS,
        ProblemKind.DISK,
        code,
        cause.toString(),
        cause,
        (record ? state : where).toString());
  }
}
