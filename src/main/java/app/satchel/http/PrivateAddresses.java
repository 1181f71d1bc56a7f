package app.satchel.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Tells addresses of this computer, of its neighbours and of no one from addresses of the public
 * internet (IANA special-purpose registries, read 2026-11).
 */
final class PrivateAddresses {
  private PrivateAddresses() {}

  /** Whether the address is not one of the public internet. */
  static boolean contains(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return true;
    }
    byte[] bytes = address.getAddress();
    return bytes.length == 4
        ? specialV4(bytes[0] & 0xFF, bytes[1] & 0xFF, bytes[2] & 0xFF)
        : specialV6(bytes);
  }

  private static boolean specialV4(int a, int b, int c) {
    return a == 0
        || (a == 100 && b >= 64 && b <= 127) // carrier-grade NAT
        || (a == 192 && b == 0 && (c == 0 || c == 2)) // protocol assignments, documentation
        || (a == 198 && (b == 18 || b == 19)) // benchmarks
        || (a == 198 && b == 51 && c == 100)
        || (a == 203 && b == 0 && c == 113)
        || a >= 240; // reserved and broadcast
  }

  private static boolean specialV6(byte[] bytes) {
    int first = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    int second = (bytes[2] & 0xFF) << 8 | (bytes[3] & 0xFF);
    if ((first & 0xFE00) == 0xFC00 || (first == 0x2001 && (second == 0 || second == 0xDB8))) {
      return true; // unique local, Teredo, documentation
    }
    // Addresses that carry an IPv4 address are as private as the one they carry.
    if (first == 0x64 && second == 0xFF9B) {
      boolean wellKnown = zero(bytes, 4, 12);
      return !wellKnown || containsV4(bytes, 12); // NAT64; its local-use prefix is private
    }
    if (first == 0x2002) {
      return containsV4(bytes, 2); // 6to4
    }
    if (zero(bytes, 0, 10) || (zero(bytes, 0, 8) && second == 0)) {
      return containsV4(bytes, 12); // mapped, compatible, translated
    }
    return false;
  }

  private static boolean zero(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean containsV4(byte[] bytes, int at) {
    try {
      return contains(InetAddress.getByAddress(Arrays.copyOfRange(bytes, at, at + 4)));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
