package app.satchel.cli;

import app.satchel.assembly.RulesInForce;
import app.satchel.check.upload.UploadRules;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code satchel rules}: the upload rules in force, and how to go by newer ones. */
@Command(name = "rules")
final class RulesCommand extends SatchelCommand {
  @ArgGroup Change change = new Change();

  /** At most one of the two. */
  static final class Change {
    @Option(names = "--use", paramLabel = "FILE", descriptionKey = "rules.use")
    Path use;

    @Option(names = "--built-in", descriptionKey = "rules.built-in")
    boolean builtIn;
  }

  @Override
  int run(Session session) {
    if (change.use != null) {
      session.assembly().useRules(change.use);
    } else if (change.builtIn) {
      session.assembly().useBuiltInRules();
    }
    RulesInForce inForce = session.assembly().rules();
    UploadRules rules = inForce.rules();
    session.json().line(json(inForce));
    Terminal terminal = session.terminal();
    terminal.line(
        session.text(
            inForce.builtIn() ? "rules.head-built-in" : "rules.head",
            rules.rulesDate(),
            String.valueOf(inForce.file())));
    if (inForce.problem() != null) {
      terminal.note(Terminal.clean(inForce.problem().sentence()));
    }
    terminal.table(
        rules.rules().stream()
            .map(
                rule ->
                    List.of(
                        "  " + rule.id(),
                        rule.severity().name().toLowerCase(Locale.ROOT),
                        rule.date().toString(),
                        rule.source()))
            .toList());
    return ExitCode.OK;
  }

  private static ObjectNode json(RulesInForce inForce) {
    UploadRules rules = inForce.rules();
    ObjectNode node = JsonShapes.JSON.objectNode();
    node.put("date", rules.rulesDate().toString());
    node.put("builtIn", inForce.builtIn());
    node.set("file", JsonShapes.text(inForce.file()));
    node.set("error", inForce.problem() == null ? null : JsonShapes.error(inForce.problem()));
    node.set("targets", JsonShapes.array(rules.targets(), JsonShapes::text));
    node.set(
        "rules",
        JsonShapes.array(
            rules.rules(),
            rule -> {
              ObjectNode one = JsonShapes.JSON.objectNode();
              one.put("id", rule.id());
              one.put("severity", rule.severity().name().toLowerCase(Locale.ROOT));
              one.put("message", rule.message());
              one.set("fix", JsonShapes.text(rule.fix()));
              one.put("source", rule.source());
              one.put("date", rule.date().toString());
              return one;
            }));
    return node;
  }
}
