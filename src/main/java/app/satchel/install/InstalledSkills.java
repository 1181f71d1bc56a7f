package app.satchel.install;

import app.satchel.check.dependency.DeclaredDependency;
import app.satchel.check.dependency.DependencyReader;
import app.satchel.skill.SkillMd;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The skills in the folders of the agents on this computer as they are now, whoever put them there,
 * and which of them need which. Only reads. Thread-safe.
 */
public final class InstalledSkills {
  /** Folders of one agent that are looked into; nobody's agent copes with more. */
  private static final int MOST = 1_000;

  private static final int MOST_BYTES = 256 * 1024;
  private static final Logger LOG = LoggerFactory.getLogger(InstalledSkills.class);

  private final Agents agents;

  public InstalledSkills(Agents agents) {
    this.agents = Objects.requireNonNull(agents);
  }

  /**
   * A skill in an agent's folder.
   *
   * @param agent the agent, as people call it
   * @param folder where it lies, absolute
   * @param name its frontmatter's name, else its folder's
   * @param needs names of the skills it needs, without what stands before them
   */
  public record Present(String agent, Path folder, String name, List<String> needs) {
    public Present {
      needs = List.copyOf(needs);
    }

    /** Whether a name means this skill: its own name or its folder's, in any casing. */
    public boolean isCalled(String wanted) {
      return name.equalsIgnoreCase(wanted)
          || String.valueOf(folder.getFileName()).equalsIgnoreCase(wanted);
    }

    boolean needs(String wanted) {
      return needs.stream().anyMatch(wanted::equalsIgnoreCase);
    }
  }

  /** All of them, each folder once although agents share folders. Blocks. */
  public List<Present> all() {
    List<Present> found = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    for (Agent agent : agents.detected()) {
      agents
          .userDir(agent)
          .map(folder -> folder.toAbsolutePath().normalize())
          .filter(seen::add)
          .ifPresent(folder -> found.addAll(in(folder, agent.name())));
    }
    return List.copyOf(found);
  }

  private static List<Present> in(Path skills, String agent) {
    if (!Files.isDirectory(skills)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(skills)) {
      return folders
          .limit(MOST)
          .sorted()
          .flatMap(folder -> present(folder, agent).stream())
          .toList();
    } catch (IOException e) {
      LOG.debug("{} could not be looked into", skills, e);
      return List.of();
    }
  }

  private static Optional<Present> present(Path folder, String agent) {
    Path file = folder.resolve("SKILL.md");
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      SkillMd md = SkillMd.parse(in.readNBytes(MOST_BYTES));
      List<String> needs =
          DependencyReader.read(md).stream()
              .filter(DeclaredDependency::needed)
              .map(DeclaredDependency::skillName)
              .toList();
      String name = md.name().orElse(String.valueOf(folder.getFileName()));
      return Optional.of(new Present(agent, folder, name, needs));
    } catch (IOException e) {
      LOG.debug("passed over an unreadable skill", e);
      return Optional.empty();
    }
  }

  /** The names that mean some skill that is here, in lower case. Blocks. */
  public Set<String> names() {
    Set<String> names = new HashSet<>();
    for (Present one : all()) {
      names.add(one.name().toLowerCase(Locale.ROOT));
      names.add(String.valueOf(one.folder().getFileName()).toLowerCase(Locale.ROOT));
    }
    return names;
  }

  /** The skills that need one of a name. Blocks. */
  public List<Present> needing(String name) {
    return all().stream().filter(one -> one.needs(name) && !one.isCalled(name)).toList();
  }

  /**
   * The skills beside an installed one, in the same agent's folder, that would miss it. Blocks.
   *
   * @param folder the skill's own folder
   */
  public List<Present> missing(Path folder) {
    Path skills = folder.toAbsolutePath().normalize().getParent();
    if (skills == null) {
      return List.of();
    }
    List<Present> beside = in(skills, "");
    Path own = skills.resolve(folder.getFileName());
    List<String> names =
        beside.stream()
            .filter(one -> one.folder().equals(own))
            .flatMap(one -> Stream.of(one.name(), String.valueOf(own.getFileName())))
            .toList();
    return beside.stream()
        .filter(one -> !one.folder().equals(own))
        .filter(one -> names.stream().anyMatch(one::needs))
        .toList();
  }
}
