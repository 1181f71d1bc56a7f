package app.satchel.display;

import app.satchel.display.CheckedItem.State;
import app.satchel.words.Words;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a start needs, and what of it is here; to be pasted into a report, so without secrets.
 * Blocks on the disk.
 */
public final class Checkup {
  private static final Words WORDS = Words.of(Checkup.class);
  private static final long LITTLE_ROOM = 200L << 20;
  private static final int MOST_FOLDERS = 400;

  private final Surroundings here;
  private final Path home;
  private final Path logs;
  private final Drawing drawing;
  private final List<CheckedItem> items = new ArrayList<>();

  /**
   * @param home Satchel's own folder
   * @param logs where its log lies
   * @param drawing how a window would be drawn
   */
  public Checkup(Surroundings here, Path home, Path logs, Drawing drawing) {
    this.here = here;
    this.home = home;
    this.logs = logs;
    this.drawing = drawing;
  }

  /**
   * Looks at everything.
   *
   * @param version Satchel's own
   * @param toolkit what became of the toolkit, or null when it was not started
   */
  public List<CheckedItem> look(String version, ToolkitState toolkit) {
    items.clear();
    ok("satchel", version);
    ok(
        "java",
        here.property("java.version")
            + ", "
            + here.property("java.vm.name")
            + ", "
            + here.property("java.home"));
    ok("system", system());
    javaFx(toolkit);
    if (here.isLinux()) {
      display();
      libraries();
      fonts();
    }
    toolkit(toolkit);
    scale();
    homeFolder();
    Proxies.look(here, this::add);
    ok("log", logs.toString());
    return List.copyOf(items);
  }

  private String system() {
    String release =
        here.text("/etc/os-release").stream()
            .flatMap(String::lines)
            .filter(line -> line.startsWith("PRETTY_NAME="))
            .map(line -> line.substring("PRETTY_NAME=".length()).replace("\"", ""))
            .findFirst()
            .map(name -> name + ", ")
            .orElse("");
    String desktop = here.variable("XDG_CURRENT_DESKTOP");
    return release
        + here.property("os.name")
        + " "
        + here.property("os.version")
        + " "
        + here.property("os.arch")
        + (desktop.isEmpty() ? "" : ", " + desktop);
  }

  private void javaFx(ToolkitState toolkit) {
    JavaFxNatives natives = JavaFxNatives.of(here);
    String version = toolkit == null ? "" : toolkit.version();
    switch (natives.fit()) {
      case FITS -> ok("javafx", version.isEmpty() ? WORDS.text("doctor.here") : version);
      case MISSING ->
          problem(
              "javafx", WORDS.text("doctor.missing"), WORDS.text("problem.javafx-missing.next"));
      case OTHER_SYSTEM ->
          problem(
              "javafx",
              WORDS.text("doctor.made-for", natives.madeFor()),
              WORDS.text("problem.javafx-other-system.next"));
    }
  }

  private void display() {
    DisplayServer server = DisplayServer.of(here);
    String session = server.wayland() ? WORDS.text("doctor.wayland") : "";
    switch (server.presence()) {
      case THERE -> ok("display", server.name() + session);
      case ELSEWHERE ->
          add("display", State.NOTE, server.name() + session, WORDS.text("doctor.display.remote"));
      case GONE ->
          problem(
              "display",
              WORDS.text("doctor.display.gone", server.name()),
              WORDS.text("problem.display-unreachable.next"));
      case UNNAMED ->
          problem(
              "display",
              WORDS.text("doctor.display.none") + session,
              server.wayland()
                  ? WORDS.text("problem.display-wayland-only.next", command("xwayland"))
                  : WORDS.text("problem.display-missing.next"));
    }
  }

  private void libraries() {
    Libraries libraries = new Libraries(here);
    SystemPackages packages = SystemPackages.of(here);
    Optional<Path> gtk = libraries.find("libgtk-3.so.0");
    gtk.ifPresentOrElse(
        file -> ok("gtk", realName(file)),
        () ->
            problem(
                "gtk",
                WORDS.text("doctor.missing"),
                WORDS.text("problem.gtk-missing.next", command("libgtk-3.so.0"))));
    for (String name : packages.neededLibraries()) {
      if (!name.startsWith("libgtk") && libraries.find(name).isEmpty() && gtk.isPresent()) {
        problem("library", name, WORDS.text("problem.library-missing.next", name, command(name)));
      }
    }
    Optional<Path> gl = libraries.find("libGL.so.1");
    if (gl.isPresent() && libraries.find("libXxf86vm.so.1").isPresent()) {
      ok("opengl", realName(gl.get()));
    } else {
      String lacking = gl.isPresent() ? "libXxf86vm.so.1" : "libGL.so.1";
      add(
          "opengl",
          State.NOTE,
          WORDS.text("doctor.opengl.none", lacking),
          WORDS.text("doctor.opengl.hint", command(lacking)));
    }
  }

