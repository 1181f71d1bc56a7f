package app.satchel.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of whoever releases, as it is run: what it signs, Satchel verifies. */
class SignReleaseTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private record Run(int code, String out) {}

  private Run run(String... args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("installer/SignRelease.java");
    command.addAll(List.of(args));
    Path out = Files.createTempFile(folder, "out", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Run(process.exitValue(), Files.readString(out));
  }

  @Test
  void whatItSignsIsVerified() throws Exception {
    Run made = run("new-key", "2027-a", folder.resolve("keys").toString());
    assertThat(made.code()).isZero();
    JsonNode key = JSON.readTree(made.out());
    Path secret = folder.resolve("keys/2027-a.private.pem");
    assertThat(secret).content().startsWith("-----BEGIN PRIVATE KEY-----");
    assertThat(made.out()).doesNotContain(Files.readString(secret).lines().toList().get(1));
    assertThat(run("new-key", "2027-a", folder.resolve("keys").toString()).code()).isEqualTo(1);

    Path file = Files.writeString(folder.resolve("satchel_0.2.0_amd64.deb"), "a package");
    Run signed =
        run(
            "sign",
            secret.toString(),
            "2027-a",
            "0.2.0",
            "linux",
            "x64",
            "https://satchel.example/0.2.0/",
            file.toString());
    assertThat(signed.code()).isZero();

    ObjectNode release = JSON.createObjectNode().put("version", "0.2.0");
    release.set("downloads", JSON.readTree(signed.out()));
    Release read =
        ReleaseFeed.parse(
                Signer.feed(release).toString().getBytes(StandardCharsets.UTF_8), Addresses::safe)
            .releases()
            .getFirst();
    ObjectNode keys = JSON.createObjectNode();
    keys.putArray("keys").add(key);
    ReleaseFile offered = read.downloads().getFirst();
    assertThat(offered.url()).hasToString("https://satchel.example/0.2.0/satchel_0.2.0_amd64.deb");
    assertThat(offered.size()).isEqualTo(9);
    assertThat(ReleaseKeys.read(keys).signed(offered, "0.2.0")).isTrue();
    assertThat(ReleaseKeys.read(keys).signed(offered, "0.2.1")).isFalse();

    String signature = release.at("/downloads/0/signature/value").asText();
    assertThat(run("verify", key.get("key").asText(), "0.2.0", file.toString(), signature).code())
        .isZero();
    Files.writeString(file, "another");
    assertThat(run("verify", key.get("key").asText(), "0.2.0", file.toString(), signature).code())
        .isEqualTo(1);
  }

  @Test
  void whatIsNotUnderstoodIsNotDone() throws Exception {
    assertThat(run().code()).isEqualTo(2);
    assertThat(run("new-key", "../x", folder.toString()).code()).isEqualTo(2);
  }
}
