package app.satchel.ui;

import app.satchel.marketplace.FolderMarketplaceServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A marketplace of skills that need much: of the computer, of each other, and some of which have
 * moved. Written here for the tests.
 */
final class NeedsWorld implements AutoCloseable {
  private final Path skills;
  private final FolderMarketplaceServer server;

  NeedsWorld(Path folder) throws IOException {
    skills = folder.resolve("ada/workshop/skills");
    add(
        "orchard-planner",
        """
        description: Plans an orchard, from soil to harvest, with maps and a calendar.
        compatibility: Requires git and satchel-no-such-tool 2.0+. Maps need the Orchard MCP server.
        depends-on: [soil-notes, tree-names, garden-calendar, moon-phases, weather-log]
        related-skills: [compost-guide]
        """,
        """
        # Orchard planner

        ## Prerequisites

        - Python 3.10+
        - An `ORCHARD_TOKEN` environment variable

        ## See also

        - `soil-notes` - How acid the soil is, and what that means for apples
        - `tree-names` - Latin names, so that two people mean one tree
        - `compost-guide` - What to do with the leaves
        """);
    add(
        "soil-notes",
        "description: Reads soil tests.\ndepends-on: [measuring-units, tree-names]\n",
        "# Soil\n");
    add("measuring-units", "description: Converts units.\ndepends-on: orchard-planner\n", "# U\n");
    add("tree-names", "description: Knows trees by their Latin names.\n", "# Trees\n");
    add("compost-guide", "description: Turns leaves into earth.\n", "# Compost\n");
    add(
        "calendar-ops",
        "description: Keeps dates.\nmetadata:\n  formerly: garden-calendar\n",
        "# Dates\n");
    put(
        folder.resolve("bo/almanac/skills/moon-phases"),
        "moon-phases",
        "description: Phases of the moon for gardeners, from tables.\n",
        "# Moon\n");
    put(
        folder.resolve("cy/sky/moon-phases"),
        "moon-phases",
        "description: Phases of the moon, computed, with pictures.\n",
        "# Moon\n");
    server = FolderMarketplaceServer.start(folder, 0);
  }

  private void add(String name, String frontmatter, String body) throws IOException {
    put(skills.resolve(name), name, frontmatter, body);
  }

  private static void put(Path folder, String name, String frontmatter, String body)
      throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("SKILL.md"), "---\nname: " + name + "\n" + frontmatter + "---\n" + body);
  }

  /** The author renames a skill; the marketplace has shown the old one already. */
  void rename(String old, String name) throws IOException {
    Path target = skills.resolve(name);
    Files.move(skills.resolve(old), target);
    Path md = target.resolve("SKILL.md");
    Files.writeString(md, Files.readString(md).replace("name: " + old, "name: " + name));
  }

  /** As the command line takes it. */
  String source() {
    return "workshop=" + server.url();
  }

  @Override
  public void close() {
    server.close();
  }
}
