package app.satchel.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mockwebserver3.RecordedRequest;

/** A form as it came over the wire, taken apart byte by byte. */
public record Multipart(List<Part> parts) {
  /** One part; the disposition is the header's value. */
  public record Part(String disposition, byte[] content) {
    /** The name of its file, as sent. */
    public String fileName() {
      int at = disposition.indexOf("filename=\"");
      return at < 0 ? null : disposition.substring(at + 10, disposition.length() - 1);
    }
  }

  /** Reads a request's body. */
  public static Multipart of(RecordedRequest request) {
    String type = request.getHeaders().get("Content-Type");
    if (type == null || !type.startsWith("multipart/form-data; boundary=")) {
      throw new AssertionError("not a form: " + type);
    }
    // Latin-1 has a character for each byte, so text positions are byte positions.
    String all = new String(request.getBody().toByteArray(), StandardCharsets.ISO_8859_1);
    String mark = "--" + type.substring(type.indexOf("boundary=") + 9);
    String[] pieces = ("\r\n" + all).split("\r\n" + mark, -1);
    if (!pieces[pieces.length - 1].equals("--\r\n")) {
      throw new AssertionError("the form has no end");
    }
    List<Part> parts = new ArrayList<>();
    for (String piece : Arrays.asList(pieces).subList(1, pieces.length - 1)) {
      int head = piece.indexOf("\r\n\r\n");
      String disposition =
          Arrays.stream(piece.substring(0, head).split("\r\n"))
              .filter(line -> line.startsWith("Content-Disposition: "))
              .map(line -> line.substring(21))
              .findFirst()
              .orElseThrow();
      parts.add(
          new Part(
              new String(disposition.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8),
              piece.substring(head + 4).getBytes(StandardCharsets.ISO_8859_1)));
    }
    return new Multipart(parts);
  }
}
