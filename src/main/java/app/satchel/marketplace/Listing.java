package app.satchel.marketplace;

import app.satchel.skill.Namespace;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A skill as a marketplace lists it. Every field but namespace, name and source may be unknown:
 * null, or empty for a list.
 *
 * @param namespace {@code @owner/repo/skill}
 * @param name shown as the title
 * @param description one or more sentences, or null
 * @param version as its author wrote it, or null
 * @param author repository owner or the frontmatter's author, or null
 * @param stars of the repository, or null
 * @param installs counted by this marketplace only, or null
 * @param updatedAt of the marketplace's row, not of the files, or null
 * @param sourceUrl where the skill's folder can be looked at, or null
 * @param rawFileUrl where its SKILL.md can be read, or null
 * @param directoryPath the skill's folder in its repository, or null
 * @param dependencies names as listed
 * @param source the marketplace's name
 */
public record Listing(
    Namespace namespace,
    String name,
    String description,
    String version,
    String author,
    Integer stars,
    Integer installs,
    Instant updatedAt,
    URI sourceUrl,
    URI rawFileUrl,
    String directoryPath,
    List<String> dependencies,
    String source) {
  public Listing {
    Objects.requireNonNull(namespace);
    Objects.requireNonNull(name);
    Objects.requireNonNull(source);
    dependencies = List.copyOf(dependencies);
  }
}
