package app.satchel.ui.kit;

import app.satchel.words.Words;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, sizes and dates as a person reads them. */
public final class Figures {
  private static final Words WORDS = Words.of(Figures.class);

  private Figures() {}

  /** {@code 941}, {@code 1.9k}, {@code 12k}, {@code 1.2M}: never rounded up to the next unit. */
  public static String count(long number) {
    if (number < 1_000) {
      return Long.toString(number);
    }
    long unit = number < 1_000_000 ? 1_000 : 1_000_000;
    String suffix = unit == 1_000 ? "k" : "M";
    long tenths = number * 10 / unit;
    return tenths < 100 && tenths % 10 != 0
        ? tenths / 10 + "." + tenths % 10 + suffix
        : tenths / 10 + suffix;
  }

  /** With thousands separators. */
  public static String exact(long number) {
    return NumberFormat.getIntegerInstance().format(number);
  }

  /** {@code 812 bytes}, {@code 12 kB}, {@code 1.4 MB} (decimal units). */
  public static String bytes(long bytes) {
    if (bytes < 1_000) {
      return WORDS.text("bytes", bytes);
    }
    if (bytes < 1_000_000) {
      return Math.round(bytes / 1_000.0) + " kB";
    }
    return String.format(Locale.getDefault(), "%.1f MB", bytes / 1_000_000.0);
  }

  /** {@code 8 March}, with the year when it is not this one. */
  public static String day(Instant when, LocalDate today) {
    LocalDate day = when.atZone(ZoneId.systemDefault()).toLocalDate();
    String pattern = day.getYear() == today.getYear() ? "d MMMM" : "d MMMM yyyy";
    return DateTimeFormatter.ofPattern(pattern).format(day);
  }

  /** {@code 22 November 2026}. */
  public static String date(LocalDate day) {
    return DateTimeFormatter.ofPattern("d MMMM yyyy").format(day);
  }
}
