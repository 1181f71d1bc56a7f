package app.satchel.install.delivery;

import app.satchel.catalog.FetchedSkill;
import app.satchel.check.Inspector;
import app.satchel.check.upload.UploadCheck;
import app.satchel.install.AgentEnvironment;
import app.satchel.install.AgentInstaller;
import app.satchel.install.Agents;
import app.satchel.install.pack.Packager;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Skills in a folder and in a marketplace, a person with Claude Code, and a folder for ZIPs. */
abstract class DeliveryRig {
  @TempDir Path temp;
  Path skills;
  Path out;
  FakeSupply supply;
  DeliveryPlanner planner;
  Delivery delivery;
  Uploads uploads;

  @BeforeEach
  void putTogether() throws IOException {
    skills = Files.createDirectories(temp.resolve("repo/skills"));
    Files.writeString(temp.resolve("repo/README.md"), "skills");
    out = temp.resolve("out");
    supply = new FakeSupply(temp.resolve("market"));
    uploads = new Uploads(temp.resolve("uploads.json"), Clock.systemUTC());
    UploadCheck check = new UploadCheck();
    Inspector inspector = TestInspector.with(check);
    Path person = Files.createDirectories(temp.resolve("person/.claude")).getParent();
    Agents agents = Agents.of(new AgentEnvironment(person, Map.of(), temp));
    AgentInstaller installer = new AgentInstaller(temp.resolve("state"), Clock.systemUTC());
    Places places =
        new Places(
            agents,
            installer,
            check,
            () -> {
              throw new AssertionError("no workspace here");
            },
            uploads);
    planner = new DeliveryPlanner(inspector, List.of(supply), supply, places);
    delivery = new Delivery(inspector, new Packager(check), supply, places);
  }

  static void write(Path parent, String name, String more) throws IOException {
    Path folder = Files.createDirectories(parent.resolve(name));
    Files.writeString(
        folder.resolve("SKILL.md"),
        "---\nname: " + name + "\ndescription: Does one thing well.\n" + more + "---\n\nText.\n");
  }

  FetchedSkill local(String name) {
    Path folder = skills.resolve(name);
    return new FetchedSkill(null, SkillFolder.read(folder), folder, null);
  }

  Target zips() {
    return new Target.Zips(Target.CLAUDE_AI, out);
  }

  DeliveryPlan plan(FetchedSkill root, Target target) {
    return planner.plan(root, target, true, Cancellation.none());
  }

  Delivered deliver(DeliveryPlan plan, Decisions decisions) {
    return delivery.deliver(plan, decisions, DeliveryListener.silent(), Cancellation.none());
  }

  static List<String> names(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
