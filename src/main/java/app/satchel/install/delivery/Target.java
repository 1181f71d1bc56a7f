package app.satchel.install.delivery;

import java.nio.file.Path;
import java.util.Objects;

/** Where skills are to go. */
public sealed interface Target {
  /**
   * ZIPs for a person to upload to claude.ai.
   *
   * @param folder the folder that gets one ZIP per skill; made when it does not exist
   */
  record ClaudeAi(Path folder) implements Target {
    public ClaudeAi {
      Objects.requireNonNull(folder);
    }
  }

  /**
   * An agent on this computer.
   *
   * @param agent id as in the table of agents, such as {@code claude-code}
   * @param project the project's folder, or null for the person's own skills
   */
  record AgentFolder(String agent, Path project) implements Target {
    public AgentFolder {
      Objects.requireNonNull(agent);
    }
  }
}
