package app.satchel.check.upload;

import app.satchel.check.upload.Change.Consent;
import app.satchel.skill.FrontmatterValue.Entry;
import app.satchel.skill.FrontmatterValue.Scalar;
import app.satchel.skill.FrontmatterValue.Style;
import app.satchel.skill.TextEdit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Proposes a description where there is none, and one that fits where there is. */
final class DescriptionRepair {
  /** Long enough to say what and when, short enough for the help page's advice to be near. */
  private static final int WRITTEN = 300;

  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}[ \\t]+(\\S[^\\r\\n]{0,300})");
  private static final Pattern LINK =
      Pattern.compile("!?\\[([^\\]\\n]{0,300})\\]\\([^)\\n]{0,1000}\\)");

  private final UploadRules rules;
  private final Draft draft;

  DescriptionRepair(UploadRules rules, Draft draft) {
    this.rules = rules;
    this.draft = draft;
  }

  void run() {
    missing();
    brackets();
    length();
  }

  /** What the text itself says the skill is for: its first paragraph, else its first heading. */
  static String written(Draft draft, String name) {
    Optional<String> paragraph = draft.md().firstParagraph().map(DescriptionRepair::plain);
    if (paragraph.isPresent() && saysSomething(paragraph.get())) {
      return paragraph.get();
    }
    Matcher heading = HEADING.matcher(draft.md().body());
    String title = heading.find() ? plain(heading.group(1)) : "";
    return title.isEmpty() ? "The skill " + name + "." : title;
  }

  private static boolean saysSomething(String paragraph) {
    return paragraph.length() > 10 || paragraph.strip().indexOf(' ') > 0;
  }

  /** Markdown without its marks, in one line. */
  private static String plain(String markdown) {
    String text = LINK.matcher(markdown).replaceAll("$1");
    text = text.replace("**", "").replace("__", "").replace("`", "");
    text = Prose.withoutAngles(Escapes.spelledOut(YamlText.printable(text)));
    text = text.replaceAll("\\s+", " ").strip().replaceFirst("^(?:>|[-*+]|\\d{1,3}\\.) ", "");
    return Prose.cut(text, WRITTEN);
  }

  private Optional<Entry> entry() {
    return draft.frontmatter().entry("description");
  }

  private Optional<Entry> text() {
    return entry()
        .filter(entry -> entry.value() instanceof Scalar)
        .filter(entry -> !entry.value().asText().isBlank());
  }

  private void missing() {
    Optional<Entry> entry = entry();
    if (entry.isPresent() && !entry.get().value().asText().isBlank()) {
      return;
    }
    String name = draft.md().name().orElse(draft.folderName());
    String value = YamlText.oneLine(written(draft, name));
    String line = draft.rootIndent() + "description: " + value;
    Optional<Entry> after = draft.frontmatter().entry("name");
    int place = after.map(e -> draft.extent(e).end()).orElse(draft.frontmatter().start());
    int shown = entry.or(() -> after).map(Entry::start).orElse(place);
    String before = entry.map(e -> draft.extent(e).in(draft.text()).stripTrailing()).orElse("");
    if (!draft.offer("write-description", Consent.PROPOSAL, shown, before, line)) {
      return;
    }
    if (entry.isPresent()) {
      draft.edit(draft.rewritten(entry.get(), value, "write-description"));
    } else {
      draft.edit(new TextEdit(place, place, line + "\n", "write-description"));
    }
  }

  private void brackets() {
    Optional<Entry> found = text();
    if (found.isEmpty() || Shown.firstOf(found.get().value().asText(), '<', '>') < 0) {
      return;
    }
    replace(found.get(), Prose.withoutAngles(found.get().value().asText()), "reword-brackets");
  }

  private void length() {
    int limit = rules.limits().descriptionCharacters();
    Optional<Entry> found = text();
    if (found.isEmpty()) {
      return;
    }
    String value = found.get().value().asText();
    if (value.codePointCount(0, value.length()) > limit) {
      // A little below the limit: nobody knows how it is counted.
      replace(
          found.get(), Prose.cut(value, rules.limits().descriptionNearLimit()), "cut-description");
    }
  }

  private void replace(Entry entry, String value, String id) {
    Style style = ((Scalar) entry.value()).style();
    boolean block = style == Style.LITERAL || style == Style.FOLDED;
    String rendered =
        block && value.strip().indexOf('\n') >= 0
            ? YamlText.value(value, draft.indentOf(entry) + "  ")
            : YamlText.oneLine(value);
    String before = draft.extent(entry).in(draft.text()).stripTrailing();
    if (draft.offer(id, Consent.PROPOSAL, entry.start(), before, draft.line(entry, rendered))) {
      draft.edit(draft.rewritten(entry, rendered, id));
    }
  }
}
