package app.satchel.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.skill.SkillFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FileNodeTest {
  @Test
  void foldersComeFirstAndCountWhatIsInThem() {
    FileNode.Folder tree = tree("SKILL.md", "scripts/b.py", "scripts/lib/a.py", "assets/x.png");
    assertThat(tree.children())
        .extracting(FileNode::name)
        .containsExactly("assets", "scripts", "SKILL.md");
    FileNode.Folder scripts = (FileNode.Folder) tree.children().get(1);
    assertThat(scripts.files()).isEqualTo(2);
    assertThat(scripts.bytes()).isEqualTo(2);
    assertThat(scripts.children()).extracting(FileNode::name).containsExactly("lib", "b.py");
    assertThat(scripts.children().getFirst().path()).isEqualTo("scripts/lib");
  }

  @Test
  void aPathThatIsTooDeepIsOneName() {
    FileNode node = tree("a/".repeat(5_000) + "end.txt").children().getFirst();
    int depth = 0;
    while (node instanceof FileNode.Folder folder) {
      node = folder.children().getFirst();
      depth++;
    }
    assertThat(depth).isEqualTo(FileNode.DEEPEST);
    assertThat(node.name()).endsWith("end.txt");
  }

  @Test
  void whatHidesInANameIsNamed() {
    FileNode node = tree("cute\u202Egpj.exe").children().getFirst();
    assertThat(node.shownName()).isEqualTo("cute[U+202E]gpj.exe");
  }

  @Property
  void everyFileIsThereOnce(@ForAll("paths") Set<String> paths) {
    FileNode.Folder tree = tree(paths.toArray(String[]::new));
    List<String> found = new ArrayList<>();
    collect(tree, found);
    assertThat(found).containsExactlyInAnyOrderElementsOf(paths);
    assertThat(tree.files()).isEqualTo(paths.size());
    assertThat(tree.bytes()).isEqualTo(paths.size());
  }

  @Provide
  Arbitrary<Set<String>> paths() {
    Arbitrary<String> name = Arbitraries.strings().withChars("ab.").ofMinLength(1).ofMaxLength(3);
    return name.list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(parts -> String.join("/", parts))
        .set()
        .ofMaxSize(30);
  }

  private static void collect(FileNode node, List<String> found) {
    switch (node) {
      case FileNode.Folder folder -> folder.children().forEach(child -> collect(child, found));
      case FileNode.Leaf leaf -> found.add(leaf.path());
    }
  }

  private static FileNode.Folder tree(String... paths) {
    return FileNode.tree(
        List.of(paths).stream().map(path -> SkillFile.of(path, new byte[1])).toList());
  }
}
