package app.satchel.opening;

import java.net.URI;
import java.util.Objects;

/** The marketplace that a link names. */
public sealed interface LinkSource {
  /** As it stands in a link, before it is encoded. */
  String text();

  /**
   * One that the person knows by this name.
   *
   * @param name a marketplace's name
   */
  record Named(String name) implements LinkSource {
    public Named {
      Objects.requireNonNull(name);
    }

    @Override
    public String text() {
      return name;
    }
  }

  /**
   * One at an address: https, or http on this computer itself.
   *
   * @param address its base address, without query and trailing slash
   */
  record At(URI address) implements LinkSource {
    public At {
      Objects.requireNonNull(address);
    }

    @Override
    public String text() {
      return address.toString();
    }
  }
}
