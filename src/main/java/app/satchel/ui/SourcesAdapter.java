package app.satchel.ui;

import app.satchel.assembly.Assembly;
import app.satchel.assembly.ServedFolder;
import app.satchel.marketplace.EmbeddedMarketplace;
import app.satchel.marketplace.Marketplace;
import app.satchel.marketplace.MarketplaceConfig;
import app.satchel.marketplace.SearchQuery;
import app.satchel.marketplace.Sort;
import app.satchel.marketplace.SourceSpec;
import app.satchel.marketplace.Sources;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Cancellation;
import app.satchel.ui.sources.Source;
import app.satchel.ui.sources.SourcesServices;
import app.satchel.words.Words;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The services of the list of marketplaces. */
final class SourcesAdapter implements SourcesServices {
  private static final Words WORDS = Words.of(SourcesAdapter.class);

  private final Assembly assembly;

  SourcesAdapter(Assembly assembly) {
    this.assembly = assembly;
  }

  @Override
  public List<Source> list() {
    Map<String, ServedFolder> served = assembly.served();
    return assembly.marketplaces().stream().map(one -> source(one, served)).toList();
  }

  private static Source source(Marketplace marketplace, Map<String, ServedFolder> served) {
    String name = marketplace.name();
    ServedFolder folder = served.get(name);
    Source.Kind kind =
        folder != null
            ? Source.Kind.FOLDER
            : name.equals(EmbeddedMarketplace.NAME)
                ? Source.Kind.SAMPLES
                : marketplace.countsDownloads() ? Source.Kind.PUBLIC : Source.Kind.PRIVATE;
    return new Source(name, marketplace.address(), kind, folder == null ? null : folder.folder());
  }

  @Override
  public void add(String name, URI address) {
    if (!SourceSpec.isName(name)) {
      throw ProblemException.of(WORDS, ProblemKind.INPUT, "source-name", address.toString(), name);
    }
    if (taken(name)) {
      throw ProblemException.of(
          WORDS, ProblemKind.CONFLICT, "source-name-taken", address.toString(), name);
    }
    List<MarketplaceConfig> configs = new ArrayList<>(assembly.sources().configs());
    configs.add(MarketplaceConfig.at(name, address));
    assembly.use(new Sources(configs, null));
  }

  private boolean taken(String name) {
    return assembly.marketplaces().stream().anyMatch(one -> one.name().equalsIgnoreCase(name));
  }

  @Override
  public void serve(Path folder) {
    String base = String.valueOf(folder.getFileName()).toLowerCase(Locale.ROOT);
    String clean = base.replaceAll("[^a-z0-9._-]+", "-").replaceAll("^[^a-z0-9]+", "");
    String name = clean.isEmpty() ? "folder" : clean.substring(0, Math.min(40, clean.length()));
    String free = name;
    for (int number = 2; taken(free); number++) {
      free = name + "-" + number;
    }
    assembly.serve(free, folder);
  }

  @Override
  public void remove(Source source) {
    if (source.kind() == Source.Kind.FOLDER) {
      assembly.stopServing(source.name());
      return;
    }
    List<MarketplaceConfig> left =
        assembly.sources().configs().stream()
            .filter(config -> !config.name().equals(source.name()))
            .toList();
    assembly.use(new Sources(left, null));
  }

  @Override
  public Integer ask(Source source, Cancellation cancellation) {
    return assembly
        .catalog()
        .marketplace(source.name())
        .map(one -> one.search(new SearchQuery("", Sort.RELEVANCE, 1, 0), cancellation).total())
        .orElse(null);
  }
}
