package app.satchel;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.archive.ZipBuilder;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program as it is started by a double click: real processes, a real window without a screen.
 */
class TwoStartsTest {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  @TempDir Path home;

  private final List<Process> running = new ArrayList<>();

  @AfterEach
  void stop() throws Exception {
    for (Process process : running) {
      process.destroyForcibly().waitFor();
    }
  }

  private Process start(String... args) throws IOException {
    List<String> command =
        OwnProcess.command(
            // Nothing leaves this computer: nobody listens there.
            "-Dhttps.proxyHost=127.0.0.1", "-Dhttps.proxyPort=9", "app.satchel.Satchel");
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().put("SATCHEL_HOME", home.resolve("state").toString());
    File said = Files.createTempFile(home, "said", ".txt").toFile();
    Process process = builder.redirectErrorStream(true).redirectOutput(said).start();
    running.add(process);
    return process;
  }

  private Path skill(String name) throws IOException {
    Path file = home.resolve(name + ".skill");
    byte[] text =
        ("---\nname: " + name + "\ndescription: Does it.\n---\n# It\n")
            .getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = Files.newOutputStream(file)) {
      ZipBuilder.write(SkillFolder.of(name, List.of(SkillFile.of("SKILL.md", text))), out);
    }
    return file;
  }

  /** Archives that the window has unpacked to show their pages. */
  private long opened() throws IOException {
    Path work = home.resolve("state/cache/work");
    if (!Files.isDirectory(work)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(work)) {
      return files.filter(file -> file.getFileName().toString().equals("SKILL.md")).count();
    } catch (java.io.UncheckedIOException e) {
      return -1; // It is unpacking right now.
    }
  }

  private void await(String what, LongPredicate count) throws Exception {
    long end = System.nanoTime() + PATIENCE;
    while (!count.test(opened())) {
      if (System.nanoTime() > end || !running.getFirst().isAlive()) {
        throw new AssertionError("Waited in vain for " + what);
      }
      Thread.sleep(20);
    }
  }

  private int code(Process process) throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @Test
  void theWindowOpensWhatLaterStartsWereAskedFor() throws Exception {
    Process first = start(skill("one").toUri().toString());
    await("the first skill", count -> count == 1);

    assertThat(code(start(skill("two").toString()))).isZero();
    await("the second skill", count -> count == 2);
    // By a bare name, which the command line has to look at.
    Path folder = Files.createDirectories(home.resolve("three"));
    Files.writeString(folder.resolve("SKILL.md"), "---\nname: three\ndescription: It.\n---\n");
    assertThat(code(start("three"))).isZero();
    assertThat(code(start())).isZero();
    assertThat(code(start("satchel://install/@a/b/c"))).isEqualTo(65);
    assertThat(first.isAlive()).isTrue();

    first.destroyForcibly().waitFor();
    running.clear();
    long before = opened();
    Process next = start(skill("four").toString());
    await("a window after a crash", count -> count > before);
    assertThat(code(start())).isZero();
    assertThat(next.isAlive()).isTrue();
  }
}