  private String command(String what) {
    return SystemPackages.of(here).command(what).map(command -> ": " + command).orElse("");
  }

  /** The name behind the links tells the version. */
  private static String realName(Path file) {
    try {
      return file.toRealPath().toString();
    } catch (IOException e) {
      return file.toString();
    }
  }

  private void fonts() {
    int files = 0;
    List<Path> folders = new ArrayList<>();
    folders.add(here.at("/usr/share/fonts"));
    folders.add(here.at("/usr/local/share/fonts"));
    folders.add(here.at(here.property("user.home") + "/.fonts"));
    folders.add(here.at(here.property("user.home") + "/.local/share/fonts"));
    for (int i = 0; i < folders.size() && i < MOST_FOLDERS; i++) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folders.get(i))) {
        for (Path entry : entries) {
          if (Files.isDirectory(entry)) {
            folders.add(entry);
          } else if (isFont(entry)) {
            files++;
          }
        }
      } catch (IOException e) {
        // A folder that is not there has no fonts.
      }
    }
    if (files > 0) {
      ok("fonts", WORDS.text("doctor.fonts", files));
    } else {
      add(
          "fonts",
          State.NOTE,
          WORDS.text("doctor.missing"),
          WORDS.text("doctor.fonts.hint", command("fonts")));
    }
  }

  private static boolean isFont(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".ttf")
        || name.endsWith(".otf")
        || name.endsWith(".ttc")
        || name.endsWith(".pfb");
  }

  private void toolkit(ToolkitState toolkit) {
    if (toolkit == null) {
      add("drawing", State.NOTE, WORDS.text("doctor.drawing.untried"), "");
      return;
    }
    if (toolkit.problem() != null) {
      problem(
          "drawing",
          "[" + toolkit.problem().code() + "] " + toolkit.problem().what(),
          toolkit.problem().next());
      return;
    }
    String pipeline = pipeline(toolkit.pipeline());
    String screens = toolkit.screens().isEmpty() ? "" : "; " + String.join("; ", toolkit.screens());
    if (!toolkit.bySoftware() || drawing.bySoftware()) {
      String who =
          WORDS.optional(
              "doctor.drawing."
                  + drawing.software().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      ok("drawing", pipeline + (who.isEmpty() ? "" : " " + who) + screens);
    } else {
      add("drawing", State.NOTE, pipeline + screens, WORDS.text("doctor.drawing.fallback"));
    }
  }

  /** In words where they are known: ES2Pipeline draws by OpenGL. */
  private static String pipeline(String name) {
    String plain = name.replace("Pipeline", "").toLowerCase(Locale.ROOT);
    String words = WORDS.optional("doctor.pipeline." + plain);
    return words.isEmpty() ? WORDS.text("doctor.here") + " " + name : words;
  }

  private void scale() {
    if (drawing.scale() == null) {
      ok("scale", WORDS.text("doctor.scale.system"));
    } else if (here.isMac()) {
      add("scale", State.NOTE, drawing.scale().toString(), WORDS.text("doctor.scale.mac"));
    } else {
      ok("scale", drawing.scale().toString());
    }
  }

  private void homeFolder() {
    Path nearest = home;
    while (nearest != null && !Files.exists(nearest)) {
      nearest = nearest.getParent();
    }
    if (nearest == null || !Files.isDirectory(nearest) || !Files.isWritable(nearest)) {
      problem("home", home.toString(), WORDS.text("doctor.home.hint"));
      return;
    }
    ok("home", home.toString());
    try {
      long free = Files.getFileStore(nearest).getUsableSpace();
      String words = WORDS.text("doctor.room", free >> 20);
      if (free < LITTLE_ROOM) {
        add("room", State.PROBLEM, words, WORDS.text("doctor.room.hint"));
      } else {
        ok("room", words);
      }
    } catch (IOException e) {
      add("room", State.NOTE, e.toString(), "");
    }
  }

  private void ok(String id, String found) {
    add(id, State.OK, found, "");
  }

  private void problem(String id, String found, String hint) {
    add(id, State.PROBLEM, found, hint);
  }

  private void add(String id, State state, String found, String hint) {
    add(new CheckedItem(id, WORDS.text("doctor.name." + id), state, found, hint));
  }

  private void add(CheckedItem item) {
    items.add(item);
  }
}
