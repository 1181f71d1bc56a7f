package app.satchel.check.review;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a skill may do.
 *
 * @param may the kinds of things
 * @param tools allowed-tools as declared, in order; empty when none are
 * @param unrestricted whether commands are asked for without limits
 * @param scripts number of scripts by language ({@code Python}, {@code Shell}), most first
 * @param hosts network hosts that scripts or commands contact, sorted
 * @param loadCommands commands that Claude Code runs when the skill is loaded, in order
 */
public record Capabilities(
    Set<Kind> may,
    List<String> tools,
    boolean unrestricted,
    Map<String, Integer> scripts,
    List<String> hosts,
    List<String> loadCommands) {
  public Capabilities {
    may = Set.copyOf(may);
    tools = List.copyOf(tools);
    scripts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(scripts));
    hosts = List.copyOf(hosts);
    loadCommands = List.copyOf(loadCommands);
  }

  /** Sorts of things a skill may do. */
  public enum Kind {
    READ_FILES,
    WRITE_FILES,
    RUN_COMMANDS,
    USE_NETWORK,
    /** It brings scripts. */
    BRING_SCRIPTS,
    /** Commands run when it is loaded. */
    RUN_ON_LOAD,
    /** Commands run at moments of their own. */
    RUN_HOOKS,
    /** It brings programs that cannot be read. */
    BRING_PROGRAMS,
    /** It brings settings for an agent. */
    CHANGE_AGENT
  }
}
