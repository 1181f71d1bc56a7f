package app.satchel.install.pack;

import app.satchel.archive.BuiltZip;
import app.satchel.archive.ExtractedArchive;
import app.satchel.archive.SkillArchive;
import app.satchel.archive.ZipBuilder;
import app.satchel.archive.ZipLimits;
import app.satchel.check.upload.ArchiveLayout;
import app.satchel.check.upload.Change;
import app.satchel.check.upload.Repair;
import app.satchel.check.upload.UploadCheck;
import app.satchel.check.upload.UploadRepair;
import app.satchel.check.upload.UploadReport;
import app.satchel.check.upload.UploadRule;
import app.satchel.disk.FolderTree;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import app.satchel.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the ZIP that claude.ai, or another site, accepts: repairs a copy of the skill, builds,
 * reads the finished file back, checks it against every rule, and only then gives it its name. An
 * existing ZIP is replaced in one step or stays as it was; there is never half a file. Same skill,
 * same bytes.
 */
public final class Packager {
  private static final Logger LOG = LoggerFactory.getLogger(Packager.class);
  private static final Words WORDS = Words.of(Packager.class);

  private final UploadCheck check;
  private final UploadRepair repair;

  /** By the bundled rules. */
  public Packager() {
    this(new UploadCheck());
  }

  /** By the rules of a check. */
  public Packager(UploadCheck check) {
    this.check = Objects.requireNonNull(check);
    this.repair = new UploadRepair(check);
  }

  /**
   * The same for another place that skills are uploaded to.
   *
   * @param id one of {@link app.satchel.check.upload.UploadRules#targets}
   */
  public Packager forTarget(String id) {
    return id.equals(check.rules().target())
        ? this
        : new Packager(new UploadCheck(check.rules().forTarget(id)));
  }

  /**
   * Packs a skill.
   *
   * @param outFile the ZIP to make or replace; folders above it are made
   * @param level which changes may be made
   * @param force write it even when claude.ai is known to refuse it
   * @return what became of it; not written when it cannot be made acceptable
   * @throws ProblemException as {@link ZipBuilder#build}, {@code pack-not-verified} (BUG) when the
   *     finished ZIP does not hold what was packed, {@code pack-staging-failed} (DISK)
   */
  public PackResult pack(SkillFolder skill, Path outFile, Repair.Level level, boolean force) {
    return pack(
        repair.repair(skill, level), outFile, force, Progress.silent(), Cancellation.none());
  }

  /**
   * The same with safe changes and the proposals a person accepted, one by one.
   *
   * @param accepted asked for each proposal in turn
   */
  public PackResult pack(
      SkillFolder skill, Path outFile, Predicate<Change> accepted, boolean force) {
    return pack(
        repair.repair(skill, accepted), outFile, force, Progress.silent(), Cancellation.none());
  }

  /**
   * Packs a copy that was repaired already, with the proposals a person accepted.
   *
   * @param progress told how many files are done
   * @throws java.util.concurrent.CancellationException when cancelled; nothing is written then
   */
  public PackResult pack(
      Repair repaired, Path outFile, boolean force, Progress progress, Cancellation cancellation) {
    SkillFolder skill = repaired.skill();
    if (!repaired.report().accepted() && !force) {
      return result(repaired, repaired.report(), null, null);
    }
    makeParent(outFile);
    UploadReport[] finished = new UploadReport[1];
    try {
      BuiltZip built =
          ZipBuilder.build(
              skill,
              outFile,
              zip -> {
                finished[0] = readBack(zip, skill, cancellation);
                if (!finished[0].accepted() && !force) {
                  throw finished[0].has(UploadRule.ZIP_TOO_LARGE)
                      ? new TooLarge()
                      : notVerified(skill, finished[0].findings().getFirst().message());
                }
              },
              progress,
              cancellation);
      return result(repaired, finished[0], outFile, built);
    } catch (TooLarge e) {
      return result(repaired, finished[0], null, null);
    }
  }

  /** Only the finished ZIP shows that it is larger than its target takes. */
  private static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static PackResult result(Repair repaired, UploadReport report, Path zip, BuiltZip built) {
    return new PackResult(
        repaired.skill(),
        zip,
        built == null ? null : built.sha256(),
        built == null ? 0 : built.bytes(),
        built == null ? 0 : built.entries(),
        report.accepted(),
        report.findings(),
        repaired.changes(),
        repaired.proposals());
  }

  private static void makeParent(Path outFile) {
    Path parent = outFile.toAbsolutePath().getParent();
    try {
      if (parent != null) {
        Files.createDirectories(parent);
      }
    } catch (IOException e) {
      throw ProblemException.of(
          WORDS, ProblemKind.DISK, "pack-folder-failed", e.toString(), e, String.valueOf(parent));
    }
  }

  /** What claude.ai would say to the finished file, read as a stranger would read it. */
  private UploadReport readBack(Path zip, SkillFolder packed, Cancellation cancellation) {
    Path staging = makeStaging();
    try {
      ExtractedArchive archive =
          SkillArchive.extract(zip, staging, ZipLimits.ofOurOwn(), cancellation);
      SkillFolder skill = archive.skillAt(packed.folderName());
      if (!skill.skillMd().equals(packed.skillMd())
          || skill.files().size() + archive.dropped().size() != packed.files().size()) {
        throw notVerified(packed, "not the same files");
      }
      List<String> paths = new ArrayList<>(archive.dropped());
      archive.entries().forEach(e -> paths.add(e.directory() ? e.path() + "/" : e.path()));
      return check.checkArchive(skill, ArchiveLayout.of(paths), Files.size(zip));
    } catch (IOException e) {
      throw notVerified(packed, e.toString());
    } finally {
      discard(staging);
    }
  }

  private static Path makeStaging() {
    try {
      return Files.createTempDirectory("satchel-verify-");
    } catch (IOException e) {
      throw ProblemException.of(WORDS, ProblemKind.DISK, "pack-staging-failed", e.toString(), e);
    }
  }

  private static void discard(Path staging) {
    try {
      FolderTree.delete(staging);
    } catch (IOException e) {
      // The ZIP is good; the system clears its temporary folder some day.
      LOG.warn("could not remove {}", staging, e);
    }
  }

  private static ProblemException notVerified(SkillFolder skill, String details) {
    return ProblemException.of(
        WORDS, ProblemKind.BUG, "pack-not-verified", details, skill.folderName());
  }
}
