package app.satchel.ui;

import app.satchel.archive.ZipBuilder;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.ui.kit.Theme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The wizard's fourth step while it works: a skill whose dependency comes slowly. */
@Tag("screens")
class BuildStepTourTest {
  @TempDir Path home;

  @ParameterizedTest
  @EnumSource(
      value = Theme.Choice.class,
      names = {"LIGHT", "DARK"})
  void whileItBuilds(Theme.Choice theme) throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(dispatcher(server));
      server.start();
      try (WindowRig rig = WindowRig.on(home, "community=" + server.url("/"), 1280, 820)) {
        WindowRig.onUi(
            () -> {
              rig.window.theme().choiceProperty().set(theme);
              return null;
            });
        rig.await("the page", () -> rig.shows("+ 1 skill"));
        rig.fire("#add");
        for (String step : List.of("WhereStep", "NeedsStep", "ReviewStep")) {
          rig.await(
              step,
              () ->
                  rig.find(".wizard-step") != null
                      && rig.find(".wizard-step").getClass().getSimpleName().equals(step)
                      && !rig.find("#wizard-next").isDisabled());
          rig.fire("#wizard-next");
        }
        rig.await("work under way", () -> rig.find("#wizard-halt") != null);
        TimeUnit.MILLISECONDS.sleep(900);
        rig.picture(
            Path.of("target", "screens")
                .resolve(
                    "24-wizard-claude-build-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
        rig.fire("#wizard-halt");
        rig.await("the work stopped", () -> rig.find("#wizard-halt") == null);
      }
    }
  }

  private static Dispatcher dispatcher(MockWebServer server) {
    return new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        String namespace = String.valueOf(request.getUrl().queryParameter("namespace"));
        try {
          if (path.equals("/api/skills")) {
            return json("{\"skills\":[" + row(server, "tidy-notes") + "],\"total\":1}");
          } else if (path.equals("/api/v2/skills/resolve")) {
            return json(
                """
                {"status":"success","skills":[
                 {"namespace":"@me/notes/tidy-notes","name":"tidy-notes","relDir":"tidy-notes"},
                 {"namespace":"@me/notes/word-list","name":"word-list","relDir":"word-list"}],
                 "page":{"limit":100,"offset":0,"hasMore":false,"total":2}}\
                """);
          } else if (path.startsWith("/raw/")) {
            return text(md(path.contains("word-list") ? "word-list" : "tidy-notes"));
          } else if (path.equals("/api/download")) {
            return namespace.endsWith("word-list")
                ? slowly("word-list")
                : zip("tidy-notes").build();
          }
          return json(row(server, path.endsWith("word-list") ? "word-list" : "tidy-notes"));
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      }
    };
  }

  private static String row(MockWebServer server, String name) {
    return """
    {"id":"%s","name":"%s","namespace":"@me/notes/%s","description":"Keeps notes tidy.",
     "stars":12,"installs":3,"metadata":{"repoOwner":"me","repoName":"notes",
     "directoryPath":"%s","rawFileUrl":"%sraw/%s/SKILL.md"}}\
    """
        .formatted(name, name, name, name, server.url("/"), name);
  }

  private static String md(String name) {
    String needs = name.equals("tidy-notes") ? "depends-on: [word-list]\n" : "";
    return "---\nname: " + name + "\ndescription: Keeps notes tidy.\n" + needs + "---\n# Notes\n";
  }

  private static MockResponse text(String body) {
    return new MockResponse.Builder().addHeader("Content-Type", "text/plain").body(body).build();
  }

  private static MockResponse json(String body) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  private static MockResponse slowly(String name) throws IOException {
    return zip(name).throttleBody(24_000, 400, TimeUnit.MILLISECONDS).build();
  }

  private static MockResponse.Builder zip(String name) throws IOException {
    byte[] noise = new byte[400_000];
    new Random(7).nextBytes(noise);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ZipBuilder.write(
        SkillFolder.of(
            name,
            List.of(
                SkillFile.of("SKILL.md", md(name).getBytes(StandardCharsets.UTF_8)),
                SkillFile.of("assets/words.bin", noise))),
        out);
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/zip")
        .body(new Buffer().write(out.toByteArray()));
  }
}
