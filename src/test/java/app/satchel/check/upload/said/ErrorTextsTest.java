package app.satchel.check.upload.said;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.upload.UploadRules;
import app.satchel.check.upload.UploadRules.ErrorText;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTextsTest {
  private static final List<ErrorText> KNOWN = UploadRules.bundled().errorTexts();
  private static final ErrorTexts TEXTS = new ErrorTexts(KNOWN);

  private static final String PAGE_BEFORE =
      "Claude\nNew chat\nProjects\nArtifacts\nCustomize\nSkills Connectors Personal\n"
          + "Drag and drop or click to upload\n\u26a0 ";
  private static final String PAGE_AFTER =
      "\nCancel Upload\nLearn more about how to write good instructions, or browse examples by"
          + " other people. Free plan. Help and support. \u00a9 2026";

  static Stream<ErrorText> said() {
    return KNOWN.stream().filter(text -> !text.start().isEmpty());
  }

  private static ErrorText text(String start) {
    return new ErrorText(start, "cause", "next", "2026", "2026", List.of());
  }

  private static String found(String pasted, String... starts) {
    return new ErrorTexts(List.of(starts).stream().map(ErrorTextsTest::text).toList())
        .find(pasted)
        .map(ErrorText::start)
        .orElse(null);
  }

  private static void ranksFirst(ErrorText text, String pasted) {
    List<ErrorMatch> matches = TEXTS.match(pasted);
    assertThat(matches).as("nothing recognised in: %s", pasted).isNotEmpty();
    assertThat(matches.getFirst().text().start()).as(pasted).isEqualTo(text.start());
    assertThat(matches.getFirst().rules()).isEqualTo(text.rules());
  }

  @ParameterizedTest
  @MethodSource("said")
  void everyTextIsRecognisedWordForWord(ErrorText text) {
    ranksFirst(text, text.start());
    assertThat(TEXTS.match(text.start()).getFirst().confidence()).isGreaterThan(0.95);
    ranksFirst(text, text.start().toUpperCase(Locale.ROOT));
    ranksFirst(text, text.start().replace("'", "\u201d").replace(" ", "\u00a0\n"));
  }

  @ParameterizedTest
  @MethodSource("said")
  void everyTextIsRecognisedWhenItsEndIsMissing(ErrorText text) {
    ranksFirst(text, text.start().substring(0, Math.round(text.start().length() * 0.6f)));
  }

  @ParameterizedTest
  @MethodSource("said")
  void longTextsAreRecognisedByTheirMiddleAndTheirEnd(ErrorText text) {
    int length = text.start().length();
    if (length >= 60) {
      ranksFirst(text, text.start().substring(length / 6, length * 5 / 6));
      ranksFirst(text, text.start().substring(Math.round(length * 0.35f)));
    }
  }

  @ParameterizedTest
  @MethodSource("said")
  void everyTextIsRecognisedWithTwoTypos(ErrorText text) {
    for (int seed = 0; seed < 40; seed++) {
      ranksFirst(text, typos(text.start(), new Random(seed)));
    }
  }

  /** Two errors of a typist, each in another word of at least four letters. */
  private static String typos(String text, Random random) {
    StringBuilder typed = new StringBuilder(text);
    int last = -100;
    for (int made = 0, tries = 0; made < 2 && tries < 500; tries++) {
      int at = random.nextInt(typed.length() - 3);
      boolean inWord =
          typed.substring(at, at + 4).chars().allMatch(Character::isLetter)
              && Math.abs(at - last) > 12 - tries / 50;
      if (inWord) {
        switch (random.nextInt(4)) {
          case 0 -> typed.deleteCharAt(at + 1);
          case 1 -> typed.insert(at + 1, (char) ('a' + random.nextInt(26)));
          case 2 -> typed.setCharAt(at + 1, (char) ('a' + random.nextInt(26)));
          default -> {
            char moved = typed.charAt(at + 1);
            typed.setCharAt(at + 1, typed.charAt(at + 2));
            typed.setCharAt(at + 2, moved);
          }
        }
        last = at;
        made++;
      }
    }
    return typed.toString();
  }

  @ParameterizedTest
  @MethodSource("said")
  void everyTextIsRecognisedInTheMiddleOfAPage(ErrorText text) {
    ranksFirst(text, PAGE_BEFORE + text.start() + PAGE_AFTER);
    ranksFirst(text, "I tried my-skill.zip and it says \"" + text.start() + "\", what now?");
    assertThat(TEXTS.match(PAGE_BEFORE + text.start() + PAGE_AFTER)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "\u26a0",
        "please try again",
        "hello world",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.",
        "Have a nice day",
        "Your password must be at least 8 characters long.",
        "Password must be at most 20 characters",
        "Username may only contain letters.",
        "Please enter a valid e-mail address.",
        "404 page not found",
        "ls -la *.json || echo \"No JSON files found\"",
        "Stop with a clear message if no API files are found in scope.",
        "404 Not Found",
        "403 Forbidden: you do not have access to this resource",
        "This site can't be reached. Check your connection.",
        "Too many requests. Slow down.",
        "Your session has expired, please sign in again.",
        "npm ERR! missing script: build",
        "bash: satchel: command not found",
        "Permission denied (publickey).",
        "java.lang.NullPointerException at Main.main(Main.java:3)",
        "ModuleNotFoundError: No module named 'requests'",
        "fatal: not a git repository (or any of the parent directories): .git",
        "The upload was successful.",
        "Upload complete! Your file is ready.",
        "Your file is too large. The maximum is 25 MB.",
        "The skill was saved.",
        "Settings > Capabilities > Skills",
        "How do I upload a skill to Claude?",
        "This skill helps you write better tests.",
        "Claude is at capacity right now. Please try again soon.",
        "You have reached your message limit until 5 PM.",
        "The conversation is too long. Start a new chat.",
        "Unexpected token < in JSON at position 0",
        "Unexpected end of input",
        "Could not parse the document",
        "error",
        "error error error",
        "not",
        "must be",
        "SKILL.md",
        "skill.zip",
        "zip file",
        "a b c d e f g",
        "12345",
        "The description of the product is missing",
        "Choose a name for your folder",
        "The archive is damaged and cannot be opened",
        "Disk quota exceeded",
        "Folder cannot be deleted because it contains files",
        "The server is busy",
        "Certificate has expired"
      })
  void otherWordsAreNotRecognised(String unrelated) {
    assertThat(TEXTS.match(unrelated)).isEmpty();
  }

  @Test
  void aNovelHoldsNoMessage() {
    String novel =
        "It was the best of times, it was the worst of times, and the file lay in the folder with"
            + " the name of the skill that only a letter or a number could hold. ".repeat(100);
    assertThat(TEXTS.match(novel)).isEmpty();
  }

  @Test
  void severalMessagesInOnePasteAreAllRecognised() {
    String pasted =
        "1) zip contains too many files (maximum 200)\n"
            + "2) malformed YAML frontmatter in SKILL.md\n"
            + "3) SKILL.md description cannot contain XML tags";
    assertThat(TEXTS.match(pasted))
        .extracting(match -> match.text().rules().getFirst())
        .containsExactlyInAnyOrder("too-many-entries", "frontmatter-yaml", "description-brackets");
  }

  @Test
  void theBestComesFirst() {
    String pasted =
        "SKILL.md description can't contian XML tag. Zip contains too many files (maximum 200)";
    List<ErrorMatch> matches = TEXTS.match(pasted);
    assertThat(matches)
        .extracting(match -> match.text().rules().getFirst())
        .containsExactly("too-many-entries", "description-brackets");
    assertThat(matches.getFirst().confidence()).isGreaterThan(matches.getLast().confidence());
  }

  @Test
  void whatIsCutOffBeforeItDiffersMayBeEither() {
    assertThat(TEXTS.match("Zip must contain exactly one"))
        .extracting(match -> match.text().rules().getFirst())
        .containsExactlyInAnyOrder("one-skill-md", "top-folder-count");
  }

  @Test
  void extraAndMissingWordsDoNotCount() {
    assertThat(TEXTS.find("Error: the Zip contains way too many files, (the maximum is 200)"))
        .map(ErrorText::rules)
        .contains(List.of("too-many-entries"));
    assertThat(TEXTS.find("zip must have exactly one top level folder, there are 3"))
        .map(ErrorText::rules)
        .contains(List.of("top-folder-count"));
  }

  @Test
  void newerAndOlderWordingAreToldApart() {
    assertThat(TEXTS.find("Unexpected key(s) in SKILL.md frontmatter: version, tags"))
        .map(ErrorText::firstSeen)
        .contains("2026-08");
    assertThat(
            TEXTS.find(
                "unexpected key in SKILL.md frontmatter: properties must be in ('name', 'descr"))
        .map(ErrorText::firstSeen)
        .contains("2026-01-22");
  }

  @Test
  void figuresAreTold() {
    assertThat(figures("Zip must contain exactly one SKILL.md file. Currently there are 14."))
        .containsExactly("Currently there are 14");
    assertThat(figures("Zip contains too many files (maximum 200)")).containsExactly("maximum 200");
    assertThat(figures("Zip file uncompressed size exceeds 30MB"))
        .containsExactly("uncompressed size exceeds 30MB");
    assertThat(figures("field 'description' in SKILL.md must be at most 1,024 characters"))
        .containsExactly("be at most 1,024");
    assertThat(figures("malformed YAML frontmatter in SKILL.md")).isEmpty();
  }

  private static List<String> figures(String pasted) {
    return TEXTS.match(pasted).getFirst().figures();
  }

  @Test
  void theIdOfARuleStandsForItsMessages() {
    assertThat(TEXTS.match("unexpected-key")).hasSize(2);
    assertThat(TEXTS.match("skills/x/SKILL.md:4: error [description-length] words"))
        .extracting(match -> match.text().rules())
        .containsExactly(List.of("description-length"));
    assertThat(TEXTS.match("`name-built-in`"))
        .extracting(ErrorMatch::text)
        .containsExactly(TEXTS.silent().orElseThrow());
    assertThat(TEXTS.match("no-such-rule")).isEmpty();
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
  }

  @Test
  void theLongestTextWins() {
    assertThat(found("File not found in archive", "File not found", "File not found in archive"))
        .isEqualTo("File not found in archive");
  }

  @Test
  void aHugePasteIsReadInPart() {
    String huge = "word ".repeat(1_000_000);
    assertThat(TEXTS.match(huge)).isEmpty();
    assertThat(TEXTS.match("Failed to fetch\n" + huge)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing happens", "Nothing happened.", "it says nothing", "no error"})
  void thatNothingIsSaidIsKnownToo(String pasted) {
    assertThat(TEXTS.match(pasted))
        .extracting(ErrorMatch::text)
        .containsExactly(TEXTS.silent().orElseThrow());
    assertThat(TEXTS.match("nothing happens in the kitchen")).isEmpty();
  }
}
