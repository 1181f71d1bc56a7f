package app.satchel.marketplace;

import app.satchel.http.HttpAccess;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves a folder of skills as a marketplace on this computer, over real HTTP and with the protocol
 * of claude-plugins.dev: a private marketplace in one command. Only programs on this computer reach
 * it; requests that a web page made through a browser are refused, by {@code Host} and {@code
 * Origin}. Nothing is ever written, and nothing outside the folder is served.
 *
 * <p>A folder laid out as {@code OWNER/REPO/…/skill} keeps these names; any other is {@code
 * @local/FOLDER/skill}. Changes in the folder are seen within about a second.
 */
public final class FolderMarketplaceServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderMarketplaceServer.class);
  private static final Words WORDS = Words.of(FolderMarketplaceServer.class);

  private final HttpServer server;
  private final ExecutorService threads;
  private final ServedFolder folder;

  private FolderMarketplaceServer(HttpServer server, ExecutorService threads, ServedFolder folder) {
    this.server = server;
    this.threads = threads;
    this.folder = folder;
  }

  /**
   * Looks through a folder and begins to serve it.
   *
   * @param port 0 for any free one
   * @throws ProblemException NOT_FOUND {@code folder-not-found}, DISK {@code folder-unreadable},
   *     UNAVAILABLE {@code port-unavailable}
   */
  public static FolderMarketplaceServer start(Path folder, int port) {
    return start(folder, port, Duration.ofSeconds(1));
  }

  static FolderMarketplaceServer start(Path folder, int port, Duration leastPause) {
    ServedFolder served = new ServedFolder(folder, leastPause);
    HttpServer server;
    try {
      server = HttpServer.create(new InetSocketAddress(loopback(), port), 64);
    } catch (IOException | IllegalArgumentException e) {
      throw ProblemException.of(
          WORDS,
          ProblemKind.UNAVAILABLE,
          "port-unavailable",
          e.toString(),
          e,
          Integer.toString(port));
    }
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    FolderMarketplaceServer started = new FolderMarketplaceServer(server, threads, served);
    FolderProtocol protocol = new FolderProtocol(served, started.url());
    server.createContext("/", exchange -> handle(protocol, exchange));
    server.start();
    LOG.info("Serving {} skills at {}", served.index().size(), started.url());
    return started;
  }

  private static InetAddress loopback() {
    try {
      return InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  private static void handle(FolderProtocol protocol, HttpExchange exchange) {
    try (exchange) {
      FolderResponse response = protocol.answer(FolderRequest.of(exchange));
      response.send(exchange);
    } catch (IOException e) {
      // The other side went away; there is nobody to tell.
      LOG.debug("Answer not sent", e);
    }
  }

  /**
   * It as a marketplace of this process; works until {@link #close}, also when {@code http} is told
   * offline.
   *
   * @param name what to call it
   */
  public Marketplace marketplace(String name, HttpAccess http) {
    return new ClaudePluginsMarketplace(
        MarketplaceConfig.at(name, url()), http.withinThisProcess());
  }

  /** The base address, without a trailing slash. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** How many skills are served now. */
  public int skills() {
    return folder.index().size();
  }

  /** Stops at once. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
