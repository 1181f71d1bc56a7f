package app.satchel.display;

import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The display server that a Linux window is to appear on, as far as it can be seen from outside.
 *
 * @param name the value of {@code DISPLAY}; may be empty
 * @param presence whether it is there
 * @param wayland whether a Wayland session is there as well
 */
record DisplayServer(String name, Presence presence, boolean wayland) {
  private static final Pattern LOCAL = Pattern.compile("(?:unix)?:(\\d{1,5})(?:\\.\\d+)?");

  /** Whether a server is there. */
  enum Presence {
    /** No display is named. */
    UNNAMED,
    /** Somebody listens on it. */
    THERE,
    /** Nobody listens on it. */
    GONE,
    /** It is on another computer. */
    ELSEWHERE
  }

  static DisplayServer of(Surroundings here) {
    String name = here.variable("DISPLAY");
    boolean wayland =
        !here.variable("WAYLAND_DISPLAY").isEmpty()
            || here.variable("XDG_SESSION_TYPE").equals("wayland");
    return new DisplayServer(name, presence(name, here), wayland);
  }

  private static Presence presence(String name, Surroundings here) {
    if (name.isEmpty()) {
      return Presence.UNNAMED;
    }
    Matcher local = LOCAL.matcher(name);
    if (!local.matches()) {
      return Presence.ELSEWHERE;
    }
    String socket = "/tmp/.X11-unix/X" + local.group(1);
    // A socket that was left behind has a file and no listener; an abstract one has no file.
    boolean listening =
        here.text("/proc/net/unix")
            .map(all -> all.lines().anyMatch(line -> line.endsWith(socket)))
            .orElseGet(() -> Files.exists(here.at(socket)));
    return listening ? Presence.THERE : Presence.GONE;
  }

  /** Whether the display comes through a tunnel or from another computer. */
  boolean isRemote() {
    return presence == Presence.ELSEWHERE;
  }
}
