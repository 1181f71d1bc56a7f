package app.satchel.cli;

import app.satchel.marketplace.FolderMarketplaceServer;
import app.satchel.marketplace.SourceSpec;
import app.satchel.task.Cancellation;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code satchel serve DIR}: a folder of skills as a marketplace on this computer. */
@Command(name = "serve")
final class ServeCommand extends SatchelCommand {
  private static final int MAX_PORT = 65_535;

  @Parameters(paramLabel = "DIR", descriptionKey = "serve.folder")
  Path folder;

  @Option(names = "--port", paramLabel = "N", defaultValue = "0", descriptionKey = "serve.port")
  int port;

  @Override
  int run(Session session) {
    if (port < 0 || port > MAX_PORT) {
      throw usage(session.text("usage.port"));
    }
    try (FolderMarketplaceServer server = FolderMarketplaceServer.start(folder, port)) {
      ObjectNode node = JsonShapes.JSON.objectNode();
      node.put("url", server.url().toString());
      node.put("skills", server.skills());
      // The address is for a program in any case; the words are for the person who started it.
      session.json().always(node);
      String name =
          folder.toAbsolutePath().normalize().getFileName() == null
              ? "local"
              : folder.toAbsolutePath().normalize().getFileName().toString();
      Terminal terminal = session.terminal();
      terminal.note(session.text("serve.running", folder, server.url().toString()));
      terminal.note(
          session.text("serve.skills", server.skills(), sourceName(name), server.url().toString()));
      terminal.note(session.text("serve.stop"));
      waitForTheEnd(session);
    }
    return ExitCode.OK;
  }

  private static String sourceName(String folderName) {
    String name = folderName.toLowerCase(Locale.ROOT);
    return SourceSpec.isName(name) ? name : "local";
  }

  private static void waitForTheEnd(Session session) {
    CountDownLatch end = new CountDownLatch(1);
    try (Cancellation.Registration _ = session.cancellation().onCancel(end::countDown)) {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
