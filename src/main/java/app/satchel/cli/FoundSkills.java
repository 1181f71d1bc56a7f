package app.satchel.cli;

import app.satchel.assembly.LocalSkills;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The skills that the paths of one call mean. A path that leads nowhere is an answer of its own and
 * does not keep the others' back.
 */
final class FoundSkills {

  /**
   * A place in the order of the paths.
   *
   * @param given the path as it was given
   * @param place the skill's own folder or file; the given path when there is a problem
   * @param problem why the given path means no skill, or null
   */
  record Found(Path given, Path place, Problem problem) {}

  private FoundSkills() {}

  static List<Found> in(LocalSkills skills, List<Path> paths, boolean recursive, Session session) {
    List<Found> found = new ArrayList<>();
    for (Path path : paths) {
      try {
        skills
            .find(path, recursive, session.cancellation())
            .forEach(place -> found.add(new Found(path, place, null)));
      } catch (ProblemException e) {
        found.add(new Found(path, path, e.problem()));
      }
    }
    return found;
  }
}
