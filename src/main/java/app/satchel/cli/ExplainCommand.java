package app.satchel.cli;

import app.satchel.check.upload.UploadRules.ErrorText;
import app.satchel.check.upload.said.ErrorMatch;
import app.satchel.check.upload.said.ErrorTexts;
import app.satchel.cli.Terminal.Tone;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code satchel explain [TEXT...]}: what a message of claude.ai means and what to do about it. */
@Command(name = "explain")
final class ExplainCommand extends SatchelCommand {
  /** More than this of the standard input is no message. */
  private static final int MAX_BYTES = 1 << 16;

  private static final int WIDTH = 96;

  @Parameters(paramLabel = "TEXT", arity = "0..*", descriptionKey = "explain.text")
  List<String> words = new ArrayList<>();

  @Override
  int run(Session session) {
    String query = words.isEmpty() ? fromInput(session) : String.join(" ", words);
    ErrorTexts texts = new ErrorTexts(session.assembly().inspector().rules().errorTexts());
    List<ErrorMatch> matches = texts.match(query);
    session.json().line(json(query, matches));
    if (matches.isEmpty()) {
      session.terminal().line(session.text("explain.unknown"));
      texts
          .silent()
          .ifPresent(
              silent -> {
                session.terminal().line();
                session.terminal().line(session.text("explain.silent"));
                advice(session, silent);
              });
      return ExitCode.NO;
    }
    matches.forEach(match -> show(session, match));
    return ExitCode.OK;
  }

  private static String fromInput(Session session) {
    try {
      String text = new String(session.in().readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1).strip() : text.strip();
    } catch (IOException e) {
      throw ProblemException.of(
          Words.of(ExplainCommand.class), ProblemKind.DISK, "input-unreadable", e.toString(), e);
    }
  }

  private static ObjectNode json(String query, List<ErrorMatch> matches) {
    ObjectNode node = JsonShapes.JSON.objectNode();
    node.put("query", query);
    node.set("matches", JsonShapes.array(matches, JsonShapes::errorMatch));
    return node;
  }

  private static void show(Session session, ErrorMatch match) {
    Terminal terminal = session.terminal();
    ErrorText text = match.text();
    String said = text.start().isEmpty() ? session.text("explain.silent") : text.start();
    List<String> lines = Terminal.wrap(said, WIDTH);
    lines.forEach(line -> terminal.line(terminal.in(Tone.STRONG, line)));
    advice(session, text);
    if (!match.figures().isEmpty()) {
      field(session, "figures", terminal.cut(String.join("; ", match.figures()), WIDTH));
    }
    if (!text.rules().isEmpty()) {
      field(session, "rules", String.join(", ", text.rules()));
    }
    field(session, "seen", session.text("explain.dates", text.firstSeen(), text.lastSeen()));
    field(session, "sure", session.text("explain.percent", percent(match)));
    terminal.line();
  }

  private static int percent(ErrorMatch match) {
    return (int) Math.round(100 * match.confidence());
  }

  private static void advice(Session session, ErrorText text) {
    field(session, "cause", text.cause());
    field(session, "next", text.next());
  }

  private static void field(Session session, String key, String value) {
    String label = session.text("explain." + key);
    String indent = " ".repeat(label.length() + 3);
    boolean head = true;
    for (String line : Terminal.wrap(value, WIDTH - indent.length())) {
      session.terminal().line((head ? "  " + label + " " : indent) + line);
      head = false;
    }
  }
}
