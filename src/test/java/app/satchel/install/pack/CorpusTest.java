package app.satchel.install.pack;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.upload.Change;
import app.satchel.check.upload.Repair;
import app.satchel.check.upload.UploadCheck;
import app.satchel.check.upload.UploadRepair;
import app.satchel.skill.FrontmatterValue;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.skill.SkillMd;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise, measured on real skills of other people, where those lie beside the project. */
class CorpusTest {
  private static final String MODEL =
      "0xDarkMatter/claude-mods@seed-era/skills/python-database-patterns";

  private static Map<String, SkillFolder> corpus;

  @BeforeAll
  static void readCorpus() throws IOException {
    corpus = skills();
  }

  /** Every skill of the corpus by its path; skips the test where there is none. */
  static Map<String, SkillFolder> skills() throws IOException {
    Path tar =
        Path.of(System.getProperty("satchel.shared", "../shared")).resolve("corpus/dev.tar.gz");
    if (!Files.isReadable(tar)) {
      Assumptions.abort("The corpus of real skills is not beside the project: " + tar);
    }
    return read(tar);
  }

  /** Every folder with a SKILL.md in it, its files in memory. */
  private static Map<String, SkillFolder> read(Path tar) throws IOException {
    Map<String, SkillFile> files = new TreeMap<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(tar));
        TarArchiveInputStream entries =
            new TarArchiveInputStream(new GzipCompressorInputStream(in))) {
      for (TarArchiveEntry entry = entries.getNextEntry();
          entry != null;
          entry = entries.getNextEntry()) {
        String path = entry.getName().replaceFirst("^(?:\\./)?[^/]+/", "");
        if (entry.isSymbolicLink()) {
          byte[] target = entry.getLinkName().getBytes(StandardCharsets.UTF_8);
          SkillFile.Content content = SkillFile.Content.of(target);
          files.put(path, new SkillFile(path, 0, SkillFile.Type.LINK, false, content));
        } else if (entry.isFile()) {
          files.put(path, SkillFile.of(path, entries.readAllBytes()));
        }
      }
    }
    Map<String, List<SkillFile>> folders = new HashMap<>();
    for (String path : files.keySet()) {
      if (path.substring(path.lastIndexOf('/') + 1).equalsIgnoreCase("SKILL.md")) {
        folders.put(path.substring(0, path.lastIndexOf('/') + 1), new ArrayList<>());
      }
    }
    for (Map.Entry<String, SkillFile> file : files.entrySet()) {
      String path = file.getKey();
      for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        List<SkillFile> folder = folders.get(path.substring(0, slash + 1));
        if (folder != null) {
          folder.add(file.getValue().at(path.substring(slash + 1)));
        }
      }
    }
    Map<String, SkillFolder> skills = new TreeMap<>();
    folders.forEach(
        (folder, contents) -> {
          String path = folder.substring(0, folder.length() - 1);
          skills.put(path, SkillFolder.of(path.substring(path.lastIndexOf('/') + 1), contents));
        });
    return skills;
  }

  @Test
  void theSkillOfTheMarketplacesPageIsAcceptedAfterSafeChanges(@TempDir Path dir) {
    SkillFolder skill = corpus.get(MODEL);
    assertThat(new UploadCheck().check(skill).accepted()).isFalse();
    PackResult result =
        new Packager().pack(skill, dir.resolve("model.zip"), Repair.Level.SAFE, false);

    assertThat(result.accepted()).isTrue();
    assertThat(result.proposals()).isEmpty();
    assertThat(result.changes()).extracting(Change::id).containsOnly("move-key-to-metadata");
    SkillMd before = skill.skillMd();
    SkillMd after = result.skill().skillMd();
    assertThat(after.body()).isEqualTo(before.body());
    for (String key : List.of("name", "description", "compatibility", "allowed-tools")) {
      assertThat(after.frontmatter().text(key))
          .isPresent()
          .isEqualTo(before.frontmatter().text(key));
    }
    assertThat(metadata(after, "depends-on"))
        .isEqualTo(before.frontmatter().text("depends-on").orElseThrow());
    assertThat(metadata(after, "related-skills"))
        .isEqualTo(before.frontmatter().text("related-skills").orElseThrow());
  }

  private static String metadata(SkillMd md, String key) {
    return md.frontmatter().metadata().orElseThrow().entry(key).orElseThrow().value().asText();
  }

  @Test
  void nearlyEverySkillIsAcceptedAndNoneLosesItsMeaning() {
    UploadCheck check = new UploadCheck();
    UploadRepair repair = new UploadRepair(check);
    int published = 0;
    int safe = 0;
    int proposals = 0;
    for (Map.Entry<String, SkillFolder> entry : corpus.entrySet()) {
      SkillFolder skill = entry.getValue();
      boolean accepted = check.check(skill).accepted();
      Repair safely = repair.repair(skill, change -> false);
      Repair fully = safely.report().accepted() ? safely : repair.repair(skill, change -> true);
      published += accepted ? 1 : 0;
      safe += safely.report().accepted() ? 1 : 0;
      proposals += fully.report().accepted() ? 1 : 0;

      assertThat(safely.report().accepted() || !accepted).as(entry.getKey()).isTrue();
      keepsMeaning(entry.getKey(), skill, safely);
      keepsMeaning(entry.getKey(), skill, fully);
      if (accepted && safely.changes().stream().noneMatch(c -> c.id().startsWith("metadata-"))) {
        assertThat(safely.skill().skillMd()).as(entry.getKey()).isEqualTo(skill.skillMd());
      }
    }
    double all = corpus.size();
    String figures =
        String.format(
            "%d skills: accepted as published %.1f %%, after safe changes %.1f %%, with proposals"
                + " %.1f %%",
            corpus.size(), 100 * published / all, 100 * safe / all, 100 * proposals / all);
    System.out.println(figures);
    assertThat(100 * safe / all).as(figures).isGreaterThanOrEqualTo(93.0);
    assertThat(100 * proposals / all).as(figures).isGreaterThanOrEqualTo(99.5);
  }

  /**
   * The same on finished ZIPs, by another reader; and that two further readers agree with every one
   * of them (skills that are accepted as published keep what those object to, byte for byte).
   */
  @Test
  void everyZipIsAcceptedBySecondReaders(@TempDir Path dir) throws IOException {
    Packager packager = new Packager();
    int written = 0;
    Path zip = dir.resolve("one.zip");
    for (Map.Entry<String, SkillFolder> entry : corpus.entrySet()) {
      PackResult result = packager.pack(entry.getValue(), zip, Repair.Level.PROPOSALS, false);
      if (!result.written()) {
        assertThat(result.findings()).as(entry.getKey()).anyMatch(finding -> finding.isError());
        continue;
      }
      written++;
      assertThat(SecondReader.objections(zip)).as(entry.getKey()).isEmpty();
      byte[] md = SecondReader.skillMd(zip);
      assertThat(SecondReader.referenceValidator(md, result.skill().folderName()))
          .as(entry.getKey())
          .isNull();
      assertThat(SecondReader.packagingChecker(md)).as(entry.getKey()).isNull();
      boolean unchanged = result.changes().isEmpty();
      if (unchanged) {
        assertThat(md).as(entry.getKey()).isEqualTo(entry.getValue().skillMd().bytes());
      }
    }
    System.out.printf("%d of %d ZIPs accepted by a second reader%n", written, corpus.size());
    assertThat(100.0 * written / corpus.size()).isGreaterThanOrEqualTo(99.5);
  }

  private static void keepsMeaning(String path, SkillFolder skill, Repair repair) {
    SkillMd before = skill.skillMd();
    SkillMd after = repair.skill().skillMd();
    if (nothing(repair, id -> id.matches("name-.*|write-frontmatter"))) {
      assertThat(after.name()).as(path).isEqualTo(before.name());
    }
    if (nothing(repair, id -> id.matches("write-.*|reword-.*|cut-.*|description-.*"))) {
      assertThat(value(after)).as(path).isEqualTo(value(before));
    }
    if (nothing(repair, id -> id.matches("rename-(?:file|inner-skill-md|same-but-case)"))) {
      assertThat(after.body()).as(path).isEqualTo(before.body());
    }
  }

  private static Optional<String> value(SkillMd md) {
    return md.frontmatter().value("description").map(FrontmatterValue::asText);
  }

  private static boolean nothing(Repair repair, Predicate<String> kind) {
    return repair.changes().stream().map(Change::id).noneMatch(kind);
  }
}
