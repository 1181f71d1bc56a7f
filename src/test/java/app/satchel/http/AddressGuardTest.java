package app.satchel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fdff::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "::7f00:1",
        "64:ff9b::10.0.0.1",
        "64:ff9b:1::1",
        "2002:a00:1::",
        "2001::1",
        "2001:db8::1"
      })
  void addressesOfThisNetworkArePrivate(String literal) {
    assertThat(PrivateAddresses.contains(InetAddress.ofLiteral(literal))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.167.1.1",
        "198.20.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450::1",
        "64:ff9b::1.1.1.1",
        "2002:101:101::"
      })
  void addressesOfTheInternetAreNot(String literal) {
    assertThat(PrivateAddresses.contains(InetAddress.ofLiteral(literal))).isFalse();
  }

  @Test
  void aNameThatLeadsHereIsRefusedUnlessConfigured() throws UnknownHostException {
    AddressGuard open = new AddressGuard(List.of(), AddressGuard.noProxies());
    assertThatThrownBy(() -> open.lookup("localhost")).isInstanceOf(AddressGuard.Refused.class);
    assertThatThrownBy(() -> open.lookup("2130706433")).isInstanceOf(UnknownHostException.class);

    AddressGuard mine =
        new AddressGuard(List.of(URI.create("http://127.0.0.1:8080")), AddressGuard.noProxies());
    assertThat(mine.lookup("localhost")).isNotEmpty();
    assertThatThrownBy(() -> mine.lookup("10.0.0.1")).isInstanceOf(AddressGuard.Refused.class);
  }

  @Test
  void onlyTheConfiguredPortOfThisComputerIsOpen() {
    AddressGuard mine =
        new AddressGuard(List.of(URI.create("http://127.0.0.1:8080")), AddressGuard.noProxies());

    assertThatCode(() -> mine.check(URI.create("http://127.0.0.1:8080/x")))
        .doesNotThrowAnyException();
    assertThatCode(() -> mine.check(URI.create("http://localhost:8080/x")))
        .doesNotThrowAnyException();
    assertThatCode(() -> mine.check(URI.create("http://[::1]:8080/x"))).doesNotThrowAnyException();
    assertThatCode(() -> mine.check(URI.create("https://example.org"))).doesNotThrowAnyException();
    for (String other :
        List.of(
            "http://127.0.0.1:8081/",
            "http://127.0.0.1/",
            "http://localhost:631/",
            "http://10.1.1.1:8080/",
            "https://192.168.0.1/",
            "file:///etc/passwd",
            "mailto:a@b.c")) {
      assertThatThrownBy(() -> mine.check(URI.create(other))).as(other).isNotNull();
    }
  }

  @Test
  void aConfiguredNameMayBePrivate() {
    AddressGuard team =
        new AddressGuard(List.of(URI.create("https://skills.corp")), AddressGuard.noProxies());

    assertThatCode(() -> team.check(URI.create("https://skills.corp/raw")))
        .doesNotThrowAnyException();
    // It uses protection itself, so nothing of it may come without.
    assertThatThrownBy(() -> team.check(URI.create("http://skills.corp/raw"))).isNotNull();
  }
}
