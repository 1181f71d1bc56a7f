package app.satchel.catalog;

import app.satchel.archive.ExtractedArchive;
import app.satchel.archive.SkillArchive;
import app.satchel.archive.ZipLimits;
import app.satchel.disk.FolderTree;
import app.satchel.marketplace.Listing;
import app.satchel.marketplace.Marketplace;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.SkillFolder;
import app.satchel.skill.SkillName;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import app.satchel.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a listed skill's files to this computer: the ZIP as offered, inspected and unpacked once.
 * What it brought lies in a folder of its own until {@link #close}. Blocks; safe for use by several
 * threads.
 */
public final class SkillFetcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SkillFetcher.class);
  private static final Words WORDS = Words.of(SkillFetcher.class);

  /** How a ZIP is downloaded into a file; empty when the marketplace does not have the skill. */
  @FunctionalInterface
  public interface Download {
    Optional<Path> into(Path target, Progress progress, Cancellation cancellation);
  }

  private final Path folder;
  private final ZipLimits limits;
  private final AtomicLong numbers = new AtomicLong();

  /**
   * @param folder a folder of this run's own; made when needed
   */
  public SkillFetcher(Path folder, ZipLimits limits) {
    this.folder = folder;
    this.limits = limits;
  }

  /**
   * Downloads a skill as its marketplace offers it. Counts as an installation where {@link
   * Marketplace#countsDownloads} says so.
   *
   * @param progress told the bytes of the download
   * @throws ProblemException {@code skill-gone} (NOT_FOUND) when the marketplace does not have it;
   *     what the download and {@link SkillArchive#extract} may say
   */
  public FetchedSkill fetch(
      Marketplace marketplace, Listing listing, Progress progress, Cancellation cancellation) {
    return fetch(
        listing,
        (target, told, stop) -> marketplace.download(listing, target, told, stop),
        progress,
        cancellation);
  }

  /** The same through another way of downloading. */
  public FetchedSkill fetch(
      Listing listing, Download download, Progress progress, Cancellation cancellation) {
    Path place = folder.resolve(Long.toString(numbers.incrementAndGet()));
    Path zip = place.resolve("download.zip");
    try {
      Files.createDirectories(place);
      Path downloaded =
          download
              .into(zip, progress, cancellation)
              .orElseThrow(
                  () ->
                      ProblemException.of(
                          WORDS,
                          ProblemKind.NOT_FOUND,
                          "skill-gone",
                          listing.namespace().toString(),
                          listing.name(),
                          listing.source()));
      ExtractedArchive archive =
          SkillArchive.extract(downloaded, place.resolve("tree"), limits, cancellation);
      String path = archive.skillPath(preferredName(listing));
      SkillFolder skill = archive.skillAt(path);
      skill = skill.named(folderName(listing, skill));
      return new FetchedSkill(listing, skill, archive.folder(path), downloaded);
    } catch (IOException e) {
      delete(place);
      throw ProblemException.of(
          WORDS, ProblemKind.DISK, "fetch-unwritable", e.toString(), e, folder.toString());
    } catch (RuntimeException e) {
      delete(place);
      throw e;
    }
  }

  /** The last segment names the skill's folder; a skill in a repository's root has only a name. */
  private static String preferredName(Listing listing) {
    String segment = listing.namespace().skill();
    return segment.equalsIgnoreCase("SKILL.md") ? listing.name() : segment;
  }

  /**
   * What the skill's folder is called in its repository, which the listing says and the archive may
   * not: its files may lie at the root, or in a folder named after a commit. In a repository's root
   * the frontmatter names it, else the repository.
   */
  private static String folderName(Listing listing, SkillFolder skill) {
    String segment = listing.namespace().skill();
    if (!segment.equalsIgnoreCase("SKILL.md")) {
      return segment;
    }
    return skill.skillMd().name().filter(SkillName::isPortable).orElse(listing.namespace().repo());
  }

  /** Removes everything that was brought. */
  @Override
  public void close() {
    delete(folder);
  }

  private static void delete(Path tree) {
    try {
      FolderTree.delete(tree);
    } catch (IOException e) {
      // A leftover in our own work folder does no harm; the next start clears the folder.
      LOG.debug("Leftover in {}", tree, e);
    }
  }
}
