package app.satchel.cli;

import app.satchel.check.Finding;
import app.satchel.check.cost.ContextCost;
import app.satchel.check.dependency.Dependency;
import app.satchel.check.requirement.CheckedRequirement;
import app.satchel.check.requirement.Requirement;
import app.satchel.check.upload.Change;
import app.satchel.check.upload.said.ErrorMatch;
import app.satchel.marketplace.Listing;
import app.satchel.problem.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The JSON that the command line promises: written out field by field, so that renaming something
 * inside never changes it.
 */
final class JsonShapes {
  static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Characters; real descriptions have some hundreds, and none of the corpus has as many. */
  private static final int LONGEST_EXCERPT = 8_000;

  private JsonShapes() {}

  /** Tokens, estimated. */
  static ObjectNode context(ContextCost cost) {
    ObjectNode node = JSON.objectNode();
    node.put("always", cost.always());
    node.put("whenUsed", cost.whenUsed());
    return node;
  }

  static <T> ArrayNode array(List<T> values, Function<T, ? extends JsonNode> shape) {
    ArrayNode array = JSON.arrayNode();
    values.forEach(value -> array.add(shape.apply(value)));
    return array;
  }

  static JsonNode text(Object value) {
    return value == null ? JSON.nullNode() : JSON.textNode(value.toString());
  }

  static JsonNode number(Number value) {
    return value == null ? JSON.nullNode() : JSON.numberNode(value.longValue());
  }

  /** What a person would read of a text: a hostile one of megabytes is not repeated to them. */
  private static String excerpt(String text) {
    if (text == null || text.length() <= LONGEST_EXCERPT) {
      return text;
    }
    int end = LONGEST_EXCERPT;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  static ObjectNode listing(Listing listing) {
    ObjectNode node = JSON.objectNode();
    node.set("namespace", text(listing.namespace()));
    node.set("name", text(listing.name()));
    node.set("description", text(listing.description()));
    node.set("author", text(listing.author()));
    node.set("stars", number(listing.stars()));
    node.set("installs", number(listing.installs()));
    node.set("updatedAt", text(listing.updatedAt()));
    node.set("source", text(listing.source()));
    return node;
  }

  static ObjectNode finding(Finding finding) {
    ObjectNode node = JSON.objectNode();
    node.put("rule", finding.rule());
    node.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    node.set("file", text(finding.file()));
    node.set("line", number(finding.line()));
    node.put("message", excerpt(finding.message()));
    node.set("fix", text(excerpt(finding.fix())));
    return node;
  }

  static ObjectNode change(Change change) {
    ObjectNode node = JSON.objectNode();
    node.put("id", change.id());
    node.put("file", change.file());
    node.set("line", number(change.line()));
    node.put("before", excerpt(change.before()));
    node.put("after", excerpt(change.after()));
    node.put("why", change.why());
    node.set("effect", text(change.effect()));
    return node;
  }

  /** The confidence with two digits: more would be made up. */
  static ObjectNode errorMatch(ErrorMatch match) {
    ObjectNode node = JSON.objectNode();
    node.put("text", match.text().start());
    node.put("cause", match.text().cause());
    node.put("next", match.text().next());
    node.set("rules", array(match.rules(), JsonShapes::text));
    node.set("firstSeen", text(match.text().firstSeen()));
    node.set("lastSeen", text(match.text().lastSeen()));
    node.put("confidence", Math.round(100 * match.confidence()) / 100.0);
    return node;
  }

  /** As in the labels: without the author's words, without an answer. */
  static ObjectNode requirement(Requirement requirement) {
    ObjectNode node = JSON.objectNode();
    node.put("kind", requirement.kind().word());
    node.put("name", requirement.name());
    node.set("version", text(requirement.version()));
    node.put("level", requirement.level().word());
    node.set("anyOf", text(requirement.anyOf()));
    return node;
  }

  static ObjectNode requirement(CheckedRequirement checked) {
    ObjectNode node = requirement(checked.requirement());
    node.put("text", checked.requirement().text());
    node.put("status", checked.status().word());
    node.set("found", text(checked.found()));
    node.set("why", text(checked.why()));
    node.set("howToGet", text(checked.howToGet()));
    node.put("field", checked.requirement().place().where());
    node.set("line", number(checked.requirement().place().line()));
    return node;
  }

  static ObjectNode dependency(Dependency dependency) {
    ObjectNode node = JSON.objectNode();
    node.put("name", dependency.name());
    node.put("field", dependency.field());
    node.put("status", dependency.status().word());
    node.set("namespace", text(dependency.namespace()));
    node.set("candidates", array(dependency.candidates(), JsonShapes::text));
    node.put("needed", dependency.needed());
    node.set("reason", text(dependency.reason()));
    return node;
  }

  static ObjectNode error(Problem problem) {
    ObjectNode node = JSON.objectNode();
    node.put("kind", problem.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    node.put("code", problem.code());
    node.put("message", problem.sentence());
    node.put("details", problem.details());
    return node;
  }
}
