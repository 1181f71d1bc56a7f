package app.satchel.marketplace;

import app.satchel.skill.Namespace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A skill in a folder that is served as a marketplace.
 *
 * @param namespace its identity
 * @param name the frontmatter's name, else the folder's
 * @param description or null
 * @param version or null
 * @param author or null
 * @param dependencies as written
 * @param tags as written
 * @param updatedAt when its SKILL.md was last changed
 * @param relDir its folder within the repository; {@code .} for the root
 * @param folder where its files are
 * @param fileName its SKILL.md as spelled
 */
record FolderSkill(
    Namespace namespace,
    String name,
    String description,
    String version,
    String author,
    List<String> dependencies,
    List<String> tags,
    Instant updatedAt,
    String relDir,
    Path folder,
    String fileName) {
  FolderSkill {
    dependencies = List.copyOf(dependencies);
    tags = List.copyOf(tags);
  }
}
