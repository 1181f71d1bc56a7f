package app.satchel.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The user-visible texts of one room, from the bundle {@code words.properties} that lies in the
 * room's own package. Texts are {@link MessageFormat} patterns when arguments are given (so an
 * apostrophe is doubled there), and taken literally when none are.
 */
public final class Words {
  private final ResourceBundle bundle;
  private final Locale locale;

  private Words(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
  }

  /** The words of the room that {@code member} belongs to, in the default language. */
  public static Words of(Class<?> member) {
    Locale locale = Locale.getDefault(Locale.Category.DISPLAY);
    String base = member.getPackageName() + ".words";
    return new Words(ResourceBundle.getBundle(base, locale, member.getClassLoader()), locale);
  }

  /**
   * The text of a key.
   *
   * @throws MissingResourceException when the bundle lacks the key: a bug that a test finds
   */
  public String text(String key, Object... args) {
    String pattern = bundle.getString(key);
    return args.length == 0 ? pattern : new MessageFormat(pattern, locale).format(args);
  }

  /** The text of a key, or an empty string when the bundle lacks it. */
  public String optional(String key, Object... args) {
    return bundle.containsKey(key) ? text(key, args) : "";
  }
}
