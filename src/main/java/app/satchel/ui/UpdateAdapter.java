package app.satchel.ui;

import app.satchel.assembly.SelfUpdates;
import app.satchel.assembly.UpdateChoices;
import app.satchel.markdown.MarkdownDocument;
import app.satchel.markdown.MarkdownReader;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.release.Release;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import app.satchel.ui.update.UpdateServices;
import app.satchel.words.Words;
import java.net.URI;
import java.nio.file.Path;

/** New versions of Satchel, for the window. */
final class UpdateAdapter implements UpdateServices {
  private static final Words WORDS = Words.of(UpdateAdapter.class);

  private final SelfUpdates updates;
  private final MarkdownReader reader;
  private volatile Release found;

  UpdateAdapter(SelfUpdates updates, MarkdownReader reader) {
    this.updates = updates;
    this.reader = reader;
  }

  @Override
  public String version() {
    return updates.version();
  }

  @Override
  public Settings settings() {
    UpdateChoices chosen = updates.choices();
    return new Settings(
        chosen.daily(), chosen.preReleases(), updates.feed().orElse(null), chosen.feed() != null);
  }

  @Override
  public void setDaily(boolean daily) {
    updates.choose(updates.choices().withDaily(daily));
  }

  @Override
  public void setPreReleases(boolean count) {
    updates.choose(updates.choices().withPreReleases(count));
  }

  @Override
  public void setFeed(String address) {
    URI feed =
        address.isBlank()
            ? null
            : SelfUpdates.feed(address)
                .orElseThrow(
                    () ->
                        ProblemException.of(
                            WORDS, ProblemKind.INPUT, "feed-malformed", address, address));
    updates.choose(updates.choices().withFeed(feed));
  }

  @Override
  public boolean due() {
    return updates.due();
  }

  @Override
  public Offer look(Cancellation cancellation) {
    SelfUpdates.Found now = updates.look(cancellation);
    Release release = now.release();
    if (release == null) {
      return null;
    }
    found = release;
    String version = release.version().toString();
    return new Offer(
        version,
        release.markdown(),
        updates.page(release).orElse(null),
        now.downloadable(),
        version.equals(updates.choices().skipped()));
  }

  @Override
  public void skip(Offer offer) {
    updates.choose(updates.choices().withSkipped(offer.version()));
  }

  @Override
  public Path download(Offer offer, Path folder, Progress progress, Cancellation cancellation) {
    return updates.download(found, folder, progress, cancellation);
  }

  @Override
  public MarkdownDocument notes(Offer offer) {
    return reader.read(offer.notes());
  }
}
