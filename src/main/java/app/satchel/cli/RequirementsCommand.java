package app.satchel.cli;

import app.satchel.check.requirement.Requirement;
import app.satchel.cli.BoundedLines.Line;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;

/**
 * {@code satchel requirements}: reads what authors wrote about what their skills need, one JSON
 * object per line, and answers in the same order. Looks at nothing on this computer.
 */
@Command(name = "requirements")
final class RequirementsCommand extends SatchelCommand {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A line longer than this is no requirement. */
  private static final int MAX_LINE = 1 << 20;

  @Override
  int run(Session session) {
    int code = ExitCode.OK;
    try (BoundedLines lines = new BoundedLines(session.in(), MAX_LINE)) {
      for (Line line = lines.next(); line != null; line = lines.next()) {
        session.cancellation().throwIfCancelled();
        if (line.text() != null && line.text().isBlank()) {
          continue;
        }
        try {
          answer(session, parse(line));
        } catch (ProblemException e) {
          refuse(session, line, e.problem());
          code = ExitCode.of(e.problem().kind());
        }
      }
    } catch (IOException e) {
      throw problem(ProblemKind.DISK, "requirements-unreadable", e.toString());
    }
    return code;
  }

  private static JsonNode parse(Line line) {
    if (line.text() == null) {
      throw problem(ProblemKind.INPUT, "requirements-line-long", "", line.number(), MAX_LINE >> 20);
    }
    try {
      JsonNode node = MAPPER.readTree(line.text());
      if (node != null && node.isObject()) {
        return node;
      }
      throw problem(ProblemKind.INPUT, "requirements-line", "", line.number());
    } catch (JsonProcessingException e) {
      throw problem(ProblemKind.INPUT, "requirements-line", e.getOriginalMessage(), line.number());
    }
  }

  /** In place of the line's answer, so that the other lines keep theirs. */
  private static void refuse(Session session, Line line, Problem problem) {
    ObjectNode node = JsonShapes.JSON.objectNode();
    node.putNull("id");
    node.put("line", line.number());
    node.set("error", JsonShapes.error(problem));
    session.json().always(node);
    session.terminal().failure("satchel: " + Terminal.clean(problem.sentence()));
  }

  private static ProblemException problem(
      ProblemKind kind, String code, String details, Object... args) {
    return ProblemException.of(Words.of(RequirementsCommand.class), kind, code, details, args);
  }

  private static void answer(Session session, JsonNode question) {
    String field = question.path("field").asText("compatibility");
    List<Requirement> requirements =
        session.assembly().inspector().requirements(field, question.path("value"));
    ObjectNode node = JsonShapes.JSON.objectNode();
    node.set("id", question.path("id").isMissingNode() ? null : question.get("id"));
    node.set("requirements", JsonShapes.array(requirements, JsonShapes::requirement));
    // JSON comes in, so JSON goes out, with or without --json.
    session.json().always(node);
  }
}
