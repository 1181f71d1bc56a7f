package app.satchel.check.dependency;

import app.satchel.skill.SkillMd;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The skills in a repository on disk; found when first asked for, bounded in depth and number. */
final class RepositoryScan {
  /** Folders looked into at most; the largest real repository has about 5,000. */
  static final int MAX_FOLDERS = 20_000;

  static final int MAX_SKILLS = 5_000;
  private static final int MAX_DEPTH = 10;
  private static final int MAX_SKILL_MD_BYTES = 512 * 1024;

  private static final Set<String> PASSED_OVER =
      Set.of(".git", "node_modules", "__pycache__", ".venv", "venv", "target", "dist", "build");

  private static final Logger LOG = LoggerFactory.getLogger(RepositoryScan.class);

  private final RepositoryPlace place;
  private final Map<String, Optional<SkillMd>> texts = new ConcurrentHashMap<>();
  private volatile List<KnownSkill> skills;

  RepositoryScan(RepositoryPlace place) {
    this.place = place;
  }

  RepositoryPlace place() {
    return place;
  }

  List<KnownSkill> skills() {
    List<KnownSkill> known = skills;
    if (known == null) {
      synchronized (this) {
        if (skills == null) {
          skills = scan();
        }
        known = skills;
      }
    }
    return known;
  }

  Optional<SkillMd> text(KnownSkill skill) {
    return text(skill.directory());
  }

  private Optional<SkillMd> text(String directory) {
    return texts.computeIfAbsent(directory, this::readText);
  }

  private Optional<SkillMd> readText(String directory) {
    Path folder = directory.equals(".") ? place.root() : place.root().resolve(directory);
    Path file = folder.resolve("SKILL.md");
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(SkillMd.parse(in.readNBytes(MAX_SKILL_MD_BYTES)));
    } catch (IOException e) {
      LOG.debug("passed over an unreadable skill", e);
      return Optional.empty();
    }
  }

  private List<KnownSkill> scan() {
    List<Path> folders = new ArrayList<>();
    try {
      Files.walkFileTree(place.root(), Set.of(), MAX_DEPTH, new Finder(folders));
    } catch (IOException e) {
      LOG.debug("could not look through a repository", e);
    }
    return folders.stream()
        .map(this::known)
        .sorted(Comparator.comparing(KnownSkill::directory))
        .toList();
  }

  private KnownSkill known(Path folder) {
    KnownSkill unnamed = place.skill(folder, "");
    String name = text(unnamed.directory()).flatMap(SkillMd::name).orElse("");
    return place.skill(folder, name);
  }

  private static final class Finder extends SimpleFileVisitor<Path> {
    private final List<Path> folders;
    private int visited;

    Finder(List<Path> folders) {
      this.folders = folders;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
      String name = dir.getFileName() == null ? "" : dir.getFileName().toString();
      if (PASSED_OVER.contains(name)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      return ++visited > MAX_FOLDERS ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && file.getFileName().toString().equals("SKILL.md")) {
        folders.add(file.getParent());
      }
      return folders.size() >= MAX_SKILLS ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }
}
