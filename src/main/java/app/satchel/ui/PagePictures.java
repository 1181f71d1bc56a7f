package app.satchel.ui;

import app.satchel.assembly.Pictures;
import app.satchel.marketplace.Listing;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.Background;
import app.satchel.ui.markdown.WebPictures;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** Pictures of the web on a skill's page. */
final class PagePictures implements WebPictures {
  private final Pictures pictures;
  private final Background background;
  private final Supplier<Listing> skill;

  /** What the person said for good on this page's skill, in case it cannot be kept. */
  private final Set<Listing> granted = new HashSet<>();

  /**
   * @param background where a yes is kept
   * @param skill the skill that is shown, or null
   */
  PagePictures(Pictures pictures, Background background, Supplier<Listing> skill) {
    this.pictures = pictures;
    this.background = background;
    this.skill = skill;
  }

  @Override
  public boolean offered() {
    return skill.get() != null;
  }

  @Override
  public boolean unasked() {
    Listing shown = skill.get();
    return shown != null && (granted.contains(shown) || pictures.unasked(shown));
  }

  @Override
  public void always(Scope scope) {
    Listing shown = skill.get();
    granted.add(shown);
    background.run(
        Cancellation.none(),
        () -> {
          pictures.always(Pictures.Scope.valueOf(scope.name()), shown);
          return true;
        },
        // From now on what is kept decides, so that it can be taken back in the settings.
        kept -> granted.remove(shown),
        // They are shown all the same, as long as the window is open.
        problem -> {});
  }

  @Override
  public byte[] fetch(URI address, Cancellation cancellation) {
    return pictures.fetch(address, cancellation);
  }
}
