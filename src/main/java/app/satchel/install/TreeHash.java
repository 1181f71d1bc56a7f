package app.satchel.install;

import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * One number for a whole folder: the SHA-256 of a line {@code mode path NUL size NUL sha256} per
 * file, in byte order of the paths. Modes are git's: 100644, 100755 and 120000 for a link (whose
 * content is its target). Where the file system has no executable bit, every file is 100644. Empty
 * folders do not count.
 */
final class TreeHash {
  private static final int BUFFER = 64 * 1024;

  private TreeHash() {}

  /** The hash a skill has once installed on a file system with or without executable bits. */
  static String of(SkillFolder skill, boolean executableBits) throws IOException {
    Map<String, String> lines = new TreeMap<>(SkillFolder.PATH_ORDER);
    for (SkillFile file : skill.files()) {
      String mode = executableBits && file.executable() ? "100755" : "100644";
      Summed content;
      try (InputStream in = file.content().open()) {
        content = sum(in);
      }
      lines.put(file.path(), line(mode, file.path(), content));
    }
    return total(lines);
  }

  /** The hash of a folder on disk. Links are not followed. */
  static String of(Path folder) throws IOException {
    boolean executableBits = hasExecutableBits(folder);
    Map<String, String> lines = new TreeMap<>(SkillFolder.PATH_ORDER);
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String path = folder.relativize(file).toString().replace('\\', '/');
            if (attributes.isRegularFile()) {
              boolean run = executableBits && Files.isExecutable(file);
              try (InputStream in = Files.newInputStream(file)) {
                lines.put(path, line(run ? "100755" : "100644", path, sum(in)));
              }
            } else {
              byte[] target =
                  attributes.isSymbolicLink()
                      ? Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8)
                      : new byte[0];
              lines.put(path, line("120000", path, sum(new java.io.ByteArrayInputStream(target))));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return total(lines);
  }

  /** Whether files below a path can be executable. */
  static boolean hasExecutableBits(Path path) throws IOException {
    return Files.getFileStore(path).supportsFileAttributeView("posix");
  }

  private record Summed(long size, String sha256) {}

  private static Summed sum(InputStream in) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      digest.update(buffer, 0, read);
      size += read;
    }
    return new Summed(size, HexFormat.of().formatHex(digest.digest()));
  }

  private static String line(String mode, String path, Summed content) {
    return mode + " " + path + "\0" + content.size() + "\0" + content.sha256() + "\n";
  }

  private static String total(Map<String, String> lines) {
    MessageDigest digest = sha256();
    lines.values().forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
