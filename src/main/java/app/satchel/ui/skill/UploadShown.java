package app.satchel.ui.skill;

import app.satchel.check.Finding;
import app.satchel.check.upload.Offer;
import app.satchel.check.upload.report.MarkdownReport;
import app.satchel.marketplace.Listing;
import app.satchel.skill.SkillFolder;
import app.satchel.words.Words;
import java.util.List;
import java.util.Objects;

/**
 * What the Upload tab shows, worked out off the UI thread.
 *
 * @param subject what it is about
 * @param offer what is asked, and what comes of the answers so far
 * @param diff before and after
 * @param patch the same for the skill's repository
 * @param report for an issue, in Markdown
 */
record UploadShown(
    UploadShown.Subject subject, Offer offer, DiffRows diff, SkillPatch patch, String report) {
  private static final Words WORDS = Words.of(UploadShown.class);

  UploadShown {
    Objects.requireNonNull(subject);
    Objects.requireNonNull(offer);
  }

  /**
   * A skill that was checked.
   *
   * @param skill as published; SKILL.md alone unless {@code whole}
   * @param whole whether all files are known
   */
  record Subject(Listing listing, SkillFolder skill, boolean whole, PageServices.Upload upload) {}

  /** Takes as long as the skill is large. */
  static UploadShown of(Subject subject, Offer offer) {
    return new UploadShown(
        subject,
        offer,
        DiffRows.of(subject.skill(), offer),
        SkillPatch.of(
            subject.listing(),
            subject.skill(),
            offer.repair(),
            subject.upload().rules().rulesDate(),
            subject.whole()),
        report(subject));
  }

  /** About the skill as published: an issue is no place for what somebody only tried. */
  private static String report(Subject subject) {
    PageServices.Upload upload = subject.upload();
    String folder =
        subject.listing().directoryPath() == null
            ? ""
            : SkillPatch.folder(subject.listing(), subject.skill());
    String report =
        new MarkdownReport(upload.rules().rulesDate())
            .of(
                List.of(
                    new MarkdownReport.Skill(
                        subject.skill().displayName(), folder, upload.published(), upload.safe())));
    return subject.whole() ? report : report + "\n" + WORDS.text("report.text-only") + "\n";
  }

  /** In one sentence. */
  Verdict verdict() {
    return UploadVerdict.sentence(subject.upload(), offer);
  }

  /** What would still be said to the copy. */
  List<Finding> remaining() {
    return offer.repair().report().findings();
  }

  /** Whether anything is changed, or could be. */
  boolean changes() {
    return !offer.repair().changes().isEmpty() || !offer.proposals().isEmpty();
  }
}
