package app.satchel.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.satchel.task.Cancellation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives made to fill a disk, a memory or an afternoon. */
class ArchiveBombsTest {
  private static final int MIB = 1 << 20;

  @TempDir Path field;
  private Fence fence;

  @BeforeEach
  void setUp() throws IOException {
    fence = new Fence(field);
  }

  @Test
  void refusesAGibibyteOfZeros() throws IOException {
    RawZip zip = RawZip.skill();
    RawZip.Item zeros = zip.item(RawZip.utf8("demo/z"), new byte[MIB], true);
    zeros.both(header -> header.size = 1L << 30);
    fence.refuses(zip.bytes(), "zip-entry-too-large");
  }

  @Test
  void refusesASuspiciousRatioOfOneEntryAndOfAll() throws IOException {
    RawZip one = RawZip.skill();
    one.item(RawZip.utf8("demo/z"), new byte[2 * MIB], true);
    fence.refuses(one.bytes(), "zip-ratio");

    RawZip all = RawZip.skill();
    for (int i = 0; i < 20; i++) {
      all.item(RawZip.utf8("demo/z" + i), new byte[MIB], true);
    }
    fence.refuses(all.bytes(), "zip-total-ratio");
  }

  @Test
  void acceptsAShortFileThatPacksWell() throws IOException {
    RawZip zip = RawZip.skill();
    zip.item(RawZip.utf8("demo/z"), new byte[MIB / 2], true);
    fence.accepts(zip.bytes());
  }

  @Test
  void refusesEntriesThatShareTheirData() throws IOException {
    // All entries point to the one local header.
    RawZip full = new RawZip();
    full.item(RawZip.utf8("a0"), new byte[MIB / 2], true);
    for (int i = 1; i < 200; i++) {
      RawZip.Item same = full.item(RawZip.utf8("a" + i), new byte[64], true);
      same.localHeader = false;
      same.offset = 0L;
    }
    fence.refuses(full.bytes(), "zip-overlap");

    // Each entry's data begin with the headers of all that follow, quoted as stored blocks.
    RawZip quoted = new RawZip();
    byte[] kernel = RawZip.deflate(new byte[1000]);
    for (int i = 0; i < 50; i++) {
      RawZip.Item item = quoted.item(RawZip.utf8("q" + i), new byte[1000], true);
      item.data = i == 49 ? kernel : new byte[] {0, 31, 0, (byte) 0xE0, (byte) 0xFF};
      int after = 49 - i;
      item.both(header -> header.packed = kernel.length + 37L * after);
    }
    fence.refuses(quoted.bytes(), "zip-overlap");
  }

  @Test
  void refusesTooManyEntriesBeforeReadingThem() throws IOException {
    byte[] many = RawZip.of(names(4097)).bytes();
    assertThat(fence.refuses(many, "zip-too-many-entries").what()).contains("4,096");

    RawZip claimed = RawZip.skill();
    claimed.end =
        end -> {
          end.entries = 65_535;
          end.entriesHere = 65_535;
        };
    fence.refuses(claimed.bytes(), "zip-too-many-entries");
  }

  @Test
  void acceptsAsManyEntriesAsThePolicyAllows() throws IOException {
    assertThat(fence.accepts(RawZip.of(names(4096)).bytes()).entries()).hasSize(4096);
  }

  private static String[] names(int count) {
    String[] names = new String[count];
    Arrays.setAll(names, i -> "f" + i);
    return names;
  }

  @Test
  void takesNotOneByteMoreThanWasStated() throws IOException {
    RawZip zip = RawZip.skill();
    zip.item(RawZip.utf8("demo/z"), new byte[8 * MIB], true).both(header -> header.size = 0);
    fence.refuses(zip.bytes(), "zip-size-mismatch");
  }

