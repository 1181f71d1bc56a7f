package app.satchel.ui.kit;

import java.util.Locale;

/** How good the news is. Never shown by its colour alone: a tone always has an icon and a word. */
public enum Tone {
  OK(Icon.OK),
  WARN(Icon.WARN),
  BAD(Icon.BAD),
  INFO(Icon.INFO),
  SOFT(Icon.UNKNOWN);

  private final Icon icon;

  Tone(Icon icon) {
    this.icon = icon;
  }

  public Icon icon() {
    return icon;
  }

  /** The style class of its colour. */
  public String styleClass() {
    return name().toLowerCase(Locale.ROOT);
  }
}
