package app.satchel.instance;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.instance.OneInstance.Start;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OneInstanceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration SHORT = Duration.ofMillis(150);

  @TempDir Path home;

  private final List<FirstInstance> open = Collections.synchronizedList(new ArrayList<>());
  private final BlockingQueue<List<String>> taken = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    open.forEach(FirstInstance::close);
  }

  private MeetingPlace place() {
    return MeetingPlace.of(home.resolve("run"), Map.of(), home);
  }

  private Start join(Duration patience, String... words) {
    Start start = OneInstance.join(place(), List.of(words), patience, taken::add);
    if (start instanceof Start.First(FirstInstance instance)) {
      open.add(instance);
    }
    return start;
  }

  @Test
  void theSecondHandsOverToTheFirst() throws Exception {
    assertThat(join(PATIENCE, "/ignored, as it is the first's own"))
        .isInstanceOf(Start.First.class);

    assertThat(join(PATIENCE, "/a b", "satchel://skill/@a/b/c", "/\u00e9\u4e16\uD83D\uDE00"))
        .isEqualTo(new Start.HandedOver(0));
    assertThat(join(PATIENCE)).isEqualTo(new Start.HandedOver(0));

    assertThat(taken.poll(5, TimeUnit.SECONDS))
        .containsExactly("/a b", "satchel://skill/@a/b/c", "/\u00e9\u4e16\uD83D\uDE00");
    assertThat(taken.poll(5, TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void ofManyAtOnceOneIsTheFirstAndNothingIsLost() throws Exception {
    int starts = 16;
    try (ExecutorService threads = Executors.newFixedThreadPool(starts)) {
      List<Callable<Start>> work = new ArrayList<>();
      for (int i = 0; i < starts; i++) {
        String word = "/" + i;
        work.add(() -> join(Duration.ofSeconds(20), word));
      }
      List<Start> results = new ArrayList<>();
      for (Future<Start> future : threads.invokeAll(work)) {
        results.add(future.get());
      }
      assertThat(results).filteredOn(Start.First.class::isInstance).hasSize(1);
      assertThat(results).filteredOn(new Start.HandedOver(0)::equals).hasSize(starts - 1);
    }
    assertThat(taken).hasSize(starts - 1).doesNotHaveDuplicates();
  }

  @Test
  void whenTheFirstLeavesTheNextIsTheFirst() {
    join(PATIENCE);
    open.removeFirst().close();
    assertThat(place().socket()).doesNotExist();

    assertThat(join(PATIENCE, "/a")).isInstanceOf(Start.First.class);
  }

  @Test
  void aSocketThatACrashLeftIsReplaced() throws Exception {
    Ownership.claim(place().folder());
    ServerSocketChannel crashed = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    crashed.bind(UnixDomainSocketAddress.of(place().socket()));
    crashed.close(); // The file stays, as after a crash, and nobody holds the lock.
    assertThat(place().socket()).exists();

    assertThat(join(PATIENCE, "/a")).isInstanceOf(Start.First.class);
    assertThat(join(PATIENCE, "/b")).isEqualTo(new Start.HandedOver(0));
  }

  @Test
  void aFileInPlaceOfTheSocketIsReplacedToo() throws Exception {
    Ownership.claim(place().folder());
    Files.writeString(place().socket(), "no socket");

    assertThat(join(PATIENCE)).isInstanceOf(Start.First.class);
  }

  @Test
  void oneThatDoesNotListenIsNotWaitedForForEver() throws Exception {
    join(PATIENCE);
    Files.delete(place().socket());

    assertThat(join(SHORT, "/a")).isEqualTo(new Start.NoAnswer());
  }

  @Test
  void oneThatTakesTheConnectionAndSaysNothingIsNotWaitedForForEver() throws Exception {
    join(PATIENCE);
    Files.delete(place().socket());
    try (ServerSocketChannel silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      silent.bind(UnixDomainSocketAddress.of(place().socket()));
      Ownership.close(place().socket());

      assertThat(join(SHORT, "/a")).isEqualTo(new Start.NoAnswer());
    }
  }

  @Test
  void differentHomesAreDifferentInstances() {
    assertThat(join(PATIENCE)).isInstanceOf(Start.First.class);
    MeetingPlace other = MeetingPlace.of(home.resolve("other/run"), Map.of(), home);
    Start start = OneInstance.join(other, List.of(), PATIENCE, taken::add);
    assertThat(start)
        .isInstanceOfSatisfying(Start.First.class, first -> open.add(first.instance()));
  }

  @Test
  void claimingNeverDisturbsTheOneThatIsThere() {
    open.add(((Start.First) OneInstance.claim(place(), taken::add)).instance());
    assertThat(OneInstance.claim(place(), taken::add)).isEqualTo(new Start.Alone());
    assertThat(join(PATIENCE, "/a")).isEqualTo(new Start.HandedOver(0));
    assertThat(taken).hasSize(1);
  }

  @Test
  void whatIsTooMuchIsCutAndSaid() throws Exception {
    join(PATIENCE);
    String[] words = new String[Message.MOST_WORDS + 44];
    for (int i = 0; i < words.length; i++) {
      words[i] = "/" + i;
    }
    assertThat(join(PATIENCE, words)).isEqualTo(new Start.HandedOver(44));
    assertThat(taken.poll(5, TimeUnit.SECONDS)).hasSize(Message.MOST_WORDS).startsWith("/0");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void folderAndSocketAreOfTheirOwnerAlone() throws Exception {
    join(PATIENCE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place().folder())))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place().socket())))
        .isEqualTo("rw-------");
  }
}
