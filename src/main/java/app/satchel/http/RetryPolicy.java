package app.satchel.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When to ask again, and how long to wait before. Three tries; half a second doubled each time, all
 * of it random ("full jitter"), so that many clients do not come back at the same moment. A server
 * that names a wait gets it, up to the cap.
 *
 * @param tries tries in all
 * @param base upper bound of the first wait
 * @param cap longest wait
 */
record RetryPolicy(int tries, Duration base, Duration cap) {
  /** A server that asks for more than this is not asked again: nobody sits through it. */
  static final Duration FUTILE = Duration.ofSeconds(60);

  /** What stands for a number of seconds too large to read. */
  private static final Duration FOREVER = Duration.ofDays(365_000);

  static RetryPolicy standard(Duration cap) {
    return new RetryPolicy(3, Duration.ofMillis(500), cap);
  }

  /** Whether a status may be different when asked again. */
  static boolean transientStatus(int status) {
    return status == 408 || status == 429 || status >= 500;
  }

  /** Whether another try makes sense after {@code done} tries. */
  boolean again(int done, Duration asked) {
    return done < tries && (asked == null || asked.compareTo(FUTILE) <= 0);
  }

  /**
   * How long to wait after {@code done} tries.
   *
   * @param asked what the server asked for, or null
   */
  Duration delay(int done, Duration asked, RandomGenerator random) {
    if (asked != null) {
      return asked.compareTo(cap) > 0 ? cap : asked;
    }
    Duration bound = base.multipliedBy(1L << (done - 1));
    Duration bounded = bound.compareTo(cap) > 0 ? cap : bound;
    return Duration.ofNanos((long) (bounded.toNanos() * random.nextDouble()));
  }

  /**
   * Reads a {@code Retry-After} header: seconds or an HTTP date.
   *
   * @return empty when absent or neither; zero for a date that has passed
   */
  static Optional<Duration> retryAfter(String header, Instant now) {
    if (header == null) {
      return Optional.empty();
    }
    String value = header.strip();
    if (!value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(value.length() > 9 ? FOREVER : Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(now, until);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException e) {
      // Neither form: as good as not said.
      return Optional.empty();
    }
  }
}
