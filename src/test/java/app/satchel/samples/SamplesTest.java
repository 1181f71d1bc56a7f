package app.satchel.samples;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.dependency.Dependency;
import app.satchel.check.dependency.DependencyResolver;
import app.satchel.check.dependency.FolderWorld;
import app.satchel.check.review.ReviewCheck;
import app.satchel.skill.SkillFolder;
import app.satchel.skill.SkillMd;
import app.satchel.skill.SkillName;
import app.satchel.task.Cancellation;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample skills show every state that a skill can be in; each test names one. */
class SamplesTest {
  @TempDir Path disk;
  private Path root;
  private final Map<String, SkillFolder> skills = new TreeMap<>();

  @BeforeEach
  void read() throws IOException, URISyntaxException {
    root = Path.of(getClass().getResource("/app/satchel/samples/index.txt").toURI()).getParent();
    for (String line : index()) {
      if (line.matches("[^/]+/[^/]+/skills/[^/]+/SKILL\\.md")) {
        Path folder = root.resolve(line).getParent();
        skills.put(folder.getFileName().toString(), SkillFolder.read(folder));
      }
    }
  }

  private List<String> index() throws IOException {
    return Files.readAllLines(root.resolve("index.txt"));
  }

  @Test
  void theIndexNamesEveryFileInOrder() throws IOException {
    List<String> files = new ArrayList<>();
    try (var paths = Files.walk(root)) {
      paths
          .filter(Files::isRegularFile)
          .map(path -> root.relativize(path).toString().replace('\\', '/'))
          .filter(path -> !path.equals("index.txt"))
          .forEach(files::add);
    }
    files.sort(SkillFolder.PATH_ORDER);
    assertThat(index()).isEqualTo(files);
    assertThat(skills).hasSizeGreaterThanOrEqualTo(14);
  }

  @Test
  void everySkillCanBeReadAndSaysWhatItIsFor() {
    skills.forEach(
        (folder, skill) -> assertThat(skill.displayDescription()).as(folder).isPresent());
  }

  @Test
  void someWorkAsTheyAre() {
    for (String name :
        List.of(
            "meeting-notes",
            "action-items",
            "csv-profile",
            "visual-handbook",
            "http-handbook",
            "japanese-letters",
            "python-template-basics")) {
      SkillFolder skill = skills.get(name);
      SkillMd md = skill.skillMd();
      assertThat(md.name()).contains(name);
      assertThat(SkillName.isPortable(name)).isTrue();
      assertThat(md.frontmatter().yamlError()).isNull();
      assertThat(md.frontmatter().entries())
          .extracting(entry -> entry.key())
          .isSubsetOf(
              "name", "description", "license", "compatibility", "metadata", "allowed-tools");
      assertThat(md.description().orElseThrow().length()).isLessThanOrEqualTo(1024);
    }
  }

  @Test
  void everyCommonReasonToBeRefusedHasItsSkill() throws IOException {
    assertThat(skills.get("recipe-scaler").skillMd().frontmatter().value("tags")).isPresent();
    assertThat(skills.get("plain-language").skillMd().name()).contains("Plain Language");
    assertThat(skills.get("email-templates").skillMd().description().orElseThrow()).contains("<");
    assertThat(skills.get("reading-group").skillMd().frontmatter().value("allowed-tools"))
        .get()
        .isInstanceOf(app.satchel.skill.FrontmatterValue.Sequence.class);
    assertThat(skills.get("bird-log").skillMd().frontmatter().repaired()).isTrue();
    assertThat(skills.get("bird-log").skillMd().description().orElseThrow())
        .contains("birds seen: species");
    assertThat(skills.get("claude-tidy-desk").skillMd().name()).contains("claude-tidy-desk");
    assertThat(skills.get("house-plants").skillMd().encoding())
        .isEqualTo(SkillMd.Encoding.UTF_8_BOM);
    assertThat(new String(skills.get("packing-list").skillMd().bytes(), StandardCharsets.UTF_8))
        .contains("\r\n");
    assertThat(skills.get("postcard-writer").skillMd().frontmatter().isPresent()).isFalse();
    assertThat(skills.get("cookbook").file("extras/soups/SKILL.md")).isPresent();
    assertThat(skills.get("garden-planner").skillMd().description().orElseThrow().length())
        .isGreaterThan(1024);
    assertThat(skills.get("sourdough").skillMd().name()).contains("sourdough-baking");
  }

