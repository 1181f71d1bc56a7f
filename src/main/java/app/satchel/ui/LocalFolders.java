package app.satchel.ui;

import app.satchel.assembly.Assembly;
import app.satchel.assembly.ServedFolder;
import app.satchel.install.InstallEntry;
import app.satchel.marketplace.Listing;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where listed skills lie on this computer for good. Blocks. */
final class LocalFolders {
  private final Assembly assembly;

  LocalFolders(Assembly assembly) {
    this.assembly = assembly;
  }

  /** The author's own folder when that is the source, else the newest installation that is left. */
  Optional<Path> of(Listing listing) {
    ServedFolder served = assembly.served().get(listing.source());
    return served == null ? installed(listing) : inSource(served.folder(), listing.directoryPath());
  }

  private static Optional<Path> inSource(Path folder, String path) {
    try {
      Path root = folder.toAbsolutePath().normalize();
      Path place = root.resolve(path == null ? "" : path).normalize();
      return Optional.of(place).filter(one -> one.startsWith(root) && isSkill(one));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Optional<Path> installed(Listing listing) {
    String namespace = listing.namespace().toString();
    return assembly.installer().installed().reversed().stream()
        .filter(entry -> namespace.equals(entry.namespace()))
        .map(InstallEntry::path)
        .map(Path::of)
        .filter(LocalFolders::isSkill)
        .findFirst();
  }

  private static boolean isSkill(Path folder) {
    return Files.isRegularFile(folder.resolve("SKILL.md"));
  }
}
