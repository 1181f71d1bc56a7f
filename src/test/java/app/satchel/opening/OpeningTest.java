package app.satchel.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTest {
  @TempDir Path here;

  @Test
  void aPathIsAPlaceThereOrNot() {
    Path file = here.resolve("a skill.zip");
    assertThat(Opening.of(file.toString())).isEqualTo(new Opening.Place(file));
  }

  @Test
  void aFilesAddressIsItsPath() {
    Path file = here.resolve("a skill \u00e9 100%.zip");
    assertThat(Opening.of(file.toUri().toString())).isEqualTo(new Opening.Place(file));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFilesAddressMayNameThisComputer() {
    assertThat(Opening.of("file://localhost/tmp/a%20b.zip"))
        .isEqualTo(new Opening.Place(Path.of("/tmp/a b.zip")));
    assertThat(Opening.of("FILE:/tmp/a.zip")).isEqualTo(new Opening.Place(Path.of("/tmp/a.zip")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file://elsewhere.example/tmp/a.zip",
        "file:///tmp/a.zip?x=1",
        "file:///tmp/a.zip#x",
        "file:///tmp/%zz",
        "file:///tmp/%00",
        "file:relative.zip",
        "file:",
        "file:///tmp/a b"
      })
  void otherAddressesOfFilesAreSaidToBeNone(String address) {
    assertThat(Opening.of(address))
        .isInstanceOfSatisfying(
            Opening.Unusable.class,
            one -> assertThat(one.problem().code()).isEqualTo("file-address"));
  }

  @Test
  void aLinkIsReadAndABrokenOneSaysWhy() {
    assertThat(Opening.of("satchel://skill/@a/b/c"))
        .isEqualTo(new Opening.Link(SkillLink.parse("satchel://skill/@a/b/c")));
    assertThat(Opening.of("satchel://install/@a/b/\u202ec"))
        .isInstanceOfSatisfying(
            Opening.Unusable.class,
            one -> {
              assertThat(one.word()).isEqualTo("satchel://install/@a/b/?c");
              assertThat(one.problem().code()).isEqualTo("link-characters");
            });
  }

  @Test
  void whatIsNotAbsoluteCameFromNobodyWhoKnowsTheProtocol() {
    assertThat(Opening.of("relative")).isInstanceOf(Opening.Unusable.class);
    assertThat(Opening.of("")).isInstanceOf(Opening.Unusable.class);
    assertThat(Opening.of("a\u0000b")).isInstanceOf(Opening.Unusable.class);
  }

  @Test
  void aWordIsMadeAbsoluteUnlessItSaysWhereItIs() {
    assertThat(Opening.absolute("a.skill", here)).isEqualTo(here.resolve("a.skill").toString());
    assertThat(Opening.absolute("satchel://skill/@a/b/c", here))
        .isEqualTo("satchel://skill/@a/b/c");
    assertThat(Opening.absolute("file:///a", here)).isEqualTo("file:///a");
    assertThat(Opening.absolute("a\u0000b", here)).isEqualTo("a\u0000b");
  }

  @Test
  void aCommandIsNeverMistakenForSomethingToOpen() throws Exception {
    Files.createDirectory(here.resolve("check"));
    assertThat(Opening.isUnmistakable("check")).isFalse();
    assertThat(Opening.isUnmistakable("@owner/repo/skill")).isFalse();
    assertThat(Opening.isUnmistakable("frobnicate")).isFalse();
    assertThat(Opening.isUnmistakable("./check")).isTrue();
    assertThat(Opening.isUnmistakable("a.SKILL")).isTrue();
    assertThat(Opening.isUnmistakable("Satchel://anything")).isTrue();
    assertThat(Opening.isMeant("check", here)).isTrue();
    assertThat(Opening.isMeant("frobnicate", here)).isFalse();
    assertThat(Opening.isMeant("", here)).isFalse();
    assertThat(Opening.isMeant("a\u0000b", here)).isFalse();
  }

  @Test
  void requestsWaitForTheWindowAndThenGoThrough() {
    OpenRequests requests = new OpenRequests();
    requests.add(List.of("/a"));
    requests.add(List.of());
    List<List<String>> taken = new ArrayList<>();
    requests.to(taken::add);
    requests.add(List.of("/b"));
    assertThat(taken).containsExactly(List.of("/a"), List.of(), List.of("/b"));
  }

  @Test
  void aWindowThatNeverComesIsNoReasonToKeepEverything() {
    OpenRequests requests = new OpenRequests();
    for (int i = 0; i < 10_000; i++) {
      requests.add(List.of("/" + i));
    }
    List<List<String>> taken = new ArrayList<>();
    requests.to(taken::add);
    assertThat(taken).hasSizeLessThan(100);
  }
}
