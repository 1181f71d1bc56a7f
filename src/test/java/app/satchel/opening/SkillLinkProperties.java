package app.satchel.opening;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.problem.ProblemException;
import app.satchel.skill.Namespace;
import java.net.URI;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SkillLinkProperties {
  private static final String PLAIN =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  /** Any text at all: read, or refused in words, and nothing else. */
  @Property(tries = 5_000)
  void neverFailsInAnotherWay(@ForAll String text) {
    readOrRefuse(text);
    readOrRefuse("satchel:" + text);
    readOrRefuse("satchel://skill/" + text);
    readOrRefuse("satchel://skill/@a/b/c?source=" + text);
    assertThat(Opening.of(text)).isNotNull();
    assertThat(Opening.of("file:" + text)).isNotNull();
  }

  /** Texts that are nearly links: what is read names nothing but what stands there. */
  @Property(tries = 20_000)
  void whatIsReadStandsThere(@ForAll("nearLinks") String text) {
    SkillLink link = readOrRefuse(text);
    if (link != null) {
      String path = text.substring("satchel://skill/".length());
      int end = path.indexOf('?');
      assertThat(link.skill().toString()).isEqualTo(end < 0 ? path : path.substring(0, end));
      assertThat(SkillLink.parse(link.toString())).isEqualTo(link);
      if (link.source() instanceof LinkSource.At(URI address)) {
        assertThat(address.getUserInfo()).isNull();
        assertThat(address.getRawQuery()).isNull();
        assertThat(address.getRawFragment()).isNull();
        assertThat(address.normalize()).isEqualTo(address);
      }
    }
  }

  @Property
  void aLinkIsReadBackAsItWasWritten(@ForAll("links") SkillLink link) {
    assertThat(SkillLink.parse(link.toString())).isEqualTo(link);
  }

  private static SkillLink readOrRefuse(String text) {
    try {
      return SkillLink.parse(text);
    } catch (ProblemException e) {
      assertThat(e.problem().code()).startsWith("link-");
      return null;
    }
  }

  @Provide
  Arbitrary<String> nearLinks() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "/",
            "@",
            "a",
            "b.c",
            "..",
            ".",
            "%",
            "%2e",
            "%2F",
            "?",
            "source=",
            "&",
            "#",
            ":",
            "//",
            "https",
            "http",
            "x.example",
            "localhost",
            "skill",
            "\\",
            "=",
            "[",
            "]",
            "::1",
            "80");
    Arbitrary<String> tail = piece.list().ofMaxSize(9).map(pieces -> String.join("", pieces));
    Arbitrary<String> start =
        Arbitraries.of(
            "satchel://skill/",
            "satchel://skill/@a/",
            "satchel://skill/@a/b/c",
            "satchel://skill/@a/b/c?source=",
            "satchel://skill/@a/b/c?source=https://",
            "satchel://skill/@a/b/c?source=https%3A%2F%2F");
    return Combinators.combine(start, tail).as(String::concat);
  }

  @Provide
  Arbitrary<SkillLink> links() {
    Arbitrary<String> segment =
        Arbitraries.strings()
            .withChars(PLAIN + "-._~+")
            .ofMinLength(1)
            .ofMaxLength(60)
            .filter(text -> !text.equals(".") && !text.equals(".."));
    Arbitrary<Namespace> skill = Combinators.combine(segment, segment, segment).as(Namespace::new);
    Arbitrary<LinkSource> named =
        Arbitraries.strings()
            .withChars(PLAIN)
            .ofMinLength(1)
            .ofMaxLength(40)
            .map(LinkSource.Named::new);
    Arbitrary<LinkSource> at =
        Combinators.combine(
                Arbitraries.strings().withChars("abcxyz").ofMinLength(1).ofMaxLength(20),
                Arbitraries.strings().withChars(PLAIN + "-_~+!").ofMaxLength(20),
                Arbitraries.integers().between(1, 65_535))
            .as(
                (host, path, port) ->
                    new LinkSource.At(
                        URI.create(
                            "https://"
                                + host
                                + ".example:"
                                + port
                                + (path.isEmpty() ? "" : "/" + path))));
    Arbitrary<LinkSource> source = Arbitraries.oneOf(named, at).injectNull(0.3);
    return Combinators.combine(skill, source).as(SkillLink::new);
  }
}
