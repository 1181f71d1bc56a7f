package app.satchel.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The workflows run what they say, with fixed actions and no more rights than they need. */
class WorkflowsTest {
  @ParameterizedTest
  @ValueSource(strings = {"ci", "installers"})
  void everyActionIsFixedToACommit(String workflow) {
    String text = text(workflow);
    List<String> uses = text.lines().filter(line -> line.contains("uses:")).toList();
    assertThat(uses)
        .isNotEmpty()
        // The commit, which nobody can move, and the version that a person reads.
        .allMatch(
            line -> line.matches(" +- uses: [\\w-]+/[\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"));
    for (Map<?, ?> step : steps(workflow)) {
      assertThat(step.containsKey("uses") ^ step.containsKey("run")).as("%s", step).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ci", "installers"})
  void rightsAreReadOnlyAndTimeIsBounded(String workflow) {
    Map<?, ?> yaml = yaml(workflow);
    assertThat(yaml.get("permissions")).isEqualTo(Map.of("contents", "read"));
    for (Map.Entry<?, ?> job : jobs(workflow).entrySet()) {
      Map<?, ?> body = (Map<?, ?>) job.getValue();
      assertThat(body.get("timeout-minutes")).as("%s", job.getKey()).isInstanceOf(Integer.class);
      if (body.containsKey("permissions")) {
        assertThat(job.getKey()).isEqualTo("release");
        assertThat(body.get("permissions")).isEqualTo(Map.of("contents", "write"));
      }
    }
    // What others choose, such as the name of a tag, reaches a shell as a variable and never as a
    // text to run.
    for (Map<?, ?> step : steps(workflow)) {
      assertThat(String.valueOf(step.get("run"))).doesNotContain("${{ github.");
    }
    assertThat(text(workflow)).contains("persist-credentials: false");
  }

  @Test
  void aChangePassesWhatAnyoneCanRun() {
    // YAML 1.1 reads the key "on" as a truth.
    assertThat(((Map<?, ?>) yaml("ci").get(true)).keySet().stream().map(String::valueOf))
        .containsExactlyInAnyOrder("push", "pull_request");
    assertThat(runs("ci")).contains(".ci/run", "installer/check-reproducible.sh");
    assertThat(Path.of(".ci/run")).isExecutable();
    assertThat(Path.of("installer/check-reproducible.sh")).isExecutable();
  }

  @Test
  void aTagBuildsForAllSystems() {
    assertThat(text("installers")).contains("tags: ['v*']", "mvn -B verify -Pinstaller");
    Map<?, ?> build = (Map<?, ?>) jobs("installers").get("build");
    Map<?, ?> matrix = (Map<?, ?>) ((Map<?, ?>) build.get("strategy")).get("matrix");
    TreeSet<String> systems = new TreeSet<>();
    TreeSet<String> names = new TreeSet<>();
    for (Object entry : (List<?>) matrix.get("include")) {
      systems.add((String) ((Map<?, ?>) entry).get("os"));
      names.add((String) ((Map<?, ?>) entry).get("name"));
    }
    assertThat(systems).contains("ubuntu-22.04", "ubuntu-24.04", "windows-latest");
    assertThat(names).contains("macos-arm64", "macos-x64");
    assertThat(String.join("\n", runs("installers")))
        .contains("SHA256SUMS", "satchel.cdx.json", "--draft", "SOURCE_DATE_EPOCH");
  }

  private static String text(String workflow) {
    return Repository.text(".github/workflows/" + workflow + ".yml");
  }

  private static Map<?, ?> yaml(String workflow) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text(workflow));
  }

  private static Map<?, ?> jobs(String workflow) {
    return (Map<?, ?>) yaml(workflow).get("jobs");
  }

  private static List<Map<?, ?>> steps(String workflow) {
    List<Map<?, ?>> steps = new ArrayList<>();
    for (Object job : jobs(workflow).values()) {
      for (Object step : (List<?>) ((Map<?, ?>) job).get("steps")) {
        steps.add((Map<?, ?>) step);
      }
    }
    return steps;
  }

  private static List<String> runs(String workflow) {
    return steps(workflow).stream()
        .map(step -> step.get("run"))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .toList();
  }
}
