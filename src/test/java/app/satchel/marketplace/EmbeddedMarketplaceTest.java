package app.satchel.marketplace;

import static app.satchel.marketplace.Service.never;
import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.http.HttpAccess;
import app.satchel.http.HttpSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMarketplaceTest {
  @TempDir Path state;

  @Test
  void theSamplesAreServedAlsoOffline() {
    try (HttpAccess http = new HttpAccess(HttpSettings.of(null, "0.1.0").withOffline(true));
        EmbeddedMarketplace embedded = EmbeddedMarketplace.start(state)) {
      Marketplace samples = embedded.marketplace(http);

      List<Listing> all =
          samples.search(new SearchQuery("", Sort.RELEVANCE, 100, 0), never()).skills();

      assertThat(samples.name()).isEqualTo("samples");
      assertThat(samples.countsDownloads()).isFalse();
      assertThat(all).hasSizeGreaterThanOrEqualTo(12);
      assertThat(all).allSatisfy(one -> assertThat(one.namespace().owner()).isNotEqualTo("local"));
      assertThat(all).allSatisfy(one -> assertThat(samples.skillMd(one, never())).isPresent());
    }
  }

  @Test
  void aSecondStartUsesWhatIsThereAndADamagedCopyIsReplaced() throws IOException {
    SampleFiles files =
        SampleFiles.read(EmbeddedMarketplace.class.getClassLoader(), "app/satchel/samples/");
    Path folder = files.unpackInto(state);
    Path one;
    try (Stream<Path> all = Files.walk(folder)) {
      one = all.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    byte[] good = Files.readAllBytes(one);
    Files.writeString(folder.resolve("mine.txt"), "kept while the copy is intact");

    assertThat(files.unpackInto(state)).isEqualTo(folder);
    assertThat(folder.resolve("mine.txt")).exists();

    Files.writeString(one, "damaged");
    assertThat(files.unpackInto(state)).isEqualTo(folder);
    assertThat(one).hasBinaryContent(good);
    try (Stream<Path> left = Files.list(state)) {
      assertThat(left).containsExactly(folder);
    }
  }
}
