package app.satchel.check.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Scores the reader on the hand-labelled values, where they lie beside the project. */
class RequirementGoldTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  record Labelled(String kind, String name, String version, String level, String anyOf) {
    String bare() {
      return kind + " " + name;
    }

    String versioned() {
      return bare() + " " + version;
    }

    String whole() {
      return versioned() + " " + level;
    }
  }

  @Test
  void readsTheLabelledValues() throws IOException {
    Path gold =
        Path.of(System.getProperty("satchel.shared", "../shared"))
            .resolve(System.getProperty("satchel.gold", "gold/requirements-dev.jsonl"));
    if (!Files.exists(gold)) {
      Assumptions.abort("The labelled values are not beside the project: " + gold);
    }
    RequirementReader reader = new RequirementReader();
    Score names = new Score();
    Score versions = new Score();
    Score levels = new Score();
    int exact = 0;
    int exactAlternatives = 0;
    int total = 0;
    StringBuilder report = new StringBuilder();
    for (String line : Files.readAllLines(gold)) {
      JsonNode item = JSON.readTree(line);
      List<Labelled> wanted = labelled(item.path("requirements"));
      List<Labelled> got =
          reader.readValue(item.path("field").asText(), item.path("value")).stream()
              .map(
                  r ->
                      new Labelled(
                          r.kind().word(), r.name(), r.version(), r.level().word(), r.anyOf()))
              .toList();
      names.add(wanted, got, Labelled::bare);
      versions.add(wanted, got, Labelled::versioned);
      levels.add(wanted, got, Labelled::whole);
      total++;
      boolean same = sorted(wanted, Labelled::whole).equals(sorted(got, Labelled::whole));
      boolean grouped = same && groups(wanted).equals(groups(got));
      exact += same ? 1 : 0;
      exactAlternatives += grouped ? 1 : 0;
      if (!grouped) {
        report.append(item.path("id")).append(' ').append(item.path("value")).append('\n');
        report.append("   missing ").append(without(wanted, got)).append('\n');
        report.append("   extra   ").append(without(got, wanted)).append('\n');
        if (same) {
          report
              .append("   groups  ")
              .append(groups(wanted))
              .append(" / ")
              .append(groups(got))
              .append('\n');
        }
      }
    }
    String summary =
        String.format(
            Locale.ROOT,
            "requirements: %d values, F1 name %.3f, version %.3f, level %.3f, exact %.3f, with"
                + " alternatives %.3f",
            total,
            names.f1(),
            versions.f1(),
            levels.f1(),
            exact / (double) total,
            exactAlternatives / (double) total);
    if (Boolean.getBoolean("satchel.gold.report")) {
      System.out.println(report);
    }
    System.out.println(summary);
    assertThat(names.f1()).as(summary + "\n" + report).isGreaterThanOrEqualTo(0.95);
    assertThat(versions.f1()).as(summary).isGreaterThanOrEqualTo(0.93);
    assertThat(levels.f1()).as(summary).isGreaterThanOrEqualTo(0.90);
    assertThat(exactAlternatives / (double) total).as(summary).isGreaterThanOrEqualTo(0.80);
  }

  private static List<Labelled> labelled(JsonNode list) {
    List<Labelled> all = new ArrayList<>();
    list.forEach(
        r ->
            all.add(
                new Labelled(
                    r.path("kind").asText(),
                    r.path("name").asText(),
                    r.path("version").isNull() ? null : r.path("version").asText(),
                    r.path("level").asText(),
                    r.path("anyOf").isNull() ? null : r.path("anyOf").asText())));
    return all;
  }

  private static List<String> sorted(List<Labelled> list, Function<Labelled, String> key) {
    return list.stream().map(key).sorted().toList();
  }

  private static List<String> without(List<Labelled> list, List<Labelled> other) {
    List<String> rest = new ArrayList<>(sorted(list, Labelled::whole));
    other.forEach(o -> rest.remove(o.whole()));
    return rest;
  }

  /** The alternatives as sets, whatever their labels. */
  private static TreeSet<String> groups(List<Labelled> list) {
    Map<String, TreeSet<String>> groups = new TreeMap<>();
    list.stream()
        .filter(r -> r.anyOf() != null)
        .forEach(r -> groups.computeIfAbsent(r.anyOf(), _ -> new TreeSet<>()).add(r.whole()));
    TreeSet<String> all = new TreeSet<>();
    groups.values().forEach(group -> all.add(group.toString()));
    return all;
  }

  private static final class Score {
    private int hits;
    private int wanted;
    private int got;

    void add(List<Labelled> want, List<Labelled> have, Function<Labelled, String> key) {
      List<String> rest = new ArrayList<>(sorted(want, key));
      wanted += rest.size();
      got += have.size();
      for (Labelled each : have) {
        hits += rest.remove(key.apply(each)) ? 1 : 0;
      }
    }

    double f1() {
      return 2.0 * hits / (wanted + got);
    }
  }
}
