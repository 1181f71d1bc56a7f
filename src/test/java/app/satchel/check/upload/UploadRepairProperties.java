package app.satchel.check.upload;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.skill.FrontmatterValue.Entry;
import app.satchel.skill.FrontmatterValue.Mapping;
import app.satchel.skill.SkillFolder;
import app.satchel.skill.SkillMd;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What no repair may lose, on skills of every shape. */
class UploadRepairProperties {
  private static final UploadRepair REPAIR = new UploadRepair();

  private static final String BODY = "# Tea\r\n\nSteep it: \\u0041 <b>\n---\nmore\n";

  /** Words as people write them, and what YAML stumbles over. */
  @Provide
  Arbitrary<String> prose() {
    return Arbitraries.of(
            "Times tea",
            "it's",
            "a: b",
            "#1",
            "x # y",
            "\u8336\u3092\u6DF9\u308C\u308B",
            "\"quoted\"",
            "50%",
            "@home",
            "*all*",
            "!important",
            "[a, b]",
            "{x}",
            "\uD83C\uDF75",
            "- dash",
            "C:\\temp",
            "yes",
            "1.10",
            "|",
            "? maybe",
            "& more",
            "`code`")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(words -> "Tea " + String.join(" ", words));
  }

  /** A value as YAML, in each of the ways there are. */
  private static Arbitrary<String> written(Arbitrary<String> value, String indent) {
    return Combinators.combine(value, Arbitraries.integers().between(0, 4))
        .as(
            (text, style) ->
                switch (style) {
                  case 0 -> "'" + text.replace("'", "''") + "'";
                  case 1 -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
                  case 2 -> "|\n" + indent + text + "\n" + indent + "second line";
                  case 3 -> ">-\n" + indent + text + "\n" + indent + "second line";
                  default -> "\"\\u0054ea \\\n" + indent + text.replaceAll("[\"\\\\]", "") + "\"";
                });
  }

  private Arbitrary<String> extension() {
    Arbitrary<String> key =
        Arbitraries.of("version", "tags", "depends-on", "x y", "'on'", "author", "Deep_Key", "9");
    Arbitrary<String> scalar =
        Arbitraries.of("1.10", "yes", "2026-01-01", "~", "", "plain", "012", "12:30:45", "'a: b'");
    Arbitrary<String> value =
        Arbitraries.oneOf(
            scalar,
            scalar.list().ofMaxSize(3).map(l -> "[" + String.join(", ", noEmpty(l)) + "]"),
            scalar.list().ofMinSize(1).ofMaxSize(3).map(l -> "\n- " + String.join("\n- ", l)),
            scalar
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(l -> "\n    - " + String.join("\n    - ", l)),
            scalar.map(s -> "\n  a: " + s + "\n  b:\n    - {c: d}\n    - e"),
            scalar.map(s -> "{a: " + (s.isEmpty() ? "x" : s) + ", b: [c]}"),
            written(prose(), "  "));
    return Combinators.combine(key, value).as((k, v) -> k + ": " + v);
  }

  private static List<String> noEmpty(List<String> items) {
    return items.stream().map(item -> item.isEmpty() ? "x" : item).toList();
  }

  private Arbitrary<String> metadata() {
    return Arbitraries.of(
        "",
        "metadata:\n   author: Ann\n",
        "metadata:\n  version: 3\n  nested:\n    - 1\n    - 2\n",
        "metadata: {version: '3', a: [b, c]}\n",
        "metadata:\n",
        "metadata: just text\n");
  }

  @Provide
  Arbitrary<String> skills() {
    Arbitrary<String> description = written(prose(), "   ").map(v -> "description: " + v + "\n");
    Arbitrary<String> license = Arbitraries.of("", "license: MIT\n", "license: 'A: b'\n");
    Arbitrary<String> compatibility =
        Arbitraries.of("", "compatibility: Python 3.10+\n", "compatibility: [git, node]\n");
    Arbitrary<String> tools =
        Arbitraries.of(
            "",
            "allowed-tools: Read Bash(git add *)\n",
            "allowed-tools: Read, Bash(a, b)\n",
            "allowed-tools: [Read, 'Bash(git *)']\n",
            "allowed-tools:\n- Read\n- Bash(x)\n");
    Arbitrary<List<String>> entries =
        Combinators.combine(description, license, compatibility, tools, metadata(), extensions())
            .as(
                (d, l, c, t, m, x) -> {
                  List<String> all = new ArrayList<>(List.of(d, l, c, t, m));
                  all.addAll(x);
                  return all;
                })
            .flatMap(all -> Arbitraries.shuffle(all));
    return Combinators.combine(entries, Arbitraries.of(true, false), Arbitraries.of("", "\uFEFF"))
        .as(
            (list, crlf, mark) -> {
              String head = "---\nname: tea-timer\n# note\n" + String.join("", list) + "---\n";
              return mark + (crlf ? head.replace("\n", "\r\n") : head) + BODY;
            });
  }

  private Arbitrary<List<String>> extensions() {
    return extension()
        .map(x -> x + "\n")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .uniqueElements(x -> x.substring(0, x.indexOf(':')));
  }

