package app.satchel.check.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.satchel.check.Finding;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UploadRulesTest {
  private final UploadRules rules = UploadRules.bundled();

  @Test
  void everyRuleOfTheCodeHasItsDataAndTheOtherWayRound() {
    Set<String> code =
        Arrays.stream(UploadRule.values()).map(UploadRule::id).collect(Collectors.toSet());
    List<String> data = rules.rules().stream().map(UploadRules.Rule::id).toList();
    assertThat(data).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+(-[a-z0-9]+)*"));
    assertThat(new HashSet<>(data)).isEqualTo(code);
  }

  @Test
  void everyRuleSaysWhatWhyAndSince() {
    Set<String> sources =
        rules.sources().stream().map(UploadRules.Source::id).collect(Collectors.toSet());
    assertThat(rules.rules())
        .allSatisfy(
            rule -> {
              assertThat(rule.severity()).isNotNull();
              assertThat(rule.scope()).isNotNull();
              assertThat(rule.message()).endsWith(".");
              assertThat(rule.source()).isIn(sources);
              assertThat(rule.date()).isBefore(rules.rulesDate());
              if (rule.severity() == app.satchel.check.Severity.ERROR) {
                assertThat(rule.fix()).isNotBlank();
              }
            });
  }

  @Test
  void wordsAreSentencesWithTheirArguments() {
    for (UploadRule rule : UploadRule.values()) {
      Finding finding = rules.finding(rule, "SKILL.md", 3, "ARG-0", "ARG-1", "ARG-2", "ARG-3");
      assertThat(finding.message()).doesNotContain("{").doesNotContain("''");
      assertThat(String.valueOf(finding.fix())).doesNotContain("{").doesNotContain("''");
    }
    assertThat(rules.finding(UploadRule.DESCRIPTION_LENGTH, "SKILL.md", 3, 1025, 1024).message())
        .isEqualTo("The description has 1,025 characters; at most 1,024 are allowed.");
  }

  @Test
  void limitsAndListsAreThoseOfTheSurvey() {
    assertThat(rules.limits())
        .isEqualTo(
            new UploadRules.Limits(64, 1024, 1000, 200, 500, 200, 30_000_000, 500, null, null));
    assertThat(rules.allowedKeys())
        .containsExactlyInAnyOrder(
            "name", "description", "license", "compatibility", "metadata", "allowed-tools");
    assertThat(rules.reservedWords()).containsExactly("claude", "anthropic");
    assertThat(rules.builtInNames().refused())
        .containsExactlyInAnyOrder("docx", "pdf", "pptx", "xlsx");
    assertThat(rules.pathAlphabet()).hasSize(65).contains("._-").doesNotContain("/", " ");
  }

  @Test
  void everyErrorTextHasCauseAndAdviceAndNamesKnownRules() {
    Set<String> ids = rules.rules().stream().map(UploadRules.Rule::id).collect(Collectors.toSet());
    assertThat(rules.errorTexts())
        .hasSize(24)
        .allSatisfy(
            text -> {
              assertThat(text.cause()).endsWith(".");
              assertThat(text.next()).endsWith(".");
              assertThat(text.firstSeen()).matches("20\\d\\d-\\d\\d(-\\d\\d)?");
              assertThat(text.lastSeen()).matches("20\\d\\d-\\d\\d(-\\d\\d)?");
              assertThat(ids).containsAll(text.rules());
            });
    assertThat(rules.errorTexts().stream().map(UploadRules.ErrorText::start))
        .doesNotHaveDuplicates();
  }

  @Test
  void menuHasTheLinkFirstAndBothLiveVariants() {
    UploadRules.Menu menu = rules.menu();
    assertThat(URI.create(menu.uploadPage())).hasScheme("https").hasHost("claude.ai");
    assertThat(URI.create(menu.codeExecutionPage())).hasScheme("https").hasHost("claude.ai");
    assertThat(URI.create(menu.organisationPage())).hasScheme("https").hasHost("claude.ai");
    assertThat(menu.current()).hasSize(2);
    assertThat(menu.variants()).hasSize(3);
    assertThat(rules.sandbox()).isNotEmpty().allMatch(note -> note.words().endsWith("."));
  }

  @Test
  void otherTargetsSayWhatDiffersAndInheritTheRest() {
    Set<String> mayLack =
        Set.of(
            "name-reserved",
            "name-built-in",
            "name-built-in-example",
            "too-many-entries",
            "too-large");
    assertThat(rules.targets()).containsExactly("claude-ai", "chatgpt", "claude-api");
    assertThat(rules.others())
        .allSatisfy(
            other -> {
              // Others are not looked at by forTarget.
              assertThat(mayLack).containsAll(other.without());
              assertThat(other.sandbox()).isNotEmpty().allMatch(n -> n.words().endsWith("."));
              assertThat(other.date()).isBefore(rules.rulesDate());
              assertThat(rules.sources()).anyMatch(s -> s.id().equals(other.source()));
            });
    UploadRules chatGpt = rules.forTarget("chatgpt");
    assertThat(chatGpt.targetName()).isEqualTo("ChatGPT");
    assertThat(URI.create(chatGpt.menu().uploadPage())).hasHost("chatgpt.com");
    assertThat(chatGpt.limits().zipBytes()).isEqualTo(25_000_000);
    assertThat(chatGpt.reservedWords()).isEmpty();
    assertThat(chatGpt.allowedKeys()).isEqualTo(rules.allowedKeys());
    assertThat(rules.forTarget("claude-api").reservedWords()).contains("claude");
    assertThat(rules.forTarget("claude-ai")).isSameAs(rules);
    assertThatThrownBy(() -> rules.forTarget("elsewhere")).hasMessageContaining("elsewhere");
  }

  @Test
  void junkIsKnownByFolderNamePrefixAndSuffix() {
    UploadRules.Junk junk = rules.junk();
    assertThat(
            List.of("__MACOSX/x", "a/node_modules/b/c.js", "._SKILL.md", "x/.DS_Store", "s/a.pyc"))
        .allMatch(junk::matches);
    assertThat(List.of("scripts/a.py", "node_modules", ".gitignore", "a._b", "assets/.env.example"))
        .noneMatch(junk::matches);
  }

  @Test
  void dataWithAMissingRuleOrAnUnknownFieldIsRefused() throws Exception {
    String json;
    try (InputStream in = UploadRules.class.getResourceAsStream("upload-rules.json")) {
      json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    String unknown = json.replaceFirst("\\{", "{\"surprise\": 1,");
    assertThatThrownBy(() -> read(unknown)).hasMessageContaining("surprise");
    String missing = json.replace("\"byte-order-mark\"", "\"other-mark\"");
    assertThatThrownBy(() -> read(missing)).hasMessageContaining("byte-order-mark");
    String badDate = json.replaceFirst("\"rulesDate\": \"[^\"]*\"", "\"rulesDate\": \"soon\"");
    assertThatThrownBy(() -> read(badDate)).hasMessageContaining("not a date");
  }

  private static UploadRules read(String json) throws Exception {
    return UploadRules.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }
}
