package app.satchel.ui.markdown;

import app.satchel.markdown.Inline;
import app.satchel.markdown.LinkTarget;
import app.satchel.words.Words;

/** Says where links lead, before anybody follows them. */
final class Destinations {
  private Destinations() {}

  static String words(Inline.Link link, Words words) {
    String where = words(link.target(), words);
    return link.title().isBlank() ? where : where + "\n" + link.title();
  }

  static String words(Inline.Image image, Words words) {
    return switch (image.source()) {
      case LinkTarget.Web web -> words.text("image.remote", web.host());
      case LinkTarget.InPackage file -> words.text("image.file", file.path());
      default -> words.text("image.unknown");
    };
  }

  static String words(LinkTarget target, Words words) {
    return switch (target) {
      case LinkTarget.Web web when !web.claimed().isEmpty() ->
          words.text("link.doubt", web.claimed(), web.host())
              + "\n"
              + words.text("link.web", web.host(), web.uri().toASCIIString());
      case LinkTarget.Web web -> words.text("link.web", web.host(), web.uri().toASCIIString());
      case LinkTarget.InDocument place when place.anchor().startsWith("fn:") ->
          words.text("link.footnote", place.anchor().substring(3));
      case LinkTarget.InDocument place when place.anchor().startsWith("fnref:") ->
          words.text("link.footnote-back", place.anchor().substring(6));
      case LinkTarget.Mail mail -> words.text("link.mail", mail.address());
      case LinkTarget.InDocument place -> words.text("link.document", place.anchor());
      case LinkTarget.InPackage file -> words.text("link.file", file.path());
      case LinkTarget.Inert inert -> words.text("link.inert." + inert.reason(), inert.source());
    };
  }

  /** A link's address as it can be pasted elsewhere. */
  static String address(LinkTarget target) {
    return switch (target) {
      case LinkTarget.Web web -> web.uri().toASCIIString();
      case LinkTarget.Mail mail -> mail.address();
      case LinkTarget.InDocument place -> "#" + place.anchor();
      case LinkTarget.InPackage file ->
          file.anchor().isEmpty() ? file.path() : file.path() + "#" + file.anchor();
      case LinkTarget.Inert inert -> inert.source();
    };
  }
}
