package app.satchel.ui.update;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.markdown.MarkdownDocument;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import app.satchel.ui.kit.HandBackground;
import app.satchel.ui.update.UpdateModel.Download;
import app.satchel.ui.update.UpdateModel.State;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdateModelTest {
  private final Answers answers = new Answers();
  private final UpdateModel model = new UpdateModel(answers, HandBackground.immediate());

  @Test
  void nothingIsAskedBeforeItIsTime() {
    model.lookIfDue();
    assertThat(answers.asked).isZero();
    assertThat(model.offerProperty().get()).isNull();
    assertThat(model.stateProperty().get()).isEqualTo(new State.Idle());
  }

  @Test
  void aNewerVersionIsTold() {
    answers.due = true;
    model.lookIfDue();
    assertThat(model.offerProperty().get().version()).isEqualTo("0.2.0");
    model.later();
    assertThat(model.offerProperty().get()).isNull();
    assertThat(answers.skipped).isNull();
  }

  @Test
  void aVersionThatWasSkippedIsToldOnlyToWhoAsks() {
    answers.due = true;
    model.lookIfDue();
    model.skip();
    assertThat(model.offerProperty().get()).isNull();
    assertThat(answers.skipped).isEqualTo("0.2.0");

    model.lookIfDue();
    assertThat(model.offerProperty().get()).isNull();
    model.look();
    assertThat(model.offerProperty().get()).isNotNull();
  }

  @Test
  void aLookThatFailsBothersNobodyButIsSaidInTheSettings() {
    answers.due = true;
    answers.failure = "no-network";
    model.lookIfDue();
    assertThat(model.offerProperty().get()).isNull();
    assertThat(model.problemProperty().get()).isNull();
    assertThat(model.stateProperty().get())
        .isInstanceOfSatisfying(
            State.Failed.class,
            failed -> assertThat(failed.problem().code()).isEqualTo("no-network"));
  }

  @Test
  void whereThereIsNothingNewerThatIsSaid() {
    answers.newest = true;
    model.look();
    assertThat(model.stateProperty().get()).isEqualTo(new State.Newest());
  }

  @Test
  void theDownloadTellsHowFarItIsAndWhatBecameOfIt() {
    List<Download> seen = new ArrayList<>();
    model.downloadProperty().subscribe(state -> seen.add(state));
    model.look();
    model.download(null);
    assertThat(seen)
        .containsExactly(
            new Download.None(),
            new Download.Running(0, -1),
            new Download.Running(10, 10),
            new Download.Verified(Path.of("x.deb")));
    answers.failure = "release-differs";
    model.download(null);
    assertThat(model.downloadProperty().get()).isInstanceOf(Download.Failed.class);
    model.later();
    assertThat(model.downloadProperty().get()).isEqualTo(new Download.None());
  }

  @Test
  void whatIsChosenIsKeptAndWhatCannotBeKeptGoesBack() {
    model.lookDaily(true);
    assertThat(model.settingsProperty().get().daily()).isTrue();
    answers.failure = "disk-full";
    model.lookDaily(false);
    assertThat(model.settingsProperty().get().daily()).isTrue();
    assertThat(model.problemProperty().get().code()).isEqualTo("disk-full");
  }

  private static final class Answers implements UpdateServices {
    private boolean due;
    private boolean newest;
    private int asked;
    private String skipped;
    private String failure;
    private boolean daily;

    private void fail() {
      if (failure != null) {
        throw new ProblemException(new Problem(ProblemKind.DISK, failure, "No.", "", "", ""));
      }
    }

    @Override
    public String version() {
      return "0.1.0";
    }

    @Override
    public Settings settings() {
      return new Settings(daily, false, URI.create("https://a.b/"), true);
    }

    @Override
    public void setDaily(boolean wanted) {
      fail();
      daily = wanted;
    }

    @Override
    public void setPreReleases(boolean count) {
      fail();
    }

    @Override
    public void setFeed(String address) {
      fail();
    }

    @Override
    public boolean due() {
      return due;
    }

    @Override
    public Offer look(Cancellation cancellation) {
      fail();
      asked++;
      return newest ? null : new Offer("0.2.0", "new", null, true, "0.2.0".equals(skipped));
    }

    @Override
    public void skip(Offer offer) {
      skipped = offer.version();
    }

    @Override
    public Path download(Offer offer, Path folder, Progress progress, Cancellation cancellation) {
      fail();
      progress.at(10, 10);
      return Path.of("x.deb");
    }

    @Override
    public MarkdownDocument notes(Offer offer) {
      return MarkdownDocument.empty();
    }
  }
}
