package app.satchel.display;

import java.nio.file.Files;
import java.util.Optional;

/**
 * Whether the JavaFX that is here was made for this system. A folder of Satchel that was copied
 * from another one has the same files but for those that draw.
 *
 * @param madeFor the system it was made for, in words; empty when it fits or is missing
 */
record JavaFxNatives(Fit fit, String madeFor) {
  /** How JavaFX and the system go together. */
  enum Fit {
    FITS,
    OTHER_SYSTEM,
    MISSING
  }

  private static final String LINUX = "/libglass.so";
  private static final String WINDOWS = "/glass.dll";
  private static final String MAC = "/libglass.dylib";

  static JavaFxNatives of(Surroundings here) {
    if (here.isLinux()) {
      byte[] head = here.resource(LINUX, NativeFile.HEAD);
      Optional<String> made = NativeFile.processor(head);
      if (made.isPresent()) {
        return NativeFile.same(made.get(), here.property("os.arch"))
            ? new JavaFxNatives(Fit.FITS, "")
            : new JavaFxNatives(Fit.OTHER_SYSTEM, "Linux " + made.get());
      }
    }
    String own = here.isLinux() ? LINUX : here.isWindows() ? WINDOWS : MAC;
    if (here.hasResource(own) || inRuntime(own, here)) {
      return new JavaFxNatives(Fit.FITS, "");
    }
    if (here.hasResource(WINDOWS)) {
      return new JavaFxNatives(Fit.OTHER_SYSTEM, "Windows");
    }
    if (here.hasResource(MAC)) {
      return new JavaFxNatives(Fit.OTHER_SYSTEM, "macOS");
    }
    return here.hasResource(LINUX)
        ? new JavaFxNatives(Fit.OTHER_SYSTEM, "Linux")
        : new JavaFxNatives(Fit.MISSING, "");
  }

  /** Packages have them beside the libraries of Java itself. */
  private static boolean inRuntime(String name, Surroundings here) {
    String home = here.property("java.home");
    return !home.isEmpty()
        && (Files.exists(here.at(home + "/lib" + name))
            || Files.exists(here.at(home + "/bin" + name)));
  }
}
