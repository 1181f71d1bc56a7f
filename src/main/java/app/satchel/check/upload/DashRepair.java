package app.satchel.check.upload;

import app.satchel.check.upload.Change.Consent;
import app.satchel.skill.FrontmatterValue.Entry;
import app.satchel.skill.FrontmatterValue.Mapping;
import app.satchel.skill.FrontmatterValue.Scalar;
import app.satchel.skill.FrontmatterValue.Style;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Three hyphens within a value, which the reference reader takes for the end of the frontmatter
 * (skills-ref 0.1.0, 2026-08-09). claude.ai does not mind them, and there is no way to write them
 * that every reader understands, so a dash in their place is a proposal.
 */
final class DashRepair {
  private static final Pattern DASHES = Pattern.compile("-{3,}");

  private final Draft draft;

  DashRepair(Draft draft) {
    this.draft = draft;
  }

  void run() {
    // From the last: what changes there leaves the places before it where they are.
    values().stream()
        .filter(entry -> DASHES.matcher(entry.value().asText()).find())
        .sorted(Comparator.comparingInt(Entry::start).reversed())
        .forEach(this::offer);
  }

  /** The entries of the frontmatter and of metadata that are texts. */
  private List<Entry> values() {
    List<Entry> entries = new ArrayList<>(draft.frontmatter().entries());
    draft.frontmatter().metadata().map(Mapping::entries).ifPresent(entries::addAll);
    return entries.stream()
        .filter(entry -> entry.value() instanceof Scalar && draft.startsItsLine(entry))
        .toList();
  }

  private void offer(Entry entry) {
    String value = DASHES.matcher(entry.value().asText()).replaceAll("\u2014");
    Style style = ((Scalar) entry.value()).style();
    boolean block = style == Style.LITERAL || style == Style.FOLDED;
    String rendered =
        block ? YamlText.value(value, draft.indentOf(entry) + "  ") : YamlText.oneLine(value);
    String before = draft.extent(entry).in(draft.text()).stripTrailing();
    if (draft.offer(
        "reword-dashes", Consent.PROPOSAL, entry.start(), before, draft.line(entry, rendered))) {
      draft.edit(draft.rewritten(entry, rendered, "reword-dashes"));
    }
  }
}
