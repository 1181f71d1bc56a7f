package app.satchel.skill;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * One file of a skill, wherever its bytes are (on disk, in memory).
 *
 * @param path relative to the skill's folder, segments joined with {@code /}
 * @param bytes size of the content in bytes; 0 for a link
 * @param type regular file, or something that a package must not carry as it is
 * @param executable whether the owner may run it
 * @param content where the bytes come from
 */
public record SkillFile(String path, long bytes, Type type, boolean executable, Content content) {

  public SkillFile {
    Objects.requireNonNull(path);
    Objects.requireNonNull(type);
    Objects.requireNonNull(content);
  }

  /** A regular file with the given bytes in memory; the array must not be changed afterwards. */
  public static SkillFile of(String path, byte[] bytes) {
    return new SkillFile(path, bytes.length, Type.REGULAR, false, Content.of(bytes));
  }

  /** The same file under another path. */
  public SkillFile at(String newPath) {
    return new SkillFile(newPath, bytes, type, executable, content);
  }

  /** The last segment of the path. */
  public String fileName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Reads the whole content. */
  public byte[] read() throws IOException {
    try (InputStream in = content.open()) {
      return in.readAllBytes();
    }
  }

  /** What kind of entry this is. */
  public enum Type {
    REGULAR,
    /** A symbolic link; its content is the link's target as text, never the file it points to. */
    LINK,
    /** A device, socket or pipe. */
    OTHER
  }

  /** A source of bytes that can be opened more than once. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;

    static Content of(byte[] bytes) {
      return () -> new ByteArrayInputStream(bytes);
    }

    static Content of(Path file) {
      return () -> Files.newInputStream(file);
    }
  }
}
