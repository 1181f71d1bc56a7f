package app.satchel.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.markdown.LinkTarget.InPackage;
import app.satchel.markdown.LinkTarget.Inert;
import app.satchel.markdown.LinkTarget.Reason;
import app.satchel.markdown.LinkTarget.Web;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkPolicyTest {
  private final LinkPolicy policy = new LinkPolicy("SKILL.md");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "vbscript:x",
        "ms-msdt:x",
        "C:\\Windows\\x",
        "blob:x",
        "a/b:c"
      })
  void followsNoOtherScheme(String target) {
    assertThat(policy.resolve(target))
        .isInstanceOfSatisfying(
            Inert.class, inert -> assertThat(inert.reason()).isEqualTo(Reason.SCHEME));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        "a/../../x",
        "/etc/passwd",
        "..%2f..%2fx",
        "..\\..\\x",
        "~/x",
        "%2e%2e/x",
        "a/%2E%2E/../x"
      })
  void staysInsideThePackage(String target) {
    assertThat(policy.resolve(target))
        .isInstanceOfSatisfying(
            Inert.class, inert -> assertThat(inert.reason()).isEqualTo(Reason.OUTSIDE_PACKAGE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java\u200Bscript:x", "https://", "https:///x", "http://a:b:c/",
            "https://exa\u202Emple.org",
        "a\nb", "https://[::1", "mailto:a@b@c", "mailto:", "https://exa mple.org"
      })
  void refusesWhatCannotBeRead(String target) {
    assertThat(policy.resolve(target)).isInstanceOf(Inert.class);
  }

  @ParameterizedTest
  @CsvSource({
    "https://Example.ORG, https://example.org, example.org",
    "HTTP://example.org:8080/a, http://example.org:8080/a, example.org",
    "//example.org/x, https://example.org/x, example.org",
    "https://claude.ai@evil.example/x, https://evil.example/x, evil.example",
    "https://claude.ai%2F@evil.example/x, https://evil.example/x, evil.example",
    "https://example.org/a b{c}?q=[1]#f, https://example.org/a%20b%7Bc%7D?q=%5B1%5D#f, example.org",
    "https://m\u00FCnchen.example/, https://xn--mnchen-3ya.example/, m\u00FCnchen.example"
        + " (xn--mnchen-3ya.example)",
    "https://xn--pple-43d.com/, https://xn--pple-43d.com/, \u0430pple.com (xn--pple-43d.com)",
    "https://[::1]:80/x, https://[::1]:80/x, [::1]"
  })
  void saysTheHostThatIsReallyAsked(String target, String uri, String host) {
    assertThat(policy.resolve(target))
        .isInstanceOfSatisfying(
            Web.class,
            web -> {
              assertThat(web.uri()).hasToString(uri);
              assertThat(web.host()).isEqualTo(host);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "references/a.md, references/a.md, ''",
    "./references//a.md#part-2, references/a.md, part-2",
    "scripts\\run.py, scripts/run.py, ''",
    "a%20b/c.md?raw=1, a b/c.md, ''",
    "a/../b, b, ''",
    "., '', ''"
  })
  void normalisesPathsOfThePackage(String target, String path, String anchor) {
    assertThat(policy.resolve(target)).isEqualTo(new InPackage(path, anchor));
  }

  @Test
  void knowsPlacesAndAddresses() {
    assertThat(policy.resolve("#a%20b")).isEqualTo(new LinkTarget.InDocument("a b"));
    assertThat(policy.resolve("mailto:a@b.example?subject=x&body=y"))
        .isEqualTo(new LinkTarget.Mail("a@b.example"));
  }
}
