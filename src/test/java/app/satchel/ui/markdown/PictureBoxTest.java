package app.satchel.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Cancellation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.image.ImageView;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pictures: those of the skill by themselves, those of the web when the person says so. */
class PictureBoxTest {
  private static final String REMOTE = "![A plan](https://pics.example/plan)\n";

  private final Web web = new Web();
  private final PaneRig rig = new PaneRig(web);

  @AfterEach
  void close() {
    web.answer.countDown();
    rig.close();
  }

  /** A web whose answers wait until they are let go. */
  private static final class Web implements WebPictures {
    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<Cancellation> cancellations = new CopyOnWriteArrayList<>();
    final List<Scope> kept = new CopyOnWriteArrayList<>();
    final CountDownLatch answer = new CountDownLatch(1);
    volatile byte[] bytes = png(40, 30);
    volatile boolean unasked;
    volatile boolean fails;

    @Override
    public boolean offered() {
      return true;
    }

    @Override
    public boolean unasked() {
      return unasked;
    }

    @Override
    public void always(Scope scope) {
      kept.add(scope);
      unasked = true;
    }

    @Override
    public byte[] fetch(URI address, Cancellation cancellation) {
      asked.add(address.toString());
      cancellations.add(cancellation);
      try {
        answer.await(10, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      if (fails) {
        throw new ProblemException(
            new Problem(ProblemKind.NETWORK, "x", "pics.example does not answer.", "", "", ""));
      }
      return bytes;
    }
  }

  private static byte[] png(int width, int height) {
    return image(width, height, "png");
  }

  private static byte[] image(int width, int height, String format) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean shown() {
    return pictures() > 0;
  }

  private long pictures() {
    return PaneRig.all(rig.pane, ImageView.class).stream()
        .filter(view -> view.getImage() != null)
        .count();
  }

  private boolean says(String words) {
    return PaneRig.all(rig.pane, Label.class).stream().anyMatch(l -> l.getText().contains(words));
  }

  private Button button(String words) {
    return rig.all(Button.class).stream()
        .filter(one -> one.getText().equals(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button: " + words));
  }

  private SplitMenuButton show() {
    return rig.all(SplitMenuButton.class).getFirst();
  }

  @Test
  void loadsAPictureOfTheWebOnlyWhenAsked() throws Exception {
    rig.show(REMOTE);
    assertThat(Fx.call(() -> says("A plan") && says("pics.example"))).isTrue();
    assertThat(web.asked).isEmpty();
    web.answer.countDown();
    Fx.run(show()::fire);
    PaneRig.await("the picture", this::shown);
    assertThat(web.asked).containsExactly("https://pics.example/plan");
    assertThat(web.kept).isEmpty();
  }

  @Test
  void aYesForGoodHoldsForAllPicturesOfThePage() throws Exception {
    rig.show(REMOTE + "\n![b](https://other.example/b)\n");
    web.answer.countDown();
    SplitMenuButton show = show();
    assertThat(Fx.call(() -> show.getItems().stream().map(item -> item.getText()).toList()))
        .containsExactly(
            "Always for this skill", "Always for this source", "Always, for every skill");
    Fx.run(show.getItems().get(1)::fire);
    PaneRig.await("both pictures", () -> pictures() == 2);
    assertThat(web.kept).containsExactly(WebPictures.Scope.SOURCE);
    assertThat(web.asked)
        .containsExactlyInAnyOrder("https://pics.example/plan", "https://other.example/b");
  }

  @Test
  void aYesForOneIsNoYesForAnother() {
    rig.show(REMOTE + "\n![b](https://other.example/b)\n");
    Fx.run(show()::fire);
    Fx.settle();
    assertThat(rig.all(SplitMenuButton.class)).hasSize(1);
    assertThat(web.cancellations).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void cancelsAndDropsTheLateAnswer() throws Exception {
    rig.show(REMOTE);
    Fx.run(show()::fire);
    PaneRig.await("the question to the web", () -> web.asked.size() == 1);
    Fx.run(button("Cancel")::fire);
    assertThat(web.cancellations.getFirst().cancelled()).isTrue();
    web.answer.countDown();
    Thread.sleep(50);
    Fx.settle();
    assertThat(Fx.call(this::shown)).isFalse();
    assertThat(rig.all(SplitMenuButton.class)).hasSize(1);
  }

  @Test
  void anotherDocumentEndsTheLoadingAndTheYes() throws Exception {
    rig.show(REMOTE);
    Fx.run(show()::fire);
    PaneRig.await("the question to the web", () -> web.asked.size() == 1);
    rig.show(REMOTE + "\nagain\n");
    assertThat(web.cancellations.getFirst().cancelled()).isTrue();
    web.answer.countDown();
    Thread.sleep(50);
    Fx.settle();
    assertThat(Fx.call(this::shown)).isFalse();
    assertThat(web.asked).hasSize(1);
  }

  @Test
  void saysWhyAPictureDidNotComeAndTriesAgain() throws Exception {
    web.fails = true;
    web.answer.countDown();
    rig.show(REMOTE);
    Fx.run(show()::fire);
    PaneRig.await("the failure", () -> says("does not answer"));
    web.fails = false;
    Fx.run(button("Try again")::fire);
    PaneRig.await("the picture", this::shown);
  }

  @Test
  void doesNotAskAgainForAPictureThatIsScrolledBackTo() throws Exception {
    web.answer.countDown();
    rig.show(REMOTE + "\nwords\n".repeat(2_000));
    Fx.run(show()::fire);
    PaneRig.await("the picture", this::shown);
    Fx.run(() -> rig.scroll.setVvalue(1));
    Fx.settle();
    assertThat(Fx.call(this::shown)).isFalse();
    Fx.run(() -> rig.scroll.setVvalue(0));
    Fx.settle();
    assertThat(Fx.call(this::shown)).isTrue();
    assertThat(web.asked).hasSize(1);
  }

  @Test
  void refusesWhatIsNoPictureOrTooLarge() throws Exception {
    web.answer.countDown();
    for (byte[] bytes :
        List.of("<html>".getBytes(StandardCharsets.UTF_8), png(4_000, 4_000), new byte[9 << 20])) {
      web.bytes = bytes;
      rig.show(REMOTE + "\n" + bytes.length + "\n");
      Fx.run(show()::fire);
      PaneRig.await("the refusal", () -> says("is not shown"));
    }
    web.bytes = "<?xml version='1.0'?><svg onload='x'/>".getBytes(StandardCharsets.UTF_8);
    rig.show(REMOTE);
    Fx.run(show()::fire);
    PaneRig.await("the description", () -> says("SVG drawing on pics.example"));
  }

  @Test
  void describesDrawingsAndOffersNoLoading() {
    rig.show("![a](https://pics.example/a.SVG?x=y)\n\n![b](assets/b.svg)\n");
    assertThat(rig.all(SplitMenuButton.class)).isEmpty();
    assertThat(
            Fx.call(
                () ->
                    says("SVG drawing on pics.example") && says("assets/b.svg is an SVG drawing")))
        .isTrue();
  }

  @Test
  void showsThePicturesOfTheSkillAlsoBetweenWords() throws Exception {
    rig.images.put("assets/a.gif", image(20, 10, "gif"));
    rig.show("Look at ![this](assets/a.gif) here.\n");
    PaneRig.await("the picture", this::shown);
    assertThat(rig.text("[image: this]")).isNotNull();
    assertThat(web.asked).isEmpty();
  }

  @Test
  void anAnimationStandsStill() {
    byte[] one = image(20, 10, "gif");
    int frame = 13 + (3 << ((one[10] & 7) + 1));
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    many.write(one, 0, one.length - 1);
    for (int i = 0; i < 500; i++) {
      many.write(one, frame, one.length - 1 - frame);
    }
    many.write(0x3B);
    byte[] still = PictureBytes.still(many.toByteArray());
    assertThat(still).isEqualTo(one);
    for (int length = 0; length < one.length; length++) {
      assertThat(PictureBytes.still(java.util.Arrays.copyOf(one, length)).length)
          .isLessThanOrEqualTo(length + 1);
    }
  }
}
