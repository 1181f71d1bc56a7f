package app.satchel.cli;

import app.satchel.assembly.Assembly;
import app.satchel.assembly.LocalSkills;
import app.satchel.assembly.LocalSkills.LocalSkill;
import app.satchel.check.Inspection;
import app.satchel.check.requirement.CheckedRequirement;
import app.satchel.check.requirement.Requirement;
import app.satchel.cli.FoundSkills.Found;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code satchel check PATH...}: everything the checks say about skills on this computer, one
 * answer per skill, in the order of the paths.
 */
@Command(name = "check")
final class CheckCommand extends SatchelCommand {
  @Parameters(paramLabel = "PATH", arity = "1..*", descriptionKey = "check.path")
  List<Path> paths = new ArrayList<>();

  @Option(names = "--recursive", descriptionKey = "check.recursive")
  boolean recursive;

  @Option(names = "--target", paramLabel = "claude-ai", descriptionKey = "check.target")
  String target;

  /** What is known of one path; either an inspection or a problem. */
  private record Answer(Path shown, String name, Inspection inspection, Problem problem) {}

  private record Line(Answer answer, byte[] json) {}

  @Override
  int run(Session session) {
    if (target != null && !target.equals("claude-ai")) {
      throw usage(session.text("usage.check-target", target));
    }
    Assembly assembly = session.assembly();
    Tally tally = new Tally();
    try (LocalSkills skills = assembly.localSkills()) {
      List<Found> places = FoundSkills.in(skills, paths, recursive, session);
      LocalWorlds worlds =
          new LocalWorlds(assembly, !recursive || session.sourcesGiven(), session.cancellation());
      InOrder.forEach(
          places,
          place -> {
            Answer answer = inspect(session, skills, worlds, place);
            return new Line(answer, session.json().render(json(answer)));
          },
          line -> {
            session.json().write(line.json());
            tally.add(line.answer(), target != null);
            if (!session.json().wanted()) {
              show(session, line.answer());
            } else if (line.answer().problem() != null) {
              session.terminal().note(line.answer().problem().sentence());
            }
            session
                .terminal()
                .progress(session.text("check.progress", tally.skills, places.size()));
          },
          session.cancellation());
      worlds
          .unreachable()
          .forEach(source -> session.terminal().note(session.text("check.unreachable", source)));
      if (tally.skills > 1) {
        session
            .terminal()
            .note(
                session.text(
                    "check.total", tally.skills, tally.accepted, tally.repairable, tally.failed));
      }
    }
    return tally.exitCode();
  }

  private static Answer inspect(
      Session session, LocalSkills skills, LocalWorlds worlds, Found found) {
    if (found.problem() != null) {
      return new Answer(found.given(), null, null, found.problem());
    }
    try {
      LocalSkill local = skills.open(found.place(), session.cancellation());
      Inspection inspection =
          session
              .assembly()
              .inspector()
              .inspect(
                  local.skill(),
                  local.layout(),
                  worlds.self(local),
                  worlds.world(),
                  session.cancellation());
      return new Answer(local.shown(), local.skill().displayName(), inspection, null);
    } catch (ProblemException e) {
      return new Answer(found.place(), null, null, e.problem());
    }
  }

  private static ObjectNode json(Answer answer) {
    ObjectNode node = JsonShapes.JSON.objectNode();
    node.put("path", answer.shown().toString());
    if (answer.problem() != null) {
      node.set("error", JsonShapes.error(answer.problem()));
      return node;
    }
    Inspection inspection = answer.inspection();
    node.put("name", answer.name());
    ObjectNode upload = node.putObject("upload");
    upload.put("accepted", inspection.upload().accepted());
    upload.set("findings", JsonShapes.array(inspection.upload().findings(), JsonShapes::finding));
    ObjectNode repaired = upload.putObject("repaired");
    repaired.put("accepted", inspection.repaired().report().accepted());
    repaired.set(
        "findings",
        JsonShapes.array(inspection.repaired().report().findings(), JsonShapes::finding));
    repaired.set("changes", JsonShapes.array(inspection.repaired().changes(), JsonShapes::change));
    repaired.set(
        "proposals", JsonShapes.array(inspection.repaired().proposals(), JsonShapes::change));
    node.set("requirements", JsonShapes.array(inspection.requirements(), JsonShapes::requirement));
    node.set("dependencies", JsonShapes.array(inspection.dependencies(), JsonShapes::dependency));
    node.set("review", JsonShapes.array(inspection.review(), JsonShapes::finding));
    return node;
  }

  private static void show(Session session, Answer answer) {
    if (answer.problem() != null) {
      session
          .terminal()
          .failure(Terminal.clean(answer.shown() + ": " + answer.problem().sentence()));
      return;
    }
    new InspectionText(session).show(answer.name(), answer.shown().toString(), answer.inspection());
  }

  /** What all answers together mean. */
  private static final class Tally {
    private int skills;
    private int accepted;
    private int repairable;
    private int failed;
    private int exitCode = ExitCode.OK;

    void add(Answer answer, boolean uploadOnly) {
      skills++;
      if (answer.problem() != null) {
        failed++;
        exitCode = Math.max(exitCode, ExitCode.of(answer.problem().kind()));
        return;
      }
      Inspection inspection = answer.inspection();
      boolean holds = inspection.upload().accepted();
      if (holds) {
        accepted++;
      } else if (inspection.repaired().report().accepted()) {
        repairable++;
      }
      if (!uploadOnly) {
        holds &= inspection.requirements().stream().noneMatch(one -> unmet(one, inspection));
      }
      if (!holds) {
        exitCode = Math.max(exitCode, ExitCode.NO);
      }
    }

    /** Known to be missing, needed, and without an alternative that is there. */
    private static boolean unmet(CheckedRequirement one, Inspection inspection) {
      Requirement requirement = one.requirement();
      boolean lacking =
          one.status() == CheckedRequirement.Status.MISSING
              || one.status() == CheckedRequirement.Status.OUTDATED;
      return lacking
          && requirement.level() == Requirement.Level.REQUIRED
          && (requirement.anyOf() == null
              || inspection.requirements().stream()
                  .filter(other -> Objects.equals(other.requirement().anyOf(), requirement.anyOf()))
                  .noneMatch(
                      other ->
                          other.status() == CheckedRequirement.Status.MET
                              || other.status() == CheckedRequirement.Status.UNKNOWN));
    }

    int exitCode() {
      return exitCode;
    }
  }
}
