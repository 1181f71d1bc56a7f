package app.satchel.cli;

import app.satchel.assembly.AssemblyOptions;
import app.satchel.assembly.BugReport;
import app.satchel.assembly.Home;
import app.satchel.assembly.Version;
import app.satchel.cli.Terminal.Style;
import app.satchel.display.Checkup;
import app.satchel.display.Drawing;
import app.satchel.display.StartMark;
import app.satchel.display.Surroundings;
import app.satchel.display.ToolkitState;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Cancellation;
import app.satchel.words.Words;
import app.satchel.workspace.ApiKeys;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line. {@link #execute} does one call from arguments to exit code and never ends the
 * program, so that tests run it as it is.
 */
public final class Cli {
  private static final String NAME = "satchel";

  private final Map<String, String> environment;
  private final Properties properties;
  private final WindowLauncher window;
  private final ApiKeys keys;
  private final Cancellation cancellation;
  private final boolean terminal;

  /**
   * @param environment the environment's variables
   * @param properties the system's properties
   * @param window opens the window
   * @param cancellation cancelled when the person interrupts
   * @param terminal whether a person watches, so that colour and progress make sense
   */
  public Cli(
      Map<String, String> environment,
      Properties properties,
      WindowLauncher window,
      Cancellation cancellation,
      boolean terminal) {
    this(environment, properties, window, ApiKeys.ofThisSystem(), cancellation, terminal);
  }

  /**
   * @param keys where the key of a developer workspace is kept
   */
  Cli(
      Map<String, String> environment,
      Properties properties,
      WindowLauncher window,
      ApiKeys keys,
      Cancellation cancellation,
      boolean terminal) {
    this.environment = Map.copyOf(environment);
    this.properties = properties;
    this.window = window;
    this.keys = keys;
    this.cancellation = cancellation;
    this.terminal = terminal;
  }

  /**
   * Carries out one call.
   *
   * @return the exit code as the README promises it
   */
  public int execute(String[] args, InputStream in, PrintStream out, PrintStream err) {
    boolean json = Arrays.asList(args).contains("--json");
    GlobalOptions options = new GlobalOptions();
    Style style = style(err);
    Call call =
        new Call(options, in, out, err, style, "true".equals(environment.get("GITHUB_ACTIONS")));
    try {
      return commandLine(call, json).execute(args);
    } catch (Throwable e) {
      // The last door: whatever comes here is our bug, and a stack trace would help nobody.
      return bug(call, json, e);
    } finally {
      if (options.debug) {
        Path log = Home.of(assemblyOptions(call)).logs().resolve(Logs.DEBUG_FILE);
        call.terminal().failure(Words.of(Cli.class).text("debug.log", log));
      }
    }
  }

  /**
   * Tells of a failure outside any command.
   *
   * @return the exit code
   */
  public int failed(Throwable failure, PrintStream out, PrintStream err) {
    Call call =
        new Call(new GlobalOptions(), InputStream.nullInputStream(), out, err, style(err), false);
    return failure(call, false, failure);
  }

  private Style style(PrintStream out) {
    Style plain = Style.plain(out);
    boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
    boolean colour = terminal && !dumb && environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Style(colour, plain.signs(), terminal && !dumb);
  }

  /** Where one call's input and answers go. */
  private record Call(
      GlobalOptions options,
      InputStream in,
      PrintStream out,
      PrintStream err,
      Style style,
      boolean actions) {
    Terminal terminal() {
      return new Terminal(out, err, style, options.json, options.quiet, actions);
    }
  }

  private Session session(Call call) {
    Session session =
        new Session(
            call.options(),
            environment,
            keys,
            call.in(),
            call.terminal(),
            new JsonOut(call.out(), call.options().json),
            cancellation);
    Home home = Home.of(session.assemblyOptions());
    Logs.into(home.logs(), call.options().debug);
    if (call.options().debug) {
      Debugging.log(
          new Checkup(
                  Surroundings.here(environment, properties),
                  home.folder(),
                  home.logs(),
                  opening().drawing(home, new DrawingOptions(), new StartMark(home.startMark())))
              .look(Version.current(), null));
    }
    return session;
  }

  private CommandLine commandLine(Call call, boolean json) {
    RootCommand root = new RootCommand(call.options());
    CommandLine line = new CommandLine(root);
    List<SatchelCommand> commands =
        List.of(
            root,
            new SearchCommand(),
            new ShowCommand(),
            new CheckCommand(),
            new ExplainCommand(),
            new RequirementsCommand(),
            new PackCommand(),
            new AddCommand(),
            new AgentsCommand(),
            new RulesCommand(),
            new ApiKeyCommand(),
            new StateCommand(),
            new SelfUpdateCommand(),
            new ServeCommand(),
            new DoctorCommand(doctorTools()),
            new DemoCommand(
                (session, drawing) ->
                    opening().open(session, drawing, List.of(), WindowCall.Meeting.IGNORES)));
    for (SatchelCommand command : commands) {
      command.in(() -> session(call));
      if (command != root) {
        line.addSubcommand(command);
      }
    }
    root.window(opening()::open);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(call.style().colour() ? Ansi.ON : Ansi.OFF));
    line.setOut(new PrintWriter(call.out(), true));
    line.setErr(new PrintWriter(call.err(), true));
    line.setUsageHelpWidth(100);
    line.setUsageHelpAutoWidth(false);
    line.setParameterExceptionHandler((e, _) -> usage(call, json, e));
    line.setExecutionExceptionHandler((e, _, _) -> failure(call, json, e));
    line.setExitCodeExceptionMapper(_ -> ExitCode.BUG);
    return line;
  }

  private WindowOpening opening() {
    return new WindowOpening(environment, properties, window, terminal);
  }

  private DoctorCommand.DoctorTools doctorTools() {
    return new DoctorCommand.DoctorTools() {
      @Override
      public Surroundings surroundings() {
        return Surroundings.here(environment, properties);
      }

      @Override
      public Drawing drawing(Home home, DrawingOptions options) {
        return opening().drawing(home, options, new StartMark(home.startMark()));
      }

      @Override
      public ToolkitState toolkit(Drawing drawing) {
        if (!Display.available(environment, properties)) {
          return null;
        }
        drawing.tell(properties);
        Debugging.tellToolkit(properties);
        try (ToolkitOutput output = ToolkitOutput.capture()) {
          return window.tryToolkit(output::lines);
        }
      }
    };
  }

  private static int usage(Call call, boolean json, ParameterException e) {
    Words words = Words.of(Cli.class);
    StringBuilder sentence = new StringBuilder();
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      sentence.append(
          e.getCause() instanceof TypeConversionException && e.getMessage().contains("Path")
              ? words.text("usage.path", Terminal.clean(String.valueOf(e.getValue())))
              : Terminal.clean(e.getMessage()).replaceFirst("^Error: ", ""));
    } else {
      sentence.append(
          words.text("usage.unknown", Terminal.clean(String.join(" ", unmatched.getUnmatched()))));
      List<String> similar = unmatched.getSuggestions();
      if (!similar.isEmpty()) {
        sentence.append(' ').append(words.text("usage.similar", String.join(", ", similar)));
      }
    }
    call.err().println(NAME + ": " + sentence);
    call.err()
        .println(words.text("usage.help", e.getCommandLine().getCommandSpec().qualifiedName()));
    if (json) {
      ObjectNode error = JsonShapes.JSON.objectNode();
      error.put("kind", "usage");
      error.put("code", "usage");
      error.put("message", sentence.toString());
      error.put("details", "");
      writeError(call, error);
    }
    return ExitCode.USAGE;
  }

  private int failure(Call call, boolean json, Throwable e) {
    return switch (e) {
      case ProblemException problem -> problem(call, json, problem.problem());
      // Whoever read the answers has gone, and there is nobody to tell that this stopped.
      case CancellationException _ when call.out().checkError() -> ExitCode.OK;
      case CancellationException _ -> {
        Words words = Words.of(Cli.class);
        yield problem(
            call,
            json,
            new Problem(ProblemKind.CANCELLED, "cancelled", words.text("cancelled"), "", "", ""));
      }
      default -> bug(call, json, e);
    };
  }

  private static int problem(Call call, boolean json, Problem problem) {
    call.terminal().failure(NAME + ": " + Terminal.clean(problem.sentence()));
    if (json) {
      writeError(call, JsonShapes.error(problem));
    } else if (problem.kind() != ProblemKind.CANCELLED) {
      // For whoever is asked for help; the technical details are in --json and in the log.
      call.terminal().failure("  [" + problem.code() + "]");
    }
    return ExitCode.of(problem.kind());
  }

  private int bug(Call call, boolean json, Throwable e) {
    BugReport report = BugReport.write(e, Home.of(assemblyOptions(call)).logs());
    return problem(call, json, report.problem());
  }

  private AssemblyOptions assemblyOptions(Call call) {
    return new AssemblyOptions(
        call.options().home,
        List.of(),
        AssemblyOptions.Marketplaces.CONFIGURED,
        call.options().offline,
        environment,
        keys,
        false);
  }

  private static void writeError(Call call, ObjectNode error) {
    ObjectNode node = JsonShapes.JSON.objectNode();
    node.set("error", error);
    new JsonOut(call.out(), true).line(node);
  }
}
