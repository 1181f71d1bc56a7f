package app.satchel.install;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What an installation did.
 *
 * @param outcome what happened
 * @param path the skill's folder
 * @param treeHash what lies there now, as one number
 * @param transaction id for {@link AgentInstaller#undo}; null when nothing was written
 * @param backup where what lay there before is kept; null when nothing did
 */
public record Installed(
    Outcome outcome, Path path, String treeHash, String transaction, Path backup) {
  public Installed {
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(path);
    Objects.requireNonNull(treeHash);
  }

  /** What happened. */
  public enum Outcome {
    INSTALLED,
    REPLACED,
    /** It is there already, byte for byte. */
    ALREADY_THERE,
    /** Something different lies there and was kept. */
    KEPT
  }
}
