package app.satchel.install;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;

/**
 * One installation, as recorded.
 *
 * @param id unique; names the installation for undo
 * @param agent the agent's id
 * @param base the home or project folder it lies in
 * @param path the installed folder, absolute
 * @param treeHash what was installed ({@code TreeHash})
 * @param installedAt ISO instant
 * @param namespace the skill's identity in a marketplace, or null when it came from a folder
 * @param source the marketplace's name or the folder it came from, or null
 * @param backup where what lay there before is kept, absolute, or null
 * @param backupHash what lay there before, or null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record InstallEntry(
    String id,
    String agent,
    String base,
    String path,
    String treeHash,
    String installedAt,
    String namespace,
    String source,
    String backup,
    String backupHash) {
  public InstallEntry {
    Objects.requireNonNull(id);
    Objects.requireNonNull(agent);
    Objects.requireNonNull(base);
    Objects.requireNonNull(path);
    Objects.requireNonNull(treeHash);
    Objects.requireNonNull(installedAt);
  }

  /** The same with what lay there before kept elsewhere. */
  InstallEntry withBackup(String elsewhere) {
    return new InstallEntry(
        id, agent, base, path, treeHash, installedAt, namespace, source, elsewhere, backupHash);
  }
}
