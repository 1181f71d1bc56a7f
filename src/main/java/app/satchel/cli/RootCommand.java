package app.satchel.cli;

import java.util.OptionalInt;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;

/** {@code satchel} without a command: the window. */
@Command(
    name = "satchel",
    resourceBundle = "app.satchel.cli.words",
    versionProvider = RootCommand.Version.class,
    subcommandsRepeatable = false)
final class RootCommand extends SatchelCommand {
  @Mixin final GlobalOptions options;
  @Mixin final DrawingOptions drawing = new DrawingOptions();

  private BiFunction<Session, DrawingOptions, OptionalInt> window;

  RootCommand(GlobalOptions options) {
    this.options = options;
  }

  void window(BiFunction<Session, DrawingOptions, OptionalInt> opener) {
    this.window = opener;
  }

  @Override
  int run(Session session) {
    OptionalInt code = window.apply(session, drawing);
    if (code.isPresent()) {
      return code.getAsInt();
    }
    session.terminal().failure(session.text("no-display"));
    session
        .terminal()
        .failure(
            session.text("no-display.commands", String.join(", ", spec.subcommands().keySet())));
    return ExitCode.UNAVAILABLE;
  }

  /** Reads the version when it is asked for. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Satchel " + app.satchel.assembly.Version.current()};
    }
  }
}
