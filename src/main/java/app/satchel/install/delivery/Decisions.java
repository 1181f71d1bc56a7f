package app.satchel.install.delivery;

import app.satchel.check.upload.Change;
import app.satchel.check.upload.Repair;
import app.satchel.skill.Namespace;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person decided about a plan. Immutable.
 *
 * @param leftOut ids of planned skills that are not wanted
 * @param choices for an ambiguous (or renamed) skill's id, the one that is meant
 * @param repairs which changes may be made to skills that would be refused; what goes to an agent
 *     is delivered as published
 * @param accepted the proposals that are accepted one by one, by the skill's id; they come on top
 *     of {@link Repair.Level#SAFE}
 * @param kinds ids of changes that are accepted wherever they are proposed, such as {@code
 *     name-reserved-word}
 * @param onExisting what to do at destinations where something different lies, by id
 * @param force deliver a ZIP that claude.ai is known to refuse
 */
public record Decisions(
    Set<String> leftOut,
    Map<String, Namespace> choices,
    Repair.Level repairs,
    Map<String, Set<Change>> accepted,
    Set<String> kinds,
    Map<String, OnExisting> onExisting,
    boolean force) {
  public Decisions {
    Objects.requireNonNull(repairs);
    leftOut = Set.copyOf(leftOut);
    choices = Map.copyOf(choices);
    kinds = Set.copyOf(kinds);
    onExisting = Map.copyOf(onExisting);
    accepted =
        accepted.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, one -> Set.copyOf(one.getValue())));
  }

  /** Everything in, safe repairs, and nothing that exists is touched. */
  public static Decisions careful() {
    return new Decisions(
        Set.of(), Map.of(), Repair.Level.SAFE, Map.of(), Set.of(), Map.of(), false);
  }

  public boolean wanted(PlannedSkill skill) {
    return !leftOut.contains(skill.id());
  }

  public OnExisting onExisting(PlannedSkill skill) {
    return onExisting.getOrDefault(skill.id(), OnExisting.KEEP);
  }

  public Decisions leavingOut(Set<String> ids) {
    return new Decisions(ids, choices, repairs, accepted, kinds, onExisting, force);
  }

  /** The same with one more skill left out, or taken back in. */
  public Decisions with(PlannedSkill skill, boolean wanted) {
    Set<String> ids = new HashSet<>(leftOut);
    if (wanted) {
      ids.remove(skill.id());
    } else {
      ids.add(skill.id());
    }
    return leavingOut(ids);
  }

  public Decisions choosing(PlannedSkill skill, Namespace meant) {
    Map<String, Namespace> more = new HashMap<>(choices);
    more.put(skill.id(), meant);
    return new Decisions(leftOut, more, repairs, accepted, kinds, onExisting, force);
  }

  public Decisions repairing(Repair.Level level) {
    return new Decisions(leftOut, choices, level, accepted, kinds, onExisting, force);
  }

  /** The same with exactly these proposals of a skill accepted. */
  public Decisions accepting(PlannedSkill skill, Set<Change> changes) {
    Map<String, Set<Change>> more = new HashMap<>(accepted);
    more.put(skill.id(), changes);
    return new Decisions(leftOut, choices, repairs, more, kinds, onExisting, force);
  }

  /** The same with all proposals of some kinds accepted. */
  public Decisions acceptingKinds(Set<String> ids) {
    return new Decisions(leftOut, choices, repairs, accepted, ids, onExisting, force);
  }

  /** Whether a proposal of a skill is accepted, by itself or for its kind. */
  public boolean accepts(PlannedSkill skill, Change proposal) {
    return repairs == Repair.Level.PROPOSALS
        || accepted(skill).contains(proposal)
        || kinds.contains(proposal.id());
  }

  /** The proposals of a skill that are accepted one by one. */
  public Set<Change> accepted(PlannedSkill skill) {
    return accepted.getOrDefault(skill.id(), Set.of());
  }

  public Decisions on(PlannedSkill skill, OnExisting decision) {
    Map<String, OnExisting> more = new HashMap<>(onExisting);
    more.put(skill.id(), decision);
    return new Decisions(leftOut, choices, repairs, accepted, kinds, more, force);
  }

  public Decisions forcing(boolean anyway) {
    return new Decisions(leftOut, choices, repairs, accepted, kinds, onExisting, anyway);
  }

  /** What to do where something different lies already. */
  public enum OnExisting {
    /** Leave it as it is; the new one is skipped. */
    KEEP,
    /** Put the new one in its place. What an agent had is kept as a backup and can be restored. */
    REPLACE
  }
}
