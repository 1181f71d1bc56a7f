package app.satchel.check.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.requirement.CheckedRequirement.Status;
import app.satchel.check.requirement.Surroundings.SystemKind;
import app.satchel.task.Cancellation;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A computer of a test: a PATH with programs that are scripts, and a home. */
abstract class ComputerRig {
  static final Requirement.Place PLACE = new Requirement.Place("compatibility", null);
  @TempDir Path folder;
  Path bin;
  Path home;
  boolean desktop;
  final Map<String, String> environment = new HashMap<>();
  final List<List<String>> run = new CopyOnWriteArrayList<>();

  @BeforeEach
  void prepare() throws IOException {
    bin = Files.createDirectories(folder.resolve("bin"));
    home = Files.createDirectories(folder.resolve("home"));
    environment.put("PATH", bin.toString());
  }

  /** OTHER has no places beside the PATH that hold anything on the machine running the tests. */
  Surroundings surroundings(SystemKind system) {
    return new Surroundings(
        system,
        system == SystemKind.MACOS ? "Mac OS X" : "Linux",
        "14.5",
        environment,
        home,
        desktop);
  }

  /** A Linux that says of itself what the text says. */
  Surroundings linux(String release) throws IOException {
    Path etc = Files.createDirectories(folder.resolve("etc"));
    Files.writeString(etc.resolve("os-release"), release);
    return new Surroundings(SystemKind.LINUX, "Linux", "6.1", environment, home, desktop, etc);
  }

  Computer computer(SystemKind system) {
    return computer(surroundings(system));
  }

  Computer computer(Surroundings surroundings) {
    ProcessRunner real = new SystemProcessRunner(home);
    return new Computer(
        surroundings,
        (command, limit) -> {
          run.add(command);
          if (!command.getFirst().startsWith(folder.toString())) {
            throw new IOException("not of this test: " + command);
          }
          return real.run(command, limit);
        });
  }

  Path program(String name, String script) throws IOException {
    Path file = bin.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  /** A Python of a version that has packages, as "name version" each. */
  Path python(String version, String... packages) throws IOException {
    StringBuilder script = new StringBuilder();
    script
        .append("if [ \"$1\" = --version ]; then echo Python ")
        .append(version)
        .append("; exit; fi\n");
    script
        .append("[ \"$1\" = -I ] && [ \"$2\" = -c ] || exit 3\nshift 3\necho python ")
        .append(version);
    for (String each : packages) {
      script.append("; echo ").append(each);
    }
    return program("python3", script.toString());
  }

  static List<Requirement> read(String text) {
    return new RequirementReader().readValue("compatibility", TextNode.valueOf(text));
  }

  List<CheckedRequirement> check(Computer computer, String text) {
    return computer.check(read(text), Cancellation.none());
  }

  static List<Status> statuses(List<CheckedRequirement> checked) {
    return checked.stream().map(CheckedRequirement::status).toList();
  }
}
