package app.satchel.check.dependency;

import app.satchel.skill.Namespace;
import app.satchel.skill.SkillMd;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two worlds, the second asked only where the first has nothing. */
record LayeredWorld(SkillWorld first, SkillWorld second) implements SkillWorld {
  @Override
  public List<KnownSkill> beside(KnownSkill skill) {
    return either(first.beside(skill), () -> second.beside(skill));
  }

  @Override
  public List<KnownSkill> repository(KnownSkill skill) {
    return either(first.repository(skill), () -> second.repository(skill));
  }

  @Override
  public List<KnownSkill> ofOwner(KnownSkill skill, String name) {
    return either(first.ofOwner(skill, name), () -> second.ofOwner(skill, name));
  }

  @Override
  public List<KnownSkill> anywhere(String name) {
    return either(first.anywhere(name), () -> second.anywhere(name));
  }

  @Override
  public Optional<KnownSkill> find(Namespace namespace) {
    return first.find(namespace).or(() -> second.find(namespace));
  }

  @Override
  public Optional<SkillMd> text(KnownSkill skill) {
    return first.text(skill).or(() -> second.text(skill));
  }

  @Override
  public Optional<String> description(KnownSkill skill) {
    return first.description(skill).or(() -> second.description(skill));
  }

  @Override
  public boolean gone(KnownSkill skill) {
    return first.gone(skill) || second.gone(skill);
  }

  @Override
  public boolean installed(String name) {
    return first.installed(name) || second.installed(name);
  }

  @Override
  public int textsForRename() {
    return Math.min(first.textsForRename(), second.textsForRename());
  }

  @Override
  public List<String> unreachable() {
    List<String> all = new ArrayList<>(first.unreachable());
    all.addAll(second.unreachable());
    return List.copyOf(all);
  }

  private static List<KnownSkill> either(
      List<KnownSkill> found, java.util.function.Supplier<List<KnownSkill>> otherwise) {
    return found.isEmpty() ? otherwise.get() : found;
  }
}
