package app.satchel.instance;

import java.io.IOException;

/** A folder, a socket or a process that is not, or not only, this person's. */
final class UntrustedPlaceException extends IOException {
  private static final long serialVersionUID = 1L;

  UntrustedPlaceException(String message) {
    super(message);
  }
}
