package app.satchel.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SkillLinkTest {
  @Test
  void namesASkill() {
    SkillLink link = SkillLink.parse("satchel://skill/@acme/tool.box/tidy_desk-2");
    assertThat(link.skill()).hasToString("@acme/tool.box/tidy_desk-2");
    assertThat(link.from()).isEmpty();
  }

  @Test
  void theSkillOfARepositorysRootIsOne() {
    assertThat(SkillLink.parse("satchel://skill/@acme/box/SKILL.md").skill().skill())
        .isEqualTo("SKILL.md");
  }

  @Test
  void theSchemeIsTheSameInAnyCasing() {
    assertThat(SkillLink.parse("SATCHEL://skill/@a/b/c"))
        .isEqualTo(SkillLink.parse("satchel://skill/@a/b/c"));
  }

  @Test
  void namesASourceByItsName() {
    assertThat(SkillLink.parse("satchel://skill/@a/b/c?source=team-skills").source())
        .isEqualTo(new LinkSource.Named("team-skills"));
  }

  @ParameterizedTest
  @CsvSource({
    "https%3A%2F%2Fskills.acme.example, https://skills.acme.example",
    "https://skills.acme.example:8443/market, https://skills.acme.example:8443/market",
    "https%3a%2f%2fskills.acme.example%2fa%2f, https://skills.acme.example/a",
    "http://localhost:8080, http://localhost:8080",
    "http%3A%2F%2F127.0.0.1%3A8080, http://127.0.0.1:8080",
    "http://[::1]:8080, http://[::1]:8080"
  })
  void namesASourceByItsAddress(String value, String address) {
    assertThat(SkillLink.parse("satchel://skill/@a/b/c?source=" + value).source())
        .isEqualTo(new LinkSource.At(URI.create(address)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "http://skill/@a/b/c -> link-scheme",
        "satchel:/skill/@a/b/c -> link-scheme",
        "satchel:skill/@a/b/c -> link-scheme",
        "satchelx://skill/@a/b/c -> link-scheme",
        "satchel://install/@a/b/c -> link-authority",
        "satchel://Skill/@a/b/c -> link-authority",
        "satchel:///skill/@a/b/c -> link-authority",
        "satchel://me@skill/@a/b/c -> link-authority",
        "satchel://me:secret@skill/@a/b/c -> link-authority",
        "satchel://skill:80/@a/b/c -> link-authority",
        "satchel://skill@evil.example/@a/b/c -> link-authority",
        "satchel://skill -> link-path",
        "satchel://skill/ -> link-path",
        "satchel://skill/@a/b -> link-path",
        "satchel://skill/@a/b/ -> link-path",
        "satchel://skill/@a/b/c/ -> link-path",
        "satchel://skill/@a/b/c/d -> link-path",
        "satchel://skill//@a/b/c -> link-path",
        "satchel://skill/a/b/c -> link-path",
        "satchel://skill/@/b/c -> link-path",
        "satchel://skill/@@a/b/c -> link-path",
        "satchel://skill/@a/../c -> link-path",
        "satchel://skill/@../b/c -> link-path",
        "satchel://skill/@a/b/. -> link-path",
        "satchel://skill/@a/b/.. -> link-path",
        "satchel://skill/@a/b/%63 -> link-path",
        "satchel://skill/%40a/b/c -> link-path",
        "satchel://skill/@a/b/c%2Fd -> link-path",
        "satchel://skill/@a/b/c%00 -> link-path",
        "satchel://skill/@a/b\\x/c -> link-path",
        "satchel://skill/@a/b/c;x=1 -> link-path",
        "satchel://skill/@a/b/c&source=x -> link-path",
        "satchel://skill/@a/b/$(id) -> link-path",
        "satchel://skill/@a/b/c#top -> link-fragment",
        "satchel://skill/@a/b/c?source=x#top -> link-fragment",
        "satchel://skill/@a/b/c? -> link-query",
        "satchel://skill/@a/b/c?source -> link-query",
        "satchel://skill/@a/b/c?install=yes -> link-query",
        "satchel://skill/@a/b/c?Source=x -> link-query",
        "satchel://skill/@a/b/c?source=x&source=y -> link-query",
        "satchel://skill/@a/b/c?source=x&y=z -> link-query",
        "satchel://skill/@a/b/c?%73ource=x -> link-query",
        "satchel://skill/@a/b/c?source= -> link-source",
        "satchel://skill/@a/b/c?source=a+b -> link-source",
        "satchel://skill/@a/b/c?source=a%20b -> link-source",
        "satchel://skill/@a/b/c?source=-x -> link-source",
        "satchel://skill/@a/b/c?source=x?y -> link-source",
        "satchel://skill/@a/b/c?source=x=y -> link-source",
        "satchel://skill/@a/b/c?source=% -> link-source",
        "satchel://skill/@a/b/c?source=%4 -> link-source",
        "satchel://skill/@a/b/c?source=%zz -> link-source",
        "satchel://skill/@a/b/c?source=x%00 -> link-source",
        "satchel://skill/@a/b/c?source=x%0Ay -> link-source",
        "satchel://skill/@a/b/c?source=%C3%A9 -> link-source",
        "satchel://skill/@a/b/c?source=https%253A%252F%252Fx.example -> link-source",
        "satchel://skill/@a/b/c?source=ftp://x.example -> link-source",
        "satchel://skill/@a/b/c?source=file:///etc/passwd -> link-source",
        "satchel://skill/@a/b/c?source=https:///x -> link-source",
        "satchel://skill/@a/b/c?source=https://me%40x.example -> link-source",
        "satchel://skill/@a/b/c?source=https://me:pw%40x.example -> link-source",
        "satchel://skill/@a/b/c?source=https://x.example/../y -> link-source",
        "satchel://skill/@a/b/c?source=https://x.example/./y -> link-source",
        "satchel://skill/@a/b/c?source=https://x.example//y -> link-source",
        "satchel://skill/@a/b/c?source=https://x.example%3Fa -> link-source",
        "satchel://skill/@a/b/c?source=https://x.example%23a -> link-source",
        "satchel://skill/@a/b/c?source=https://x.example:0 -> link-source",
        "satchel://skill/@a/b/c?source=https://x.example:70000 -> link-source",
        "satchel://skill/@a/b/c?source=https://x.example: -> link-source",
        "satchel://skill/@a/b/c?source=http://x.example -> link-insecure",
        "satchel://skill/@a/b/c?source=http://192.168.1.1 -> link-insecure",
        "satchel://skill/@a/b/c?source=http://localhost.evil.example -> link-insecure"
      })
  void everythingElseIsRefused(String link, String code) {
    assertRefused(link, code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "satchel://skill/@a/b/c ",
        " satchel://skill/@a/b/c",
        "satchel://skill/@a/b/c\n",
        "satchel://skill/@a/b\u0000/c",
        "satchel://skill/@a/b/\u202ec",
        "satchel://skill/@a/b/caf\u00e9",
        "satchel://skill/@a/b/c\u007f",
        "satchel://sk\u0131ll/@a/b/c"
      })
  void charactersThatHideOrTurnAreRefused(String link) {
    assertRefused(link, "link-characters");
  }

  @Test
  void whatIsTooLongIsNotLookedAt() {
    assertRefused("satchel://skill/@a/b/" + "c".repeat(1_000), "link-too-long");
  }

  private static void assertRefused(String link, String code) {
    assertThatThrownBy(() -> SkillLink.parse(link))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(code);
              assertThat(e.problem().kind()).isEqualTo(ProblemKind.INPUT);
              assertThat(e.problem().next()).isNotEmpty();
            });
  }
}
