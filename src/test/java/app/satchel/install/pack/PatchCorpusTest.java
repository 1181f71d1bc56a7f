package app.satchel.install.pack;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.upload.Repair;
import app.satchel.check.upload.UploadCheck;
import app.satchel.check.upload.UploadRepair;
import app.satchel.check.upload.report.GitPatch;
import app.satchel.check.upload.report.GitRepository;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patches of real skills of other people, where those lie beside the project, in one go. */
class PatchCorpusTest {
  private static final int SKILLS = 200;
  private static final int FILES = 60;

  @TempDir Path dir;

  @Test
  void gitAppliesThePatchesOfManySkillsAtOnce() throws IOException {
    Map<String, SkillFolder> corpus = CorpusTest.skills();
    GitRepository repository = GitRepository.in(dir);
    UploadCheck check = new UploadCheck();
    UploadRepair repair = new UploadRepair(check);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Map<String, Map<String, String>> expected = new LinkedHashMap<>();
    // Every so many, so that all authors have their turn.
    int step = Math.max(1, corpus.size() / (4 * SKILLS));
    int at = 0;
    for (SkillFolder skill : corpus.values()) {
      if (at++ % step != 0 || skill.files().size() > FILES || expected.size() >= SKILLS) {
        continue;
      }
      Repair repaired = repair.repair(skill, Repair.Level.PROPOSALS);
      // Each in a folder of its own: many have the same name.
      String place = "s" + at;
      String prefix = place + "/" + skill.folderName();
      GitPatch patch = GitPatch.of(prefix, skill, repaired, check.rules().rulesDate(), _ -> false);
      if (!patch.isEmpty()) {
        repository.write(prefix, skill);
        all.writeBytes(patch.bytes());
        String now = place + "/" + repaired.skill().folderName();
        expected.put(now, GitRepository.contents(repaired.skill()));
      }
    }
    repository.apply(all.toByteArray());
    for (Map.Entry<String, Map<String, String>> one : expected.entrySet()) {
      SkillFolder after = SkillFolder.read(dir.resolve(one.getKey()));
      SkillFolder kept =
          after.withFiles(
              after.files().stream()
                  .filter(file -> one.getValue().containsKey(file.path()))
                  .toList());
      assertThat(GitRepository.contents(kept)).as(one.getKey()).isEqualTo(one.getValue());
      assertThat(after.files())
          .as("what stays is named in the patch: %s", one.getKey())
          .filteredOn(file -> !one.getValue().containsKey(file.path()))
          .extracting(SkillFile::path)
          .allMatch(
              path -> path.startsWith(".claude-plugin/") || check.rules().junk().matches(path));
    }
    System.out.println(expected.size() + " real skills patched, " + all.size() + " bytes");
    assertThat(expected).hasSizeGreaterThan(SKILLS / 2);
  }
}
