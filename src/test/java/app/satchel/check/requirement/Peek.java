package app.satchel.check.requirement;

import java.nio.file.*;

public class Peek {
  public static void main(String[] a) throws Exception {
    var r = new RequirementReader();
    for (String line : Files.readAllLines(Path.of(a[0]))) {
      System.out.println("# " + line);
      for (var q :
          r.readValue("compatibility", com.fasterxml.jackson.databind.node.TextNode.valueOf(line)))
        System.out.println(
            "     "
                + q.kind().word()
                + " "
                + q.name()
                + (q.version() == null ? "" : " " + q.version())
                + (q.level() == Requirement.Level.REQUIRED ? "" : " [" + q.level().word() + "]")
                + (q.anyOf() == null ? "" : " /" + q.anyOf()));
    }
  }
}
