package app.satchel.check.requirement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Linux distributions: each numbers itself in its own way, so that one with a version is a
 * requirement of its own, while one without says no more than Linux.
 */
final class Distributions {
  /** How a distribution is written, in lower case, and what it calls itself in os-release(5). */
  private static final Map<String, String> IDS =
      Map.ofEntries(
          Map.entry("ubuntu", "ubuntu"),
          Map.entry("debian", "debian"),
          Map.entry("fedora", "fedora"),
          Map.entry("rhel", "rhel"),
          Map.entry("red hat enterprise linux", "rhel"),
          Map.entry("centos", "centos"),
          Map.entry("alpine", "alpine"),
          Map.entry("alpine linux", "alpine"),
          Map.entry("opensuse", "opensuse-leap"),
          Map.entry("rocky linux", "rocky"),
          Map.entry("almalinux", "almalinux"),
          Map.entry("amazon linux", "amzn"),
          Map.entry("linux mint", "linuxmint"),
          Map.entry("nixos", "nixos"));

  private static final Pattern ENTRY = Pattern.compile("(?m)^(ID|VERSION_ID)=[\"']?([^\"'\\n]*)");

  /** A file of this kind has a few hundred letters. */
  private static final long LARGEST = 64 * 1024L;

  private Distributions() {}

  /**
   * What a computer says of itself.
   *
   * @param id its distribution, as os-release(5) has it
   * @param version its version; empty when it has none, as rolling ones do
   */
  record Release(String id, String version) {}

  /** The requirement's name of a distribution; empty when the words name none. */
  static Optional<String> named(String words) {
    String text = words.toLowerCase(Locale.ROOT);
    if (!IDS.containsKey(text)) {
      return Optional.empty();
    }
    boolean enterprise = IDS.get(text).equals("rhel");
    return Optional.of(enterprise ? "rhel" : text.replace(' ', '-'));
  }

  /** Whether a requirement of this name asks for a distribution rather than for Linux. */
  static boolean is(String name) {
    return IDS.containsKey(name.replace('-', ' ')) || IDS.containsKey(name);
  }

  /** Whether a computer runs the distribution that a requirement names. */
  static boolean same(String name, Release release) {
    String id = IDS.getOrDefault(name.replace('-', ' '), name);
    return id.equals(release.id());
  }

  /** What a computer says it runs; empty when it does not say. */
  static Optional<Release> read(Path etc) {
    try {
      Path file = etc.resolve("os-release");
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      Matcher entries = ENTRY.matcher(Files.readString(file, StandardCharsets.UTF_8));
      String id = "";
      String version = "";
      while (entries.find()) {
        id = entries.group(1).equals("ID") ? entries.group(2) : id;
        version = entries.group(1).equals("VERSION_ID") ? entries.group(2) : version;
      }
      return id.isBlank() ? Optional.empty() : Optional.of(new Release(id, version));
    } catch (IOException _) {
      return Optional.empty(); // then it cannot be told
    }
  }
}
