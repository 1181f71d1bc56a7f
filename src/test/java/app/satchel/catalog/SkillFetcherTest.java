package app.satchel.catalog;

import static app.satchel.catalog.FakeMarketplace.row;
import static app.satchel.marketplace.Zips.skillMd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.satchel.archive.ZipLimits;
import app.satchel.marketplace.Listing;
import app.satchel.marketplace.Zips;
import app.satchel.problem.ProblemException;
import app.satchel.skill.SkillFile;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkillFetcherTest {
  @TempDir Path parent;
  private Path cache;
  private SkillFetcher fetcher;
  private final FakeMarketplace marketplace = new FakeMarketplace("m");

  @BeforeEach
  void open() {
    cache = parent.resolve("cache");
    fetcher = new SkillFetcher(cache, ZipLimits.standard());
  }

  @AfterEach
  void close() {
    fetcher.close();
  }

  private FetchedSkill fetch(String namespace, byte[] zip) {
    marketplace.zip = zip;
    Listing listing = row("m", namespace, null);
    return fetcher.fetch(marketplace, listing, Progress.silent(), Cancellation.none());
  }

  private static void isSkill(FetchedSkill fetched, String folder, String name, String... files) {
    assertThat(fetched.skill().folderName()).isEqualTo(folder);
    assertThat(fetched.skill().skillMd().name()).contains(name);
    assertThat(fetched.skill().files()).extracting(SkillFile::path).containsExactly(files);
    assertThat(fetched.folder().resolve("SKILL.md")).isRegularFile();
    assertThat(fetched.archive()).isRegularFile();
  }

  @Test
  void filesAtTheRoot() {
    isSkill(
        fetch("@o/r/s", Zips.of("SKILL.md", skillMd("s"), "references/a.md", "a")),
        "s",
        "s",
        "SKILL.md",
        "references/a.md");
  }

  @Test
  void oneFolder() {
    isSkill(fetch("@o/r/s", Zips.of("s/SKILL.md", skillMd("s"))), "s", "s", "SKILL.md");
  }

  @Test
  void aRepositorysFolderWithTheSkillDeepInside() {
    byte[] zip =
        Zips.of(
            "r-0a1b2c/README.md",
            "readme",
            "r-0a1b2c/skills/other/SKILL.md",
            skillMd("other"),
            "r-0a1b2c/skills/s/SKILL.md",
            skillMd("s"),
            "r-0a1b2c/skills/s/scripts/x.py",
            "x");
    isSkill(fetch("@o/r/s", zip), "s", "s", "SKILL.md", "scripts/x.py");
  }

  @Test
  void nestedFolders() {
    isSkill(fetch("@o/r/s", Zips.of("a/b/s/SKILL.md", skillMd("s"))), "s", "s", "SKILL.md");
  }

  @Test
  void aFolderNamedAfterACommitIsNotTheSkillsName() {
    isSkill(fetch("@o/r/s", Zips.of("o-r-0a1b2c/SKILL.md", skillMd("s"))), "s", "s", "SKILL.md");
  }

  @Test
  void aSkillInTheRootOfItsRepositoryIsNamedByItsAuthorElseByTheRepository() {
    isSkill(
        fetch("@o/r/SKILL.md", Zips.of("r-main/SKILL.md", skillMd("mine"))),
        "mine",
        "mine",
        "SKILL.md");
    isSkill(
        fetch("@o/r/SKILL.md", Zips.of("SKILL.md", skillMd("../../up"))),
        "r",
        "../../up",
        "SKILL.md");
  }

  @Test
  void archivesThatMustNotBeOpenedLeaveNothing() throws IOException {
    byte[] good = Zips.of("s/SKILL.md", skillMd("s"));
    for (byte[] bad :
        new byte[][] {
          Zips.of("../SKILL.md", skillMd("s")),
          Zips.of("s/readme.md", "no skill"),
          Arrays.copyOf(good, good.length - 30),
        }) {
      assertThat(catchThrowableOfType(ProblemException.class, () -> fetch("@o/r/s", bad)))
          .isNotNull();
    }
    try (Stream<Path> left = Files.list(cache)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aSkillThatIsGoneIsSaid() {
    ProblemException gone =
        catchThrowableOfType(ProblemException.class, () -> fetch("@o/r/s", null));

    assertThat(gone.problem().code()).isEqualTo("skill-gone");
    assertThat(gone.problem().what()).contains("'s'").contains("m ");
  }

  @Test
  void twoFetchesDoNotMeetAndClosingRemovesAll() {
    FetchedSkill one = fetch("@o/r/s", Zips.of("s/SKILL.md", skillMd("s")));
    FetchedSkill two = fetch("@o/r/s", Zips.of("s/SKILL.md", skillMd("s")));

    assertThat(one.folder()).isNotEqualTo(two.folder()).exists();
    fetcher.close();
    assertThat(cache).doesNotExist();
  }
}
