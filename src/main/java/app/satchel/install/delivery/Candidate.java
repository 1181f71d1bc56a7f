package app.satchel.install.delivery;

import app.satchel.marketplace.Listing;
import app.satchel.skill.Namespace;
import java.time.Instant;
import java.util.Objects;

/**
 * A skill that a name could mean, with what helps a person to choose. What is not known is null.
 *
 * @param namespace its identity
 * @param description what it says it is for
 * @param stars of its repository
 * @param installs counted by its marketplace
 * @param updatedAt when its marketplace last saw it change
 * @param source the marketplace's name
 */
public record Candidate(
    Namespace namespace,
    String description,
    Integer stars,
    Integer installs,
    Instant updatedAt,
    String source) {
  public Candidate {
    Objects.requireNonNull(namespace);
  }

  /** One of which nothing but its identity is known. */
  public static Candidate of(Namespace namespace) {
    return new Candidate(namespace, null, null, null, null, null);
  }

  /** What a marketplace's row says. */
  public static Candidate of(Listing listing) {
    return new Candidate(
        listing.namespace(),
        listing.description(),
        listing.stars(),
        listing.installs(),
        listing.updatedAt(),
        listing.source());
  }
}
