package app.satchel.install.delivery;

import java.util.Locale;

/** Told how far a delivery is. Called from the working thread; must return quickly. */
@FunctionalInterface
public interface DeliveryListener {
  /**
   * @param skill the skill being worked on
   * @param stage what is being done to it
   * @param done units done so far: bytes while fetching, files otherwise
   * @param total units in all, or -1 when nobody knows
   */
  void at(PlannedSkill skill, Stage stage, long done, long total);

  /** Tells nobody. */
  static DeliveryListener silent() {
    return (skill, stage, done, total) -> {};
  }

  /** The stages of one skill, in order. */
  enum Stage {
    /** Its files come to this computer. */
    FETCH,
    /** What would be refused is put right in a copy. */
    REPAIR,
    /** The ZIP or the folder is made beside its destination. */
    BUILD,
    /** What was made is read back and checked. */
    VERIFY,
    /** Sending it to a workspace; units are bytes. */
    SEND,
    /** It is put in its place. */
    PLACE,
    DONE,
    SKIPPED;

    /** The word of the command line. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
