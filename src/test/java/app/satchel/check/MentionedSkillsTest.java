package app.satchel.check;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.requirement.CheckedRequirement;
import app.satchel.check.requirement.RequirementReader;
import app.satchel.check.requirement.Sandbox;
import app.satchel.check.upload.UploadCheck;
import app.satchel.skill.SkillMd;
import app.satchel.task.Cancellation;
import org.junit.jupiter.api.Test;

/** A skill that another depends on is shown as such, and not as a package that is missing. */
class MentionedSkillsTest {
  @Test
  void theTextsOwnListOfSkillsNamesNoPackages() {
    SkillMd skill =
        SkillMd.parse(
            """
            ---
            name: acme-reports
            description: Writes reports.
            compatibility: Python 3.10+
            depends-on: [python-zorbix-basics]
            ---

            **Prerequisites:**
            - `python-zorbix-basics` - variables and filters
            - `jinja2` - the templates
            """);
    Inspector inspector =
        new Inspector(
            new UploadCheck(),
            new RequirementReader(),
            Sandbox.of("claude.ai", "claude.ai"),
            id -> Sandbox.of(id, id));
    assertThat(inspector.checkedRequirements(skill, Cancellation.none()).mentioned())
        .extracting(CheckedRequirement::requirement)
        .extracting(r -> r.name())
        .containsExactly("jinja2");
  }
}
