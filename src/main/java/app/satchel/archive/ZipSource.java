package app.satchel.archive;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The bytes of one archive, opened once: what was inspected is what is extracted, even when another
 * file takes its place meanwhile.
 */
final class ZipSource {
  private final FileChannel channel;
  private final long length;

  ZipSource(FileChannel channel) throws IOException {
    this.channel = channel;
    this.length = channel.size();
  }

  /** Size in bytes when it was opened. */
  long length() {
    return length;
  }

  /**
   * Reads a range that the caller knows to lie inside the archive, so that no declared size alone
   * ever decides how much memory is taken.
   */
  ZipBlock read(long offset, int count) throws IOException {
    if (offset < 0 || count < 0 || offset > length - count) {
      throw new IllegalArgumentException(offset + "+" + count + " of " + length);
    }
    byte[] bytes = new byte[count];
    readFully(offset, ByteBuffer.wrap(bytes));
    return new ZipBlock(bytes);
  }

  /** Fills the buffer from the offset on. */
  void readFully(long offset, ByteBuffer target) throws IOException {
    long at = offset;
    while (target.hasRemaining()) {
      int got = channel.read(target, at);
      if (got < 0) {
        throw new EOFException("the file became shorter while it was read");
      }
      at += got;
    }
  }
}
