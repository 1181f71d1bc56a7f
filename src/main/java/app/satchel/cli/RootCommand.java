package app.satchel.cli;

import app.satchel.opening.Opening;
import app.satchel.opening.SkillLink;
import app.satchel.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code satchel [PATH|LINK]...}, without a command: the window. */
@Command(
    name = "satchel",
    resourceBundle = "app.satchel.cli.words",
    versionProvider = RootCommand.Version.class,
    subcommandsRepeatable = false)
final class RootCommand extends SatchelCommand {
  @Mixin final GlobalOptions options;
  @Mixin final DrawingOptions drawing = new DrawingOptions();

  @Parameters(paramLabel = "PATH|LINK", arity = "0..*", descriptionKey = "root.what")
  List<String> what = new ArrayList<>();

  private Opener window;

  /** Opens the window on what it was called with. */
  @FunctionalInterface
  interface Opener {
    OptionalInt open(
        Session session, DrawingOptions drawing, List<String> words, WindowCall.Meeting meeting);
  }

  RootCommand(GlobalOptions options) {
    this.options = options;
  }

  void window(Opener opener) {
    this.window = opener;
  }

  @Override
  int run(Session session) {
    Path here = Path.of("").toAbsolutePath();
    List<String> unknown = what.stream().filter(word -> !Opening.isMeant(word, here)).toList();
    if (!unknown.isEmpty()) {
      throw new UnmatchedArgumentException(spec.commandLine(), unknown);
    }
    List<String> words = what.stream().map(word -> Opening.absolute(word, here)).toList();
    boolean plain = !options.offline && !session.sourcesGiven();
    OptionalInt code =
        window.open(
            session,
            drawing,
            words,
            plain ? WindowCall.Meeting.HANDS_OVER : WindowCall.Meeting.STANDS_ALONE);
    if (code.isPresent()) {
      return code.getAsInt();
    }
    if (!words.isEmpty()) {
      session.terminal().failure(instead(session, words.getFirst()));
      return ExitCode.UNAVAILABLE;
    }
    session.terminal().failure(session.text("no-display"));
    session
        .terminal()
        .failure(
            session.text("no-display.commands", String.join(", ", spec.subcommands().keySet())));
    return ExitCode.UNAVAILABLE;
  }

  /** The command that says in the terminal what the window would have shown. */
  private static String instead(Session session, String word) {
    return switch (Opening.of(word)) {
      case Opening.Place(Path path) ->
          session.text("no-display.path", Terminal.clean(path.toString()));
      case Opening.Link(SkillLink link) -> session.text("no-display.link", link.skill());
      case Opening.Unusable(_, Problem problem) ->
          session.text("no-display.unusable", problem.sentence());
    };
  }

  /** Reads the version when it is asked for. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Satchel " + app.satchel.assembly.Version.current()};
    }
  }
}
