package app.satchel.marketplace;

import app.satchel.http.HttpAccess;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.state.SettingsFile;
import app.satchel.words.Words;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The configured marketplaces, in the order they are asked.
 *
 * @param configs never empty
 * @param problem why the settings file was not used, or null when it was, or when there is none
 */
public record Sources(List<MarketplaceConfig> configs, Problem problem) {
  private static final Words WORDS = Words.of(Sources.class);

  public Sources {
    configs = List.copyOf(configs);
  }

  /** Those a new Satchel knows. */
  public static Sources builtIn() {
    return new Sources(BuiltInMarketplaces.get(), null);
  }

  /**
   * Reads the settings file. A missing one means the built-in marketplaces; a damaged one too, with
   * a problem to show, and is left as it is.
   */
  public static Sources load(SettingsFile file) {
    SettingsFile.Settings settings = file.read();
    if (settings.problem() != null) {
      return new Sources(BuiltInMarketplaces.get(), unreadable(file, settings.problem().details()));
    }
    try {
      List<MarketplaceConfig> read = SourcesFile.parse(settings.values());
      return read.isEmpty() ? builtIn() : new Sources(read, null);
    } catch (IOException e) {
      return new Sources(BuiltInMarketplaces.get(), unreadable(file, e.getMessage()));
    }
  }

  private static Problem unreadable(SettingsFile file, String why) {
    return ProblemException.of(
            WORDS, ProblemKind.INPUT, "sources-unreadable", why, file.path().toString())
        .problem();
  }

  /**
   * Writes the settings file in one step; what it says of other things stays. A damaged file that
   * it replaces is kept beside it under another name.
   *
   * @throws ProblemException DISK {@code sources-not-written}
   */
  public void save(SettingsFile file) {
    try {
      JsonNode list = file.read().values().path("marketplaces");
      if (!list.isArray() && !list.isMissingNode()) {
        file.setAside();
      }
      file.change(settings -> SourcesFile.write(configs, settings));
    } catch (IOException e) {
      throw ProblemException.of(
          WORDS, ProblemKind.DISK, "sources-not-written", e.toString(), e, file.path().toString());
    }
  }

  /**
   * The marketplaces for one call: those given on the command line in place of the configured ones.
   *
   * @param given from {@code --source}; empty to use the configured ones. A given name stands for
   *     its address alone, also {@code claude-plugins}
   * @param registryOverride as the official installer's {@code SKILLS_REGISTRY_URL}: another
   *     registry for the built-in marketplace; null or blank for none. Not applied to given ones
   * @throws ProblemException INPUT {@code registry-malformed} when the override is no address
   */
  public Sources forCall(List<SourceSpec> given, String registryOverride) {
    if (!given.isEmpty()) {
      return new Sources(
          given.stream().map(spec -> MarketplaceConfig.at(spec.name(), spec.address())).toList(),
          null);
    }
    if (registryOverride == null || registryOverride.isBlank()) {
      return this;
    }
    Optional<URI> registry = SourceSpec.address(registryOverride);
    if (registry.isEmpty()) {
      throw ProblemException.of(
          WORDS, ProblemKind.INPUT, "registry-malformed", "SKILLS_REGISTRY_URL", registryOverride);
    }
    List<MarketplaceConfig> changed = new ArrayList<>();
    for (MarketplaceConfig config : configs) {
      changed.add(config.isPublicService() ? config.withRegistry(registry.get()) : config);
    }
    return new Sources(changed, problem);
  }

  /** The marketplaces themselves. */
  public List<Marketplace> open(HttpAccess http) {
    return configs.stream()
        .map(config -> (Marketplace) new ClaudePluginsMarketplace(config, http))
        .toList();
  }
}
