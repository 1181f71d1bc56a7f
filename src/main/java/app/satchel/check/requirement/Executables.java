package app.satchel.check.requirement;

import app.satchel.check.requirement.Surroundings.SystemKind;
import app.satchel.check.requirement.ToolData.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds programs where the user's shell would: in the absolute folders of the PATH. A program that
 * is started from a desktop is often given a shorter PATH than a shell has, so then also in the
 * folders that the system's own files add to every shell's PATH, and in the usual places of
 * installers and version managers. Never looks in the working folder. Thread-safe.
 */
final class Executables {
  private static final long LARGEST_PATH_FILE = 64 * 1024;

  /** Versions of one thing that are looked at; nobody has more. */
  private static final int MOST_NAMES = 200;

  private static final List<String> WINDOWS_ENDINGS = List.of(".exe", ".com", ".cmd", ".bat");

  private final Surroundings surroundings;
  private final ToolData data;
  private final List<Path> folders;

  Executables(Surroundings surroundings, ToolData data) {
    this.surroundings = surroundings;
    this.data = data;
    LinkedHashSet<Path> all = new LinkedHashSet<>(surroundings.path());
    if (surroundings.desktop()) {
      for (String file : data.pathFiles(surroundings.system())) {
        expandAll(file).forEach(one -> all.addAll(listedIn(one)));
      }
      data.places(surroundings.system()).forEach(place -> all.addAll(expandAll(place)));
    }
    this.folders = List.copyOf(all);
  }

  /** The folders that a file of the system adds to every shell's PATH, one in a line. */
  private static List<Path> listedIn(Path file) {
    List<Path> listed = new ArrayList<>();
    try {
      if (Files.isRegularFile(file) && Files.size(file) <= LARGEST_PATH_FILE) {
        for (String line : Files.readAllLines(file)) {
          absolute(line.strip()).ifPresent(listed::add);
        }
      }
    } catch (IOException _) {
      // What cannot be read adds nothing, as in a shell.
    }
    return listed;
  }

  /** The first executable of a name; empty when there is none or the name is no plain file name. */
  Optional<Path> find(String command) {
    if (!isPlain(command)) {
      return Optional.empty();
    }
    for (Path folder : folders) {
      for (String file : fileNames(command)) {
        Path candidate = folder.resolve(file);
        if (Files.isRegularFile(candidate) && Files.isExecutable(candidate) && real(candidate)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  /** The first executable of any of several names. */
  Optional<Path> findAny(List<String> commands) {
    return commands.stream().map(this::find).flatMap(Optional::stream).findFirst();
  }

  /** Whether a name is a bare file name: nothing that leads into another folder. */
  static boolean isPlain(String command) {
    return !command.isEmpty()
        && command.length() <= 64
        && !command.startsWith(".")
        && !command.startsWith("-")
        && command.chars().allMatch(c -> isNameLetter((char) c));
  }

  private static boolean isNameLetter(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '_'
        || c == '.'
        || c == '+';
  }

  private List<String> fileNames(String command) {
    if (surroundings.system() != SystemKind.WINDOWS) {
      return List.of(command);
    }
    List<String> names = new ArrayList<>();
    for (String ending : WINDOWS_ENDINGS) {
      names.add(command.toLowerCase(Locale.ROOT).endsWith(ending) ? command : command + ending);
    }
    return names;
  }

  /** Leaves out stand-ins that open a window or a shop instead of doing what they are called. */
  private boolean real(Path candidate) {
    if (surroundings.system() == SystemKind.WINDOWS) {
      return !candidate.toString().contains("WindowsApps") || size(candidate) > 0;
    }
    if (surroundings.system() != SystemKind.MACOS || !candidate.startsWith("/usr/bin")) {
      return true;
    }
    String name = candidate.getFileName().toString();
    for (StandIn standIn : data.standIns()) {
      if (standIn.commands().contains(name)) {
        return standIn.needs().stream().anyMatch(need -> Files.exists(Path.of(need)));
      }
    }
    return true;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException _) {
      return 0; // Stand-ins of the Windows shop cannot even be asked for their size.
    }
  }

  /**
   * The places of the data that a pattern means on this computer. A segment that ends with {@code
   * *} stands for every name that begins so, the highest version first.
   */
  List<Path> expandAll(String place) {
    int star = place.indexOf('*');
    if (star < 0) {
      return expand(place).stream().toList();
    }
    int slash = place.lastIndexOf('/', star);
    String begin = place.substring(slash + 1, star);
    String below = place.substring(Math.min(place.length(), star + 2));
    List<Path> found = new ArrayList<>();
    for (Path folder : expand(place.substring(0, slash)).stream().toList()) {
      try (Stream<Path> names = Files.list(folder)) {
        names
            .filter(name -> name.getFileName().toString().startsWith(begin))
            .limit(MOST_NAMES)
            .sorted(
                Comparator.comparing(Executables::versionOf, VersionConstraint.ORDER).reversed())
            .forEach(name -> found.add(below.isEmpty() ? name : name.resolve(below)));
      } catch (IOException _) {
        // Whoever does not use this version manager has no such folder.
      }
    }
    return found;
  }

  private static String versionOf(Path folder) {
    return String.valueOf(folder.getFileName()).replaceFirst("^[^0-9]*", "");
  }

  /** A place of the data on this computer: absolute, or empty. */
  Optional<Path> expand(String place) {
    String text = place;
    if (text.startsWith("~/")) {
      text = surroundings.home() + text.substring(1);
    }
    int from = text.indexOf('%');
    int to = text.indexOf('%', from + 1);
    if (from >= 0 && to > from) {
      String value = surroundings.variable(text.substring(from + 1, to));
      if (value == null) {
        return Optional.empty();
      }
      text = text.substring(0, from) + value + text.substring(to + 1);
    }
    return absolute(text);
  }

  private static Optional<Path> absolute(String text) {
    try {
      Path path = Path.of(text);
      return path.isAbsolute() ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
