package app.satchel.cli;

import app.satchel.assembly.Home;
import app.satchel.assembly.Version;
import app.satchel.cli.Terminal.Tone;
import app.satchel.display.CheckedItem;
import app.satchel.display.CheckedItem.State;
import app.satchel.display.Checkup;
import app.satchel.display.Drawing;
import app.satchel.display.Surroundings;
import app.satchel.display.ToolkitState;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code satchel doctor}: what a start of the window needs and what of it is here, to be pasted
 * into an issue. Starts the toolkit to see whether it does, and opens no window.
 */
@Command(name = "doctor")
final class DoctorCommand extends SatchelCommand {
  @Mixin final DrawingOptions drawingOptions = new DrawingOptions();

  @Option(names = "--log-folder", descriptionKey = "doctor.log-folder")
  boolean logFolder;

  private final DoctorTools tools;

  /** What the command needs of the start. */
  interface DoctorTools {
    /** This computer. */
    Surroundings surroundings();

    /** How a window would be drawn. */
    Drawing drawing(Home home, DrawingOptions options);

    /** Tries the toolkit; null when there is no display to try it on. */
    ToolkitState toolkit(Drawing drawing);
  }

  DoctorCommand(DoctorTools tools) {
    this.tools = tools;
  }

  @Override
  int run(Session session) {
    Home home = Home.of(session.assemblyOptions());
    if (logFolder) {
      session.terminal().line(home.logs().toString());
      ObjectNode node = JsonShapes.JSON.objectNode();
      node.put("log", home.logs().toString());
      session.json().line(node);
      return ExitCode.OK;
    }
    Drawing drawing = tools.drawing(home, drawingOptions);
    ToolkitState toolkit = tools.toolkit(drawing);
    List<CheckedItem> items =
        new Checkup(tools.surroundings(), home.folder(), home.logs(), drawing)
            .look(Version.current(), toolkit);
    tell(session, items);
    session.json().line(json(items, toolkit));
    return items.stream().anyMatch(item -> item.state() == State.PROBLEM)
        ? ExitCode.NO
        : ExitCode.OK;
  }

  private static void tell(Session session, List<CheckedItem> items) {
    Terminal terminal = session.terminal();
    int width = items.stream().mapToInt(item -> item.name().length()).max().orElse(0);
    for (CheckedItem item : items) {
      Tone tone =
          switch (item.state()) {
            case OK -> Tone.GOOD;
            case NOTE -> Tone.WARNING;
            case PROBLEM -> Tone.BAD;
          };
      String name = item.name() + " ".repeat(width - item.name().length());
      terminal.line(terminal.sign(tone) + " " + name + "  " + Terminal.clean(item.found()));
      if (!item.hint().isEmpty()) {
        terminal.line(" ".repeat(width + 4) + Terminal.clean(item.hint()));
      }
    }
  }

  private static ObjectNode json(List<CheckedItem> items, ToolkitState toolkit) {
    ObjectNode node = JsonShapes.JSON.objectNode();
    ArrayNode all = node.putArray("items");
    for (CheckedItem item : items) {
      ObjectNode one = all.addObject();
      one.put("id", item.id());
      one.put("state", item.state().name().toLowerCase(Locale.ROOT));
      one.put("found", item.found());
      one.put("hint", item.hint());
    }
    ArrayNode said = node.putArray("toolkit");
    if (toolkit != null) {
      toolkit.said().forEach(said::add);
    }
    return node;
  }
}
