package app.satchel.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that must not be written, or would be another file on another system. */
class HostileNamesTest {
  @TempDir Path field;
  private Fence fence;

  @BeforeEach
  void setUp() throws IOException {
    fence = new Fence(field);
  }

  static Stream<Arguments> hostileNames() {
    return Stream.of(
        Arguments.of("zip-path-escapes", "../x"),
        Arguments.of("zip-path-escapes", ".."),
        Arguments.of("zip-path-escapes", "a/../../x"),
        Arguments.of("zip-path-escapes", "a/../x"),
        Arguments.of("zip-path-escapes", "../".repeat(40) + "etc/passwd"),
        Arguments.of("zip-path-absolute", "/abs"),
        Arguments.of("zip-path-absolute", "//srv/share/x"),
        Arguments.of("zip-path-colon", "C:x"),
        Arguments.of("zip-path-colon", "C:/x"),
        Arguments.of("zip-path-backslash", "C:\\x"),
        Arguments.of("zip-path-backslash", "\\\\srv\\share\\x"),
        Arguments.of("zip-path-backslash", "a\\..\\b"),
        Arguments.of("zip-path-backslash", "..\\x"),
        Arguments.of("zip-path-empty", "a//b"),
        Arguments.of("zip-path-empty", "./a"),
        Arguments.of("zip-path-empty", "a/."),
        Arguments.of("zip-path-empty", "a/./"),
        Arguments.of("zip-path-empty", "a//"),
        Arguments.of("zip-path-empty", ""),
        Arguments.of("zip-path-empty", "/"),
        Arguments.of("zip-name-control", "a\0.md"),
        Arguments.of("zip-name-control", "SKILL.md\0.txt"),
        Arguments.of("zip-name-control", "a\nb"),
        Arguments.of("zip-name-control", "a\u001b[2Jb"),
        Arguments.of("zip-name-control", "a\u007fb"),
        Arguments.of("zip-name-control", "a\u0085b"),
        Arguments.of("zip-name-control", "a\u2028b"),
        Arguments.of("zip-name-reserved", "CON"),
        Arguments.of("zip-name-reserved", "con.txt"),
        Arguments.of("zip-name-reserved", "con.tar.gz"),
        Arguments.of("zip-name-reserved", "Con .txt"),
        Arguments.of("zip-name-reserved", "a/COM1.md"),
        Arguments.of("zip-name-reserved", "LPT\u00b9"),
        Arguments.of("zip-name-reserved", "com0"),
        Arguments.of("zip-name-reserved", "aux/"),
        Arguments.of("zip-name-reserved", "aux/readme.md"),
        Arguments.of("zip-name-reserved", "CONOUT$"),
        Arguments.of("zip-name-trailing", "a."),
        Arguments.of("zip-name-trailing", "a "),
        Arguments.of("zip-name-trailing", "a /b"),
        Arguments.of("zip-name-trailing", "..."),
        Arguments.of("zip-path-colon", "a:b"),
        Arguments.of("zip-path-colon", "SKILL.md::$DATA"),
        Arguments.of("zip-path-too-long", ("a".repeat(60) + "/").repeat(4)),
        Arguments.of("zip-name-too-long", "a".repeat(101)),
        Arguments.of("zip-path-too-long", "a".repeat(256)),
        Arguments.of("zip-path-too-long", "a".repeat(65_535)),
        Arguments.of("zip-path-too-deep", "a/".repeat(16) + "a"),
        Arguments.of("zip-name-hidden", "a\u202egnp.md"),
        Arguments.of("zip-name-hidden", "SKILL\u200b.md"),
        Arguments.of("zip-name-hidden", "\ufeffSKILL.md"),
        Arguments.of("zip-name-hidden", "a\u2066b"),
        Arguments.of("zip-name-hidden", "a\u3164b"),
        Arguments.of("zip-path-escapes", "__MACOSX/../../x"));
  }

  @ParameterizedTest
  @MethodSource("hostileNames")
  void refusesTheWholeArchiveForOneHostileName(String code, String name) throws IOException {
    RawZip zip = RawZip.skill();
    zip.stored(name, "hostile");

    String said = fence.refuses(zip.bytes(), code).report();

    // What is shown cannot itself fool anybody, or fill the screen.
    assertThat(said).doesNotContain("\u202e", "\u001b", "\0").hasSizeLessThan(1500);
  }

  static Stream<Arguments> collisions() {
    return Stream.of(
        Arguments.of("zip-duplicate-name", "a/SKILL.md", "a/skill.MD"),
        Arguments.of("zip-duplicate-name", "SKILL.md", "SKILL.md"),
        Arguments.of("zip-duplicate-name", "caf\u00e9.md", "cafe\u0301.md"),
        Arguments.of("zip-duplicate-name", "stra\u00dfe.md", "STRASSE.md"),
        Arguments.of("zip-duplicate-name", "\u1e9e", "ss"),
        Arguments.of("zip-duplicate-name", "\u0131.md", "I.md"),
        Arguments.of("zip-duplicate-name", "\u212a.md", "k.md"),
        Arguments.of("zip-duplicate-name", "\u03c3.md", "\u03c2.md"),
        Arguments.of("zip-duplicate-name", "Scripts/a", "scripts/b"),
        Arguments.of("zip-duplicate-name", "d/", "d/"),
        Arguments.of("zip-duplicate-name", "D/x", "d/"),
        Arguments.of("zip-file-and-folder", "a", "a/b"),
        Arguments.of("zip-file-and-folder", "a/b", "a"),
        Arguments.of("zip-file-and-folder", "a/b", "A"),
        Arguments.of("zip-file-and-folder", "a/", "a"),
        Arguments.of("zip-file-and-folder", "a", "a/"));
  }

