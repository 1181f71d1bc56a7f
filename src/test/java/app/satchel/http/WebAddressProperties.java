package app.satchel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;

class WebAddressProperties {
  private static final URI BASE = URI.create("https://example.org/base/");

  @Property(tries = 300)
  void whateverIsAskedArrivesAsItWas(@ForAll String text) {
    String sent = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    String query = WebAddress.at(BASE).query("q", sent).uri().getRawQuery();

    assertThat(URLDecoder.decode(query.substring(2), StandardCharsets.UTF_8)).isEqualTo(sent);
  }

  @Property(tries = 300)
  void aSegmentStaysOneSegment(@ForAll @NotEmpty String text) {
    String path = WebAddress.at(BASE).segment(text).uri().getRawPath();

    assertThat(path).startsWith("/base/");
    assertThat(path.substring("/base/".length())).doesNotContain("/", "?", "#");
  }

  @Property(tries = 500)
  void readingNeverFailsAndGivesOnlyTheWeb(@ForAll String text) {
    WebAddress.parse(text, BASE)
        .ifPresent(
            uri -> {
              assertThat(uri.getScheme()).isIn("http", "https", "HTTP", "HTTPS");
              assertThat(uri.getHost()).isNotEmpty();
              assertThat(uri.getUserInfo()).isNull();
            });
  }
}
