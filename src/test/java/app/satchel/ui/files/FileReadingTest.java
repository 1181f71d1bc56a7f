package app.satchel.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.markdown.MarkdownReader;
import app.satchel.skill.SkillFile;
import app.satchel.task.Cancellation;
import app.satchel.ui.markdown.Highlighter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReadingTest {
  private final FileReading reading = new FileReading(new MarkdownReader()::read);

  @Test
  void textComesInLinesWithItsColours() throws IOException {
    FileContent.Text text = (FileContent.Text) read("a.py", "import x\n\n\"\"\"a\nb\"\"\"\n");
    assertThat(text.lines()).hasSize(4);
    assertThat(text.lines().getFirst().getFirst())
        .isEqualTo(new Highlighter.Token(Highlighter.Kind.KEYWORD, "import"));
    assertThat(text.lines().get(1)).isEmpty();
    assertThat(text.lines().get(3))
        .containsExactly(new Highlighter.Token(Highlighter.Kind.STRING, "b\"\"\""));
    assertThat(text.cut()).isFalse();
  }

  @Property
  void linesAreTheText(
      @ForAll List<@net.jqwik.api.constraints.StringLength(max = 8) String> parts) {
    String text = String.join("\n", parts);
    List<Highlighter.Token> tokens = List.of(new Highlighter.Token(Highlighter.Kind.PLAIN, text));
    String again =
        FileReading.lines(tokens).stream()
            .map(line -> line.stream().map(Highlighter.Token::text).collect(Collectors.joining()))
            .collect(Collectors.joining("\n"));
    assertThat(again).isEqualTo(text.replace("\r\n", "\n").replaceAll("\n\\z", ""));
  }

  @Test
  void onlyTheBeginningOfALargeTextIsRead() throws IOException {
    FileContent.Text text =
        (FileContent.Text) read("a.txt", "\u00e9".repeat(FileReading.MOST_TEXT));
    assertThat(text.cut()).isTrue();
    assertThat(text.whole()).hasSize(FileReading.MOST_TEXT / 2).doesNotContain("\uFFFD");
  }

  @Test
  void markdownIsRenderedWithoutItsHeadAndKeptAsWritten() throws IOException {
    FileContent.Markdown markdown =
        (FileContent.Markdown) read("references/a.md", "---\ntitle: x\n---\n# A\n\n[b](b.md)\n");
    assertThat(markdown.source().whole()).startsWith("---");
    assertThat(markdown.document().toString())
        .contains("references/b.md")
        .doesNotContain("title: x");
  }

  @Test
  void whatIsNoTextIsDescribed() throws IOException {
    FileContent.Binary program =
        (FileContent.Binary)
            reading.read(file("photo.png", 0x7F, 'E', 'L', 'F', 0, 1), Cancellation.none());
    assertThat(program.kind()).isEqualTo("Linux program or library");
    assertThat(program.contrary()).isTrue();
    assertThat(program.sha256()).hasSize(64);
    FileContent.Binary book =
        (FileContent.Binary) reading.read(file("a.xlsx", 'P', 'K', 3, 4, 0), Cancellation.none());
    assertThat(book.kind()).isEqualTo("Excel workbook");
    assertThat(book.contrary()).isFalse();
    FileContent.Binary unknown =
        (FileContent.Binary) reading.read(file("a.bin", 1, 0, 2), Cancellation.none());
    assertThat(unknown.kind()).isNull();
  }

  @Test
  void aPictureThatWouldBeHugeIsDescribedOnly() throws IOException {
    SkillFile bomb =
        file(
            "a.png", 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 1, 0,
            0, 0, 1, 0, 0);
    FileContent.Binary picture = (FileContent.Binary) reading.read(bomb, Cancellation.none());
    assertThat(picture.tooLarge()).isTrue();
  }

  @Test
  void aLinkIsNotFollowed() throws IOException {
    SkillFile link =
        new SkillFile(
            "a",
            0,
            SkillFile.Type.LINK,
            false,
            SkillFile.Content.of("/etc/passwd".getBytes(StandardCharsets.UTF_8)));
    assertThat(reading.read(link, Cancellation.none()))
        .isEqualTo(new FileContent.Link("/etc/passwd"));
  }

  @Test
  void whatIsOpenedOutsideLiesInTheSkill(@TempDir Path home) throws IOException {
    Path skill = Files.createDirectories(home.resolve("skill"));
    Path inside = Files.writeString(skill.resolve("a.md"), "a");
    Path outside = Files.writeString(home.resolve("secret.md"), "s");
    Files.createSymbolicLink(skill.resolve("link.md"), outside);
    Files.createSymbolicLink(skill.resolve("folder"), home);
    assertThat(FilesModel.below(skill, "a.md")).isEqualTo(inside.toRealPath());
    assertThat(FilesModel.below(skill, "../secret.md")).isNull();
    assertThat(FilesModel.below(skill, "link.md")).isNull();
    assertThat(FilesModel.below(skill, "folder/secret.md")).isNull();
    assertThat(FilesModel.below(skill, "none.md")).isNull();
  }

  private FileContent read(String path, String text) throws IOException {
    return reading.read(
        SkillFile.of(path, text.getBytes(StandardCharsets.UTF_8)), Cancellation.none());
  }

  private static SkillFile file(String path, int... bytes) {
    byte[] content = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      content[i] = (byte) bytes[i];
    }
    return SkillFile.of(path, content);
  }
}
