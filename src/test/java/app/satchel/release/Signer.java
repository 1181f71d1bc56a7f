package app.satchel.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;

/** A key of a test, and feeds that it signs. */
public final class Signer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String id;
  private final KeyPair pair;

  public Signer(String id) throws GeneralSecurityException {
    this.id = id;
    this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  /** A program that knows this key alone. */
  public ReleaseKeys keys() {
    ObjectNode root = JSON.createObjectNode();
    root.putArray("keys")
        .addObject()
        .put("id", id)
        .put("key", Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
    return ReleaseKeys.read(root);
  }

  /** The signature of what a file is said to be. */
  public String sign(String version, String name, byte[] bytes) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    String statement =
        "satchel-release-1\nversion: %s\nfile: %s\nsize: %d\nsha256: %s\n"
            .formatted(version, name, bytes.length, sha256(bytes));
    signature.update(statement.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(signature.sign());
  }

  public static String sha256(byte[] bytes) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /** A release with one file, signed. */
  public ObjectNode release(String version, String system, String name, byte[] bytes, String url)
      throws GeneralSecurityException {
    ObjectNode release = JSON.createObjectNode();
    release.put("version", version).put("date", "2027-01-15").put("notes", "Now with *more*.");
    release.put("page", "https://satchel.example/download");
    ObjectNode file = release.putArray("downloads").addObject();
    file.put("system", system).put("arch", "x64").put("file", name).put("url", url);
    file.put("size", bytes.length).put("sha256", sha256(bytes));
    file.putObject("signature").put("key", id).put("value", sign(version, name, bytes));
    return release;
  }

  /** The feed of some releases. */
  public static ObjectNode feed(ObjectNode... releases) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", 1);
    for (ObjectNode one : releases) {
      root.withArrayProperty("releases").add(one);
    }
    return root;
  }
}
