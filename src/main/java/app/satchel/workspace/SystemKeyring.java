package app.satchel.workspace;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.KeyringStorageType;
import com.github.javakeyring.PasswordAccessException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The keyring of this system by way of java-keyring (docs/decisions/0006-os-keyring.md): the
 * freedesktop.org Secret Service or KWallet, the macOS Keychain, the Windows Credential Manager.
 * This is the only class that loads it.
 */
final class SystemKeyring implements Keyring {
  private static final String ACCOUNT = "Agent Skills API key";

  private final String service;
  private final com.github.javakeyring.Keyring keyring;

  SystemKeyring() throws BackendNotSupportedException {
    this("Satchel");
  }

  /**
   * @param service under which name the secret is kept
   */
  SystemKeyring(String service) throws BackendNotSupportedException {
    this.service = service;
    keyring = open(stores(System.getProperty("os.name")));
  }

  /**
   * Only what belongs to the system is tried: the library on its own would also load native code
   * for the others to find that out.
   */
  private static List<KeyringStorageType> stores(String system) {
    String plain = system.toLowerCase(Locale.ROOT);
    if (plain.contains("win")) {
      return List.of(KeyringStorageType.WINDOWS_CREDENTIAL_STORE);
    }
    return plain.contains("mac")
        ? List.of(KeyringStorageType.OSX_KEYCHAIN)
        : List.of(KeyringStorageType.GNOME_KEYRING, KeyringStorageType.KWALLET);
  }

  private static com.github.javakeyring.Keyring open(List<KeyringStorageType> stores)
      throws BackendNotSupportedException {
    BackendNotSupportedException none = new BackendNotSupportedException("no store");
    for (KeyringStorageType store : stores) {
      try {
        return com.github.javakeyring.Keyring.create(store);
      } catch (BackendNotSupportedException e) {
        none.addSuppressed(e);
      }
    }
    throw none;
  }

  @Override
  public Optional<String> read() {
    try {
      return Optional.ofNullable(keyring.getPassword(service, ACCOUNT));
    } catch (PasswordAccessException e) {
      // The library has one exception for "there is none" and "you may not".
      return Optional.empty();
    }
  }

  @Override
  public void write(String secret) throws PasswordAccessException {
    keyring.setPassword(service, ACCOUNT, secret);
  }

  @Override
  public void remove() throws PasswordAccessException {
    if (read().isPresent()) {
      keyring.deletePassword(service, ACCOUNT);
    }
  }

  @Override
  public void close() throws Exception {
    keyring.close();
  }
}
