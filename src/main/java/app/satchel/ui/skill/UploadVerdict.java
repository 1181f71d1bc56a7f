package app.satchel.ui.skill;

import app.satchel.check.Finding;
import app.satchel.check.upload.Offer;
import app.satchel.check.upload.UploadReport;
import app.satchel.ui.skill.Verdict.Tone;
import app.satchel.words.Words;
import java.util.HashSet;

/** What claude.ai would say, in the few words of the tile and in the sentence of the tab. */
final class UploadVerdict {
  private static final Words WORDS = Words.of(UploadVerdict.class);

  private UploadVerdict() {}

  /**
   * For the tile: accepted, accepted after edits, a decision, or why it cannot be.
   *
   * @param whole whether all files are known
   * @param offer what comes of the answers so far, or null while nothing was asked
   */
  static Verdict tile(PageServices.Upload upload, boolean whole, Offer offer) {
    if (upload.published().accepted()) {
      return new Verdict(Tone.OK, WORDS.text(whole ? "upload.accepted" : "upload.accepted-text"));
    }
    if (upload.safe().report().accepted()) {
      return new Verdict(Tone.OK, WORDS.text("upload.repaired", upload.safe().changes().size()));
    }
    if (upload.all().report().accepted()) {
      boolean answered = offer != null && !offer.accepted().isEmpty();
      if (answered && offer.acceptable()) {
        return new Verdict(Tone.OK, WORDS.text("upload.decided"));
      }
      int decisions =
          answered && !offer.open().isEmpty()
              ? offer.open().size()
              : new HashSet<>(upload.safe().proposals()).size();
      return new Verdict(Tone.WARN, WORDS.text("upload.decision", decisions));
    }
    return new Verdict(Tone.BAD, WORDS.text("upload.cannot", why(upload.all().report())));
  }

  /** For the tab: one sentence about what comes of the answers so far. */
  static Verdict sentence(PageServices.Upload upload, Offer offer) {
    int made = offer.repair().changes().size();
    if (upload.published().accepted()) {
      return new Verdict(
          Tone.OK,
          made == 0
              ? WORDS.text("upload.says.accepted")
              : WORDS.text("upload.says.accepted-tidied", made));
    }
    if (offer.acceptable()) {
      return new Verdict(
          Tone.OK,
          offer.accepted().isEmpty()
              ? WORDS.text("upload.says.repaired", made)
              : WORDS.text("upload.says.decided"));
    }
    if (upload.all().report().accepted()) {
      return new Verdict(Tone.WARN, WORDS.text("upload.says.open", offer.open().size()));
    }
    return new Verdict(Tone.BAD, WORDS.text("upload.says.cannot", why(upload.all().report())));
  }

  /** The first thing that stands in the way, in a few words. */
  static String why(UploadReport report) {
    return report.findings().stream()
        .filter(Finding::isError)
        .map(finding -> WORDS.optional("upload.why." + finding.rule()))
        .findFirst()
        .filter(words -> !words.isEmpty())
        .orElseGet(() -> WORDS.text("upload.why.other"));
  }
}
