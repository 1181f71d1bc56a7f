package app.satchel.markdown;

import app.satchel.markdown.MarkdownDocument.Note;
import app.satchel.markdown.MarkdownDocument.NoteKind;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What one reading of a document shares: its bounds, its link policy, and what it noted. */
final class Reading {
  /** Converted text may exceed its source: references and entities repeat or expand. */
  private static final int GROWTH_FACTOR = 8;

  private static final int GROWTH_FREE = 1 << 20;

  private final MarkdownLimits limits;
  private final LinkPolicy links;
  private final DeadlineSequence source;
  private final Map<NoteKind, Integer> counts = new EnumMap<>(NoteKind.class);
  private final TreeSet<String> imageHosts = new TreeSet<>();
  private long budget;
  private boolean tooDeep;

  Reading(MarkdownLimits limits, LinkPolicy links, DeadlineSequence source) {
    this.limits = limits;
    this.links = links;
    this.source = source;
    this.budget = (long) source.length() * GROWTH_FACTOR + GROWTH_FREE;
  }

  MarkdownLimits limits() {
    return limits;
  }

  LinkPolicy links() {
    return links;
  }

  /**
   * Takes from the growth budget, and looks at the clock.
   *
   * @throws GrowthExceeded when there is none left
   */
  void charge(int chars) {
    budget -= chars + 16L;
    if (budget < 0) {
      throw new GrowthExceeded();
    }
    if ((budget & 0x1F) == 0) {
      source.check();
    }
  }

  void noteTooDeep() {
    tooDeep = true;
  }

  boolean tooDeep() {
    return tooDeep;
  }

  void noteHidden(HiddenContent hidden) {
    count(
        switch (hidden.kind()) {
          case COMMENT -> NoteKind.HIDDEN_COMMENT;
          case ELEMENT -> NoteKind.ACTIVE_HTML;
          case INVISIBLE, BIDI, TAGS, CONTROL -> NoteKind.HIDDEN_CHARACTERS;
        });
  }

  void noteHiddenIn(String text) {
    if (!VisibleText.allPlain(text)) {
      count(NoteKind.HIDDEN_CHARACTERS);
    }
  }

  void noteTarget(LinkTarget target, boolean image) {
    if (target instanceof LinkTarget.Inert inert) {
      count(LinkPolicy.isUnsafe(inert) ? NoteKind.UNSAFE_LINK : NoteKind.INERT_LINK);
    } else if (image && target instanceof LinkTarget.Web web) {
      count(NoteKind.REMOTE_IMAGE);
      if (imageHosts.size() < 5) {
        imageHosts.add(web.host());
      }
    }
  }

  private void count(NoteKind kind) {
    counts.merge(kind, 1, Integer::sum);
  }

  List<Note> notes(Words words) {
    List<Note> notes = new ArrayList<>();
    counts.forEach(
        (kind, count) ->
            notes.add(
                new Note(
                    kind,
                    count,
                    words.text("note." + kind, count, String.join(", ", imageHosts)))));
    return notes;
  }

  /** Thrown out of the conversion; without a stack trace, nobody reads it. */
  static final class GrowthExceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GrowthExceeded() {
      super("growth", null, false, false);
    }
  }
}
