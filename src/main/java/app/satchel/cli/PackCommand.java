package app.satchel.cli;

import app.satchel.assembly.Assembly;
import app.satchel.assembly.LocalSkills;
import app.satchel.assembly.LocalSkills.LocalSkill;
import app.satchel.check.upload.Repair;
import app.satchel.cli.Terminal.Tone;
import app.satchel.install.pack.PackResult;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Progress;
import app.satchel.words.Words;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code satchel pack PATH... -o OUT}: makes the ZIPs that claude.ai accepts. */
@Command(name = "pack")
final class PackCommand extends SatchelCommand {
  @Parameters(paramLabel = "PATH", arity = "1..*", descriptionKey = "pack.path")
  List<Path> paths = new ArrayList<>();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "OUT",
      required = true,
      descriptionKey = "pack.out")
  Path out;

  @Option(names = "--recursive", descriptionKey = "check.recursive")
  boolean recursive;

  @ArgGroup Level level = new Level();

  @Option(names = "--force", descriptionKey = "pack.force")
  boolean force;

  /** At most one of the two. */
  static final class Level {
    @Option(names = "--as-is", descriptionKey = "pack.as-is")
    boolean asIs;

    @Option(names = "--yes", descriptionKey = "pack.yes")
    boolean yes;

    Repair.Level level() {
      return asIs ? Repair.Level.AS_IS : yes ? Repair.Level.PROPOSALS : Repair.Level.SAFE;
    }
  }

  /** A skill to pack, and where its ZIP lies: a file, or a folder to be named after the skill. */
  private record Job(Path place, Path folder, Path file) {}

  private record Answer(Path shown, PackResult result, Problem problem) {}

  private record Line(Answer answer, byte[] json) {}

  @Override
  int run(Session session) {
    Assembly assembly = session.assembly();
    int[] code = {ExitCode.OK};
    try (LocalSkills skills = assembly.localSkills()) {
      List<Job> jobs = jobs(session, skills);
      Map<Path, Path> taken = new HashMap<>();
      int[] done = {0};
      InOrder.forEach(
          jobs,
          job -> {
            Answer answer = pack(session, skills, job, taken);
            return new Line(answer, session.json().render(json(answer)));
          },
          line -> {
            session.json().write(line.json());
            show(session, line.answer());
            code[0] = Math.max(code[0], exitCode(line.answer()));
            session.terminal().progress(session.text("check.progress", ++done[0], jobs.size()));
          },
          session.cancellation());
    }
    return code[0];
  }

  private List<Job> jobs(Session session, LocalSkills skills) {
    List<Job> jobs = new ArrayList<>();
    boolean intoFile =
        !recursive
            && paths.size() == 1
            && !Files.isDirectory(out)
            && out.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    for (Path path : paths) {
      for (Path place : skills.find(path, recursive, session.cancellation())) {
        Path above = Files.isDirectory(path) ? path.relativize(place).getParent() : null;
        Path folder = recursive && above != null ? out.resolve(above.toString()) : out;
        jobs.add(new Job(place, intoFile ? null : folder, intoFile ? out : null));
      }
    }
    return jobs;
  }

  private Answer pack(Session session, LocalSkills skills, Job job, Map<Path, Path> taken) {
    try {
      LocalSkill local = skills.open(job.place(), session.cancellation());
      Repair repaired = session.assembly().inspector().repaired(local.skill(), level.level());
      Path zip =
          job.file() != null
              ? job.file()
              : job.folder().resolve(zipName(repaired.skill().folderName()));
      boolean mayWrite = repaired.report().accepted() || force;
      if (mayWrite) {
        claim(zip, job.place(), taken);
      }
      PackResult result =
          session
              .assembly()
              .packager()
              .pack(repaired, zip, force, Progress.silent(), session.cancellation());
      return new Answer(local.shown(), result, null);
    } catch (ProblemException e) {
      return new Answer(job.place(), null, e.problem());
    }
  }

  /** Two skills of one call never overwrite each other's ZIP. */
  private static void claim(Path zip, Path place, Map<Path, Path> taken) {
    Path key = Path.of(zip.toAbsolutePath().normalize().toString().toLowerCase(Locale.ROOT));
    Path other;
    synchronized (taken) {
      other = taken.putIfAbsent(key, place);
    }
    if (other != null) {
      throw ProblemException.of(
          Words.of(PackCommand.class),
          ProblemKind.CONFLICT,
          "pack-same-name",
          "",
          place,
          other,
          zip.getFileName());
    }
  }

  private static String zipName(String folderName) {
    String safe = folderName.replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    return (safe.isBlank() || safe.startsWith(".") ? "skill" + safe : safe) + ".zip";
  }

  private static int exitCode(Answer answer) {
    if (answer.problem() != null) {
      return ExitCode.of(answer.problem().kind());
    }
    return answer.result().written() ? ExitCode.OK : ExitCode.NO;
  }

  private static ObjectNode json(Answer answer) {
    ObjectNode node = JsonShapes.JSON.objectNode();
    node.put("path", answer.shown().toString());
    if (answer.problem() != null) {
      node.set("error", JsonShapes.error(answer.problem()));
      return node;
    }
    PackResult result = answer.result();
    node.set("zip", JsonShapes.text(result.zip()));
    node.set("sha256", JsonShapes.text(result.sha256()));
    node.put("accepted", result.accepted());
    node.set("findings", JsonShapes.array(result.findings(), JsonShapes::finding));
    node.set("changes", JsonShapes.array(result.changes(), JsonShapes::change));
    node.set("proposals", JsonShapes.array(result.proposals(), JsonShapes::change));
    return node;
  }

  private static void show(Session session, Answer answer) {
    Terminal terminal = session.terminal();
    if (answer.problem() != null) {
      terminal.failure(Terminal.clean(answer.shown() + ": " + answer.problem().sentence()));
      return;
    }
    PackResult result = answer.result();
    if (session.json().wanted()) {
      if (!result.written()) {
        terminal.note(session.text("pack.refused", answer.shown()));
      }
      return;
    }
    InspectionText text = new InspectionText(session);
    if (result.written()) {
      terminal.line(
          terminal.sign(result.accepted() ? Tone.GOOD : Tone.WARNING)
              + " "
              + session.text("pack.written", result.zip(), result.files(), result.bytes()));
      text.changes(result.changes());
      if (!result.accepted()) {
        terminal.line("  " + session.text("pack.forced"));
      }
    } else {
      terminal.line(terminal.sign(Tone.BAD) + " " + session.text("pack.refused", answer.shown()));
      text.findings(result.findings());
      if (!result.proposals().isEmpty()) {
        terminal.line("  " + session.text("pack.proposals", result.proposals().size()));
        text.changes(result.proposals());
      }
    }
  }
}
