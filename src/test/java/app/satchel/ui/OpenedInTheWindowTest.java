package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.marketplace.FolderMarketplaceServer;
import app.satchel.opening.Opening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;

/** What is opened with Satchel has its page, or words about why not. */
class OpenedInTheWindowTest extends SamplesRig {
  private void awaitPage(String name) throws Exception {
    rig.await(
        "the page of " + name,
        () -> opened() && rig.labelled(name) != null && rig.shows("Accepted after"));
    rig.await("all checks", () -> !rig.shows("Checking"));
  }

  private boolean opened() {
    return rig.find(".opened-screen") != null;
  }

  private List<?> list() {
    return ((ListView<?>) rig.window.scene().lookup("#opened-list")).getItems();
  }

  @Test
  void aSkillFileHasItsPageWithTheChecksDone() throws Exception {
    Path skill = OpenedSamples.archive(files, "meeting-notes", "a b.skill");
    rig.open(skill.toUri().toString());

    awaitPage("meeting-notes");
    assertThat(rig.shows(skill.toString())).as("where it lies").isTrue();
    assertThat(rig.find("#tab-files")).extracting("text").isEqualTo("Files 2");
    assertThat(rig.find("#opened-list")).as("one thing needs no list").isNull();
    assertThat(rig.find("#place-opened").isVisible()).isTrue();
  }

  @Test
  void aFolderAndItsSkillMdAreTheSameSkill() throws Exception {
    Path folder = OpenedSamples.folder(files, "weekly-report");
    rig.open(folder.toString());
    awaitPage("weekly-report");
    rig.open(folder.resolve("SKILL.md").toString());
    awaitPage("weekly-report");
    assertThat(list()).hasSize(2);
  }

  @Test
  void whatWasChangedMeanwhileIsReadAnewWhenItIsOpenedAgain() throws Exception {
    Path folder = OpenedSamples.folder(files, "weekly-report");
    rig.open(folder.toString());
    awaitPage("weekly-report");
    Files.writeString(
        folder.resolve("SKILL.md"),
        "---\nname: weekly-report\ndescription: Other words.\n---\n# Changed\n");
    rig.open(folder.toString());
    rig.await("the new verdict", () -> rig.shows("Accepted") && !rig.shows("Accepted after"));
    assertThat(rig.find("#opened-list")).isNull();
  }

  @Test
  void addToClaudeDeliversItAsTheCommandDoes() throws Exception {
    Path skill = OpenedSamples.archive(files, "meeting-notes", "meeting-notes.skill");
    rig.open(skill.toString());
    awaitPage("meeting-notes");
    rig.fire("#add");
    for (String step : List.of("WhereStep", "NeedsStep", "ReviewStep")) {
      rig.await(
          step,
          () ->
              rig.find(".wizard-step") != null
                  && rig.find(".wizard-step").getClass().getSimpleName().equals(step)
                  && !rig.find("#wizard-next").isDisabled());
      rig.fire("#wizard-next");
    }
    rig.await("the ZIP", () -> rig.shows("meeting-notes.zip"));
    assertThat(home.resolve("state/zips/meeting-notes.zip")).isRegularFile();
    assertThat(skill).as("what was opened stays as it is").isRegularFile();
  }

  @Test
  void severalAreInTheListAndTheFirstIsShown() throws Exception {
    Path folder = OpenedSamples.folder(files, "weekly-report");
    Path skill = OpenedSamples.archive(files, "meeting-notes", "meeting-notes.skill");
    rig.open(folder.toString(), skill.toString(), folder.toString());

    awaitPage("weekly-report");
    assertThat(list()).isEqualTo(List.of(new Opening.Place(folder), new Opening.Place(skill)));
    WindowRig.onUi(
        () -> {
          ((ListView<?>) rig.find("#opened-list")).getSelectionModel().select(1);
          return null;
        });
    awaitPage("meeting-notes");
  }

  @Test
  void whatCannotBeOpenedSaysWhy() throws Exception {
    Path text = Files.writeString(files.resolve("notes.zip"), "no archive");
    Path other = Files.writeString(files.resolve("notes.txt"), "no skill");
    Path empty = Files.createDirectory(files.resolve("empty"));
    for (var wrong :
        List.of(
            List.of(text.toString(), "is not a ZIP archive"),
            List.of(other.toString(), "is no skill"),
            List.of(empty.toString(), "holds no SKILL.md"),
            List.of(files.resolve("gone.skill").toString(), "There is nothing at"),
            List.of("satchel://install/@a/b/c", "something that Satchel does not do"),
            List.of("satchel://skill/@a/b/c?source=nobody", "You have no source named 'nobody'"),
            List.of("satchel://skill/@a/b/no-such-skill", "There is no skill 'no-such-skill'"),
            List.of("file://elsewhere/a.zip", "is not the address of a file"))) {
      rig.open(wrong.getFirst());
      rig.await(wrong.getFirst(), () -> opened() && rig.shows(wrong.getLast()));
    }
    assertThat(list()).hasSize(8);
  }

  @Test
  void aProblemCanBeTriedAgainAndClosed() throws Exception {
    Path late = files.resolve("late");
    rig.open(late.toString());
    rig.await("words", () -> rig.labelled("Try again") != null);
    OpenedSamples.folder(files, "late");
    press("Try again");
    awaitPage("late");

    rig.open("satchel://install/@a/b/c");
    rig.await("words", () -> rig.labelled("Close") != null);
    press("Close");
    awaitPage("late");
    assertThat(rig.find("#opened-list")).isNull();
  }

