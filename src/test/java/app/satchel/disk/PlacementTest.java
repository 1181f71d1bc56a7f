package app.satchel.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacementTest {
  @TempDir Path disk;

  @Test
  void aFileIsWrittenInAFolderThatIsMadeForItAndNothingElse() throws IOException {
    Path target = disk.resolve("a/b/file.patch");
    Placement.write(target, new byte[] {1});
    Placement.write(target, new byte[] {2, 3});

    assertThat(target).hasBinaryContent(new byte[] {2, 3});
    assertThat(target.getParent().toFile().list()).containsExactly("file.patch");
  }

  @Test
  void whatCannotBePutInPlaceLeavesNothingBehind() throws IOException {
    Path target = Files.createDirectories(disk.resolve("taken/inside")).getParent();

    assertThatThrownBy(() -> Placement.write(target, new byte[] {1}))
        .isInstanceOf(IOException.class);
    assertThat(disk.toFile().list()).containsExactly("taken");
    assertThat(target.resolve("inside")).isDirectory();
  }
}
