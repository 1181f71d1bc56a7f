package app.satchel.ui.kit;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The meanings that have an icon; the pack behind them can change in one place. */
public enum Icon {
  SEARCH(Feather.SEARCH),
  LIBRARY(Feather.BOOK_OPEN),
  SOURCES(Feather.DATABASE),
  SETTINGS(Feather.SETTINGS),
  THEME(Feather.MOON),
  STAR(Feather.STAR),
  INSTALLS(Feather.DOWNLOAD),
  OK(Feather.CHECK),
  WARN(Feather.ALERT_CIRCLE),
  TIP(Feather.ZAP),
  IMPORTANT(Feather.MESSAGE_SQUARE),
  CAUTION(Feather.ALERT_OCTAGON),
  PICTURE(Feather.IMAGE),
  BAD(Feather.X),
  INFO(Feather.INFO),
  UNKNOWN(Feather.HELP_CIRCLE),
  ADD(Feather.PLUS),
  BACK(Feather.ARROW_LEFT),
  MORE(Feather.CHEVRON_DOWN),
  NEXT(Feather.CHEVRON_RIGHT),
  UP(Feather.CHEVRON_UP),
  DOWN(Feather.CHEVRON_DOWN),
  LIST(Feather.LIST),
  READING(Feather.TYPE),
  COPY(Feather.COPY),
  OPEN(Feather.EXTERNAL_LINK),
  FOLDER(Feather.FOLDER),
  FILE(Feather.FILE_TEXT),
  SCRIPT(Feather.TERMINAL),
  OFFLINE(Feather.WIFI_OFF),
  RETRY(Feather.REFRESH_CW),
  EMPTY(Feather.INBOX),
  PACKAGE(Feather.PACKAGE),
  SEND(Feather.UPLOAD_CLOUD),
  UNDO(Feather.ROTATE_CCW),
  CLOSE(Feather.X);

  private final Feather glyph;

  Icon(Feather glyph) {
    this.glyph = glyph;
  }

  /** A new node; its colour comes from the style sheets. */
  public FontIcon node() {
    return new FontIcon(glyph);
  }

  /** A new node with further style classes. */
  public FontIcon node(String... styleClasses) {
    FontIcon icon = node();
    icon.getStyleClass().addAll(styleClasses);
    return icon;
  }
}
