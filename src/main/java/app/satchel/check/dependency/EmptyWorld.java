package app.satchel.check.dependency;

import app.satchel.skill.Namespace;
import app.satchel.skill.SkillMd;
import java.util.List;
import java.util.Optional;

/** No skills at all: every name is missing. */
record EmptyWorld() implements SkillWorld {
  @Override
  public List<KnownSkill> beside(KnownSkill skill) {
    return List.of();
  }

  @Override
  public List<KnownSkill> repository(KnownSkill skill) {
    return List.of();
  }

  @Override
  public List<KnownSkill> ofOwner(KnownSkill skill, String name) {
    return List.of();
  }

  @Override
  public List<KnownSkill> anywhere(String name) {
    return List.of();
  }

  @Override
  public Optional<KnownSkill> find(Namespace namespace) {
    return Optional.empty();
  }

  @Override
  public Optional<SkillMd> text(KnownSkill skill) {
    return Optional.empty();
  }
}
