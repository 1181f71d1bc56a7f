package app.satchel.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.HandBackground;
import app.satchel.ui.sources.SourcesModel.Answer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourcesModelTest {
  private static final Problem DOWN =
      new Problem(ProblemKind.NETWORK, "down", "It did not answer.", "", "Try later.", "");

  private final Markets markets = new Markets();
  private final SourcesModel model = new SourcesModel(markets, HandBackground.immediate());

  private static Source source(String name) {
    return new Source(name, URI.create("https://" + name), Source.Kind.PRIVATE, null);
  }

  @Test
  void oneThatDoesNotAnswerDoesNotHideTheOthers() {
    markets.all.add(source("good.example"));
    markets.all.add(source("down.example"));
    model.refresh();

    assertThat(model.rows().get(0).answerProperty().get()).isEqualTo(new Answer.Ready(7));
    assertThat(model.rows().get(1).answerProperty().get()).isEqualTo(new Answer.Failed(DOWN));
  }

  @Test
  void addsByAddressWithANameOfItsOwn() {
    model.addressProperty().set(" skills.Example.org:8443/all ");
    model.add();

    assertThat(markets.all)
        .containsExactly(
            new Source(
                "skills.example.org-8443",
                URI.create("https://skills.Example.org:8443/all"),
                Source.Kind.PRIVATE,
                null));
    assertThat(model.rows()).hasSize(1);
    assertThat(model.addressProperty().get()).isEmpty();
  }

  @Test
  void aSecondOneAtTheSameHostGetsAnotherName() {
    markets.all.add(source("skills.example.org"));
    model.refresh();

    assertThat(model.nameOf(URI.create("https://skills.example.org/team")))
        .isEqualTo("skills.example.org-2");
  }

  @Test
  void whatIsNoAddressIsSaidPlainlyAndKeptForMending() {
    for (String text : List.of("not an address", "ftp://example.org", "https://", "file:///etc")) {
      model.addressProperty().set(text);
      model.add();

      assertThat(model.problemProperty().get().code()).isEqualTo("source-address");
      assertThat(model.addressProperty().get()).isEqualTo(text);
    }
    assertThat(markets.all).isEmpty();
  }

  @Test
  void aFailedChangeLeavesTheListAndSaysWhy() {
    markets.all.add(source("a.example"));
    model.refresh();
    markets.broken = true;
    model.remove(model.rows().getFirst());

    assertThat(model.rows()).hasSize(1);
    assertThat(model.problemProperty().get()).isEqualTo(DOWN);
    assertThat(model.busyProperty().get()).isFalse();
  }

  @Test
  void servesAFolderAndRemovesIt() {
    model.serve(Path.of("skills"));
    assertThat(model.rows()).hasSize(1);

    model.remove(model.rows().getFirst());
    assertThat(model.rows()).isEmpty();
  }

  @Test
  void aLateAnswerToAnOlderListIsDropped() {
    HandBackground hand = HandBackground.held();
    SourcesModel slow = new SourcesModel(markets, hand);
    markets.all.add(source("good.example"));
    slow.refresh();
    hand.go();
    SourcesModel.Row old = slow.rows().getFirst();
    slow.refresh();
    hand.go();

    assertThat(old.answerProperty().get()).isEqualTo(new Answer.Waiting());
  }

  private static final class Markets implements SourcesServices {
    final List<Source> all = new ArrayList<>();
    boolean broken;

    private void change() {
      if (broken) {
        throw new ProblemException(DOWN);
      }
    }

    @Override
    public List<Source> list() {
      return List.copyOf(all);
    }

    @Override
    public void add(String name, URI address) {
      change();
      all.add(new Source(name, address, Source.Kind.PRIVATE, null));
    }

    @Override
    public void serve(Path folder) {
      change();
      all.add(new Source("skills", URI.create("http://127.0.0.1:1"), Source.Kind.FOLDER, folder));
    }

    @Override
    public void remove(Source source) {
      change();
      all.remove(source);
    }

    @Override
    public Integer ask(Source source, Cancellation cancellation) {
      if (source.name().startsWith("down")) {
        throw new ProblemException(DOWN);
      }
      return 7;
    }
  }
}