  @ParameterizedTest
  @MethodSource("collisions")
  void refusesNamesThatAreOneFileSomewhere(String code, String one, String other)
      throws IOException {
    fence.refuses(RawZip.of(one, other).bytes(), code);
  }

  @Test
  void acceptsAFolderListedBeforeOrAfterItsContent() throws IOException {
    ExtractedArchive archive = fence.accepts(RawZip.of("d/x", "d/", "e/", "e/y").bytes());

    assertThat(archive.entries())
        .extracting(ExtractedArchive.Entry::path)
        .containsExactly("d", "d/x", "e", "e/y");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "IBM437", "Shift_JIS"})
  void refusesNamesInAnEncodingThatNobodyCanTell(String charset) throws IOException {
    byte[] name =
        "\u00e9\u8868\u00e4.md"
            .replace(charset.equals("Shift_JIS") ? "\u00e9" : "\u8868", "")
            .getBytes(Charset.forName(charset));
    RawZip zip = new RawZip();
    zip.item(name, RawZip.utf8("x"), false).both(header -> header.flags = 0);

    fence.refuses(zip.bytes(), "zip-name-encoding");
  }

  @Test
  void refusesUtf8ThatIsMarkedAndBroken() throws IOException {
    RawZip zip = new RawZip();
    zip.item(new byte[] {'a', (byte) 0xC0, (byte) 0xAF, 'b'}, RawZip.utf8("x"), false);

    fence.refuses(zip.bytes(), "zip-name-encoding");
  }

  @Test
  void acceptsUtf8WithoutItsFlagAsMacosWritesIt() throws IOException {
    RawZip zip = RawZip.of("\u4e16\u754c.md");
    zip.first().both(header -> header.flags = 0);

    assertThat(fence.accepts(zip.bytes()).topLevel()).containsExactly("\u4e16\u754c.md");
  }

  @Test
  void refusesASecondNameInTheUnicodePathField() throws IOException {
    byte[] raw = RawZip.utf8("SKILL.md");
    RawZip zip = RawZip.of("SKILL.md");
    zip.first().both(header -> header.extra = RawZip.unicodePath(raw, "../evil.sh"));
    fence.refuses(zip.bytes(), "zip-name-unicode-extra");

    zip.first().both(header -> header.extra = RawZip.unicodePath(RawZip.utf8("b"), "SKILL.md"));
    fence.refuses(zip.bytes(), "zip-name-unicode-extra");

    zip.first().both(header -> header.extra = new byte[0]);
    zip.first().local.extra = RawZip.unicodePath(raw, "evil.sh");
    fence.refuses(zip.bytes(), "zip-name-unicode-extra");
  }

  @Test
  void acceptsAUnicodePathFieldThatAgrees() throws IOException {
    String name = "\u00e4.md";
    byte[] raw = name.getBytes(StandardCharsets.UTF_8);
    RawZip zip = RawZip.of(name);
    zip.first().both(header -> header.extra = RawZip.unicodePath(raw, name));

    fence.accepts(zip.bytes());
  }

  @Test
  void acceptsTheLongestAndDeepestPath() throws IOException {
    String deep = "a/".repeat(15) + "a";
    String longest = "b".repeat(100) + "/" + "c".repeat(100) + "/" + "d".repeat(38);

    ExtractedArchive archive = fence.accepts(RawZip.of(deep, longest).bytes());

    assertThat(archive.root().resolve(longest)).isRegularFile();
    assertThat(archive.root().resolve(deep)).isRegularFile();
  }

  @Test
  void dropsWhatSystemsLeaveBehindAndSaysSo() throws IOException {
    RawZip zip = RawZip.skill();
    for (String junk :
        new String[] {
          "__MACOSX/",
          "__MACOSX/demo/._SKILL.md",
          "demo/.DS_Store",
          "demo/._x",
          "demo/Thumbs.db",
          "demo/DESKTOP.INI"
        }) {
      zip.stored(junk, "junk");
    }
    zip.stored("demo/.hidden", "kept");

    ExtractedArchive archive = fence.accepts(zip.bytes());

    assertThat(archive.dropped())
        .containsExactly(
            "__MACOSX/",
            "__MACOSX/demo/._SKILL.md",
            "demo/.DS_Store",
            "demo/._x",
            "demo/DESKTOP.INI",
            "demo/Thumbs.db");
    assertThat(archive.topLevel()).containsExactly("demo");
    assertThat(archive.entries())
        .extracting(ExtractedArchive.Entry::path)
        .containsExactly("demo/.hidden", "demo/SKILL.md");
    assertThat(Files.exists(archive.root().resolve("__MACOSX"))).isFalse();
  }

  @Test
  void checksJunkLikeAnyOtherEntry() throws IOException {
    RawZip zip = RawZip.skill();
    zip.stored("demo/.DS_Store", "junk").both(header -> header.crc ^= 1);

    fence.refuses(zip.bytes(), "zip-crc-mismatch");
  }
}
