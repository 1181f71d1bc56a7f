package app.satchel.archive;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is packed comes out again, byte for byte. */
class ZipRoundTripProperties {
  @Property(tries = 150)
  void everySkillSurvivesPackingAndUnpacking(@ForAll("contents") Map<String, byte[]> contents)
      throws IOException {
    List<SkillFile> files = new ArrayList<>();
    files.add(
        SkillFile.of(
            "SKILL.md", "---\nname: s\ndescription: d\n---\n".getBytes(StandardCharsets.UTF_8)));
    contents.forEach((path, bytes) -> files.add(SkillFile.of(path, bytes)));
    SkillFolder skill = SkillFolder.of("skill", files);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BuiltZip built = ZipBuilder.write(skill, out);

    Path temp = Files.createTempDirectory("round-trip");
    try {
      Path zip = Files.write(temp.resolve("s.zip"), out.toByteArray());
      ExtractedArchive archive =
          SkillArchive.extract(
              zip, temp.resolve("staging"), ZipLimits.ofOurOwn(), Cancellation.none());
      SkillFolder again = archive.skill("skill");

      assertThat(built.entries()).isEqualTo(files.size());
      assertThat(again.files())
          .extracting(SkillFile::path)
          .isEqualTo(skill.files().stream().map(SkillFile::path).toList());
      for (SkillFile file : skill.files()) {
        assertThat(again.file(file.path()).orElseThrow().read()).isEqualTo(file.read());
      }
      ByteArrayOutputStream repacked = new ByteArrayOutputStream();
      ZipBuilder.write(again, repacked);
      assertThat(repacked.toByteArray()).isEqualTo(out.toByteArray());
    } finally {
      Trees.delete(temp);
    }
  }

  @Provide
  Arbitrary<Map<String, byte[]>> contents() {
    Arbitrary<String> segment =
        Arbitraries.strings()
            .withChars("abcxyz019-_ .()'&@\u00e9\u4e16\u754c")
            .ofMinLength(1)
            .ofMaxLength(12);
    Arbitrary<String> path = segment.list().ofMinSize(1).ofMaxSize(4).map(l -> String.join("/", l));
    Arbitrary<byte[]> bytes =
        Arbitraries.oneOf(
            Arbitraries.bytes().array(byte[].class).ofMaxSize(3000),
            Arbitraries.integers().between(0, 100_000).map(byte[]::new));
    return Arbitraries.maps(path, bytes).ofMaxSize(12).map(ZipRoundTripProperties::packable);
  }

  /** Drops the paths that nobody may pack. */
  private static Map<String, byte[]> packable(Map<String, byte[]> any) {
    NameCollisions names = new NameCollisions(false);
    names.add("SKILL.md", false);
    Map<String, byte[]> packable = new TreeMap<>(SkillFolder.PATH_ORDER);
    any.forEach(
        (path, bytes) -> {
          if (PathRules.check(path, ZipLimits.ofOurOwn()).isEmpty()
              && !PathRules.junk(path, false)
              && names.add(path, false).isEmpty()) {
            packable.put(path, bytes);
          }
        });
    return packable;
  }
}
