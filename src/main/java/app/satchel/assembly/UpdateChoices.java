package app.satchel.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;

/**
 * What a person chose of new versions of Satchel.
 *
 * @param daily whether to look once a day; no until the person says so
 * @param feed where to look, or null for the place that came with Satchel
 * @param preReleases whether test versions count
 * @param skipped the version that is not to be offered again; empty for none
 * @param asked when was last looked, or null
 */
public record UpdateChoices(
    boolean daily, URI feed, boolean preReleases, String skipped, Instant asked) {
  private static final String DAILY = "daily";
  private static final String FEED = "feed";
  private static final String PRE_RELEASES = "preReleases";
  private static final String SKIPPED = "skipped";
  private static final String ASKED = "asked";

  public UpdateChoices {
    Objects.requireNonNull(skipped);
  }

  static UpdateChoices read(JsonNode said) {
    return new UpdateChoices(
        said.path(DAILY).isBoolean() && said.path(DAILY).booleanValue(),
        SelfUpdates.feed(said.path(FEED).asText("")).orElse(null),
        said.path(PRE_RELEASES).isBoolean() && said.path(PRE_RELEASES).booleanValue(),
        said.path(SKIPPED).asText(""),
        instant(said.path(ASKED).asText("")));
  }

  private static Instant instant(String text) {
    try {
      return text.isEmpty() ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  void write(ObjectNode to) {
    to.put(DAILY, daily).put(PRE_RELEASES, preReleases);
    put(to, FEED, feed);
    put(to, SKIPPED, skipped.isEmpty() ? null : skipped);
    put(to, ASKED, asked);
  }

  private static void put(ObjectNode to, String name, Object value) {
    if (value == null) {
      to.remove(name);
    } else {
      to.put(name, value.toString());
    }
  }

  public UpdateChoices withDaily(boolean on) {
    return new UpdateChoices(on, feed, preReleases, skipped, asked);
  }

  public UpdateChoices withFeed(URI other) {
    return new UpdateChoices(daily, other, preReleases, skipped, asked);
  }

  public UpdateChoices withPreReleases(boolean count) {
    return new UpdateChoices(daily, feed, count, skipped, asked);
  }

  public UpdateChoices withSkipped(String version) {
    return new UpdateChoices(daily, feed, preReleases, version, asked);
  }

  public UpdateChoices withAsked(Instant when) {
    return new UpdateChoices(daily, feed, preReleases, skipped, when);
  }
}