  private void press(String words) throws Exception {
    WindowRig.onUi(
        () -> {
          ((javafx.scene.control.ButtonBase) rig.labelled(words)).fire();
          return null;
        });
    WindowRig.settle();
  }

  @Test
  void aLinkOpensThePageOfAListedSkillAndInstallsNothing() throws Exception {
    List<Path> before = everything(home.resolve("person"));
    rig.open("satchel://skill/@satchel-samples/workshop/python-report-patterns");
    rig.await("its page", () -> opened() && rig.labelled("python-report-patterns") != null);
    rig.await("the checks", () -> rig.shows("Accepted after") && !rig.shows("Checking"));
    assertThat(everything(home.resolve("person"))).isEqualTo(before);
    assertThat(rig.find(".wizard-card")).isNull();
    assertThat(home.resolve("state/zips")).doesNotExist();
  }

  private static List<Path> everything(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void anUnknownSourceIsAskedAboutAndNothingIsFetchedBefore() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      String address = "http://localhost:" + server.getPort();
      rig.open("satchel://skill/@acme/toolbox/tidy-desk?source=" + address);
      rig.await("a question", () -> rig.find("#open-once") != null);
      assertThat(rig.labelled(address)).as("the address in full").isNotNull();
      assertThat(rig.window.scene().getFocusOwner().getId()).isEqualTo("open-cancel");
      rig.fire("#open-cancel");
      rig.await("Discover", () -> !opened());
      assertThat(rig.find("#place-opened")).isNull();

      rig.open("satchel://skill/@acme/toolbox/tidy-desk?source=" + address);
      rig.await("a question", () -> rig.find("#open-once") != null);
      escape(rig.find("#open-cancel"));
      rig.await("Discover", () -> !opened());
      assertThat(server.getRequestCount()).isZero();
    }
  }

  private static void escape(Node node) throws Exception {
    WindowRig.onUi(
        () -> {
          Event.fireEvent(
              node,
              new KeyEvent(
                  KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
          return null;
        });
    WindowRig.settle();
  }

  @Test
  void afterAYesTheSourceIsAskedForThatSkillAndNotKept() throws Exception {
    Path skills = files.resolve("skills");
    OpenedSamples.folder(skills.resolve("acme/toolbox"), "tidy-desk");
    try (FolderMarketplaceServer server = FolderMarketplaceServer.start(skills, 0)) {
      String namespace = namespace(server);
      rig.open("satchel://skill/" + namespace + "?source=" + server.url());
      rig.await("a question", () -> rig.find("#open-once") != null);
      rig.fire("#open-once");

      awaitPage("tidy-desk");
      assertThat(rig.assembly.marketplaces()).hasSize(1);
      assertThat(home.resolve("state/config.json")).doesNotExist();
      rig.fire("#add");
      rig.await(
          "the wizard",
          () -> rig.find(".wizard-step") != null && !rig.find("#wizard-next").isDisabled());
    }
  }

  private static String namespace(FolderMarketplaceServer server) throws Exception {
    try (var client = java.net.http.HttpClient.newHttpClient()) {
      String answer =
          client
              .send(
                  java.net.http.HttpRequest.newBuilder(
                          java.net.URI.create(server.url() + "/api/skills?q=tidy"))
                      .build(),
                  java.net.http.HttpResponse.BodyHandlers.ofString())
              .body();
      return new com.fasterxml.jackson.databind.ObjectMapper()
          .readTree(answer)
          .at("/skills/0/namespace")
          .asText();
    }
  }

  @Test
  void anAddressInAPrivateNetworkIsRefusedAfterAYes() throws Exception {
    rig.open("satchel://skill/@acme/toolbox/tidy-desk?source=https://192.168.77.1");
    rig.await("a question", () -> rig.find("#open-once") != null);
    rig.fire("#open-once");
    rig.await("words", () -> opened() && rig.labelled("Try again") != null);
    assertThat(rig.shows("192.168.77.1")).isTrue();
    assertThat(rig.find(".placeholder-title")).isNotNull();
  }

  @Test
  void theSameSourceByItsAddressIsNotAskedAbout() throws Exception {
    String address = rig.assembly.marketplaces().getFirst().address().toString();
    rig.open("satchel://skill/@satchel-samples/workshop/python-report-patterns?source=" + address);
    rig.await("its page", () -> opened() && rig.labelled("python-report-patterns") != null);
    assertThat(rig.find("#open-once")).isNull();
  }

  @Test
  void keysOfThePageWorkHereToo() throws Exception {
    rig.open(OpenedSamples.folder(files, "weekly-report").toString());
    awaitPage("weekly-report");
    WindowRig.onUi(
        () -> {
          rig.window.scene().getAccelerators().entrySet().stream()
              .filter(key -> key.getKey().getName().matches("(Ctrl|Shortcut|Meta)\\+F"))
              .findFirst()
              .orElseThrow()
              .getValue()
              .run();
          return null;
        });
    rig.await("the find bar", () -> rig.find(".find-bar") != null);
    assertThat(opened()).isTrue();
  }
}
