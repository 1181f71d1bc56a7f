package app.satchel.archive;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/**
 * Damages good archives at random. Whatever comes out is either refused with our own kind of
 * exception, or is read by the JDK exactly as by us; and nothing is ever written beside staging.
 */
class MutatedArchivesProperties {
  private static final List<byte[]> SEEDS = seeds();

  private Path field;

  @BeforeProperty
  void makeField() throws IOException {
    field = Files.createTempDirectory("mutated");
  }

  @AfterProperty
  void removeField() throws IOException {
    Trees.delete(field);
  }

  @Property(tries = 2500)
  void isRefusedOrReadAsTheJdkReadsIt(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    byte[] zip = mutate(SEEDS.get(random.nextInt(SEEDS.size())).clone(), random);
    Path file = Files.write(field.resolve("m.zip"), zip);
    Path staging = field.resolve("staging");
    try {
      ExtractedArchive archive =
          SkillArchive.extract(file, staging, ZipLimits.standard(), Cancellation.none());
      assertSameAsJdk(file, archive);
      Trees.delete(staging);
    } catch (ProblemException e) {
      assertThat(e.problem().kind()).isEqualTo(ProblemKind.INPUT);
    }
    assertThat(Trees.list(field)).containsOnlyKeys("", "m.zip");
  }

  private static void assertSameAsJdk(Path file, ExtractedArchive archive) throws IOException {
    try (ZipFile jdk = new ZipFile(file.toFile())) {
      int kept = 0;
      for (Enumeration<? extends ZipEntry> all = jdk.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        Path ours = archive.root().resolve(entry.getName());
        if (PathRules.junk(entry.getName(), entry.isDirectory())) {
          continue;
        }
        kept++;
        if (entry.isDirectory()) {
          assertThat(ours).isDirectory();
        } else {
          assertThat(ours).hasBinaryContent(jdk.getInputStream(entry).readAllBytes());
        }
      }
      assertThat(archive.entries()).hasSize(kept);
    }
  }

  private static byte[] mutate(byte[] zip, Random random) {
    byte[] bytes = zip;
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(7)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> bytes[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
        case 3 -> {
          for (int j = at; j < Math.min(at + 4, bytes.length); j++) {
            bytes[j] = (byte) 0xFF;
          }
        }
        case 4 -> {
          // A piece of the archive copied over another.
          int from = random.nextInt(bytes.length);
          int count = Math.min(random.nextInt(46) + 1, bytes.length - Math.max(from, at));
          System.arraycopy(bytes, from, bytes, at, count);
        }
        case 5 -> bytes = without(bytes, at, random.nextInt(8) + 1);
        default -> bytes = with(bytes, at, random.nextInt(8) + 1);
      }
      if (bytes.length == 0) {
        return bytes;
      }
    }
    return bytes;
  }

  private static byte[] without(byte[] bytes, int at, int count) {
    int cut = Math.min(count, bytes.length - at);
    byte[] shorter = new byte[bytes.length - cut];
    System.arraycopy(bytes, 0, shorter, 0, at);
    System.arraycopy(bytes, at + cut, shorter, at, shorter.length - at);
    return shorter;
  }

  private static byte[] with(byte[] bytes, int at, int count) {
    byte[] longer = new byte[bytes.length + count];
    System.arraycopy(bytes, 0, longer, 0, at);
    System.arraycopy(bytes, at, longer, at + count, bytes.length - at);
    return longer;
  }

  private static List<byte[]> seeds() {
    RawZip plain = RawZip.skill();
    plain.stored("demo/a.md", "a");
    RawZip zip64 = RawZip.skill();
    RawZip.Header truth = zip64.first().central;
    byte[] sizes = RawZip.le(16).putLong(truth.size).putLong(truth.packed).array();
    zip64
        .first()
        .both(
            header -> {
              header.size = 0xFFFF_FFFFL;
              header.packed = 0xFFFF_FFFFL;
              header.extra = RawZip.extra(1, sizes);
            });
    zip64.zip64 = true;
    RawZip streamed = RawZip.skill();
    streamed.stored("demo/d/", "");
    streamed.stored("demo/d/b", "bbbb");
    for (RawZip.Item item : streamed.items) {
      item.descriptor =
          RawZip.descriptor(item.central.crc, item.central.packed, item.central.size, true, false);
      item.both(header -> header.flags |= 8);
      item.local.crc = 0;
      item.local.packed = 0;
      item.local.size = 0;
    }
    streamed.comment = RawZip.utf8("a comment");
    RawZip named = RawZip.of("\u4e16/\u754c.md", "__MACOSX/._x", "s/\u00e9/");
    named
        .first()
        .both(header -> header.extra = RawZip.unicodePath(header.name, "\u4e16/\u754c.md"));
    return List.of(plain.bytes(), zip64.bytes(), streamed.bytes(), named.bytes());
  }
}
