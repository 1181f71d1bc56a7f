package app.satchel.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that are made in a rare way and say the truth, and the same once they do not. */
class UnusualStructureTest {
  @TempDir Path field;
  private Fence fence;

  @BeforeEach
  void setUp() throws IOException {
    fence = new Fence(field);
  }

  @Test
  void acceptsAFolderThatWasDeflatedAsJavaDoes() throws IOException {
    RawZip zip = RawZip.skill();
    zip.deflated("demo/d/", "");

    assertThat(fence.accepts(zip.bytes()).root().resolve("demo/d")).isDirectory();
  }

  @Test
  void readsContentThatEndsWhereABufferEnds() throws IOException {
    RawZip zip = RawZip.skill();
    for (int bytes : new int[] {65_535, 65_536, 65_537, 131_072}) {
      zip.item(RawZip.utf8("demo/deflated" + bytes), new byte[bytes], true);
      zip.item(RawZip.utf8("demo/stored" + bytes), new byte[bytes], false);
    }

    assertThat(fence.accepts(zip.bytes()).entries()).hasSize(9);
  }

  @Test
  void acceptsWhatIsUnusualAndTrue() throws IOException {
    RawZip zip = RawZip.skill();
    zip.stored("demo/old", "x").date = 0;
    zip.stored("demo/late", "x").date = 0xFFFF;
    zip.stored("demo/needs63", "x").versionNeeded = 63;
    zip.stored("demo/world", "x").mode = 0106777;
    zip.first().comment = RawZip.utf8("about this file");
    zip.comment = RawZip.utf8("0123456789abcdef0123456789abcdef01234567");
    zip.reverseDirectory = true;

    ExtractedArchive archive = fence.accepts(zip.bytes());

    assertThat(archive.entries()).hasSize(5);
  }

  @Test
  void acceptsZip64WhenItIsTrue() throws IOException {
    RawZip zip = RawZip.skill();
    RawZip.Item item = zip.first();
    byte[] sizes = RawZip.le(16).putLong(item.local.size).putLong(item.local.packed).array();
    item.both(
        header -> {
          header.size = 0xFFFF_FFFFL;
          header.packed = 0xFFFF_FFFFL;
          header.extra = RawZip.extra(1, sizes);
        });
    zip.zip64 = true;

    fence.accepts(zip.bytes());
    fence.clear();

    item.central.extra = RawZip.extra(1, Arrays.copyOf(sizes, 24));
    fence.refuses(zip.bytes(), "zip-extra-broken");
    item.central.extra = RawZip.extra(1, Arrays.copyOf(sizes, 8));
    fence.refuses(zip.bytes(), "zip-extra-broken");
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 16, 20, 24})
  void readsDataDescriptorsOfEveryShape(int bytes) throws IOException {
    boolean signed = bytes == 16 || bytes == 24;
    boolean wide = bytes >= 20;
    RawZip zip = RawZip.skill();
    zip.stored("demo/stored", "stored with a descriptor");
    for (RawZip.Item item : zip.items) {
      RawZip.Header truth = item.central;
      item.descriptor = RawZip.descriptor(truth.crc, truth.packed, truth.size, signed, wide);
      item.both(header -> header.flags |= 8);
      item.local.crc = 0;
      item.local.packed = 0;
      item.local.size = 0;
    }
    fence.accepts(zip.bytes());
    fence.clear();

    for (int at = 0; at < bytes; at++) {
      zip.first().descriptor[at] ^= 1;
      fence.refuses(zip.bytes(), "zip-descriptor-mismatch");
      zip.first().descriptor[at] ^= 1;
    }
    zip.first().descriptor = new byte[0];
    fence.refuses(zip.bytes(), "zip-descriptor-mismatch");
  }
}
