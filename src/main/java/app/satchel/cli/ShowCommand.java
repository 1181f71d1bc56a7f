package app.satchel.cli;

import app.satchel.assembly.Assembly;
import app.satchel.catalog.FetchedSkill;
import app.satchel.check.cost.ContextCost;
import app.satchel.cli.Terminal.Tone;
import app.satchel.install.InstalledSkills;
import app.satchel.install.delivery.SkillSupply;
import app.satchel.marketplace.Listing;
import app.satchel.problem.ProblemException;
import app.satchel.skill.Namespace;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillMd;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code satchel show @owner/repo/skill}: a skill's page. Its files are listed only where looking
 * at them is not counted as an installation.
 */
@Command(name = "show")
final class ShowCommand extends SatchelCommand {
  @Parameters(paramLabel = "NAMESPACE", descriptionKey = "show.namespace")
  String skill;

  @Override
  int run(Session session) {
    Namespace namespace =
        Namespace.parse(skill)
            .orElseThrow(() -> usage(session.text("usage.namespace", Terminal.clean(skill))));
    Assembly assembly = session.assembly();
    Listing listing = Lookup.require(session, namespace);
    SkillSupply supply = assembly.supply();
    Optional<FetchedSkill> fetched = files(session, supply, listing);
    Optional<SkillMd> md =
        fetched.isPresent()
            ? fetched.map(one -> one.skill().skillMd())
            : supply.text(listing, session.cancellation());
    ObjectNode node = JsonShapes.listing(listing);
    node.set("skillMd", JsonShapes.text(md.map(SkillMd::text).orElse(null)));
    List<SkillFile> files = fetched.map(one -> one.skill().files()).orElse(null);
    node.set("files", files == null ? null : JsonShapes.array(files, ShowCommand::file));
    node.set("context", md.map(ContextCost::of).map(JsonShapes::context).orElse(null));
    List<InstalledSkills.Present> dependents = assembly.installedSkills().needing(listing.name());
    node.set("neededBy", JsonShapes.array(dependents, one -> JsonShapes.text(one.name())));
    session.json().line(node);
    show(session.terminal(), session, listing, md, files);
    if (!dependents.isEmpty()) {
      String names =
          dependents.stream()
              .map(one -> Terminal.clean(one.name()) + " (" + one.agent() + ")")
              .collect(Collectors.joining(", "));
      session.terminal().line(session.text("show.needed-by", names));
    }
    return ExitCode.OK;
  }

  private static ObjectNode file(SkillFile file) {
    ObjectNode node = JsonShapes.JSON.objectNode();
    node.put("path", file.path());
    node.put("bytes", file.bytes());
    return node;
  }

  /** The listing and SKILL.md are an answer without the files, so those may fail. */
  private static Optional<FetchedSkill> files(
      Session session, SkillSupply supply, Listing listing) {
    try {
      Optional<FetchedSkill> fetched = supply.fetchUncounted(listing, session.cancellation());
      if (fetched.isEmpty()) {
        String why = supply.counts(listing.source()) ? "show.not-counted" : "show.files-gone";
        session.terminal().note(session.text(why, listing.source()));
      }
      return fetched;
    } catch (ProblemException e) {
      session.terminal().note(session.text("show.files-failed", e.problem().sentence()));
      return Optional.empty();
    }
  }

  private static void show(
      Terminal terminal,
      Session session,
      Listing listing,
      Optional<SkillMd> md,
      List<SkillFile> files) {
    terminal.line(terminal.in(Tone.STRONG, terminal.cut(listing.name(), 80)));
    terminal.line(
        session.text(
            "show.listing",
            Terminal.clean(listing.namespace().toString()),
            Terminal.clean(listing.source())));
    md.map(ContextCost::of)
        .ifPresent(
            cost ->
                terminal.line(
                    session.text(
                        "context",
                        ContextCost.rounded(cost.always()),
                        ContextCost.rounded(cost.whenUsed()))));
    if (listing.description() != null) {
      terminal.line();
      Terminal.wrap(listing.description(), 96).forEach(terminal::line);
    }
    md.ifPresent(
        text -> {
          terminal.line();
          text.body().lines().map(Terminal::cleanLine).forEach(terminal::line);
        });
    if (files != null) {
      terminal.line();
      terminal.line(
          session.text(
              "show.files", files.size(), files.stream().mapToLong(SkillFile::bytes).sum()));
      terminal.table(
          files.stream()
              .map(
                  file -> List.of("  " + Terminal.clean(file.path()), String.valueOf(file.bytes())))
              .toList());
    }
  }
}
