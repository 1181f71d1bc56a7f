import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * For whoever releases Satchel: makes a key, and signs the files of a release. A single file, run
 * as it is; it needs a JDK and nothing else, so that it can be run where the key is and nothing
 * else is.
 *
 * <pre>
 * java installer/SignRelease.java new-key ID FOLDER
 * java installer/SignRelease.java sign KEYFILE ID VERSION SYSTEM ARCH BASE-ADDRESS FILE...
 * java installer/SignRelease.java verify PUBLIC-KEY VERSION FILE SIGNATURE
 * </pre>
 *
 * What is signed is not the file but a few lines about it, its hash among them
 * (docs/release-feed.md): so the version and the name cannot be exchanged, and a verifier needs no
 * room for the whole file.
 */
public final class SignRelease {
  private static final String ALGORITHM = "Ed25519";
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";
  private static final Set<String> SYSTEMS = Set.of("linux", "windows", "macos");
  private static final Set<String> ARCHS = Set.of("x64", "aarch64");

  private SignRelease() {}

  public static void main(String[] args) throws Exception {
    System.exit(run(List.of(args), System.out, System.err));
  }

  static int run(List<String> args, PrintStream out, PrintStream err) throws Exception {
    String command = args.isEmpty() ? "" : args.getFirst();
    if (command.equals("new-key") && args.size() == 3) {
      return newKey(args.get(1), Path.of(args.get(2)), out, err);
    }
    if (command.equals("sign") && args.size() >= 8) {
      return sign(args, out, err);
    }
    if (command.equals("verify") && args.size() == 5) {
      boolean holds = verified(args.get(1), args.get(2), Path.of(args.get(3)), args.get(4));
      out.println(holds ? "The signature holds." : "The signature does NOT hold.");
      return holds ? 0 : 1;
    }
    err.println("new-key ID FOLDER");
    err.println("sign KEYFILE ID VERSION SYSTEM ARCH BASE-ADDRESS FILE...");
    err.println("verify PUBLIC-KEY VERSION FILE SIGNATURE");
    return 2;
  }

  /** Writes the private key, and prints what belongs into release-keys.json. */
  private static int newKey(String id, Path folder, PrintStream out, PrintStream err)
      throws IOException, GeneralSecurityException {
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
      err.println("An id has letters, digits, dots and hyphens: " + id);
      return 2;
    }
    KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    Path file = Files.createDirectories(folder).resolve(id + ".private.pem");
    String pem = BEGIN + "\n" + base64(pair.getPrivate().getEncoded()) + "\n" + END + "\n";
    try {
      // For its owner alone from the first moment on, where the disk knows owners.
      boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
      Files.createFile(
          file,
          posix
              ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
              }
              : new FileAttribute<?>[0]);
    } catch (FileAlreadyExistsException e) {
      err.println("There is a key already, and it is not replaced: " + file);
      return 1;
    }
    Files.writeString(file, pem, StandardOpenOption.TRUNCATE_EXISTING);
    out.printf(
        "{\"id\": \"%s\", \"key\": \"%s\", \"since\": \"%s\"}%n",
        id, base64(pair.getPublic().getEncoded()), LocalDate.now(ZoneOffset.UTC));
    err.println("The private key is in " + file + ". Keep it where no computer that builds is.");
    return 0;
  }

  /** Prints the "downloads" of a release in the feed. */
  private static int sign(List<String> args, PrintStream out, PrintStream err)
      throws IOException, GeneralSecurityException {
    String id = args.get(2);
    String version = args.get(3);
    String system = args.get(4);
    String arch = args.get(5);
    String base = args.get(6).replaceAll("/+$", "");
    if (!SYSTEMS.contains(system) || !ARCHS.contains(arch) || !base.startsWith("https://")) {
      err.println("SYSTEM is one of " + SYSTEMS + ", ARCH of " + ARCHS + ", BASE-ADDRESS https://");
      return 2;
    }
    PrivateKey key = privateKey(Path.of(args.get(1)));
    List<String> entries = new ArrayList<>();
    for (String name : args.subList(7, args.size())) {
      Path file = Path.of(name);
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(statement(version, file));
      entries.add(
          String.format(
              """
              {"system": "%s", "arch": "%s", "file": "%s",
               "url": "%s/%s", "size": %d,
               "sha256": "%s",
               "signature": {"key": "%s", "value": "%s"}}\
              """,
              system,
              arch,
              file.getFileName(),
              base,
              file.getFileName(),
              Files.size(file),
              sha256(file),
              id,
              base64(signature.sign())));
    }
    out.println("[\n" + String.join(",\n", entries) + "\n]");
    return 0;
  }

  private static boolean verified(String publicKey, String version, Path file, String signature)
      throws IOException, GeneralSecurityException {
    PublicKey key =
        KeyFactory.getInstance(ALGORITHM)
            .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
    Signature check = Signature.getInstance(ALGORITHM);
    check.initVerify(key);
    check.update(statement(version, file));
    return check.verify(Base64.getDecoder().decode(signature));
  }

  private static byte[] statement(String version, Path file)
      throws IOException, GeneralSecurityException {
    String lines =
        "satchel-release-1\n"
            + ("version: " + version + "\n")
            + ("file: " + file.getFileName() + "\n")
            + ("size: " + Files.size(file) + "\n")
            + ("sha256: " + sha256(file) + "\n");
    return lines.getBytes(StandardCharsets.UTF_8);
  }

  private static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
    String base64 =
        Files.readString(file).replace(BEGIN, "").replace(END, "").replaceAll("\\s", "");
    return KeyFactory.getInstance(ALGORITHM)
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
  }

  private static String sha256(Path file) throws IOException, GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
