package app.satchel.check.upload;

import app.satchel.skill.SkillFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Symbolic links inside a skill, followed in its list of files and never on the disk. */
final class Links {
  private Links() {}

  /** Where a link points, as written. */
  static String target(SkillFile link) {
    try {
      return new String(link.read(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a link stands for: the file it points to, or all files below the folder it points to, each
   * under the link's own path. Empty when it points outside the skill, nowhere, or to a link.
   */
  static List<SkillFile> copies(SkillFile link, List<SkillFile> files) {
    Optional<String> resolved = resolve(link.path(), target(link));
    if (resolved.isEmpty()) {
      return List.of();
    }
    String target = resolved.get();
    // A link to a folder that holds the link would have no end.
    if (link.path().startsWith(target + "/") || target.isEmpty()) {
      return List.of();
    }
    return files.stream()
        .filter(file -> file.type() == SkillFile.Type.REGULAR)
        .filter(file -> file.path().equals(target) || file.path().startsWith(target + "/"))
        .map(file -> file.at(link.path() + file.path().substring(target.length())))
        .toList();
  }

  private static Optional<String> resolve(String path, String target) {
    if (target.startsWith("/") || target.indexOf('\\') >= 0 || target.indexOf(':') >= 0) {
      return Optional.empty();
    }
    Deque<String> segments = new ArrayDeque<>();
    int slash = path.lastIndexOf('/');
    String joined = slash < 0 ? target : path.substring(0, slash) + "/" + target;
    for (String segment : joined.split("/")) {
      if (segment.equals("..")) {
        if (segments.isEmpty()) {
          return Optional.empty();
        }
        segments.removeLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    return Optional.of(String.join("/", segments));
  }
}
