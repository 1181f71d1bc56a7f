package app.satchel.check.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.requirement.Surroundings.SystemKind;
import app.satchel.skill.FrontmatterValue;
import app.satchel.skill.SkillMd;
import app.satchel.task.Cancellation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long hostile values take to be read, and a page's probes to be answered ({@code mvn test
 * -Pbench}). Prints figures and asserts only that everything was answered.
 */
@Tag("bench")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
class RequirementBenchTest {
  private static final int TEN_MB = 10 << 20;

  @TempDir Path folder;

  @Test
  void hostileValues() {
    RequirementReader reader = new RequirementReader();
    Map<String, Supplier<List<Requirement>>> cases = new LinkedHashMap<>();
    cases.put("10 MB of words", () -> value(reader, repeated("Requires python 3.10+ and git, ")));
    cases.put("10 MB of one word", () -> value(reader, "x".repeat(TEN_MB)));
    cases.put("10 MB of brackets", () -> value(reader, repeated("(")));
    cases.put("10 MB of shell signs", () -> value(reader, repeated("$(rm -rf ~); `id` | sh && ")));
    cases.put("100,000 names", () -> reader.readValue("compatibility", names(100_000)));
    cases.put("100,000 names in one text", () -> value(reader, joined(100_000)));
    cases.put("10 MB of a section", () -> section(reader, repeated("- Requires git and jq\n")));
    for (int round = 1; round <= 3; round++) {
      for (Map.Entry<String, Supplier<List<Requirement>>> one : cases.entrySet()) {
        long start = System.nanoTime();
        List<Requirement> read = one.getValue().get();
        double millis = (System.nanoTime() - start) / 1e6;
        assertThat(read).hasSizeLessThanOrEqualTo(RequirementReader.MOST_REQUIREMENTS);
        System.out.printf(
            Locale.ROOT,
            "round %d: %s: %.1f ms, %d read%n",
            round,
            one.getKey(),
            millis,
            read.size());
      }
    }
  }

  private static String repeated(String words) {
    return words.repeat(TEN_MB / words.length());
  }

  private static List<Requirement> value(RequirementReader reader, String text) {
    return reader.readValue("compatibility", JsonNodeFactory.instance.textNode(text));
  }

  private static JsonNode names(int count) {
    ArrayNode names = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < count; i++) {
      names.add("tool-" + i + " CLI");
    }
    return names;
  }

  private static String joined(int count) {
    StringBuilder names = new StringBuilder("Requires ");
    for (int i = 0; i < count; i++) {
      names.append("tool-").append(i).append(", ");
    }
    return names.toString();
  }

  private static List<Requirement> section(RequirementReader reader, String lines) {
    SkillMd skill = SkillMd.parse("---\nname: x\n---\n## Prerequisites\n" + lines);
    assertThat(skill.frontmatter().root()).isInstanceOf(FrontmatterValue.Mapping.class);
    return reader.readText(skill, List.of());
  }

  /** Every program of the page hangs; and a page of programs as they are on this computer. */
  @Test
  void theProbesOfAPage() throws IOException {
    List<String> programs =
        List.of(
            "git",
            "gh",
            "jq",
            "node",
            "docker",
            "uv",
            "ffmpeg",
            "pandoc",
            "go",
            "ruby",
            "kubectl",
            "terraform",
            "psql",
            "rustc",
            "java",
            "php",
            "helm",
            "aws",
            "az",
            "gcloud");
    Path bin = Files.createDirectories(folder.resolve("bin"));
    for (String program : programs) {
      Path file = bin.resolve(program);
      Files.writeString(file, "#!/bin/sh\nsleep 30\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    Surroundings hanging =
        new Surroundings(
            SystemKind.LINUX, "Linux", "6", Map.of("PATH", bin + ":/usr/bin:/bin"), folder, false);
    print("20 programs that hang", new Computer(hanging, new SystemProcessRunner(folder)));
    print("20 programs of this computer", Computer.here(System.getenv(), false));
  }

  private static void print(String what, Computer computer) {
    List<Requirement> needed =
        value(
            new RequirementReader(),
            "Requires git 2+, gh 2+, jq 1+, Node 18+, docker 20+, uv 0.4+, ffmpeg 4+, pandoc 2+, Go"
                + " 1.20+, Ruby 3+, kubectl 1+, terraform 1+, psql 12+, Rust 1.70+, Java 17+, PHP"
                + " 8+, helm 3+, aws 2+, az 2+, gcloud 400+, pandas 2+ and numpy 1+");
    for (int round = 1; round <= 2; round++) {
      List<Long> told = new ArrayList<>();
      long start = System.nanoTime();
      List<CheckedRequirement> answers =
          computer.check(
              needed,
              Cancellation.none(),
              (_, _) -> {
                synchronized (told) {
                  told.add((System.nanoTime() - start) / 1_000_000);
                }
              });
      long all = (System.nanoTime() - start) / 1_000_000;
      assertThat(answers).hasSameSizeAs(needed);
      System.out.printf(
          Locale.ROOT,
          "%s, round %d: first answer after %s ms, all %d after %d ms%n",
          what,
          round,
          told.isEmpty() ? "-" : told.getFirst().toString(),
          needed.size(),
          all);
    }
  }
}
