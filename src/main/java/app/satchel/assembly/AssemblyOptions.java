package app.satchel.assembly;

import app.satchel.install.AgentEnvironment;
import app.satchel.workspace.ApiKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the services are built from.
 *
 * @param home folder of Satchel's own state, or null for {@code SATCHEL_HOME}, else the platform's
 * @param sources marketplaces as {@code NAME=URL} in place of the configured ones; empty for those
 * @param marketplaces which marketplaces take part
 * @param offline nothing may leave this computer; what was fetched before still answers
 * @param environment the environment's variables
 * @param keys where the key of a developer workspace is kept
 * @param window whether a person works with the window, which the desktop may have started
 */
public record AssemblyOptions(
    Path home,
    List<String> sources,
    Marketplaces marketplaces,
    boolean offline,
    Map<String, String> environment,
    ApiKeys keys,
    boolean window) {
  public AssemblyOptions {
    Objects.requireNonNull(marketplaces);
    Objects.requireNonNull(keys);
    sources = List.copyOf(sources);
    environment = Map.copyOf(environment);
  }

  /** Which marketplaces take part. */
  public enum Marketplaces {
    /** Those that were configured, or named in the call. */
    CONFIGURED,
    /** Those, and the embedded one with the sample skills after them. */
    WITH_SAMPLES,
    /** The embedded one alone. */
    SAMPLES
  }

  /** Without the environment, which may hold secrets. */
  @Override
  public String toString() {
    return "AssemblyOptions[home=" + home + ", sources=" + sources + ", " + marketplaces + "]";
  }

  /** The same with other marketplaces. */
  public AssemblyOptions with(Marketplaces others) {
    return new AssemblyOptions(home, sources, others, offline, environment, keys, window);
  }

  /** The same for the window. */
  public AssemblyOptions forWindow() {
    return new AssemblyOptions(home, sources, marketplaces, offline, environment, keys, true);
  }

  /** Where agents are looked for. */
  AgentEnvironment agentEnvironment() {
    // The home folder as the shell has it: a test, or a person, may have set another one.
    String shell = environment.getOrDefault("HOME", "");
    Path person = shell.isBlank() ? Path.of(System.getProperty("user.home")) : Path.of(shell);
    return new AgentEnvironment(person.toAbsolutePath(), environment, Path.of("").toAbsolutePath());
  }
}
