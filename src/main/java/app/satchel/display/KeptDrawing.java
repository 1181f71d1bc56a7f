package app.satchel.display;

import app.satchel.disk.Placement;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How the person wants the window drawn at every start. It has a file of its own, of two lines: it
 * is read before anything else is there to read it with, and a person who cannot see the window can
 * still change or delete it.
 *
 * @param software whether no graphics card is used
 * @param scale null for the system's
 */
public record KeptDrawing(boolean software, Scale scale) {
  /** Everything as the system has it. */
  public static final KeptDrawing AUTOMATIC = new KeptDrawing(false, null);

  private static final int MAX_BYTES = 4096;
  private static final String SOFTWARE = "software-rendering";
  private static final String SCALE = "scale";

  /** Reads what was kept; a missing or damaged file, or a line not understood, means automatic. */
  public static KeptDrawing load(Path file) {
    String text;
    try {
      if (!Files.exists(file) || Files.size(file) > MAX_BYTES) {
        return AUTOMATIC;
      }
      text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return AUTOMATIC;
    }
    boolean software = false;
    Scale scale = null;
    for (String line : text.split("\\R")) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        String value = line.substring(equals + 1).strip();
        switch (line.substring(0, equals).strip()) {
          case SOFTWARE -> software = value.toLowerCase(Locale.ROOT).equals("yes");
          case SCALE -> scale = Scale.parse(value).orElse(null);
          default -> {
            // From another version, or a slip of the pen.
          }
        }
      }
    }
    return new KeptDrawing(software, scale);
  }

  /**
   * Keeps this. Blocks.
   *
   * @throws ProblemException {@code drawing-not-kept} (DISK)
   */
  public void save(Path file) {
    StringBuilder text = new StringBuilder();
    text.append(SOFTWARE).append('=').append(software ? "yes" : "no").append('\n');
    text.append(SCALE).append('=').append(scale == null ? "system" : scale.property()).append('\n');
    try {
      Placement.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw ProblemException.of(
          Words.of(KeptDrawing.class),
          ProblemKind.DISK,
          "drawing-not-kept",
          e.toString(),
          e,
          file.toString());
    }
  }

  /** The same with another scale. */
  public KeptDrawing with(Scale other) {
    return new KeptDrawing(software, other);
  }

  /** The same drawn in another way. */
  public KeptDrawing with(boolean bySoftware) {
    return new KeptDrawing(bySoftware, scale);
  }
}
