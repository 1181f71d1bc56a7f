package app.satchel.check.cost;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.markdown.Shared;
import app.satchel.skill.SkillMd;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ContextCostTest {
  @Test
  void nameAndDescriptionAreAlwaysThereAndTheBodyWhenUsed() {
    SkillMd skill =
        SkillMd.parse(
            "---\nname: tide-tables\ndescription: Works out tides.\nlicense: "
                + "MIT ".repeat(500)
                + "\n---\n"
                + "The tide is high at noon. ".repeat(100));
    ContextCost cost = ContextCost.of(skill);
    assertThat(cost.always()).isBetween(7, 14);
    assertThat(cost.whenUsed()).isBetween(600, 800);
  }

  @Test
  void aSkillThatSaysNothingOfItselfCostsNothingUntilItIsUsed() {
    assertThat(ContextCost.of(SkillMd.parse("Words."))).isEqualTo(new ContextCost(0, 2));
  }

  @Test
  void aFigurePromisesTwoDigits() {
    assertThat(ContextCost.rounded(7)).isEqualTo(7);
    assertThat(ContextCost.rounded(99)).isEqualTo(99);
    assertThat(ContextCost.rounded(123)).isEqualTo(120);
    assertThat(ContextCost.rounded(3_351)).isEqualTo(3_400);
    assertThat(ContextCost.rounded(0)).isZero();
  }

  @Property
  void anyTextHasAnEstimateThatGrowsWithIt(@ForAll String text) {
    int once = TokenEstimate.of(text);
    assertThat(once).isBetween(0, 2 * text.length() + 1);
    assertThat(TokenEstimate.of(text + "\n\n" + text)).isGreaterThanOrEqualTo(once);
  }

  /** Against a published tokenizer, over every SKILL.md of the corpus. */
  @Test
  void theErrorIsWhatTheDocumentationSays() {
    Encoding tokenizer = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    List<Double> bodies = new ArrayList<>();
    List<Double> heads = new ArrayList<>();
    Shared.skillMds(
        (path, text) -> {
          SkillMd skill = SkillMd.parse(text);
          add(bodies, tokenizer, skill.body());
          add(
              heads,
              tokenizer,
              skill.name().orElse("") + "\n" + skill.description().orElse("") + "\n");
        });
    String said =
        "bodies: median %.1f %%, 95 %% %.1f %%; name and description: median %.1f %%, 95 %% %.1f %%"
            .formatted(at(bodies, 0.5), at(bodies, 0.95), at(heads, 0.5), at(heads, 0.95));
    System.out.println(said);
    assertThat(at(bodies, 0.5)).as(said).isLessThan(3);
    assertThat(at(bodies, 0.95)).as(said).isLessThan(9);
    assertThat(at(heads, 0.5)).as(said).isLessThan(8);
    assertThat(at(heads, 0.95)).as(said).isLessThan(20);
  }

  private static void add(List<Double> errors, Encoding tokenizer, String text) {
    int real = tokenizer.countTokensOrdinary(text);
    if (real >= 20) {
      errors.add(100.0 * Math.abs(TokenEstimate.of(text) - real) / real);
    }
  }

  private static double at(List<Double> errors, double share) {
    return errors.stream().sorted().toList().get((int) (errors.size() * share));
  }
}
