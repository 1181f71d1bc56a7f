package app.satchel.display;

import app.satchel.display.CheckedItem.State;
import app.satchel.words.Words;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Which proxies are named here; names and passwords in them are never told. */
final class Proxies {
  private static final Words WORDS = Words.of(Proxies.class);
  private static final List<String> VARIABLES = List.of("http_proxy", "https_proxy", "all_proxy");
  private static final List<String> PROPERTIES =
      List.of("http.proxyHost", "https.proxyHost", "socksProxyHost");

  private Proxies() {}

  static void look(Surroundings here, Consumer<CheckedItem> items) {
    boolean systems = here.property("java.net.useSystemProxies").equals("true");
    boolean told = systems;
    String name = WORDS.text("doctor.name.proxy");
    if (systems) {
      items.accept(new CheckedItem("proxy", name, State.OK, "java.net.useSystemProxies", ""));
    }
    for (String property : PROPERTIES) {
      String host = here.property(property);
      if (!host.isEmpty()) {
        told = true;
        items.accept(
            new CheckedItem("proxy", name, State.OK, property + "=" + place("//" + host), ""));
      }
    }
    for (String variable : VARIABLES) {
      for (String spelled : List.of(variable, variable.toUpperCase(Locale.ROOT))) {
        String value = here.variable(spelled);
        if (!value.isEmpty()) {
          // Java does not read them; a person who set one believes that it holds.
          items.accept(
              new CheckedItem(
                  "proxy",
                  name,
                  told ? State.OK : State.NOTE,
                  spelled + "=" + place(value),
                  told ? "" : WORDS.text("doctor.proxy.hint")));
        }
      }
    }
  }

  /** Host and port alone. */
  private static String place(String value) {
    try {
      URI address = URI.create(value.contains("//") ? value : "//" + value);
      if (address.getHost() == null) {
        return WORDS.text("doctor.proxy.hidden");
      }
      String port = address.getPort() < 0 ? "" : ":" + address.getPort();
      String secret = address.getUserInfo() == null ? "" : " " + WORDS.text("doctor.proxy.secret");
      return address.getHost() + port + secret;
    } catch (IllegalArgumentException e) {
      return WORDS.text("doctor.proxy.hidden");
    }
  }
}
