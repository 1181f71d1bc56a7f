package app.satchel.marketplace;

import app.satchel.http.HttpAccess;
import app.satchel.problem.ProblemException;
import java.net.URI;
import java.nio.file.Path;

/**
 * The marketplace that comes with Satchel: sample skills of our own, served on this computer with
 * the same protocol as any other. It works without a network.
 */
public final class EmbeddedMarketplace implements AutoCloseable {
  /** Its name as a source. */
  public static final String NAME = "samples";

  private static final String RESOURCES = "app/satchel/samples/";

  private final FolderMarketplaceServer server;

  private EmbeddedMarketplace(FolderMarketplaceServer server) {
    this.server = server;
  }

  /**
   * Puts the samples below {@code stateFolder} if they are not there yet, and serves them.
   *
   * @throws ProblemException DISK {@code samples-not-written}, UNAVAILABLE {@code port-unavailable}
   */
  public static EmbeddedMarketplace start(Path stateFolder) {
    return start(stateFolder, EmbeddedMarketplace.class.getClassLoader(), RESOURCES);
  }

  static EmbeddedMarketplace start(Path stateFolder, ClassLoader loader, String resources) {
    Path folder = SampleFiles.read(loader, resources).unpackInto(stateFolder.resolve(NAME));
    return new EmbeddedMarketplace(FolderMarketplaceServer.start(folder, 0));
  }

  /** It as a marketplace; works until {@link #close}, also when {@code http} is told offline. */
  public Marketplace marketplace(HttpAccess http) {
    return server.marketplace(NAME, http);
  }

  /** Its address on this computer. */
  public URI url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
  }
}
