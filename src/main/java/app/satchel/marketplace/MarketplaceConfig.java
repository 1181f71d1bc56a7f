package app.satchel.marketplace;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A marketplace that speaks the claude-plugins.dev protocol, as configured.
 *
 * @param name what a person calls it
 * @param site base of the website: search and downloads
 * @param registry base of the registry: single skills and resolving; may be the same
 * @param zipMaker base of the service that zips a GitHub folder, or null when there is none
 */
public record MarketplaceConfig(String name, URI site, URI registry, URI zipMaker) {
  public MarketplaceConfig {
    Objects.requireNonNull(name);
    Objects.requireNonNull(site);
    Objects.requireNonNull(registry);
  }

  /** One that has everything at one address, as a private marketplace does. */
  public static MarketplaceConfig at(String name, URI base) {
    return new MarketplaceConfig(name, base, base, null);
  }

  /** The same with another registry. */
  public MarketplaceConfig withRegistry(URI newRegistry) {
    return new MarketplaceConfig(name, site, newRegistry, zipMaker);
  }

  /** Whether its site is that of a public service Satchel knows: downloads are counted there. */
  public boolean isPublicService() {
    return BuiltInMarketplaces.get().stream()
        .anyMatch(
            known -> sameHost(known.site(), site) && known.site().getPort() == site.getPort());
  }

  /** Whether its registry is not the one that belongs to its public site. */
  boolean registryReplaced() {
    return BuiltInMarketplaces.get().stream()
        .anyMatch(known -> sameHost(known.site(), site) && !sameHost(known.registry(), registry));
  }

  /** The addresses a person vouches for: all that are not of a public service. */
  List<URI> ownOrigins() {
    List<URI> known =
        BuiltInMarketplaces.get().stream().flatMap(MarketplaceConfig::addresses).toList();
    return addresses()
        .filter(address -> known.stream().noneMatch(other -> sameHost(other, address)))
        .toList();
  }

  private Stream<URI> addresses() {
    return Stream.of(site, registry, zipMaker).filter(Objects::nonNull);
  }

  private static boolean sameHost(URI left, URI right) {
    return left.getHost() != null && left.getHost().equalsIgnoreCase(right.getHost());
  }
}
