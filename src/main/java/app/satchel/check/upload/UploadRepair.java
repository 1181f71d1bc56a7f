package app.satchel.check.upload;

import app.satchel.check.upload.Change.Consent;
import app.satchel.skill.SkillFolder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes a copy of a skill that claude.ai accepts, as a sequence of small, named edits of its text
 * and its file list. YAML is never written anew as a whole: emitters write the very escapes that
 * are refused (docs/decisions/0003). The text after the frontmatter stays as it is unless an
 * accepted proposal renames a file that it names.
 *
 * <p>In a skill that is accepted as published SKILL.md keeps its bytes and by-products of tools are
 * left out. The one exception are values under {@code metadata} that are no texts, which are
 * written as texts in everything we build. In a skill that is refused, what other readers would
 * stumble over is put right in passing. Same input, same output.
 */
public final class UploadRepair {
  private final UploadRules rules;
  private final UploadCheck check;

  /** By the bundled rules. */
  public UploadRepair() {
    this(new UploadCheck());
  }

  /** By the rules of a check. */
  public UploadRepair(UploadCheck check) {
    this.check = Objects.requireNonNull(check);
    this.rules = check.rules();
  }

  /**
   * Repairs as far as a level allows. {@link Repair#proposals} are all that would be made if a
   * person agreed to all, also those that only show once an earlier one is made.
   */
  public Repair repair(SkillFolder skill, Repair.Level level) {
    return switch (level) {
      case AS_IS -> new Repair(skill, List.of(), List.of(), Edits.none(), check.check(skill));
      case PROPOSALS -> repair(skill, change -> true);
      case SAFE -> {
        Repair safe = repair(skill, change -> false);
        if (safe.proposals().isEmpty()) {
          yield safe;
        }
        List<Change> all =
            repair(skill, change -> true).changes().stream()
                .filter(change -> change.consent() == Consent.PROPOSAL)
                .toList();
        yield new Repair(safe.skill(), safe.changes(), all, safe.edits(), safe.report());
      }
    };
  }

  /**
   * What a person is asked, and what comes of the answers so far.
   *
   * @param accepted asked for each proposal in turn; the answer for equal changes must be the same
   */
  public Offer offer(SkillFolder skill, Predicate<Change> accepted) {
    List<Change> proposals = new ArrayList<>();
    Set<Change> agreed = new HashSet<>();
    Repair repaired =
        repair(
            skill,
            change -> {
              proposals.add(change);
              boolean yes = accepted.test(change);
              if (yes) {
                agreed.add(change);
              }
              return yes;
            });
    return new Offer(proposals, agreed, repaired);
  }

  /**
   * Repairs with the proposals a person accepts.
   *
   * @param accepted asked for each proposal in turn; safe changes are made unasked
   */
  public Repair repair(SkillFolder skill, Predicate<Change> accepted) {
    Draft draft = new Draft(rules, skill, accepted);
    FileRepair files = new FileRepair(rules, draft);
    files.leaveOutJunk();
    UploadReport published = check.check(skill);
    if (!published.accepted()) {
      new HeadRepair(rules, draft).run();
      if (draft.frontmatter().isPresent() && draft.frontmatter().yamlError() == null) {
        draft.keepReadable();
        MetadataRepair metadata = new MetadataRepair(rules, draft);
        // First: what is written under metadata by others needs its lines.
        metadata.asLines();
        new FieldRepair(rules, draft).run();
        metadata.run();
        new NameRepair(rules, draft).run();
        new DescriptionRepair(rules, draft).run();
        new DashRepair(draft).run();
        new CommentRepair(draft).run();
      }
      files.run();
    } else if (published.has(UploadRule.METADATA_VALUES)
        || published.has(UploadRule.METADATA_TYPE) && metadataSaysSomething(draft)) {
      // Nobody knows whether such values are accepted, so what we build has none.
      draft.keepReadable();
      new MetadataRepair(rules, draft).run();
    }
    SkillFolder repaired = draft.skill();
    return new Repair(
        repaired, draft.changes(), draft.proposals(), draft.edits(), check.check(repaired));
  }

  /** An empty metadata has no value that could be refused; it is left as it was published. */
  private static boolean metadataSaysSomething(Draft draft) {
    return draft.frontmatter().value("metadata").filter(v -> !v.asText().isBlank()).isPresent();
  }
}
