package app.satchel.ui.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells what sort of file something is by its first bytes, from {@code file-kinds.json}. */
final class FileKinds {
  private final List<Kind> kinds;

  private FileKinds(List<Kind> kinds) {
    this.kinds = List.copyOf(kinds);
  }

  /**
   * A sort of file.
   *
   * @param words its name for a person
   * @param endings of file names that mean it
   */
  record Kind(String words, byte[] magic, int at, Set<String> endings) {
    boolean fits(byte[] head) {
      return head.length >= at + magic.length
          && Arrays.equals(head, at, at + magic.length, magic, 0, magic.length);
    }

    /** Whether a name says that the file is of another sort than this. */
    boolean contradicts(String fileName) {
      String ending = ending(fileName);
      return !ending.isEmpty() && !endings.isEmpty() && !endings.contains(ending);
    }
  }

  static FileKinds load() {
    try (InputStream in = FileKinds.class.getResourceAsStream("file-kinds.json")) {
      List<Kind> kinds = new ArrayList<>();
      for (JsonNode node : new ObjectMapper().readTree(in).get("kinds")) {
        String endings = node.path("endings").asText("");
        kinds.add(
            new Kind(
                node.get("kind").asText(),
                HexFormat.of().parseHex(node.get("magic").asText()),
                node.path("at").asInt(),
                endings.isEmpty() ? Set.of() : Set.of(endings.split(" "))));
      }
      return new FileKinds(kinds);
    } catch (IOException e) {
      throw new UncheckedIOException("file-kinds.json cannot be read", e);
    }
  }

  /** The sort of a file; where several share their first bytes, the one that its name means. */
  Optional<Kind> of(String fileName, byte[] head) {
    List<Kind> fitting = kinds.stream().filter(kind -> kind.fits(head)).toList();
    return fitting.stream()
        .filter(kind -> kind.endings().contains(ending(fileName)))
        .findFirst()
        .or(() -> fitting.stream().findFirst());
  }

  private static String ending(String fileName) {
    return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
