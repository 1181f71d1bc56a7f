package app.satchel.ui;

import app.satchel.marketplace.FolderMarketplaceServer;
import app.satchel.ui.skill.SkillPageView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** Leads the real window through every screen, step and state it has. */
final class ScreenWalk {
  private static final String SAMPLE = "python-report-patterns";

  /** What is done where the walk stops. */
  @FunctionalInterface
  interface Visitor {
    void at(String screen, WindowRig rig) throws Exception;
  }

  private final Path home;
  private final Visitor visitor;

  ScreenWalk(Path home, Visitor visitor) {
    this.home = home;
    this.visitor = visitor;
  }

  /** Every screen on the sample skills: the places, a page's tabs, the wizard's steps. */
  void samples() throws Exception {
    try (WindowRig rig = WindowRig.onSamples(home.resolve("samples"))) {
      search(rig, SAMPLE);
      rig.await("the sample", () -> rig.shows("Accepted after"));
      rig.await("checks", () -> !rig.shows("Checking"));
      search(rig, "");
      rig.await("rows", () -> rows(rig).getItems().size() > 5);
      visitor.at("discover", rig);
      search(rig, SAMPLE);
      rig.await(
          "the sample", () -> rows(rig).getItems().size() == 1 && rig.shows("Accepted after"));
      for (SkillPageView.Tab tab : SkillPageView.Tab.values()) {
        String name = tab.name().toLowerCase(Locale.ROOT);
        rig.fire("#tab-" + name);
        visitor.at("page-" + name.replace('_', '-'), rig);
      }
      rig.fire("#tab-skill_md");
      search(rig, "no skill has such a name");
      rig.await("nothing", () -> rig.find(".discover .placeholder") != null);
      visitor.at("nothing-found", rig);
      search(rig, SAMPLE);
      rig.await(
          "the sample", () -> rows(rig).getItems().size() == 1 && rig.shows("Accepted after"));
      rig.fire("#add");
      wizard(rig, "claude", "UploadStep");
      WindowRig.onUi(
          () -> {
            ((SplitMenuButton) rig.find("#add")).getItems().get(1).fire();
            return null;
          });
      wizard(rig, "code", "InstalledStep");
      for (String place : List.of("library", "sources", "settings")) {
        rig.fire("#place-" + place);
        rig.await("no waiting", () -> !rig.shows("\u2026ing") && !rig.shows("Asking"));
        visitor.at(place, rig);
      }
      opened(rig);
    }
  }

  /** The banner that tells of a newer Satchel: alone, with what is new, and with its download. */
  void updates() throws Exception {
    try (Newer newer = new Newer(new byte[] {1});
        WindowRig rig = WindowRig.withUpdates(home.resolve("updates"), 1280, 820, newer::updates)) {
      rig.await("rows", () -> rows(rig).getItems().size() > 5 && !rig.shows("Checking"));
      rig.fire("#place-settings");
      rig.await("the settings", () -> rig.find("#update-look") != null);
      rig.fire("#update-look");
      rig.await("the banner", () -> rig.find("#update-banner") != null);
      rig.fire("#place-sources");
      rig.await("an answer", () -> !rig.shows("Asking"));
      visitor.at("sources-newer", rig);
      rig.fire("#place-settings");
      rig.await("the places", () -> rig.find("#clear-cache") != null);
      rig.fire("#update-new");
      rig.await("the notes", () -> rig.find(".update-notes .markdown") != null);
      visitor.at("settings-news", rig);
      rig.fire("#update-new");
      rig.fire("#update-download");
      rig.await("the file", () -> rig.find("#update-show") != null);
      rig.fire("#place-library");
      visitor.at("library-verified", rig);
    }
  }

  private void opened(WindowRig rig) throws Exception {
    Path files = home.resolve("opened");
    Path skill = OpenedSamples.archive(files, "meeting-notes", "meeting-notes.skill");
    rig.open(OpenedSamples.folder(files, "weekly-report").toString(), skill.toString());
    rig.await("its page", () -> rig.shows("Accepted after") && !rig.shows("Checking"));
    visitor.at("opened", rig);
    rig.open("satchel://skill/@acme/toolbox/tidy-desk?source=https://skills.acme.example");
    rig.await("a question", () -> rig.find("#open-once") != null);
    visitor.at("opened-question", rig);
    rig.open("satchel://install/@acme/toolbox/tidy-desk");
    rig.await("words", () -> rig.shows("something that Satchel does not do"));
    visitor.at("opened-malformed", rig);
  }

