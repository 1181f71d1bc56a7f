package app.satchel.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.satchel.instance.OneInstance.Start;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where starts meet, and whose folder that may be. */
@DisabledOnOs(OS.WINDOWS)
class MeetingPlaceTest {
  @TempDir Path temp;

  private Path deep() {
    return temp.resolve("a-rather-long-name".repeat(6)).resolve("run");
  }

  private static FirstInstance first(MeetingPlace place) {
    return ((Start.First) OneInstance.claim(place, words -> {})).instance();
  }

  @Test
  void aShortPathIsTakenAsItIs() {
    Path run = Path.of("/home/ada/.local/share/satchel/run");
    assertThat(MeetingPlace.of(run, Map.of("XDG_RUNTIME_DIR", temp.toString()), temp).folder())
        .isEqualTo(run);
  }

  @Test
  void aLongOneGivesWayToAShortPrivateFolder() throws Exception {
    Path runtime = Files.createDirectory(temp.resolve("r"));
    Map<String, String> environment = Map.of("XDG_RUNTIME_DIR", runtime.toString());
    MeetingPlace place = MeetingPlace.of(deep(), environment, temp);

    assertThat(place.folder().getParent()).isEqualTo(runtime);
    assertThat(place).isEqualTo(MeetingPlace.of(deep(), environment, temp));
    assertThat(place)
        .isNotEqualTo(
            MeetingPlace.of(deep().resolveSibling("other").resolve("run"), environment, temp));
    assertThat(place.socket().toString().getBytes(StandardCharsets.UTF_8).length)
        .isLessThanOrEqualTo(MeetingPlace.MOST_BYTES);
  }

  @Test
  void withoutAFolderForItTheTemporaryOneServes() {
    Path elsewhere = Path.of("/tmp");
    for (String useless : List.of("", "relative", "/no/such/folder/on/this/computer")) {
      Path folder = MeetingPlace.of(deep(), Map.of("XDG_RUNTIME_DIR", useless), elsewhere).folder();
      assertThat(folder.getParent()).isEqualTo(elsewhere);
    }
  }

  @Test
  void startsOfALongHomeMeet() throws Exception {
    Files.createDirectories(deep().getParent());
    Path runtime = Files.createTempDirectory(Path.of("/tmp"), "s");
    try {
      MeetingPlace place =
          MeetingPlace.of(deep(), Map.of("XDG_RUNTIME_DIR", runtime.toString()), temp);
      FirstInstance first = first(place);
      assertThat(OneInstance.join(place, List.of(), Duration.ofSeconds(5), words -> {}))
          .isEqualTo(new Start.HandedOver(0));
      first.close();
    } finally {
      app.satchel.disk.FolderTree.delete(runtime);
    }
  }

  @Test
  void aFolderThatOthersMayWriteToIsRefused() throws Exception {
    for (String open : List.of("rwxrwx---", "rwx----w-", "rwxrwxrwx")) {
      Path run = Files.createDirectory(temp.resolve("run-" + open));
      Files.setPosixFilePermissions(run, PosixFilePermissions.fromString(open));
      assertThatThrownBy(() -> Ownership.claim(run))
          .isInstanceOf(UntrustedPlaceException.class)
          .hasMessageContaining("may be changed by others");
      assertThat(OneInstance.join(new MeetingPlace(run), List.of(), Duration.ofSeconds(1), w -> {}))
          .isInstanceOf(Start.NoPlace.class);
      assertThat(run).isEmptyDirectory();
    }
  }

  @Test
  void aFolderThatOthersMayReadIsClosed() throws Exception {
    Path run = Files.createDirectory(temp.resolve("run"));
    Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwxr-xr-x"));
    Ownership.claim(run);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run)))
        .isEqualTo("rwx------");
  }

  @Test
  void aLinkInPlaceOfTheFolderIsRefused() throws Exception {
    Path real = Files.createDirectory(temp.resolve("real"));
    Path run = Files.createSymbolicLink(temp.resolve("run"), real);
    assertThatThrownBy(() -> Ownership.claim(run))
        .isInstanceOf(UntrustedPlaceException.class)
        .hasMessageContaining("is no folder");
  }

  @Test
  void aLinkInPlaceOfTheLockIsNotFollowed() throws Exception {
    Path run = temp.resolve("run");
    Ownership.claim(run);
    Path precious = Files.writeString(temp.resolve("precious"), "mine");
    Files.createSymbolicLink(run.resolve("window.lock"), precious);
    assertThat(OneInstance.join(new MeetingPlace(run), List.of(), Duration.ofSeconds(1), w -> {}))
        .isInstanceOf(Start.NoPlace.class);
    assertThat(precious).hasContent("mine");
  }

  @Test
  void whatBelongsToSomebodyElseIsRefused() throws Exception {
    Path run = temp.resolve("run");
    Ownership.claim(run);
    UserPrincipal other =
        run.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    try {
      Files.setOwner(run, other);
    } catch (java.io.IOException e) {
      assumeTrue(false, "only root can give a folder away");
    }
    assertThatThrownBy(() -> Ownership.claim(run))
        .isInstanceOf(UntrustedPlaceException.class)
        .hasMessageContaining("belongs to");
  }

  @Test
  void aSocketOfSomebodyElseIsNotSpokenTo() throws Exception {
    MeetingPlace place = new MeetingPlace(temp.resolve("run"));
    FirstInstance first = first(place);
    try {
      Files.setPosixFilePermissions(place.socket(), PosixFilePermissions.fromString("rw-rw-rw-"));
      assertThatThrownBy(() -> Ownership.requireOwnSocket(place.socket()))
          .isInstanceOf(UntrustedPlaceException.class);
      assertThat(OneInstance.join(place, List.of("/a"), Duration.ofSeconds(1), words -> {}))
          .isInstanceOf(Start.NoPlace.class);
    } finally {
      first.close();
    }
  }
}
