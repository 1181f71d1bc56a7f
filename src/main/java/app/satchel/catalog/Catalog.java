package app.satchel.catalog;

import app.satchel.catalog.CatalogPage.SourceFailure;
import app.satchel.catalog.Federation.Answer;
import app.satchel.marketplace.Listing;
import app.satchel.marketplace.Marketplace;
import app.satchel.marketplace.ResolvedSkill;
import app.satchel.marketplace.SearchPage;
import app.satchel.marketplace.SearchQuery;
import app.satchel.marketplace.Sort;
import app.satchel.problem.ProblemException;
import app.satchel.skill.Namespace;
import app.satchel.task.Cancellation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All marketplaces as one. Asks them at the same time; one that fails does not keep the others'
 * answers back. Blocks; safe for use by several threads.
 */
public final class Catalog {
  /** How long slower marketplaces are waited for once another has answered. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final List<Marketplace> marketplaces;
  private final List<Marketplace> guests;
  private final Federation federation;

  /**
   * @param marketplaces in the order of preference: of the same skill in two, the first one's row
   *     is shown
   */
  public Catalog(List<Marketplace> marketplaces) {
    this(marketplaces, List.of(), PATIENCE);
  }

  /**
   * @param guests asked about their own skills alone: no search and no look-up reaches them
   */
  public Catalog(List<Marketplace> marketplaces, List<Marketplace> guests) {
    this(marketplaces, guests, PATIENCE);
  }

  Catalog(List<Marketplace> marketplaces, Duration patience) {
    this(marketplaces, List.of(), patience);
  }

  private Catalog(List<Marketplace> marketplaces, List<Marketplace> guests, Duration patience) {
    this.marketplaces = List.copyOf(marketplaces);
    this.guests = List.copyOf(guests);
    this.federation = new Federation(patience);
  }

  /** The marketplaces in the order of preference. */
  public List<Marketplace> marketplaces() {
    return marketplaces;
  }

  /** The marketplace of a name, be it a guest. */
  public Optional<Marketplace> marketplace(String name) {
    return Stream.concat(marketplaces.stream(), guests.stream())
        .filter(one -> one.name().equals(name))
        .findFirst();
  }

  /** Searches all marketplaces; see {@link #search(SearchQuery, String, Cancellation)}. */
  public CatalogPage search(SearchQuery query, Cancellation cancellation) {
    return search(query, null, cancellation);
  }

  /**
   * Searches. A page holds up to {@code limit} rows of each marketplace, so the next page's offset
   * is this one's plus {@code limit}.
   *
   * @param source the only marketplace to ask, by name; null for all
   * @return the rows in the order asked for; {@link CatalogPage#complete} is false when a
   *     marketplace did not answer
   * @throws ProblemException when none answered: the first one's problem
   * @throws CancellationException when cancelled
   */
  public CatalogPage search(SearchQuery query, String source, Cancellation cancellation) {
    return search(query, source, cancellation, _ -> {});
  }

  /**
   * The same, and gives what is there so far while a marketplace is still silent: what is on this
   * computer need not wait for the network.
   *
   * @param meanwhile given pages that are not {@link CatalogPage#complete}, on the calling thread
   */
  public CatalogPage search(
      SearchQuery query,
      String source,
      Cancellation cancellation,
      Consumer<CatalogPage> meanwhile) {
    long start = System.nanoTime();
    List<Marketplace> asked =
        marketplaces.stream().filter(one -> source == null || one.name().equals(source)).toList();
    List<Answer<SearchPage>> answers =
        federation.ask(
            asked,
            (one, own) -> one.search(query, own),
            _ -> true,
            cancellation,
            sofar -> {
              if (sofar.stream().anyMatch(Answer::answered)) {
                meanwhile.accept(page(query, sofar, false, start));
              }
            });
    if (!answers.isEmpty() && answers.stream().noneMatch(Answer::answered)) {
      throw answers.getFirst().failure();
    }
    return page(query, answers, true, start);
  }

