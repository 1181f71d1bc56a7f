package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.marketplace.Listing;
import app.satchel.ui.discover.WorksModel.Filter;
import app.satchel.ui.kit.Theme;
import app.satchel.ui.skill.SkillPageView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a skill needs, from the list to what is installed, in the real window. */
class NeedsInTheWindowTest {
  @TempDir Path home;
  private NeedsWorld world;
  private WindowRig rig;

  @BeforeEach
  void build() throws Exception {
    world = new NeedsWorld(Files.createDirectories(home.resolve("served")));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void open(String name) throws Exception {
    WindowRig.onUi(
        () -> {
          ((TextField) rig.find("#search")).setText(name);
          return null;
        });
    rig.await(
        "the page of " + name,
        () ->
            rig.find(".page-header .title") instanceof Labeled title
                && name.equals(title.getText()));
  }

  private void press(String label) throws Exception {
    rig.await("the button " + label, () -> rig.labelled(label) instanceof ButtonBase);
    WindowRig.onUi(
        () -> {
          ((ButtonBase) rig.labelled(label)).fire();
          return null;
        });
    WindowRig.settle();
  }

  private void requirements() throws Exception {
    WindowRig.onUi(
        () -> {
          ((SkillPageView) rig.find(".skill-page")).select(SkillPageView.Tab.REQUIREMENTS);
          return null;
        });
    rig.await("the answers", () -> rig.shows("satchel-no-such-tool") && !rig.shows("Looking"));
    rig.await("the skills", () -> rig.shows("Other skills it needs"));
  }

  private void filter(Filter wanted) throws Exception {
    WindowRig.onUi(
        () -> {
          MenuButton chip = (MenuButton) rig.find("#works");
          chip.getItems().get(wanted.ordinal()).fire();
          return null;
        });
    WindowRig.settle();
  }

  @Test
  void theFilterShowsWhatWorksAndWhatDoesNot() throws Exception {
    try (WindowRig window = WindowRig.on(home, world.source(), 1280, 820)) {
      rig = window;
      rig.await("the list", () -> rig.shows("8 skills"));
      filter(Filter.MISSING);
      rig.await("the one with something missing", () -> rig.shows("1 of the 8 looked at"));
      rig.await("what the row says", () -> rig.shows("1 thing missing"));
      filter(Filter.WORKS);
      rig.await("the others", () -> rig.shows("7 of the 8 looked at"));
      filter(Filter.CANNOT_TELL);
      rig.await("none", () -> rig.shows("None of these"));
      press("Show all");
      rig.await("all", () -> rig.shows("8 skills"));
    }
  }

  @Test
  void thePageAnswersForThisComputerAndForClaude() throws Exception {
    try (WindowRig window = WindowRig.on(home, world.source(), 1280, 820)) {
      rig = window;
      open("orchard-planner");
      requirements();
      assertThat(WindowRig.onUi(() -> rig.shows("On this computer"))).isTrue();
      assertThat(WindowRig.onUi(() -> rig.shows("Mentioned in the text"))).isTrue();
      assertThat(WindowRig.onUi(() -> rig.shows("How acid the soil is"))).isTrue();
      assertThat(WindowRig.onUi(() -> rig.shows("now called calendar-ops"))).isTrue();
      press("Claude");
      rig.await("the other answers", () -> rig.shows("In Claude"));
      press("compost-guide");
      rig.await(
          "the related skill's page",
          () ->
              rig.find(".page-header .title") instanceof Labeled title
                  && title.getText().equals("compost-guide"));
    }
  }

  @Test
  void oneRunInstallsTheWholeTreeAndOneUndoTakesItBack() throws Exception {
    try (WindowRig window = WindowRig.on(home, world.source(), 1280, 820)) {
      rig = window;
      open("orchard-planner");
      toNeeds("Claude Code");
      assertThat(WindowRig.onUi(() -> rig.shows("garden-calendar, now called calendar-ops")))
          .isTrue();
      assertThat(WindowRig.onUi(() -> rig.shows("These need each other"))).isTrue();
      assertThat(WindowRig.onUi(() -> rig.shows("Choose which moon-phases to use")))
          .as("why it does not go on")
          .isTrue();
      WindowRig.onUi(
          () -> {
            ((RadioButton) rig.labelled("@cy/sky/moon-phases")).fire();
            return null;
          });
      press("Next");
      press("Install 6 skills");
      rig.await("the end", () -> rig.shows("Undo") || rig.shows("is installed"));
      Path skills = rig.home.resolve("person/.claude/skills");
      assertThat(names(skills))
          .containsExactly(
              "calendar-ops",
              "measuring-units",
              "moon-phases",
              "orchard-planner",
              "soil-notes",
              "tree-names");
      assertThat(skills.resolve("moon-phases/SKILL.md")).content().contains("computed");
    }
  }

  private static List<String> names(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(one -> one.getFileName().toString()).sorted().toList();
    }
  }

