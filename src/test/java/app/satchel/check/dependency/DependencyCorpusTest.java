package app.satchel.check.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.dependency.Dependency.Status;
import app.satchel.skill.SkillMd;
import app.satchel.task.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What authors of real skills name: whatever lies in the same repository is found there. */
class DependencyCorpusTest {
  @TempDir Path temp;

  @Test
  void everyNameThatExistsInTheSameRepositoryIsResolvedToIt() throws IOException {
    Path corpus = TestMaterial.corpus(temp);
    List<Path> skills;
    try (Stream<Path> files = Files.walk(corpus)) {
      skills = files.filter(file -> file.endsWith("SKILL.md")).sorted().toList();
    }
    Map<Path, Set<String>> names = new HashMap<>();
    Map<Path, SkillMd> texts = new HashMap<>();
    for (Path file : skills) {
      SkillMd md = SkillMd.parse(Files.readAllBytes(file));
      texts.put(file, md);
      Set<String> here = names.computeIfAbsent(repository(corpus, file), _ -> new HashSet<>());
      here.add(file.getParent().getFileName().toString().toLowerCase(Locale.ROOT));
      md.name().ifPresent(name -> here.add(name.toLowerCase(Locale.ROOT)));
    }
    FolderWorld world = new FolderWorld();
    DependencyResolver resolver = new DependencyResolver(world);
    List<String> lost = new ArrayList<>();
    int named = 0;
    for (Path file : skills) {
      SkillMd md = texts.get(file);
      KnownSkill self = world.at(file.getParent(), md.name().orElse(""));
      Map<String, Dependency> answers = new HashMap<>();
      resolver
          .resolve(self, md, Cancellation.none())
          .forEach(answer -> answers.put(answer.name(), answer));
      for (DeclaredDependency one : DependencyReader.read(md)) {
        Set<String> here = names.get(repository(corpus, file));
        boolean exists = here.contains(one.skillName().toLowerCase(Locale.ROOT));
        if (!exists || self.isCalled(one.skillName())) {
          continue;
        }
        named++;
        Dependency answer = answers.get(one.name());
        if (answer == null || !found(answer) || !inside(self, answer)) {
          lost.add(corpus.relativize(file) + ": " + one.name() + " is " + answer);
        }
      }
    }
    assertThat(named).as("names that exist beside").isGreaterThan(100);
    assertThat(lost).isEmpty();
  }

  private static boolean found(Dependency answer) {
    return answer.status() == Status.INCLUDED
        || answer.status() == Status.AVAILABLE
        || answer.status() == Status.AMBIGUOUS;
  }

  /** Several skills of the name at the same distance are a question; its answers lie inside too. */
  private static boolean inside(KnownSkill self, Dependency answer) {
    String repository = self.namespace().repository();
    return answer.namespace() != null
        ? answer.namespace().repository().equals(repository)
        : answer.candidates().stream().allMatch(one -> one.repository().equals(repository));
  }

  private static Path repository(Path corpus, Path file) {
    return corpus.relativize(file).subpath(0, 2);
  }
}
