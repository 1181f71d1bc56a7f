package app.satchel.marketplace;

import app.satchel.skill.Namespace;
import java.util.List;

/** Rows of a marketplace about which nothing but the name is known. */
public final class TestListings {
  private TestListings() {}

  /** A skill of {@code @o/r}, from the marketplace "test". */
  public static Listing named(String skill) {
    return new Listing(
        new Namespace("o", "r", skill),
        skill,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        "test");
  }
}
