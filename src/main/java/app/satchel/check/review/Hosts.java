package app.satchel.check.review;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hosts that a skill's scripts and commands talk to. In text only lines with a command that
 * fetches count: a link to documentation is no contact.
 */
final class Hosts {
  static final int MAX_HOSTS = 60;

  private static final Pattern ADDRESS =
      Pattern.compile("(?:https?|wss?|ftp)://(?:[^/\\s@\"'<>]{1,100}@)?([A-Za-z0-9.-]{3,100})");

  private static final Pattern FETCHES =
      Pattern.compile(
          "\\b(?:curl|wget|iwr|irm|Invoke-WebRequest|Invoke-RestMethod|fetch\\(|requests\\.|httpx\\.|"
              + "urlopen|axios|http\\.get|git\\s{1,3}clone|pip3?\\s{1,3}install)",
          Pattern.CASE_INSENSITIVE);

  private final Map<String, Place> places = new TreeMap<>();

  /** Where a host was seen first. */
  record Place(String file, int line) {}

  void scan(String file, List<String> lines, boolean script) {
    for (int i = 0; i < lines.size() && places.size() < MAX_HOSTS; i++) {
      String line = lines.get(i);
      if (!line.contains("://")) {
        continue;
      }
      String head = line.substring(0, Math.min(line.length(), 4 * LineScan.WINDOW));
      if (!script && !FETCHES.matcher(head).find()) {
        continue;
      }
      Matcher address = ADDRESS.matcher(head);
      while (address.find() && places.size() < MAX_HOSTS) {
        String host = address.group(1).toLowerCase(Locale.ROOT);
        if (outside(host)) {
          places.putIfAbsent(host, new Place(file, i + 1));
        }
      }
    }
  }

  /** A name or number that is not this computer's own. */
  private static boolean outside(String host) {
    return host.indexOf('.') > 0
        && !host.endsWith(".")
        && !host.startsWith("127.")
        && !host.equals("0.0.0.0")
        && !host.endsWith(".localhost")
        && !host.endsWith(".local")
        // Names of XML formats look like addresses and are never fetched.
        && !host.equals("www.w3.org")
        && !host.equals("schemas.openxmlformats.org")
        && !host.equals("json-schema.org");
  }

  Map<String, Place> places() {
    return places;
  }
}
