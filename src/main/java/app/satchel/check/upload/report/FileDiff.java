package app.satchel.check.upload.report;

import app.satchel.check.upload.report.LineDiff.Hunk;
import app.satchel.check.upload.report.LineDiff.Kind;
import app.satchel.check.upload.report.LineDiff.Line;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.SkillFile;
import app.satchel.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What becomes of one file, in git's format. Paths are those of the repository. Bytes are read as
 * Latin-1, which has a sign for each and loses none, so that line ends, byte order marks and what
 * is no correct text stay as they are.
 *
 * @param before the file as published, or null when it is new
 * @param after the file as repaired, or null when it goes
 */
record FileDiff(SkillFile before, SkillFile after) {
  private static final String NOTHING = "/dev/null";

  /** Git takes what has a zero byte in its beginning for no text. */
  private static final int LOOKED_AT = 8_000;

  /** Whether it tells nothing: same path, same bytes, same mode. */
  boolean isEmpty() {
    return before != null && after != null && before.path().equals(after.path()) && sameContent();
  }

  private boolean sameContent() {
    return before.content() == after.content() && mode(before).equals(mode(after));
  }

  /** As bytes in Latin-1. */
  String text() {
    StringBuilder text = new StringBuilder();
    SkillFile from = before == null ? after : before;
    SkillFile to = after == null ? before : after;
    text.append("diff --git ")
        .append(quoted("a/" + from.path()))
        .append(' ')
        .append(quoted("b/" + to.path()))
        .append('\n');
    modes(text);
    boolean moved = before != null && after != null && !before.path().equals(after.path());
    if (moved && sameContent()) {
      rename(text, 100);
      return text.toString();
    }
    byte[] old = before == null ? new byte[0] : read(before);
    byte[] now = after == null ? new byte[0] : read(after);
    boolean binary = isBinary(old) || isBinary(now);
    LineDiff diff = binary ? null : LineDiff.of(latin(old), latin(now));
    if (moved) {
      rename(text, binary ? 0 : similarity(diff, old, now));
    }
    index(text, old, now);
    if (binary) {
      text.append(BinaryPatch.of(old, now));
    } else if (!diff.hunks().isEmpty()) {
      text.append("--- ").append(side("a/", before)).append('\n');
      text.append("+++ ").append(side("b/", after)).append('\n');
      diff.hunks().forEach(hunk -> hunk(text, hunk));
    }
    return text.toString();
  }

  private void modes(StringBuilder text) {
    if (before == null) {
      text.append("new file mode ").append(mode(after)).append('\n');
    } else if (after == null) {
      text.append("deleted file mode ").append(mode(before)).append('\n');
    } else if (!mode(before).equals(mode(after))) {
      text.append("old mode ").append(mode(before)).append('\n');
      text.append("new mode ").append(mode(after)).append('\n');
    }
  }

  private void rename(StringBuilder text, int percent) {
    text.append("similarity index ").append(percent).append("%\n");
    text.append("rename from ").append(quoted(before.path())).append('\n');
    text.append("rename to ").append(quoted(after.path())).append('\n');
  }

  private void index(StringBuilder text, byte[] old, byte[] now) {
    text.append("index ")
        .append(before == null ? "0".repeat(40) : id(old))
        .append("..")
        .append(after == null ? "0".repeat(40) : id(now));
    if (before != null && after != null && mode(before).equals(mode(after))) {
      text.append(' ').append(mode(before));
    }
    text.append('\n');
  }

  private static void hunk(StringBuilder text, Hunk hunk) {
    text.append(hunk.header()).append('\n');
    for (Line line : hunk.lines()) {
      text.append(line.kind().sign()).append(line.text()).append('\n');
      if (!line.ended()) {
        text.append("\\ No newline at end of file\n");
      }
    }
  }

  private static int similarity(LineDiff diff, byte[] old, byte[] now) {
    int removed =
        diff.hunks().stream()
            .flatMap(hunk -> hunk.lines().stream())
            .filter(line -> line.kind() == Kind.REMOVED)
            .mapToInt(line -> line.text().length() + 1)
            .sum();
    int kept = Math.max(0, old.length - removed);
    return (int) (100L * kept / Math.max(1, Math.max(old.length, now.length)));
  }

  private static String side(String prefix, SkillFile file) {
    if (file == null) {
      return NOTHING;
    }
    String name = quoted(prefix + file.path());
    // Else what follows the blank would be taken for a date.
    return name.startsWith("\"") || name.indexOf(' ') < 0 ? name : name + "\t";
  }

  private static String mode(SkillFile file) {
    return file.type() == SkillFile.Type.LINK ? "120000" : file.executable() ? "100755" : "100644";
  }

  /** As git quotes a path with anything but plain ASCII in it: like a string in C. */
  static String quoted(String path) {
    StringBuilder quoted = new StringBuilder("\"");
    boolean needed = false;
    for (byte signed : path.getBytes(StandardCharsets.UTF_8)) {
      int c = signed & 0xFF;
      int letter = "\u0007\b\t\n\u000b\f\r\"\\".indexOf(c);
      if (letter >= 0) {
        quoted.append('\\').append("abtnvfr\"\\".charAt(letter));
      } else if (c < 0x20 || c >= 0x7F) {
        quoted.append('\\').append((char) ('0' + (c >> 6)));
        quoted.append((char) ('0' + (c >> 3 & 7))).append((char) ('0' + (c & 7)));
      } else {
        quoted.append((char) c);
        continue;
      }
      needed = true;
    }
    return needed ? quoted.append('"').toString() : path;
  }

  private static boolean isBinary(byte[] bytes) {
    for (int i = 0; i < Math.min(LOOKED_AT, bytes.length); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] read(SkillFile file) {
    try {
      return file.read();
    } catch (IOException e) {
      throw ProblemException.of(
          Words.of(FileDiff.class),
          ProblemKind.DISK,
          "patch-unreadable",
          e.toString(),
          e,
          file.path());
    }
  }

  /** What git calls these bytes; a patch of no text is taken only with it. */
  private static String id(byte[] bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
