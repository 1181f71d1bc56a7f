package app.satchel.cli;

import app.satchel.assembly.Assembly;
import app.satchel.assembly.LocalSkills;
import app.satchel.assembly.LocalSkills.LocalSkill;
import app.satchel.catalog.FetchedSkill;
import app.satchel.check.dependency.Dependency;
import app.satchel.check.upload.Repair;
import app.satchel.cli.Terminal.Tone;
import app.satchel.install.delivery.Candidate;
import app.satchel.install.delivery.Decisions;
import app.satchel.install.delivery.Delivered;
import app.satchel.install.delivery.Delivered.Done;
import app.satchel.install.delivery.Delivered.Reason;
import app.satchel.install.delivery.Delivered.Skipped;
import app.satchel.install.delivery.DeliveryPlan;
import app.satchel.install.delivery.PlannedSkill;
import app.satchel.install.delivery.PlannedSkill.Existing;
import app.satchel.install.delivery.Target;
import app.satchel.marketplace.Listing;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.Namespace;
import app.satchel.words.Words;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code satchel add SKILL --to TARGET}: delivers a skill with everything that it needs. */
@Command(name = "add")
final class AddCommand extends SatchelCommand {
  private static final int DEEPEST_SHOWN = 6;

  @Parameters(paramLabel = "NAMESPACE|PATH", descriptionKey = "add.what")
  String what;

  @Option(names = "--to", paramLabel = "TARGET", required = true, descriptionKey = "add.to")
  String to;

  @Option(names = "--project", paramLabel = "DIR", descriptionKey = "add.project")
  Path project;

  @Option(names = "--no-dependencies", descriptionKey = "add.no-dependencies")
  boolean alone;

  @Option(names = "--dry-run", descriptionKey = "add.dry-run")
  boolean dryRun;

  @Option(names = "--yes", descriptionKey = "add.yes")
  boolean yes;

