package app.satchel.http;

import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides which addresses may be asked. A marketplace, a redirect or a listing must not make this
 * computer talk to itself or to its neighbours (a router, a cloud's metadata service), except to
 * the very origins that a person configured.
 *
 * <p>Names are judged when they are looked up for a connection, by what they resolve to, so that a
 * name that changes its address between two look-ups gains nothing. When a proxy is in use it looks
 * names up, and only its own name is looked up here.
 */
final class AddressGuard {
  private static final Words WORDS = Words.of(AddressGuard.class);
  private static final String LOOPBACK = "loopback";

  /** {@code host:port} of configured literals and of this computer, {@code host} of names. */
  private final Set<String> vouched = new HashSet<>();

  /** The hosts of the above, without ports. */
  private final Set<String> vouchedHosts = new HashSet<>();

  private final boolean plainHttp;
  private final Set<String> proxies;

  /**
   * @param origins addresses that a person configured; they may be private, and plain HTTP is
   *     accepted when one of them uses it
   * @param proxies names of the proxies in use; grows while running
   */
  AddressGuard(List<URI> origins, Set<String> proxies) {
    boolean plain = false;
    for (URI origin : origins) {
      String host = hostOf(origin);
      vouchedHosts.add(host);
      vouched.add(literal(host) ? host + ":" + port(origin) : host);
      plain |= "http".equalsIgnoreCase(origin.getScheme());
    }
    this.plainHttp = plain;
    this.proxies = proxies;
  }

  static Set<String> noProxies() {
    return ConcurrentHashMap.newKeySet();
  }

  /**
   * Judges an address before a connection is made.
   *
   * @throws ProblemException INPUT {@code address-refused} or {@code address-insecure}
   */
  void check(URI address) {
    String host = hostOf(address);
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (host.isEmpty() || !(scheme.equals("https") || scheme.equals("http"))) {
      throw refused("address-refused", scheme, null);
    }
    if (scheme.equals("http") && !plainHttp) {
      throw refused("address-insecure", host, null);
    }
    if (literal(host) && privateLiteral(host) && !vouched.contains(host + ":" + port(address))) {
      throw refused("address-refused", address.getHost(), null);
    }
  }

  /** Looks a name up, and refuses when any of its addresses is private and not vouched for. */
  List<InetAddress> lookup(String name) throws UnknownHostException {
    List<InetAddress> found = Arrays.asList(InetAddress.getAllByName(name));
    if (!vouchedHosts.contains(normal(name))
        && !proxies.contains(name.toLowerCase(Locale.ROOT))
        && found.stream().anyMatch(PrivateAddresses::contains)) {
      throw new Refused(name);
    }
    return found;
  }

  /** What a refused look-up means for a person. */
  static ProblemException refusal(Refused cause) {
    return refused("address-refused", cause.getMessage(), cause);
  }

  private static ProblemException refused(String code, String host, Throwable cause) {
    return ProblemException.of(WORDS, ProblemKind.INPUT, code, host, cause, host);
  }

  private static boolean literal(String host) {
    return host.equals(LOOPBACK) || literalAddress(host).isPresent();
  }

  private static boolean privateLiteral(String host) {
    return host.equals(LOOPBACK)
        || literalAddress(host).filter(PrivateAddresses::contains).isPresent();
  }

  /** Whether an address names this computer, in any spelling. */
  static boolean onThisComputer(URI address) {
    return hostOf(address).equals(LOOPBACK);
  }

  private static String hostOf(URI address) {
    return address.getHost() == null ? "" : normal(address.getHost());
  }

  /** All spellings of this computer are one. */
  private static String normal(String host) {
    String plain = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$|\\.$", "");
    boolean own =
        plain.equals("localhost")
            || plain.endsWith(".localhost")
            || literalAddress(plain).filter(InetAddress::isLoopbackAddress).isPresent();
    return own ? LOOPBACK : plain;
  }

  private static Optional<InetAddress> literalAddress(String host) {
    if (host.isEmpty() || !(host.indexOf(':') >= 0 || Character.isDigit(host.charAt(0)))) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException e) {
      // A name that begins with a digit; it is judged when looked up.
      return Optional.empty();
    }
  }

  private static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
  }

  /** A name that leads to a private address. */
  static final class Refused extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    Refused(String host) {
      super(host);
    }
  }
}
