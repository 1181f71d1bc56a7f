package app.satchel.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LinkPolicyProperties {
  private final LinkPolicy policy = new LinkPolicy("references/deep/a.md");

  @Provide
  Arbitrary<String> targets() {
    return Arbitraries.of(
            "..",
            ".",
            "/",
            "\\",
            "%2e",
            "%2f",
            "%5c",
            "a",
            "b.md",
            "#",
            "?",
            ":",
            "@",
            "//",
            "http",
            "https://",
            "javascript:",
            "file:",
            " ",
            "%",
            "%zz",
            "\u202E",
            "\u00FC",
            "[",
            "]",
            "~")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 3_000)
  void nothingEscapes(@ForAll("targets") String target) {
    switch (policy.resolve(target)) {
      case LinkTarget.InPackage(String path, _) -> {
        assertThat(path).doesNotStartWith("/").doesNotContain("\\", ":");
        assertThat(Arrays.asList(path.split("/"))).doesNotContain("..", ".");
      }
      case LinkTarget.Web(java.net.URI uri, String host, String _) -> {
        assertThat(uri.getScheme()).isIn("http", "https");
        assertThat(uri.getUserInfo()).isNull();
        assertThat(host).contains(uri.getHost());
      }
      case LinkTarget.Mail(String address) -> assertThat(address).contains("@");
      case LinkTarget.InDocument _, LinkTarget.Inert _ -> {}
    }
  }

  @Property
  void neverFails(@ForAll String target) {
    assertThat(policy.resolve(target)).isNotNull();
  }
}
