package app.satchel.install;

/** What to do when something different lies where a skill would be installed. */
public enum Decision {
  /** Leave it as it is and install nothing. */
  KEEP,
  /** Put a backup of it into Satchel's own folder, then install. */
  REPLACE_WITH_BACKUP,
  /** Stop with the problem {@code already-there}. */
  CANCEL
}
