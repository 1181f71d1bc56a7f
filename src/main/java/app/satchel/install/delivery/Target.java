package app.satchel.install.delivery;

import app.satchel.workspace.ApiKey;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Where skills are to go. */
public sealed interface Target {
  /** The id of claude.ai among the places that a person uploads ZIPs to. */
  String CLAUDE_AI = "claude-ai";

  /**
   * ZIPs for a person to upload to a site.
   *
   * @param site id of the site, as in {@link app.satchel.check.upload.UploadRules#targets}
   * @param folder the folder that gets one ZIP per skill; made when it does not exist
   */
  record Zips(String site, Path folder) implements Target {
    public Zips {
      Objects.requireNonNull(site);
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

  /** The id of the Agent Skills API among the places with upload rules. */
  String CLAUDE_API = "claude-api";

  /**
   * A developer workspace, by the Agent Skills API.
   *
   * @param key of the workspace
   */
  record Workspace(ApiKey key) implements Target {
    public Workspace {
      Objects.requireNonNull(key);
    }
  }

  /**
   * The id of the upload rules that a skill has to keep there; empty where it is delivered as
   * published, because an agent takes what a site refuses.
   */
  default Optional<String> rules() {
    return switch (this) {
      case Zips zips -> Optional.of(zips.site());
      case Workspace _ -> Optional.of(CLAUDE_API);
      case AgentFolder _ -> Optional.empty();
    };
  }
}
