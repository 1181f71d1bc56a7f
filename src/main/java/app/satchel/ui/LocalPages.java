package app.satchel.ui;

import app.satchel.assembly.Assembly;
import app.satchel.assembly.LocalSkills;
import app.satchel.assembly.LocalSkills.LocalSkill;
import app.satchel.check.dependency.Dependency;
import app.satchel.check.dependency.FolderWorld;
import app.satchel.check.dependency.KnownSkill;
import app.satchel.check.dependency.MarketplaceWorld;
import app.satchel.marketplace.Listing;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.SkillMd;
import app.satchel.task.Cancellation;
import app.satchel.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Skills of this computer that were opened, each with a listing that the page knows it by.
 * Thread-safe; every call but {@link #of} blocks.
 */
final class LocalPages {
  private static final Words WORDS = Words.of(LocalPages.class);

  private final Assembly assembly;
  private final Map<Listing, LocalSkill> skills = new ConcurrentHashMap<>();

  LocalPages(Assembly assembly) {
    this.assembly = assembly;
  }

  /** The skill behind a listing; empty for one of a marketplace. Answers at once. */
  Optional<LocalSkill> of(Listing listing) {
    return listing == null ? Optional.empty() : Optional.ofNullable(skills.get(listing));
  }

  /** Reads a skill. */
  Listing open(Path path, Cancellation cancellation) {
    LocalSkills all = assembly.openedSkills();
    Path place = all.find(path, false, cancellation).getFirst();
    LocalSkill local = read(all, place, cancellation);
    String name = local.skill().displayName();
    KnownSkill self = new FolderWorld().at(local.folder(), name);
    Listing listing =
        new Listing(
            self.namespace(),
            name,
            local.skill().skillMd().description().orElse(null),
            null,
            null,
            null,
            null,
            null,
            null,
            local.shown().toUri(),
            local.archived() ? null : self.directory(),
            List.of(),
            // No marketplace can have a name with blanks in it.
            WORDS.text("this-computer"));
    skills.put(listing, local);
    return listing;
  }

  private static LocalSkill read(LocalSkills all, Path place, Cancellation cancellation) {
    try {
      return all.open(place, cancellation);
    } catch (ProblemException e) {
      if (e.problem().code().equals("skill-md-missing") && Files.isDirectory(place)) {
        // The same in the words of the window, which has other ways on than the command line.
        throw ProblemException.of(
            WORDS,
            ProblemKind.INPUT,
            "opened-no-skill",
            place.toString(),
            e,
            String.valueOf(place.getFileName()));
      }
      throw e;
    }
  }

  /** The skills that one names: beside it on the disk first, then in the marketplaces. */
  List<Dependency> dependencies(
      LocalSkill local, SkillMd text, Predicate<String> installed, Cancellation cancellation) {
    FolderWorld folders = new FolderWorld();
    KnownSkill self = folders.at(local.folder(), local.skill().displayName());
    MarketplaceWorld market =
        new MarketplaceWorld(assembly.marketplaces(), installed, cancellation);
    return assembly.inspector().dependencies(self, text, folders.orElse(market), cancellation);
  }
}
