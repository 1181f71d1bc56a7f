package app.satchel.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The system's proxies, remembered while in use: their names may lead to private addresses. */
final class RememberedProxies extends ProxySelector {
  private final ProxySelector system;
  private final Set<String> hosts;

  RememberedProxies(ProxySelector system, Set<String> hosts) {
    this.system = system;
    this.hosts = hosts;
  }

  @Override
  public List<Proxy> select(URI uri) {
    List<Proxy> selected = system == null ? List.of(Proxy.NO_PROXY) : system.select(uri);
    for (Proxy proxy : selected) {
      if (proxy.address() instanceof InetSocketAddress address) {
        hosts.add(address.getHostString().toLowerCase(Locale.ROOT));
      }
    }
    return selected;
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    if (system != null) {
      system.connectFailed(uri, address, failure);
    }
  }
}
