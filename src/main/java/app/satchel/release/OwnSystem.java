package app.satchel.release;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The computer that a download is for.
 *
 * @param system as in {@link ReleaseFile#system}
 * @param arch as in {@link ReleaseFile#arch}
 * @param kinds endings of packages that install here, the best first
 */
record OwnSystem(String system, String arch, List<String> kinds) {

  /** This one. Looks at the disk. */
  static OwnSystem here() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String machine = arch.equals("amd64") || arch.equals("x86_64") ? "x64" : arch;
    if (os.startsWith("windows")) {
      return new OwnSystem("windows", machine, List.of(".msi", ".zip"));
    }
    if (os.startsWith("mac")) {
      return new OwnSystem("macos", machine, List.of(".dmg", ".pkg", ".zip"));
    }
    List<String> archives = List.of(".tar.gz", ".tar.xz", ".zip");
    boolean debian = Files.exists(Path.of("/usr/bin/dpkg"));
    boolean redHat = Files.exists(Path.of("/usr/bin/rpm"));
    String packages = debian ? ".deb" : redHat ? ".rpm" : "";
    return new OwnSystem(
        "linux",
        machine,
        packages.isEmpty()
            ? archives
            : List.of(packages, archives.get(0), archives.get(1), archives.get(2)));
  }

  /** The file of a release that suits best. */
  Optional<ReleaseFile> best(Release release) {
    return release.downloads().stream()
        .filter(file -> file.system().equals(system) && file.arch().equals(arch))
        .filter(file -> kind(file) < kinds.size())
        .min(Comparator.comparingInt(this::kind));
  }

  private int kind(ReleaseFile file) {
    for (int i = 0; i < kinds.size(); i++) {
      if (file.name().endsWith(kinds.get(i))) {
        return i;
      }
    }
    return kinds.size();
  }
}
