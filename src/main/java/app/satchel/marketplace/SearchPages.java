package app.satchel.marketplace;

import app.satchel.http.Expected;
import app.satchel.http.HttpAccess;
import app.satchel.http.HttpAnswer;
import app.satchel.http.HttpProblems;
import app.satchel.http.WebAddress;
import app.satchel.marketplace.RowReader.Envelope;
import app.satchel.skill.Namespace;
import app.satchel.task.Cancellation;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Search with paging: at most 100 rows to a request, more by several. The server's list moves while
 * it is read: rows repeat on the next page, totals shrink, a page that was promised is empty. Rows
 * are kept once. An empty page is the end, and so is one that only repeats: some servers pay no
 * attention to the offset, and would be asked for ever.
 */
final class SearchPages {
  private static final int PAGE = 100;

  private final MarketplaceConfig config;
  private final HttpAccess http;
  private final RowReader rows;

  SearchPages(MarketplaceConfig config, HttpAccess http, RowReader rows) {
    this.config = config;
    this.http = http;
    this.rows = rows;
  }

  SearchPage search(SearchQuery query, Cancellation cancellation) {
    return query.sort() == Sort.UPDATED
        ? newest(query, cancellation)
        : inServerOrder(query, cancellation);
  }

  private SearchPage inServerOrder(SearchQuery query, Cancellation cancellation) {
    List<Listing> kept = new ArrayList<>();
    Set<Namespace> seen = new HashSet<>();
    Integer total = null;
    int offset = query.offset();
    int end = Math.addExact(query.offset(), query.limit());
    boolean more = true;
    while (more && offset < end) {
      Raw page = fetch(query, Math.min(PAGE, end - offset), offset, cancellation);
      int before = kept.size();
      page.listings().stream().filter(row -> seen.add(row.namespace())).forEach(kept::add);
      boolean again = kept.size() == before && !page.listings().isEmpty();
      total = page.total();
      offset += page.rows();
      more = page.more(offset) && !again;
    }
    return new SearchPage(kept, total, more ? offset : null);
  }

  /** Pages within blocks of 100 that are sorted as a whole. */
  private SearchPage newest(SearchQuery query, Cancellation cancellation) {
    List<Listing> kept = new ArrayList<>();
    Set<Namespace> seen = new HashSet<>();
    Integer total = null;
    int offset = query.offset();
    int end = Math.addExact(query.offset(), query.limit());
    boolean more = true;
    while (more && offset < end) {
      int blockStart = offset - offset % PAGE;
      Raw block = fetch(query, PAGE, blockStart, cancellation);
      List<Listing> sorted = new ArrayList<>(block.listings());
      sorted.sort(
          Comparator.comparing(
              Listing::updatedAt, Comparator.nullsLast(Comparator.reverseOrder())));
      int from = Math.min(offset - blockStart, sorted.size());
      int to = Math.min(end - blockStart, sorted.size());
      sorted.subList(from, to).stream().filter(row -> seen.add(row.namespace())).forEach(kept::add);
      total = block.total();
      boolean blockDone = to >= sorted.size();
      offset = blockDone ? blockStart + PAGE : blockStart + to;
      more = !blockDone || block.more(blockStart + block.rows());
    }
    return new SearchPage(kept, total, more ? offset : null);
  }

  /**
   * One answer of the server.
   *
   * @param rows how many rows it had, usable or not
   * @param total as it says, or null
   */
  private record Raw(List<Listing> listings, int rows, int asked, Integer total) {
    boolean more(int reached) {
      return rows > 0 && (total == null ? rows >= asked : reached < total);
    }
  }

  private Raw fetch(SearchQuery query, int limit, int offset, Cancellation cancellation) {
    HttpAnswer answer = null;
    for (URI base : bases()) {
      answer = http.get(address(base, query, limit, offset), Expected.JSON, cancellation);
      // A server of the registry alone does not know the site's path.
      if (!answer.missing() && answer.status() != 405) {
        break;
      }
    }
    if (!answer.ok()) {
      throw HttpProblems.unexpectedStatus(answer);
    }
    return parse(answer, limit);
  }

  /** The site's answer is kept by its content network for ten minutes, so it is asked first. */
  private List<URI> bases() {
    URI site = WebAddress.at(config.site()).path("/api/skills").uri();
    URI registry = WebAddress.at(config.registry()).path("/api/skills/search").uri();
    // Who replaces the registry wants its skills, not those of the public site.
    return config.registryReplaced() ? List.of(registry) : List.of(site, registry);
  }

  private static URI address(URI base, SearchQuery query, int limit, int offset) {
    WebAddress address =
        WebAddress.at(base)
            .query("q", query.text().strip())
            .query("limit", limit)
            .query("offset", offset);
    switch (query.sort()) {
      case INSTALLS -> address.query("orderBy", "downloads").query("order", "desc");
      case STARS -> address.query("orderBy", "stars").query("order", "desc");
      case RELEVANCE, UPDATED -> {
        // The server's own order.
      }
    }
    return address.uri();
  }

  private Raw parse(HttpAnswer answer, int limit) {
    List<Listing> listings = new ArrayList<>();
    int[] seen = {0};
    try {
      Envelope envelope =
          rows.read(
              answer.body(),
              Set.of("total"),
              row -> {
                if (seen[0] < limit) {
                  seen[0]++;
                  rows.listing(row, null, config.registry(), config.name())
                      .ifPresent(listings::add);
                }
              });
      if (!envelope.hasRows()) {
        throw new IOException("no list of skills");
      }
      return new Raw(unique(listings), seen[0], limit, total(envelope));
    } catch (IOException e) {
      http.forget(answer.address());
      String message = String.valueOf(e.getMessage());
      throw HttpProblems.unreadable(
          answer.address(), message.substring(0, Math.min(300, message.length())), e);
    }
  }

  private static List<Listing> unique(List<Listing> listings) {
    Set<Namespace> seen = new HashSet<>();
    return Collections.unmodifiableList(
        listings.stream().filter(row -> seen.add(row.namespace())).toList());
  }

  private static Integer total(Envelope envelope) {
    return envelope.field("total").canConvertToInt() && envelope.field("total").asInt() >= 0
        ? envelope.field("total").asInt()
        : null;
  }
}
