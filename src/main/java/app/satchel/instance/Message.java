package app.satchel.instance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a start on their way to the first instance, and its answer. On the wire: four bytes
 * that say what this is, one for the version, four for the length of the rest; then the number of
 * words (two bytes) and each with its length (four bytes) in UTF-8. The answer: the same five bytes
 * and one for the {@link Answer}.
 */
final class Message {
  static final int VERSION = 1;

  /** What comes before the words: sign, version, length. */
  static final int HEAD = 9;

  /** An answer's bytes. */
  static final int ANSWER = 6;

  /** Most words of one start. */
  static final int MOST_WORDS = 256;

  /** Most bytes behind the head. */
  static final int MOST_BYTES = 1 << 18;

  private static final int SIGN = 0x53_41_54_43; // SATC

  /** What the first instance says to it. */
  enum Answer {
    /** It will be opened. */
    TAKEN,
    /** It was not understood. */
    REFUSED
  }

  private Message() {}

  /** As many of the words, from the first on, as one message holds. */
  static List<String> fitting(List<String> words) {
    List<String> fitting = new ArrayList<>();
    int bytes = 2;
    for (String word : words) {
      bytes += 4 + word.getBytes(StandardCharsets.UTF_8).length;
      if (fitting.size() == MOST_WORDS || bytes > MOST_BYTES) {
        break;
      }
      fitting.add(word);
    }
    return fitting;
  }

  /**
   * @param words no more than {@link #fitting} lets through
   */
  static ByteBuffer encode(List<String> words) {
    ByteBuffer buffer = ByteBuffer.allocate(HEAD + MOST_BYTES);
    buffer.putInt(SIGN).put((byte) VERSION).putInt(0).putShort((short) words.size());
    for (String word : words) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      buffer.putInt(bytes.length).put(bytes);
    }
    buffer.putInt(HEAD - 4, buffer.position() - HEAD);
    return buffer.flip();
  }

  /**
   * The length of what follows a head.
   *
   * @throws IOException when this is no head, is of another version, or announces too much
   */
  static int length(ByteBuffer head) throws IOException {
    requireSign(head);
    int length = head.getInt();
    if (length < 2 || length > MOST_BYTES) {
      throw new IOException("a message of " + length + " bytes");
    }
    return length;
  }

  /**
   * The words of a message.
   *
   * @param body what followed the head
   * @throws IOException when it is not exactly that
   */
  static List<String> decode(ByteBuffer body) throws IOException {
    int count = Short.toUnsignedInt(body.getShort());
    if (count > MOST_WORDS) {
      throw new IOException(count + " words");
    }
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (body.remaining() < 4) {
        throw new IOException("ends within a word");
      }
      int length = body.getInt();
      if (length < 0 || length > body.remaining()) {
        throw new IOException("a word of " + length + " bytes");
      }
      ByteBuffer word = body.slice(body.position(), length);
      words.add(StandardCharsets.UTF_8.newDecoder().decode(word).toString());
      body.position(body.position() + length);
    }
    if (body.hasRemaining()) {
      throw new IOException("goes on after its words");
    }
    return words;
  }

  static ByteBuffer encode(Answer answer) {
    ByteBuffer buffer = ByteBuffer.allocate(ANSWER);
    return buffer.putInt(SIGN).put((byte) VERSION).put((byte) answer.ordinal()).flip();
  }

  static Answer answer(ByteBuffer buffer) throws IOException {
    requireSign(buffer);
    return buffer.get() == Answer.TAKEN.ordinal() ? Answer.TAKEN : Answer.REFUSED;
  }

  private static void requireSign(ByteBuffer buffer) throws IOException {
    if (buffer.getInt() != SIGN) {
      throw new IOException("not a message of Satchel");
    }
    int version = Byte.toUnsignedInt(buffer.get());
    if (version != VERSION) {
      throw new IOException("a message of version " + version);
    }
  }
}
