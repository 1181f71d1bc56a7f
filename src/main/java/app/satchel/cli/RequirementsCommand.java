package app.satchel.cli;

import app.satchel.check.requirement.Requirement;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
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
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(session.in(), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        session.cancellation().throwIfCancelled();
        if (!line.isBlank()) {
          answer(session, parse(line, number));
        }
      }
    } catch (IOException e) {
      throw problem(ProblemKind.DISK, "requirements-unreadable", e.toString());
    }
    return ExitCode.OK;
  }

  private static JsonNode parse(String line, int number) {
    try {
      JsonNode node = line.length() > MAX_LINE ? null : MAPPER.readTree(line);
      if (node != null && node.isObject()) {
        return node;
      }
      throw problem(ProblemKind.INPUT, "requirements-line", "", number);
    } catch (JsonProcessingException e) {
      throw problem(ProblemKind.INPUT, "requirements-line", e.getOriginalMessage(), number);
    }
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