  private static CatalogPage page(
      SearchQuery query, List<Answer<SearchPage>> answers, boolean all, long start) {
    List<SourceFailure> failures = new ArrayList<>();
    List<List<Listing>> rows = new ArrayList<>();
    long total = 0;
    boolean more = false;
    for (Answer<SearchPage> answer : answers) {
      if (answer.answered()) {
        SearchPage page = answer.value();
        rows.add(page.skills());
        total += page.total() == null ? page.skills().size() : page.total();
        more |= page.nextOffset() != null;
      } else {
        failures.add(new SourceFailure(answer.marketplace().name(), answer.failure().problem()));
      }
    }
    List<Listing> merged = merge(rows, query.sort());
    return new CatalogPage(
        merged,
        (int) Math.min(Integer.MAX_VALUE, Math.max(total, merged.size())),
        all && failures.isEmpty(),
        Duration.ofNanos(System.nanoTime() - start),
        failures,
        more);
  }

  /**
   * A skill's listing, from the first marketplace that knows it.
   *
   * @return empty when every marketplace answered and none knows it
   * @throws ProblemException when none knows it and one did not answer: it may have it
   */
  public Optional<Listing> find(Namespace namespace, Cancellation cancellation) {
    List<Answer<Optional<Listing>>> answers =
        federation.ask(
            marketplaces,
            (one, own) -> one.skill(namespace, own),
            Optional::isPresent,
            cancellation);
    for (Answer<Optional<Listing>> answer : answers) {
      if (answer.failure() == null && answer.value().isPresent()) {
        return answer.value();
      }
    }
    throwFailure(answers);
    return Optional.empty();
  }

  /**
   * The skills of an owner, a repository, a name or an address, as {@link Marketplace#resolve}; of
   * the same skill in two marketplaces, the first one's.
   *
   * @return empty when every marketplace answered and none knows any
   * @throws ProblemException when none knows any and one did not answer: it may
   */
  public List<ResolvedSkill> resolve(String target, Cancellation cancellation) {
    List<Answer<List<ResolvedSkill>>> answers =
        federation.ask(
            marketplaces,
            (one, own) -> one.resolve(target, own),
            found -> !found.isEmpty(),
            cancellation);
    Map<Namespace, ResolvedSkill> found = new LinkedHashMap<>();
    for (Answer<List<ResolvedSkill>> answer : answers) {
      if (answer.answered()) {
        answer.value().forEach(skill -> found.putIfAbsent(skill.namespace(), skill));
      }
    }
    if (found.isEmpty()) {
      throwFailure(answers);
    }
    return List.copyOf(found.values());
  }

  private static <T> void throwFailure(List<Answer<T>> answers) {
    for (Answer<T> answer : answers) {
      if (!answer.answered()) {
        throw answer.failure();
      }
    }
  }

  /**
   * The text of a skill's SKILL.md, from the marketplace that listed it.
   *
   * @return empty when it is no longer where the listing says
   */
  public Optional<byte[]> skillMd(Listing listing, Cancellation cancellation) {
    return marketplace(listing.source()).flatMap(one -> one.skillMd(listing, cancellation));
  }

  /**
   * By rank in turn for relevance, else by the field. A skill stands where it comes first, with the
   * row of the marketplace that is preferred.
   */
  private static List<Listing> merge(List<List<Listing>> rows, Sort sort) {
    Map<Namespace, Listing> preferred = new HashMap<>();
    rows.forEach(source -> source.forEach(row -> preferred.putIfAbsent(row.namespace(), row)));
    List<Listing> inTurn = new ArrayList<>();
    Set<Namespace> seen = new HashSet<>();
    int longest = rows.stream().mapToInt(List::size).max().orElse(0);
    for (int rank = 0; rank < longest; rank++) {
      for (List<Listing> source : rows) {
        if (rank < source.size() && seen.add(source.get(rank).namespace())) {
          inTurn.add(preferred.get(source.get(rank).namespace()));
        }
      }
    }
    if (rows.size() > 1 && sort != Sort.RELEVANCE) {
      inTurn.sort(order(sort));
    }
    return inTurn;
  }

  private static Comparator<Listing> order(Sort sort) {
    return switch (sort) {
      case RELEVANCE -> (left, right) -> 0;
      case INSTALLS -> unknownLast(Listing::installs);
      case STARS -> unknownLast(Listing::stars);
      case UPDATED -> unknownLast(Listing::updatedAt);
    };
  }

  private static <T extends Comparable<? super T>> Comparator<Listing> unknownLast(
      Function<Listing, T> field) {
    return Comparator.comparing(field, Comparator.nullsLast(Comparator.reverseOrder()));
  }
}
