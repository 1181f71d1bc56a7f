import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Packages of an image, as this system can build them. */
final class Packages {
  private final Workshop workshop;

  Packages(Workshop workshop) {
    this.workshop = workshop;
  }

  /** What this system can build, into target/installer. */
  void make(Path image) throws IOException, InterruptedException {
    for (String type :
        workshop.windows()
            ? List.of("msi")
            : workshop.mac() ? List.of("dmg") : List.of("deb", "rpm")) {
      if (workshop.linux() && !isThere(type.equals("deb") ? "dpkg-deb" : "rpmbuild")) {
        System.out.println(type + ": not built, its tools are not on this computer");
        continue;
      }
      Path made = workshop.work().resolve("jpackage-" + type);
      prepare(type);
      List<String> options = new ArrayList<>();
      options.add("@installer/" + workshop.system().folder() + "/" + type + ".args");
      options.addAll(List.of("--app-version", workshop.version(), "--app-image", image.toString()));
      options.addAll(List.of("--dest", made.toString()));
      workshop.run("jpackage", options);
      Workshop.say(type, finished(type, made));
    }
  }

  /** What has to be there before jpackage is asked for a package. */
  private void prepare(String type) throws IOException, InterruptedException {
    if (type.equals("rpm")) {
      List<String> command = new ArrayList<>();
      command.add("installer/linux/lay-out.sh");
      command.addAll(papers());
      command.add(workshop.work().resolve("rpm-root").toString());
      workshop.call(command);
    } else if (type.equals("msi")) {
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      String main = "installer/windows/MainWxs.java";
      String registry = "installer/windows/registry.wxs";
      workshop.call(List.of(java, main, registry, workshop.work().resolve("windows").toString()));
    }
  }

  /**
   * Where the licence notices and the bill of materials are, for the scripts that take them along.
   */
  private List<String> papers() {
    List<String> papers = new ArrayList<>();
    if (Files.exists(workshop.target().resolve(PackageApp.NOTICES))) {
      papers.addAll(
          List.of("--third-party", workshop.target().resolve(PackageApp.NOTICES).toString()));
    }
    if (Files.exists(workshop.target().resolve(PackageApp.SBOM))) {
      papers.addAll(List.of("--sbom", workshop.target().resolve(PackageApp.SBOM).toString()));
    }
    return papers;
  }

  /** Moves what jpackage made to its place; the package for Debian is completed on the way. */
  private Path finished(String type, Path made) throws IOException, InterruptedException {
    Path file;
    try (Stream<Path> files = Files.list(made)) {
      file = files.filter(one -> one.toString().endsWith("." + type)).findFirst().orElseThrow();
    }
    Path result = workshop.work().resolve(file.getFileName());
    if (!type.equals("deb")) {
      return Files.move(file, result, StandardCopyOption.REPLACE_EXISTING);
    }
    List<String> command = new ArrayList<>();
    command.add("installer/linux/complete-deb.sh");
    command.addAll(papers());
    command.addAll(List.of(file.toString(), result.toString()));
    workshop.call(command);
    return result;
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
