package app.satchel.marketplace;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The marketplaces a new Satchel knows, from dated data: addresses change without us. */
public final class BuiltInMarketplaces {
  private static final List<MarketplaceConfig> ALL = read();

  private BuiltInMarketplaces() {}

  /** In the order they are asked; never empty. */
  public static List<MarketplaceConfig> get() {
    return ALL;
  }

  private static List<MarketplaceConfig> read() {
    try (InputStream in =
        BuiltInMarketplaces.class.getResourceAsStream("built-in-marketplaces.json")) {
      return SourcesFile.parse(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException("built-in-marketplaces.json", e);
    }
  }
}
