package app.satchel.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Addresses on the web: built from parts that need no care, and read from text that needs much. */
public final class WebAddress {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  /** What an address may hold as it stands, beside the unreserved (RFC 3986). */
  private static final String KEPT = UNRESERVED + ":/?#[]@!$&'()*+,;=%";

  private static final int MAX_LENGTH = 4096;

  private final StringBuilder text;
  private char separator = '?';

  private WebAddress(URI base) {
    this.text = new StringBuilder(base.toString().replaceAll("[/?#]+$", ""));
  }

  /** Starts at a base address, whose path is kept. */
  public static WebAddress at(URI base) {
    return new WebAddress(base);
  }

  /** Adds a path that is known to be harmless. */
  public WebAddress path(String path) {
    text.append(path);
    return this;
  }

  /** Adds one path segment, percent-encoded except for {@code @}, which marketplaces expect so. */
  public WebAddress segment(String segment) {
    text.append('/').append(encode(segment, UNRESERVED + "@"));
    return this;
  }

  /** Adds a query parameter, percent-encoded. */
  public WebAddress query(String name, Object value) {
    text.append(separator).append(name).append('=').append(encode(value.toString(), UNRESERVED));
    separator = '&';
    return this;
  }

  /** What has been built. */
  public URI uri() {
    return URI.create(text.toString());
  }

  /**
   * Reads an address as marketplaces write them; characters that do not belong are encoded.
   *
   * @param base what a relative address is relative to, or null to accept absolute ones only
   * @return empty unless it is http or https with a host and without user name
   */
  public static Optional<URI> parse(String text, URI base) {
    if (text == null || text.isBlank() || text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      URI read = new URI(encode(text.strip(), KEPT));
      URI whole = base == null ? read : folder(base).resolve(read);
      String scheme = whole.getScheme() == null ? "" : whole.getScheme().toLowerCase(Locale.ROOT);
      boolean usable =
          (scheme.equals("http") || scheme.equals("https"))
              && whole.getHost() != null
              && whole.getUserInfo() == null;
      return usable ? Optional.of(whole) : Optional.empty();
    } catch (URISyntaxException e) {
      // Not an address: the listing is shown without it.
      return Optional.empty();
    }
  }

  /** The address up to its path: what may be logged and copied, since queries can hold secrets. */
  public static String withoutQuery(URI address) {
    String authority = address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    return address.getScheme() + "://" + authority + address.getRawPath();
  }

  /**
   * Whether an address is one of this computer by its very spelling, so that nobody reads along.
   */
  public static boolean onThisComputer(URI address) {
    return AddressGuard.onThisComputer(address);
  }

  private static URI folder(URI base) {
    String text = base.toString();
    return text.endsWith("/") ? base : URI.create(text + "/");
  }

  private static String encode(String text, String kept) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (c < 128 && kept.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return out.toString();
  }
}
