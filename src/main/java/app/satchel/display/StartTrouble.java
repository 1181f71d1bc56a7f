package app.satchel.display;

import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a window could not be opened. JavaFX says it in the words of a library loader, on the
 * standard error, or not at all; so the causes are looked for once it has failed, and never before.
 */
public final class StartTrouble {
  private static final Words WORDS = Words.of(StartTrouble.class);
  private static final Pattern LIBRARY = Pattern.compile("\\b(lib[\\w.+-]+\\.so(?:\\.\\d+)*): ");
  private static final String GTK = "libgtk-3.so.0";
  private static final int MOST_SAID = 40;

  private final Surroundings here;

  public StartTrouble(Surroundings here) {
    this.here = here;
  }

  /** Nothing came back from the toolkit within the time that a start may take. */
  public ProblemException silence(int seconds, List<String> said) {
    String code = here.isLinux() ? "display-silent" : "toolkit-silent";
    return problem(code, null, said, seconds, here.variable("DISPLAY"));
  }

  /**
   * Why a window that is there is drawn by software though nobody asked for it; empty when nothing
   * was said about it.
   */
  public Optional<String> fallback(List<String> said) {
    String all = String.join("\n", said);
    if (!all.contains("prism_es2")) {
      return Optional.empty();
    }
    Matcher named = LIBRARY.matcher(all);
    while (named.find()) {
      Optional<String> command = SystemPackages.of(here).command(named.group(1));
      if (command.isPresent()) {
        return Optional.of(WORDS.text("fallback", named.group(1), sentence(command.get())));
      }
    }
    return Optional.empty();
  }

  /** Satchel's own folder refuses to be written to. */
  public ProblemException home(String folder, ProblemException failure) {
    return ProblemException.of(
        WORDS, ProblemKind.DISK, "home-not-writable", failure.problem().report(), failure, folder);
  }

  /**
   * Explains a failure of the toolkit.
   *
   * @param failure what it threw
   * @param said what it printed
   */
  public ProblemException explain(Throwable failure, List<String> said) {
    String all = String.join("\n", said) + "\n" + chain(failure);
    if (all.contains("Can not create cache at")
        || all.contains("No space left on device")
        || all.contains("failed to map segment from shared object")) {
      return problem("javafx-cache", failure, said, cacheFolder());
    }
    return natives(failure, said)
        .or(() -> here.isLinux() ? linux(failure, said, all) : Optional.empty())
        .orElseGet(
            () ->
                all.contains("no suitable pipeline") || all.contains("No toolkit found")
                    ? problem("graphics-failed", failure, said)
                    : problem("no-window", failure, said));
  }

  private Optional<ProblemException> natives(Throwable failure, List<String> said) {
    JavaFxNatives natives = JavaFxNatives.of(here);
    return switch (natives.fit()) {
      case FITS -> Optional.empty();
      case OTHER_SYSTEM ->
          Optional.of(problem("javafx-other-system", failure, said, natives.madeFor(), native_()));
      case MISSING ->
          isAboutLoading(failure)
              ? Optional.of(problem("javafx-missing", failure, said))
              : Optional.empty();
    };
  }

  private String native_() {
    return here.property("os.name") + " " + here.property("os.arch");
  }

  private static boolean isAboutLoading(Throwable failure) {
    String chain = chain(failure);
    return chain.contains("UnsatisfiedLinkError")
        || chain.contains("NoClassDefFoundError")
        || chain.contains("No toolkit found")
        || chain.contains("no suitable pipeline")
        || chain.contains("Unable to load");
  }

  private Optional<ProblemException> linux(Throwable failure, List<String> said, String all) {
    if (all.contains("Unable to open DISPLAY")) {
      return Optional.of(display(failure, said));
    }
    SystemPackages packages = SystemPackages.of(here);
    // The loader names the library; without GTK itself JavaFX names none.
    Matcher named = LIBRARY.matcher(all);
    while (named.find()) {
      if (packages.neededLibraries().contains(named.group(1))) {
        return Optional.of(library(named.group(1), packages, failure, said));
      }
    }
    if (all.contains("Unable to load glass GTK library") || all.contains("UnsatisfiedLinkError")) {
      Libraries libraries = new Libraries(here);
      return packages.neededLibraries().stream()
          .filter(name -> libraries.find(name).isEmpty())
          .findFirst()
          .map(name -> library(name, packages, failure, said));
    }
    return Optional.empty();
  }

  private ProblemException display(Throwable failure, List<String> said) {
    DisplayServer server = DisplayServer.of(here);
    return switch (server.presence()) {
      case UNNAMED -> {
        String command = SystemPackages.of(here).command("xwayland").orElse("");
        yield server.wayland()
            ? problem("display-wayland-only", failure, said, sentence(command))
            : problem("display-missing", failure, said);
      }
      case THERE -> problem("display-refused", failure, said, server.name());
      case GONE, ELSEWHERE -> problem("display-unreachable", failure, said, server.name());
    };
  }

  private ProblemException library(
      String name, SystemPackages packages, Throwable failure, List<String> said) {
    String command = sentence(packages.command(name).orElse(""));
    return name.equals(GTK)
        ? problem("gtk-missing", failure, said, command)
        : problem("library-missing", failure, said, name, command);
  }

  /** The command as an end of a sentence: ": sudo apt install x", or nothing. */
  private static String sentence(String command) {
    return command.isEmpty() ? "" : ": " + command;
  }

  private String cacheFolder() {
    String named = here.property("javafx.cachedir");
    return named.isEmpty() ? here.property("user.home") + "/.openjfx/cache" : named;
  }

  /** What {@link #explain} looks at of a failure: every cause in one line. */
  private static String chain(Throwable failure) {
    StringBuilder all = new StringBuilder();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable at = failure; at != null && seen.add(at); at = at.getCause()) {
      all.append(at).append('\n');
    }
    return all.toString();
  }

  private static ProblemException problem(
      String code, Throwable failure, List<String> said, Object... args) {
    List<String> details = new ArrayList<>();
    if (failure != null) {
      details.add(failure.toString());
    }
    // Where JavaFX stood when it gave up helps nobody.
    said.stream().filter(line -> !line.startsWith("\tat ")).limit(MOST_SAID).forEach(details::add);
    return ProblemException.of(
        WORDS, ProblemKind.UNAVAILABLE, code, String.join("\n", details), failure, args);
  }
}
