package app.satchel.ui.files;

import app.satchel.markdown.MarkdownDocument;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillMd;
import app.satchel.task.Cancellation;
import app.satchel.ui.markdown.Highlighter;
import app.satchel.ui.markdown.PictureBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import javafx.scene.image.Image;

/** Reads a file as far as it can be shown. Blocks. Safe for use by several threads. */
final class FileReading {
  /** The beginning of a text that is shown. */
  static final int MOST_TEXT = 1 << 20;

  private static final Set<String> MARKDOWN = Set.of("md", "markdown", "mdx");

  /** In a text, at most one character in so many may be none. */
  private static final int BROKEN = 20;

  /** Null until the first file is read: a window is there before that. */
  private Knowledge knowledge;

  private final BiFunction<String, String, MarkdownDocument> markdown;

  /**
   * @param markdown reads a document, given its text and its path in the skill
   */
  FileReading(BiFunction<String, String, MarkdownDocument> markdown) {
    this.markdown = markdown;
  }

  /** What is known of languages and sorts of files. */
  private record Knowledge(Highlighter highlighter, FileKinds kinds) {}

  private synchronized Knowledge knowledge() {
    if (knowledge == null) {
      knowledge = new Knowledge(Highlighter.load(), FileKinds.load());
    }
    return knowledge;
  }

  FileContent read(SkillFile file, Cancellation cancellation) throws IOException {
    byte[] head = head(file);
    if (file.type() != SkillFile.Type.REGULAR) {
      return new FileContent.Link(new String(head, StandardCharsets.UTF_8));
    }
    Optional<String> text = text(head, head.length < file.bytes());
    if (text.isPresent()) {
      return text(file, text.get(), head.length < file.bytes());
    }
    Optional<FileKinds.Kind> kind = knowledge().kinds().of(file.fileName(), head);
    boolean picture = kind.filter(one -> one.words().endsWith("picture")).isPresent();
    if (picture && file.bytes() <= PictureBytes.MOST_BYTES) {
      Optional<Image> image = PictureBytes.decode(file.read());
      if (image.isPresent()) {
        return new FileContent.Picture(image.get());
      }
    }
    return new FileContent.Binary(
        kind.map(FileKinds.Kind::words).orElse(null),
        kind.filter(one -> one.contradicts(file.fileName())).isPresent(),
        sha256(file, cancellation),
        picture);
  }

  private FileContent text(SkillFile file, String text, boolean cut) {
    Highlighter highlighter = knowledge().highlighter();
    String language = highlighter.ofFile(file.fileName());
    if (language.isEmpty() && text.startsWith("#!")) {
      language = text.lines().findFirst().orElse("").contains("python") ? "python" : "bash";
    }
    FileContent.Text source =
        new FileContent.Text(text, lines(highlighter.tokens(language, text)), cut);
    String name = file.fileName().toLowerCase(Locale.ROOT);
    if (!MARKDOWN.contains(name.substring(name.lastIndexOf('.') + 1))) {
      return source;
    }
    return new FileContent.Markdown(
        markdown.apply(SkillMd.parse(text).body(), file.path()), source);
  }

  private static byte[] head(SkillFile file) throws IOException {
    try (InputStream in = file.content().open()) {
      return in.readNBytes(MOST_TEXT);
    }
  }

  /** The text that bytes are; empty when they are none. */
  static Optional<String> text(byte[] bytes, boolean cut) {
    boolean utf16 =
        bytes.length >= 2
            && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
                || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF);
    if (utf16) {
      return Optional.of(new String(bytes, StandardCharsets.UTF_16));
    }
    for (byte one : bytes) {
      if (one == 0) {
        return Optional.empty();
      }
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    long broken = text.chars().filter(c -> c == '\uFFFD').count();
    if (broken * BROKEN > text.length()) {
      return Optional.empty();
    }
    // The bound may have cut through a character.
    return Optional.of(
        cut && text.endsWith("\uFFFD") ? text.substring(0, text.length() - 1) : text);
  }

  /** Cuts pieces at the ends of lines. */
  static List<List<Highlighter.Token>> lines(List<Highlighter.Token> tokens) {
    List<List<Highlighter.Token>> lines = new ArrayList<>();
    List<Highlighter.Token> line = new ArrayList<>();
    for (Highlighter.Token token : tokens) {
      String text = token.text();
      int from = 0;
      for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
        add(line, token.kind(), text.substring(from, end));
        dropReturn(line);
        lines.add(List.copyOf(line));
        line.clear();
        from = end + 1;
      }
      add(line, token.kind(), text.substring(from));
    }
    if (!line.isEmpty() || lines.isEmpty()) {
      lines.add(List.copyOf(line));
    }
    return List.copyOf(lines);
  }

  private static void add(List<Highlighter.Token> line, Highlighter.Kind kind, String text) {
    if (!text.isEmpty()) {
      line.add(new Highlighter.Token(kind, text));
    }
  }

  /** The line ends of Windows begin with a sign that belongs to no line. */
  private static void dropReturn(List<Highlighter.Token> line) {
    if (!line.isEmpty() && line.getLast().text().endsWith("\r")) {
      Highlighter.Token last = line.removeLast();
      add(line, last.kind(), last.text().substring(0, last.text().length() - 1));
    }
  }

  private static String sha256(SkillFile file, Cancellation cancellation) throws IOException {
    try (InputStream in = file.content().open()) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[64 * 1024];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        cancellation.throwIfCancelled();
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
