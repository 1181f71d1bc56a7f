package app.satchel.marketplace;

import app.satchel.http.WebAddress;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A marketplace given by a person as {@code NAME=URL}.
 *
 * @param name what to call it
 * @param address its base address: http or https, no query
 */
public record SourceSpec(String name, URI address) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /**
   * Reads {@code NAME=URL}.
   *
   * @throws ProblemException INPUT {@code source-malformed}
   */
  public static SourceSpec parse(String text) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? "" : text.substring(0, equals).strip();
    Optional<URI> address = equals < 0 ? Optional.empty() : address(text.substring(equals + 1));
    if (!isName(name) || address.isEmpty()) {
      throw ProblemException.of(
          Words.of(SourceSpec.class), ProblemKind.INPUT, "source-malformed", "", text);
    }
    return new SourceSpec(name, address.get());
  }

  /** Whether a marketplace may have this name. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** Whether nobody on the way can read along or alter: https, or this computer itself. */
  public static boolean isPrivate(URI address) {
    return "https".equalsIgnoreCase(address.getScheme()) || WebAddress.onThisComputer(address);
  }

  /** Reads a base address without a trailing slash; empty when it is none. */
  public static Optional<URI> address(String text) {
    return WebAddress.parse(text, null)
        .filter(uri -> uri.getRawQuery() == null && uri.getRawFragment() == null)
        .map(uri -> URI.create(uri.toString().replaceAll("/+$", "")));
  }
}
