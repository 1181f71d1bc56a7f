package app.satchel.archive;

import app.satchel.task.Cancellation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks entries from the very ranges the pre-flight has checked, through no other ZIP reader, and
 * holds the result against what the archive states: not one byte more than the stated size is taken
 * from the inflater, the packed data must end where they are said to, and the CRC must be right.
 */
final class EntryReader implements AutoCloseable {
  private static final int CHUNK_BYTES = 1 << 16;

  private final ZipSource source;
  private final Refusals refusals;
  private final WorkingTime time;
  private final Cancellation cancellation;
  private final Inflater inflater = new Inflater(true);
  private final byte[] in = new byte[CHUNK_BYTES];
  private final byte[] out = new byte[CHUNK_BYTES];

  /** Takes unpacked bytes; the array is used again afterwards. */
  @FunctionalInterface
  interface Sink {
    void accept(byte[] bytes, int count) throws IOException;
  }

  EntryReader(ZipSource source, Refusals refusals, WorkingTime time, Cancellation cancellation) {
    this.source = source;
    this.refusals = refusals;
    this.time = time;
    this.cancellation = cancellation;
  }

  void read(CheckedEntry entry, Sink sink) throws IOException {
    CRC32 crc = new CRC32();
    Sink checked =
        (bytes, count) -> {
          crc.update(bytes, 0, count);
          sink.accept(bytes, count);
        };
    if (entry.deflated()) {
      inflate(entry, checked);
    } else {
      copy(entry, checked);
    }
    if (crc.getValue() != entry.crc()) {
      throw refusals.entry(
          "zip-crc-mismatch",
          entry.path(),
          String.format("stated %08x, is %08x", entry.crc(), crc.getValue()));
    }
  }

  private void copy(CheckedEntry entry, Sink sink) throws IOException {
    long left = entry.packedBytes();
    while (left > 0) {
      int count = fetch(entry, left);
      sink.accept(in, count);
      left -= count;
    }
  }

  /** Reads the next packed bytes into {@link #in}. */
  private int fetch(CheckedEntry entry, long left) throws IOException {
    cancellation.throwIfCancelled();
    int count = (int) Math.min(in.length, left);
    source.readFully(
        entry.dataOffset() + entry.packedBytes() - left, ByteBuffer.wrap(in, 0, count));
    return count;
  }

  private void inflate(CheckedEntry entry, Sink sink) throws IOException {
    inflater.reset();
    long packedLeft = entry.packedBytes();
    long got = 0;
    while (!inflater.finished()) {
      int count = inflateChunk(entry);
      got += count;
      if (got > entry.bytes()) {
        throw refusals.entry(
            "zip-size-mismatch", entry.path(), "more than the stated " + entry.bytes() + " bytes");
      }
      if (count > 0) {
        // Asked again before any more is fetched: the inflater may hold the end already.
        sink.accept(out, count);
      } else if (!inflater.finished() && inflater.needsInput()) {
        if (packedLeft == 0) {
          throw refusals.entry("zip-data-broken", entry.path(), "ends after " + got + " bytes");
        }
        int fetched = fetch(entry, packedLeft);
        packedLeft -= fetched;
        inflater.setInput(in, 0, fetched);
      }
    }
    if (got != entry.bytes()) {
      throw refusals.entry(
          "zip-size-mismatch", entry.path(), got + " bytes, stated " + entry.bytes());
    }
    if (packedLeft + inflater.getRemaining() != 0) {
      throw refusals.entry(
          "zip-data-broken",
          entry.path(),
          packedLeft + inflater.getRemaining() + " bytes after the end of the data");
    }
  }

  private int inflateChunk(CheckedEntry entry) {
    cancellation.throwIfCancelled();
    time.start();
    try {
      int count = inflater.inflate(out);
      if (count == 0 && inflater.needsDictionary()) {
        throw refusals.entry("zip-data-broken", entry.path(), "needs a dictionary");
      }
      time.stop();
      return count;
    } catch (DataFormatException e) {
      throw refusals.entry("zip-data-broken", entry.path(), String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    inflater.end();
  }
}
