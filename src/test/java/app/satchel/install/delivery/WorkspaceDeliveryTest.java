package app.satchel.install.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.satchel.catalog.FetchedSkill;
import app.satchel.check.Inspector;
import app.satchel.check.upload.UploadCheck;
import app.satchel.http.Multipart;
import app.satchel.http.TestServer;
import app.satchel.install.AgentEnvironment;
import app.satchel.install.AgentInstaller;
import app.satchel.install.Agents;
import app.satchel.install.delivery.Delivered.Reason;
import app.satchel.install.delivery.PlannedSkill.Existing;
import app.satchel.install.pack.Packager;
import app.satchel.problem.ProblemException;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import app.satchel.workspace.ApiKey;
import app.satchel.workspace.SkillsApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Skills sent to a developer workspace, in the shapes that the API's documentation records. */
class WorkspaceDeliveryTest {
  private static final String KEY = "sk-ant-api03-for-tests-only-0000";

  @TempDir Path temp;
  private Path skills;
  private TestServer server;
  private final List<String> names = new ArrayList<>();
  private final List<RecordedRequest> posts = new ArrayList<>();
  private DeliveryPlanner planner;
  private Delivery delivery;

  @BeforeEach
  void putTogether() throws IOException {
    skills = Files.createDirectories(temp.resolve("repo/skills"));
    server = new TestServer();
    server.always(this::answer);
    FakeSupply supply = new FakeSupply(temp.resolve("market"));
    UploadCheck check = new UploadCheck();
    Inspector inspector = TestInspector.with(check);
    Path person = Files.createDirectories(temp.resolve("person"));
    Agents agents = Agents.of(new AgentEnvironment(person, Map.of(), temp));
    AgentInstaller installer = new AgentInstaller(temp.resolve("state"), Clock.systemUTC());
    SkillsApi api = new SkillsApi(server.http((Path) null), server.base());
    Places places =
        new Places(
            agents,
            installer,
            check,
            () -> api,
            new Uploads(temp.resolve("uploads.json"), Clock.systemUTC()));
    planner = new DeliveryPlanner(inspector, List.of(supply), supply, places);
    delivery = new Delivery(inspector, new Packager(check), supply, places);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  /** A workspace whose skills have these names; what is posted is taken in. */
  private MockResponse answer(RecordedRequest request) {
    String path = request.getUrl().encodedPath();
    if (request.getMethod().equals("POST")) {
      posts.add(request);
      if (path.endsWith("/versions")) {
        return json(version(path.split("/")[3], "skver_2"));
      }
      String body = request.getBody().utf8();
      if (body.contains("name: broken")) {
        return new MockResponse.Builder()
            .code(400)
            .addHeader("Content-Type", "application/json")
            .body(
                """
                {"type":"error","error":{"type":"invalid_request_error",
                 "message":"SKILL.md file must be exactly in the top-level folder."}}
                """)
            .build();
      }
      return json(skill("skill_new" + posts.size(), "New"));
    }
    if (path.equals("/v1/skills")) {
      List<String> rows = new ArrayList<>();
      names.forEach(name -> rows.add(skill("skill_" + name, name)));
      return json("{\"data\":[" + String.join(",", rows) + "],\"next_page\":null}");
    }
    return json(version(path.split("/")[3], "skver_1"));
  }

  private static String skill(String id, String shown) {
    return """
    {"id":"%s","type":"skill","display_name":"%s","created_at":"2026-11-01T00:00:00Z",
     "updated_at":"2026-11-01T00:00:00Z","latest_version_id":"skver_1","source":{"type":"custom"}}
    """
        .formatted(id, shown);
  }

  private static String version(String skill, String id) {
    return """
    {"id":"%s","type":"skill_version","created_at":"2026-11-01T00:00:00Z","name":"%s",
     "description":"d","skill_id":"%s"}
    """
        .formatted(id, skill.replace("skill_", ""), skill);
  }

  private static MockResponse json(String body) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  private void write(String name, String more) throws IOException {
    Path folder = Files.createDirectories(skills.resolve(name).resolve("scripts"));
    Files.writeString(folder.resolve("run.py"), "print(1)\n");
    Files.writeString(
        folder.resolveSibling("SKILL.md"),
        "---\nname: " + name + "\ndescription: Does one thing well.\n" + more + "---\n\nText.\n");
  }

  private DeliveryPlan plan(String name) {
    Path folder = skills.resolve(name);
    return planner.plan(
        new FetchedSkill(null, SkillFolder.read(folder), folder, null),
        new Target.Workspace(ApiKey.parse(KEY)),
        true,
        Cancellation.none());
  }

  private Delivered deliver(DeliveryPlan plan, Decisions decisions) {
    return delivery.deliver(plan, decisions, DeliveryListener.silent(), Cancellation.none());
  }

  @Test
  void aSkillAndWhatItNeedsAreMadeInTheWorkspaceRepaired() throws IOException {
    write("root", "depends-on: [leaf]\n");
    write("leaf", "");
    DeliveryPlan plan = plan("root");
    assertThat(plan.root().existing()).isEqualTo(Existing.NONE);
    assertThat(posts).as("a plan sends nothing").isEmpty();
    Delivered delivered = deliver(plan, Decisions.careful());

    assertThat(delivered.done()).extracting(Delivered.Done::name).containsExactly("root", "leaf");
    assertThat(delivered.done().getFirst().remote().id()).isEqualTo("skill_new1");
    assertThat(delivered.done().getFirst().path()).isNull();
    assertThat(posts).hasSize(2).allMatch(post -> KEY.equals(post.getHeaders().get("x-api-key")));
    String first = posts.getFirst().getBody().utf8();
    assertThat(first)
        .contains("filename=\"root/SKILL.md\"", "filename=\"root/scripts/run.py\"")
        .contains("metadata:\n  depends-on: leaf");
    assertThat(Multipart.of(posts.getFirst()).parts()).hasSize(2);
  }

  @Test
  void whatIsThereGetsANewVersionOnlyWhenAskedFor() throws IOException {
    names.add("root");
    write("root", "");
    DeliveryPlan plan = plan("root");
    assertThat(plan.root().existing()).isEqualTo(Existing.DIFFERENT);
    Delivered kept = deliver(plan, Decisions.careful());
    assertThat(kept.done()).isEmpty();
    assertThat(kept.skipped().getFirst().reason()).isEqualTo(Reason.KEPT);
    assertThat(posts).isEmpty();

    Delivered sent =
        deliver(plan, Decisions.careful().on(plan.root(), Decisions.OnExisting.REPLACE));
    assertThat(sent.done().getFirst().remote().id()).isEqualTo("skill_root");
    assertThat(posts.getFirst().getUrl().encodedPath()).isEqualTo("/v1/skills/skill_root/versions");
  }

  @Test
  void whatWouldBeRefusedIsNotSent() throws IOException {
    write("claude-root", "");
    Delivered delivered = deliver(plan("claude-root"), Decisions.careful());
    assertThat(delivered.skipped().getFirst().reason()).isEqualTo(Reason.REFUSED);
    assertThat(delivered.skipped().getFirst().published()).isNotNull();
    assertThat(posts).isEmpty();
  }

  @Test
  void whatTheApiSaysIsHandedOn() throws IOException {
    write("broken", "");
    assertThatThrownBy(() -> deliver(plan("broken"), Decisions.careful()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo("api-skill-refused");
              assertThat(e.problem().report())
                  .contains("must be exactly in the top-level folder")
                  .doesNotContain(KEY);
            });
  }

  @Test
  void aNeededSkillThatIsRefusedThereDoesNotUndoTheFirst() throws IOException {
    write("root", "depends-on: [broken, leaf]\n");
    write("broken", "");
    write("leaf", "");
    Delivered delivered = deliver(plan("root"), Decisions.careful());
    assertThat(delivered.done()).extracting(Delivered.Done::name).containsExactly("root", "leaf");
    assertThat(delivered.skipped().getFirst().reason()).isEqualTo(Reason.FAILED);
    assertThat(delivered.skipped().getFirst().problem().code()).isEqualTo("api-skill-refused");
  }

  @Test
  void whatWasSentIsToldWhenThePersonStops() throws IOException {
    write("root", "depends-on: [leaf]\n");
    write("leaf", "");
    DeliveryPlan plan = plan("root");
    Cancellation cancellation = new Cancellation();
    Delivered delivered =
        delivery.deliver(
            plan,
            Decisions.careful(),
            (skill, stage, done, total) -> {
              if (stage == DeliveryListener.Stage.DONE) {
                cancellation.cancel();
              }
            },
            cancellation);
    assertThat(delivered.done()).extracting(Delivered.Done::name).containsExactly("root");
    assertThat(delivered.skipped().getFirst().reason()).isEqualTo(Reason.CANCELLED);

    Cancellation before = new Cancellation();
    before.cancel();
    assertThatThrownBy(
            () -> delivery.deliver(plan, Decisions.careful(), DeliveryListener.silent(), before))
        .isInstanceOf(CancellationException.class);
  }
}
