package app.satchel.assembly;

import app.satchel.http.HttpAccess;
import app.satchel.marketplace.ClaudePluginsMarketplace;
import app.satchel.marketplace.Marketplace;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Marketplaces that links named and a person let in for this run alone. They are asked for the very
 * skills they were let in for, never searched, and kept nowhere. Thread-safe.
 */
final class Guests {
  private final Map<String, URI> addresses = new LinkedHashMap<>();

  /**
   * Lets one in.
   *
   * @param taken names of others
   * @return what it is called: its host, with a number where that is taken
   */
  synchronized String admit(URI address, Set<String> taken) {
    for (Map.Entry<String, URI> known : addresses.entrySet()) {
      if (known.getValue().equals(address)) {
        return known.getKey();
      }
    }
    String name = address.getHost();
    for (int number = 2; taken.contains(name) || addresses.containsKey(name); number++) {
      name = address.getHost() + "-" + number;
    }
    addresses.put(name, address);
    return name;
  }

  synchronized boolean has(String name) {
    return addresses.containsKey(name);
  }

  synchronized List<Marketplace> open(HttpAccess http) {
    return addresses.entrySet().stream()
        .map(
            guest ->
                (Marketplace)
                    ClaudePluginsMarketplace.named(guest.getKey(), guest.getValue(), http))
        .toList();
  }
}
