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
  private final Class<?> member;
  private final Locale locale;

  /** Null until a text is asked for: rooms that say nothing need no file read at a start. */
  private volatile ResourceBundle bundle;

  private Words(Class<?> member, Locale locale) {
    this.member = member;
    this.locale = locale;
  }

  /** The words of the room that {@code member} belongs to, in the default language. */
  public static Words of(Class<?> member) {
    return new Words(member, Locale.getDefault(Locale.Category.DISPLAY));
  }

  private ResourceBundle bundle() {
    if (bundle == null) {
      bundle =
          ResourceBundle.getBundle(
              member.getPackageName() + ".words", locale, member.getClassLoader());
    }
    return bundle;
  }

  /**
   * The text of a key.
   *
   * @throws MissingResourceException when the room has no bundle, or it lacks the key: a bug that a
   *     test finds
   */
  public String text(String key, Object... args) {
    String pattern = bundle().getString(key);
    return args.length == 0 ? pattern : new MessageFormat(pattern, locale).format(args);
  }

  /** The text of a key, or an empty string when the bundle lacks it. */
  public String optional(String key, Object... args) {
    return bundle().containsKey(key) ? text(key, args) : "";
  }
}
