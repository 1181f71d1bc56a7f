package app.satchel.instance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Where starts with the same home meet: a folder that is its owner's alone, with the socket that
 * the first one listens on and the lock that says which one is the first.
 *
 * @param folder absolute
 */
public record MeetingPlace(Path folder) {
  /**
   * Addresses of sockets have 104 to 108 bytes with their end (macOS 104, Linux and Windows 108).
   */
  static final int MOST_BYTES = 100;

  private static final String SOCKET = "window.sock";
  private static final String LOCK = "window.lock";

  /**
   * The wanted folder, or a short one of the same person where a socket's address would be too
   * long. Everybody who asks for the same folder in the same session gets the same answer.
   *
   * @param wanted a folder of Satchel's own, absolute
   * @param environment {@code XDG_RUNTIME_DIR} is a folder for just this, where it is set
   * @param temporary the system's folder for temporary files
   */
  public static MeetingPlace of(Path wanted, Map<String, String> environment, Path temporary) {
    if (fits(wanted)) {
      return new MeetingPlace(wanted);
    }
    String name = "satchel-" + hash(real(wanted).toString());
    String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
    if (!runtime.isBlank() && Path.of(runtime).isAbsolute()) {
      Path folder = Path.of(runtime).resolve(name);
      if (fits(folder) && Files.isDirectory(folder.getParent())) {
        return new MeetingPlace(folder);
      }
    }
    return new MeetingPlace(temporary.resolve(name));
  }

  private static boolean fits(Path folder) {
    return folder.resolve(SOCKET).toString().getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
  }

  /** One home has one name, whichever links led to it. */
  private static Path real(Path folder) {
    try {
      Path parent = folder.getParent();
      return parent == null ? folder : parent.toRealPath().resolve(folder.getFileName());
    } catch (IOException e) {
      return folder; // It is not there yet; then there are no links either.
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** Whether somebody seems to be there already; {@link OneInstance#join} knows for sure. */
  public boolean mayBeTaken() {
    return Files.exists(socket());
  }

  Path socket() {
    return folder.resolve(SOCKET);
  }

  Path lock() {
    return folder.resolve(LOCK);
  }
}
