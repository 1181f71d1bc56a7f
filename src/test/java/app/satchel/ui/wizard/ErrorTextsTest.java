package app.satchel.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.upload.UploadRules;
import app.satchel.check.upload.UploadRules.ErrorText;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorTextsTest {
  private static ErrorText text(String start) {
    return new ErrorText(start, "cause", "next", "2026", "2026", List.of());
  }

  private static String found(String pasted, String... starts) {
    return new ErrorTexts(List.of(starts).stream().map(ErrorTextsTest::text).toList())
        .find(pasted)
        .map(ErrorText::start)
        .orElse(null);
  }

  @Test
  void everyTextInTheDataIsRecognisedByItself() {
    List<ErrorText> known = UploadRules.bundled().errorTexts();
    ErrorTexts texts = new ErrorTexts(known);

    for (ErrorText one : known) {
      if (!one.start().isEmpty()) {
        assertThat(texts.find("Error: " + one.start() + " and more")).contains(one);
      }
    }
  }

  @Test
  void figuresQuotesCaseAndLineBreaksDoNotCount() {
    String start = "field 'description' in SKILL.md must be at most 1024 characters";

    assertThat(
            found(
                "FIELD \u2018description\u2019 in\n SKILL.md must be at most 200 characters",
                start))
        .isEqualTo(start);
  }

  @Test
  void anEllipsisStandsForAnything() {
    String start = "Skill '\u2026' is too large";

    assertThat(found("Skill 'my-skill' is too large.", start)).isEqualTo(start);
    assertThat(found("is too large", start)).isNull();
  }

  @Test
  void theLongestTextWins() {
    assertThat(found("File not found in archive", "File not found", "File not found in archive"))
        .isEqualTo("File not found in archive");
  }

  @Test
  void otherWordsAreNotRecognised() {
    assertThat(found("Have a nice day", "File not found", "")).isNull();
    assertThat(found("", "File not found")).isNull();
  }
}