  @Test
  void dependenciesAreThereRenamedOrMissing() throws IOException {
    assertThat(dependencies("meeting-notes")).containsExactly("INCLUDED action-items");
    assertThat(dependencies("weekly-review"))
        .containsExactly("RENAMED action-items", "INCLUDED meeting-notes");
    assertThat(dependencies("trip-planner"))
        .containsExactly("MISSING null", "INCLUDED packing-list");
    assertThat(dependencies("python-report-patterns"))
        .containsExactly(
            "INCLUDED python-template-basics",
            "INCLUDED python-table-basics",
            "INCLUDED python-chart-patterns");
  }

  private List<String> dependencies(String name) throws IOException {
    SkillFolder skill = skills.get(name);
    Path folder = unpacked("field-kit", name);
    FolderWorld world = new FolderWorld();
    return new DependencyResolver(world)
            .resolve(world.at(folder, skill.displayName()), skill.skillMd(), Cancellation.none())
            .stream()
            .map(SamplesTest::shown)
            .toList();
  }

  /** A sample as a person would have it: a build's own folder is no place to look for skills in. */
  private Path unpacked(String first, String name) throws IOException {
    if (!Files.exists(disk.resolve("satchel-samples"))) {
      for (String line : index()) {
        Path place = disk.resolve(line);
        Files.createDirectories(place.getParent());
        Files.copy(root.resolve(line), place);
      }
    }
    Path folder = disk.resolve("satchel-samples").resolve(first).resolve("skills").resolve(name);
    return Files.exists(folder)
        ? folder
        : disk.resolve("satchel-samples/workshop/skills").resolve(name);
  }

  private static String shown(Dependency one) {
    return one.status() + " " + (one.namespace() == null ? null : one.namespace().skill());
  }

  @Test
  void theSkillLikeTheMarketplacesPageHasItsShape() {
    SkillFolder skill = skills.get("python-report-patterns");
    assertThat(skill.skillMd().frontmatter().entries())
        .extracting(entry -> entry.key())
        .containsExactly(
            "name",
            "description",
            "compatibility",
            "allowed-tools",
            "depends-on",
            "related-skills");
    assertThat(skill.files())
        .anyMatch(file -> file.path().startsWith("references/"))
        .anyMatch(file -> file.path().startsWith("assets/"));
  }

  @Test
  void requirementsAreWrittenInProseOfSeveralKinds() {
    assertThat(
            skills.values().stream()
                .flatMap(skill -> skill.skillMd().frontmatter().text("compatibility").stream())
                .distinct())
        .hasSizeGreaterThanOrEqualTo(8);
  }

  @Test
  void theLongOneIsLongAndThePictureIsOne() throws IOException {
    assertThat(skills.get("http-handbook").skillMd().bytes().length).isGreaterThan(45_000);
    try (var in =
        skills.get("visual-handbook").file("assets/growth.png").orElseThrow().content().open()) {
      assertThat(ImageIO.read(in).getWidth()).isEqualTo(320);
    }
  }

  @Test
  void noneIsAlarmingAndOneRunsScriptsAndTheNetwork() {
    skills.forEach(
        (name, skill) -> assertThat(ReviewCheck.review(skill).serious()).as(name).isEmpty());
    var can = ReviewCheck.review(skills.get("csv-profile")).capabilities();
    assertThat(can.scripts()).containsOnlyKeys("Python", "Shell");
    assertThat(can.hosts()).containsExactly("data.example.org");
    assertThat(ReviewCheck.review(skills.get("release-notes")).capabilities().loadCommands())
        .hasSize(1);
  }
}
