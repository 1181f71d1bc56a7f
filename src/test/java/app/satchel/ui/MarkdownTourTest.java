package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.marketplace.FolderMarketplaceServer;
import app.satchel.ui.kit.Theme;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.ListView;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Notices, folds, keys, footnotes, pictures and links of every sort on a page. */
@Tag("screens")
class MarkdownTourTest {
  private static final String PAGE =
      """
      ---
      name: field-notes
      description: Shows what a page can hold.
      ---
      # Field notes

      Press <kbd>Ctrl</kbd> <kbd>K</kbd>, mind H<sub>2</sub>O and x<sup>2</sup>, read the
      claim[^1] and the other[^two]. <b>HTML</b> may <i>mean</i> <code>something</code>.
      <!-- a comment
      of two lines that agents read -->

      > [!NOTE]
      > Notices come in five sorts, and hold what any text holds:
      >
      > - a list with `code`
      > - and a [link](https://example.org)

      > [!TIP]
      > Short ones too.

      > [!IMPORTANT]
      > ```sh
      > make everything
      > ```

      > [!WARNING]
      > The text of a warning that goes on for so long that it has to be wrapped into a second line.

      > [!CAUTION]
      > Nothing here is undone.

      <details>
      <summary>Everything in a fold is shown</summary>

      The words under it follow.

      </details>

      ## Links

      A [file of this skill](references/guide.md), [one that is not there](references/gone.md),
      [a script](javascript:alert), and [https://github.com/me](https://evil.example/x).

      ## Pictures

      ![The plan of the garden](assets/plan.png)

      ![A diagram of the whole](https://pictures.example/whole.png)

      ![A drawing](https://pictures.example/whole.svg)

      Between ![words](assets/plan.png) as well.

      [^1]: A footnote with *words*.
      [^two]: Another, and [a link](https://example.org).
      [^three]: Nothing refers to this one.
      """;

  @TempDir Path home;

  @ParameterizedTest
  @EnumSource(
      value = Theme.Choice.class,
      names = {"LIGHT", "DARK"})
  void tour(Theme.Choice theme) throws Exception {
    Path skill = Files.createDirectories(home.resolve("skills/field-notes"));
    Files.writeString(skill.resolve("SKILL.md"), PAGE);
    Files.writeString(
        Files.createDirectories(skill.resolve("references")).resolve("guide.md"), "# Guide\n");
    ImageIO.write(
        plan(),
        "png",
        Files.createDirectories(skill.resolve("assets")).resolve("plan.png").toFile());
    try (FolderMarketplaceServer server = FolderMarketplaceServer.start(home.resolve("skills"), 0);
        WindowRig rig = WindowRig.on(home.resolve("home"), "mine=" + server.url(), 1280, 900)) {
      WindowRig.onUi(
          () -> {
            rig.window.theme().choiceProperty().set(theme);
            return null;
          });
      rig.await("its row", () -> rows(rig).getItems().size() == 1);
      WindowRig.onUi(
          () -> {
            rows(rig).getSelectionModel().select(0);
            return null;
          });
      rig.await("its page", () -> rig.find(".md-alert") != null && !rig.shows("Checking"));
      int number = 0;
      for (double at : new double[] {0.25, 0.5, 0.75, 1}) {
        rig.scroll("#page-scroll", at);
        rig.scroll("#page-scroll", at);
        picture(rig, "80-markdown-" + ++number, theme);
      }
      assertThat(number).isEqualTo(4);
      rig.fire("#place-settings");
      picture(rig, "81-settings-pictures", theme);
    }
  }

  private static void picture(WindowRig rig, String name, Theme.Choice theme) throws Exception {
    rig.picture(
        Path.of("target", "screens", name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
  }

  private static ListView<?> rows(WindowRig rig) {
    return (ListView<?>) rig.window.scene().lookup("#results");
  }

  private static BufferedImage plan() {
    BufferedImage image = new BufferedImage(420, 120, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(0xE7F4EA));
    pen.fillRect(0, 0, 420, 120);
    pen.setColor(new Color(0x1F7A3F));
    pen.drawOval(40, 20, 80, 80);
    pen.drawRect(160, 30, 220, 60);
    pen.dispose();
    return image;
  }
}
