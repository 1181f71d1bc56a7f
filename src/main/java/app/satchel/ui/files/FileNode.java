package app.satchel.ui.files;

import app.satchel.markdown.VisibleText;
import app.satchel.skill.SkillFile;
import app.satchel.ui.kit.DisplayText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A place in the tree of a skill's files. */
sealed interface FileNode {
  /** Folders in folders beyond this depth are not opened up; their path is the name instead. */
  int DEEPEST = 24;

  /** Longest name that is shown; the view cuts it further, in the middle. */
  int LONGEST_NAME = 240;

  /** The last part of its path, as published. */
  String name();

  /** Relative to the skill's folder; empty for the folder itself. */
  String path();

  /** Its size, a folder's with all that is in it. */
  long bytes();

  /**
   * A folder.
   *
   * @param children folders first, both by name
   * @param files number of files in it, at any depth
   */
  record Folder(String name, String path, List<FileNode> children, int files, long bytes)
      implements FileNode {
    public Folder {
      children = List.copyOf(children);
    }
  }

  /** A file. */
  record Leaf(String name, SkillFile file) implements FileNode {
    @Override
    public String path() {
      return file.path();
    }

    @Override
    public long bytes() {
      return file.bytes();
    }
  }

  /** Its name, fit to be shown: what hides in it is named in brackets. */
  default String shownName() {
    return shown(name());
  }

  /** A name or path from a stranger, with what hides in it named in brackets. */
  static String shown(String text) {
    return DisplayText.line(VisibleText.bracketed(text), LONGEST_NAME);
  }

  /** The tree of some files. */
  static Folder tree(List<SkillFile> files) {
    Growing root = new Growing();
    for (SkillFile file : files) {
      String path = file.path();
      Growing folder = root;
      int from = 0;
      for (int depth = 0; depth < DEEPEST; depth++) {
        int slash = path.indexOf('/', from);
        if (slash < 0) {
          break;
        }
        folder = folder.folders.computeIfAbsent(path.substring(from, slash), _ -> new Growing());
        from = slash + 1;
      }
      folder.leaves.add(new Leaf(path.substring(from), file));
    }
    return root.grown("", "");
  }

  /** A folder while files are still being put into it. */
  final class Growing {
    private static final Comparator<FileNode> BY_NAME =
        Comparator.comparing(FileNode::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(FileNode::name);

    private final Map<String, Growing> folders = new LinkedHashMap<>();
    private final List<FileNode> leaves = new ArrayList<>();

    private Folder grown(String name, String path) {
      List<FileNode> children = new ArrayList<>();
      String before = path.isEmpty() ? "" : path + "/";
      folders.forEach((inner, growing) -> children.add(growing.grown(inner, before + inner)));
      children.sort(BY_NAME);
      leaves.sort(BY_NAME);
      int inFolders = children.stream().mapToInt(one -> ((Folder) one).files()).sum();
      int count = inFolders + leaves.size();
      children.addAll(leaves);
      long bytes = children.stream().mapToLong(FileNode::bytes).sum();
      return new Folder(name, path, children, count, bytes);
    }
  }
}
