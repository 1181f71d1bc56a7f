package app.satchel.release;

import app.satchel.http.WebAddress;
import java.net.URI;
import java.util.Optional;

/** Which addresses releases may come from. */
final class Addresses {
  private Addresses() {}

  /** An address as it stands in a feed or in settings. */
  static Optional<URI> read(String text) {
    return WebAddress.parse(text, null);
  }

  /** Whether what comes from there cannot be changed on its way. */
  static boolean safe(URI address) {
    return "https".equalsIgnoreCase(address.getScheme()) || WebAddress.onThisComputer(address);
  }
}
