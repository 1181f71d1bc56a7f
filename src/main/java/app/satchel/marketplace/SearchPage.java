package app.satchel.marketplace;

import java.util.List;

/**
 * A page of answers.
 *
 * @param skills rows, without repeats, possibly fewer than asked for
 * @param total how many there are in all, as the marketplace says now, or null when it does not
 * @param nextOffset offset of the next page, or null when this is the last
 */
public record SearchPage(List<Listing> skills, Integer total, Integer nextOffset) {
  public SearchPage {
    skills = List.copyOf(skills);
  }
}
