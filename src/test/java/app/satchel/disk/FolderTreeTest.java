package app.satchel.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FolderTreeTest {
  @TempDir Path folder;

  private Path tree() throws Exception {
    Path tree = folder.resolve("tree");
    Files.createDirectories(tree.resolve("a/b"));
    Files.writeString(tree.resolve("a/b/file"), "x");
    return tree;
  }

  @Test
  void deletesEverythingOrEverythingInside() throws Exception {
    FolderTree.empty(tree());
    assertThat(folder.resolve("tree")).isEmptyDirectory();

    FolderTree.delete(tree());
    assertThat(folder.resolve("tree")).doesNotExist();

    FolderTree.delete(folder.resolve("never there"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkGoesAndWhatItPointsToStays() throws Exception {
    Path kept = Files.createDirectories(folder.resolve("kept"));
    Files.writeString(kept.resolve("file"), "mine");
    Files.createSymbolicLink(tree().resolve("link"), kept);

    FolderTree.delete(folder.resolve("tree"));

    assertThat(kept.resolve("file")).hasContent("mine");
  }

  @Test
  void aFinishedFileTakesTheOldOnesPlace() throws Exception {
    Path old = Files.writeString(folder.resolve("file"), "old");
    Placement.replace(Files.writeString(folder.resolve("new"), "new"), old);

    assertThat(old).hasContent("new");
    assertThat(folder.resolve("new")).doesNotExist();
  }
}
