package app.satchel.assembly;

import app.satchel.catalog.Catalog;
import app.satchel.catalog.FetchedSkill;
import app.satchel.catalog.SkillFetcher;
import app.satchel.install.delivery.SkillSupply;
import app.satchel.marketplace.Listing;
import app.satchel.marketplace.Marketplace;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.Namespace;
import app.satchel.skill.SkillMd;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Skills for delivery from the catalogue's marketplaces. */
final class CatalogSupply implements SkillSupply {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogSupply.class);

  private final Supplier<Catalog> catalog;
  private final Supplier<SkillFetcher> fetcher;
  private final BooleanSupplier countInstalls;

  /**
   * @param countInstalls whether the person wants installations to be counted
   */
  CatalogSupply(
      Supplier<Catalog> catalog, Supplier<SkillFetcher> fetcher, BooleanSupplier countInstalls) {
    this.catalog = catalog;
    this.fetcher = fetcher;
    this.countInstalls = countInstalls;
  }

  @Override
  public Optional<Listing> find(Namespace namespace, String source, Cancellation cancellation) {
    return source == null
        ? catalog.get().find(namespace, cancellation)
        : catalog
            .get()
            .marketplace(source)
            .flatMap(marketplace -> marketplace.skill(namespace, cancellation));
  }

  @Override
  public Optional<SkillMd> text(Listing listing, Cancellation cancellation) {
    return catalog.get().skillMd(listing, cancellation).map(SkillMd::parse);
  }

  @Override
  public FetchedSkill fetch(Listing listing, Progress progress, Cancellation cancellation) {
    Marketplace marketplace = marketplace(listing);
    if (marketplace.countsDownloads() && !countInstalls.getAsBoolean()) {
      try {
        Optional<FetchedSkill> uncounted = fetchUncounted(listing, cancellation);
        if (uncounted.isPresent()) {
          return uncounted.get();
        }
      } catch (ProblemException e) {
        // The way that counts is left; where it matters the person was told that it does.
        LOG.info("{} without counting failed: {}", listing.namespace(), e.problem().code());
      }
    }
    return fetcher.get().fetch(marketplace, listing, progress, cancellation);
  }

  @Override
  public Optional<FetchedSkill> fetchUncounted(Listing listing, Cancellation cancellation) {
    Marketplace marketplace = marketplace(listing);
    try {
      return Optional.of(
          fetcher
              .get()
              .fetch(
                  listing,
                  (target, progress, stop) ->
                      marketplace.downloadUncounted(listing, target, progress, stop),
                  Progress.silent(),
                  cancellation));
    } catch (ProblemException e) {
      if (e.problem().kind() == ProblemKind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Marketplace marketplace(Listing listing) {
    return catalog
        .get()
        .marketplace(listing.source())
        .orElseThrow(() -> new IllegalArgumentException("no marketplace " + listing.source()));
  }

  @Override
  public boolean counts(String source) {
    return catalog.get().marketplace(source).map(Marketplace::countsDownloads).orElse(true);
  }
}