  private void toNeeds(String place) throws Exception {
    rig.fire("#add");
    rig.await("the places", () -> rig.find(".place-row") != null);
    WindowRig.onUi(
        () -> {
          rig.window.scene().getRoot().lookupAll(".place-row").stream()
              .map(RadioButton.class::cast)
              .filter(one -> one.getAccessibleText().contains(place))
              .findFirst()
              .orElseThrow()
              .fire();
          return null;
        });
    press("Next");
    rig.await("the plan", () -> rig.shows("skills to add"));
  }

  @Test
  void aSkillThatHasMovedIsFoundUnderItsNewName() throws Exception {
    try (WindowRig window = WindowRig.on(home, world.source(), 1280, 820)) {
      rig = window;
      rig.await("the list", () -> rig.shows("8 skills"));
      moved();
      press("Open leaf-mould");
      rig.await("its page", () -> rig.labelled("leaf-mould") != null && rig.find("#add") != null);
    }
  }

  /** The list still has the old row; the skill is read from its folder. */
  private void moved() throws Exception {
    world.rename("compost-guide", "leaf-mould");
    TimeUnit.MILLISECONDS.sleep(1_200); // The served folder is looked through once a second.
    WindowRig.onUi(
        () -> {
          ListView<?> list = (ListView<?>) rig.find("#results");
          for (int i = 0; i < list.getItems().size(); i++) {
            if (((Listing) list.getItems().get(i)).name().equals("compost-guide")) {
              list.getSelectionModel().select(i);
            }
          }
          return null;
        });
    rig.await("the new name", () -> rig.shows("It has a new name"));
  }

  @Tag("screens")
  @ParameterizedTest
  @EnumSource(
      value = Theme.Choice.class,
      names = {"LIGHT", "DARK"})
  void pictures(Theme.Choice theme) throws Exception {
    try (WindowRig window = WindowRig.on(home, world.source(), 1280, 820)) {
      rig = window;
      WindowRig.onUi(
          () -> {
            rig.window.theme().choiceProperty().set(theme);
            return null;
          });
      rig.await("the list", () -> rig.shows("8 skills"));
      filter(Filter.CANNOT_TELL);
      rig.await("none", () -> rig.shows("None of these"));
      picture("70-works-none", theme);
      filter(Filter.WORKS);
      rig.await("the others", () -> rig.shows("7 of the 8 looked at"));
      picture("70-works-filter", theme);
      filter(Filter.ALL);
      picture("70-works-known", theme);
      open("orchard-planner");
      requirements();
      picture("71-needs-page", theme);
      rig.scroll("#page-scroll", 1);
      picture("71-needs-page-end", theme);
      rig.scroll("#page-scroll", 0);
      press("Claude");
      rig.await("the other answers", () -> rig.shows("In Claude"));
      picture("72-needs-claude", theme);
      toNeeds("Claude Code");
      picture("73-needs-tree", theme);
      rig.scroll(".wizard-scroll", 1);
      picture("73-needs-tree-end", theme);
      rig.fire("#wizard-cancel");
      WindowRig.onUi(
          () -> {
            ((TextField) rig.find("#search")).clear();
            return null;
          });
      rig.await("the list", () -> rig.shows("8 skills"));
      moved();
      picture("74-renamed", theme);
    }
  }

  private void picture(String name, Theme.Choice theme) throws Exception {
    rig.picture(
        Path.of("target", "screens")
            .resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
  }
}
