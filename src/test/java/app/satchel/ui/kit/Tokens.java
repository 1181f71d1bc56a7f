package app.satchel.ui.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The colours of a theme, read from its token file. */
record Tokens(Map<String, String> values) {
  private static final Pattern TOKEN =
      Pattern.compile("(?m)^\\s*(-satchel-[a-z0-9-]+):\\s*([^;]+);");

  /**
   * @param theme {@code light} or {@code dark}
   */
  static Tokens of(String theme) throws IOException {
    try (var in = Theme.class.getResourceAsStream("tokens-" + theme + ".css")) {
      Matcher found = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      Map<String, String> values = new LinkedHashMap<>();
      while (found.find()) {
        values.put(found.group(1).substring("-satchel-".length()), found.group(2).strip());
      }
      return new Tokens(values);
    }
  }

  /** How well two colours are told apart, by WCAG 2: 1 to 21. */
  double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private double luminance(String token) {
    String value = values.get(token);
    if (value == null || !value.matches("#[0-9A-Fa-f]{6}")) {
      throw new AssertionError(token + " is no opaque colour: " + value);
    }
    int rgb = Integer.parseInt(value.substring(1), 16);
    return 0.2126 * linear(rgb >> 16 & 0xFF)
        + 0.7152 * linear(rgb >> 8 & 0xFF)
        + 0.0722 * linear(rgb & 0xFF);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
