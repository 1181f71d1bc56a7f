package app.satchel.check.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.dependency.Dependency.Status;
import app.satchel.skill.SkillFolder;
import app.satchel.skill.SkillMd;
import app.satchel.task.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWorldTest {
  @TempDir Path temp;

  private Path skill(String folder, String frontmatter) throws IOException {
    Path path = temp.resolve(folder);
    Files.createDirectories(path);
    Files.writeString(path.resolve("SKILL.md"), "---\n" + frontmatter + "\n---\n");
    return path;
  }

  private List<Dependency> resolve(Path folder) {
    SkillFolder read = SkillFolder.read(folder);
    FolderWorld world = new FolderWorld();
    return new DependencyResolver(world)
        .resolve(world.at(folder, read.displayName()), read.skillMd(), Cancellation.none());
  }

  @Test
  void theNearestGitFolderIsTheRepositoryAndItsRemoteItsName() throws IOException {
    Path me =
        skill("somewhere/checkout/plugins/p/skills/me", "name: me\ndepends-on: [near-by, far-off]");
    skill("somewhere/checkout/plugins/p/skills/near-by", "name: near-by");
    skill("somewhere/checkout/plugins/q/skills/far-off", "name: far-off");
    skill("somewhere/else/skills/far-off", "name: far-off");
    Path git = Files.createDirectories(temp.resolve("somewhere/checkout/.git"));
    Files.writeString(
        git.resolve("config"),
        "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = git@example.org:ada/tools.git\n");
    assertThat(resolve(me))
        .extracting(one -> one.status() + " " + one.namespace())
        .containsExactly("INCLUDED @ada/tools/near-by", "AVAILABLE @ada/tools/far-off");
  }

  @Test
  void withoutGitTheFoldersOwnerAndRepositoryCount() throws IOException {
    Path me = skill("ada/tools/skills/me", "name: me\ndepends-on: other-one");
    skill("ada/tools/skills/group/other-one", "name: other-one");
    Files.writeString(temp.resolve("ada/tools/LICENSE"), "x");
    assertThat(resolve(me))
        .singleElement()
        .matches(one -> one.namespace().toString().equals("@ada/tools/other-one"));
  }

  @Test
  void aLinkInTheRepositoryIsNotFollowed() throws IOException {
    Path me = skill("ada/tools/skills/me", "name: me\ndepends-on: outside-one");
    Path outside = skill("elsewhere/outside-one", "name: outside-one");
    Files.createSymbolicLink(temp.resolve("ada/tools/skills/outside-one"), outside);
    assertThat(resolve(me)).singleElement().matches(one -> one.status() == Status.MISSING);
  }

  @Test
  void theMarketplacePagesOwnSkillFindsItsDependenciesUnderOldAndNewNames() {
    Path repository = TestMaterial.corpus("0xDarkMatter/claude-mods", temp);
    Path now = repository.resolve("skills/python-database-ops");
    assertThat(resolve(now))
        .filteredOn(Dependency::needed)
        .extracting(one -> one.status() + " " + one.namespace())
        .containsExactly(
            "INCLUDED @0xDarkMatter/claude-mods/python-typing-ops",
            "INCLUDED @0xDarkMatter/claude-mods/python-async-ops");
    FolderWorld world = new FolderWorld();
    SkillMd old =
        SkillMd.parse(
            "---\nname: x\ndepends-on: [python-typing-patterns, python-async-patterns]\n---\n");
    assertThat(
            new DependencyResolver(world)
                .resolve(world.at(now, "python-database-ops"), old, Cancellation.none()))
        .extracting(one -> one.status() + " " + one.namespace())
        .containsExactly(
            "RENAMED @0xDarkMatter/claude-mods/python-typing-ops",
            "RENAMED @0xDarkMatter/claude-mods/python-async-ops");
  }
}
