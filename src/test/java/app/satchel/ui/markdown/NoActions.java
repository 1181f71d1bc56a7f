package app.satchel.ui.markdown;

import java.net.URI;

/** A window in which nobody clicks. */
final class NoActions implements MarkdownActions {
  @Override
  public void openWeb(URI address) {}

  @Override
  public void openMail(String address) {}

  @Override
  public void openFile(String path, String anchor) {}
}
