package app.satchel.cli;

import app.satchel.assembly.Assembly;
import app.satchel.assembly.AssemblyOptions;
import app.satchel.catalog.CatalogPage;
import app.satchel.catalog.FetchedSkill;
import app.satchel.cli.Terminal.Tone;
import app.satchel.install.delivery.Decisions;
import app.satchel.install.delivery.Delivered;
import app.satchel.install.delivery.DeliveryPlan;
import app.satchel.install.delivery.PlannedSkill;
import app.satchel.install.delivery.Target;
import app.satchel.marketplace.Listing;
import app.satchel.marketplace.SearchQuery;
import app.satchel.marketplace.Sort;
import app.satchel.task.Progress;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code satchel demo}: the main job with the skills that Satchel brings along, in the window where
 * there is a display, else step by step in the terminal. Needs no network.
 */
@Command(name = "demo")
final class DemoCommand extends SatchelCommand {
  /** A sample that is refused as published, can be repaired, and needs two others. */
  private static final String SAMPLE = "python-report-patterns";

  private static final String QUERY = "python";

  @Mixin final DrawingOptions drawing = new DrawingOptions();

  private final BiFunction<Session, DrawingOptions, OptionalInt> window;

  DemoCommand(BiFunction<Session, DrawingOptions, OptionalInt> window) {
    this.window = window;
  }

  @Override
  int run(Session session) {
    OptionalInt code = window.apply(session, drawing);
    if (code.isPresent()) {
      return code.getAsInt();
    }
    session.terminal().note(session.text("demo.no-display"));
    AssemblyOptions options = session.assemblyOptions().with(AssemblyOptions.Marketplaces.SAMPLES);
    try (Assembly samples = Assembly.of(options)) {
      return tell(session, samples);
    }
  }

  private static int tell(Session session, Assembly samples) {
    Terminal terminal = session.terminal();
    Listing skill = search(session, samples);
    FetchedSkill fetched = samples.supply().fetch(skill, Progress.silent(), session.cancellation());

    heading(session, "demo.page", skill.name());
    Terminal.wrap(skill.description(), 96).forEach(line -> terminal.line("  " + line));
    terminal.line();
    fetched
        .skill()
        .skillMd()
        .body()
        .lines()
        .filter(line -> !line.isBlank())
        .limit(6)
        .map(Terminal::cleanLine)
        .forEach(line -> terminal.line("  " + terminal.cut(line, 96)));

    heading(session, "demo.checks");
    DeliveryPlan plan =
        samples
            .planner()
            .plan(
                fetched,
                new Target.Zips(Target.CLAUDE_AI, samples.home().zips()),
                true,
                session.cancellation());
    new InspectionText(session, Target.CLAUDE_AI, Target.CLAUDE_AI)
        .show(
            skill.name(),
            skill.namespace().toString(),
            file -> file == null ? "SKILL.md" : file,
            plan.inspection());

    heading(session, "demo.needs");
    terminal.table(
        plan.dependencies().stream()
            .map(
                one ->
                    List.of(
                        "  " + terminal.cut(one.name(), 40),
                        session.text("dependency." + one.status().word())))
            .toList());

    heading(session, "demo.build");
    return build(session, samples, plan);
  }

  private static Listing search(Session session, Assembly samples) {
    Terminal terminal = session.terminal();
    heading(session, "demo.search", QUERY);
    CatalogPage page =
        samples
            .catalog()
            .search(new SearchQuery(QUERY, Sort.RELEVANCE, 20, 0), session.cancellation());
    page.skills()
        .forEach(
            one ->
                terminal.line(
                    "  "
                        + terminal.in(Tone.STRONG, terminal.cut(one.name(), 40))
                        + "  "
                        + terminal.cut(one.description(), 60)));
    return page.skills().stream()
        .filter(one -> one.name().equals(SAMPLE))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the sample " + SAMPLE + " is not there"));
  }

  private static int build(Session session, Assembly samples, DeliveryPlan plan) {
    Decisions decisions = Decisions.careful();
    for (PlannedSkill skill : plan.skills()) {
      // These ZIPs are our own, from an earlier demonstration.
      decisions = decisions.on(skill, Decisions.OnExisting.REPLACE);
    }
    Delivered delivered =
        samples
            .delivery()
            .deliver(
                plan,
                decisions,
                (skill, stage, _, _) ->
                    session
                        .terminal()
                        .progress(
                            session.text(
                                "add.stage", skill.name(), session.text("stage." + stage.word()))),
                session.cancellation());
    Terminal terminal = session.terminal();
    for (Delivered.Done done : delivered.done()) {
      terminal.line(
          "  "
              + terminal.sign(Tone.GOOD)
              + " "
              + session.text("add.done", done.name(), done.path()));
    }
    Delivered.Done root = delivered.done().getFirst();
    terminal.line();
    terminal.line(session.text("demo.zip", root.path()));
    terminal.note(session.text("demo.next", samples.inspector().rules().menu().uploadPage()));
    ObjectNode node = JsonShapes.JSON.objectNode();
    node.put("zip", root.path().toString());
    node.put("accepted", root.report().accepted());
    session.json().line(node);
    return ExitCode.OK;
  }

  private static void heading(Session session, String key, Object... args) {
    session.terminal().line();
    session.terminal().line(session.terminal().in(Tone.STRONG, session.text(key, args)));
  }
}
