package app.satchel.cli;

import app.satchel.assembly.OwnState;
import app.satchel.problem.Problem;
import app.satchel.state.StateItem;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code satchel state}: what Satchel keeps on this computer, and how to be rid of it. */
@Command(name = "state")
final class StateCommand extends SatchelCommand {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

  @ArgGroup Change change = new Change();

  /** At most one of the two. */
  static final class Change {
    @Option(names = "--clear-cache", descriptionKey = "state.clear-cache")
    boolean clearCache;

    @Option(names = "--remove", descriptionKey = "state.remove")
    boolean remove;
  }

  @Option(names = "--yes", descriptionKey = "state.yes")
  boolean yes;

  @Override
  int run(Session session) {
    if (yes && !change.remove) {
      throw usage(session.text("usage.state-yes"));
    }
    OwnState state = session.assembly().state();
    if (change.clearCache) {
      return clear(session, state);
    }
    return change.remove ? remove(session, state) : show(session, state);
  }

  private int show(Session session, OwnState state) {
    List<StateItem> items = state.items();
    ObjectNode node = json(state, items);
    Problem problem = session.assembly().preferences().problem();
    Problem sources = session.assembly().sources().problem();
    node.set("error", problem == null ? null : JsonShapes.error(problem));
    session.json().line(node);
    Terminal terminal = session.terminal();
    terminal.line(
        session.text(
            state.places().together() ? "state.head-together" : "state.head",
            size(bytes(items)),
            state.places().data()));
    table(session, items);
    for (Problem one : new Problem[] {problem, sources}) {
      if (one != null) {
        terminal.note(Terminal.clean(one.sentence()));
      }
    }
    return ExitCode.OK;
  }

  private int clear(Session session, OwnState state) {
    OwnState.Cleared cleared = state.clearCache();
    ObjectNode node = json(state, state.items());
    node.put("cleared", cleared.bytes());
    node.put("inUse", cleared.inUse());
    session.json().line(node);
    session.terminal().line(session.text("state.cleared", size(cleared.bytes())));
    if (cleared.inUse() > 0) {
      session.terminal().note(session.text("state.in-use", cleared.inUse()));
    }
    return ExitCode.OK;
  }

  private int remove(Session session, OwnState state) {
    List<StateItem> items = state.removable();
    List<StateItem> stay =
        state.items().stream()
            .filter(item -> item.kind().loss() == StateItem.Loss.YOURS)
            .filter(item -> !item.paths().isEmpty())
            .toList();
    Terminal terminal = session.terminal();
    terminal.line(session.text("state.would-remove", size(bytes(items))));
    table(session, items);
    items.forEach(item -> item.paths().forEach(path -> terminal.line("    " + path)));
    terminal.line(session.text("state.cannot-undo"));
    stay.forEach(item -> terminal.line(session.text("state.stays", item.place())));
    if (yes) {
      state.remove();
    }
    ObjectNode node = json(state, items);
    node.put("removed", yes);
    node.set("stays", JsonShapes.array(stay, item -> JsonShapes.text(item.place())));
    session.json().line(node);
    terminal.line(session.text(yes ? "state.removed" : "state.not-removed"));
    return yes ? ExitCode.OK : ExitCode.NO;
  }

  private static void table(Session session, List<StateItem> items) {
    List<List<String>> rows = new ArrayList<>();
    for (StateItem item : items) {
      String id = item.kind().id();
      rows.add(
          List.of(
              "  " + session.text("state.kind." + id),
              size(item.bytes()),
              session.text("state.loss." + item.kind().loss().id()),
              item.place().toString()));
    }
    session.terminal().table(rows);
  }

  private static long bytes(List<StateItem> items) {
    return items.stream().mapToLong(StateItem::bytes).sum();
  }

  /** A size as people read it. */
  static String size(long bytes) {
    double left = bytes;
    int unit = 0;
    while (left >= 1000 && unit < UNITS.length - 1) {
      left /= 1000;
      unit++;
    }
    return String.format(
        Locale.ROOT, unit == 0 || left >= 100 ? "%.0f %s" : "%.1f %s", left, UNITS[unit]);
  }

  private static ObjectNode json(OwnState state, List<StateItem> items) {
    ObjectNode node = JsonShapes.JSON.objectNode();
    node.put("together", state.places().together());
    ObjectNode places = node.putObject("places");
    places.set("config", JsonShapes.text(state.places().config()));
    places.set("data", JsonShapes.text(state.places().data()));
    places.set("cache", JsonShapes.text(state.places().cache()));
    places.set("logs", JsonShapes.text(state.places().logs()));
    node.put("bytes", bytes(items));
    node.set("items", JsonShapes.array(items, StateCommand::json));
    return node;
  }

  private static ObjectNode json(StateItem item) {
    ObjectNode node = JsonShapes.JSON.objectNode();
    node.put("id", item.kind().id());
    node.set("place", JsonShapes.text(item.place()));
    node.put("bytes", item.bytes());
    node.put("files", item.files());
    node.put("loses", item.kind().loss().id());
    node.set("paths", JsonShapes.array(item.paths(), (Path path) -> JsonShapes.text(path)));
    return node;
  }
}
