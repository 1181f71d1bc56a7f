package app.satchel.display;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The shared libraries of a Linux system. Nothing is loaded and no program is run; looked at only
 * after a start has failed, or when a person asks.
 */
final class Libraries {
  private static final int MOST_FOLDERS = 200;

  private final Surroundings here;

  Libraries(Surroundings here) {
    this.here = here;
  }

  /** Where a library lies that this processor can use. */
  Optional<Path> find(String name) {
    for (Path folder : folders()) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file) && isUsable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  private boolean isUsable(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return NativeFile.processor(in.readNBytes(NativeFile.HEAD))
          .filter(made -> NativeFile.same(made, here.property("os.arch")))
          .isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  private Set<Path> folders() {
    Set<Path> folders = new LinkedHashSet<>();
    for (String named : here.variable("LD_LIBRARY_PATH").split(":")) {
      if (named.startsWith("/")) {
        folders.add(here.at(named));
      }
    }
    configured("/etc/ld.so.conf", folders);
    list("/etc/ld.so.conf.d").forEach(file -> configured(file, folders));
    for (String base : List.of("/usr/lib64", "/usr/lib", "/lib64", "/lib", "/usr/local/lib")) {
      // Debian and its kin keep them one folder deeper, by the processor's name.
      folders.add(here.at(base));
      list(base).stream()
          .filter(name -> name.contains("-linux-"))
          .map(here::at)
          .forEach(folders::add);
    }
    return folders;
  }

  private void configured(String file, Set<Path> folders) {
    here.text(file).stream()
        .flatMap(String::lines)
        .map(String::strip)
        .filter(line -> line.startsWith("/"))
        .limit(MOST_FOLDERS)
        .forEach(line -> folders.add(here.at(line)));
  }

  private List<String> list(String folder) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(here.at(folder))) {
      for (Path file : files) {
        names.add(folder + "/" + file.getFileName());
      }
    } catch (IOException e) {
      return List.of();
    }
    return names;
  }
}
