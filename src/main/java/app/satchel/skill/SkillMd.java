package app.satchel.skill;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A SKILL.md, lossless: the bytes as published, the text in them, and what the frontmatter says.
 * Tolerant when reading (BOM, CRLF, text before the frontmatter, unquoted colons, broken blocks);
 * what had to be tolerated is in {@link Frontmatter#repairs} and the flags here. Immutable.
 */
public final class SkillMd {
  private static final Pattern DESCRIPTION_LABEL =
      Pattern.compile("^description:[ \\t]*", Pattern.CASE_INSENSITIVE);

  private final byte[] bytes;
  private final Encoding encoding;
  private final String text;
  private final String readText;
  private final Frontmatter frontmatter;
  private final int bodyStart;

  private SkillMd(byte[] bytes, Encoding encoding, String text, FrontmatterReader.Reading reading) {
    this.bytes = bytes;
    this.encoding = encoding;
    this.text = text;
    this.readText = reading.text();
    this.frontmatter = reading.frontmatter();
    this.bodyStart = reading.bodyStart();
  }

  /** How the bytes become text. */
  public enum Encoding {
    /** UTF-8 without a byte order mark: the only one every reader accepts. */
    UTF_8,
    UTF_8_BOM,
    /** UTF-16 with a byte order mark. */
    UTF_16,
    /** Not valid UTF-8; undecodable bytes are shown as U+FFFD. */
    MALFORMED
  }

  /** Reads the bytes of a file. Never fails: the worst text is a body without frontmatter. */
  public static SkillMd parse(byte[] bytes) {
    byte[] own = bytes.clone();
    Encoding encoding = encodingOf(own);
    String text = decode(own, encoding);
    return new SkillMd(own, encoding, text, FrontmatterReader.read(text));
  }

  /** Reads a text, as UTF-8 without a byte order mark. */
  public static SkillMd parse(String text) {
    return new SkillMd(
        text.getBytes(StandardCharsets.UTF_8), Encoding.UTF_8, text, FrontmatterReader.read(text));
  }

  private static Encoding encodingOf(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return Encoding.UTF_8_BOM;
    }
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      return Encoding.UTF_16;
    }
    try {
      strict(StandardCharsets.UTF_8, bytes);
      return Encoding.UTF_8;
    } catch (CharacterCodingException e) {
      return Encoding.MALFORMED;
    }
  }

  private static CharBuffer strict(Charset charset, byte[] bytes) throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes));
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static String decode(byte[] bytes, Encoding encoding) {
    return switch (encoding) {
      case UTF_8, MALFORMED -> new String(bytes, StandardCharsets.UTF_8);
      case UTF_8_BOM -> new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
      case UTF_16 -> new String(bytes, StandardCharsets.UTF_16);
    };
  }

  /** The file as published. */
  public byte[] bytes() {
    return bytes.clone();
  }

  public Encoding encoding() {
    return encoding;
  }

  /** The file's text without a byte order mark, otherwise as it stands. */
  public String text() {
    return text;
  }

  /**
   * The text that was read in the end: {@link #text()} with {@link Frontmatter#repairs} made. The
   * same object when no repair was needed. Lines have the same numbers in both unless the opening
   * line was late.
   */
  public String readText() {
    return readText;
  }

  public Frontmatter frontmatter() {
    return frontmatter;
  }

  /** Offset in {@link #readText()} of the first character after the frontmatter. */
  public int bodyStart() {
    return bodyStart;
  }

  /** Everything after the frontmatter, as it stands. */
  public String body() {
    return readText.substring(bodyStart);
  }

  /** 1-based line of the body's first line. */
  public int bodyLine() {
    return 1 + (int) readText.substring(0, bodyStart).chars().filter(c -> c == '\n').count();
  }

  /** The frontmatter's name, stripped; empty when missing or null. */
  public Optional<String> name() {
    return frontmatter.text("name").filter(name -> !name.isEmpty());
  }

  /** The frontmatter's description, stripped; empty when missing or null. */
  public Optional<String> description() {
    return frontmatter.text("description").filter(description -> !description.isEmpty());
  }

  /**
   * The body's first paragraph of prose in one line: what Claude Code shows when the description is
   * missing. Headings, fences, comments, quotes' marks and tables are passed over.
   */
  public Optional<String> firstParagraph() {
    StringBuilder paragraph = new StringBuilder();
    boolean fenced = false;
    for (String line : body().split("\\R", -1)) {
      String stripped = line.strip();
      if (stripped.startsWith("```") || stripped.startsWith("~~~")) {
        fenced = !fenced;
      }
      boolean prose =
          !fenced
              && !stripped.isEmpty()
              && !stripped.startsWith("```")
              && !stripped.startsWith("~~~")
              && !stripped.startsWith("#")
              && !stripped.startsWith("<")
              && !stripped.startsWith("|")
              && !stripped.startsWith("---")
              && !stripped.startsWith("===");
      if (prose) {
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(stripped);
      } else if (!paragraph.isEmpty()) {
        break;
      }
    }
    // Seen in files whose author forgot the delimiters: the entry stands in the body.
    String text = DESCRIPTION_LABEL.matcher(paragraph).replaceFirst("");
    return text.isBlank() ? Optional.empty() : Optional.of(text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SkillMd md && Arrays.equals(bytes, md.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
