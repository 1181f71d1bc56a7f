package app.satchel.ui.skill;

import app.satchel.check.upload.Change;
import app.satchel.check.upload.Repair;
import app.satchel.check.upload.report.GitPatch;
import app.satchel.marketplace.Listing;
import app.satchel.skill.SkillFolder;
import app.satchel.words.Words;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The changes of a skill as a patch for its repository, and how it is applied there.
 *
 * @param patch what git reads
 * @param repository {@code owner/repo}
 * @param folder the skill's folder as the patch names it; empty when the repository is the skill
 * @param placed whether the listing says where in the repository the skill lies
 * @param notes what the patch leaves to the person, in sentences
 */
record SkillPatch(
    GitPatch patch, String repository, String folder, boolean placed, List<String> notes) {
  private static final Words WORDS = Words.of(SkillPatch.class);
  private static final String RENAME = "rename-folder";

  SkillPatch {
    Objects.requireNonNull(patch);
    notes = List.copyOf(notes);
  }

  /**
   * @param whole whether all files are known; otherwise the patch is of SKILL.md alone
   */
  static SkillPatch of(
      Listing listing, SkillFolder published, Repair repair, LocalDate rulesDate, boolean whole) {
    boolean placed = listing.directoryPath() != null;
    String folder = folder(listing, published);
    Repair made = repair;
    List<String> notes = List.of();
    if (!whole) {
      notes = List.of(WORDS.text("patch.text-only"));
      String name = repair.skill().folderName();
      if (!name.equals(published.folderName())) {
        // A folder of which one file is known cannot be moved.
        made = withoutRename(repair, published.folderName());
        notes = List.of(notes.getFirst(), WORDS.text("patch.rename-too", name));
      }
    }
    return new SkillPatch(
        // Where it is applied is not known here, so nobody can say what is there.
        GitPatch.of(folder, published, made, rulesDate, path -> false),
        listing.namespace().repository(),
        folder,
        placed,
        notes);
  }

  /** Where the skill lies as far as the listing tells; its own name where it does not. */
  static String folder(Listing listing, SkillFolder published) {
    String directory = listing.directoryPath();
    if (directory == null) {
      return published.folderName();
    }
    return directory.equals(".") ? "" : directory;
  }

  /** A name for the file, made of characters that every disk takes. */
  static String fileName(String skill) {
    String plain = skill.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
    String bounded = plain.substring(0, Math.min(plain.length(), 64));
    return (bounded.isEmpty() ? "skill" : bounded) + ".patch";
  }

  private static Repair withoutRename(Repair repair, String folderName) {
    List<Change> changes =
        repair.changes().stream().filter(change -> !change.id().equals(RENAME)).toList();
    return new Repair(
        repair.skill().named(folderName),
        changes,
        repair.proposals(),
        repair.edits(),
        repair.report());
  }

  /** Whether it changes nothing. */
  boolean isEmpty() {
    return patch.isEmpty();
  }

  /** Where and how it is applied, in a sentence. */
  String hint() {
    return placed
        ? WORDS.text("patch.apply", repository)
        : WORDS.text("patch.apply-unplaced", repository, folder);
  }

  /** The command that applies it once it is saved. */
  String command(Path file) {
    String quoted = "\"" + file.toAbsolutePath() + "\"";
    return placed ? "git apply " + quoted : "git apply --directory=FOLDER " + quoted;
  }
}
