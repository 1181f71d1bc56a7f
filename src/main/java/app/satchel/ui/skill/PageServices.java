package app.satchel.ui.skill;

import app.satchel.catalog.FetchedSkill;
import app.satchel.check.Finding;
import app.satchel.check.dependency.Dependency;
import app.satchel.check.requirement.RequirementReport;
import app.satchel.check.review.Capabilities;
import app.satchel.check.upload.Change;
import app.satchel.check.upload.Offer;
import app.satchel.check.upload.Repair;
import app.satchel.check.upload.UploadReport;
import app.satchel.check.upload.UploadRules;
import app.satchel.markdown.MarkdownDocument;
import app.satchel.marketplace.Listing;
import app.satchel.skill.Namespace;
import app.satchel.skill.SkillFolder;
import app.satchel.skill.SkillMd;
import app.satchel.task.Cancellation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

  /** A document of the skill as blocks; its links start from its own folder. */
  MarkdownDocument markdown(String body, String documentPath);

  /** Where the skill lies on this computer for good, installed or in a folder that is a source. */
  Optional<Path> local(Listing listing);

  /** The path that a skill of this computer was opened by; empty for a listed one. At once. */
  default Optional<Path> openedFrom(Listing listing) {
    return Optional.empty();
  }

  /** What claude.ai says to the skill as published, and after repair. */
  Upload upload(SkillFolder skill);

  /** What a person is asked about a skill, and what comes of the answers so far. */
  Offer offer(SkillFolder skill, Predicate<Change> accepted);

  /**
   * What it needs, and whether what would run it has it.
   *
   * @param host id of one of {@link #hosts}, or null for the person's own
   * @param sofar given what is known, from any thread, as the answers come
   */
  Answers requirements(
      SkillMd skillMd, String host, Cancellation cancellation, Consumer<Answers> sofar);

  /** What could run a skill, in the order to show. Does not block. */
  List<HostChoice> hosts();

  /** Keeps the person's own. */
  void keepHost(String host);

  /** How the person reads pages. Does not block. */
  Reading reading();

  /** Keeps how the person reads pages. */
  void keepReading(Reading reading);

  /** The skills on this computer that need the one of a listing. */
  List<Dependent> neededBy(Listing listing);

  /** What a skill that has gone seems to be called now; empty when nothing tells. */
  Optional<Namespace> successor(Listing gone, Cancellation cancellation);

  /** The skills it names, and what became of them. */
  List<Dependency> dependencies(SkillMd skillMd, Listing listing, Cancellation cancellation);

  /** What it may do. */
  Review review(SkillFolder skill);

  /**
   * Something that could run a skill.
   *
   * @param id {@link app.satchel.check.requirement.Host#COMPUTER} or a target's
   * @param name as it stands in a sentence; empty for this computer
   */
  record HostChoice(String id, String name) {}

  /**
   * @param host what was asked
   * @param report its answers
   */
  record Answers(String host, RequirementReport report) {}

  /**
   * A skill that needs another.
   *
   * @param name its name
   * @param agent the agent it is installed in
   */
  record Dependent(String name, String agent) {}

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
