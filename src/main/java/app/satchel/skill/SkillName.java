package app.satchel.skill;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a portable skill name is: the Agent Skills specification, read 2026-08-09. */
public final class SkillName {
  /** Longest portable name in characters. */
  public static final int MAX_LENGTH = 64;

  private static final Pattern PORTABLE = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s_.\\-\\u2010-\\u2015]+");

  private SkillName() {}

  /** Whether every known reader accepts the name. */
  public static boolean isPortable(String name) {
    return name.length() <= MAX_LENGTH && hasPortableCharacters(name);
  }

  /** Whether the name is portable but for its length. */
  public static boolean hasPortableCharacters(String name) {
    return PORTABLE.matcher(name).matches();
  }

  /**
   * The portable form of a name when only case, spaces, underscores, dots and hyphens stand in its
   * way, so that every letter and digit is kept.
   *
   * @return empty when characters would have to be dropped or transliterated, or the result would
   *     be empty or too long
   */
  public static Optional<String> losslessSlug(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    String slug = SEPARATORS.matcher(lower).replaceAll("-").replaceAll("^-+|-+$", "");
    return isPortable(slug) ? Optional.of(slug) : Optional.empty();
  }

  /**
   * A portable form at any price: accents taken off, everything else that does not fit replaced by
   * hyphens, cut at 64 characters.
   *
   * @return empty when nothing of the name can be kept
   */
  public static Optional<String> slug(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    String letters = plain.toLowerCase(Locale.ROOT).replace("\u00DF", "ss");
    String slug = letters.replaceAll("[^a-z0-9]+", "-");
    slug = slug.substring(0, Math.min(slug.length(), MAX_LENGTH + 1)).replaceAll("^-+|-+$", "");
    if (slug.length() > MAX_LENGTH) {
      int hyphen = slug.lastIndexOf('-', MAX_LENGTH);
      slug = slug.substring(0, hyphen > MAX_LENGTH / 2 ? hyphen : MAX_LENGTH);
      slug = slug.replaceAll("-+$", "");
    }
    return slug.isEmpty() ? Optional.empty() : Optional.of(slug);
  }
}
