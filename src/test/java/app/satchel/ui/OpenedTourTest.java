package app.satchel.ui;

import app.satchel.ui.kit.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of what is opened with Satchel, in {@code target/screens}. */
@Tag("screens")
class OpenedTourTest {
  private static final Path PICTURES = Path.of("target", "screens");

  @TempDir Path home;

  private Theme.Choice theme;

  @ParameterizedTest
  @EnumSource(
      value = Theme.Choice.class,
      names = {"LIGHT", "DARK"})
  void tour(Theme.Choice wanted) throws Exception {
    theme = wanted;
    Path downloads = home.resolve("Downloads");
    Path skill = OpenedSamples.archive(downloads, "meeting-notes", "meeting-notes.skill");
    Path broken = Files.writeString(downloads.resolve("holiday-pictures.zip"), "no archive");
    Path empty = Files.createDirectories(home.resolve("projects/website"));
    Path folder = OpenedSamples.folder(home.resolve("projects/skills"), "weekly-report");
    try (WindowRig rig = WindowRig.onSamples(home.resolve("wide"))) {
      dress(rig);
      rig.open(skill.toUri().toString());
      rig.await("its page", () -> rig.shows("Accepted after"));
      rig.await("all checks", () -> !rig.shows("Checking"));
      picture(rig, "60-opened-skill");
      rig.open("satchel://skill/@acme/toolbox/tidy-desk?source=https%3A%2F%2Fskills.acme.example");
      rig.await("a question", () -> rig.find("#open-once") != null);
      picture(rig, "61-opened-question");
      rig.open("satchel://skill/@acme/toolbox/..%2f..%2fetc?run=1");
      rig.await("words", () -> rig.shows("does not name a skill"));
      picture(rig, "62-opened-malformed-link");
      rig.open(folder.toString(), broken.toString(), empty.toString());
      rig.await("its page", () -> rig.shows("Accepted after") && !rig.shows("Checking"));
      picture(rig, "63-opened-several");
      rig.open(broken.toString());
      rig.await("words", () -> rig.labelled("Try again") != null);
      picture(rig, "64-opened-no-archive");
      rig.open(empty.toString());
      rig.await("words", () -> rig.shows("holds no SKILL.md"));
      picture(rig, "65-opened-no-skill");
      WindowRig.onUi(
          () -> {
            rig.window.scene().lookup("#drop-cue").setVisible(true);
            return null;
          });
      picture(rig, "66-drop-cue");
    }
    try (WindowRig rig = WindowRig.onSamples(home.resolve("narrow"), 680, 760)) {
      dress(rig);
      rig.open(folder.toString(), broken.toString(), skill.toString());
      rig.await("its page", () -> rig.shows("Accepted after") && !rig.shows("Checking"));
      picture(rig, "67-opened-narrow");
      rig.open("satchel://skill/@acme/toolbox/tidy-desk?source=https%3A%2F%2Fskills.acme.example");
      rig.await("a question", () -> rig.find("#open-once") != null);
      picture(rig, "68-opened-question-narrow");
    }
  }

  private void dress(WindowRig rig) throws Exception {
    WindowRig.onUi(
        () -> {
          rig.window.theme().choiceProperty().set(theme);
          return null;
        });
    rig.await("rows", () -> rig.shows("skills"));
  }

  private void picture(WindowRig rig, String name) throws Exception {
    rig.frame();
    rig.picture(PICTURES.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
  }
}
