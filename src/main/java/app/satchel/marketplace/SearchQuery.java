package app.satchel.marketplace;

import java.util.Objects;

/**
 * A question to a marketplace.
 *
 * @param text what to look for; empty for everything
 * @param sort the order wanted
 * @param limit most rows wanted, 1 to 100
 * @param offset rows to pass over
 */
public record SearchQuery(String text, Sort sort, int limit, int offset) {
  public SearchQuery {
    Objects.requireNonNull(text);
    Objects.requireNonNull(sort);
    if (limit < 1 || offset < 0) {
      throw new IllegalArgumentException("limit " + limit + ", offset " + offset);
    }
  }
}
