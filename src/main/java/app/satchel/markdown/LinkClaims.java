package app.satchel.markdown;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds links whose words name one host while they lead to another. Words that merely look like a
 * file ({@code README.md}, {@code script.sh}) name no host unless a scheme or {@code www.} stands
 * before them.
 */
final class LinkClaims {
  private static final int LONGEST = 300;

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:(https?)://|(www\\.))?(?:[^\\s/@?#]*@)?"
              + "((?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62})\\.)+[\\p{L}][\\p{L}\\p{N}-]{1,24})\\.?"
              + "(?::[0-9]{1,5})?(?:[/?#]\\S*)?",
          Pattern.CASE_INSENSITIVE);

  /**
   * Endings that people write as addresses. Other countries' endings are those of files as well
   * ({@code .md}, {@code .py}, {@code .rs}, {@code .sh}), or of words that begin a sentence.
   */
  private static final Set<String> ENDINGS =
      Set.of(
          ("com org net edu gov mil int info biz io dev app ai co uk de fr nl it es eu us ca jp cn"
                  + " kr in br au ru ch at be se no fi dk cz me tv gg xyz cloud online site page"
                  + " tech store shop blog example test")
              .split(" "));

  private LinkClaims() {}

  /** The target with what the link's words claim, where that is something else. */
  static LinkTarget judge(LinkTarget target, List<Inline> content) {
    if (!(target instanceof LinkTarget.Web web)) {
      return target;
    }
    String words = PlainText.ofInlines(content).strip();
    String claimed = words.length() > LONGEST ? "" : host(words);
    return claimed.isEmpty() || sameOwner(claimed, web.uri().getHost())
        ? web
        : new LinkTarget.Web(web.uri(), web.host(), claimed);
  }

  private static String host(String words) {
    Matcher address = ADDRESS.matcher(words);
    if (!address.matches()) {
      return "";
    }
    String host = address.group(3).toLowerCase(Locale.ROOT);
    boolean certain = address.group(1) != null || address.group(2) != null;
    return certain || ENDINGS.contains(host.substring(host.lastIndexOf('.') + 1)) ? host : "";
  }

  /** One below the other is taken for the same: {@code docs.example.org} is of example.org. */
  private static boolean sameOwner(String claimed, String asked) {
    String one = ascii(claimed);
    String other = asked.toLowerCase(Locale.ROOT).replaceAll("^www\\.|\\.$", "");
    return one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one);
  }

  private static String ascii(String host) {
    try {
      return java.net.IDN.toASCII(host).toLowerCase(Locale.ROOT).replaceAll("^www\\.", "");
    } catch (IllegalArgumentException e) {
      // No host can be written so; it differs from every real one.
      return host;
    }
  }
}
