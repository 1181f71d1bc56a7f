package app.satchel.install.delivery;

import app.satchel.catalog.FetchedSkill;
import app.satchel.check.dependency.Dependency;
import app.satchel.marketplace.Listing;
import app.satchel.skill.Namespace;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * One skill of a plan, and why it is in it.
 *
 * @param id unique and stable within a plan; decisions name it
 * @param name its name: the frontmatter's, or as it was asked for
 * @param need why it is in the plan
 * @param status how its name was resolved; {@link Dependency.Status#INCLUDED} for the root
 * @param namespace its identity in a marketplace, or null when it comes from a folder or is missing
 * @param candidates other skills the name could mean, best first; one may be chosen
 * @param listing its row in a marketplace, or null
 * @param fetched its files when they are on this computer already, or null
 * @param from where it comes from: a marketplace's name or a path; empty when missing
 * @param files number of files, or null when not known before the download
 * @param bytes size of all files in bytes, or null when not known before the download
 * @param existing what lies at the destination now
 * @param destination the ZIP or the folder that delivery would make, or null when missing
 */
public record PlannedSkill(
    String id,
    String name,
    Need need,
    Dependency.Status status,
    Namespace namespace,
    List<Candidate> candidates,
    Listing listing,
    FetchedSkill fetched,
    String from,
    Integer files,
    Long bytes,
    Existing existing,
    Path destination) {
  public PlannedSkill {
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
    Objects.requireNonNull(status);
    Objects.requireNonNull(from);
    Objects.requireNonNull(existing);
    Objects.requireNonNull(need);
    candidates = List.copyOf(candidates);
  }

  /** Whether it is the skill that was asked for. */
  public boolean root() {
    return need.depth() == 0;
  }

  /** Whether there is something to deliver without a further choice by the person. */
  public boolean deliverable() {
    return status != Dependency.Status.MISSING && status != Dependency.Status.AMBIGUOUS;
  }

  /** What lies at a destination before delivery. */
  public enum Existing {
    /** Nothing. */
    NONE,
    /** The same skill, byte for byte: there is nothing to do. */
    SAME,
    /** Another skill, another version, or this one with changes of its own. */
    DIFFERENT
  }
}
