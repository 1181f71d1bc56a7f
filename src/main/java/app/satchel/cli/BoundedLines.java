package app.satchel.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * Reads UTF-8 text line by line without ever holding more than one line of a given length: what is
 * longer is read past. A byte order mark at the beginning is no part of the text.
 */
final class BoundedLines implements AutoCloseable {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader in;
  private final char[] buffer = new char[1 << 13];
  private int from;
  private int to;
  private final int limit;
  private int number;
  private boolean afterReturn;

  /**
   * A line.
   *
   * @param number counted from 1
   * @param text without its end, or null when it is longer than the limit
   */
  record Line(int number, String text) {}

  /**
   * @param limit longest line in characters
   */
  BoundedLines(InputStream in, int limit) {
    this.in = new InputStreamReader(in, StandardCharsets.UTF_8);
    this.limit = limit;
  }

  /** The next line, or null at the end. */
  Line next() throws IOException {
    StringBuilder text = new StringBuilder();
    boolean any = false;
    boolean tooLong = false;
    for (int c = read(); c >= 0; c = read()) {
      if (c == '\n' && afterReturn) {
        afterReturn = false; // the second half of the line end before
        continue;
      }
      any = true;
      afterReturn = c == '\r';
      if (c == '\n' || c == '\r') {
        break;
      }
      if (text.length() < limit) {
        text.append((char) c);
      } else {
        tooLong = true;
      }
    }
    if (!any) {
      return null;
    }
    number++;
    if (number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text.deleteCharAt(0);
    }
    return new Line(number, tooLong ? null : text.toString());
  }

  private int read() throws IOException {
    if (from == to) {
      from = 0;
      to = Math.max(0, in.read(buffer));
    }
    return from < to ? buffer[from++] : -1;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
