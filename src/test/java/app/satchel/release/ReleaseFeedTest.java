package app.satchel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.satchel.problem.ProblemException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semver4j.Semver;

class ReleaseFeedTest {
  private static ReleaseFeed read(String json) {
    return ReleaseFeed.parse(json.getBytes(StandardCharsets.UTF_8), Addresses::safe);
  }

  private static ReleaseFeed versions(String... versions) {
    StringBuilder all = new StringBuilder();
    for (String version : versions) {
      all.append(all.isEmpty() ? "" : ",").append("{\"version\":\"").append(version).append("\"}");
    }
    return read("{\"releases\":[" + all + "]}");
  }

  @Test
  void whatCameWithThisVersionIsDatedAndMakesSense() {
    assertThat(ReleasePlace.bundled().asOf()).isAfter(LocalDate.of(2026, 1, 1));
    // Nothing has been released, and nothing pretends to have been: whoever adds a feed adds a key.
    assertThat(ReleasePlace.bundled().feed() == null).isEqualTo(ReleaseKeys.bundled().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    // mine, pre-releases count, offered
    "0.1.0, false, 0.3.0",
    "0.1.0, true, 0.4.0-beta.10",
    "0.3.0, false, ",
    "0.3.0, true, 0.4.0-beta.10",
    "0.4.0-beta.2, false, ",
    "0.4.0-beta.2, true, 0.4.0-beta.10",
    "0.4.0-beta.10, true, ",
    "0.2.0-rc.1, false, 0.3.0",
    "0.10.0, true, ",
    "0.3.0+build.7, false, "
  })
  void onlyWhatIsNewerIsOffered(String mine, boolean preReleases, String offered) {
    Optional<String> newer =
        versions("0.2.0", "0.4.0-beta.10", "0.3.0", "0.4.0-beta.9", "0.3.0+build.1", "0.1.0")
            .newerThan(Semver.parse(mine), preReleases)
            .map(one -> one.version().toString());
    assertThat(newer.map(text -> text.replaceAll("\\+.*", "")))
        .isEqualTo(Optional.ofNullable(offered));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.2",
        "v1.2.3",
        "01.2.3",
        "1.2.3 ",
        "1.2.3-",
        "latest",
        "1.2.3\\n",
        "<b>1.2.3</b>",
        "99999999999999999999999999.0.0.0"
      })
  void whatIsNoVersionIsNoRelease(String version) {
    assertThat(versions(version).releases()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "7", "null", "{}", "{\"releases\":{}}", "\u0000"})
  void whatIsNoFeedIsSaidToBeNone(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo("feed-unreadable"));
    assertThatThrownBy(() -> read("{\"a\":".repeat(5000))).isInstanceOf(ProblemException.class);
  }

  @Test
  void entriesThatMakeNoSensePassAndTheOthersStay() {
    ReleaseFeed feed =
        read(
            """
            {"format":9,"new":1,"releases":[7,{},{"version":7},null,
              {"version":"1.0.0","date":"tomorrow","notes":{"x":1},"page":"javascript:alert(1)",
               "downloads":[{"url":"https://a.b/x.deb"},7,{"file":"x.deb"}]},
              {"version":"1.0.0","notes":"a second time"},
              {"version":"2.0.0","page":"http://a.b/"}]}
            """);
    assertThat(feed.releases()).hasSize(2);
    Release first = feed.releases().getFirst();
    assertThat(first.date()).isNull();
    assertThat(first.notes()).isEmpty();
    assertThat(first.page()).isNull();
    assertThat(first.downloads()).isEmpty();
    assertThat(feed.releases().getLast().page()).isNull();
  }

  @Test
  void muchOfEverythingIsCut() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      all.append(i == 0 ? "" : ",").append("{\"version\":\"1.0." + i + "\"}");
    }
    assertThat(read("{\"releases\":[" + all + "]}").releases()).hasSize(200);
    String notes = "x".repeat(500_000);
    assertThat(
            read("{\"releases\":[{\"version\":\"1.0.0\",\"notes\":\"" + notes + "\"}]}")
                .releases()
                .getFirst()
                .notes())
        .hasSize(40_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.deb",
        "/etc/x.deb",
        "..\\\\x.msi",
        ".hidden.deb",
        "x.sh",
        "x.exe",
        "x.deb.exe",
        "x",
        "a b.deb",
        "x\\u202edeb.msi",
        "CON:x.deb",
        ""
      })
  void namesThatAreNoPackagesAreNone(String name) throws Exception {
    Signer signer = new Signer("k");
    ObjectNode release =
        signer.release("1.0.0", "linux", "x.deb", new byte[] {1}, "https://a.b/x.deb");
    ((ObjectNode) release.at("/downloads/0"))
        .set("file", new ObjectMapper().readTree("\"" + name + "\""));
    assertThat(read(Signer.feed(release).toString()).releases().getFirst().downloads()).isEmpty();
  }

  @Test
  void eachSystemGetsWhatInstallsThere() throws Exception {
    Signer signer = new Signer("k");
    ObjectNode release =
        signer.release("1.0.0", "linux", "x.tar.gz", new byte[] {1}, "https://a.b/x.tar.gz");
    for (String[] one :
        new String[][] {{"linux", "x.rpm"}, {"linux", "x.deb"}, {"windows", "x.msi"}}) {
      release
          .withArrayProperty("downloads")
          .add(
              signer
                  .release("1.0.0", one[0], one[1], new byte[] {1}, "https://a.b/" + one[1])
                  .at("/downloads/0"));
    }
    Release read = read(Signer.feed(release).toString()).releases().getFirst();
    assertThat(best("linux", "x64", read, ".deb", ".tar.gz")).contains("x.deb");
    assertThat(best("linux", "x64", read, ".tar.gz")).contains("x.tar.gz");
    assertThat(best("windows", "x64", read, ".msi")).contains("x.msi");
    assertThat(best("linux", "aarch64", read, ".deb")).isEmpty();
    assertThat(best("macos", "x64", read, ".dmg")).isEmpty();
  }

  private static Optional<String> best(
      String system, String arch, Release release, String... kinds) {
    return new OwnSystem(system, arch, java.util.List.of(kinds))
        .best(release)
        .map(ReleaseFile::name);
  }
}
