package app.satchel.ui.skill;

import app.satchel.catalog.FetchedSkill;
import app.satchel.check.Finding;
import app.satchel.check.dependency.Dependency;
import app.satchel.check.requirement.CheckedRequirement;
import app.satchel.check.review.Capabilities;
import app.satchel.check.upload.Change;
import app.satchel.check.upload.Offer;
import app.satchel.check.upload.Repair;
import app.satchel.check.upload.UploadReport;
import app.satchel.check.upload.UploadRules;
import app.satchel.markdown.MarkdownDocument;
import app.satchel.marketplace.Listing;
import app.satchel.skill.SkillFolder;
import app.satchel.skill.SkillMd;
import app.satchel.task.Cancellation;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the page of a skill asks for. Every call blocks, and is made off the UI thread. */
public interface PageServices {
  /** SKILL.md alone; empty when it is no longer where the listing says. */
  Optional<byte[]> skillMd(Listing listing, Cancellation cancellation);

  /**
   * All files, when they can be had without counting an install at the marketplace; empty when only
   * a counted download gives them.
   */
  Optional<FetchedSkill> files(Listing listing, Cancellation cancellation);

  /** The body as blocks. */
  MarkdownDocument markdown(String body);

  /** What claude.ai says to the skill as published, and after repair. */
  Upload upload(SkillFolder skill);

  /** What a person is asked about a skill, and what comes of the answers so far. */
  Offer offer(SkillFolder skill, Predicate<Change> accepted);

  /** What it needs, and whether this computer has it. */
  List<CheckedRequirement> requirements(SkillMd skillMd, Cancellation cancellation);

  /** The skills it names, and what became of them. */
  List<Dependency> dependencies(SkillMd skillMd, Listing listing, Cancellation cancellation);

  /** What it may do. */
  Review review(SkillFolder skill);

  /**
   * @param published what claude.ai says to the skill as published
   * @param safe after safe edits
   * @param all after proposals too
   * @param rules that all of this was decided by
   */
  record Upload(UploadReport published, Repair safe, Repair all, UploadRules rules) {}

  /**
   * @param capabilities what it may do
   * @param findings what a person should look at
   * @param serious how many of them want an explicit yes
   */
  record Review(Capabilities capabilities, List<Finding> findings, int serious) {}
}
