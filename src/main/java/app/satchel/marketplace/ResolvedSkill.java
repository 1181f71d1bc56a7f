package app.satchel.marketplace;

import app.satchel.skill.Namespace;
import java.net.URI;

/**
 * A skill that a marketplace found for an owner, a repository or an address.
 *
 * @param namespace its identity
 * @param name its name
 * @param directory its folder in the repository; {@code .} for the root
 * @param sourceUrl where its folder can be looked at, or null
 */
public record ResolvedSkill(Namespace namespace, String name, String directory, URI sourceUrl) {}
