package app.satchel.instance;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Makes one running instance of several starts: a lock decides who is the first, and the others
 * hand their words over to it. Loads nothing but the JDK's own files and sockets, because it runs
 * before everything else.
 */
public final class OneInstance {
  private static final int BETWEEN_TRIES_MILLIS = 20;

  private OneInstance() {}

  /** What a start came to. */
  public sealed interface Start {
    /**
     * Nobody was there.
     *
     * @param instance listens until it is closed
     */
    record First(FirstInstance instance) implements Start {}

    /**
     * Somebody was there and opens it.
     *
     * @param left words at the end that were too many
     */
    record HandedOver(int left) implements Start {}

    /** It does not meet the others. */
    record Alone() implements Start {}

    /** Somebody was there and did not answer. */
    record NoAnswer() implements Start {}

    /**
     * There is no place to meet at: it is not this person's alone, or knows no sockets.
     *
     * @param why for a log
     */
    record NoPlace(String why) implements Start {}
  }

  /**
   * Joins the instance that is there, or becomes it.
   *
   * @param words what is to be opened
   * @param patience how long the other one has to answer
   * @param taker when this is the first: takes the words of each later start, from any thread
   */
  public static Start join(
      MeetingPlace place, List<String> words, Duration patience, Consumer<List<String>> taker) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      Ownership.claim(place.folder());
      while (true) {
        FirstInstance first = tryFirst(place, taker);
        if (first != null) {
          return new Start.First(first);
        }
        List<String> fitting = Message.fitting(words);
        Message.Answer answer = send(place, fitting, end);
        if (answer == Message.Answer.TAKEN) {
          return new Start.HandedOver(words.size() - fitting.size());
        }
        if (answer == Message.Answer.REFUSED || System.nanoTime() >= end) {
          return new Start.NoAnswer();
        }
        Thread.sleep(BETWEEN_TRIES_MILLIS);
      }
    } catch (IOException e) {
      return new Start.NoPlace(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Start.NoAnswer();
    }
  }

  /**
   * Becomes the first where nobody is; otherwise leaves the one that is there alone.
   *
   * @return {@link Start.Alone} when somebody is
   */
  public static Start claim(MeetingPlace place, Consumer<List<String>> taker) {
    try {
      Ownership.claim(place.folder());
      FirstInstance first = tryFirst(place, taker);
      return first == null ? new Start.Alone() : new Start.First(first);
    } catch (IOException e) {
      return new Start.NoPlace(String.valueOf(e.getMessage()));
    }
  }

  private static FirstInstance tryFirst(MeetingPlace place, Consumer<List<String>> taker)
      throws IOException {
    FileChannel channel =
        FileChannel.open(
            place.lock(),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
    try {
      if (channel.tryLock() != null) {
        return FirstInstance.listen(place, channel, taker);
      }
    } catch (OverlappingFileLockException e) {
      // The first one runs in this very process.
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return null;
  }

  /** The answer; null when nobody listens yet, or any longer, or answers in time. */
  private static Message.Answer send(MeetingPlace place, List<String> words, long end)
      throws UntrustedPlaceException {
    try {
      Ownership.requireOwnSocket(place.socket());
      try (TimedChannel timed = TimedChannel.to(UnixDomainSocketAddress.of(place.socket()), end)) {
        Ownership.requireOwnPeer(timed.channel());
        timed.write(Message.encode(words));
        return Message.answer(timed.read(Message.ANSWER));
      }
    } catch (UntrustedPlaceException e) {
      throw e;
    } catch (IOException e) {
      return null;
    }
  }
}
