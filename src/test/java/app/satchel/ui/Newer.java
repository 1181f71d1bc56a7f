package app.satchel.ui;

import app.satchel.assembly.Assembly;
import app.satchel.assembly.SelfUpdates;
import app.satchel.release.Signer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** A newer Satchel on a server of its own, for this computer, signed with a key of the test. */
final class Newer implements AutoCloseable {
  static final String NOTES =
      """
      # Satchel 0.2.0

      - **Updates** of installed skills, with your edits kept.
      - Search is twice as fast on a slow disk. See [the list](https://satchel.example/0.2.0).
      - <script>alert(1)</script> ![a picture](https://tracker.example/x.png) `code`

      ## Fixed

      What was wrong with *tables* is right.
      """;

  final MockWebServer server = new MockWebServer();
  private final Signer signer;
  private final byte[] file;

  Newer(byte[] file) throws Exception {
    this.file = file;
    this.signer = new Signer("test");
    server.start();
    String os = System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT);
    boolean windows = os.startsWith("windows");
    String system = windows ? "windows" : os.startsWith("mac") ? "macos" : "linux";
    ObjectNode release =
        signer.release("0.2.0", system, "satchel-0.2.0.zip", file, server.url("/file").toString());
    String arch = System.getProperty("os.arch");
    ((ObjectNode) release.at("/downloads/0"))
        .put("arch", arch.equals("amd64") || arch.equals("x86_64") ? "x64" : arch);
    release.put("notes", NOTES);
    String feed = Signer.feed(release).toString();
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return request.getUrl().encodedPath().equals("/feed.json")
                ? new MockResponse.Builder().body(feed).build()
                : new MockResponse.Builder().body(new Buffer().write(Newer.this.file)).build();
          }
        });
  }

  /** Satchel 0.1.0, which knows the key and looks once a day. */
  SelfUpdates updates(Assembly assembly) {
    SelfUpdates updates = assembly.updates("0.1.0", signer.keys(), InstantSource.system());
    updates.choose(updates.choices().withDaily(true).withFeed(server.url("/feed.json").uri()));
    return updates;
  }

  @Override
  public void close() {
    server.close();
  }
}