  @Property(tries = 120, shrinking = ShrinkingMode.BOUNDED)
  void safeChangesKeepEveryMeaning(@ForAll("skills") String text) {
    SkillMd before = SkillMd.parse(text.getBytes(StandardCharsets.UTF_8));
    SkillFolder skill = Skills.skill("tea-timer", text);
    Repair repair = REPAIR.repair(skill, Repair.Level.SAFE);
    SkillMd after = repair.skill().skillMd();

    assertThat(Skills.errors(repair.report())).as(after.text()).isEmpty();
    assertThat(repair.report().findings())
        .noneMatch(f -> f.rule().startsWith("metadata-") || f.rule().startsWith("allowed-tools"));
    assertThat(after.body()).isEqualTo(BODY);
    assertThat(after.name()).hasValue("tea-timer");
    for (String key : List.of("description", "license", "compatibility")) {
      assertThat(after.frontmatter().value(key).map(v -> v.asText()))
          .as(key)
          .isEqualTo(before.frontmatter().value(key).map(v -> v.asText()));
    }
    assertThat(after.frontmatter().value("allowed-tools").map(ToolList::of))
        .isEqualTo(before.frontmatter().value("allowed-tools").map(ToolList::of));
    Mapping metadata = after.frontmatter().metadata().orElse(new Mapping(List.of(), false));
    List<String> kept = metadata.entries().stream().map(e -> e.value().asText()).toList();
    for (Entry entry : before.frontmatter().entries()) {
      if (!new UploadCheck().rules().allowedKeys().contains(entry.key())) {
        for (Flat flat : Flat.of(entry.key(), entry.value())) {
          assertThat(metadata.entries())
              .as(after.text())
              .anyMatch(
                  e -> e.key().startsWith(flat.key()) && e.value().asText().equals(flat.text()));
        }
      }
    }
    before
        .frontmatter()
        .metadata()
        .ifPresent(
            there ->
                there
                    .entries()
                    .forEach(
                        e ->
                            Flat.of(e.key(), e.value())
                                .forEach(flat -> assertThat(kept).contains(flat.text()))));
  }

  @Property(tries = 50, shrinking = ShrinkingMode.BOUNDED)
  void aRepairedSkillNeedsNoRepair(@ForAll("skills") String text) {
    SkillFolder once =
        REPAIR.repair(Skills.skill("tea-timer", text), Repair.Level.PROPOSALS).skill();
    Repair twice = REPAIR.repair(once, Repair.Level.PROPOSALS);
    assertThat(twice.changes()).isEmpty();
    assertThat(twice.skill().skillMd()).isEqualTo(once.skillMd());
    assertThat(
            REPAIR
                .repair(Skills.skill("tea-timer", text), Repair.Level.PROPOSALS)
                .skill()
                .skillMd())
        .isEqualTo(once.skillMd());
  }

  /** Lines that a hostile or careless hand may put together. */
  @Provide
  Arbitrary<String> heads() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "name: tea-timer",
            "name: [x",
            "name: {{NAME}}",
            "Name: claude anthropic",
            "name: \"\\x41\\",
            "description: a: b",
            "description: |",
            "description: > text <b>",
            "description: 'open",
            "description: \"open \\u00e9",
            "description: &a *b !c",
            "description: - x",
            "  nested: value",
            "  - item",
            "\t tab",
            "- item",
            "metadata: {a: b",
            "metadata: [1, {b: c}]",
            "metadata:",
            "  a: &x y",
            "  b: *x",
            "  a: 2",
            "? complex",
            ": value",
            "<<: *x",
            "allowed-tools: - Read",
            "allowed-tools: !x [A]",
            "compatibility: {a: {b: [c]}}",
            "tags: [a, [b, {c: d}], \"\\u0007\"]",
            "tags: |+\n  one\n\n",
            "'quoted key': x",
            "text without colon",
            "# comment \\u0041 \\",
            "...",
            "--- x",
            "---",
            "\u0007",
            "\uFEFFx: y",
            "\u2028",
            "\r",
            "x: \\",
            "");
    return Combinators.combine(
            Arbitraries.of(
                "---\n", "\uFEFF---\n", "--- \n", "---\r\n", "\n---\n", "```\n---\n", ""),
            pieces.list().ofMaxSize(9),
            Arbitraries.of("\n", "\r\n", "\r"),
            Arbitraries.of("---\n", "---", "", "--- \n"))
        .as((open, lines, end, close) -> open + String.join(end, lines) + end + close + BODY);
  }

  @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
  void whateverStandsThereProposalsMakeItAcceptable(@ForAll("heads") String text) {
    SkillFolder skill = Skills.skill("tea-timer", text);
    Repair safe = REPAIR.repair(skill, Repair.Level.SAFE);
    assertThat(safe.changes()).allMatch(c -> c.consent() == Change.Consent.SAFE);
    Repair all = REPAIR.repair(skill, Repair.Level.PROPOSALS);
    assertThat(all.report().findings().stream().filter(f -> f.isError()))
        .as("%s%n=====%n%s", text, all.skill().skillMd().text())
        .isEmpty();
    assertThat(all.skill().skillMd().text()).endsWith(skill.skillMd().body());
    assertThat(all.edits().undo(all.skill().skillMd().text())).isEqualTo(skill.skillMd().text());
  }
}
