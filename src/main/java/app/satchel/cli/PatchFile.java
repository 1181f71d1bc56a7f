package app.satchel.cli;

import app.satchel.assembly.LocalSkills.LocalSkill;
import app.satchel.check.upload.Repair;
import app.satchel.check.upload.report.GitPatch;
import app.satchel.disk.Placement;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The patches of all skills of a call as one that git applies in one go. Git takes all of a patch
 * or nothing, so whatever would not fit together is left out and told. Confined to one thread.
 */
final class PatchFile {
  private static final Words WORDS = Words.of(PatchFile.class);

  private final LocalDate rulesDate;
  private final ByteArrayOutputStream patch = new ByteArrayOutputStream();
  private final TreeSet<String> touched = new TreeSet<>();
  private Path top;
  private boolean begun;
  private int skills;

  PatchFile(LocalDate rulesDate) {
    this.rulesDate = rulesDate;
  }

  /** How many skills it changes. */
  int skills() {
    return skills;
  }

  /**
   * Adds a skill, in the order in which the skills were found: a skill comes before those inside
   * it.
   */
  void add(Path given, LocalSkill local, Repair repair) {
    if (repair.changes().isEmpty() && repair.proposals().isEmpty()) {
      return;
    }
    SkillLocation location = SkillLocation.of(given, local);
    GitPatch made =
        GitPatch.of(
            location.prefix(), local.skill(), repair, rulesDate, taken(location, local.folder()));
    if (SkillLocation.isSingleFile(local.shown())) {
      made = made.withheld(WORDS.text("patch.single-file"));
    } else if (begun && !Objects.equals(top, location.top())) {
      made = made.withheld(WORDS.text("patch.elsewhere"));
    } else if (!Collections.disjoint(touched, made.paths())) {
      made = made.withheld(WORDS.text("patch.inside"));
    }
    if (!made.isEmpty()) {
      begun = true;
      top = location.top();
      touched.addAll(made.paths());
      skills++;
    }
    patch.writeBytes(made.bytes());
  }

  /** Whether a folder is on the disk, or another skill of this patch is going there. */
  private Predicate<String> taken(SkillLocation location, Path folder) {
    return path -> {
      String next = touched.ceiling(path + "/");
      if (next != null && next.startsWith(path + "/")) {
        return true;
      }
      if (location.top() == null) {
        return false;
      }
      Path place = location.top().resolve(path);
      try {
        // The same folder under another casing is no other folder.
        return Files.exists(place) && !Files.isSameFile(place, folder);
      } catch (IOException e) {
        return true;
      }
    };
  }

  /** Where git is to apply it; null when there is nothing to apply or it is not on the disk. */
  Path top() {
    return top;
  }

  byte[] bytes() {
    if (patch.size() == 0) {
      // Better than an old patch that lies there: git says of this one that it holds none.
      return ("# " + WORDS.text("patch.none") + "\n").getBytes(StandardCharsets.UTF_8);
    }
    return patch.toByteArray();
  }

  /** Writes it beside, and puts it in its place when it is complete. */
  void write(Path file) {
    try {
      Placement.write(file, bytes());
    } catch (IOException e) {
      throw ProblemException.of(
          WORDS, ProblemKind.DISK, "patch-not-written", e.toString(), e, file);
    }
  }
}
