package app.satchel.check.dependency;

import app.satchel.skill.Namespace;
import app.satchel.skill.SkillMd;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Skills on this computer's disk, seen from a skill's folder: what lies beside it and in its
 * repository. Each repository is scanned once, and only when somebody asks. Safe for use by several
 * threads; forget it when the disk may have changed.
 */
public final class FolderWorld implements SkillWorld {
  private final Map<String, RepositoryScan> scans = new ConcurrentHashMap<>();
  private final Map<Path, RepositoryPlace> places = new ConcurrentHashMap<>();

  /**
   * The skill in a folder, known by its repository: {@code @owner/repo/folder} from the
   * repository's remote address where there is one, else from the names of its folders. Reads no
   * skill.
   *
   * @param folder a skill's own folder
   * @param name the skill's name
   */
  public KnownSkill at(Path folder, String name) {
    Path real = folder.toAbsolutePath().normalize();
    RepositoryPlace place = place(real);
    scans.computeIfAbsent(place.root().toString(), _ -> new RepositoryScan(place));
    return place.skill(real, name);
  }

  /** Neighbours lie in the same repository, unless one is a repository of its own. */
  private RepositoryPlace place(Path folder) {
    Path parent = folder.getParent();
    return parent == null || Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS)
        ? RepositoryPlace.of(folder)
        : places.computeIfAbsent(parent, _ -> RepositoryPlace.of(folder));
  }

  private Optional<RepositoryScan> scan(KnownSkill skill) {
    return Optional.ofNullable(scans.get(skill.source()));
  }

  @Override
  public List<KnownSkill> beside(KnownSkill skill) {
    String parent = parent(skill.directory());
    return repository(skill).stream()
        .filter(other -> parent(other.directory()).equals(parent))
        .toList();
  }

  private static String parent(String directory) {
    int slash = directory.lastIndexOf('/');
    // The root skill lies above its neighbours, not beside them.
    return directory.equals(".") ? ".." : slash < 0 ? "" : directory.substring(0, slash);
  }

  @Override
  public List<KnownSkill> repository(KnownSkill skill) {
    return scan(skill).map(RepositoryScan::skills).orElse(List.of()).stream()
        .filter(other -> !other.directory().equals(skill.directory()))
        .toList();
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
    return scans.values().stream()
        .filter(scan -> scan.place().holds(namespace))
        .flatMap(scan -> scan.skills().stream())
        .filter(skill -> skill.isCalled(namespace.skill()))
        .findFirst();
  }

  @Override
  public Optional<SkillMd> text(KnownSkill skill) {
    return scan(skill).flatMap(scan -> scan.text(skill));
  }
}
