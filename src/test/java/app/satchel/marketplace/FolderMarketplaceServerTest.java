package app.satchel.marketplace;

import static app.satchel.marketplace.Service.never;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.satchel.http.HttpAccess;
import app.satchel.http.HttpSettings;
import app.satchel.problem.ProblemException;
import app.satchel.skill.Namespace;
import app.satchel.task.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderMarketplaceServerTest {
  @TempDir Path parent;
  private Path root;
  private HttpAccess http;
  private FolderMarketplaceServer server;

  @BeforeEach
  void open() throws IOException {
    root = Files.createDirectory(parent.resolve("team skills"));
    http = new HttpAccess(HttpSettings.of(null, "0.1.0"));
  }

  @AfterEach
  void close() {
    http.close();
    if (server != null) {
      server.close();
    }
  }

  private Path write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private void skill(String folder, String name, String description) throws IOException {
    write(
        folder + "/SKILL.md",
        "---\nname: " + name + "\ndescription: " + description + "\n---\n# " + name + "\n");
  }

  private Marketplace serve() {
    server = FolderMarketplaceServer.start(root, 0, Duration.ZERO);
    return new ClaudePluginsMarketplace("mine", server.url(), server.url(), null, http);
  }

  private static SearchQuery query(String text) {
    return new SearchQuery(text, Sort.RELEVANCE, 20, 0);
  }

  private static List<String> found(Marketplace marketplace, String text) {
    return marketplace.search(query(text), never()).skills().stream().map(Listing::name).toList();
  }

  private static List<String> namespaces(Marketplace marketplace) {
    return marketplace.search(query(""), never()).skills().stream()
        .map(listing -> listing.namespace().toString())
        .toList();
  }

  @Test
  void aFolderOfSkillsIsOneRepositoryOfLocal() throws IOException {
    skill("letters", "letters", "Writes letters.");
    skill("deep/er/My Tables", "tables", "Draws tables.");
    skill("other/letters", "letters", "Another.");

    assertThat(namespaces(serve()))
        .containsExactlyInAnyOrder(
            "@local/team-skills/letters",
            "@local/team-skills/letters-2",
            "@local/team-skills/My-Tables");
  }

  @Test
  void aMirrorKeepsOwnersAndRepositories() throws IOException {
    skill("acme/tools/skills/one", "one", "One.");
    skill("acme/tools/skills/one/parts/inner", "inner", "Belongs to one.");
    skill("acme/tools/skills/one/skills/own", "own", "Its own.");
    skill("solo/root", "root-skill", "At the top.");
    skill("solo/root/more/two", "two", "Beside the top.");
    skill("acme/tools/.git/x", "no", "No.");

    assertThat(namespaces(serve()))
        .containsExactlyInAnyOrder(
            "@acme/tools/one", "@acme/tools/own", "@solo/root/SKILL.md", "@solo/root/two");
  }

  @Test
  void aFolderThatIsASkillIsServedToo() throws IOException {
    write("skill.MD", Zips.skillMd("alone"));

    Marketplace marketplace = serve();

    assertThat(namespaces(marketplace)).containsExactly("@local/team-skills/team-skills");
    Listing listing = marketplace.search(query(""), never()).skills().getFirst();
    assertThat(marketplace.skillMd(listing, never())).isPresent();
  }

  @Test
  void everythingTheClientAsksIsAnswered() throws IOException {
    skill("acme/tools/skills/größe #1", "sizes", "Measures.");
    write("acme/tools/skills/größe #1/references/a b.md", "text");
    Marketplace marketplace = serve();

    Listing listing = marketplace.search(query("sizes"), never()).skills().getFirst();
    assertThat(listing.namespace()).hasToString("@acme/tools/größe-1");
    assertThat(listing.directoryPath()).isEqualTo("skills/größe #1");
    assertThat(marketplace.skill(listing.namespace(), never())).contains(listing);
    assertThat(marketplace.skill(new Namespace("ACME", "Tools", "GRÖSSE-1"), never())).isEmpty();
    assertThat(marketplace.skill(new Namespace("ACME", "Tools", "GRÖßE-1"), never())).isPresent();
    assertThat(marketplace.skillMd(listing, never()))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .hasValueSatisfying(text -> assertThat(text).contains("name: sizes"));
    for (String target :
        List.of(
            "acme",
            "@acme/tools",
            "acme/tools/größe-1",
            "https://github.com/acme/tools",
            "git@github.com:acme/tools.git",
            "https://github.com/acme/tools/tree/main/skills/größe #1")) {
      assertThat(marketplace.resolve(target, never()))
          .as(target)
          .extracting(ResolvedSkill::directory)
          .containsExactly("skills/größe #1");
    }
    assertThat(marketplace.resolve("nobody", never())).isEmpty();

    Optional<Path> zip =
        marketplace.download(listing, parent.resolve("out.zip"), Progress.silent(), never());
    try (ZipFile read = new ZipFile(zip.orElseThrow().toFile())) {
      assertThat(read.stream().map(entry -> entry.getName()))
          .containsExactly("größe #1/SKILL.md", "größe #1/references/a b.md");
    }
    assertThat(
            marketplace.download(
                TestListings.at(new Namespace("a", "b", "c"), null, "mine"),
                parent.resolve("none.zip"),
                Progress.silent(),
                never()))
        .isEmpty();
  }

  @Test
  void installsAreCountedAndSortedBy() throws IOException {
    skill("a", "a", "First.");
    skill("b", "b", "Second.");
    ClaudePluginsMarketplace marketplace = (ClaudePluginsMarketplace) serve();

    assertThat(marketplace.reportInstall(new Namespace("local", "team-skills", "b"), never()))
        .isTrue();

    SearchPage page = marketplace.search(new SearchQuery("", Sort.INSTALLS, 20, 0), never());
    assertThat(page.skills()).extracting(Listing::name).containsExactly("b", "a");
    assertThat(page.skills()).extracting(Listing::installs).containsExactly(1, 0);
  }

  @Test
  void namesCountMoreThanDescriptionsAndAllWordsMustOccur() throws IOException {
    skill("pdf", "pdf", "Reads.");
    skill("pdf-forms", "pdf-forms", "Fills forms.");
    skill("office-pdf", "office-pdf", "Office.");
    skill("reports", "reports", "Makes a PDF of anything.");
    skill("cafe", "cafe", "Menüs für Cafés.");
    skill("tegami", "tegami", "日本語の手紙を書きます。");
    Marketplace marketplace = serve();

    assertThat(found(marketplace, "pdf"))
        .containsExactly("pdf", "pdf-forms", "office-pdf", "reports");
    assertThat(found(marketplace, "PDF forms")).containsExactly("pdf-forms");
    assertThat(found(marketplace, "menus café")).containsExactly("cafe");
    assertThat(found(marketplace, "手紙")).containsExactly("tegami");
    assertThat(found(marketplace, "pdf nothing")).isEmpty();
    assertThat(found(marketplace, "")).hasSize(6);
  }

  @Test
  void changesAreSeen() throws IOException {
    skill("a", "a", "First.");
    Marketplace marketplace = serve();
    assertThat(found(marketplace, "")).containsExactly("a");

    skill("b", "b", "Second.");
    Files.delete(root.resolve("a/SKILL.md"));

    assertThat(found(marketplace, "")).containsExactly("b");
  }

  @Test
  void linksLeadNowhere() throws IOException {
    Path secret = Files.writeString(parent.resolve("secret.txt"), "secret");
    Path outside = Files.createDirectory(parent.resolve("outside"));
    Files.writeString(outside.resolve("SKILL.md"), Zips.skillMd("outside"));
    skill("a", "a", "First.");
    Files.createSymbolicLink(root.resolve("a/link.txt"), secret);
    Files.createSymbolicLink(root.resolve("out"), outside);
    Marketplace marketplace = serve();

    assertThat(namespaces(marketplace)).containsExactly("@local/team-skills/a");
    assertThat(get("/raw/local/team-skills/a/link.txt").statusCode()).isEqualTo(404);
    Listing listing = marketplace.search(query(""), never()).skills().getFirst();
    Path zip = parent.resolve("a.zip");
    marketplace.download(listing, zip, Progress.silent(), never());
    try (ZipFile read = new ZipFile(zip.toFile())) {
      assertThat(read.stream().map(entry -> entry.getName())).containsExactly("a/SKILL.md");
    }
  }

  private HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(server.url() + path)).build());
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/raw/local/team-skills/a/../../../secret.txt",
        "/raw/local/team-skills/a/%2e%2e/%2e%2e/secret.txt",
        "/raw/local/team-skills/a/..%2f..%2fsecret.txt",
        "/raw/local/team-skills/a/%5c..%5csecret.txt",
        "/raw/local/team-skills/a//etc/passwd",
        "/raw/local/team-skills/%2e%2e/secret.txt",
        "/raw",
        "/raw/local/team-skills/a",
        "/raw/local/team-skills/a/"
      })
  void nothingOutsideTheFolderIsServed(String path) throws IOException {
    Files.writeString(parent.resolve("secret.txt"), "secret");
    skill("a", "a", "First.");
    serve();

    assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 404")
        .doesNotContain("secret");
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.url().getPort())) {
      socket.setSoTimeout(5000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void onlyProgramsOnThisComputerAreAnswered() throws IOException {
    skill("a", "a", "First.");
    serve();
    String end = "\r\nConnection: close\r\n\r\n";

    assertThat(raw("GET /api/skills HTTP/1.1\r\nHost: evil.example" + end)).contains(" 403 ");
    assertThat(raw("GET /api/skills HTTP/1.1\r\nHost: 127.0.0.1.evil.example:80" + end))
        .contains(" 403 ");
    assertThat(
            raw(
                "POST /api/skills/local/team-skills/a/install HTTP/1.1\r\nHost: localhost\r\n"
                    + "Origin: https://evil.example\r\nContent-Length: 0"
                    + end))
        .contains(" 403 ");
    assertThat(raw("GET /api/skills HTTP/1.1\r\nHost: LOCALHOST:1" + end)).contains(" 200 ");
  }

  @Test
  void errorsAreThoseOfTheProtocol() throws IOException {
    skill("a", "a", "First.");
    serve();

    assertThat(get("/api/download").body())
        .isEqualTo("{\"error\":\"Missing namespace parameter\"}");
    assertThat(get("/api/download?namespace=a").statusCode()).isEqualTo(400);
    assertThat(get("/api/download?namespace=%40a%2Fb%2Fc").body())
        .isEqualTo("{\"error\":\"Skill not found\"}");
    assertThat(get("/api/skills/a/b/c").statusCode()).isEqualTo(404);
    assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    assertThat(get("/api/skills?limit=NaN&offset=-3&orderBy=x").statusCode()).isEqualTo(200);
    assertThat(get("/api/skills?limit=100000").body()).contains("\"limit\":100,");
    assertThat(get("/").body()).contains("\"status\":\"ok\"");
    URI skills = URI.create(server.url() + "/api/skills");
    assertThat(send(HttpRequest.newBuilder(skills).DELETE().build()).statusCode()).isEqualTo(405);
    URI resolve = URI.create(server.url() + "/api/v2/skills/resolve");
    for (String body : List.of("", "{", "[]", "{\"target\":7}", "{\"target\":\"a/b/c/d\"}")) {
      HttpRequest request =
          HttpRequest.newBuilder(resolve).POST(HttpRequest.BodyPublishers.ofString(body)).build();
      assertThat(send(request).statusCode()).as(body).isIn(400, 404);
    }
    HttpRequest large =
        HttpRequest.newBuilder(resolve)
            .POST(HttpRequest.BodyPublishers.ofString("x".repeat(100_000)))
            .build();
    assertThat(send(large).statusCode()).isEqualTo(413);
  }

  @Test
  void validatorsSaveTheBody() throws IOException {
    skill("a", "a", "First.");
    serve();
    HttpResponse<String> first = get("/api/skills");
    URI skills = URI.create(server.url() + "/api/skills");
    HttpRequest again =
        HttpRequest.newBuilder(skills)
            .header("If-None-Match", first.headers().firstValue("ETag").orElseThrow())
            .build();

    assertThat(send(again).statusCode()).isEqualTo(304);
    skill("b", "b", "Second.");
    assertThat(send(again).statusCode()).isEqualTo(200);
  }

  @Test
  void aFolderThatIsNotThereIsSaid() {
    assertThat(
            catchThrowableOfType(
                    ProblemException.class,
                    () -> FolderMarketplaceServer.start(root.resolve("none"), 0))
                .problem()
                .code())
        .isEqualTo("folder-not-found");
  }

  @Test
  void aPortInUseIsSaid() {
    serve();

    assertThat(
            catchThrowableOfType(
                    ProblemException.class,
                    () -> FolderMarketplaceServer.start(root, server.url().getPort()))
                .problem()
                .code())
        .isEqualTo("port-unavailable");
  }
}
