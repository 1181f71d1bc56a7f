package app.satchel.ui;

import app.satchel.ui.kit.Theme;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files of a skill, its frontmatter and its cost, wide and narrow. */
@Tag("screens")
class FilesTourTest {
  @TempDir Path home;

  private Theme.Choice theme;
  private WindowRig rig;
  private FilesRig files;

  @ParameterizedTest
  @EnumSource(
      value = Theme.Choice.class,
      names = {"LIGHT", "DARK"})
  void everyState(Theme.Choice wanted) throws Exception {
    theme = wanted;
    Path folder = home.resolve("team");
    PageSamples.write(folder);
    for (double[] size : new double[][] {{1600, 960}, {1280, 820}, {900, 600}}) {
      String name = (int) size[0] + "";
      try (FilesRig window = new FilesRig(home.resolve("w" + name), folder, size[0], size[1])) {
        begin(window);
        open("tide-tables");
        picture(name + "-frontmatter-rich");
        rig.fire("#tab-files");
        picture(name + "-tree");
        show("references/method.md");
        rig.scroll("#page-scroll", size[0] > 1500 ? 1 : 0.6);
        picture(name + "-markdown");
        rig.fire("#view-source");
        picture(name + "-markdown-source");
        for (String file :
            new String[] {
              "scripts/tides.py",
              "assets/chart.png",
              "assets/tide-model.bin",
              "assets/harbour.png",
              "references/odd-signs.txt"
            }) {
          show(file);
          picture(name + "-" + file.replaceAll("[^a-z.]", "-"));
        }
        for (String other : new String[] {"nested-notes", "broken-head", "unclosed-head"}) {
          open(other);
          rig.fire("#tab-skill_md");
          rig.scroll("#page-scroll", 0);
          picture(name + "-frontmatter-" + other);
        }
      }
    }
  }

  private void show(String path) throws Exception {
    files.show(path, "");
  }

  private void begin(FilesRig opened) throws Exception {
    files = opened;
    rig = opened.rig;
    WindowRig.onUi(
        () -> {
          rig.window.theme().choiceProperty().set(theme);
          return null;
        });
  }

  private void open(String name) throws Exception {
    files.open(name);
  }

  private void picture(String name) throws Exception {
    rig.picture(
        Path.of("target", "screens")
            .resolve("files-" + name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
  }
}
