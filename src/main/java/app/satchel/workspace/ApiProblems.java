package app.satchel.workspace;

import app.satchel.http.HttpProblems;
import app.satchel.http.ServiceAnswer;
import app.satchel.http.WebAddress;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the API's refusals mean. Which texts it refuses with is dated data ({@code
 * api-refusals.json}).
 */
final class ApiProblems {
  private static final Words WORDS = Words.of(ApiProblems.class);

  private final AnswerReader reader;
  private final List<Known> known = new ArrayList<>();

  ApiProblems(AnswerReader reader) {
    this.reader = reader;
    try (InputStream in = ApiProblems.class.getResourceAsStream("api-refusals.json")) {
      for (JsonNode row : new ObjectMapper().readTree(in).get("refusals")) {
        known.add(new Known(row.get("contains").asText(), row.get("hint").asText()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("api-refusals.json", e);
    }
  }

  /**
   * What a refusal means.
   *
   * @param asked what was asked
   * @param key kept out of the words, should the server repeat it
   */
  ProblemException of(ServiceAnswer answer, Asked asked, ApiKey key) {
    AnswerReader.Refusal refusal = reader.refusal(answer.body());
    String said = refusal.message() == null ? "" : key.removedFrom(refusal.message());
    String host = answer.address().getHost();
    String status = Integer.toString(answer.status());
    String unclear = asked.sends ? WORDS.text("unclear") : "";
    Report report = new Report(details(answer, refusal.type(), said, key));
    int code = answer.status();
    if (code == 401) {
      return report.as(ProblemKind.INPUT, "api-key-refused", host);
    }
    if (code == 403) {
      return report.as(ProblemKind.INPUT, "api-forbidden", host, said);
    }
    if (code == 404 && asked.ofOne) {
      return report.as(ProblemKind.NOT_FOUND, "api-skill-gone", host);
    }
    if (code == 409) {
      return report.as(ProblemKind.CONFLICT, "api-conflict", host, said);
    }
    if (code == 413) {
      return report.as(ProblemKind.INPUT, "api-skill-too-large", host);
    }
    if (code == 429) {
      return report.as(ProblemKind.NETWORK, "api-rate-limited", host, wait(answer));
    }
    if (code == 408 || code >= 500) {
      return report.as(ProblemKind.NETWORK, "api-unavailable", host, status, unclear);
    }
    if ((code == 400 || code == 422) && !said.isEmpty()) {
      return asked.sends
          ? report.as(ProblemKind.INPUT, "api-skill-refused", host, said, hint(said))
          : report.as(ProblemKind.INPUT, "api-refused", host, said);
    }
    return report.as(ProblemKind.NETWORK, "api-unexpected", host, status, said);
  }

  /** An answer that says yes, and nothing that can be understood. */
  ProblemException unreadable(ServiceAnswer answer, Asked asked, IOException cause) {
    // Jackson's own message quotes what it read.
    String why =
        cause instanceof JsonProcessingException
            ? cause.getClass().getSimpleName()
            : cause.getMessage();
    return ProblemException.of(
        WORDS,
        ProblemKind.NETWORK,
        "api-unreadable",
        where(answer) + ": " + why,
        answer.address().getHost(),
        asked.sends ? WORDS.text("unclear") : "");
  }

  private static String wait(ServiceAnswer answer) {
    boolean none = answer.retryAfter() == null || answer.retryAfter().isZero();
    return none ? "" : HttpProblems.wait(answer.retryAfter());
  }

  private String hint(String said) {
    String plain = said.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(one -> plain.contains(one.contains().toLowerCase(Locale.ROOT)))
        .findFirst()
        .map(one -> WORDS.text("hint." + one.hint()))
        .orElseGet(() -> WORDS.text("hint.other"));
  }

  private static String details(ServiceAnswer answer, String type, String said, ApiKey key) {
    StringBuilder details = new StringBuilder(where(answer));
    details.append(": status ").append(answer.status());
    if (type != null) {
      details.append(", ").append(type);
    }
    if (answer.requestId() != null) {
      details.append(", request-id ").append(answer.requestId());
    }
    if (!said.isEmpty()) {
      details.append(System.lineSeparator()).append(said);
    }
    return key.removedFrom(details.toString());
  }

  private static String where(ServiceAnswer answer) {
    return WebAddress.withoutQuery(answer.address());
  }

  private record Known(String contains, String hint) {}

  private record Report(String details) {
    ProblemException as(ProblemKind kind, String code, Object... args) {
      return ProblemException.of(WORDS, kind, code, details, args);
    }
  }

  /** What was asked, as far as it matters for what a refusal means. */
  enum Asked {
    /** For a list. */
    LIST(false, false),
    /** For something of one skill. */
    ONE(false, true),
    /** To make a skill. */
    CREATE(true, false),
    /** To add to one skill. */
    ADD(true, true);

    private final boolean sends;
    private final boolean ofOne;

    Asked(boolean sends, boolean ofOne) {
      this.sends = sends;
      this.ofOne = ofOne;
    }
  }
}
