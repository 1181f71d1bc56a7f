package app.satchel.check.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.requirement.CheckedRequirement.Status;
import app.satchel.check.requirement.RequirementSummary.Verdict;
import app.satchel.task.Cancellation;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is told about the place where claude.ai runs a skill, and what is not. */
class SandboxTest {
  private static final Sandbox CLAUDE = Sandbox.of("claude-ai", "claude.ai");

  private static List<CheckedRequirement> check(Sandbox sandbox, String compatibility) {
    List<Requirement> needed =
        new RequirementReader().readValue("compatibility", TextNode.valueOf(compatibility));
    return sandbox.check(needed, Cancellation.none());
  }

  private static Map<String, Status> answers(Sandbox sandbox, String compatibility) {
    return check(sandbox, compatibility).stream()
        .collect(Collectors.toMap(each -> each.requirement().name(), CheckedRequirement::status));
  }

  @Test
  void answersFromTheDescriptionAndNotFromThisComputer() {
    assertThat(answers(CLAUDE, "Requires Python 3.10+, pandas, pandoc and Go 1.22+"))
        .containsEntry("python", Status.MET)
        .containsEntry("pandas", Status.MET)
        .containsEntry("pandoc", Status.MET)
        .containsEntry("go", Status.MISSING);
  }

  @Test
  void aMeasuredVersionSaysYesAndNeverNo() {
    CheckedRequirement newer = check(CLAUDE, "Requires Python 3.14+").getFirst();
    assertThat(newer.status()).isEqualTo(Status.UNKNOWN);
    assertThat(newer.found()).contains("3.12");
    assertThat(newer.why()).isNotBlank();
  }

  @Test
  void answersTheModelCase() {
    List<CheckedRequirement> model =
        check(
            CLAUDE,
            "SQLAlchemy 2.0+, Python 3.10+. Async requires asyncpg (PostgreSQL) or aiosqlite.");
    assertThat(model)
        .extracting(CheckedRequirement::status)
        .containsExactly(Status.UNKNOWN, Status.MET, Status.UNKNOWN, Status.UNKNOWN);
    assertThat(model.getFirst().why()).contains("install");
    assertThat(RequirementSummary.of(model).verdict()).isEqualTo(Verdict.CANNOT_TELL);
  }

  @Test
  void networkDependsAndAccountsAreNotThere() {
    List<CheckedRequirement> checked =
        check(CLAUDE, "Requires internet access, ACME_TOKEN and the Figma MCP server");
    assertThat(checked).extracting(CheckedRequirement::status).containsOnly(Status.UNKNOWN);
    assertThat(checked).extracting(CheckedRequirement::why).doesNotHaveDuplicates();
    assertThat(answers(Sandbox.of("claude-api", "the Claude API"), "Requires internet access"))
        .containsValue(Status.MISSING);
  }

  @Test
  void otherSystemsAndProductsDoNotFit() {
    assertThat(answers(CLAUDE, "Requires Windows")).containsEntry("windows", Status.MISSING);
    assertThat(answers(CLAUDE, "macOS or Linux"))
        .containsEntry("macos", Status.NOT_APPLICABLE)
        .containsEntry("linux", Status.MET);
    assertThat(answers(CLAUDE, "Designed for Codex")).containsEntry("codex", Status.MISSING);
    assertThat(answers(CLAUDE, "Does not support Linux")).containsEntry("linux", Status.MISSING);
  }

  @Test
  void whatNobodyDescribedTellsNothing() {
    List<CheckedRequirement> checked = check(Sandbox.of("elsewhere", "Elsewhere"), "Python 3.10+");
    assertThat(checked.getFirst().status()).isEqualTo(Status.UNKNOWN);
    assertThat(checked.getFirst().why()).contains("Elsewhere");
  }

  @Test
  void theDescriptionsAreDatedAndUseTheVocabulary() {
    Vocabulary vocabulary = Vocabulary.load();
    List<String> strange = new ArrayList<>();
    SandboxData.load()
        .profiles()
        .forEach(
            (target, profile) -> {
              assertThat(profile.name()).isNotBlank();
              assertThat(profile.inventories()).as(target).isNotEmpty();
              List<String> names = new ArrayList<>();
              for (SandboxData.Inventory inventory : profile.inventories()) {
                assertThat(inventory.date()).as(target).isBeforeOrEqualTo(LocalDate.now());
                assertThat(inventory.programs().keySet())
                    .as("both there and not")
                    .doesNotContainAnyElementsOf(inventory.absent());
                names.addAll(inventory.programs().keySet());
                names.addAll(inventory.absent());
              }
              names.stream()
                  .filter(
                      name ->
                          vocabulary.terms(name).stream()
                              .noneMatch(term -> term.name().equals(name)))
                  .forEach(strange::add);
            });
    assertThat(strange).as("names that no reading gives").isEmpty();
  }
}
