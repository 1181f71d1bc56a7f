package app.satchel.assembly;

/**
 * How the window was left: its place and size when it does not fill the screen, whether it does,
 * and the width of the list. The numbers are as they were; what fits today's screens is for the
 * window to say.
 *
 * @param x left edge on the desktop
 * @param y upper edge on the desktop
 * @param list width of the list in Discover; 0 when it was never changed
 */
public record WindowMemory(
    double x, double y, double width, double height, boolean maximized, double list) {}
