package app.satchel.markdown;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * A text that stops giving characters when the time is over. flexmark 0.64.8 has inputs of a few
 * dozen characters that keep it busy for longer than anybody waits; it reads every character
 * through this, so it stops within a few thousand characters of the deadline.
 */
final class DeadlineSequence implements CharSequence {
  private static final int READS_PER_LOOK = 0xFFF;

  private final CharSequence text;
  private final Clock clock;

  private DeadlineSequence(CharSequence text, Clock clock) {
    this.text = text;
    this.clock = clock;
  }

  /**
   * The text, readable from now on, by the calling thread only, for the given time of its own work.
   * Work is what counts: on a busy computer a document must not turn into source because other
   * programs were served first.
   */
  static DeadlineSequence startingNow(CharSequence text, Duration time) {
    return new DeadlineSequence(text, new Clock(time));
  }

  /**
   * @throws Exceeded when the time is over
   */
  void check() {
    clock.look();
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    clock.tick();
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    clock.tick();
    return new DeadlineSequence(text.subSequence(start, end), clock);
  }

  @Override
  public String toString() {
    clock.tick();
    return text.toString();
  }

  /** Thrown out of the parser; without a stack trace, nobody reads it. */
  static final class Exceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Exceeded() {
      super("deadline", null, false, false);
    }
  }

  private static final class Clock {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long end;
    private int reads;

    Clock(Duration time) {
      end = now() + time.toNanos();
    }

    private long now() {
      return threads.isCurrentThreadCpuTimeSupported()
          ? threads.getCurrentThreadCpuTime()
          : System.nanoTime();
    }

    void tick() {
      if ((++reads & READS_PER_LOOK) == 0) {
        look();
      }
    }

    void look() {
      if (now() - end > 0) {
        throw new Exceeded();
      }
    }
  }
}
