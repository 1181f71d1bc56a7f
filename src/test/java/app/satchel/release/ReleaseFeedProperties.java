package app.satchel.release;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.semver4j.Semver;

/** A feed is a stranger's text: whatever it holds, it is a feed or it is said to be none. */
class ReleaseFeedProperties {
  private static final String GOOD =
      """
      {"format":1,"releases":[{"version":"0.2.0","date":"2027-01-15","notes":"# New","page":"https://a.b/",
       "downloads":[{"system":"linux","arch":"x64","file":"satchel_0.2.0_amd64.deb","url":"https://a.b/x.deb",
       "size":12,"sha256":"%s","signature":{"key":"k","value":"AAAA"}}]}]}
      """
          .formatted("0".repeat(64));

  @Property
  void versionsAreReadOrPassedOver(@ForAll @StringLength(max = 80) String text) {
    ReleaseFeed.version(text)
        .ifPresent(version -> assertThat(version.compareTo(Semver.parse("0.0.0"))).isNotNull());
  }

  @Property
  void numbersOfAnySizeAreReadOrPassedOver(
      @ForAll @IntRange(min = 1, max = 60) int digits, @ForAll @IntRange(min = 0, max = 2) int at) {
    String[] parts = {"1", "2", "3"};
    parts[at] = "9".repeat(digits);
    ReleaseFeed.version(String.join(".", parts))
        .ifPresent(version -> assertThat(version.compareTo(version)).isZero());
  }

  @Property(tries = 2000)
  void damagedFeedsAreReadOrSaidToBeNone(@ForAll long seed, @ForAll @IntRange(max = 12) int edits) {
    byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
    Random random = new Random(seed);
    for (int i = 0; i < edits; i++) {
      switch (random.nextInt(3)) {
        case 0 -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        case 1 -> bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
        default -> {
          int from = random.nextInt(bytes.length);
          int count = Math.min(random.nextInt(20), bytes.length - from);
          System.arraycopy(bytes, from, bytes, random.nextInt(bytes.length - count + 1), count);
        }
      }
    }
    try {
      ReleaseFeed feed = ReleaseFeed.parse(bytes, Addresses::safe);
      feed.releases()
          .forEach(
              one ->
                  one.downloads()
                      .forEach(file -> assertThat(file.name()).doesNotContain("/", "\\", "..")));
    } catch (ProblemException e) {
      assertThat(e.problem().code()).isEqualTo("feed-unreadable");
    }
  }
}
