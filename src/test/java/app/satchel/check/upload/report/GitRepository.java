package app.satchel.check.upload.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;

/** A real repository in a folder of a test's own, to apply patches in. */
public record GitRepository(Path top) {
  /** Makes one; skips the test where there is no git. */
  public static GitRepository in(Path top) throws IOException {
    try {
      Process version =
          new ProcessBuilder("git", "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      Assumptions.assumeTrue(version.waitFor() == 0, "git does not run here");
    } catch (IOException e) {
      Assumptions.abort("There is no git here: " + e.getMessage());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    Files.createDirectories(top);
    GitRepository repository = new GitRepository(top);
    repository.git("init", "-q");
    return repository;
  }

  /** Runs git, and fails when git does. */
  public String git(String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.autocrlf=false"));
    command.addAll(List.of("-c", "user.name=t", "-c", "user.email=t@example.org"));
    command.addAll(List.of(args));
    Path output = Files.createTempFile("git", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(top.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      int code = process.waitFor();
      String said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
      assertThat(code).as("%s: %s", command, said).isZero();
      return said;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      Files.delete(output);
    }
  }

  /** Writes a skill's files and reads them back from the disk. */
  public SkillFolder write(String prefix, SkillFolder skill) throws IOException {
    Path folder = top.resolve(prefix);
    for (SkillFile file : skill.files()) {
      Path place = folder.resolve(file.path());
      Files.createDirectories(place.getParent());
      if (file.type() == SkillFile.Type.LINK) {
        Files.createSymbolicLink(place, Path.of(new String(file.read(), StandardCharsets.UTF_8)));
      } else {
        Files.write(place, file.read());
        assertThat(place.toFile().setExecutable(file.executable())).isTrue();
      }
    }
    return SkillFolder.read(folder);
  }

  /** Applies a patch to the files, as a maintainer would. */
  public void apply(byte[] patch) throws IOException {
    Path file = Files.createTempFile("satchel", ".patch");
    try {
      Files.write(file, patch);
      git("apply", "--whitespace=nowarn", file.toString());
    } finally {
      Files.delete(file);
    }
  }

  /** Every file with its type, whether it may be run, and its bytes. */
  public static Map<String, String> contents(SkillFolder skill) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (SkillFile file : skill.files()) {
      contents.put(
          file.path(),
          file.type()
              + (file.executable() ? " runs " : " ")
              + HexFormat.of().formatHex(file.read()));
    }
    return contents;
  }
}
