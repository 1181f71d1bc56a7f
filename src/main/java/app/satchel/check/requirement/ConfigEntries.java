package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import app.satchel.skill.FrontmatterValue;
import app.satchel.skill.FrontmatterValue.Scalar;
import app.satchel.skill.FrontmatterValue.Sequence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads entries of a map whose key says in a way of its own what is needed: places in an agent's
 * configuration ({@code config: [channels.discord]}), amounts of hardware ({@code memory_min:
 * 512MB}), and what the network is for.
 */
final class ConfigEntries {
  private static final int MOST = 50;

  /** Keys of amounts, as {@link ValueReader#plainKey} gives them. */
  private static final Map<String, String> HARDWARE =
      Map.ofEntries(
          Map.entry("ram", "ram"),
          Map.entry("memory", "ram"),
          Map.entry("memorymin", "ram"),
          Map.entry("minmemory", "ram"),
          Map.entry("minram", "ram"),
          Map.entry("vram", "vram"),
          Map.entry("minvram", "vram"),
          Map.entry("disk", "disk"),
          Map.entry("diskspace", "disk"),
          Map.entry("storage", "disk"),
          Map.entry("cpu", "cpu"),
          Map.entry("cpucores", "cpu"),
          Map.entry("cores", "cpu"));

  private static final Pattern AMOUNT =
      Pattern.compile("(?:>=? ?)?(\\d{1,6}(?:\\.\\d)?) ?((?:[KMGT]i?B)?)\\+?");

  private static final String CHANNELS = "channels.";

  private final Vocabulary vocabulary;

  ConfigEntries(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** What an entry needs, maybe nothing; empty when its key is none of these. */
  Optional<List<Mention>> read(String key, FrontmatterValue value) {
    if (key.equals("config")) {
      return Optional.of(places(value));
    }
    if (value instanceof Scalar scalar && HARDWARE.containsKey(key)) {
      return amount(HARDWARE.get(key), scalar.text().strip()).map(List::of);
    }
    boolean sentence = value instanceof Scalar scalar && scalar.text().strip().indexOf(' ') > 0;
    return key.equals("network") && sentence
        ? Optional.of(network(value.asText()))
        : Optional.empty();
  }

  /** {@code [ACME_KEY, channels.discord]}: a setting that holds a key, a service one talks on. */
  private List<Mention> places(FrontmatterValue value) {
    List<FrontmatterValue> items = value instanceof Sequence list ? list.items() : List.of(value);
    return items.stream()
        .limit(MOST)
        .map(item -> item instanceof Scalar scalar ? scalar.text().strip() : "")
        .flatMap(place -> place(place).stream())
        .toList();
  }

  private Optional<Mention> place(String place) {
    if (VersionWords.isVariable(place)) {
      return Optional.of(new Mention(Kind.CREDENTIAL, place));
    }
    String channel = place.startsWith(CHANNELS) ? place.substring(CHANNELS.length()) : "";
    return vocabulary
        .term(channel.split("\\.", 2)[0], Kind.SERVICE)
        .map(service -> new Mention(Kind.SERVICE, service.name()));
  }

  private static Optional<Mention> amount(String hardware, String text) {
    var matcher = AMOUNT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Mention mention = new Mention(Kind.HARDWARE, hardware);
    mention.version = ">=" + matcher.group(1) + matcher.group(2);
    return Optional.of(mention);
  }

  /** "Requires access to the package index during install only". */
  private static List<Mention> network(String text) {
    String words = text.toLowerCase(Locale.ROOT);
    if (words.matches("(no|not|none|never|offline)\\b.*")) {
      return List.of();
    }
    Mention network = new Mention(Kind.NETWORK, "internet");
    network.level =
        words.contains("optional")
            ? Level.OPTIONAL
            : words.matches(".*\\bonly\\b.*") ? Level.CONDITIONAL : Level.REQUIRED;
    return List.of(network);
  }
}
