package app.satchel.cli;

import app.satchel.assembly.Assembly;
import app.satchel.assembly.LocalSkills.LocalSkill;
import app.satchel.check.dependency.FolderWorld;
import app.satchel.check.dependency.KnownSkill;
import app.satchel.check.dependency.MarketplaceWorld;
import app.satchel.check.dependency.SkillWorld;
import app.satchel.task.Cancellation;
import java.util.List;

/**
 * Where the skills that a local skill names are looked for: in its own repository on disk, and
 * then, where few skills are looked at, in the marketplaces. Made once per call, so that every
 * repository is looked through once.
 */
final class LocalWorlds {
  private final FolderWorld folders = new FolderWorld();
  private final SkillWorld world;

  /**
   * @param askMarketplaces false for a whole tree of skills, which would be a burden on a
   *     marketplace
   */
  LocalWorlds(Assembly assembly, boolean askMarketplaces, Cancellation cancellation) {
    this.world =
        askMarketplaces
            ? folders.orElse(
                new MarketplaceWorld(assembly.marketplaces(), _ -> false, cancellation))
            : folders;
  }

  SkillWorld world() {
    return world;
  }

  /** The skill as its world knows it. */
  KnownSkill self(LocalSkill local) {
    return folders.at(local.folder(), local.skill().displayName());
  }

  List<String> unreachable() {
    return world.unreachable();
  }
}
