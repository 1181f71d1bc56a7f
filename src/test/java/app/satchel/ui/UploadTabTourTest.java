package app.satchel.ui;

import app.satchel.marketplace.FolderMarketplaceServer;
import app.satchel.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The Upload tab in each of its states, wide and narrow. */
@Tag("screens")
class UploadTabTourTest {
  @TempDir Path home;

  private Theme.Choice theme;
  private WindowRig rig;

  @ParameterizedTest
  @EnumSource(
      value = Theme.Choice.class,
      names = {"LIGHT", "DARK"})
  void everyState(Theme.Choice wanted) throws Exception {
    theme = wanted;
    try (WindowRig samples = WindowRig.onSamples(home.resolve("wide"), 1280, 820)) {
      begin(samples);
      open("recipe-scaler");
      picture("60-upload-safe-edits");
      rig.scroll("#page-scroll", 1);
      picture("60-upload-safe-edits-end");
      rig.fire("#said-something-else");
      rig.desktop.choice = home.resolve("recipe-scaler.patch");
      rig.fire("#save-patch");
      rig.await("the saved patch", () -> rig.shows("Saved as"));
      picture("60-upload-saved");
      open("claude-tidy-desk");
      picture("61-upload-unticked");
      tick();
      rig.await("the answer", () -> rig.shows("With what you ticked"));
      picture("61-upload-ticked");
      open("email-templates");
      tick();
      rig.await("the answer", () -> rig.shows("With what you ticked"));
      picture("62-upload-long-lines");
      open("garden-planner");
      tick();
      rig.await("the answer", () -> rig.shows("With what you ticked"));
      picture("62-upload-long-lines-cut");
      open("cookbook");
      tick();
      rig.await("the answer", () -> rig.shows("With what you ticked"));
      picture("63-upload-elsewhere");
      for (String name :
          new String[] {
            "house-plants",
            "packing-list",
            "postcard-writer",
            "sourdough-baking",
            "http-handbook",
            "action-items"
          }) {
        open(name);
        picture("64-upload-" + name);
      }
    }
    try (WindowRig samples = WindowRig.onSamples(home.resolve("narrow"), 720, 760)) {
      begin(samples);
      open("email-templates");
      tick();
      rig.await("the answer", () -> rig.shows("With what you ticked"));
      picture("66-upload-narrow");
      rig.scroll("#page-scroll", 1);
      picture("66-upload-narrow-end");
    }
    others();
    textOnly();
  }

  /**
   * A marketplace that counts downloads: SKILL.md is all that is known before the skill is added.
   */
  private void textOnly() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              return answer(server, request.getUrl().encodedPath());
            }
          });
      server.start();
      try (WindowRig served =
          WindowRig.on(home.resolve("text"), "community=" + server.url("/"), 1280, 820)) {
        begin(served);
        open("claude-notes");
        picture("68-upload-text-only");
        tick();
        rig.await("the answer", () -> rig.shows("One change that would help"));
        rig.desktop.choice = home.resolve("claude-notes.patch");
        rig.fire("#save-patch");
        rig.await("the saved patch", () -> rig.shows("Saved as"));
        picture("68-upload-text-only-saved");
        rig.desktop.choice = home.resolve("claude-notes.patch/no-folder.patch");
        rig.fire("#save-patch");
        rig.await("the problem", () -> rig.shows("could not be written"));
        picture("68-upload-not-saved");
      }
    }
  }

  private static MockResponse answer(MockWebServer server, String path) {
    String row =
        """
        {"id":"1","name":"claude-notes","namespace":"@me/notes/claude-notes",
         "description":"Keeps notes.","stars":12,"installs":3,"metadata":{"repoOwner":"me",
         "repoName":"notes","rawFileUrl":"%sraw/SKILL.md"}}\
        """
            .formatted(server.url("/"));
    String body =
        path.equals("/api/skills")
            ? "{\"skills\":[" + row + "],\"total\":1,\"limit\":30,\"offset\":0}"
            : path.startsWith("/raw/")
                ? "---\nname: claude-notes\ndescription: Fill in <name> and go.\n"
                    + "tags: [a, b]\n---\n# Notes\n\nKeep them short.\n"
                : row;
    return new MockResponse.Builder()
        .addHeader("Content-Type", path.startsWith("/raw/") ? "text/plain" : "application/json")
        .body(body)
        .build();
  }

  private void others() throws Exception {
    Path folder = home.resolve("team");
    large(folder.resolve("photo-archive"));
    hidden(folder.resolve("hidden-signs"));
    try (FolderMarketplaceServer server = FolderMarketplaceServer.start(folder, 0);
        WindowRig served =
            WindowRig.on(home.resolve("served"), "team=" + server.url(), 1280, 820)) {
      begin(served);
      open("photo-archive");
      picture("65-upload-cannot");
      open("hidden-signs");
      picture("65-upload-hidden-signs");
    }
    try (FolderMarketplaceServer server = FolderMarketplaceServer.start(folder, 0);
        WindowRig served =
            WindowRig.on(home.resolve("served-narrow"), "team=" + server.url(), 720, 760)) {
      begin(served);
      open("photo-archive");
      picture("67-upload-narrow-cannot");
    }
  }

  private static void large(Path skill) throws IOException {
    Files.createDirectories(skill.resolve("assets"));
    Files.writeString(
        skill.resolve("SKILL.md"),
        "---\nname: photo-archive\ndescription: Sorts photos by day and place.\n---\n# Photos\n");
    for (int i = 0; i < 230; i++) {
      Files.writeString(skill.resolve("assets/example-" + i + ".txt"), "photo " + i + "\n");
    }
  }

  private static void hidden(Path skill) throws IOException {
    Files.createDirectories(skill);
    Files.writeString(
        skill.resolve("SKILL.md"),
        "\uFEFF---\r\nname: hidden-signs\r\ndescription: Says <b>what</b> is hidden.  \r\n"
            + "tags:\t[a,\u200Bb]\r\n"
            + "notes: "
            + "one very long word follows ".repeat(4)
            + "x".repeat(300)
            + "\r\n"
            + "---\r\n# Hidden signs\r\n");
  }

  private void begin(WindowRig opened) throws Exception {
    rig = opened;
    WindowRig.onUi(
        () -> {
          rig.window.theme().choiceProperty().set(theme);
          return null;
        });
    rig.await("rows", () -> !rows().getItems().isEmpty());
  }

  private ListView<?> rows() {
    return (ListView<?>) rig.window.scene().lookup("#results");
  }

  private void open(String name) throws Exception {
    WindowRig.onUi(
        () -> {
          if (rig.find("#back") instanceof ButtonBase back && rig.find("#search") == null) {
            back.fire();
          }
          ((TextField) rig.window.scene().lookup("#search")).setText(name);
          return null;
        });
    rig.await("the row", () -> rows().getItems().size() == 1);
    WindowRig.onUi(
        () -> {
          rows().getOnMouseClicked().handle(null);
          return null;
        });
    rig.await(
        "its page",
        () ->
            rig.find(".title") instanceof Labeled title
                && title.getText().equals(name)
                && !rig.shows("Checking"));
    rig.fire("#tab-upload");
    rig.await("the verdict", () -> rig.find(".verdict-banner") != null);
    rig.scroll("#page-scroll", 0);
  }

  private void tick() throws Exception {
    WindowRig.onUi(
        () -> {
          ((CheckBox) rig.find(".reason-tick")).fire();
          return null;
        });
  }

  private void picture(String name) throws Exception {
    rig.picture(
        Path.of("target", "screens", name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
  }
}
