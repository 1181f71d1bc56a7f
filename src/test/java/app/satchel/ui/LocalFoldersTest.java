package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.assembly.Assembly;
import app.satchel.assembly.AssemblyOptions;
import app.satchel.install.AgentInstaller;
import app.satchel.install.Decision;
import app.satchel.install.Destination;
import app.satchel.install.Installed;
import app.satchel.marketplace.Listing;
import app.satchel.marketplace.TestListings;
import app.satchel.skill.Namespace;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import app.satchel.workspace.MemoryApiKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFoldersTest {
  @TempDir Path home;

  @Test
  void anInstalledSkillIsFoundWhileItIsThere() throws Exception {
    try (Assembly assembly = assembly()) {
      SkillFolder skill = SkillFolder.read(skill(home.resolve("work/tides")));
      Path agent = Files.createDirectories(home.resolve("agent/skills"));
      Listing listing = listing("elsewhere", null);
      LocalFolders folders = new LocalFolders(assembly);
      assertThat(folders.of(listing)).isEmpty();
      Installed installed =
          assembly
              .installer()
              .install(
                  skill,
                  new Destination("claude-code", home.resolve("agent"), agent),
                  Decision.CANCEL,
                  new AgentInstaller.Origin("@ada/sea/tides", "elsewhere"),
                  Progress.silent(),
                  Cancellation.none());
      assertThat(folders.of(listing)).contains(installed.path());
      Files.delete(installed.path().resolve("SKILL.md"));
      assertThat(folders.of(listing)).isEmpty();
    }
  }

  @Test
  void aListingCannotLeadOutOfTheFolderThatIsItsSource() throws Exception {
    try (Assembly assembly = assembly()) {
      Path source = home.resolve("source");
      Path skill = skill(source.resolve("tides"));
      skill(home.resolve("private"));
      assembly.serve("team", source);
      LocalFolders folders = new LocalFolders(assembly);
      assertThat(folders.of(listing("team", "tides"))).contains(skill);
      assertThat(folders.of(listing("team", "../private"))).isEmpty();
      assertThat(folders.of(listing("team", home.resolve("private").toString()))).isEmpty();
      assertThat(folders.of(listing("team", null))).isEmpty();
    }
  }

  private Assembly assembly() {
    return Assembly.of(
        new AssemblyOptions(
            home.resolve("state"),
            List.of(),
            AssemblyOptions.Marketplaces.SAMPLES,
            false,
            Map.of("HOME", home.toString()),
            new MemoryApiKeys(),
            false));
  }

  private static Path skill(Path folder) throws Exception {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("SKILL.md"), "---\nname: tides\ndescription: Tides.\n---\n# T\n");
    return folder;
  }

  private static Listing listing(String source, String path) {
    return TestListings.at(Namespace.parse("@ada/sea/tides").orElseThrow(), path, source);
  }
}
