package app.satchel.check.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.dependency.Dependency.Status;
import app.satchel.skill.Namespace;
import app.satchel.skill.SkillMd;
import app.satchel.task.Cancellation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DependencyResolverTest {
  private final Shelf shelf = new Shelf();
  private final DependencyResolver resolver = new DependencyResolver(shelf);

  @Test
  void theSameFolderWinsOverEverythingElse() {
    shelf.add("@a/r/helper", "skills/helper", "");
    shelf.add("@a/r/helper2", "other/helper", "name: helper");
    shelf.add("@b/x/helper", "skills/helper", "");
    assertThat(one("skills/me", "helper"))
        .isEqualTo(dependency("helper", Status.INCLUDED, "@a/r/helper"));
  }

  @Test
  void theSameRepositoryWinsOverTheOwnerAndTheNearestFolderWinsInIt() {
    shelf.add("@a/r/helper", "plugins/one/skills/deep/helper", "");
    shelf.add("@a/r/far", "x/y/z/helper", "name: helper");
    shelf.add("@a/other/helper", "skills/helper", "");
    assertThat(one("plugins/one/skills/me", "helper"))
        .isEqualTo(dependency("helper", Status.AVAILABLE, "@a/r/helper"));
  }

  @Test
  void theSameOwnerWinsOverStrangers() {
    shelf.add("@b/x/helper", "skills/helper", "");
    shelf.add("@a/other/helper", "skills/helper", "");
    assertThat(one("skills/me", "helper"))
        .isEqualTo(dependency("helper", Status.AVAILABLE, "@a/other/helper"));
  }

  @Test
  void oneStrangerIsAvailableSeveralAreAmbiguous() {
    shelf.add("@b/x/helper", "skills/helper", "");
    assertThat(one("skills/me", "helper"))
        .isEqualTo(dependency("helper", Status.AVAILABLE, "@b/x/helper"));
    shelf.add("@c/y/helper", "skills/helper", "");
    assertThat(one("skills/me", "helper"))
        .isEqualTo(dependency("helper", Status.AMBIGUOUS, null, "@b/x/helper", "@c/y/helper"));
  }

  @Test
  void anIdentityIsTakenAtItsWord() {
    shelf.add("@a/r/helper", "skills/helper", "");
    shelf.add("@b/x/helper", "skills/helper", "");
    assertThat(one("skills/me", "@b/x/helper").namespace()).hasToString("@b/x/helper");
    assertThat(one("skills/me", "b/x/helper@1.2").namespace()).hasToString("@b/x/helper");
  }

  @Test
  void folderAndPluginBeforeANameNarrowTheChoice() {
    shelf.add("@a/r/mean", "stats/mean", "");
    shelf.add("@a/r/mean-words", "words/mean", "name: mean");
    assertThat(one("me", "words/mean").namespace()).hasToString("@a/r/mean-words");
    assertThat(one("me", "stats:mean").namespace()).hasToString("@a/r/mean");
  }

  @Test
  void aSkillThatSaysItsOldNameIsRenamed() {
    shelf.add("@a/r/action-items", "skills/action-items", "metadata:\n  formerly: todo-extractor");
    shelf.add("@a/r/mentions", "skills/mentions", "description: Works with todo-extractor.");
    shelf.add("@b/x/todo-extractor", "skills/todo-extractor", "");
    assertThat(one("skills/me", "todo-extractor"))
        .isEqualTo(dependency("todo-extractor", Status.RENAMED, "@a/r/action-items"));
  }

  @Test
  void aSentenceMaySayTheOldName() {
    shelf.addWithBody("@a/r/lists", "skills/lists", "It was renamed from `todo-extractor` in May.");
    assertThat(one("skills/me", "todo-extractor").status()).isEqualTo(Status.RENAMED);
    assertThat(one("skills/me", "todo-extractor-pro-max").status()).isEqualTo(Status.MISSING);
  }

  @Test
  void namesOfTheSameSubjectAreRenamedOthersAreNot() {
    shelf.add("@a/r/python-typing-ops", "skills/python-typing-ops", "");
    shelf.add("@a/r/python-testing-ops", "skills/python-testing-ops", "");
    shelf.add("@a/r/python-async-ops", "skills/python-async-ops", "");
    assertThat(one("skills/me", "python-typing-patterns"))
        .isEqualTo(dependency("python-typing-patterns", Status.RENAMED, "@a/r/python-typing-ops"));
    assertThat(one("skills/me", "python-logging-patterns").status()).isEqualTo(Status.MISSING);
    assertThat(one("skills/me", "python-asinc-ops").status()).isEqualTo(Status.RENAMED);
    shelf.add("@a/r/wiki-commons-pdf", "skills/wiki-commons-pdf", "");
    assertThat(one("skills/me", "wiki-commons-sdc").status()).isEqualTo(Status.MISSING);
  }

  @Test
  void aSkillThatIsDescribedLikeTheOldOneIsRenamed() {
    String about = "description: Turns minutes of a meeting into a list of things to do";
    shelf.add("@a/r/action-items", "skills/action-items", about + ", with owners and dates.");
    shelf.add("@a/r/minutes", "skills/minutes", "description: Writes the minutes of a meeting.");
    assertThat(one("skills/me", "todo-extractor").status())
        .as("nothing is known of the old skill")
        .isEqualTo(Status.MISSING);
    shelf.add("@mirror/copies/todo-extractor", "x/todo-extractor", about + " with dates.");
    assertThat(one("skills/me", "todo-extractor"))
        .isEqualTo(dependency("todo-extractor", Status.RENAMED, "@a/r/action-items"));
  }

  @Test
  void whatIsDescribedLikeTwoSkillsIsNeither() {
    String about = "description: Turns minutes of a meeting into a list of things to do";
    shelf.add("@a/r/one", "skills/one", about + " today.");
    shelf.add("@a/r/two", "skills/two", about + " tomorrow.");
    shelf.add("@mirror/copies/todo-extractor", "x/todo-extractor", about + ".");
    assertThat(one("skills/me", "todo-extractor"))
        .isEqualTo(dependency("todo-extractor", Status.AVAILABLE, "@mirror/copies/todo-extractor"));
  }

  @Test
  void aListingThatLeadsNowhereIsAnsweredWithTheNewName() {
    shelf.add("@a/r/todo-extractor", "skills/todo-extractor", "description: Finds things to do");
    shelf.add("@a/r/action-items", "skills/action-items", "description: Finds things to do now");
    shelf.gone = Set.of("todo-extractor");
    assertThat(one("far/me", "todo-extractor"))
        .isEqualTo(dependency("todo-extractor", Status.RENAMED, "@a/r/action-items"));
    assertThat(one("far/me", "@a/r/todo-extractor").status()).isEqualTo(Status.RENAMED);
    KnownSkill old =
        new KnownSkill(new Namespace("a", "r", "todo-extractor"), "todo-extractor", "x", "test");
    assertThat(resolver.successor(old, "Finds things to do"))
        .map(KnownSkill::namespace)
        .contains(new Namespace("a", "r", "action-items"));
  }

  @Test
  void twoEquallyGoodNewNamesAreAmbiguous() {
    shelf.add("@a/r/react-ops", "skills/react-ops", "");
    shelf.add("@a/r/react-guide", "skills/react-guide", "");
    assertThat(one("skills/me", "react-patterns").status()).isEqualTo(Status.AMBIGUOUS);
  }

  @Test
  void whatIsInstalledSaysSo() {
    shelf.installed = Set.of("helper");
    shelf.add("@b/x/helper", "skills/helper", "");
    assertThat(one("skills/me", "helper").status()).isEqualTo(Status.INSTALLED);
    assertThat(one("skills/me", "nowhere").status()).isEqualTo(Status.MISSING);
  }

  @Test
  void entriesThatNeedNotBeSkillsAreReportedOnlyWhenFoundNearby() {
    shelf.add("@a/r/flowing", "skills/flowing", "");
    shelf.add("@b/x/transformers-js", "skills/transformers-js", "");
    assertThat(all("skills/me", "metadata:\n  requires: flowing, transformers-js, ghost"))
        .extracting(Dependency::name)
        .containsExactly("flowing");
  }

  @Test
  void aPlanFollowsWhatIsNeededAndNamesCycles() {
    shelf.add("@a/r/b", "skills/b", "depends-on: [c-skill]");
    shelf.add("@a/r/c-skill", "skills/c-skill", "depends-on: [b, me, gone-skill]");
    DependencyPlan plan =
        resolver.plan(me("skills/me"), md("depends-on: [b]"), Cancellation.none());
    assertThat(plan.steps())
        .extracting(step -> step.dependency().name())
        .containsExactly("b", "c-skill", "gone-skill");
    assertThat(plan.steps()).extracting(DependencyPlan.Step::depth).containsExactly(1, 2, 3);
    assertThat(plan.steps().get(2).skill()).isNull();
    assertThat(plan.cycles())
        .containsExactlyInAnyOrder(
            List.of("b", "c-skill", "b"), List.of("me", "b", "c-skill", "me"));
    assertThat(plan.complete()).isTrue();
  }

  @Test
  void oneSkillNeededTwiceIsOneStep() {
    shelf.add("@a/r/left", "skills/left", "depends-on: [base-skill]");
    shelf.add("@a/r/right", "skills/right", "depends-on: [base-skill]");
    shelf.add("@a/r/base-skill", "skills/base-skill", "");
    DependencyPlan plan =
        resolver.plan(me("skills/me"), md("depends-on: [left, right]"), Cancellation.none());
    assertThat(plan.steps()).hasSize(3);
    assertThat(plan.steps().getLast().neededBy()).containsExactly("left", "right");
  }

  @Test
  void circlesBesideTheFirstWayAreToldToo() {
    shelf.add("@a/r/b", "skills/b", "depends-on: [c-skill]");
    shelf.add("@a/r/c-skill", "skills/c-skill", "depends-on: [b]");
    DependencyPlan plan =
        resolver.plan(me("skills/me"), md("depends-on: [b, c-skill]"), Cancellation.none());
    assertThat(plan.cycles()).containsExactly(List.of("b", "c-skill", "b"));
  }

  @Test
  void twoSkillsOfOneNameAreNoCircle() {
    shelf.add("@a/r/b", "skills/b", "depends-on: '@x/y/me'");
    shelf.add("@x/y/me", "skills/me", "");
    DependencyPlan plan = resolver.plan(me("skills/me"), md("depends-on: b"), Cancellation.none());
    assertThat(plan.steps()).hasSize(2);
    assertThat(plan.cycles()).isEmpty();
  }

  @Test
  void whatFitsExactlyIsComplete() {
    int deepest = DependencyResolver.MAX_DEPTH;
    IntStream.range(0, deepest)
        .forEach(
            i ->
                shelf.add(
                    "@a/r/s" + i + "-x",
                    "skills/s" + i,
                    i + 1 < deepest ? "depends-on: s" + (i + 1) + "-x" : "description: last"));
    DependencyPlan plan =
        resolver.plan(me("skills/me"), md("depends-on: s0-x"), Cancellation.none());
    assertThat(plan.steps()).hasSize(deepest);
    assertThat(plan.complete()).isTrue();
    String names =
        String.join(
            ", ",
            IntStream.range(0, DependencyResolver.MAX_STEPS).mapToObj(i -> "w-" + i).toList());
    assertThat(
            resolver
                .plan(me("skills/me"), md("depends-on: [" + names + "]"), Cancellation.none())
                .complete())
        .isTrue();
  }

  @Test
  void endlessChainsAreCut() {
    IntStream.range(0, 500)
        .forEach(
            i -> shelf.add("@a/r/s" + i + "-x", "skills/s" + i, "depends-on: s" + (i + 1) + "-x"));
    DependencyPlan plan =
        resolver.plan(me("skills/me"), md("depends-on: s0-x"), Cancellation.none());
    assertThat(plan.complete()).isFalse();
    assertThat(plan.steps()).hasSize(DependencyResolver.MAX_DEPTH);
  }

  private Dependency one(String directory, String name) {
    return all(directory, "depends-on: ['" + name + "']").getFirst();
  }

  private List<Dependency> all(String directory, String frontmatter) {
    return resolver.resolve(me(directory), md(frontmatter), Cancellation.none());
  }

  private static KnownSkill me(String directory) {
    return new KnownSkill(new Namespace("a", "r", "me"), "me", directory, "test");
  }

  private static SkillMd md(String frontmatter) {
    return SkillMd.parse("---\nname: me\n" + frontmatter + "\n---\n");
  }

  private static Dependency dependency(
      String name, Status status, String namespace, String... candidates) {
    return new Dependency(
        name.replaceAll("@1.2$", ""),
        "depends-on",
        true,
        status,
        Namespace.parse(namespace).orElse(null),
        List.of(candidates).stream().map(one -> Namespace.parse(one).orElseThrow()).toList(),
        null);
  }

  /** A world of a few skills. */
  private static final class Shelf implements SkillWorld {
    private final Map<KnownSkill, SkillMd> skills = new LinkedHashMap<>();
    private Set<String> installed = Set.of();
    private Set<String> gone = Set.of();

    void add(String namespace, String directory, String frontmatter) {
      put(namespace, directory, SkillMd.parse("---\n" + frontmatter + "\n---\n"));
    }

    void addWithBody(String namespace, String directory, String body) {
      put(namespace, directory, SkillMd.parse("---\ndescription: x\n---\n" + body + "\n"));
    }

    private void put(String namespace, String directory, SkillMd md) {
      Namespace identity = Namespace.parse(namespace).orElseThrow();
      String name = md.name().orElse(identity.skill());
      skills.put(new KnownSkill(identity, name, directory, "test"), md);
    }

    private List<KnownSkill> where(java.util.function.Predicate<KnownSkill> condition) {
      return new ArrayList<>(skills.keySet()).stream().filter(condition).toList();
    }

    @Override
    public List<KnownSkill> beside(KnownSkill skill) {
      return repository(skill).stream().filter(one -> parent(one).equals(parent(skill))).toList();
    }

    private static String parent(KnownSkill skill) {
      return skill.directory().replaceAll("[^/]*$", "");
    }

    @Override
    public List<KnownSkill> repository(KnownSkill skill) {
      return where(
          one ->
              one.namespace().repository().equals(skill.namespace().repository())
                  && !one.equals(skill));
    }

    @Override
    public List<KnownSkill> ofOwner(KnownSkill skill, String name) {
      return where(
          one ->
              one.namespace().owner().equals(skill.namespace().owner())
                  && !one.namespace().repo().equals(skill.namespace().repo())
                  && one.isCalled(name));
    }

    @Override
    public List<KnownSkill> anywhere(String name) {
      return where(one -> one.isCalled(name));
    }

    @Override
    public Optional<KnownSkill> find(Namespace namespace) {
      return where(one -> one.namespace().equals(namespace)).stream().findFirst();
    }

    @Override
    public Optional<SkillMd> text(KnownSkill skill) {
      return Optional.ofNullable(skills.get(skill));
    }

    /** As a marketplace does, which still has the row of a skill that has gone. */
    @Override
    public Optional<String> description(KnownSkill skill) {
      return skills.entrySet().stream()
          .filter(one -> one.getKey().namespace().equals(skill.namespace()))
          .findFirst()
          .flatMap(one -> one.getValue().description());
    }

    @Override
    public boolean gone(KnownSkill skill) {
      return gone.contains(skill.name());
    }

    @Override
    public boolean installed(String name) {
      return installed.contains(name);
    }
  }
}