  @Test
  void allocatesNothingForStatedSizes() throws IOException {
    RawZip small = RawZip.skill();
    small.first().both(header -> header.size = 0xFFFF_FFFEL);
    fence.refuses(small.bytes(), "zip-entry-too-large");

    for (long stated : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, -1}) {
      RawZip huge = RawZip.skill();
      huge.first()
          .both(
              header -> {
                header.size = 0xFFFF_FFFFL;
                header.packed = 0xFFFF_FFFFL;
                header.extra =
                    RawZip.extra(1, RawZip.le(16).putLong(stated).putLong(stated).array());
              });
      fence.refuses(huge.bytes(), "zip-entry-too-large");

      RawZip packed = RawZip.skill();
      packed
          .first()
          .both(
              header -> {
                header.packed = 0xFFFF_FFFFL;
                header.extra = RawZip.extra(1, RawZip.le(8).putLong(stated).array());
              });
      fence.refuses(packed.bytes(), "zip-overlap");
    }
  }

  @Test
  void refusesAListOfFilesBeyondItsLimit() throws IOException {
    RawZip zip = new RawZip();
    for (int i = 0; i < 70; i++) {
      zip.stored("f" + i, "").comment = new byte[65_000];
    }
    fence.refuses(zip.bytes(), "zip-directory-too-large");
  }

  @Test
  void refusesAnArchiveLargerThanAnySkill() throws IOException {
    Path zip = RawZip.skill().write(field.resolve("large.zip"));
    try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "rw")) {
      file.setLength(33L * MIB);
    }
    fence.refuses(zip, "zip-too-large");
  }

  @Test
  void refusesMoreThanTheWholeMayTake() throws IOException {
    RawZip zip = RawZip.skill();
    for (int i = 0; i < 5; i++) {
      RawZip.Item item = zip.item(RawZip.utf8("demo/z" + i), new byte[200_000], false);
      item.both(
          header -> {
            header.method = 8;
            header.size = 15L * MIB;
          });
    }
    fence.refuses(zip.bytes(), "zip-unpacked-too-large");
  }

  /** Text that packs about 20:1. */
  private static byte[] text(int bytes) {
    Random random = new Random(7);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes);
    while (out.size() < bytes) {
      byte[] word = new byte[40];
      random.nextBytes(word);
      for (int i = 0; i < 30; i++) {
        out.writeBytes(word);
      }
    }
    return Arrays.copyOf(out.toByteArray(), bytes);
  }

  @Test
  void keepsNestedArchivesAsFiles() throws IOException {
    byte[] inner = RawZip.skill().bytes();
    for (int level = 0; level < 5; level++) {
      RawZip zip = new RawZip();
      for (int i = 0; i < 10; i++) {
        zip.item(RawZip.utf8(i + ".zip"), inner, true);
      }
      inner = zip.bytes();
    }

    ExtractedArchive archive = fence.accepts(inner);

    assertThat(archive.entries()).hasSize(10).allMatch(e -> e.path().endsWith(".zip"));
    assertThat(archive.skillPaths()).isEmpty();
  }

  @Test
  void givesUpAfterTheTimeAllowed() throws IOException {
    RawZip zip = RawZip.skill();
    zip.item(RawZip.utf8("demo/z"), text(4 * MIB), true);
    Path file = zip.write(field.resolve("slow.zip"));
    ZipLimits standard = ZipLimits.standard();
    ZipLimits hurried =
        new ZipLimits(
            standard.archiveBytes(),
            standard.totalBytes(),
            standard.fileBytes(),
            standard.entries(),
            standard.directoryBytes(),
            standard.entryRatio(),
            standard.totalRatio(),
            standard.ratioFreeBytes(),
            standard.pathBytes(),
            standard.segmentBytes(),
            standard.depth(),
            standard.everySystem(),
            Duration.ofNanos(1));
    assertThatThrownBy(
            () -> SkillArchive.extract(file, field.resolve("s"), hurried, Cancellation.none()))
        .hasMessageContaining("zip-too-slow");
    assertThat(Files.exists(field.resolve("s"))).isFalse();
  }
}
