package app.satchel.ui.update;

import app.satchel.markdown.MarkdownDocument;
import app.satchel.problem.Problem;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.Background;
import app.satchel.ui.update.UpdateServices.Offer;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Whether there is a newer Satchel, and what becomes of it. One for a window; knows no control and
 * lives on the UI thread.
 */
public final class UpdateModel {
  private final UpdateServices services;
  private final Background background;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private final ReadOnlyObjectWrapper<Offer> offer = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Download> download =
      new ReadOnlyObjectWrapper<>(new Download.None());
  private final ReadOnlyObjectWrapper<UpdateServices.Settings> settings;
  private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
  private Cancellation looking = Cancellation.none();
  private Cancellation downloading = Cancellation.none();

  public UpdateModel(UpdateServices services, Background background) {
    this.services = services;
    this.background = background;
    this.settings = new ReadOnlyObjectWrapper<>(services.settings());
  }

  /** What is known of newer versions. */
  public sealed interface State {
    /** Nobody looked yet. */
    record Idle() implements State {}

    record Looking() implements State {}

    /** There is nothing newer. */
    record Newest() implements State {}

    record Newer(Offer offer) implements State {}

    record Failed(Problem problem) implements State {}
  }

  /** What becomes of the download. */
  public sealed interface Download {
    record None() implements Download {}

    /**
     * @param total -1 when nobody knows
     */
    record Running(long done, long total) implements Download {}

    record Verified(Path file) implements Download {}

    record Failed(Problem problem) implements Download {}
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What the banner tells; null when it has nothing to tell. */
  public ReadOnlyObjectProperty<Offer> offerProperty() {
    return offer.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Download> downloadProperty() {
    return download.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<UpdateServices.Settings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  /** Why the last change of the settings was not kept, or null. */
  public ReadOnlyObjectProperty<Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public String version() {
    return services.version();
  }

  /** Looks when it is time to, and says nothing when that fails: nobody asked. */
  public void lookIfDue() {
    Cancellation mine = begin();
    background.run(
        mine,
        () -> services.due() ? found(mine) : new State.Idle(),
        found -> {
          state.set(found);
          if (found instanceof State.Newer newer && !newer.offer().skipped()) {
            offer.set(newer.offer());
          }
        },
        why -> state.set(new State.Failed(why)));
  }

  /** Looks because the person asked. */
  public void look() {
    Cancellation mine = begin();
    state.set(new State.Looking());
    background.run(
        mine,
        () -> found(mine),
        found -> {
          state.set(found);
          offer.set(found instanceof State.Newer newer ? newer.offer() : null);
        },
        why -> state.set(new State.Failed(why)));
  }

  private Cancellation begin() {
    looking.cancel();
    looking = new Cancellation();
    return looking;
  }

  private State found(Cancellation mine) {
    Offer newer = services.look(mine);
    return newer == null ? new State.Newest() : new State.Newer(newer);
  }

  /** Says nothing more until it is looked for again. */
  public void later() {
    offer.set(null);
    downloading.cancel();
    download.set(new Download.None());
  }

  /** Says nothing of this version any more. */
  public void skip() {
    Offer unwanted = offer.get();
    later();
    keep(() -> services.skip(unwanted), () -> {});
  }

  /** Gets what is new, as blocks. */
  public void notes(Consumer<MarkdownDocument> then) {
    Offer now = offer.get();
    background.run(Cancellation.none(), () -> services.notes(now), then, why -> problem.set(why));
  }

  /**
   * Downloads and verifies what is offered.
   *
   * @param folder where to, or null for the person's folder for downloads
   */
  public void download(Path folder) {
    Offer wanted = offer.get();
    downloading.cancel();
    Cancellation mine = new Cancellation();
    downloading = mine;
    download.set(new Download.Running(0, -1));
    long[] told = {0};
    background.run(
        mine,
        () ->
            services.download(
                wanted,
                folder,
                (done, total) -> {
                  // Some twenty times a megabyte is too often for words.
                  if (done == total || done - told[0] > 1 << 20) {
                    told[0] = done;
                    background.onUi(() -> running(mine, done, total));
                  }
                },
                mine),
        file -> download.set(new Download.Verified(file)),
        why -> download.set(new Download.Failed(why)));
  }

  private void running(Cancellation mine, long done, long total) {
    if (!mine.cancelled() && download.get() instanceof Download.Running) {
      download.set(new Download.Running(done, total));
    }
  }

  public void cancelDownload() {
    downloading.cancel();
    download.set(new Download.None());
  }

  public void lookDaily(boolean daily) {
    keep(() -> services.setDaily(daily), this::controlsBack);
  }

  public void countPreReleases(boolean count) {
    keep(() -> services.setPreReleases(count), this::controlsBack);
  }

  /**
   * Looks elsewhere from now on.
   *
   * @param address empty for the place that came with Satchel
   */
  public void lookAt(String address) {
    // An address that is none stays where it was typed, to be corrected.
    keep(() -> services.setFeed(address), () -> {});
  }

  private void keep(Runnable write, Runnable takeBack) {
    background.run(
        Cancellation.none(),
        () -> {
          write.run();
          return services.settings();
        },
        kept -> {
          problem.set(null);
          settings.set(kept);
        },
        why -> {
          takeBack.run();
          problem.set(why);
        });
  }

  /** What could not be kept is not so: the controls go back. */
  private void controlsBack() {
    UpdateServices.Settings before = settings.get();
    settings.set(null);
    settings.set(before);
  }
}
