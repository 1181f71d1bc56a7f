package app.satchel.instance;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A connection that is over at a given moment, whatever the other side does until then. */
final class TimedChannel implements AutoCloseable {
  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private final long end;

  /**
   * @param end the moment, as {@link System#nanoTime} counts
   */
  TimedChannel(SocketChannel channel, long end) throws IOException {
    this.channel = channel;
    this.end = end;
    channel.configureBlocking(false);
    selector = Selector.open();
    key = channel.register(selector, 0);
  }

  /** Connects to a socket. */
  static TimedChannel to(UnixDomainSocketAddress address, long end) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      TimedChannel timed = new TimedChannel(channel, end);
      if (!channel.connect(address)) {
        do {
          timed.await(SelectionKey.OP_CONNECT);
        } while (!channel.finishConnect());
      }
      return timed;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  SocketChannel channel() {
    return channel;
  }

  /** Exactly so many bytes. */
  ByteBuffer read(int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer);
      if (read < 0) {
        throw new EOFException("ended after " + buffer.position() + " of " + bytes + " bytes");
      }
      if (read == 0) {
        await(SelectionKey.OP_READ);
      }
    }
    return buffer.flip();
  }

  void write(ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.write(buffer) == 0) {
        await(SelectionKey.OP_WRITE);
      }
    }
  }

  private void await(int operation) throws IOException {
    long left = (end - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      throw new SocketTimeoutException();
    }
    key.interestOps(operation);
    selector.select(left);
    selector.selectedKeys().clear();
  }

  @Override
  public void close() throws IOException {
    selector.close();
    channel.close();
  }
}
