package app.satchel.cli;

import app.satchel.assembly.Assembly;
import app.satchel.assembly.LocalSkills;
import app.satchel.assembly.LocalSkills.LocalSkill;
import app.satchel.check.Inspection;
import app.satchel.check.Inspector;
import app.satchel.check.cost.ContextCost;
import app.satchel.check.requirement.Host;
import app.satchel.check.requirement.RequirementReport;
import app.satchel.check.upload.Repair;
import app.satchel.check.upload.report.MarkdownReport;
import app.satchel.cli.FoundSkills.Found;
import app.satchel.install.delivery.Target;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

  @Option(names = "--target", paramLabel = "TARGET", descriptionKey = "check.target")
  String target;

  @Option(names = "--report", descriptionKey = "check.report")
  boolean report;

  @Option(names = "--patch", paramLabel = "FILE", descriptionKey = "check.patch")
  Path patch;

  @Option(names = "--yes", descriptionKey = "check.yes")
  boolean yes;

  /** What is known of one path; either an inspection or a problem. */
  private record Answer(Found found, LocalSkill local, Inspection inspection, Problem problem) {
    Path shown() {
      return local == null ? found.place() : local.shown();
    }

    String name() {
      return local.skill().displayName();
    }
  }

  private record Line(Answer answer, byte[] json) {}

  @Override
  int run(Session session) {
    requireOptions(session);
    Assembly assembly = session.assembly();
    LocalDate rulesDate = assembly.inspector().rules().rulesDate();
    CheckTally tally = new CheckTally(target != null);
    PatchFile patches = new PatchFile(rulesDate);
    List<MarkdownReport.Skill> reported = new ArrayList<>();
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
            Answer answer = line.answer();
            session.json().write(line.json());
            if (answer.problem() != null) {
              tally.add(answer.problem());
            } else {
              tally.add(answer.inspection());
            }
            if (answer.problem() == null && patch != null) {
              patches.add(answer.found().given(), answer.local(), agreed(session, answer));
            }
            if (answer.problem() == null && report) {
              reported.add(reported(answer));
            }
            show(session, answer);
            session
                .terminal()
                .progress(session.text("check.progress", tally.skills(), places.size()));
          },
          session.cancellation());
      worlds
          .unreachable()
          .forEach(source -> session.terminal().note(session.text("check.unreachable", source)));
    }
    total(session, tally);
    if (report) {
      session.terminal().document(new MarkdownReport(rulesDate).of(reported));
    }
    write(session, patches);
    return tally.exitCode();
  }

  /** The id of the upload rules to go by. */
  private String rules() {
    return target == null ? Target.CLAUDE_AI : target;
  }

  private void requireOptions(Session session) {
    if (!session.assembly().rules().rules().targets().contains(rules())) {
      throw usage(Targets.unknown(session, target));
    }
    if (yes && patch == null) {
      throw usage(session.text("usage.check-yes"));
    }
    boolean answers = session.json().wanted();
    if (report && (answers || toOutput()) || answers && toOutput()) {
      throw usage(session.text("usage.check-one-output"));
    }
  }

  private boolean toOutput() {
    return patch != null && patch.toString().equals("-");
  }

  /** Whether the standard output belongs to a document, and words have to stay away. */
  private boolean documents() {
    return report || toOutput();
  }

  private Repair agreed(Session session, Answer answer) {
    return yes
        ? session
            .assembly()
            .inspector()
            .forTarget(rules())
            .repaired(answer.local().skill(), Repair.Level.PROPOSALS)
        : answer.inspection().repaired();
  }

  private static MarkdownReport.Skill reported(Answer answer) {
    return new MarkdownReport.Skill(
        answer.name(),
        // Not the path as given: what lies above the repository is nobody's business.
        SkillLocation.of(answer.found().given(), answer.local()).prefix(),
        answer.inspection().upload(),
        answer.inspection().repaired());
  }

  private void total(Session session, CheckTally tally) {
    if (!documents() && !session.json().wanted()) {
      session.terminal().line(tally.words(session));
    } else if (tally.skills() > 1) {
      session.terminal().note(tally.words(session));
    }
  }

  private void write(Session session, PatchFile patches) {
    if (toOutput()) {
      session.terminal().bytes(patches.bytes());
    } else if (patch != null) {
      patches.write(patch);
      Path file = patch.toAbsolutePath().normalize();
      session.terminal().note(session.text("check.patched", file, patches.skills()));
      if (patches.top() != null) {
        session.terminal().note(session.text("check.apply", patches.top(), file));
      }
    }
  }

  /** Without a target claude.ai's rules hold for the upload, and this computer runs the skill. */
  private Inspector inspector(Session session) {
    Inspector here = session.assembly().inspector();
    return target == null ? here : here.forTarget(target);
  }

  private Answer inspect(Session session, LocalSkills skills, LocalWorlds worlds, Found found) {
    if (found.problem() != null) {
      return new Answer(found, null, null, found.problem());
    }
    try {
      LocalSkill local = skills.open(found.place(), session.cancellation());
      Inspection inspection =
          inspector(session)
              .inspect(
                  local.skill(),
                  local.layout(),
                  worlds.self(local),
                  worlds.world(),
                  session.cancellation());
      return new Answer(found, local, inspection, null);
    } catch (ProblemException e) {
      return new Answer(found, null, null, e.problem());
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
    RequirementReport needs = inspection.requirements();
    node.set("requirements", JsonShapes.array(needs.declared(), JsonShapes::requirement));
    node.set("dependencies", JsonShapes.array(inspection.dependencies(), JsonShapes::dependency));
    node.set("review", JsonShapes.array(inspection.review(), JsonShapes::finding));
    node.set("mentioned", JsonShapes.array(needs.mentioned(), JsonShapes::requirement));
    node.set("context", JsonShapes.context(ContextCost.of(answer.local().skill().skillMd())));
    return node;
  }

  private void show(Session session, Answer answer) {
    Terminal terminal = session.terminal();
    if (answer.problem() != null) {
      String words = answer.problem().sentence();
      if (session.json().wanted()) {
        terminal.note(words);
        return;
      }
      String path = answer.shown().toString();
      terminal.failure(Terminal.clean(path + ": " + words));
      if (!documents()) {
        Annotations annotations = new Annotations(session.variable("GITHUB_WORKSPACE"));
        terminal.command(annotations.failure(path, answer.problem().code(), words));
      }
    } else if (!documents() && !session.json().wanted()) {
      new InspectionText(session, rules(), target == null ? Host.COMPUTER : target)
          .show(
              answer.name(),
              answer.shown().toString(),
              file -> SkillLocation.shown(answer.shown(), file),
              answer.inspection());
    }
  }
}
