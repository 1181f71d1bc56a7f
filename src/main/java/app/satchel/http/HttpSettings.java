package app.satchel.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * How Satchel uses the network. The limits are those of a survey of real marketplaces and skills
 * (2026-11): the largest real skill has 31 MB unpacked, the largest SKILL.md 294 kB.
 *
 * @param cacheFolder where answers are kept between runs, or null to keep none
 * @param cacheBytes most bytes kept there
 * @param version Satchel's own, told to servers in {@code User-Agent}
 * @param offline answer from the cache only, never from the network
 * @param waitCap longest wait between two tries, whatever a server asks for
 * @param connectTimeout for one connection
 * @param readTimeout longest silence within an answer
 * @param answerTimeout for one whole JSON or text answer
 * @param downloadTimeout for one whole download
 * @param maxAnswerBytes largest JSON answer, decompressed
 * @param maxTextBytes largest SKILL.md, decompressed
 * @param maxDownloadBytes largest ZIP
 */
public record HttpSettings(
    Path cacheFolder,
    long cacheBytes,
    String version,
    boolean offline,
    Duration waitCap,
    Duration connectTimeout,
    Duration readTimeout,
    Duration answerTimeout,
    Duration downloadTimeout,
    long maxAnswerBytes,
    long maxTextBytes,
    long maxDownloadBytes) {

  public HttpSettings {
    Objects.requireNonNull(version);
    Objects.requireNonNull(waitCap);
    Objects.requireNonNull(connectTimeout);
    Objects.requireNonNull(readTimeout);
    Objects.requireNonNull(answerTimeout);
    Objects.requireNonNull(downloadTimeout);
  }

  /** The usual settings. */
  public static HttpSettings of(Path cacheFolder, String version) {
    return new HttpSettings(
        cacheFolder,
        64L << 20,
        version,
        false,
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        Duration.ofSeconds(20),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5),
        16L << 20,
        4L << 20,
        32L << 20);
  }

  /** The same, with or without the network. */
  public HttpSettings withOffline(boolean newOffline) {
    return new HttpSettings(
        cacheFolder,
        cacheBytes,
        version,
        newOffline,
        waitCap,
        connectTimeout,
        readTimeout,
        answerTimeout,
        downloadTimeout,
        maxAnswerBytes,
        maxTextBytes,
        maxDownloadBytes);
  }

  /** The same with another longest wait between two tries. */
  public HttpSettings withWaitCap(Duration newWaitCap) {
    return new HttpSettings(
        cacheFolder,
        cacheBytes,
        version,
        offline,
        newWaitCap,
        connectTimeout,
        readTimeout,
        answerTimeout,
        downloadTimeout,
        maxAnswerBytes,
        maxTextBytes,
        maxDownloadBytes);
  }
}
