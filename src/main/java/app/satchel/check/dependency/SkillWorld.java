package app.satchel.check.dependency;

import app.satchel.skill.Namespace;
import app.satchel.skill.SkillMd;
import java.util.List;
import java.util.Optional;

/**
 * Where other skills can be found, seen from one of them. Calls may block (disk, network). A world
 * that cannot answer gives an empty answer and says so in {@link #unreachable}; it never fails,
 * because a dependency that cannot be looked up must not keep a skill from its user.
 */
public interface SkillWorld {
  /** Skills in the same folder as this one, without itself. */
  List<KnownSkill> beside(KnownSkill skill);

  /** Skills of the same repository, without itself; those of {@link #beside} may be among them. */
  List<KnownSkill> repository(KnownSkill skill);

  /** Skills of that name by the same owner in other repositories. */
  List<KnownSkill> ofOwner(KnownSkill skill, String name);

  /** Skills of that name anywhere, best first. */
  List<KnownSkill> anywhere(String name);

  /** The skill of an identity. */
  Optional<KnownSkill> find(Namespace namespace);

  /** A skill's SKILL.md; empty when it cannot be had. */
  Optional<SkillMd> text(KnownSkill skill);

  /** What a skill says it is for; empty when that cannot be had. */
  default Optional<String> description(KnownSkill skill) {
    return text(skill).flatMap(SkillMd::description);
  }

  /**
   * Whether a skill is listed but no longer where the listing says: moved, renamed or deleted since
   * the marketplace looked. False when that cannot be found out.
   */
  default boolean gone(KnownSkill skill) {
    return false;
  }

  /** Whether the target has a skill of that name already. */
  default boolean installed(String name) {
    return false;
  }

  /** How many texts may be read to find out whether a skill had another name; reading costs. */
  default int textsForRename() {
    return 400;
  }

  /** Names of the places that could not be asked so far. */
  default List<String> unreachable() {
    return List.of();
  }

  /** This world first, then another where this one has nothing. */
  default SkillWorld orElse(SkillWorld other) {
    return new LayeredWorld(this, other);
  }

  /** A world without skills. */
  static SkillWorld empty() {
    return new EmptyWorld();
  }
}