  @Option(names = "--accept", paramLabel = "CHANGE", descriptionKey = "pack.accept")
  List<String> accept = new ArrayList<>();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      descriptionKey = "add.out")
  Path out;

  @Override
  int run(Session session) {
    Target target = target(session);
    Assembly assembly = session.assembly();
    try (LocalSkills skills = assembly.localSkills()) {
      DeliveryPlan plan = plan(session, skills, target);
      plan.unreachable()
          .forEach(source -> session.terminal().note(session.text("check.unreachable", source)));
      if (dryRun) {
        answer(session, plan, new Delivered(target, List.of(), List.of()));
        showPlan(session, plan);
        return ExitCode.OK;
      }
      tellWhatIsCounted(session, plan);
      Delivered delivered =
          assembly
              .delivery()
              .deliver(
                  plan,
                  decisions(plan),
                  (skill, stage, done, total) ->
                      session
                          .terminal()
                          .progress(
                              session.text(
                                  "add.stage",
                                  skill.name(),
                                  session.text("stage." + stage.word()))),
                  session.cancellation());
      answer(session, plan, delivered);
      show(session, delivered);
      return exitCode(plan, delivered);
    }
  }

  private Target target(Session session) {
    List<String> sites = session.assembly().sites();
    if (sites.contains(to)) {
      if (project != null) {
        throw usage(session.text("usage.add-project", to));
      }
      Path folder = out == null ? session.assembly().home().zips() : out;
      return new Target.Zips(to, folder);
    }
    if (out != null) {
      throw usage(session.text("usage.add-out"));
    }
    if (to.equals(Target.CLAUDE_API)) {
      if (project != null) {
        throw usage(session.text("usage.add-project", to));
      }
      return new Target.Workspace(new WorkspaceKey(session).require());
    }
    if (session.assembly().agents().find(to).isEmpty()) {
      throw usage(
          session.text(
              "usage.add-agent",
              Terminal.clean(to),
              String.join(", ", session.assembly().rules().rules().targets())));
    }
    if (project != null && !Files.isDirectory(project)) {
      throw ProblemException.of(
          Words.of(AddCommand.class), ProblemKind.INPUT, "add-no-project", "", project);
    }
    return new Target.AgentFolder(to, project);
  }

  private DeliveryPlan plan(Session session, LocalSkills skills, Target target) {
    Optional<Namespace> namespace =
        what.startsWith("@") || !Files.exists(Path.of(what))
            ? Namespace.parse(what)
            : Optional.empty();
    if (namespace.isPresent()) {
      Listing listing = Lookup.require(session, namespace.get());
      return session.assembly().planner().plan(listing, target, !alone, session.cancellation());
    }
    if (what.startsWith("@") && !Files.exists(Path.of(what))) {
      throw usage(session.text("usage.namespace", Terminal.clean(what)));
    }
    Path place = skills.find(Path.of(what), false, session.cancellation()).getFirst();
    LocalSkill local = skills.open(place, session.cancellation());
    FetchedSkill fetched = new FetchedSkill(null, local.skill(), local.folder(), null);
    return session.assembly().planner().plan(fetched, target, !alone, session.cancellation());
  }

  private Decisions decisions(DeliveryPlan plan) {
    Decisions decisions = Decisions.careful().acceptingKinds(Set.copyOf(accept));
    if (yes) {
      decisions = decisions.repairing(Repair.Level.PROPOSALS);
      for (PlannedSkill skill : plan.skills()) {
        decisions = decisions.on(skill, Decisions.OnExisting.REPLACE);
      }
    }
    return decisions;
  }

  private static void tellWhatIsCounted(Session session, DeliveryPlan plan) {
    plan.skills().stream()
        .filter(skill -> skill.listing() != null && skill.fetched() == null)
        .map(skill -> skill.listing().source())
        .distinct()
        .filter(source -> session.assembly().supply().counts(source))
        .forEach(source -> session.terminal().note(session.text("add.counts", source)));
  }

  private static void answer(Session session, DeliveryPlan plan, Delivered delivered) {
    ObjectNode node = JsonShapes.JSON.objectNode();
    List<PlannedSkill> inOrder = plan.inOrder();
    node.set(
        "plan",
        JsonShapes.array(plan.skills(), skill -> planned(skill, 1 + inOrder.indexOf(skill))));
    node.set("done", JsonShapes.array(delivered.done(), AddCommand::done));
    node.set("skipped", JsonShapes.array(delivered.skipped(), AddCommand::skipped));
    node.set("cycles", JsonShapes.array(plan.cycles(), AddCommand::cycle));
    node.put("complete", plan.complete());
    session.json().line(node);
  }

  private static ObjectNode planned(PlannedSkill skill, int order) {
    ObjectNode node = JsonShapes.JSON.objectNode();
    node.put("name", skill.name());
    node.set("namespace", JsonShapes.text(skill.namespace()));
    node.put("root", skill.root());
    ArrayNode neededBy = node.putArray("neededBy");
    skill.need().by().forEach(neededBy::add);
    node.put("depth", skill.need().depth());
    node.put("asked", skill.need().asked());
    node.put("field", skill.need().field());
    node.set("reason", JsonShapes.text(skill.need().reason()));
    node.put("order", order);
    node.put("status", skill.status().word());
    node.put("from", skill.from());
    node.set("files", JsonShapes.number(skill.files()));
    node.set("bytes", JsonShapes.number(skill.bytes()));
    node.put("existing", skill.existing().name().toLowerCase(java.util.Locale.ROOT));
    node.set("path", JsonShapes.text(skill.destination()));
    node.set("candidates", JsonShapes.array(skill.candidates(), AddCommand::candidate));
    return node;
  }

  private static ArrayNode cycle(List<String> names) {
    return JsonShapes.array(names, JsonShapes::text);
  }

  private static ObjectNode candidate(Candidate candidate) {
    ObjectNode node = JsonShapes.JSON.objectNode();
    node.set("namespace", JsonShapes.text(candidate.namespace()));
    node.set("description", JsonShapes.text(candidate.description()));
    node.set("stars", JsonShapes.number(candidate.stars()));
    node.set("installs", JsonShapes.number(candidate.installs()));
    node.set("updatedAt", JsonShapes.text(candidate.updatedAt()));
    node.set("source", JsonShapes.text(candidate.source()));
    return node;
  }

  private static ObjectNode done(Done done) {
    ObjectNode node = JsonShapes.JSON.objectNode();
    node.put("name", done.name());
    node.set("namespace", JsonShapes.text(done.skill().namespace()));
    node.set("path", JsonShapes.text(done.path()));
    node.set("zip", done.sha256() == null ? null : JsonShapes.text(done.path()));
    node.set("sha256", JsonShapes.text(done.sha256()));
    node.put("accepted", done.report().accepted());
    node.set("findings", JsonShapes.array(done.report().findings(), JsonShapes::finding));
    node.set("changes", JsonShapes.array(done.changes(), JsonShapes::change));
    node.set("backup", JsonShapes.text(done.backup()));
    if (done.remote() != null) {
      node.put("skillId", done.remote().id());
      node.set("version", JsonShapes.text(done.remote().versionId()));
    }
    return node;
  }

  private static ObjectNode skipped(Skipped skipped) {
    ObjectNode node = JsonShapes.JSON.objectNode();
    node.put("name", skipped.skill().name());
    node.set("namespace", JsonShapes.text(skipped.skill().namespace()));
    node.put("reason", skipped.reason().word());
    node.set(
        "findings",
        skipped.report() == null
            ? JsonShapes.JSON.arrayNode()
            : JsonShapes.array(skipped.report().findings(), JsonShapes::finding));
    node.set("error", skipped.problem() == null ? null : JsonShapes.error(skipped.problem()));
    return node;
  }

  /** The tree: each skill below the one that needs it, with its state, its size and why. */
  private static void showPlan(Session session, DeliveryPlan plan) {
    Terminal terminal = session.terminal();
    terminal.line(session.text("add.plan"));
    List<List<String>> rows = new ArrayList<>();
    for (PlannedSkill skill : plan.skills()) {
      String indent = "  ".repeat(1 + Math.min(DEEPEST_SHOWN, skill.need().depth()));
      String renamed =
          skill.status() == Dependency.Status.RENAMED
              ? session.text("add.now-called", skill.need().asked())
              : "";
      rows.add(
          List.of(
              indent + terminal.cut(skill.name() + renamed, 60),
              session.text("dependency." + skill.status().word()),
              skill.bytes() == null ? "" : session.text("add.bytes", skill.bytes()),
              terminal.cut(
                  skill.need().reason() == null ? skill.from() : skill.need().reason(), 60)));
    }
    terminal.table(rows);
    long bytes =
        plan.skills().stream().filter(s -> s.bytes() != null).mapToLong(PlannedSkill::bytes).sum();
    boolean known =
        plan.skills().stream().filter(PlannedSkill::deliverable).allMatch(s -> s.bytes() != null);
    terminal.line(
        session.text(known ? "add.total" : "add.total-at-least", plan.skills().size(), bytes));
    for (List<String> cycle : plan.cycles()) {
      terminal.note(session.text("add.cycle", Terminal.clean(String.join(" \u2192 ", cycle))));
    }
    if (!plan.complete()) {
      terminal.note(session.text("add.cut"));
    }
  }

  private void show(Session session, Delivered delivered) {
    Terminal terminal = session.terminal();
    for (Done done : delivered.done()) {
      terminal.line(terminal.sign(Tone.GOOD) + " " + where(session, done));
      if (!done.changes().isEmpty()) {
        terminal.line(session.text("add.changed", done.changes().size()));
      }
      if (done.backup() != null) {
        terminal.line(session.text("add.backup", done.backup()));
      }
    }
    for (Skipped skipped : delivered.skipped()) {
      String why =
          switch (skipped.reason()) {
            case AMBIGUOUS ->
                session.text(
                    "skipped.ambiguous",
                    skipped.skill().candidates().stream()
                        .map(candidate -> candidate.namespace().toString())
                        .collect(Collectors.joining(", ")));
            case FAILED -> session.text("skipped.failed", skipped.problem().sentence());
            case REFUSED -> session.text(yes ? "skipped.refused-anyway" : "skipped.refused");
            case ALREADY_THERE ->
                session.text(
                    skipped.skill().existing() == Existing.DIFFERENT
                        ? "skipped.other-version"
                        : "skipped.already-there");
            default -> session.text("skipped." + skipped.reason().word());
          };
      String line = session.text("add.skipped", Terminal.clean(skipped.skill().name()), why);
      terminal.note(terminal.sign(Tone.WARNING) + " " + line);
      if (skipped.report() != null && !session.json().wanted()) {
        String rules = delivered.target().rules().orElse(Target.CLAUDE_AI);
        new InspectionText(session, rules).findings(skipped.report().findings());
      }
    }
    if (delivered.target() instanceof Target.Workspace && !delivered.done().isEmpty()) {
      terminal.note(session.text("add.workspace-words"));
    }
    if (delivered.target() instanceof Target.Zips zips && !delivered.done().isEmpty()) {
      terminal.note(
          session.text(
              "add.upload",
              session.assembly().inspector().rules().forTarget(zips.site()).menu().uploadPage(),
              delivered.done().size()));
    }
  }

  private static String where(Session session, Done done) {
    return done.remote() == null
        ? session.text("add.done", Terminal.clean(done.name()), done.path())
        : session.text(
            "add.sent",
            Terminal.clean(done.name()),
            Terminal.clean(done.remote().id()),
            Terminal.clean(String.valueOf(done.remote().versionId())));
  }

  /** The skill itself decides; a needed one that failed for the network is worth a second try. */
  private static int exitCode(DeliveryPlan plan, Delivered delivered) {
    for (Skipped skipped : delivered.skipped()) {
      boolean there =
          skipped.reason() == Reason.ALREADY_THERE || skipped.reason() == Reason.LEFT_OUT;
      if (skipped.skill().root() && !there) {
        return ExitCode.NO;
      }
      if (skipped.problem() != null && skipped.problem().kind() == ProblemKind.NETWORK) {
        return ExitCode.NETWORK;
      }
      if (skipped.reason() == Reason.MISSING && !plan.unreachable().isEmpty()) {
        return ExitCode.NETWORK; // it may only seem to be missing
      }
    }
    return ExitCode.OK;
  }
}
