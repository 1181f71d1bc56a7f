package app.satchel.check.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.satchel.check.requirement.CheckedRequirement.Status;
import app.satchel.check.requirement.Surroundings.SystemKind;
import app.satchel.task.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which programs of a computer are found, which are run, and how far they are trusted. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
class ComputerProgramsTest extends ComputerRig {
  @Test
  void looksForProgramsWithoutAProbeAndDoesNotRunThem() throws IOException {
    program("frobnicate", "touch " + folder.resolve("ran"));
    List<CheckedRequirement> checked =
        check(computer(SystemKind.OTHER), "Requires the frobnicate CLI and the nowhere CLI");
    assertThat(statuses(checked)).containsExactly(Status.MET, Status.MISSING);
    assertThat(check(computer(SystemKind.OTHER), "Requires the frobnicate CLI 2.0+"))
        .extracting(CheckedRequirement::status)
        .containsExactly(Status.UNKNOWN);
    assertThat(run).isEmpty();
    assertThat(folder.resolve("ran")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Requires `; touch ran`, $(touch ran) and `touch ran|sh`",
        "Requires the ./scripts/tool CLI",
        "Requires the ../../bin/evil CLI",
        "Requires the /bin/sh CLI",
        "Requires git;touch ran",
        "pip install --index-url=evil x; rm -rf ~",
      })
  void runsNothingThatASkillWrites(String text) {
    check(computer(SystemKind.OTHER), text);
    assertThat(run).isEmpty();
  }

  @Test
  void runsNothingForNamesBuiltByHand() throws IOException {
    Path skill = Files.createDirectories(folder.resolve("skill"));
    Path evil = Files.writeString(skill.resolve("evil"), "#!/bin/sh\ntouch ran\n");
    assertThat(evil.toFile().setExecutable(true)).isTrue();
    python("3.12.0");
    List<Requirement> hostile = new ArrayList<>();
    for (String name :
        List.of(evil.toString(), "../skill/evil", "-c", "import os", "a b", "x;y", "--help", "")) {
      for (Requirement.Kind kind : Requirement.Kind.values()) {
        hostile.add(
            new Requirement(kind, name, ">=1", Requirement.Level.REQUIRED, null, "text", PLACE));
      }
    }
    List<CheckedRequirement> checked =
        computer(SystemKind.OTHER).check(hostile, Cancellation.none());
    assertThat(checked).hasSameSizeAs(hostile);
    assertThat(checked).noneMatch(each -> each.status() == Status.MET);
    assertThat(run)
        .allSatisfy(
            command -> {
              assertThat(command.getFirst()).isEqualTo(bin.resolve("python3").toString());
              assertThat(command).doesNotContain(evil.toString(), "import os", "x;y", "--help");
            });
  }

  @Test
  void neverLooksInRelativeFoldersOfThePath() throws IOException {
    environment.put("PATH", "." + java.io.File.pathSeparator + "bin");
    program("git", "echo git version 2.40.0");
    assertThat(statuses(check(computer(SystemKind.OTHER), "Requires git")))
        .containsExactly(Status.MISSING);
  }

  @Test
  void looksInTheUsualPlacesWhenStartedFromTheDesktop() throws IOException {
    bin = Files.createDirectories(home.resolve(".local/bin"));
    program("uv", "echo uv 0.5.1");
    assertThat(statuses(check(computer(SystemKind.LINUX), "Requires uv 0.4+")))
        .as("a shell would not find it")
        .containsExactly(Status.MISSING);
    desktop = true;
    assertThat(statuses(check(computer(SystemKind.LINUX), "Requires uv 0.4+")))
        .containsExactly(Status.MET);
  }

  @Test
  void takesTheNewestOfAVersionManager() throws IOException {
    desktop = true;
    for (String version : List.of("v9.11.2", "v22.1.0", "v18.20.4")) {
      bin = Files.createDirectories(home.resolve(".nvm/versions/node/" + version + "/bin"));
      program("node", "echo " + version);
    }
    assertThat(check(computer(SystemKind.MACOS), "Requires Node 20+").getFirst().found())
        .startsWith("22.1.0 in ");
  }

