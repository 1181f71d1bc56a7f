package app.satchel.assembly;

import app.satchel.http.HttpAccess;
import app.satchel.marketplace.FolderMarketplaceServer;
import app.satchel.marketplace.Marketplace;
import java.nio.file.Path;

/**
 * A folder of skills that is served as a marketplace.
 *
 * @param server serves it
 * @param folder the folder
 */
public record ServedFolder(FolderMarketplaceServer server, Path folder) implements AutoCloseable {
  Marketplace marketplace(String name, HttpAccess http) {
    return server.marketplace(name, http);
  }

  @Override
  public void close() {
    server.close();
  }
}
