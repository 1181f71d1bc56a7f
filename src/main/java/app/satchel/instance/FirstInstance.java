package app.satchel.instance;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * The first start of a home, which listens to those that come after it until it is closed. What
 * they send is bounded in size and time, and nobody waits for a slow one.
 */
public final class FirstInstance implements AutoCloseable {
  /** What a start may take to say what it wants. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Starts that are listened to at a time. */
  private static final int AT_ONCE = 8;

  private final MeetingPlace place;
  private final FileChannel lock;
  private final ServerSocketChannel server;
  private final Consumer<List<String>> taker;
  private final Semaphore seats = new Semaphore(AT_ONCE);

  private FirstInstance(
      MeetingPlace place,
      FileChannel lock,
      ServerSocketChannel server,
      Consumer<List<String>> taker) {
    this.place = place;
    this.lock = lock;
    this.server = server;
    this.taker = taker;
  }

  /**
   * Listens from now on.
   *
   * @param lock holds the place's lock, and is closed with this
   */
  static FirstInstance listen(MeetingPlace place, FileChannel lock, Consumer<List<String>> taker)
      throws IOException {
    // Nobody else holds the lock, so what lies there was left by one that crashed.
    Files.deleteIfExists(place.socket());
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(place.socket()));
      Ownership.close(place.socket());
    } catch (IOException e) {
      server.close();
      throw e;
    }
    FirstInstance first = new FirstInstance(place, lock, server, taker);
    first.start("satchel-instance", first::accept);
    return first;
  }

  private void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (server.isOpen()) {
      try {
        SocketChannel peer = server.accept();
        if (seats.tryAcquire()) {
          start("satchel-hand-over", () -> listenTo(peer));
        } else {
          peer.close();
        }
      } catch (IOException e) {
        if (server.isOpen()) {
          pause(); // out of descriptors, perhaps: whoever knocks tries again
        }
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listenTo(SocketChannel peer) {
    try (peer;
        TimedChannel timed = new TimedChannel(peer, System.nanoTime() + PATIENCE.toNanos())) {
      Ownership.requireOwnPeer(peer);
      timed.write(Message.encode(heard(timed)));
    } catch (IOException e) {
      // Somebody who is not one of us, or who went away: there is nobody to tell.
    } finally {
      seats.release();
    }
  }

  private Message.Answer heard(TimedChannel timed) throws IOException {
    List<String> words;
    try {
      words = Message.decode(timed.read(Message.length(timed.read(Message.HEAD))));
    } catch (SocketTimeoutException | EOFException e) {
      throw e;
    } catch (IOException e) {
      return Message.Answer.REFUSED;
    }
    taker.accept(words);
    return Message.Answer.TAKEN;
  }

  /** Listens no longer: the next start is the first. */
  @Override
  public void close() {
    try (lock) {
      server.close();
      // Before the lock is given up: afterwards it would be somebody else's.
      Files.deleteIfExists(place.socket());
    } catch (IOException e) {
      // What is left is replaced by the next start.
    }
  }
}
