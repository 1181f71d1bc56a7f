package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Newer versions of Satchel, and where its things are, in the real window. */
class UpdatesInTheWindowTest {
  @TempDir Path home;

  private static boolean says(WindowRig rig, String selector, String words) {
    return rig.find(selector) instanceof Labeled label && label.getText().contains(words);
  }

  @Test
  void nobodyIsAskedUntilThePersonWantsItAndThenTheBannerTells() throws Exception {
    try (Newer newer = new Newer(new byte[] {1, 2, 3});
        WindowRig rig =
            WindowRig.withUpdates(home, 1280, 820, assembly -> newer.updates(assembly))) {
      assertThat(newer.server.getRequestCount()).isZero();
      assertThat(rig.find("#update-banner")).isNull();
      rig.fire("#place-settings");
      rig.await("the settings", () -> rig.find("#update-look") != null);
      assertThat(newer.server.getRequestCount()).isZero();

      rig.fire("#update-look");
      rig.await("the banner", () -> says(rig, "#update-words", "Satchel 0.2.0 is available"));
      assertThat(says(rig, "#update-state", "Satchel 0.2.0 is available")).isTrue();

      rig.fire("#update-new");
      rig.await("the notes", () -> rig.find(".update-notes .markdown") != null);
      rig.frame();
      assertThat(words(rig)).contains("Updates").doesNotContain("![", "](", "`", "**");
      // A stranger's text: nothing of it is loaded.
      assertThat(newer.server.getRequestCount()).isEqualTo(1);
      rig.fire("#update-page");
      assertThat(rig.browsed).containsExactly(URI.create("https://satchel.example/download"));

      rig.fire("#update-download");
      rig.await("the file", () -> rig.find("#update-show") != null);
      Path file = home.resolve("person/Downloads/satchel-0.2.0.zip");
      assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
      rig.fire("#update-show");
      assertThat(rig.desktop.shown).containsExactly(file);

      rig.fire("#update-skip");
      rig.await("no banner", () -> rig.find("#update-banner") == null);
      rig.await("the choice", () -> rig.assembly.preferences().updates().skipped().equals("0.2.0"));
    }
  }

  @Test
  void itLooksByItselfOnceTheWindowIsUpWhenThePersonWantsThat() throws Exception {
    try (Newer newer = new Newer(new byte[] {1})) {
      Files.createDirectories(home.resolve("state"));
      Files.writeString(
          home.resolve("state/preferences.json"),
          "{\"updates\":{\"daily\":true,\"feed\":\"" + newer.server.url("/feed.json") + "\"}}");
      try (WindowRig rig = WindowRig.withUpdates(home, 1280, 820, newer::updates)) {
        rig.await("the banner", () -> says(rig, "#update-words", "Satchel 0.2.0 is available"));
        rig.fire("#update-later");
        rig.await("no banner", () -> rig.find("#update-banner") == null);
        assertThat(rig.assembly.preferences().updates().asked()).isNotNull();
      }
    }
  }

  @Test
  void whatIsChosenInTheSettingsIsKept() throws Exception {
    try (WindowRig rig = WindowRig.onSamples(home)) {
      rig.fire("#place-settings");
      rig.await("the settings", () -> rig.find("#update-look") != null);
      assertThat(rig.find("#update-look").isDisabled()).isTrue();
      assertThat(((CheckBox) rig.find("#update-daily")).isSelected()).isFalse();

      WindowRig.onUi(
          () -> {
            ((TextField) rig.find("#update-feed")).setText("http://a.b/feed.json");
            return null;
          });
      rig.fire("#update-use");
      rig.await("a word", () -> rig.shows("has to come by https"));
      WindowRig.onUi(
          () -> {
            ((TextField) rig.find("#update-feed")).setText("https://satchel.example/feed.json");
            return null;
          });
      rig.fire("#update-use");
      rig.await("the place", () -> rig.shows("At satchel.example, as you chose"));
      assertThat(rig.find("#update-look").isDisabled()).isFalse();
      WindowRig.onUi(
          () -> {
            ((CheckBox) rig.find("#update-daily")).fire();
            return null;
          });
      rig.await("the choice", () -> rig.assembly.preferences().updates().daily());
      assertThat(rig.assembly.preferences().updates().feed())
          .isEqualTo(URI.create("https://satchel.example/feed.json"));
    }
  }

  @Test
  void theSettingsShowWhereThingsAreAndClearTheCache() throws Exception {
    Path answers = home.resolve("state/cache/http/3");
    Files.createDirectories(answers);
    Files.write(answers.resolve("journal"), new byte[5000]);
    try (WindowRig rig = WindowRig.onSamples(home)) {
      rig.fire("#place-settings");
      rig.await("the settings", () -> rig.find("#update-look") != null);
      rig.await("the places", () -> rig.find("#clear-cache") != null);
      rig.fire("#open-record");
      assertThat(rig.desktop.shown).isEqualTo(List.of(home.resolve("state")));
      rig.fire("#clear-cache");
      rig.await("a word", () -> rig.shows("Deleted"));
      assertThat(answers).doesNotExist();
      // The window goes on: its own part of the cache works as before.
      rig.fire("#place-discover");
      rig.await("rows", () -> rig.find("#results") != null);
    }
  }

  @Test
  void settingsThatCannotBeUnderstoodAreSaidThere() throws Exception {
    Files.createDirectories(home.resolve("state"));
    Files.writeString(home.resolve("state/preferences.json"), "{");
    try (WindowRig rig = WindowRig.onSamples(home)) {
      rig.fire("#place-settings");
      rig.await("the settings", () -> rig.find("#update-look") != null);
      rig.await("a word", () -> rig.shows("preferences.json cannot be understood"));
    }
  }

  /** All words of the notes. */
  private static String words(WindowRig rig) throws Exception {
    return WindowRig.onUi(
        () ->
            rig.find("#update-notes").lookupAll(".md-text").stream()
                .map(node -> ((Text) node).getText())
                .collect(Collectors.joining(" ")));
  }
}
