package app.satchel.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * The public keys that releases are signed with, by id, so that a new one can come before an old
 * one goes.
 */
public final class ReleaseKeys {
  private static final String ALGORITHM = "Ed25519";

  private final Map<String, PublicKey> keys;

  private ReleaseKeys(Map<String, PublicKey> keys) {
    this.keys = Map.copyOf(keys);
  }

  /** Those that came with this version; none as long as nothing has been released. */
  public static ReleaseKeys bundled() {
    try (InputStream in = ReleaseKeys.class.getResourceAsStream("release-keys.json")) {
      return read(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException("release-keys.json", e);
    }
  }

  /**
   * Reads {@code {"keys":[{"id","key"}]}}, each key as base64 of its X.509 form.
   *
   * @throws IllegalArgumentException when one is none
   */
  public static ReleaseKeys read(JsonNode root) {
    Map<String, PublicKey> keys = new HashMap<>();
    for (JsonNode one : root.path("keys")) {
      String id = one.path("id").asText("");
      if (id.isEmpty() || keys.put(id, key(one.path("key").asText(""))) != null) {
        throw new IllegalArgumentException("a key needs an id of its own");
      }
    }
    return new ReleaseKeys(keys);
  }

  private static PublicKey key(String base64) {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no Ed25519 key", e);
    }
  }

  /** Whether there is none, so that nothing can be verified. */
  public boolean isEmpty() {
    return keys.isEmpty();
  }

  /** Whether a file is signed as belonging to a version, by one of these keys. */
  boolean signed(ReleaseFile file, String version) {
    PublicKey key = keys.get(file.key());
    if (key == null) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(file.statement(version).getBytes(StandardCharsets.UTF_8));
      return signature.verify(file.signature().bytes());
    } catch (GeneralSecurityException e) {
      // Bytes that are no signature at all.
      return false;
    }
  }
}
