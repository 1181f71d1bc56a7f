package app.satchel.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.requirement.CheckedRequirement;
import app.satchel.check.requirement.Requirement;
import app.satchel.check.review.Capabilities;
import app.satchel.install.delivery.Delivered;
import app.satchel.install.delivery.DeliveryListener;
import app.satchel.ui.kit.CapabilityList;
import app.satchel.ui.kit.RequirementRows;
import app.satchel.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WizardWordsTest {
  private final Words words = Words.of(WizardModel.class);

  @Test
  void everyStateOfTheRoomsBelowHasWords() {
    for (DeliveryListener.Stage stage : DeliveryListener.Stage.values()) {
      assertThat(words.text("stage." + stage.word())).isNotBlank();
    }
    for (Delivered.Reason reason : Delivered.Reason.values()) {
      assertThat(words.text("skipped." + reason.word())).isNotBlank();
    }
    for (Capabilities.Kind kind : Capabilities.Kind.values()) {
      assertThat(Words.of(CapabilityList.class).text("may." + kind.name().toLowerCase(Locale.ROOT)))
          .isNotBlank();
    }
    Words kit = Words.of(RequirementRows.class);
    for (Requirement.Level level : Requirement.Level.values()) {
      assertThat(kit.text("level." + level.word())).isNotNull();
    }
    for (CheckedRequirement.Status status : CheckedRequirement.Status.values()) {
      assertThat(kit.text("status." + status.word())).isNotBlank();
    }
  }

  @Test
  void nothingIsEverCalledSafe() throws Exception {
    Properties all = new Properties();
    try (var in = WizardModel.class.getResourceAsStream("words.properties")) {
      all.load(in);
    }
    assertThat(all.values())
        .allSatisfy(text -> assertThat((String) text).doesNotContainPattern("(?i)\\bsafe"));
  }

  @Test
  void everyKeyInTheSourcesExists() throws Exception {
    Path sources = Path.of("src/main/java/app/satchel/ui/wizard");
    org.junit.jupiter.api.Assumptions.assumeTrue(
        Files.isDirectory(sources), "The sources are not beside the tests.");
    java.util.regex.Pattern used =
        java.util.regex.Pattern.compile("WORDS\\.text\\(\\s*\"([a-z0-9.-]+)\"[,)]");
    try (var files = Files.list(sources)) {
      for (Path file : files.toList()) {
        List<String> keys =
            used.matcher(Files.readString(file)).results().map(hit -> hit.group(1)).toList();
        for (String key : keys) {
          assertThat(words.optional(key)).as(key + " of " + file.getFileName()).isNotEmpty();
        }
      }
    }
  }

  @Test
  void countsReadNaturally() {
    assertThat(words.text("upload.title", 1, "Claude")).isEqualTo("One ZIP is ready for Claude");
    assertThat(words.text("upload.title", 3, "Claude"))
        .isEqualTo("Three ZIPs are ready for Claude");
    assertThat(words.text("upload.title", 12, "Claude")).isEqualTo("12 ZIPs are ready for Claude");
    assertThat(words.text("needs.words", 1, 0))
        .isEqualTo("One other skill and no programs or services, as its author wrote it.");
    assertThat(words.text("build-zips", 1)).isEqualTo("Build the ZIP");
  }
}
