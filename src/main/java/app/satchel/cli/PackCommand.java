package app.satchel.cli;

import app.satchel.assembly.Assembly;
import app.satchel.assembly.LocalSkills;
import app.satchel.assembly.LocalSkills.LocalSkill;
import app.satchel.check.Inspector;
import app.satchel.check.upload.Repair;
import app.satchel.cli.FoundSkills.Found;
import app.satchel.cli.Terminal.Tone;
import app.satchel.install.delivery.Target;
import app.satchel.install.pack.PackResult;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
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
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
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

  @Option(names = "--target", paramLabel = "TARGET", descriptionKey = "pack.target")
  String target = Target.CLAUDE_AI;

  /** At most one of the three. */
  static final class Level {
    @Option(names = "--as-is", descriptionKey = "pack.as-is")
    boolean asIs;

    @Option(names = "--yes", descriptionKey = "pack.yes")
    boolean yes;

    @Option(names = "--accept", paramLabel = "CHANGE", descriptionKey = "pack.accept")
    List<String> accept = new ArrayList<>();

    Repair of(Inspector inspector, SkillFolder skill) {
      if (!accept.isEmpty()) {
        return inspector.repaired(skill, change -> accept.contains(change.id()));
      }
      return inspector.repaired(
          skill, asIs ? Repair.Level.AS_IS : yes ? Repair.Level.PROPOSALS : Repair.Level.SAFE);
    }
  }

  /** A skill to pack, and where its ZIP lies: a file, or a folder to be named after the skill. */
  private record Job(int number, Path place, Path folder, Path file, Problem problem) {
    Path zip(SkillFolder skill) {
      return file != null ? file : folder.resolve(zipName(skill.folderName()));
    }
  }

  private record Answer(Path shown, PackResult result, Problem problem) {}

  private record Line(Answer answer, byte[] json) {}

  @Override
  int run(Session session) {
    boolean file = !Files.isDirectory(out) && isZip(out);
    if (file && (recursive || paths.size() > 1)) {
      throw usage(session.text("usage.pack-folder", out));
    }
    Assembly assembly = session.assembly();
    if (!assembly.rules().rules().targets().contains(target)) {
      throw usage(Targets.unknown(session, target));
    }
    int[] code = {ExitCode.OK};
    try (LocalSkills skills = assembly.localSkills()) {
      List<Job> jobs = jobs(session, skills);
      Taken taken = new Taken();
      int[] done = {0};
      InOrder.forEach(
          jobs,
          job -> {
            try {
              Answer answer = pack(session, skills, job, taken);
              return new Line(answer, session.json().render(json(answer)));
            } finally {
              taken.turns().done(job.number());
            }
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
    boolean intoFile = !Files.isDirectory(out) && isZip(out);
    for (Found found : FoundSkills.in(skills, paths, recursive, session)) {
      Path place = found.place();
      Path above =
          Files.isDirectory(found.given()) ? found.given().relativize(place).getParent() : null;
      Path folder = recursive && above != null ? out.resolve(above.toString()) : out;
      jobs.add(
          new Job(
              jobs.size(),
              place,
              intoFile ? null : folder,
              intoFile ? out : null,
              found.problem()));
    }
    return jobs;
  }

  /** A {@code .skill} is the same file under the name that Claude's desktop app opens. */
  private static boolean isZip(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".zip") || name.endsWith(".skill");
  }

  private Answer pack(Session session, LocalSkills skills, Job job, Taken taken) {
    if (job.problem() != null) {
      return new Answer(job.place(), null, job.problem());
    }
    try {
      LocalSkill local = skills.open(job.place(), session.cancellation());
      Inspector inspector = session.assembly().inspector().forTarget(target);
      Repair repaired = level.of(inspector, local.skill());
      Path zip = job.zip(repaired.skill());
      Optional<SkillFolder> without = withoutOwnZip(local, zip);
      if (without.isPresent()) {
        repaired = level.of(inspector, without.get());
      }
      boolean mayWrite = repaired.report().accepted() || force;
      if (mayWrite) {
        zip = taken.claim(job, zip, recursive ? beside(zip, local) : zip);
      }
      PackResult result =
          session
              .assembly()
              .packager()
              .forTarget(target)
              .pack(repaired, zip, force, Progress.silent(), session.cancellation());
      return new Answer(local.shown(), result, null);
    } catch (ProblemException e) {
      return new Answer(job.place(), null, e.problem());
    }
  }

  /**
   * The skill without the ZIP that was made of it the last time, when that lies in its folder: who
   * says {@code pack . -o skill.zip} gets the same bytes every time.
   */
  private static Optional<SkillFolder> withoutOwnZip(LocalSkill local, Path zip) {
    Path folder = local.folder().toAbsolutePath().normalize();
    Path own = zip.toAbsolutePath().normalize();
    if (local.archived() || !own.startsWith(folder)) {
      return Optional.empty();
    }
    String path = folder.relativize(own).toString().replace('\\', '/');
    SkillFolder skill = local.skill();
    List<SkillFile> others =
        skill.files().stream().filter(file -> !file.path().equals(path)).toList();
    return others.size() == skill.files().size()
        ? Optional.empty()
        : Optional.of(skill.withFiles(others));
  }

  /**
   * In a tree of skills, where a skill goes whose neighbour has the same name: into a folder named
   * as its own.
   */
  private static Path beside(Path zip, LocalSkill local) {
    Path own = local.folder().toAbsolutePath().normalize().getFileName();
    return own == null ? zip : zip.resolveSibling(own).resolve(zip.getFileName());
  }

  /**
   * The ZIPs that skills of this call have. Two never overwrite each other's: the one that was
   * named first has it, whichever was read faster.
   */
  private record Taken(Map<Path, Path> zips, InTurn turns) {
    Taken() {
      this(new HashMap<>(), new InTurn());
    }

    /** The place that a skill has from now on: the one wanted, else another. */
    Path claim(Job job, Path wanted, Path another) {
      try {
        turns.await(job.number());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException();
      }
      // Only the thread whose turn it is comes here, and the turns make what it writes visible.
      Path other = zips.putIfAbsent(key(wanted), job.place());
      boolean instead = other != null && zips.putIfAbsent(key(another), job.place()) == null;
      turns.done(job.number());
      if (other != null && !instead) {
        throw ProblemException.of(
            Words.of(PackCommand.class),
            ProblemKind.CONFLICT,
            "pack-same-name",
            "",
            job.place(),
            other,
            wanted.getFileName());
      }
      return instead ? another : wanted;
    }

    private static Path key(Path zip) {
      return Path.of(zip.toAbsolutePath().normalize().toString().toLowerCase(Locale.ROOT));
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

  private void show(Session session, Answer answer) {
    Terminal terminal = session.terminal();
    if (answer.problem() != null) {
      terminal.failure(Terminal.clean(answer.shown() + ": " + answer.problem().sentence()));
      return;
    }
    PackResult result = answer.result();
    if (session.json().wanted()) {
      if (!result.written()) {
        terminal.note(session.text("pack.refused", answer.shown(), Targets.name(session, target)));
      }
      return;
    }
    InspectionText text = new InspectionText(session, target);
    if (result.written()) {
      terminal.line(
          terminal.sign(result.accepted() ? Tone.GOOD : Tone.WARNING)
              + " "
              + session.text("pack.written", result.zip(), result.files(), result.bytes()));
      text.changes(result.changes());
      if (!result.accepted()) {
        terminal.line("  " + session.text("pack.forced", Targets.name(session, target)));
      }
    } else {
      terminal.line(
          terminal.sign(Tone.BAD)
              + " "
              + session.text("pack.refused", answer.shown(), Targets.name(session, target)));
      text.findings(result.findings(), file -> SkillLocation.shown(answer.shown(), file));
      if (!result.proposals().isEmpty()) {
        terminal.line("  " + session.text("pack.proposals", result.proposals().size()));
        text.changes(result.proposals());
        String kinds =
            result.proposals().stream()
                .map(change -> "--accept " + change.id())
                .distinct()
                .collect(Collectors.joining(" "));
        terminal.line("  " + session.text("pack.one-by-one", kinds));
      }
    }
  }
}