  @Test
  void doesNotTouchStandInsOfMacOs() throws IOException {
    Surroundings mac = surroundings(SystemKind.MACOS);
    ToolData data = ToolData.load();
    org.junit.jupiter.api.Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/git"))
            && !Files.exists(Path.of("/Library/Developer/CommandLineTools")),
        "needs a /usr/bin/git and no Apple tools");
    environment.put("PATH", "/usr/bin");
    Surroundings withGit =
        new Surroundings(SystemKind.MACOS, mac.systemName(), "14.5", environment, home, false);
    List<Path> found = new ArrayList<>();
    new Executables(withGit, data).find("git").ifPresent(found::add);
    assertThat(found).noneMatch(path -> path.startsWith("/usr/bin"));
  }

  @Test
  void aProgramThatFailsIsNotMetWhateverItPrints() throws IOException {
    program("node", "echo 'No version is set; consider nodejs 20.1.0'; exit 126");
    program("npm", "exec /nonexist/npm 12");
    program("jq", "echo jq-1.7");
    List<CheckedRequirement> checked =
        check(computer(SystemKind.OTHER), "Requires Node.js 18+, npm and jq 1.6+");
    assertThat(statuses(checked)).containsExactly(Status.UNKNOWN, Status.UNKNOWN, Status.MET);
    assertThat(checked.getFirst().why()).contains("fails");
  }

  @Test
  void aVersionThatIsNoneIsCut() throws IOException {
    program("git", "printf '%0300000d.1' 9");
    CheckedRequirement git = check(computer(SystemKind.OTHER), "Requires git 2+").getFirst();
    assertThat(git.status()).isEqualTo(Status.UNKNOWN);
    assertThat(git.found()).hasSizeLessThan(400);
  }

  @Test
  void givesUpOnProgramsThatDoNotAnswer() {
    AtomicInteger asked = new AtomicInteger();
    Computer slow =
        new Computer(
            surroundings(SystemKind.OTHER),
            (_, limit) -> {
              assertThat(limit).isEqualTo(Duration.ofSeconds(2));
              asked.incrementAndGet();
              return new ProcessRunner.Output(-1, "");
            });
    assertThat(createdProgram("git")).isTrue();
    List<CheckedRequirement> checked = check(slow, "Requires git 2.30+");
    assertThat(statuses(checked)).containsExactly(Status.UNKNOWN);
    check(slow, "Requires git 2.30+");
    assertThat(asked).hasValue(1);
  }

  private boolean createdProgram(String name) {
    try {
      return Files.exists(program(name, "sleep 30"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void endsARealProgramWhenItsTimeIsOver() throws Exception {
    Path children = folder.resolve("child");
    Path sleeper = program("sleeper", "echo started\nsleep 60 &\necho $! > " + children + "\nwait");
    ProcessRunner.Output output =
        new SystemProcessRunner(home).run(List.of(sleeper.toString()), Duration.ofMillis(700));
    assertThat(output.ended()).isFalse();
    assertThat(output.text()).contains("started");
    long child = Long.parseLong(Files.readString(children).strip());
    ProcessHandle.of(child).ifPresent(handle -> handle.onExit().join());
    assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void cutsWhatAProgramPrints() throws Exception {
    Path loud = program("loud", "head -c 3000000 /dev/zero | tr '\\0' 'x'");
    ProcessRunner.Output output =
        new SystemProcessRunner(home).run(List.of(loud.toString()), Duration.ofSeconds(20));
    assertThat(output.exit()).isZero();
    assertThat(output.text()).hasSizeLessThanOrEqualTo(256 * 1024);
  }

  @Test
  void refusesToRunWhatIsNoAbsolutePath() {
    assertThatThrownBy(
            () -> new SystemProcessRunner(home).run(List.of("sh"), Duration.ofSeconds(1)))
        .isInstanceOf(IOException.class);
  }
}