  private void wizard(WindowRig rig, String target, String last) throws Exception {
    for (String step : List.of("WhereStep", "NeedsStep", "ReviewStep", last)) {
      rig.await(
          step,
          () ->
              rig.find(".wizard-step") != null
                  && rig.find(".wizard-step").getClass().getSimpleName().equals(step)
                  && rig.find("#wizard-next") != null
                  && !rig.find("#wizard-next").isDisabled());
      String name = step.replace("Step", "").toLowerCase(Locale.ROOT);
      visitor.at("wizard-" + target + "-" + name, rig);
      rig.fire("#wizard-next");
    }
    rig.await("no wizard", () -> rig.find(".wizard-card") == null);
  }

  /** Long names, long words, and more of them than fit. */
  void many() throws Exception {
    Path skills = Files.createDirectories(home.resolve("many"));
    for (int i = 0; i < 200; i++) {
      String name =
          i == 0
              ? "a-name-that-is-exactly-as-long-as-a-name-may-be-and-not-a-bit-lo"
              : "skill-" + i;
      Path folder =
          skills.resolve(
              i == 0
                  ? "an-organisation-with-a-long-name/a-repository-whose-name-is-longer-still/"
                      + name
                  : "ada/workshop/" + name);
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("SKILL.md"),
          "---\nname: "
              + name
              + "\ndescription: "
              + (i == 0
                  ? "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerk ".repeat(5)
                  : "Does it.")
              + "\n"
              + "compatibility: Requires satchel-no-such-tool-with-quite-a-long-name 2.0+ and git\n"
              + "---\n"
              + "# A heading that goes on for longer than most headings on most pages do\n\n"
              + "Text.\n");
    }
    try (FolderMarketplaceServer server = FolderMarketplaceServer.start(skills, 0);
        WindowRig rig =
            WindowRig.on(
                home.resolve("many-home"),
                "a-marketplace-with-quite-a-long-name=" + server.url(),
                1280,
                820)) {
      rig.await("rows", () -> rows(rig) != null && rows(rig).getItems().size() >= 20);
      search(rig, "a-name-that-is");
      rig.await("the long one", () -> rig.find("#tile-upload") != null && rig.shows("bit-lo"));
      rig.await("checks", () -> !rig.shows("Checking"));
      visitor.at("long-names", rig);
      search(rig, "");
      rig.await("rows", () -> rows(rig).getItems().size() >= 20);
      visitor.at("many", rig);
      rig.fire("#place-sources");
      rig.await("an answer", () -> !rig.shows("Asking"));
      visitor.at("long-sources", rig);
    }
  }

  /** A marketplace that cannot be reached, and one that fails. */
  void trouble() throws Exception {
    MockWebServer gone = new MockWebServer();
    gone.start();
    String address = "community=" + gone.url("/");
    gone.close();
    try (WindowRig rig = WindowRig.on(home.resolve("offline"), address, 1280, 820)) {
      rig.await("no answer", () -> rig.labelled("Try again") != null);
      visitor.at("offline", rig);
      rig.fire("#place-sources");
      rig.await("an answer", () -> !rig.shows("Asking"));
      visitor.at("offline-sources", rig);
    }
    try (MockWebServer broken = new MockWebServer()) {
      broken.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              return new MockResponse.Builder().code(500).build();
            }
          });
      broken.start();
      try (WindowRig rig =
          WindowRig.on(home.resolve("broken"), "community=" + broken.url("/"), 1280, 820)) {
        rig.await("an error", () -> rig.labelled("Try again") != null);
        visitor.at("error", rig);
      }
    }
  }

  private static ListView<?> rows(WindowRig rig) {
    return (ListView<?>) rig.window.scene().lookup("#results");
  }

  private static void search(WindowRig rig, String words) throws Exception {
    WindowRig.onUi(
        () -> {
          ((TextField) rig.find("#search")).setText(words);
          return null;
        });
    // A search starts when typing rests; the list says when it has the answer.
    WindowRig.settle();
  }
}
