package app.satchel.marketplace;

import app.satchel.disk.Placement;
import app.satchel.http.HttpAccess;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The configured marketplaces, in the order they are asked.
 *
 * @param configs never empty
 * @param problem why the settings file was not used, or null when it was, or when there is none
 */
public record Sources(List<MarketplaceConfig> configs, Problem problem) {
  private static final Words WORDS = Words.of(Sources.class);
  private static final long MAX_FILE_BYTES = 1L << 20;

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
  public static Sources load(Path file) {
    try {
      if (Files.size(file) > MAX_FILE_BYTES) {
        throw new IOException("larger than " + MAX_FILE_BYTES + " bytes");
      }
      List<MarketplaceConfig> read = SourcesFile.parse(Files.readAllBytes(file));
      return read.isEmpty() ? builtIn() : new Sources(read, null);
    } catch (NoSuchFileException e) {
      return builtIn();
    } catch (IOException e) {
      ProblemException unreadable =
          ProblemException.of(
              WORDS, ProblemKind.INPUT, "sources-unreadable", e.toString(), e, file.toString());
      return new Sources(BuiltInMarketplaces.get(), unreadable.problem());
    }
  }

  /**
   * Writes the settings file in one step. A damaged file that it replaces is kept beside it as
   * {@code NAME.bad}.
   *
   * @throws ProblemException DISK {@code sources-not-written}
   */
  public void save(Path file) {
    Path temporary = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(temporary, SourcesFile.write(configs, readable(file)));
      Placement.replace(temporary, file);
    } catch (IOException e) {
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException left) {
        e.addSuppressed(left);
      }
      throw ProblemException.of(
          WORDS, ProblemKind.DISK, "sources-not-written", e.toString(), e, file.toString());
    }
  }

  /** The old text, or null when there is none or it was damaged and has been put aside. */
  private static byte[] readable(Path file) throws IOException {
    if (!Files.exists(file)) {
      return null;
    }
    byte[] old = Files.readAllBytes(file);
    try {
      SourcesFile.parse(old);
      return old;
    } catch (IOException e) {
      Files.copy(
          file,
          file.resolveSibling(file.getFileName() + ".bad"),
          StandardCopyOption.REPLACE_EXISTING);
      return null;
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
