package app.satchel.instance;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.instance.OneInstance.Start;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever speaks to the socket without knowing how does no harm, and keeps nobody waiting. */
class HostilePeersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  @TempDir Path home;

  private final BlockingQueue<List<String>> taken = new LinkedBlockingQueue<>();
  private MeetingPlace place;
  private FirstInstance first;

  @BeforeEach
  void listen() {
    place = new MeetingPlace(home.resolve("run"));
    first = ((Start.First) OneInstance.claim(place, taken::add)).instance();
  }

  @AfterEach
  void close() {
    first.close();
  }

  private SocketChannel knock() throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(place.socket()));
    return channel;
  }

  /** What is answered; empty when the connection is closed without a word. */
  private byte[] say(ByteBuffer words) throws IOException {
    try (SocketChannel channel = knock()) {
      try {
        while (words.hasRemaining()) {
          channel.write(words);
        }
        channel.shutdownOutput();
      } catch (IOException e) {
        // It does not listen to the end.
      }
      ByteBuffer answer = ByteBuffer.allocate(64);
      try {
        while (channel.read(answer) >= 0) {
          // until it is closed
        }
      } catch (IOException e) {
        // closed with bytes of ours unread
      }
      return java.util.Arrays.copyOf(answer.array(), answer.position());
    }
  }

  private void assertStillThere() {
    taken.clear();
    assertThat(OneInstance.join(place, List.of("/after"), PATIENCE, words -> {}))
        .isEqualTo(new Start.HandedOver(0));
    assertThat(taken).containsExactly(List.of("/after"));
  }

  private static ByteBuffer bytes(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length);
    for (int value : values) {
      buffer.put((byte) value);
    }
    return buffer.flip();
  }

  @Test
  void garbageIsRefused() throws Exception {
    say(
        ByteBuffer.wrap(
            "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8)));
    say(ByteBuffer.allocate(0));
    say(ByteBuffer.allocate(1 << 20));
    Random random = new Random(7);
    for (int i = 0; i < 100; i++) {
      byte[] noise = new byte[random.nextInt(400)];
      random.nextBytes(noise);
      say(ByteBuffer.wrap(noise));
    }
    assertThat(taken).isEmpty();
    assertStillThere();
  }

  @Test
  void aMessageThatIsNotWhatItSaysIsRefused() throws Exception {
    byte[] good = new byte[Message.encode(List.of("/a", "/b")).remaining()];
    Message.encode(List.of("/a", "/b")).get(good);
    for (int i = 0; i < good.length; i++) {
      for (int change : new int[] {0x80, 0x7f, 1}) {
        byte[] bad = good.clone();
        bad[i] ^= (byte) change;
        say(ByteBuffer.wrap(bad));
      }
      say(ByteBuffer.wrap(good, 0, i));
    }
    // What is taken then are words; nothing fails, and nothing is made up.
    assertThat(taken).allSatisfy(words -> assertThat(words).hasSizeLessThanOrEqualTo(3));
    assertStillThere();
  }

  @Test
  void whatAnnouncesTooMuchIsNotReadAtAll() throws Exception {
    byte[] answer = say(bytes('S', 'A', 'T', 'C', 1, 0x7f, 0xff, 0xff, 0xff, 1, 2, 3));
    assertThat(answer).endsWith((byte) Message.Answer.REFUSED.ordinal());
    say(bytes('S', 'A', 'T', 'C', 1, 0xff, 0xff, 0xff, 0xff));
    say(bytes('S', 'A', 'T', 'C', 1, 0, 0, 0, 6, 0xff, 0xff, 0, 0, 0, 0));
    say(bytes('S', 'A', 'T', 'C', 1, 0, 0, 0, 6, 0, 1, 0xff, 0xff, 0xff, 0xff));
    assertThat(taken).isEmpty();
    assertStillThere();
  }

  @Test
  void anotherVersionIsRefused() throws Exception {
    byte[] answer = say(bytes('S', 'A', 'T', 'C', 2, 0, 0, 0, 2, 0, 0));
    assertThat(answer).containsExactly('S', 'A', 'T', 'C', 1, Message.Answer.REFUSED.ordinal());
    assertThat(taken).isEmpty();
  }

  @Test
  void whatIsNoTextIsRefused() throws Exception {
    byte[] answer = say(bytes('S', 'A', 'T', 'C', 1, 0, 0, 0, 8, 0, 1, 0, 0, 0, 2, 0xc3, 0x28));
    assertThat(answer).endsWith((byte) Message.Answer.REFUSED.ordinal());
    assertThat(taken).isEmpty();
  }

  @Test
  void slowOnesKeepNobodyWaitingForLong() throws Exception {
    List<SocketChannel> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 40; i++) {
        SocketChannel channel = knock();
        slow.add(channel);
        channel.write(bytes('S', 'A'));
      }
      // They hold all seats until their time is up; the next start tries again until then.
      assertStillThere();
    } catch (IOException e) {
      assertThat(slow).as("no more than the queue of a socket takes").isNotEmpty();
      assertStillThere();
    } finally {
      for (SocketChannel channel : slow) {
        channel.close();
      }
    }
  }

  @Test
  void anAnswerThatIsNoneIsNone() throws Exception {
    Files.delete(place.socket());
    try (ServerSocketChannel liar = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      liar.bind(UnixDomainSocketAddress.of(place.socket()));
      Ownership.close(place.socket());
      Thread.ofVirtual()
          .start(
              () -> {
                while (liar.isOpen()) {
                  try (SocketChannel peer = liar.accept()) {
                    peer.write(ByteBuffer.wrap("HTTP/1.1 200 OK\r\n\r\n".getBytes()));
                  } catch (IOException e) {
                    // The test is over.
                  }
                }
              });
      assertThat(OneInstance.join(place, List.of("/a"), Duration.ofMillis(300), words -> {}))
          .isEqualTo(new Start.NoAnswer());
    }
  }
}
