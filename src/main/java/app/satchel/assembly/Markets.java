package app.satchel.assembly;

import app.satchel.assembly.AssemblyOptions.Marketplaces;
import app.satchel.catalog.Catalog;
import app.satchel.http.HttpAccess;
import app.satchel.marketplace.EmbeddedMarketplace;
import app.satchel.marketplace.FolderMarketplaceServer;
import app.satchel.marketplace.Listing;
import app.satchel.marketplace.Marketplace;
import app.satchel.marketplace.SourceSpec;
import app.satchel.marketplace.Sources;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The marketplaces that take part, and what becomes of them while this is open: configured ones,
 * folders that are served, the samples, and guests. Whoever changes them forgets what it made of
 * them before. Thread-safe.
 */
final class Markets implements AutoCloseable {
  private final AssemblyOptions options;
  private final Home home;
  private final String version;
  private final Lazy<HttpAccess> http;
  private final Lazy<EmbeddedMarketplace> samples;
  private final Lazy<Sources> sources;
  private final Lazy<Catalog> catalog;
  private final Guests guests = new Guests();
  private final Map<String, ServedFolder> served = new ConcurrentHashMap<>();

  Markets(AssemblyOptions options, Home home, String version, Lazy<HttpAccess> http) {
    this.options = options;
    this.home = home;
    this.version = version;
    this.http = http;
    samples = new Lazy<>(() -> EmbeddedMarketplace.start(home.cache()));
    sources = new Lazy<>(this::configured);
    catalog = new Lazy<>(() -> new Catalog(open(), guests.open(http.get())));
  }

  private Sources configured() {
    List<SourceSpec> given = options.sources().stream().map(SourceSpec::parse).toList();
    String registry = options.environment().get("SKILLS_REGISTRY_URL");
    Sources configured =
        given.isEmpty() ? Sources.load(home.configFile(version)) : Sources.builtIn();
    return configured.forCall(given, registry);
  }

  private boolean withConfigured() {
    return options.marketplaces() != Marketplaces.SAMPLES;
  }

  private boolean withSamples() {
    return options.marketplaces() != Marketplaces.CONFIGURED;
  }

  private List<Marketplace> open() {
    List<Marketplace> all = new ArrayList<>();
    if (withConfigured()) {
      all.addAll(sources.get().open(http.get()));
      served.forEach((name, folder) -> all.add(folder.marketplace(name, http.get())));
    }
    if (withSamples()) {
      all.add(samples.get().marketplace(http.get()));
    }
    return all;
  }

  /** The answers of all of them as one. */
  Lazy<Catalog> catalog() {
    return catalog;
  }

  /** As {@link Assembly#sources}. */
  Sources sources() {
    return sources.get();
  }

  /** As {@link Assembly#use}. */
  void use(Sources changed) {
    if (options.sources().isEmpty()) {
      changed.save(home.configFile(version));
    }
    sources.put(changed);
    catalog.forget();
  }

  /** As {@link Assembly#serve}. */
  void serve(String name, Path folder) {
    ServedFolder before =
        served.put(name, new ServedFolder(FolderMarketplaceServer.start(folder, 0), folder));
    if (before != null) {
      before.close();
    }
    catalog.forget();
  }

  /** Ends serving a folder; false for a name that is none. */
  boolean stopServing(String name) {
    ServedFolder folder = served.remove(name);
    if (folder == null) {
      return false;
    }
    catalog.forget();
    folder.close();
    return true;
  }

  Map<String, ServedFolder> served() {
    return Map.copyOf(served);
  }

  /** As {@link Assembly#admit}. */
  String admit(URI address) {
    Set<String> taken =
        catalog.get().marketplaces().stream()
            .map(Marketplace::name)
            .collect(Collectors.toUnmodifiableSet());
    String name = guests.admit(address, taken);
    catalog.forget();
    return name;
  }

  /** Whether a listing comes from a guest. */
  boolean isGuest(Listing listing) {
    return guests.has(listing.source());
  }

  /** As {@link Assembly#marketplaces(Listing)}. */
  List<Marketplace> of(Listing listing) {
    List<Marketplace> all = catalog.get().marketplaces();
    return isGuest(listing)
        ? Stream.concat(catalog.get().marketplace(listing.source()).stream(), all.stream()).toList()
        : all;
  }

  /** Names in the order they are asked. Opens none. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    if (withConfigured()) {
      sources.get().configs().forEach(config -> names.add(config.name()));
      names.addAll(served.keySet());
    }
    if (withSamples()) {
      names.add(EmbeddedMarketplace.NAME);
    }
    return List.copyOf(names);
  }

  @Override
  public void close() {
    samples.ifMade(EmbeddedMarketplace::close);
    served.values().forEach(ServedFolder::close);
  }
}
