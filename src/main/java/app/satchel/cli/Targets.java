package app.satchel.cli;

import java.util.List;

/** The places that skills can go to, as they are named in a call. */
final class Targets {
  private Targets() {}

  /** A place with upload rules, as it is called in a sentence. */
  static String name(Session session, String target) {
    return session.text("target." + target);
  }

  /** The sentence for a name that is none of the places with upload rules. */
  static String unknown(Session session, String given) {
    List<String> known = session.assembly().rules().rules().targets();
    return session.text("usage.upload-target", String.join(", ", known), Terminal.clean(given));
  }
}
