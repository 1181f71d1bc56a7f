package app.satchel.marketplace;

import app.satchel.skill.Namespace;
import java.net.URI;
import java.util.List;

/** Rows of a marketplace about which nothing but the name is known. */
public final class TestListings {
  private TestListings() {}

  /** A skill of {@code @o/r}, from the marketplace "test". */
  public static Listing named(String skill) {
    return at(new Namespace("o", "r", skill), null, "test");
  }

  /** A skill in a folder of its repository, which may be null, from a marketplace. */
  public static Listing at(Namespace namespace, String directory, String source) {
    return listing(namespace, null, null, directory, source);
  }

  /** The skill {@code @o/r/s} with the addresses that a row names; each may be null. */
  static Listing from(String sourceUrl, String rawFileUrl, String directory) {
    return listing(new Namespace("o", "r", "s"), sourceUrl, rawFileUrl, directory, "test");
  }

  private static Listing listing(
      Namespace namespace, String sourceUrl, String rawFileUrl, String directory, String source) {
    return new Listing(
        namespace,
        namespace.skill(),
        null,
        null,
        null,
        null,
        null,
        null,
        sourceUrl == null ? null : URI.create(sourceUrl),
        rawFileUrl == null ? null : URI.create(rawFileUrl),
        directory,
        List.of(),
        source);
  }
}
