package app.satchel.http;

import app.satchel.task.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;

/**
 * Reads an answer's body and stops when it is too large or too slow. What is counted are the bytes
 * after decompression: OkHttp unfolds gzip without a limit of its own.
 */
final class BodyReader {
  private static final int CHUNK = 16 << 10;
  private static final Duration WINDOW = Duration.ofSeconds(30);
  private static final long LEAST_PER_WINDOW = 30L << 10;

  private final InputStream in;
  private final long length;
  private final long cap;
  private final URI address;
  private final InstantSource clock;
  private byte[] head = new byte[0];

  /**
   * @param length as announced, or -1
   * @param cap most bytes to read
   */
  BodyReader(InputStream in, long length, long cap, URI address, InstantSource clock) {
    this.in = in;
    this.length = length;
    this.cap = cap;
    this.address = address;
    this.clock = clock;
  }

  /** The body in memory. */
  byte[] readAll() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(Math.clamp(length, 1024, 1 << 20));
    copy(out::write, Progress.silent());
    return out.toByteArray();
  }

  /** Writes the body to a file, replacing it. Trouble with the file is a DISK problem. */
  void writeTo(Path file, Progress progress) throws IOException {
    OutputStream opened;
    try {
      opened = Files.newOutputStream(file);
    } catch (IOException e) {
      throw HttpProblems.disk(file, e);
    }
    try (opened) {
      copy(
          (bytes, from, count) -> {
            try {
              opened.write(bytes, from, count);
            } catch (IOException e) {
              throw HttpProblems.disk(file, e);
            }
          },
          progress);
    }
  }

  /** The first bytes, once the body has been read. */
  byte[] head() {
    return head;
  }

  private void copy(Sink sink, Progress progress) throws IOException {
    if (length > cap) {
      throw HttpProblems.tooLarge(address, cap);
    }
    byte[] buffer = new byte[CHUNK];
    long done = 0;
    Instant windowStart = clock.instant();
    long windowBytes = 0;
    progress.at(0, length);
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      if (head.length < 256) {
        head = joined(head, buffer, n);
      }
      done += n;
      windowBytes += n;
      if (done > cap) {
        throw HttpProblems.tooLarge(address, cap);
      }
      sink.write(buffer, 0, n);
      progress.at(done, length);
      Instant now = clock.instant();
      if (Duration.between(windowStart, now).compareTo(WINDOW) >= 0) {
        if (windowBytes < LEAST_PER_WINDOW) {
          throw HttpProblems.tooSlow(address);
        }
        windowStart = now;
        windowBytes = 0;
      }
    }
  }

  private static byte[] joined(byte[] head, byte[] more, int count) {
    byte[] all = Arrays.copyOf(head, head.length + Math.min(count, 256));
    System.arraycopy(more, 0, all, head.length, all.length - head.length);
    return all;
  }

  @FunctionalInterface
  private interface Sink {
    void write(byte[] bytes, int from, int count);
  }
}
