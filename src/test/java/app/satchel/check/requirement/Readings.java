package app.satchel.check.requirement;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** What a value is read as, in one line that tests can compare. */
final class Readings {
  private static final RequirementReader READER = new RequirementReader();

  private Readings() {}

  /** Requirements as {@code kind name version level/label}, required and null left out. */
  private static String line(Requirement r) {
    String version = r.version() == null ? "" : " " + r.version();
    String level = r.level() == Requirement.Level.REQUIRED ? "" : " " + r.level().word();
    String group = r.anyOf() == null ? "" : " /" + r.anyOf();
    return r.kind().word() + " " + r.name() + version + level + group;
  }

  static String lines(List<Requirement> requirements) {
    return requirements.stream().map(Readings::line).collect(Collectors.joining("; "));
  }

  static String prose(String text) {
    return lines(READER.readValue("compatibility", TextNode.valueOf(text)));
  }

  static String json(String field, String value) throws IOException {
    return lines(READER.readValue(field, new ObjectMapper().readTree(value)));
  }
}
