package app.satchel.assembly;

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
 */
public record AssemblyOptions(
    Path home,
    List<String> sources,
    Marketplaces marketplaces,
    boolean offline,
    Map<String, String> environment) {
  public AssemblyOptions {
    Objects.requireNonNull(marketplaces);
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

  /** The same with other marketplaces. */
  public AssemblyOptions with(Marketplaces others) {
    return new AssemblyOptions(home, sources, others, offline, environment);
  }
}
