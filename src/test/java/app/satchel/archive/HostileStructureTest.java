package app.satchel.archive;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that are cut, damaged, or made to be read in two ways. */
class HostileStructureTest {
  @TempDir Path field;
  private Fence fence;

  @BeforeEach
  void setUp() throws IOException {
    fence = new Fence(field);
  }

  private static Arguments lie(String code, String what, Consumer<RawZip> lie) {
    return Arguments.of(code, what, lie);
  }

  private static Arguments firstLie(String code, String what, Consumer<RawZip.Item> lie) {
    return lie(code, what, zip -> lie.accept(zip.first()));
  }

  static Stream<Arguments> lies() {
    byte[] inner = RawZip.skill().bytes();
    return Stream.of(
            Stream.of(
                lie("zip-prefix", "one byte before", zip -> zip.prefix = new byte[1]),
                lie(
                    "zip-prefix",
                    "a shell script before, offsets not adjusted",
                    zip -> {
                      zip.prefix = RawZip.utf8("#!/bin/sh\nexec unzip $0\n");
                      zip.end = end -> end.directoryOffset -= zip.prefix.length;
                    }),
                lie("zip-trailing-data", "a line end after", zip -> zip.suffix = new byte[] {10}),
                lie("zip-truncated", "1 MB after", zip -> zip.suffix = new byte[1 << 20]),
                lie("zip-ambiguous-end", "a ZIP in the comment", zip -> zip.comment = inner),
                lie(
                    "zip-ambiguous-end",
                    "an end in the comment",
                    zip -> zip.comment = RawZip.utf8("PK\5\6")),
                lie("zip-gap", "a ZIP before, offsets adjusted", zip -> zip.prefix = inner),
                lie(
                    "zip-end-mismatch",
                    "two ZIPs in a row",
                    zip -> {
                      zip.prefix = inner;
                      zip.first().offset = 0L;
                      zip.end = end -> end.directoryOffset -= inner.length;
                    }),
                lie("zip-gap", "bytes before the directory", zip -> zip.beforeDirectory = inner),
                lie(
                    "zip-end-mismatch",
                    "bytes after the directory",
                    zip -> zip.afterDirectory = new byte[3]),
                lie(
                    "zip-gap",
                    "first entry not listed",
                    zip -> {
                      zip.stored("b", "b");
                      zip.first().inDirectory = false;
                    }),
                lie(
                    "zip-gap",
                    "last entry not listed",
                    zip -> zip.stored("b", "b").inDirectory = false),
                lie(
                    "zip-overlap",
                    "an entry listed that is the first again",
                    zip -> {
                      RawZip.Item again = zip.stored("demo/b", "b");
                      again.localHeader = false;
                      again.offset = 0L;
                    }),
                lie(
                    "zip-local-missing",
                    "an entry without its header",
                    zip -> {
                      RawZip.Item missing = zip.stored("demo/b", "b");
                      missing.localHeader = false;
                      missing.offset = 1_000_000L;
                    }),
                lie("zip-multi-disk", "disk 1", zip -> zip.end = end -> end.disk = 1),
                lie(
                    "zip-multi-disk",
                    "directory on disk 1",
                    zip -> zip.end = end -> end.directoryDisk = 1),
                lie(
                    "zip-multi-disk",
                    "fewer entries here than in all",
                    zip -> zip.end = end -> end.entries = 2),
                lie(
                    "zip-directory-broken",
                    "count too high",
                    zip ->
                        zip.end =
                            end -> {
                              end.entries = 2;
                              end.entriesHere = 2;
                            }),
                lie(
                    "zip-directory-broken",
                    "count too low",
                    zip ->
                        zip.end =
                            end -> {
                              end.entries = 0;
                              end.entriesHere = 0;
                            }),
                lie(
                    "zip-end-mismatch",
                    "size too small",
                    zip -> zip.end = end -> end.directoryBytes--),
                lie(
                    "zip-end-mismatch",
                    "offset too large",
                    zip -> zip.end = end -> end.directoryOffset++),
                lie(
                    "zip-end-mismatch",
                    "zip64 and plain end disagree",
                    zip -> {
                      zip.zip64 = true;
                      zip.end = end -> end.directoryOffset = 3;
                    })),
            Stream.of(
                firstLie(
                    "zip-local-mismatch",
                    "another name in front",
                    item -> item.local.name = RawZip.utf8("demo/EVIL0.md")),
                firstLie("zip-local-mismatch", "method", item -> item.local.method = 0),
                firstLie("zip-local-mismatch", "flags", item -> item.local.flags = 0x800),
                firstLie("zip-local-mismatch", "size", item -> item.local.size++),
                firstLie("zip-local-mismatch", "packed size", item -> item.local.packed--),
                firstLie("zip-local-mismatch", "CRC", item -> item.local.crc ^= 1),
                firstLie(
                    "zip-crc-mismatch",
                    "both CRCs wrong",
                    item -> item.both(header -> header.crc ^= 1)),
                firstLie(
                    "zip-size-mismatch",
                    "both sizes too small",
                    item -> item.both(header -> header.size--)),
                firstLie(
                    "zip-size-mismatch",
                    "both sizes too large",
                    item -> item.both(header -> header.size++)),
                firstLie(
                    "zip-data-broken",
                    "data end early",
                    item -> {
                      item.data = Arrays.copyOf(item.data, item.data.length - 3);
                      item.both(header -> header.packed -= 3);
                    }),
                firstLie(
                    "zip-data-broken",
                    "bytes after the deflated data",
                    item -> {
                      item.data = Arrays.copyOf(item.data, item.data.length + 3);
                      item.both(header -> header.packed += 3);
                    }),
                firstLie(
                    "zip-data-broken",
                    "no deflate data",
                    item -> Arrays.fill(item.data, (byte) 0xFF)),
                firstLie(
                    "zip-extra-broken",
                    "extra field overflows",
                    item -> item.central.extra = new byte[] {1, 2, 9, 0, 0}),
                firstLie(
                    "zip-extra-broken",
                    "local extra field overflows",
                    item -> item.local.extra = new byte[] {1, 2, 9, 0, 0}),
                firstLie("zip-entry-disk", "entry on disk 1", item -> item.disk = 1),
                firstLie(
                    "zip-encrypted", "ZipCrypto", item -> item.both(header -> header.flags |= 1)),
                firstLie(
                    "zip-encrypted", "strong", item -> item.both(header -> header.flags |= 0x41)),
                firstLie(
                    "zip-encrypted",
                    "masked headers",
                    item -> item.both(header -> header.flags |= 0x2000)),
                firstLie(
                    "zip-encrypted",
                    "AES field only",
                    item ->
                        item.both(
                            header ->
                                header.extra =
                                    RawZip.extra(0x9901, new byte[] {2, 0, 'A', 'E', 3, 8, 0}))),
                firstLie(
                    "zip-flags", "patch data", item -> item.both(header -> header.flags |= 0x20))),
            Stream.of(1, 2, 6, 9, 12, 14, 93, 95, 98, 99)
                .map(
                    method ->
                        firstLie(
                            "zip-method",
                            "method " + method,
                            item -> item.both(header -> header.method = method))))
        .flatMap(stream -> stream);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("lies")
  void refusesEveryLie(String code, String what, Consumer<RawZip> lie) throws IOException {
    fence.refuses(RawZip.skill().with(lie).bytes(), code);
  }

  @Test
  void namesTheEntryAndSaysWhatToDo() throws IOException {
    RawZip zip = RawZip.skill();
    zip.stored("demo/../../.bashrc", "x");

    Problem problem = fence.refuses(zip.bytes(), "zip-path-escapes");

    assertThat(problem.what()).contains("archive.zip").contains("demo/../../.bashrc");
    assertThat(problem.meaning()).contains("Nothing was written");
    assertThat(problem.next()).contains("ask the author");
    assertThat(problem.details()).contains("entry: demo/../../.bashrc");
  }

  @ParameterizedTest
  @ValueSource(ints = {0120777, 0120000})
  void refusesLinksWhateverTheyPointTo(int mode) throws IOException {
    for (String target : new String[] {"../../x", "SKILL.md"}) {
      for (int host : new int[] {0, 3, 19}) {
        RawZip zip = RawZip.skill();
        RawZip.Item link = zip.stored("demo/link", target);
        link.mode = mode;
        link.host = host;

        fence.refuses(zip.bytes(), "zip-link");
      }
    }
  }

  @Test
  void refusesAFileThroughALinkedFolder() throws IOException {
    RawZip zip = RawZip.skill();
    zip.stored("demo/dir", "/etc").mode = 0120777;
    zip.stored("demo/dir/passwd", "x");

    fence.refuses(zip.bytes(), "zip-link");
  }

  @Test
  void refusesLinksHiddenInExtraFields() throws IOException {
    byte[] pkware = RawZip.le(12 + 9).put(12, (byte) '.').array();
    byte[] asi = RawZip.le(14 + 8).putInt(6, 8).array();
    for (byte[] extra : new byte[][] {RawZip.extra(0x000d, pkware), RawZip.extra(0x756e, asi)}) {
      RawZip zip = RawZip.skill();
      zip.first().central.extra = extra;
      fence.refuses(zip.bytes(), "zip-link");

      zip.first().central.extra = new byte[0];
      zip.first().local.extra = extra;
      fence.refuses(zip.bytes(), "zip-link");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0020666, 0060660, 0010600, 0140755, 0177777})
  void refusesDevicesPipesAndSockets(int mode) throws IOException {
    RawZip zip = RawZip.skill();
    zip.stored("demo/device", "").mode = mode;

    fence.refuses(zip.bytes(), "zip-device");
  }

  @Test
  void refusesWhatIsAFolderByNameAndAFileByType() throws IOException {
    RawZip zip = RawZip.skill();
    zip.stored("demo/x/", "").mode = 0100644;
    fence.refuses(zip.bytes(), "zip-type-mismatch");

    RawZip other = RawZip.skill();
    other.stored("demo/x", "").mode = 0040755;
    fence.refuses(other.bytes(), "zip-type-mismatch");
  }

  @Test
  void refusesAFolderWithContent() throws IOException {
    RawZip zip = RawZip.skill();
    zip.item(RawZip.utf8("demo/d/"), RawZip.utf8("content"), false);

    fence.refuses(zip.bytes(), "zip-folder-with-content");
  }

  @Test
  void refusesACutArchiveWhereverItIsCut() throws IOException {
    RawZip zip = RawZip.skill();
    for (int i = 0; i < 20; i++) {
      zip.deflated("demo/references/" + i + ".md", "line " + i + "\n".repeat(i));
    }
    zip.comment = RawZip.utf8("made by a test");
    byte[] whole = zip.bytes();
    for (int tenth = 1; tenth < 10; tenth++) {
      fence.refuses(Arrays.copyOf(whole, whole.length * tenth / 10), "zip-truncated");
    }
    for (int length = 4; length < whole.length; length += length < 60 ? 1 : 37) {
      fence.refuses(Arrays.copyOf(whole, length), "zip-truncated");
    }
    for (int missing = 1; missing < 60; missing++) {
      fence.refuses(Arrays.copyOf(whole, whole.length - missing), "zip-truncated");
    }
  }

  @Test
  void refusesEveryFlippedBitOfStoredData() throws IOException {
    byte[] whole = RawZip.of("a").bytes();
    for (int bit = 0; bit < 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[34] ^= (byte) (1 << bit);
      fence.refuses(flipped, "zip-crc-mismatch");
    }
  }
}
