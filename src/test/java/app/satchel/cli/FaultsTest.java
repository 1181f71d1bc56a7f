package app.satchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands against a marketplace that misbehaves. */
class FaultsTest {
  private static final String NAMESPACE = "@owner/repo/counting";
  private static final String SKILL_MD =
      "---\nname: counting\ndescription: Counts things.\n---\n\nCount.\n";

  @TempDir Path home;
  private final MockWebServer server = new MockWebServer();
  private final Map<String, MockResponse> faults = new ConcurrentHashMap<>();
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private byte[] zip;

  @BeforeEach
  void start() throws IOException {
    zip = zip("counting/SKILL.md", SKILL_MD);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            String path = request.getUrl().encodedPath();
            asked.merge(path, 1, Integer::sum);
            for (Map.Entry<String, MockResponse> fault : faults.entrySet()) {
              if (path.startsWith(fault.getKey())) {
                return fault.getValue();
              }
            }
            return answer(path);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private MockResponse answer(String path) {
    if (path.equals("/api/skills") || path.equals("/api/skills/search")) {
      return json("{\"skills\":[" + row() + "],\"total\":1,\"limit\":20,\"offset\":0}");
    }
    if (path.startsWith("/api/skills/") && path.endsWith("/counting")) {
      return json(row());
    }
    if (path.startsWith("/api/v2/skills/resolve")) {
      return json(
          "{\"status\":\"success\",\"skills\":[],\"page\":{\"hasMore\":false,\"total\":0}}");
    }
    if (path.equals("/raw/SKILL.md")) {
      return new MockResponse.Builder().body(SKILL_MD).build();
    }
    if (path.equals("/api/download")) {
      return new MockResponse.Builder()
          .addHeader("Content-Type", "application/zip")
          .body(new Buffer().write(zip))
          .build();
    }
    return status(404);
  }

  /** Only what the protocol promises; everything else is null. */
  private String row() {
    return "{\"id\":null,\"name\":\"counting\",\"namespace\":\"@owner/repo/counting\",\"description\":null,"
               + "\"version\":null,\"author\":null,\"stars\":null,\"installs\":null,\"updatedAt\":null,"
               + "\"sourceUrl\":null,\"metadata\":{\"rawFileUrl\":\""
        + server.url("/raw/SKILL.md")
        + "\",\"repoOwner\":null,\"repoName\":null,\"directoryPath\":null}}";
  }

  private static byte[] zip(String... pathsAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (int i = 0; i < pathsAndTexts.length; i += 2) {
        out.putNextEntry(new ZipEntry(pathsAndTexts[i]));
        out.write(pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static MockResponse json(String body) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  private static MockResponse status(int code) {
    return new MockResponse.Builder().code(code).build();
  }

  private static MockResponse later(int code) {
    return new MockResponse.Builder().code(code).addHeader("Retry-After", "0").build();
  }

  private CliRun run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--source", "claude-plugins=" + server.url("/")));
    return CliRun.of(home, all.toArray(String[]::new));
  }

  private CliRun add() {
    return run(
        "add", NAMESPACE, "--to", "claude-ai", "-o", home.resolve("out").toString(), "--json");
  }

  private void assertNothingLeft() throws IOException {
    assertThat(home.resolve("out")).doesNotExist();
    Path work = home.resolve("satchel/work");
    if (Files.exists(work)) {
      try (Stream<Path> left = Files.list(work)) {
        assertThat(left).isEmpty();
      }
    }
  }

  private static void assertProblem(CliRun run, int code, String kind) {
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    JsonNode error = run.json().path("error");
    assertThat(error.path("kind").asText()).isEqualTo(kind);
    assertThat(error.path("code").asText()).matches("[a-z0-9-]+");
    assertThat(error.path("message").asText()).isNotBlank();
    assertThat(run.err()).as("words for a person too").startsWith("satchel: ");
  }

  @Test
  void nullsEverywhereAreFine() {
    CliRun search = run("search", "x", "--json");
    assertThat(search.code()).isZero();
    JsonNode skill = search.json().at("/skills/0");
    assertThat(skill.path("description").isNull()).isTrue();
    assertThat(skill.path("stars").isNull()).isTrue();
    assertThat(run("search", "x").out()).contains(NAMESPACE);
    assertThat(run("show", NAMESPACE, "--json").json().path("skillMd").asText())
        .isEqualTo(SKILL_MD);
    assertThat(add().code()).isZero();
    assertThat(home.resolve("out/counting.zip")).isRegularFile();
  }

  @Test
  void tooManyRequestsIsTriedAgainAndThenSaid() throws IOException {
    faults.put("/api/", later(429));
    assertProblem(run("search", "x", "--json"), 75, "network");
    assertThat(asked.get("/api/skills")).isGreaterThan(1);
    assertProblem(run("show", NAMESPACE, "--json"), 75, "network");
    assertProblem(add(), 75, "network");
    assertNothingLeft();
  }

  @Test
  void aServerThatIsDownIsANetworkProblem() throws IOException {
    faults.put("/api/", later(503));
    assertProblem(run("search", "x", "--json"), 75, "network");
    assertProblem(add(), 75, "network");
    assertNothingLeft();
  }

  @Test
  void aPageInsteadOfAnAnswerIsSaid() throws IOException {
    faults.put(
        "/api/",
        new MockResponse.Builder()
            .addHeader("Content-Type", "text/html")
            .body("<html><body>Sign in to the hotel's network</body></html>")
            .build());
    CliRun search = run("search", "x", "--json");
    assertThat(search.code()).isIn(65, 75);
    assertThat(search.json().at("/error/code").asText()).isNotBlank();
    CliRun add = add();
    assertThat(add.code()).isIn(65, 75);
    assertNothingLeft();
  }

  @Test
  void aCutZipIsNeverHalfAFile() throws IOException {
    zip = java.util.Arrays.copyOf(zip, zip.length / 2);
    CliRun run = add();
    assertThat(run.code()).isIn(65, 75);
    assertThat(run.json().at("/error/message").asText()).isNotBlank();
    assertNothingLeft();
    CliRun show = run("show", NAMESPACE, "--json");
    assertThat(show.code()).as("the page is an answer without its files").isZero();
    assertThat(show.json().path("files").isNull()).isTrue();
    assertThat(show.json().path("skillMd").asText()).isEqualTo(SKILL_MD);
  }

  @Test
  void aSkillThatIsGoneIsNotFound() throws IOException {
    faults.put("/api/download", status(404));
    CliRun run = add();
    assertThat(run.code()).isEqualTo(1);
    assertNothingLeft();
    faults.clear();
    faults.put("/api/skills/", status(404));
    assertProblem(run("show", NAMESPACE, "--json"), 1, "not-found");
  }

  @Test
  void aHostileZipIsRefusedWithTheEntry() throws IOException {
    zip = zip("counting/SKILL.md", SKILL_MD, "../../escaped.txt", "x");
    CliRun run = add();
    assertProblem(run, 65, "input");
    assertThat(run.json().at("/error/code").asText()).startsWith("zip-");
    assertNothingLeft();
  }

  @Test
  void everyLayoutOfAZipIsUnderstood() throws IOException {
    for (String path :
        List.of(
            "SKILL.md", "counting/SKILL.md", "repo-abc/skills/counting/SKILL.md", "a/skill.md")) {
      zip = zip(path, SKILL_MD);
      CliRun run =
          run(
              "add",
              NAMESPACE,
              "--to",
              "claude-ai",
              "-o",
              home.resolve("layout").toString(),
              "--json",
              "--yes");
      assertThat(run.code()).as("%s: %s", path, run.err()).isZero();
      assertThat(run.json().at("/done/0/accepted").asBoolean()).as(path).isTrue();
    }
  }

  @Test
  void noServerAtAllIsANetworkProblem() throws IOException {
    server.close();
    assertProblem(run("search", "x", "--json"), 75, "network");
    assertProblem(add(), 75, "network");
    assertNothingLeft();
  }

  @Test
  void offlineNothingIsAsked() {
    CliRun run = run("search", "x", "--json", "--offline");
    assertProblem(run, 75, "network");
    assertThat(asked).isEmpty();
  }

  @Test
  void showSaysThatTheFilesAreGone() {
    faults.put("/api/download", status(404));
    CliRun run = run("show", NAMESPACE, "--json");
    assertThat(run.code()).isZero();
    assertThat(run.json().path("files").isNull()).isTrue();
    assertThat(run.err()).contains("no longer has its files").doesNotContain("counts");
  }

  @Test
  void whatMayOnlySeemToBeMissingIsWorthASecondTry() throws IOException {
    zip =
        zip(
            "counting/SKILL.md",
            SKILL_MD.replace("\n---\n\n", "\nmetadata:\n  depends-on: other-skill\n---\n\n"));
    assertThat(add().code()).as("every question was answered").isZero();
    faults.put("/api/v2/skills/resolve", later(503));
    CliRun run =
        run("add", NAMESPACE, "--to", "claude-ai", "-o", home.resolve("two").toString(), "--json");
    assertThat(run.code()).isEqualTo(75);
    assertThat(run.json().at("/done/0/name").asText()).isEqualTo("counting");
    assertThat(run.err()).contains("may only seem to be missing");
  }

  @Test
  void aServerThatAlwaysGivesTheSamePageIsNotAskedForEver() {
    String rows =
        java.util.stream.IntStream.range(0, 50)
            .mapToObj(i -> row().replace("repo/counting", "repo/counting-" + i))
            .collect(java.util.stream.Collectors.joining(","));
    faults.put("/api/skills", json("{\"skills\":[" + rows + "],\"total\":1000000}"));
    CliRun run = run("search", "x", "--limit", "2000", "--json");
    assertThat(run.code()).isZero();
    assertThat(run.json().path("skills")).hasSize(50);
    assertThat(asked.get("/api/skills")).isLessThan(5);
  }
}
