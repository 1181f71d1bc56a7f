package app.satchel.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes the answers for programs: UTF-8 whatever the terminal speaks, one value per line. */
final class JsonOut {
  private final PrintStream out;
  private final boolean wanted;

  JsonOut(PrintStream out, boolean wanted) {
    this.out = out;
    this.wanted = wanted;
  }

  /** Whether {@code --json} was given. */
  boolean wanted() {
    return wanted;
  }

  /** A line as bytes, so that several threads can make lines; null when none are wanted. */
  byte[] render(JsonNode value) {
    if (!wanted) {
      return null;
    }
    try {
      return (Json.WRITER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Made with the first line: a window's start writes none. */
  private static final class Json {
    private static final ObjectWriter WRITER = new ObjectMapper().writer();
  }

  /** Passes a rendered line on at once. */
  void write(byte[] line) {
    if (line != null) {
      out.write(line, 0, line.length);
      out.flush();
    }
  }

  /** Writes one line whether or not JSON was asked for: where only a program reads the answer. */
  void always(JsonNode value) {
    new JsonOut(out, true).line(value);
  }

  /** Writes one line, if wanted. */
  void line(JsonNode value) {
    write(render(value));
  }
}
