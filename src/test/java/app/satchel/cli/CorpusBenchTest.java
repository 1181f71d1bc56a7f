package app.satchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long whole trees of real skills take, packing beside checking in the same minute ({@code mvn
 * test -Pbench}). Prints figures and asserts only that every skill was answered.
 */
@Tag("bench")
class CorpusBenchTest {
  private static final int ROUNDS = 3;

  @TempDir Path dir;

  @Test
  void packBesideCheck() throws IOException {
    Path tar =
        Path.of(System.getProperty("satchel.shared", "../shared")).resolve("corpus/dev.tar.gz");
    if (!Files.isReadable(tar)) {
      Assumptions.abort("The corpus of real skills is not beside the project: " + tar);
    }
    Path skills = dir.resolve("skills");
    unpack(tar, skills);
    for (int round = 1; round <= ROUNDS; round++) {
      Path out = dir.resolve("out-" + round);
      double check = seconds("check", "--recursive", "--json", "--quiet", skills.toString());
      double pack =
          seconds(
              "pack", "--recursive", "--json", "--quiet", "-o", out.toString(), skills.toString());
      System.out.printf(
          Locale.ROOT,
          "round %d: check %.1f s, pack %.1f s, pack/check %.2f, most heap %d MB, %d processors%n",
          round,
          check,
          pack,
          pack / check,
          mostHeap() >> 20,
          Runtime.getRuntime().availableProcessors());
    }
  }

  private double seconds(String... args) {
    long start = System.nanoTime();
    CliRun run = CliRun.of(dir.resolve("home"), args);
    double seconds = (System.nanoTime() - start) / 1e9;
    assertThat(run.lines()).hasSizeGreaterThan(3000);
    return seconds;
  }

  private static long mostHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  private static void unpack(Path tar, Path into) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(tar));
        TarArchiveInputStream entries =
            new TarArchiveInputStream(new GzipCompressorInputStream(in))) {
      for (TarArchiveEntry entry = entries.getNextEntry();
          entry != null;
          entry = entries.getNextEntry()) {
        Path place = into.resolve(entry.getName()).normalize();
        if (place.startsWith(into) && entry.isFile() && !entry.isSymbolicLink()) {
          Files.createDirectories(place.getParent());
          Files.copy(entries, place);
        }
      }
    }
  }
}
