package app.satchel.ui.opened;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.marketplace.Listing;
import app.satchel.marketplace.TestListings;
import app.satchel.opening.Opening;
import app.satchel.opening.SkillLink;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.QueuedBackground;
import app.satchel.ui.opened.OpenedModel.State;
import app.satchel.ui.skill.SkillPageModel;
import app.satchel.ui.skill.UnaskedPageServices;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenedModelTest {
  private static final URI ADDRESS = URI.create("https://skills.acme.example");
  private static final SkillLink LINK = SkillLink.parse("satchel://skill/@a/b/c?source=" + ADDRESS);

  private final QueuedBackground background = new QueuedBackground();
  private final Services services = new Services();
  private final SkillPageModel page =
      new SkillPageModel(new UnaskedPageServices(), new QueuedBackground());
  private final OpenedModel model = new OpenedModel(services, page, background);

  private static Opening place(String name) {
    return new Opening.Place(Path.of("/" + name).toAbsolutePath());
  }

  private String shown() {
    return page.listingProperty().get() == null ? null : page.listingProperty().get().name();
  }

  @Test
  void theFirstIsShownAndTheOthersAreReadWhenTheyAreTurnedTo() {
    model.open(List.of(place("a"), place("b"), place("a")));
    assertThat(model.stateProperty().get()).isInstanceOf(State.Loading.class);
    background.runAll();

    assertThat(shown()).isEqualTo("a");
    assertThat(services.asked).containsExactly("a");
    assertThat(model.openings()).containsExactly(place("a"), place("b"));

    model.selectedProperty().set(place("b"));
    assertThat(shown()).isNull();
    background.runAll();
    assertThat(shown()).isEqualTo("b");

    model.selectedProperty().set(place("a"));
    assertThat(shown()).as("without reading it again").isEqualTo("a");
    assertThat(services.asked).containsExactly("a", "b");
  }

  @Test
  void aLateAnswerNeverTakesThePageOfAnother() {
    model.open(List.of(place("slow")));
    Runnable late = background.take(0);
    model.open(List.of(place("quick")));
    background.runAll();
    late.run();

    assertThat(shown()).isEqualTo("quick");
    model.selectedProperty().set(place("slow"));
    assertThat(shown()).as("it has come meanwhile").isEqualTo("slow");
  }

  @Test
  void whatIsOpenedAgainIsReadAnewAndComesFirst() {
    model.open(List.of(place("a"), place("b")));
    background.runAll();
    Listing before = page.listingProperty().get();
    model.open(List.of(place("b")));
    model.open(List.of(place("a")));
    background.runAll();

    assertThat(model.openings()).containsExactly(place("a"), place("b"));
    assertThat(page.listingProperty().get()).isNotSameAs(before);
    assertThat(services.asked).contains("a").endsWith("a");
  }

  @Test
  void anUnknownAddressIsAskedOnlyAfterAYes() {
    model.open(List.of(new Opening.Link(LINK)));
    background.runAll();
    assertThat(model.stateProperty().get()).isEqualTo(new State.Asking(LINK, ADDRESS));
    assertThat(services.asked).containsExactly("look c");

    model.allow();
    background.runAll();
    assertThat(services.asked).containsExactly("look c", "fetch c " + ADDRESS);
    assertThat(shown()).isEqualTo("c");
    model.allow();
    assertThat(background.waiting()).as("there is nothing to allow any longer").isZero();
  }

  @Test
  void aNoLeavesNothing() {
    model.open(List.of(new Opening.Link(LINK)));
    background.runAll();
    model.dismiss();
    background.runAll();

    assertThat(model.openings()).isEmpty();
    assertThat(model.stateProperty().get()).isNull();
    assertThat(services.asked).containsExactly("look c");
    model.allow();
    model.dismiss();
    assertThat(background.waiting()).isZero();
  }

  @Test
  void whatFailsSaysWhyAndCanBeTriedAgain() {
    services.problem = new Problem(ProblemKind.INPUT, "x", "No.", "", "", "");
    model.open(List.of(place("a")));
    background.runAll();
    assertThat(model.stateProperty().get()).isEqualTo(new State.Failed(services.problem));
    assertThat(shown()).isNull();

    services.problem = null;
    model.retry();
    background.runAll();
    assertThat(shown()).isEqualTo("a");
  }

  @Test
  void whatCannotBeOpenedNeedsNobodyToBeAsked() {
    Opening broken = Opening.of("satchel://install/@a/b/c");
    model.open(List.of(broken));
    assertThat(model.stateProperty().get()).isInstanceOf(State.Failed.class);
    assertThat(background.waiting()).isZero();
  }

  @Test
  void theListHasAnEnd() {
    model.open(IntStream.range(0, OpenedModel.MOST + 50).mapToObj(i -> place("s" + i)).toList());
    assertThat(model.openings()).hasSize(OpenedModel.MOST).startsWith(place("s0"));
    assertThat(model.selectedProperty().get()).isEqualTo(place("s0"));
  }

  @Test
  void closingTheOneThatIsShownTurnsToTheNext() {
    model.open(List.of(place("a"), place("b"), place("c")));
    model.selectedProperty().set(place("c"));
    background.runAll();
    model.dismiss();
    background.runAll();
    assertThat(shown()).isEqualTo("b");
  }

  private static final class Services implements OpenedServices {
    final List<String> asked = new ArrayList<>();
    Problem problem;

    @Override
    public Listing local(Path path, Cancellation cancellation) {
      asked.add(path.getFileName().toString());
      if (problem != null) {
        throw new ProblemException(problem);
      }
      return TestListings.named(path.getFileName().toString());
    }

    @Override
    public Answer find(SkillLink link, Cancellation cancellation) {
      asked.add("look " + link.skill().skill());
      return new Answer.AskFirst(ADDRESS);
    }

    @Override
    public Listing findAt(URI address, SkillLink link, Cancellation cancellation) {
      asked.add("fetch " + link.skill().skill() + " " + address);
      return TestListings.named(link.skill().skill());
    }
  }
}
