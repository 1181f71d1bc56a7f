package app.satchel.workspace;

import java.util.Optional;

/**
 * One opened keyring, for one secret. Everything it throws means that it cannot be used; nothing is
 * promised about how long it takes.
 */
interface Keyring extends AutoCloseable {
  /** The kept secret. */
  Optional<String> read() throws Exception;

  /** Replaces the kept secret. */
  void write(String secret) throws Exception;

  /** Removes the kept secret; does nothing when there is none. */
  void remove() throws Exception;

  @Override
  void close() throws Exception;

  /** Opens the keyring, which loads native code. */
  @FunctionalInterface
  interface Opener {
    Keyring open() throws Exception;
  }
}
