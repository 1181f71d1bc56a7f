package app.satchel.markdown;

import java.time.Duration;

/**
 * Bounds of reading a document.
 *
 * @param maxChars characters of the source that are read
 * @param deadline time of work (of the thread, not on the wall) for parsing and converting
 * @param maxDepth how deep blocks may be nested, and inlines within a block
 * @param maxColumns columns of a table
 * @param stackBytes stack of the thread that parses; the parser recurses
 */
public record MarkdownLimits(
    int maxChars, Duration deadline, int maxDepth, int maxColumns, long stackBytes) {

  /**
   * The largest SKILL.md seen has 294 kB, the slowest took 285 ms, the deepest list 9 levels
   * (43,899 files, 2026-11).
   */
  public static MarkdownLimits standard() {
    return new MarkdownLimits(512 << 10, Duration.ofMillis(400), 48, 100, 64L << 20);
  }
}
