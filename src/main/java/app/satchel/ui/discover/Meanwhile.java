package app.satchel.ui.discover;

import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.Placeholder;
import app.satchel.ui.kit.Texts;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** Stands in a page's place while there is no skill to choose: what can be done all the same. */
public final class Meanwhile {
  private static final Words WORDS = Words.of(Meanwhile.class);

  private Meanwhile() {}

  /** Where every marketplace answered, and no skill fits. */
  public static Region none() {
    return place(
        new Placeholder(
            Icon.PACKAGE,
            WORDS.text("meanwhile.none-title"),
            WORDS.text("meanwhile.none-words"),
            List.of()));
  }

  /**
   * Where no marketplace answers.
   *
   * @param samples shows the skills that Satchel brings along, or null when they take no part or
   *     have been asked for
   * @param library goes to what is on this computer
   */
  public static Region of(Runnable samples, Runnable library) {
    List<Button> ways = new ArrayList<>();
    if (samples != null) {
      Button show = Texts.button(WORDS.text("meanwhile.samples"), samples);
      show.setId("meanwhile-samples");
      ways.add(show);
    }
    Button look = Texts.button(WORDS.text("meanwhile.library"), library);
    look.setId("meanwhile-library");
    ways.add(look);
    String words = samples == null ? "meanwhile.words" : "meanwhile.words-samples";
    return place(
        new Placeholder(Icon.PACKAGE, WORDS.text("meanwhile.title"), WORDS.text(words), ways));
  }

  private static Region place(Region place) {
    place.setId("meanwhile");
    place.setMinWidth(0);
    return place;
  }
}
